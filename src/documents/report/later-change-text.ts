import type { LaterChange } from '../../domain/later-change.ts';
import { periodText } from '../../words/period-text.ts';
import { swedishDay } from '../../words/swedish.ts';
import { sentence } from './figures-in-words.ts';
import { writtenText } from './written-text.ts';

/** "Barn- och utbildningsnämnden: augusti 2026 rättades 3 november 2026. Skäl: fel belopp." */
export function laterChangeText(change: LaterChange): string {
  if (change.kind === 'other')
    return 'Texter, bedömningar eller planens uppgifter har ändrats efter fullmäktiges beslut.';
  const what = `${writtenText(change.committeeName)}: ${periodText(change.period)}`;
  const day = swedishDay(change.at);
  return change.kind === 'answered'
    ? `${what} besvarades ${day}, efter fullmäktiges beslut.`
    : `${what} rättades ${day}. ${because(change.reason)}`;
}

function because(reason = ''): string {
  const written = writtenText(reason);
  return written === '' ? 'Inget skäl är angivet.' : `Skäl: ${sentence(written)}`;
}

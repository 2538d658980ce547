import type { RoundCommittee, RoundLine } from '../../src/domain/round-overview.ts';
import { stockholmDate } from '../../src/domain/stockholm.ts';
import { swedishDateTime } from '../../src/words/swedish.ts';
import { shortDay } from '../days-text.ts';
import { firstOf } from '../file-texts.ts';
import { displayName, forCard } from '../peoples-words.ts';

/** As many of the asked as a line has room for. */
const MOST_ASKED = 1;

/** How far one committee is: `Svarade …`, or who has been asked and reminded. `nobody`: none of its reporters can be asked. */
export function committeeText({ answer, lines }: RoundCommittee, nobody: boolean): string {
  if (answer) {
    if (answer.upn === 'import') return 'Uppgifterna kom med planen.';
    const corrected = answer.revision > 1 ? ', rättat' : '';
    return `Svarade ${swedishDateTime(answer.at)} (${displayName(answer.name)}${corrected}).`;
  }
  // Word to a controller is of the committee's people, and not to them.
  const real = lines.filter(({ kind, rehearsal }) => kind !== 'unreachable' && rehearsal === undefined);
  const texts = [askedText(real), remindedText(real), approverText(real), troubleText(real)];
  const all = [...texts.filter((text) => text !== ''), ...(nobody ? ['Ingen kan frågas.'] : [])];
  return all.length === 0 ? 'Inte frågad ännu.' : all.join(' ');
}

function askedText(lines: readonly RoundLine[]): string {
  const asked = lines.filter((line) => line.kind === 'prompt' && line.state === 'sent');
  const [first] = asked;
  if (!first) return '';
  const names = firstOf(asked, MOST_ASKED);
  const more = names.more === 0 ? '' : ` och ${names.more} till`;
  return `Frågad${dayOf(first)}: ${names.first.map(({ recipient }) => forCard(recipient)).join(', ')}${more}.`;
}

function remindedText(lines: readonly RoundLine[]): string {
  const reminders = lines.filter((line) => line.kind === 'reminder' && line.state === 'sent');
  const last = reminders.at(-1);
  if (!last) return '';
  return reminders.length === 1 ? `Påmind${dayOf(last)}.` : `Påmind ${reminders.length} gånger, senast${dayOf(last)}.`;
}

function approverText(lines: readonly RoundLine[]): string {
  const told = lines.findLast((line) => line.kind === 'late' && line.state === 'sent');
  return told ? `Godkännaren fick besked${dayOf(told)}.` : '';
}

/** What has not arrived, or may not have. */
function troubleText(lines: readonly RoundLine[]): string {
  const unclear = lines.filter(({ state }) => state === 'ambiguous').length;
  const lost = lines.filter(({ state }) => state === 'refused').length;
  const waiting = lines.filter(({ state }) => state === 'ready' || state === 'sending').length;
  const parts = [
    unclear === 0 ? '' : `${unclear} oklart`,
    lost === 0 ? '' : `${lost} kom inte fram`,
    waiting === 0 ? '' : `${waiting} väntar`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Utskick: ${parts.join(', ')}.`;
}

function dayOf({ at }: RoundLine): string {
  return at ? ` ${shortDay(stockholmDate(at))}` : '';
}

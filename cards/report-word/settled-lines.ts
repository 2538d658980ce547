import type { SettledWord } from '../../src/domain/report-word.ts';
import { outcomeText } from '../decision-text.ts';
import { displayName } from '../peoples-words.ts';
import { instantText } from './word-lines.ts';

const HOW: Readonly<Record<Exclude<SettledWord['how'], 'decided'>, string>> = {
  signed: 'Rapporten är attesterad',
  'sent-back': 'Rapporten är återsänd',
  'handed-in': 'Rapporten är inlämnad igen',
  'compiled-anew': 'Rapporten är sammanställd på nytt',
};

/** What somebody has done already, and who. */
export function settledLines({ how, by, at, decision }: SettledWord): string[] {
  if (how === 'decided') {
    return [decision ? `Beslutet är registrerat. ${outcomeText(decision)}.` : 'Beslutet är registrerat.'];
  }
  const when = at === undefined ? '' : ` ${instantText(at)}`;
  const who = by === undefined ? '' : ` av ${displayName(by)}`;
  return [`${HOW[how]}${when}${who}.`];
}

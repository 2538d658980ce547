import type { CommitteeReportContent, MissingPart } from '../../src/domain/report-content.ts';
import { missingParts } from '../../src/words/report-words.ts';
import { deviationInWords, isDeficit } from '../../src/words/swedish.ts';
import { shortened } from '../file-texts.ts';
import { forCard } from '../peoples-words.ts';

const LONGEST_NAME = 50;
/** A signature is what the card's buttons are about. */
const NOT_SAID: readonly MissingPart['what'][] = ['answer', 'signature'];

/** The year in one line, or why nothing can be said of it; red only where there are words for it. */
export function headline({ answered, finance, kind }: CommitteeReportContent): {
  readonly text: string;
  readonly color: 'Attention' | 'Default';
} {
  const { deviationKr, outcomeKr } = finance;
  if (!answered) return { text: 'Nämnden har inte rapporterat ännu.', color: 'Default' };
  const what = kind === 'annual' ? 'Helåret' : 'Prognos för helåret';
  if (deviationKr === undefined) {
    const figures = outcomeKr === undefined ? 'utfall och prognos saknas' : 'prognos saknas';
    return { text: `${what} kan inte räknas: ${figures}.`, color: 'Default' };
  }
  const color = isDeficit(deviationKr) ? 'Attention' : 'Default';
  return { text: `${what}: ${deviationInWords(deviationKr)}.`, color };
}

/** What is missing is said, whatever else there is to say. */
export function missingLine(missing: readonly MissingPart[]): { readonly text: string }[] {
  const parts = missing.filter(({ what }) => !NOT_SAID.includes(what));
  const said = missingParts(parts, (name) => forCard(shortened(name, LONGEST_NAME)));
  return parts.length === 0 ? [] : [{ text: `Saknas: ${said}.` }];
}

import type { MunicipalReportContent } from '../src/domain/report-content.ts';
import type { AgreedMeasure } from '../src/domain/report-record.ts';
import { swedishDate, tkr } from '../src/words/swedish.ts';
import { firstOf, shortened } from './file-texts.ts';
import { forCard } from './peoples-words.ts';

const LONGEST_TEXT = 160;
const LONGEST_OWNER = 60;

/** What a joint review has agreed on, one line each: at most so many. */
export function measureLines(
  { standings }: Pick<MunicipalReportContent, 'standings'>,
  measures: readonly AgreedMeasure[],
  most: number,
): readonly string[] {
  const names = new Map(standings.map(({ committeeId, committeeName }) => [committeeId, committeeName]));
  const { first, more } = firstOf(measures, most);
  const lines = first.map(({ committeeId, text, owner, dueOn, effectKr }) => {
    const effect = effectKr === undefined ? '' : `, effekt ${tkr(effectKr)}`;
    const what = forCard(shortened(text.replace(/\s+/gu, ' '), LONGEST_TEXT));
    const who = forCard(shortened(owner, LONGEST_OWNER));
    return `${forCard(names.get(committeeId) ?? committeeId)}: ${what} (${who}, senast ${swedishDate(dueOn)}${effect})`;
  });
  return more === 0 ? lines : [...lines, `… och ${more} till`];
}

import { receiptNumber } from '../../src/domain/answer.ts';
import type { CommitteeLine, ReportSummary } from '../../src/domain/report-summary.ts';
import { swedishDateTime } from '../../src/words/swedish.ts';
import { firstOf } from '../file-texts.ts';
import { displayName, forCard } from '../peoples-words.ts';

const MOST_SOURCES = 12;

/** Whose figures they are: who gave them and when, committee by committee. */
export function sourceLines({ committees, period }: ReportSummary): { text: string }[] {
  const { first, more } = firstOf(
    committees.filter(({ answered }) => answered),
    MOST_SOURCES,
  );
  const rest = more === 0 ? [] : [{ text: `${more} till står i rapporten.` }];
  return [...first.flatMap((line) => sourceText(line, period)), ...rest];
}

function sourceText(
  { committeeId, name, answered }: CommitteeLine,
  period: ReportSummary['period'],
): { text: string }[] {
  if (!answered) return [];
  if (answered.cameWithPlan) return [{ text: `${forCard(name)}: uppgifterna kom med planen.` }];
  const who = `${displayName(answered.name)}, ${swedishDateTime(new Date(answered.at))}`;
  const said = answered.corrected ? `rättad av ${who}` : who;
  const receipt = forCard(receiptNumber(committeeId, period, answered.revision));
  return [{ text: `${forCard(name)}: ${said}, kvitto ${receipt}.` }];
}

import { isAnswered, isSigned } from '../../src/domain/committee-standing.ts';
import type { CommitteeReportContent, CommitteeStanding } from '../../src/domain/report-content.ts';
import { missingParts, standingWord } from '../../src/words/report-words.ts';
import { upperFirst } from '../../src/words/sentence-parts.ts';
import { deviationInWords, swedishDay } from '../../src/words/swedish.ts';
import { firstOf, shortened } from '../file-texts.ts';
import { displayName, forCard } from '../peoples-words.ts';

const LONGEST_NAME = 60;
const MOST_MISSING = 4;
const shortly = (text: string): string => forCard(shortened(text, LONGEST_NAME));

/** Where a committee's report is, how its year looks in words, and what is missing in it. */
export function committeeText(standing: CommitteeStanding, report: CommitteeReportContent | undefined): string {
  const answered = isAnswered(standing);
  return [
    `${upperFirst(standingText(standing))}.`,
    ...(report && answered && !isForecastMissing(standing) ? [`${upperFirst(outlookText(report))}.`] : []),
    ...(answered ? lacks(standing) : []),
  ].join(' ');
}

function standingText(standing: CommitteeStanding): string {
  const { signed } = standing;
  if (!signed || !isSigned(standing)) return standingWord(standing);
  return `attesterad av ${displayName(signed.name)} ${swedishDay(signed.at)}`;
}

/** Then it is said with all else that is missing. */
function isForecastMissing({ missing }: CommitteeStanding): boolean {
  return missing.some(({ what, names }) => what === 'forecast' && names.length === 0);
}

/** The year's deviation with its sign in words; fee-financed areas apart. */
function outlookText({ finance }: CommitteeReportContent): string {
  const { deviationKr, feeFinanced } = finance;
  const whole = deviationKr === undefined ? 'prognos saknas' : deviationInWords(deviationKr);
  if (!feeFinanced) return whole;
  const names = feeFinanced.names.map(forCard).join(', ');
  const fees = feeFinanced.deviationKr === undefined ? 'prognos saknas' : deviationInWords(feeFinanced.deviationKr);
  return `${whole}, varav ${names}: ${fees}`;
}

/** That it is not signed is said by where it is. */
function lacks({ missing }: CommitteeStanding): string[] {
  const { first, more } = firstOf(
    missing.filter(({ what }) => what !== 'signature'),
    MOST_MISSING,
  );
  if (first.length === 0) return [];
  return [`Saknas: ${missingParts(first, shortly, 2)}${more === 0 ? '' : ' med mera'}.`];
}

import { isSigned } from '../../src/domain/committee-standing.ts';
import { MUNICIPALITY } from '../../src/domain/municipality.ts';
import type { CommitteeLine, ReportSummary } from '../../src/domain/report-summary.ts';
import { standingWord } from '../../src/words/report-words.ts';
import { deviationInWords, isDeficit, mnkr, sizeInWords } from '../../src/words/swedish.ts';
import { firstOf } from '../file-texts.ts';
import { byDeviation, deviationText, type Fact, financeFacts } from '../finance-facts.ts';
import { forCard } from '../peoples-words.ts';

/** More than these would not fit in a message; municipalities have some ten. */
const MOST_COMMITTEES = 15;

interface Section {
  readonly heading: string;
  readonly facts: readonly Fact[];
  readonly lines: readonly { readonly text: string }[];
}

/** Deviations in words: of each committee, or of the one with its outcome and forecast. */
export function financeSection(summary: ReportSummary): Section {
  const [only] = summary.committees;
  const year = summary.period.slice(0, 4);
  return summary.scope === MUNICIPALITY || !only
    ? { heading: `Avvikelse mot budget ${year}`, facts: [], lines: [...linesOfAll(summary), ...sumLines(summary)] }
    : { heading: 'Ekonomi', facts: factsOfOne(only, summary), lines: linesOfOne(only) };
}

/** As lines: names of committees are too long for a table on a phone. Largest deficit first; what can't be told comes before what is in order. */
function linesOfAll({ committees, stage }: ReportSummary): { text: string }[] {
  const { first, more } = firstOf(committees.toSorted(byDeviation), MOST_COMMITTEES);
  const lines = first.map((line) => `${forCard(line.name)}: ${committeeText(line, stage.compiled !== undefined)}`);
  return [...lines, ...(more === 0 ? [] : [`${more} till står i rapporten.`])].map((text) => ({ text }));
}

/** Where each report is matters until they are compiled; after that, who had not signed. */
function committeeText(line: CommitteeLine, isCompiled: boolean): string {
  if (!line.answered) return 'har inte rapporterat';
  const deviation = line.deviationKr === undefined ? 'prognos saknas' : deviationInWords(line.deviationKr);
  if (isCompiled) return isSigned(line.standing) ? deviation : `${deviation} (inte attesterad)`;
  return `${deviation} (${standingWord(line.standing)})`;
}

function sumLines({ sum }: ReportSummary): { text: string }[] {
  if (!sum) return [];
  if (sum.deviationKr === undefined) {
    return [{ text: 'Nämndernas sammanlagda avvikelse går inte att räkna ut: prognoser saknas.' }];
  }
  const { withoutFees } = sum;
  const apart =
    withoutFees?.deviationKr === undefined
      ? ''
      : `, utan avgiftsfinansierad verksamhet ${deviationInWords(withoutFees.deviationKr)}`;
  return [
    {
      text: `Nämndernas driftbudgetar sammanlagt: ${deviationInWords(sum.deviationKr)}${apart}. Det är inte kommunens resultat.`,
    },
  ];
}

function factsOfOne(line: CommitteeLine, { period }: ReportSummary): Fact[] {
  if (!line.answered) return [{ title: 'Budget helår', value: mnkr(line.budgetKr) }];
  return [...financeFacts(line, period), { title: 'Avvikelse helår', value: deviationText(line) }];
}

function linesOfOne(line: CommitteeLine): { text: string }[] {
  if (!line.answered) return [];
  const { feeFinanced } = line;
  const fees = feeFinanced
    ? [{ text: `Varav ${forCard(feeFinanced.names.join(', '))}: ${deviationText(feeFinanced)}.` }]
    : [];
  return [...fees, ...measureLines(line)];
}

/** What is done about a deviation. That nothing is said to be done matters when there is a deficit. */
function measureLines(line: CommitteeLine): { text: string }[] {
  const { count, counted, effectKr } = line.measures;
  if (count === 0) return isDeficit(line.deviationKr) ? [{ text: 'Nämnden redovisar inga åtgärder.' }] : [];
  const said = `Nämnden redovisar ${count === 1 ? 'en åtgärd' : `${count} åtgärder`}`;
  if (counted === 0) return [{ text: `${said}, utan beräknad effekt.` }];
  const part = counted === count ? '' : ` för ${counted} av dem`;
  return [{ text: `${said}. Beräknad effekt i år${part}: ${sizeInWords(effectKr)}.` }];
}

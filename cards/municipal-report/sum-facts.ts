import type { FinanceFigures, MunicipalReportContent } from '../../src/domain/report-content.ts';
import { deviationInWords } from '../../src/words/swedish.ts';
import { type Fact, financeFacts } from '../finance-facts.ts';
import { forCard } from '../peoples-words.ts';

/** The committees' sum, in millions of kronor; a part that is missing makes the sum missing. */
export function sumFacts({ committeesSum: sum, period }: MunicipalReportContent): Fact[] {
  return [...financeFacts(sum, period), { title: 'Avvikelse helår', value: deviation(sum) }];
}

/** The fee-financed areas apart, and the sum without them. */
export function financeLines({
  feeFinanced,
  committeesSumWithoutFees,
}: MunicipalReportContent): { readonly text: string }[] {
  if (!feeFinanced) return [];
  const names = feeFinanced.names.map(forCard).join(', ');
  return [
    { text: `Varav ${names}: ${deviation(feeFinanced)}.` },
    { text: `Utan det avgiftsfinansierade: ${deviation(committeesSumWithoutFees)}.` },
  ];
}

function deviation({ deviationKr }: FinanceFigures): string {
  return deviationKr === undefined ? 'kan inte räknas, någon prognos saknas' : deviationInWords(deviationKr);
}

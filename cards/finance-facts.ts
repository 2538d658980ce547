import type { StoredAnswer } from '../src/domain/answer.ts';
import type { CommitteeSummary, FinanceSum } from '../src/domain/summarise.ts';
import { displayName, forCard } from './peoples-words.ts';
import { cumulativePeriod, deviationInWords, swedishDateTime, tkr } from './swedish.ts';

export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** A committee's month in lines: outcome, forecast, deviation with its sign in words, fee-financed areas apart. */
export function financeFacts(summary: CommitteeSummary, period: string): Fact[] {
  const { feeFinanced } = summary;
  return [
    {
      title: `Utfall ${cumulativePeriod(period)}`,
      value: `${amount(summary.outcomeKr)} (budget ${tkr(summary.budgetToDateKr)})`,
    },
    { title: 'Prognos helår', value: `${amount(summary.forecastKr)} (budget ${tkr(summary.budgetKr)})` },
    { title: 'Avvikelse', value: deviation(summary) },
    ...(feeFinanced
      ? [
          {
            title: 'varav avgiftsfinansierat',
            value: `${forCard(feeFinanced.names.join(', '))}: ${deviation(feeFinanced)}`,
          },
        ]
      : []),
  ];
}

/** Who said it and when; what came with the plan is said to. */
export function sourceText({ reporter, reportedAt, receiptNumber, revision }: StoredAnswer): string {
  if (reporter.oid === 'import') return 'Uppgifterna kom med planen.';
  const corrected = revision > 1 ? ' Rättad.' : '';
  return `Rapporterat av ${displayName(reporter.name)} ${swedishDateTime(reportedAt)}, kvitto ${receiptNumber}.${corrected}`;
}

function amount(kr: number | undefined): string {
  return kr === undefined ? 'saknas' : tkr(kr);
}

function deviation({ deviationKr }: FinanceSum): string {
  return deviationKr === undefined ? 'kan inte räknas, prognos saknas' : deviationInWords(deviationKr);
}

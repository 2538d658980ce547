import type { StoredAnswer } from '../src/domain/answer.ts';
import type { CommitteeSummary, FinanceSum } from '../src/domain/summarise.ts';
import { addedText } from '../src/words/break-text.ts';
import { shortInterval } from '../src/words/period-text.ts';
import { deviationInWords, mnkr, swedishDateTime } from '../src/words/swedish.ts';
import { displayName, forCard } from './peoples-words.ts';

export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** A committee's month in lines, in millions of kronor: outcome and forecast with their budgets. */
export function financeFacts(summary: CommitteeSummary, period: string): Fact[] {
  return [
    {
      title: `Utfall ${shortInterval(period)}`,
      value: `${amount(summary.outcomeKr)} (budget ${millions(summary.budgetToDateKr)})`,
    },
    { title: 'Prognos helår', value: `${amount(summary.forecastKr)} (budget ${millions(summary.budgetKr)})` },
  ];
}

/** What the sums are made of where that has to be known: fee-financed areas (VA), and what the council has added. */
export function partLines({ feeFinanced, added }: CommitteeSummary): { text: string }[] {
  return [
    ...(feeFinanced ? [{ text: `Varav ${forCard(feeFinanced.names.join(', '))}: ${deviationText(feeFinanced)}` }] : []),
    ...added.map((one) => {
      const where = one.areaName === undefined ? 'ej fördelat på verksamhet' : forCard(one.areaName);
      return { text: `I budgeten ingår ${addedText(one, forCard)}, ${where}.` };
    }),
  ];
}

/** The year's deviation with its sign in words, or why there is none. */
export function deviationText({ deviationKr }: FinanceSum): string {
  return deviationKr === undefined ? 'kan inte räknas, prognos saknas' : deviationInWords(deviationKr);
}

/** Who said it and when, and that it has been corrected; what came with the plan is said to. Why stands elsewhere, for fewer eyes. */
export function sourceText({ reporter, reportedAt, receiptNumber, revision, correctionReason }: StoredAnswer): string {
  if (reporter.oid === 'import') return 'Uppgifterna kom med planen.';
  const who = displayName(reporter.name);
  const when = swedishDateTime(reportedAt);
  const why = correctionReason === undefined ? '' : ', skäl angivet';
  const said = revision > 1 ? `Rättad ${when} av ${who}` : `${who}, ${when}`;
  return `${said}, kvitto ${forCard(receiptNumber)}${why}.`;
}

function amount(kr: number | undefined): string {
  return kr === undefined ? 'saknas' : mnkr(kr);
}

/** "563,3": the unit stands beside the figure that it is compared with. */
function millions(kr: number): string {
  return mnkr(kr).replace(/\s*mnkr$/u, '');
}

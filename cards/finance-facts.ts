import type { StoredAnswer } from '../src/domain/answer.ts';
import type { CommitteeSummary } from '../src/domain/summarise.ts';
import { addedText } from '../src/words/break-text.ts';
import { shortInterval } from '../src/words/period-text.ts';
import { deviationInWords, mnkr, swedishDateTime } from '../src/words/swedish.ts';
import { displayName, forCard } from './peoples-words.ts';

export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** Whole kronor; a figure that is absent is missing. `deviationKr` is budget − forecast. */
export interface Figures {
  readonly budgetKr: number;
  readonly budgetToDateKr: number;
  readonly outcomeKr?: number | undefined;
  readonly forecastKr?: number | undefined;
  readonly deviationKr?: number | undefined;
}

/** A committee's period in lines, in millions of kronor: outcome and forecast with their budgets. */
export function financeFacts(figures: Figures, period: string): Fact[] {
  return [
    {
      title: `Utfall ${shortInterval(period)}`,
      value: besideBudget(figures.outcomeKr, figures.budgetToDateKr),
    },
    { title: 'Prognos helår', value: besideBudget(figures.forecastKr, figures.budgetKr) },
  ];
}

interface Parts {
  readonly feeFinanced?: (Figures & { readonly names: readonly string[] }) | undefined;
  readonly added: CommitteeSummary['added'];
}

/** What the sums are made of where that has to be known: fee-financed areas (VA), and what the council has added. */
export function partLines({ feeFinanced, added }: Parts): { text: string }[] {
  return [
    ...(feeFinanced ? [{ text: `Varav ${forCard(feeFinanced.names.join(', '))}: ${deviationText(feeFinanced)}` }] : []),
    ...added.map((one) => {
      const where = one.areaName === undefined ? 'ej fördelat på verksamhet' : forCard(one.areaName);
      return { text: `I budgeten ingår ${addedText(one, forCard)}, ${where}.` };
    }),
  ];
}

/** The year's deviation with its sign in words, or why there is none. */
export function deviationText({ deviationKr }: Pick<Figures, 'deviationKr'>): string {
  return deviationKr === undefined ? 'kan inte räknas, prognos saknas' : deviationInWords(deviationKr);
}

/** Largest deficit first; what can't be told comes before what is in order. */
export function byDeviation(one: Pick<Figures, 'deviationKr'>, other: Pick<Figures, 'deviationKr'>): number {
  return (one.deviationKr ?? -0.5) - (other.deviationKr ?? -0.5);
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

/** The unit is said once, also where the figure is missing. */
function besideBudget(kr: number | undefined, budgetKr: number): string {
  return kr === undefined ? `saknas (budget ${mnkr(budgetKr)})` : `${mnkr(kr)} (budget ${millions(budgetKr)})`;
}

/** "563,3": the unit stands beside the figure that it is compared with. */
export function millions(kr: number): string {
  return mnkr(kr).replace(/\s*mnkr$/u, '');
}

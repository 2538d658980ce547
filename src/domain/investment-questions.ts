import type { StoredAnswer } from './answer.ts';
import { lastMonth } from './measured-period.ts';
import type { Month } from './period.ts';
import type { FollowUp } from './plan.ts';
import type { Investment, PlanDocument } from './plan-document.ts';
import { newest } from './work-asked.ts';

/** An amount in whole kronor, and the month or year that it was said for. */
export interface KnownAmount {
  readonly amountKr: number;
  /** Absent when the plan does not say. */
  readonly period?: string;
}

/** An investment project whose figures are asked for: all amounts are of the whole project, apart from operations. */
export interface InvestmentAsked {
  readonly project: string;
  readonly budgetKr: number;
  /** What is known from before: the newest of what was reported and what the plan has. A missing one is passed over. */
  readonly outcome: KnownAmount | undefined;
  readonly forecast: KnownAmount | undefined;
  /** The plan's figures are invented for demonstration. */
  readonly example: boolean;
}

/** What a committee's investments are asked from. */
interface InvestmentBasis {
  readonly document: Pick<PlanDocument, 'investments' | 'committees'>;
  readonly committeeId: string;
  readonly followUp: FollowUp;
  readonly answers: readonly StoredAnswer[];
}

/** In a report period that asks for finance, when the committee has any. */
export function asksInvestments({ document, committeeId, followUp }: Omit<InvestmentBasis, 'answers'>): boolean {
  return (
    followUp.kind !== 'month' &&
    followUp.asks.includes('finance') &&
    document.investments.some(({ committee }) => committee === committeeId)
  );
}

export function askInvestments(basis: InvestmentBasis): readonly InvestmentAsked[] {
  if (!asksInvestments(basis)) return [];
  const { document, committeeId } = basis;
  return document.investments.flatMap((planned) =>
    planned.committee === committeeId ? [askInvestment(planned, basis)] : [],
  );
}

function askInvestment(planned: Investment, { followUp, answers, ...basis }: InvestmentBasis): InvestmentAsked {
  const { project, budgetKr, example = false } = planned;
  const own = ownAnswers(basis, answers);
  return {
    ...{ project, budgetKr, example },
    outcome: lastKnown('outcome', planned, followUp.period, own),
    forecast: lastKnown('forecast', planned, followUp.period, own),
  };
}

/** The committee's and its predecessor's: another that has had one of its areas may have a project of the same name. */
function ownAnswers(
  { document: { committees }, committeeId }: Pick<InvestmentBasis, 'document' | 'committeeId'>,
  answers: readonly StoredAnswer[],
): readonly StoredAnswer[] {
  const before = committees.find(({ id }) => id === committeeId)?.succeeds;
  return answers.filter((stored) => stored.committeeId === committeeId || stored.committeeId === before);
}

/** Of two that are as new, what the committee has said. */
function lastKnown(
  what: 'outcome' | 'forecast',
  planned: Investment,
  month: Month,
  answers: readonly StoredAnswer[],
): KnownAmount | undefined {
  const reported = newest(
    answers.flatMap(({ period, answer }) => {
      const said = answer.investments.find(({ project }) => project === planned.project)?.[what];
      return said?.kind === 'value' ? [{ amountKr: said.amountKr, period }] : [];
    }),
  );
  const amountKr = what === 'outcome' ? planned.outcomeKr : planned.forecastKr;
  // Without a period it is as old as the plan.
  const saidAt = planned.period === undefined ? '' : lastMonth(planned.period);
  if (amountKr === undefined || saidAt > month || (reported && saidAt <= reported.period)) return reported;
  return planned.period === undefined ? { amountKr } : { amountKr, period: planned.period };
}

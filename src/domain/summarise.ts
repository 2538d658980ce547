import type { Amount, StoredAnswer } from './answer.ts';
import { addedToDateKr, budgetToDateKr, deviationKr } from './finance.ts';
import { committeesThatReport } from './follow-up.ts';
import { type Month, yearOf } from './period.ts';
import {
  type AddedBudget,
  type BusinessArea,
  businessAreasOf,
  type Committee,
  type Plan,
  type Undivided,
  undividedOf,
} from './plan.ts';

/** Sums over some business areas, whole kronor; a committee's budget with what it has not divided on areas. A sum with a part missing is missing: never a smaller sum. */
export interface FinanceSum {
  readonly budgetKr: number;
  readonly budgetToDateKr: number;
  readonly outcomeKr: number | undefined;
  readonly forecastKr: number | undefined;
  /** Budget − forecast; minus is a deficit. */
  readonly deviationKr: number | undefined;
}

export interface CommitteeSummary extends FinanceSum {
  readonly committee: Committee;
  /** None: the committee has not answered. */
  readonly stored: StoredAnswer | undefined;
  /** Fee-financed areas (VA), apart from the rest ("varav"); they are part of the committee's sum. */
  readonly feeFinanced: (FinanceSum & { readonly names: readonly string[] }) | undefined;
  /** What the council has added during the year: part of the budget, and of no area's before it is divided. */
  readonly added: readonly AddedToCommittee[];
}

export interface AddedToCommittee extends AddedBudget {
  /** Absent: not divided yet. */
  readonly areaName?: string;
}

/** A month rolled up over the committees. Their sum is not the municipality's result, and there is none here. */
export interface MonthSummary {
  readonly period: Month;
  readonly committees: readonly CommitteeSummary[];
  readonly missing: readonly Committee[];
  readonly example: boolean;
}

export function summariseMonth(plan: Plan, period: Month, answers: readonly StoredAnswer[]): MonthSummary {
  const committees = committeesThatReport(plan, period).map((committee) =>
    summariseCommittee(
      plan,
      committee,
      period,
      answers.find((stored) => stored.committeeId === committee.id && stored.period === period),
    ),
  );
  return {
    period,
    committees,
    missing: committees.filter(({ stored }) => stored === undefined).map(({ committee }) => committee),
    example: plan.businessAreas.some((area) => area.example) || answers.some((stored) => stored.example),
  };
}

export function summariseCommittee(
  plan: Plan,
  committee: Committee,
  period: Month,
  stored: StoredAnswer | undefined,
): CommitteeSummary {
  const areas = businessAreasOf(plan, committee.id, yearOf(period));
  const undivided = undividedOf(plan, committee.id, yearOf(period));
  const feeFinanced = areas.filter((area) => area.feeFinanced);
  return {
    committee,
    stored,
    ...sumOf(areas, undivided, period, stored),
    feeFinanced:
      feeFinanced.length > 0
        ? { ...sumOf(feeFinanced, [], period, stored), names: feeFinanced.map(({ name }) => name) }
        : undefined,
    added: [...areas.flatMap(({ added = [], name }) => added.map((one) => ({ ...one, areaName: name }))), ...undivided],
  };
}

function sumOf(
  areas: readonly BusinessArea[],
  undivided: readonly Undivided[],
  period: Month,
  stored: StoredAnswer | undefined,
): FinanceSum {
  const figures = areas.map((area) => stored?.answer.areas.find(({ areaId }) => areaId === area.id));
  const budgetKr = sum([...areas.map((area) => area.netBudgetKr), ...undivided.map((added) => added.amountKr)]);
  const outcomeKr = total(figures.map((area) => area?.outcome));
  const forecastKr = total(figures.map((area) => area?.forecast));
  return {
    budgetKr,
    budgetToDateKr: sum([
      ...areas.map((area) => budgetToDateKr(area, period)),
      ...undivided.map((added) => addedToDateKr(added, period)),
    ]),
    outcomeKr,
    forecastKr,
    deviationKr: forecastKr === undefined ? undefined : deviationKr(budgetKr, forecastKr),
  };
}

function total(amounts: readonly (Amount | undefined)[]): number | undefined {
  const values = amounts.flatMap((amount) => (amount?.kind === 'value' ? [amount.amountKr] : []));
  return values.length === amounts.length ? sum(values) : undefined;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amountKr) => total + amountKr, 0);
}

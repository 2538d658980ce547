import type { Amount, StoredAnswer } from './answer.ts';
import { budgetToDateKr, deviationKr } from './finance.ts';
import { committeesThatReport } from './follow-up.ts';
import { type Month, yearOf } from './period.ts';
import { type BusinessArea, businessAreasOf, type Committee, type Plan } from './plan.ts';

/** Sums over some business areas, whole kronor. A sum with a part missing is missing: never a smaller sum. */
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
  const feeFinanced = areas.filter((area) => area.feeFinanced);
  return {
    committee,
    stored,
    ...sumOf(areas, period, stored),
    feeFinanced:
      feeFinanced.length > 0
        ? { ...sumOf(feeFinanced, period, stored), names: feeFinanced.map(({ name }) => name) }
        : undefined,
  };
}

function sumOf(areas: readonly BusinessArea[], period: Month, stored: StoredAnswer | undefined): FinanceSum {
  const figures = areas.map((area) => stored?.answer.areas.find(({ areaId }) => areaId === area.id));
  const budgetKr = areas.reduce((sum, area) => sum + area.netBudgetKr, 0);
  const outcomeKr = total(figures.map((area) => area?.outcome));
  const forecastKr = total(figures.map((area) => area?.forecast));
  return {
    budgetKr,
    budgetToDateKr: areas.reduce((sum, area) => sum + budgetToDateKr(area, period), 0),
    outcomeKr,
    forecastKr,
    deviationKr: forecastKr === undefined ? undefined : deviationKr(budgetKr, forecastKr),
  };
}

function total(amounts: readonly (Amount | undefined)[]): number | undefined {
  let sum = 0;
  for (const amount of amounts) {
    if (amount?.kind !== 'value') return undefined;
    sum += amount.amountKr;
  }
  return sum;
}

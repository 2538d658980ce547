import type { AreaFigures } from './answer.ts';
import { isSameYear, type Month, monthNumber } from './period.ts';
import type { AddedBudget, BusinessArea, CommentLimit } from './plan.ts';
import { spreadOver } from './spread.ts';

/** Deviation in whole kronor: budget − forecast. Minus is a deficit (underskott). */
export function deviationKr(budgetKr: number, forecastKr: number): number {
  return budgetKr - forecastKr;
}

/**
 * Whole kronor from January to the end of the month. A year's total without months is spread evenly; what was added to it,
 * from the month that it was added in.
 */
export function budgetToDateKr(area: BusinessArea, period: Month): number {
  if (area.monthlyKr !== undefined) return sumToDate(area.monthlyKr, period);
  const { added = [], netBudgetKr } = area;
  const decidedKr = netBudgetKr - added.reduce((sum, { amountKr }) => sum + amountKr, 0);
  const toDateKr = Math.round((decidedKr * monthNumber(period)) / 12);
  return added.reduce((sum, one) => sum + addedToDateKr(one, period), toDateKr);
}

/** The part of an added amount that falls from January to the end of the month, whole kronor. */
export function addedToDateKr({ amountKr, from }: AddedBudget, period: Month): number {
  return sumToDate(spreadOver(amountKr, from), period);
}

function sumToDate(monthlyKr: readonly number[], period: Month): number {
  return monthlyKr.slice(0, monthNumber(period)).reduce((sum, kr) => sum + kr, 0);
}

/** The last accumulated outcome known before the month that is asked about, in whole kronor. */
export interface EarlierOutcome {
  readonly period: Month;
  readonly outcomeKr: number;
  /** The committee that had the area then, when it was another. */
  readonly reportedBy?: string;
}

/** A full-year forecast that we computed, in whole kronor, with what it was computed from. */
export interface ForecastProposal {
  readonly forecastKr: number;
  /** The outcome it starts from; none when the budget alone is proposed. */
  readonly from?: Month;
}

/**
 * Outcome so far plus the budget for the rest of the year: what the year ends at when the remaining months keep to the budget.
 * Without an outcome this year the budget itself is proposed.
 */
export function proposeForecast(area: BusinessArea, earlier: EarlierOutcome | undefined): ForecastProposal {
  if (earlier === undefined) return { forecastKr: area.netBudgetKr };
  return {
    forecastKr: earlier.outcomeKr + area.netBudgetKr - budgetToDateKr(area, earlier.period),
    from: earlier.period,
  };
}

/** What the accumulated outcome would be if the months since the last one had kept to the budget. */
export function expectedOutcomeKr(area: BusinessArea, period: Month, earlier: EarlierOutcome | undefined): number {
  const toDate = budgetToDateKr(area, period);
  if (earlier === undefined || !isSameYear(earlier.period, period)) return toDate;
  return earlier.outcomeKr + toDate - budgetToDateKr(area, earlier.period);
}

/** True when a deviation is so large, in either direction, that the plan wants it explained. */
export function needsComment(budgetKr: number, forecastKr: number, limit: CommentLimit): boolean {
  const size = Math.abs(deviationKr(budgetKr, forecastKr));
  return size > limit.amountKr || size * 100 > limit.percentOfBudget * Math.abs(budgetKr);
}

/** Deviation of one area in whole kronor, or none when no forecast was given. Minus is a deficit. */
export function areaDeviationKr(budgetKr: number, figures: AreaFigures): number | undefined {
  return figures.forecast.kind === 'value' ? deviationKr(budgetKr, figures.forecast.amountKr) : undefined;
}

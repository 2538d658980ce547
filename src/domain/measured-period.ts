import type { Indicator } from './indicator.ts';
import { type Month, monthOf, yearOf } from './period.ts';

/** The period of a value in the plan: a year, `2025`, or a month, `2026-10`. */
export function isWholeYear(period: string): boolean {
  return period.length === 4;
}

/** The period that a value belongs to when a month's follow-up asks for it: the year, of what is measured once a year. */
export function measuredPeriod({ frequency }: Pick<Indicator, 'frequency'>, month: Month): string {
  return frequency === 'year' ? String(yearOf(month)) : month;
}

export function firstMonth(period: string): Month {
  return isWholeYear(period) ? monthOf(Number(period), 1) : (period as Month);
}

export function lastMonth(period: string): Month {
  return isWholeYear(period) ? monthOf(Number(period), 12) : (period as Month);
}

export function isSameKind(one: string, other: string): boolean {
  return isWholeYear(one) === isWholeYear(other);
}

export type SeriesBreak = NonNullable<Indicator['seriesBreaks']>[number];

/** The break, if any, that keeps two values of an indicator from being compared. A period with a break in it is after it. */
export function breakBetween(
  { seriesBreaks = [] }: Indicator,
  earlier: string,
  later: string,
): SeriesBreak | undefined {
  return seriesBreaks.find(({ from }) => lastMonth(earlier) < firstMonth(from) && firstMonth(from) <= lastMonth(later));
}

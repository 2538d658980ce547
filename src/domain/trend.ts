import { settled } from './decimals.ts';
import type { Indicator, IndicatorValue } from './indicator.ts';
import { breakBetween, isSameKind, isWholeYear, lastMonth, type SeriesBreak } from './measured-period.ts';

/** Where an indicator is going, apart from its target. `worse` and `improving` are as the indicator's good direction has it. */
export type Trend =
  | { readonly kind: 'improving' | 'unchanged' | 'worse'; readonly from: IndicatorValue; readonly to: IndicatorValue }
  | { readonly kind: 'no-earlier-value' }
  | { readonly kind: 'series-broken'; readonly seriesBreak: SeriesBreak };

/**
 * Compares the newest value with an earlier one of the same kind: a year with the year before it that has a value.
 * A month's value is the month's own, and months differ through the year: it is compared with the same month last year,
 * or else with the month before it that has a value. A value reported every four months covers the year from January, so
 * it is only compared with the same months of an earlier year.
 * @param values newest first, as `seriesOf` gives them
 */
export function trendOf(indicator: Indicator, values: readonly IndicatorValue[]): Trend {
  const [to, ...earlier] = values;
  if (!to) return { kind: 'no-earlier-value' };

  const alike = earlier.filter(({ period }) => isComparable(indicator, period, to.period));
  const unbroken = alike.filter(({ period }) => !breakBetween(indicator, period, to.period));
  const from = unbroken.find(({ period }) => period === yearBefore(to.period)) ?? unbroken[0];
  if (from) return { kind: direction(indicator, from.value, to.value), from, to };

  const seriesBreak = alike[0] && breakBetween(indicator, alike[0].period, to.period);
  return seriesBreak ? { kind: 'series-broken', seriesBreak } : { kind: 'no-earlier-value' };
}

function isComparable({ frequency }: Indicator, earlier: string, later: string): boolean {
  if (!isSameKind(earlier, later)) return false;
  return frequency !== 'tertial' || earlier.slice(5) === later.slice(5);
}

function yearBefore(period: string): string {
  const year = String(Number(period.slice(0, 4)) - 1).padStart(4, '0');
  return isWholeYear(period) ? year : `${year}${lastMonth(period).slice(4)}`;
}

function direction({ good }: Indicator, from: number, to: number): 'improving' | 'unchanged' | 'worse' {
  const [before, now] = [settled(from), settled(to)];
  if (before === now) return 'unchanged';
  return now > before === (good === 'up') ? 'improving' : 'worse';
}

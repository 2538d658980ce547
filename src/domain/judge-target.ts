import { settled } from './decimals.ts';
import { type Comparison, dayOf, type Indicator, type IndicatorValue, type Target } from './indicator.ts';
import type { Series } from './indicator-series.ts';
import type { Baseline, DirectionTarget, Judgement, Measured, NotAssessable } from './judgement.ts';
import { breakBetween, isSameKind, lastMonth } from './measured-period.ts';

/** Judges the newest value that can be held against the target. What can't be judged is never called behind. */
export function judgeTarget(indicator: Indicator, target: Target | undefined, series: Series): Judgement {
  if (!target) return { verdict: 'key-figure', reason: { kind: 'no-target' } };
  const [value, ...earlier] = series.values;
  if (!value) return { verdict: 'not-measured', reason: series.withheld };

  switch (target.kind) {
    case 'direction':
      return againstBaseline(indicator, target, series.values);
    case 'better-than':
      return againstGroup(indicator, target, [value, ...earlier], target.group);
    case 'best-quarter':
      return againstGroup(indicator, target, [value, ...earlier], 'bestQuarter');
    case 'words':
      return notAssessable({ kind: 'words', text: target.text });
    case 'on-date':
      if (!dayOf(value.value)) return notAssessable({ kind: 'not-a-day', value });
      return within(limitsOf(target), indicator, { kind: 'limit', target, value });
    default:
      return within(limitsOf(target), indicator, { kind: 'limit', target, value });
  }
}

/** What a value must keep within. `strict`: the limit itself is not enough. */
interface Limits {
  readonly low?: number;
  readonly high?: number;
  readonly strict?: boolean;
}

type LimitTarget = Extract<Target, { readonly kind: 'at-least' | 'at-most' | 'between' | 'on-date' | 'yes-no' }>;

function limitsOf(target: LimitTarget): Limits {
  switch (target.kind) {
    case 'at-least':
      return { low: target.value };
    case 'at-most':
      return { high: target.value };
    case 'between':
      return { low: target.from, high: target.to };
    case 'on-date':
      return { high: Number(target.date.replaceAll('-', '')) };
    case 'yes-no':
      return target.value ? { low: 1, high: 1 } : { low: 0, high: 0 };
  }
}

function againstBaseline(indicator: Indicator, target: DirectionTarget, values: readonly IndicatorValue[]): Judgement {
  const { baseline } = indicator;
  if (!baseline) return notAssessable({ kind: 'no-baseline', target });
  const since = values.filter(({ period }) => lastMonth(period) > lastMonth(baseline.period));
  if (since.length === 0) return { verdict: 'not-measured', reason: { kind: 'none-since-baseline', baseline } };
  const value = since.find(({ period }) => isSameKind(period, baseline.period));
  if (!value) return notAssessable({ kind: 'unlike-baseline', baseline });
  const seriesBreak = breakBetween(indicator, baseline.period, value.period);
  if (seriesBreak) return notAssessable({ kind: 'series-broken', baseline, seriesBreak });

  return within(limitsFrom(target, baseline), indicator, { kind: 'baseline', target, value, baseline });
}

function limitsFrom({ direction, tolerance = 0 }: DirectionTarget, { value }: Baseline): Limits {
  if (direction === 'increase') return { low: value, strict: true };
  if (direction === 'decrease') return { high: value, strict: true };
  return { low: value - tolerance, high: value + tolerance };
}

/**
 * Others' value must be for the same year, and often comes later than ours: then it is an earlier year's that can be compared.
 * "Better" is strictly better; the best quarter includes its own limit.
 */
function againstGroup(
  { comparisons = [], ...indicator }: Indicator,
  target: Target,
  values: readonly [IndicatorValue, ...IndicatorValue[]],
  group: Comparison['group'],
): Judgement {
  const others = comparisons.filter((other) => other.group === group);
  const value = values.find(({ period }) => comparableWith(others, period));
  const comparison = value && comparableWith(others, value.period);
  if (!comparison) return notAssessable({ kind: 'no-group-value', group, year: values[0].period.slice(0, 4) });

  const strict = target.kind === 'better-than';
  const limits = indicator.good === 'up' ? { low: comparison.value, strict } : { high: comparison.value, strict };
  return within(limits, indicator, { kind: 'group', target, value, comparison });
}

function comparableWith(others: readonly Comparison[], period: string): Comparison | undefined {
  const sameYear = others.filter((other) => other.period.slice(0, 4) === period.slice(0, 4));
  return sameYear.find((other) => other.period === period) ?? sameYear[0];
}

function within(
  { low, high, strict = false }: Limits,
  { nearLimit }: Pick<Indicator, 'nearLimit'>,
  reason: Measured,
): Judgement {
  const value = settled(reason.value.value);
  const isBelow = low !== undefined && (strict ? value <= settled(low) : value < settled(low));
  const isAbove = high !== undefined && (strict ? value >= settled(high) : value > settled(high));
  if (!isBelow && !isAbove) return { verdict: 'reached', reason };

  const isNear = nearLimit !== undefined && (isBelow ? value >= settled(nearLimit) : value <= settled(nearLimit));
  return { verdict: isNear ? 'near' : 'behind', reason };
}

function notAssessable(reason: NotAssessable): Judgement {
  return { verdict: 'not-assessable', reason };
}

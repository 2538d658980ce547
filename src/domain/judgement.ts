import type { Comparison, Indicator, IndicatorValue, Target } from './indicator.ts';
import type { Withheld } from './indicator-series.ts';
import type { SeriesBreak } from './measured-period.ts';

/** How an indicator stands to a target, with the facts that say why. Its trend and people's grades are other things. */
export type Judgement =
  | { readonly verdict: 'reached' | 'near' | 'behind'; readonly reason: Measured }
  | { readonly verdict: 'not-measured'; readonly reason: NotMeasured }
  | { readonly verdict: 'not-assessable'; readonly reason: NotAssessable }
  /** No target: reported at every follow-up, never judged. */
  | { readonly verdict: 'key-figure'; readonly reason: { readonly kind: 'no-target' } };

export type Verdict = Judgement['verdict'];

export type Baseline = NonNullable<Indicator['baseline']>;
export type DirectionTarget = Extract<Target, { readonly kind: 'direction' }>;

/** What the value was held against. */
export type Measured =
  | { readonly kind: 'limit'; readonly target: Target; readonly value: IndicatorValue }
  | {
      readonly kind: 'baseline';
      readonly target: DirectionTarget;
      readonly value: IndicatorValue;
      readonly baseline: Baseline;
    }
  | {
      readonly kind: 'group';
      readonly target: Target;
      readonly value: IndicatorValue;
      readonly comparison: Comparison;
    };

export type NotMeasured = Withheld | { readonly kind: 'none-since-baseline'; readonly baseline: Baseline };

export type NotAssessable =
  | { readonly kind: 'no-baseline'; readonly target: DirectionTarget }
  | { readonly kind: 'series-broken'; readonly baseline: Baseline; readonly seriesBreak: SeriesBreak }
  /** A whole year's baseline and only months since, or the other way round. */
  | { readonly kind: 'unlike-baseline'; readonly baseline: Baseline }
  | { readonly kind: 'no-group-value'; readonly group: Comparison['group']; readonly year: string }
  /** A date indicator's value that is no date. */
  | { readonly kind: 'not-a-day'; readonly value: IndicatorValue }
  | { readonly kind: 'words'; readonly text: string };

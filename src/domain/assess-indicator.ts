import type { Indicator, IndicatorValue } from './indicator.ts';
import { type SeriesQuestion, seriesOf } from './indicator-series.ts';
import { judgeTarget } from './judge-target.ts';
import type { Judgement } from './judgement.ts';
import { yearOf } from './period.ts';
import { type Trend, trendOf } from './trend.ts';

export interface IndicatorAssessment {
  readonly indicatorId: string;
  /** The newest value that may be shown; a judgement names the value that it rests on. */
  readonly value?: IndicatorValue;
  /** Against this year's step, where the plan has one. */
  readonly thisYear?: Judgement;
  readonly periodsEnd: Judgement;
  readonly trend: Trend;
}

/** An indicator as it stood at the end of a month: for a committee, or for the municipality when none is named. */
export function assessIndicator(indicator: Indicator, question: SeriesQuestion): IndicatorAssessment {
  const series = seriesOf(indicator, question);
  const [value] = series.values;
  const step = indicator.yearlyTargets?.find(({ year }) => year === yearOf(question.period));
  return {
    indicatorId: indicator.id,
    ...(value && { value }),
    ...(step && { thisYear: judgeTarget(indicator, step.target, series) }),
    periodsEnd: judgeTarget(indicator, indicator.target, series),
    trend: trendOf(indicator, series.values),
  };
}

/** What counts for the goal during the year: this year's step on the way where there is one, else the period's end. */
export function judgementInUse({ thisYear, periodsEnd }: IndicatorAssessment): Judgement {
  return thisYear ?? periodsEnd;
}

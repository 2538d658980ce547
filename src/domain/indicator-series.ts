import { computeIndex, type IndexResult } from './compute-index.ts';
import { type Indicator, type IndicatorValue, soleCommittees } from './indicator.ts';
import { isWholeYear, lastMonth } from './measured-period.ts';
import { type Month, monthOf, yearOf } from './period.ts';
import type { IndexRule } from './plan-document.ts';

/** Whose values are asked for, and until when. No committee asks for the municipality's. */
export interface SeriesQuestion {
  readonly period: Month;
  readonly committeeId?: string;
  /** One for each period, committee and group; see `withReported`. */
  readonly values: readonly IndicatorValue[];
}

/** Why there is no value to show, when there is none. */
export type Withheld =
  | { readonly kind: 'no-value' }
  /** Committees have reported, but the total is its owner's to report: it is never computed from theirs. */
  | { readonly kind: 'no-total' }
  | Exclude<IndexResult, { readonly kind: 'value' }>;

/** The values that may be shown, newest first. Breakdowns and components are not among them. */
export type Series = { readonly values: readonly IndicatorValue[]; readonly withheld: Withheld };

/** The plan's values with what has been reported since; a report for a period stands in the place of the plan's. */
export function withReported(indicator: Indicator, reported: readonly IndicatorValue[]): readonly IndicatorValue[] {
  const key = (value: IndicatorValue) => JSON.stringify([value.period, ownerOf(indicator, value), value.group]);
  return [...new Map([...indicator.values, ...reported].map((value) => [key(value), value])).values()];
}

export function seriesOf(indicator: Indicator, question: SeriesQuestion): Series {
  const known = question.values.filter((value) => isKnownAt(indicator, value.period, question.period));
  const own = known.filter((value) => ownerOf(indicator, value) === ownerOf(indicator, question));
  const periods = [...Map.groupBy(own, ({ period }) => period)].sort(([one], [other]) => newestFirst(one, other));
  const readings = periods.flatMap(([, values]) => readPeriod(indicator, values));
  const haveOthers = known.some(({ committeeId }) => committeeId !== undefined);
  return {
    values: readings.flatMap((reading) => ('kind' in reading ? [] : [reading])),
    withheld: readings.find((reading) => 'kind' in reading) ?? {
      kind: question.committeeId === undefined && haveOthers ? 'no-total' : 'no-value',
    },
  };
}

/** Whose a value is; nobody's own where one committee at a time is responsible, for then it is the municipality's. */
function ownerOf(indicator: Indicator, { committeeId }: { readonly committeeId?: string }): string | undefined {
  return committeeId !== undefined && soleCommittees(indicator).includes(committeeId) ? undefined : committeeId;
}

/**
 * A whole year's value is known when the year is over. A measurement that is made once a year counts from the year's
 * beginning: it belongs to the year that it was made.
 */
function isKnownAt({ frequency }: Indicator, measured: string, period: Month): boolean {
  const isOncePerYear = frequency === 'year' && isWholeYear(measured);
  return isOncePerYear ? lastMonth(measured) <= monthOf(yearOf(period), 12) : lastMonth(measured) <= period;
}

/** What there is to show of one period: what was reported for all, or else the index that its components give. */
function readPeriod({ index }: Indicator, values: readonly IndicatorValue[]): (IndicatorValue | Withheld)[] {
  const total = values.find(({ group }) => group === undefined);
  if (total) return [isTooFew(index?.minimumRespondents, total) ?? total];

  const components = values.filter(({ group = '' }) => index?.components.includes(group));
  return index && components.length > 0 ? [computedIndex(index, components)] : [];
}

/** A total without a number of answers stands: whoever entered it has the survey at hand. */
function isTooFew(minimum: number | undefined, { respondents }: IndicatorValue): Withheld | undefined {
  if (minimum === undefined || respondents === undefined || respondents >= minimum) return undefined;
  return { kind: 'too-few', minimum };
}

function computedIndex(rule: IndexRule, components: readonly IndicatorValue[]): IndicatorValue | Withheld {
  const [{ period = '', committeeId } = {}] = components;
  const respondents = fewest(components);
  const result = computeIndex(rule, new Map(components.map(({ group = '', value }) => [group, value])), respondents);
  if (result.kind !== 'value') return result;
  return {
    period,
    value: result.value,
    ...(committeeId !== undefined && { committeeId }),
    ...(respondents !== undefined && { respondents }),
    example: components.some(({ example }) => example),
  };
}

/** Unknown as soon as one of them is. */
function fewest(values: readonly IndicatorValue[]): number | undefined {
  const counts = values.flatMap(({ respondents }) => respondents ?? []);
  return counts.length < values.length ? undefined : Math.min(...counts);
}

/** Of a year and its December, the year first. */
function newestFirst(one: string, other: string): number {
  const rank = (period: string) => `${lastMonth(period)}${isWholeYear(period) ? 1 : 0}`;
  return rank(one) < rank(other) ? 1 : -1;
}

import { reportOf, type StoredAnswer } from './answer.ts';
import type { EarlierOutcome } from './finance.ts';
import type { IndicatorDue } from './follow-up.ts';
import { type Holder, holderAt } from './holders.ts';
import { soleCommittees } from './indicator.ts';

/** An indicator's last value, in its own unit. */
export interface LastValue {
  readonly period: string;
  readonly value: number;
  /** The committee that reported it, when it was another. */
  readonly reportedBy?: string;
  /** Why it can't be compared with the value that is asked for: the series was broken in between. */
  readonly broken?: { readonly from: string; readonly note: string };
}

/** The newest outcome of an area that one of its holders has reported. A missing one is passed over: it is not 0. */
export function lastOutcome(
  areaId: string,
  holders: readonly Holder[],
  answers: readonly StoredAnswer[],
): EarlierOutcome | undefined {
  return newest(
    answers.flatMap(({ committeeId, period, answer }) => {
      const holder = holderAt(holders, committeeId, period);
      const outcome = answer.areas.find((area) => area.areaId === areaId)?.outcome;
      return holder && outcome?.kind === 'value' ? [{ period, outcomeKr: outcome.amountKr, ...holder }] : [];
    }),
  );
}

/** The newest value before a month, reported or known from the plan. The municipality's total is nobody's own value. */
export function lastValue(
  due: IndicatorDue,
  holders: readonly Holder[],
  before: string,
  answers: readonly StoredAnswer[],
): LastValue | undefined {
  const { seriesBreaks } = due.indicator;
  const last = newest([...reportedValues(due, holders, answers), ...plannedValues(due, holders, before)]);
  const broken = last && seriesBreaks?.findLast(({ from }) => from > last.period && from.slice(0, 7) <= before);
  return broken ? { ...last, broken } : last;
}

function reportedValues(
  { indicator, scope }: IndicatorDue,
  holders: readonly Holder[],
  answers: readonly StoredAnswer[],
): LastValue[] {
  return answers.flatMap(({ committeeId, period, answer }) => {
    const holder = holderAt(holders, committeeId, period);
    const report = reportOf(answer, indicator.id, scope);
    return holder && report?.kind === 'value' ? [{ period, value: report.value, ...holder }] : [];
  });
}

/** A value without a committee is the municipality's total, and the committee's own where it alone is responsible. */
function plannedValues({ indicator, scope }: IndicatorDue, holders: readonly Holder[], before: string): LastValue[] {
  const isTotal = scope === 'municipality' || soleCommittees(indicator).length > 0;
  return indicator.values
    .filter(({ period, group }) => period < before && group === undefined)
    .flatMap(({ committeeId, period, value }) => {
      if (committeeId === undefined) return isTotal ? [{ period, value }] : [];
      const holder = scope === 'committee' ? holderAt(holders, committeeId, period) : undefined;
      return holder ? [{ period, value, ...holder }] : [];
    });
}

/** Of two from the same period, the first. */
function newest<Known extends { readonly period: string }>(known: readonly Known[]): Known | undefined {
  return known.toSorted((one, other) => other.period.localeCompare(one.period))[0];
}

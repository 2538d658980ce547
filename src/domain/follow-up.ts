import { isAskedIn } from './asked-in.ts';
import { type Indicator, type IndicatorScope, soleCommittees } from './indicator.ts';
import { type SeriesQuestion, seriesOf } from './indicator-series.ts';
import { measuredPeriod } from './measured-period.ts';
import { type Month, nextMonth, yearOf } from './period.ts';
import { businessAreasOf, type Committee, type FollowUp, type Plan } from './plan.ts';

/** Knows the Swedish working days. Dates are `2026-11-04`, in Europe/Stockholm. */
export interface WorkingDays {
  /** The n-th working day of a month, 1 for the first. */
  nthOf(month: Month, n: number): string;
}

/** When a follow-up is open: from the morning of `opensOn` to the end of `dueOn`. Dates in Europe/Stockholm. */
export interface FollowUpDates {
  readonly opensOn: string;
  readonly dueOn: string;
}

export function followUpDates(followUp: FollowUp, workingDays: WorkingDays): FollowUpDates {
  const after = nextMonth(followUp.period);
  return {
    opensOn: workingDays.nthOf(after, followUp.opensOnWorkingDay),
    dueOn: workingDays.nthOf(after, followUp.dueOnWorkingDay),
  };
}

/** The latest follow-up that has opened on `today`, or none before the year's first. It stays open until the next one opens. */
export function openFollowUp(plan: Plan, workingDays: WorkingDays, today: string): FollowUp | undefined {
  return plan.followUps
    .filter((followUp) => followUpDates(followUp, workingDays).opensOn <= today)
    .sort((one, other) => other.period.localeCompare(one.period))[0];
}

/** The committees that exist in the month, have a budget to follow and are asked then: every one of them owes an answer. */
export function committeesThatReport(plan: Plan, period: Month): readonly Committee[] {
  const asked = plan.followUps.find((followUp) => followUp.period === period)?.committeeIds;
  return plan.committees.filter(
    (committee) =>
      (asked === undefined || asked.includes(committee.id)) &&
      (committee.validFrom === undefined || committee.validFrom.slice(0, 7) <= period) &&
      (committee.validTo === undefined || committee.validTo.slice(0, 7) >= period) &&
      businessAreasOf(plan, committee.id, yearOf(period)).length > 0,
  );
}

/** One question about an indicator: for the committee's own value, or for the municipality's total. */
export interface IndicatorDue {
  readonly indicator: Indicator;
  readonly scope: IndicatorScope;
}

/** What a committee is asked for at a follow-up: by frequency, and not known already from the plan. */
export function indicatorsDue(plan: Plan, committeeId: string, followUp: FollowUp): readonly IndicatorDue[] {
  if (!followUp.asks.includes('indicators')) return [];
  return plan.indicators
    .filter((indicator) => isAskedIn(indicator, followUp, plan.followUps))
    .flatMap((indicator) => scopesOf(indicator, committeeId).map((scope) => ({ indicator, scope })))
    .filter(({ indicator, scope }) => {
      const whose = scope === 'committee' ? { committeeId } : {};
      return !isKnown(indicator, { ...whose, period: followUp.period, values: indicator.values });
    });
}

/** Alone responsible, a committee is asked once: its own value is the total. */
function scopesOf(indicator: Indicator, committeeId: string): IndicatorScope[] {
  const ownsTotal = indicator.totalReportedBy === committeeId && soleCommittees(indicator).length === 0;
  return [
    ...(indicator.committeeIds.includes(committeeId) ? (['committee'] as const) : []),
    ...(ownsTotal ? (['municipality'] as const) : []),
  ];
}

/** What is measured once a year is known for the year, whenever in it that was. */
function isKnown(indicator: Indicator, question: SeriesQuestion): boolean {
  const measured = measuredPeriod(indicator, question.period);
  return seriesOf(indicator, question).values.some(({ period }) => period.startsWith(measured));
}

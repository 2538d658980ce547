import { isAskedIn } from './asked-in.ts';
import { type Indicator, type IndicatorScope, soleCommittees } from './indicator.ts';
import { type SeriesQuestion, seriesOf } from './indicator-series.ts';
import type { DatedStep } from './ladder.ts';
import { measuredPeriod } from './measured-period.ts';
import { type Month, nextMonth, yearOf } from './period.ts';
import type { Committee, FollowUp, Plan } from './plan.ts';

/** Knows the Swedish working days. Dates are `2026-11-04`, in Europe/Stockholm. */
export interface WorkingDays {
  /** The n-th working day of a month, 1 for the first. */
  nthOf(month: Month, n: number): string;
  /** So many working days after a day, or before it with a minus; 0 is the day itself, working day or not. */
  shift(date: string, workingDays: number): string;
  isWorkingDay(date: string): boolean;
}

/** When a follow-up is open: from the morning of `opensOn` to the end of `dueOn`. Dates in Europe/Stockholm. */
export interface FollowUpDates {
  readonly opensOn: string;
  readonly dueOn: string;
  /** The reminder ladder, in the order of its days. */
  readonly steps: readonly DatedStep[];
}

export function followUpDates(followUp: FollowUp, workingDays: WorkingDays): FollowUpDates {
  const known = datesKnown.get(workingDays) ?? new WeakMap<FollowUp, FollowUpDates>();
  datesKnown.set(workingDays, known);
  const dates = known.get(followUp) ?? datesOf(followUp, workingDays);
  known.set(followUp, dates);
  return dates;
}

/** Asked for at every press, and the same for as long as the plan is. */
const datesKnown = new WeakMap<WorkingDays, WeakMap<FollowUp, FollowUpDates>>();

function datesOf(followUp: FollowUp, workingDays: WorkingDays): FollowUpDates {
  const dueOn = workingDays.nthOf(nextMonth(followUp.period), followUp.dueOnWorkingDay);
  return {
    opensOn: openingDay(followUp, workingDays),
    dueOn,
    steps: followUp.ladder.map((step) => ({ ...step, on: workingDays.shift(dueOn, step.workingDays) })),
  };
}

function openingDay({ startedOn, period, opensOnWorkingDay }: FollowUp, workingDays: WorkingDays): string {
  return startedOn ?? workingDays.nthOf(nextMonth(period), opensOnWorkingDay);
}

/** The latest follow-up that has opened on `today`, or none before the year's first. It stays open until the next one opens. */
export function openFollowUp(plan: Plan, workingDays: WorkingDays, today: string): FollowUp | undefined {
  return plan.followUps
    .toSorted((one, other) => other.period.localeCompare(one.period))
    .find((followUp) => openingDay(followUp, workingDays) <= today);
}

/**
 * The day that a month's answers are locked: when the next follow-up of the calendar opens, whose accumulated figures take over.
 * None: nothing comes after it yet, so it stays open.
 */
export function locksOn(plan: Plan, period: Month, workingDays: WorkingDays): string | undefined {
  const [next] = plan.followUps
    .filter((followUp) => followUp.period > period)
    .sort((one, other) => one.period.localeCompare(other.period));
  return next && openingDay(next, workingDays);
}

/** The committees that exist in the month, have a budget to follow and are asked then: every one of them owes an answer. */
export function committeesThatReport(plan: Plan, period: Month): readonly Committee[] {
  const asked = plan.followUps.find((followUp) => followUp.period === period)?.committeeIds;
  const isAsked = new Set(asked ?? plan.committees.map(({ id }) => id));
  const year = yearOf(period);
  const hasBudget = new Set(plan.businessAreas.filter((area) => area.year === year).map((area) => area.committeeId));
  return plan.committees.filter(
    ({ id, validFrom, validTo }) =>
      isAsked.has(id) &&
      hasBudget.has(id) &&
      (validFrom === undefined || validFrom.slice(0, 7) <= period) &&
      (validTo === undefined || validTo.slice(0, 7) >= period),
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

/** Whose values a committee answers for. Alone responsible, it is asked once: its own value is the total. */
export function scopesOf(indicator: Indicator, committeeId: string): IndicatorScope[] {
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

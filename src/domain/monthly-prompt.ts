import type { Answer, StoredAnswer } from './answer.ts';
import {
  budgetToDateKr,
  type EarlierOutcome,
  expectedOutcomeKr,
  type ForecastProposal,
  proposeForecast,
} from './finance.ts';
import { type FollowUpDates, indicatorsDue } from './follow-up.ts';
import type { Indicator } from './indicator.ts';
import { isSameYear, yearOf } from './period.ts';
import { type BusinessArea, businessAreasOf, type Committee, type FollowUp, type Plan } from './plan.ts';

/** What is known of a business area before its figures are asked for. Whole kronor. */
export interface AreaAsked {
  readonly area: BusinessArea;
  readonly budgetToDateKr: number;
  /** The last reported outcome of the same year. */
  readonly earlier: EarlierOutcome | undefined;
  readonly expectedOutcomeKr: number;
  readonly proposal: ForecastProposal;
}

export interface IndicatorAsked {
  readonly indicator: Indicator;
  /** The committee's own last value; with a single responsible committee, the plan's. */
  readonly last: { readonly period: string; readonly value: number } | undefined;
}

/** Everything that one committee is asked for one month, with what is known already. */
export interface MonthlyPrompt {
  readonly committee: Committee;
  readonly followUp: FollowUp;
  readonly dates: FollowUpDates;
  readonly areas: readonly AreaAsked[];
  readonly indicators: readonly IndicatorAsked[];
  /** True when any figure shown is invented for demonstration. */
  readonly example: boolean;
}

/** `answers` are the committee's stored answers of the year; those of the asked month and later are left aside. */
export function monthlyPrompt(
  plan: Plan,
  committee: Committee,
  followUp: FollowUp,
  dates: FollowUpDates,
  answers: readonly StoredAnswer[],
): MonthlyPrompt {
  const earlier = answers
    .filter((stored) => stored.period < followUp.period && isSameYear(stored.period, followUp.period))
    .sort((one, other) => other.period.localeCompare(one.period));
  const areas = businessAreasOf(plan, committee.id, yearOf(followUp.period)).map((area) =>
    askArea(area, followUp, earlier),
  );
  return {
    committee,
    followUp,
    dates,
    areas,
    indicators: indicatorsDue(plan, committee.id, followUp).map((indicator) => ({
      indicator,
      last: lastValue(indicator, committee.id, followUp.period, earlier),
    })),
    example: areas.some(({ area }) => area.example) || earlier.some((stored) => stored.example),
  };
}

function askArea(area: BusinessArea, followUp: FollowUp, earlier: readonly StoredAnswer[]): AreaAsked {
  const last = lastOutcome(area.id, earlier);
  return {
    area,
    budgetToDateKr: budgetToDateKr(area, followUp.period),
    earlier: last,
    expectedOutcomeKr: expectedOutcomeKr(area, followUp.period, last),
    proposal: proposeForecast(area, last),
  };
}

function lastOutcome(areaId: string, newestFirst: readonly StoredAnswer[]): EarlierOutcome | undefined {
  for (const stored of newestFirst) {
    const outcome = stored.answer.areas.find((area) => area.areaId === areaId)?.outcome;
    if (outcome?.kind === 'value') return { period: stored.period, outcomeKr: outcome.amountKr };
  }
  return undefined;
}

function lastValue(
  indicator: Indicator,
  committeeId: string,
  before: string,
  newestFirst: readonly StoredAnswer[],
): IndicatorAsked['last'] {
  const reported = newestFirst.flatMap((stored) => reportedValue(stored.answer, indicator.id, stored.period));
  const planned = indicator.values
    .filter((value) => value.period < before)
    .filter(
      (value) => value.committeeId === committeeId || (!value.committeeId && indicator.committeeIds.length === 1),
    );
  return [...reported, ...planned].sort((one, other) => other.period.localeCompare(one.period))[0];
}

function reportedValue(answer: Answer, indicatorId: string, period: string): { period: string; value: number }[] {
  const report = answer.indicators.find((indicator) => indicator.indicatorId === indicatorId)?.report;
  return report?.kind === 'value' ? [{ period, value: report.value }] : [];
}

import type { StoredAnswer } from './answer.ts';
import { type Break, breaksOf } from './breaks.ts';
import {
  budgetToDateKr,
  type EarlierOutcome,
  expectedOutcomeKr,
  type ForecastProposal,
  proposeForecast,
} from './finance.ts';
import { type FollowUpDates, type IndicatorDue, indicatorsDue } from './follow-up.ts';
import { holdersOf } from './holders.ts';
import { askInvestments, type InvestmentAsked } from './investment-questions.ts';
import { type LastValue, lastOutcome, lastValue } from './last-known.ts';
import { askMeasures, type MeasureBasis } from './measure-questions.ts';
import { isSameYear, yearOf } from './period.ts';
import {
  type BusinessArea,
  businessAreasOf,
  type Committee,
  type FollowUp,
  type Plan,
  type Undivided,
  undividedOf,
} from './plan.ts';
import type { Grade } from './plan-document.ts';
import { askGoals, askWork, type GoalAsked, type ReportBasis, type SaidNow } from './report-questions.ts';
import type { WorkAsked } from './work-asked.ts';

export type { GoalAsked, InvestmentAsked, WorkAsked };

/** What is known of a business area before its figures are asked for. Whole kronor. */
export interface AreaAsked {
  readonly area: BusinessArea;
  readonly budgetToDateKr: number;
  /** The last reported outcome of the same year. */
  readonly earlier: EarlierOutcome | undefined;
  readonly expectedOutcomeKr: number;
  readonly proposal: ForecastProposal;
}

export interface IndicatorAsked extends IndicatorDue {
  /** The committee's own last value, or its predecessor's; of the total, the plan's or what was last reported as total. */
  readonly last: LastValue | undefined;
}

/** Everything that one committee is asked for one month, with what is known already. */
export interface MonthlyPrompt {
  readonly committee: Committee;
  readonly followUp: FollowUp;
  /** First and last year of the plan. */
  readonly planYears: { readonly from: number; readonly to: number };
  readonly dates: FollowUpDates;
  readonly areas: readonly AreaAsked[];
  /** Money for the committee that no area's budget has in it yet. */
  readonly undivided: readonly Undivided[];
  readonly indicators: readonly IndicatorAsked[];
  /** The committee's goals; empty when the follow-up does not ask for them. During the year whether they will be reached, at year-end whether they were. */
  readonly goals: readonly GoalAsked[];
  /** The plan's grades, best first. */
  readonly gradeScale: readonly Grade[];
  /**
   * Commitments, each followed by its activities, then the council's assignments, when the follow-up asks for them; then, in every
   * month, what joint reviews have agreed and is not done yet.
   */
  readonly work: readonly WorkAsked[];
  /** Projects whose figures are asked for, in report periods. */
  readonly investments: readonly InvestmentAsked[];
  /** What goals, work and investments are asked from; absent when none of them is asked for. */
  readonly report?: ReportBasis;
  /** Why the month can't be held against the last one that was reported. */
  readonly breaks: readonly Break[];
  /** True when any figure shown is invented for demonstration. */
  readonly example: boolean;
}

/** What is known beside the plan's monthly part and the year's answers. */
export interface AlsoKnown {
  readonly breaks?: readonly Break[];
  /** There when the follow-up asks for goals, activities or investments. */
  readonly report?: ReportBasis;
  readonly measures?: MeasureBasis;
}

/**
 * `answers` are those of the year, the committee's own and those of committees that it has taken work over from; those of the
 * asked month and later are left aside.
 */
export function monthlyPrompt(
  plan: Plan,
  committee: Committee,
  followUp: FollowUp,
  dates: FollowUpDates,
  answers: readonly StoredAnswer[],
  { breaks = [], report, measures }: AlsoKnown = {},
): MonthlyPrompt {
  const { period } = followUp;
  const earlier = answers.filter((stored) => stored.period < period && isSameYear(stored.period, period));
  const areas = businessAreasOf(plan, committee.id, yearOf(period)).map((area) =>
    askArea(area, followUp, lastOutcome(area.id, holdersOf(plan, committee, area), earlier)),
  );
  const undivided = undividedOf(plan, committee.id, yearOf(period));
  const investments = report ? askInvestments(report) : [];
  return {
    committee,
    followUp,
    planYears: { from: plan.periodFrom, to: plan.periodTo },
    dates,
    areas,
    undivided,
    breaks: breaksOf(breaks, committee.id),
    indicators: indicatorsDue(plan, committee.id, followUp).map((due) => ({
      ...due,
      last: lastValue(due, holdersOf(plan, committee), period, earlier),
    })),
    goals: report ? askGoals(report) : [],
    gradeScale: report?.document.gradeScale ?? [],
    work: [...(report ? askWork(report) : []), ...(measures ? askMeasures(measures, period) : [])],
    investments,
    ...(report ? { report } : {}),
    example:
      [...areas.map(({ area }) => area), ...undivided, ...investments].some(({ example }) => example) ||
      earlier.some((stored) => stored.example),
  };
}

/** The same questions with the grades proposed anew, now that the form itself says something about indicators and work. */
export function proposeAgain(prompt: MonthlyPrompt, said: SaidNow): MonthlyPrompt {
  return prompt.report === undefined ? prompt : { ...prompt, goals: askGoals(prompt.report, said) };
}

function askArea(area: BusinessArea, followUp: FollowUp, last: EarlierOutcome | undefined): AreaAsked {
  return {
    area,
    budgetToDateKr: budgetToDateKr(area, followUp.period),
    earlier: last,
    expectedOutcomeKr: expectedOutcomeKr(area, followUp.period, last),
    proposal: proposeForecast(area, last),
  };
}

import { toFigures } from './add-figures.ts';
import type { AreaFigures, StoredAnswer } from './answer.ts';
import { existsOn } from './committee-validity.ts';
import { budgetToDateKr, deviationKr } from './finance.ts';
import { committeesThatReport } from './follow-up.ts';
import { holderAt, holdersOf } from './holders.ts';
import { isSameYear, type Month, yearOf } from './period.ts';
import { type BusinessArea, businessAreasOf, type Committee, type FollowUp, type Plan } from './plan.ts';
import type { PlanDocument } from './plan-document.ts';
import type { AreaContent, CommitteeFinance, ForecastPoint } from './report-content.ts';
import { successions } from './succession.ts';
import { summariseCommittee } from './summarise.ts';

/** What a committee's finance is put together from. */
export interface FinanceFacts {
  /** As it stands in the period. */
  readonly plan: Plan;
  readonly document: PlanDocument;
  readonly committee: Committee;
  readonly followUp: FollowUp;
  /** Up to the period, each in its newest revision: the committee's and those of committees that it has taken over from. */
  readonly answers: readonly StoredAnswer[];
  /** The plan as it stood at each follow-up of the year, up to this one. */
  readonly plansThen: ReadonlyMap<Month, Plan>;
}

/** Without an answer the budget alone, and what was forecast earlier in the year. */
export function committeeFinance(facts: FinanceFacts): CommitteeFinance {
  const { plan, committee, followUp } = facts;
  const { period } = followUp;
  const answers = new Map(facts.answers.map((stored) => [keyOf(stored.committeeId, stored.period), stored]));
  const stored = answers.get(keyOf(committee.id, period));
  const { feeFinanced, added, ...sum } = summariseCommittee(plan, committee, period, stored);
  const then = followUpsOfYear(facts);
  return {
    ...toFigures(sum),
    areas: businessAreasOf(plan, committee.id, yearOf(period)).map((area) => ({
      ...areaContent(area, period, stored),
      history: then.map((one) => areaPoint(facts, area, one, answers)),
    })),
    ...(feeFinanced && { feeFinanced: { ...toFigures(feeFinanced), names: feeFinanced.names } }),
    history: then.map((one) => committeePoint(one, answers)),
    added: added.map(({ amountKr, from, decision, example, areaName }) => ({
      ...{ amountKr, from, decision, example },
      ...(areaName === undefined ? {} : { areaName }),
    })),
  };
}

type AnswersByMonth = ReadonlyMap<string, StoredAnswer>;

function keyOf(committeeId: string, period: Month): string {
  return `${committeeId}|${period}`;
}

function areaContent(
  area: BusinessArea,
  period: Month,
  stored: StoredAnswer | undefined,
): Omit<AreaContent, 'history'> {
  const { id: areaId, name, feeFinanced, netBudgetKr: budgetKr, monthlyKr } = area;
  const { outcome, forecast } = figuresOf(stored, areaId) ?? {};
  return {
    ...{ areaId, name, feeFinanced, budgetKr, budgetToDateKr: budgetToDateKr(area, period) },
    spreadEvenly: monthlyKr === undefined,
    ...(outcome?.kind === 'value' ? { outcomeKr: outcome.amountKr } : {}),
    ...(outcome?.kind === 'missing' ? { outcomeMissing: outcome.reason } : {}),
    ...(forecast?.kind === 'value' ? forecastOf(forecast.amountKr, budgetKr) : {}),
    ...(forecast?.kind === 'missing' ? { forecastMissing: forecast.reason } : {}),
  };
}

function forecastOf(
  forecastKr: number,
  budgetKr: number,
): { readonly forecastKr: number; readonly deviationKr: number } {
  return { forecastKr, deviationKr: deviationKr(budgetKr, forecastKr) };
}

function figuresOf(stored: StoredAnswer | undefined, areaId: string): AreaFigures | undefined {
  return stored?.answer.areas.find((figures) => figures.areaId === areaId);
}

/** A follow-up of the year with the plan and the committee of that time. */
interface Then {
  readonly followUp: FollowUp;
  readonly plan: Plan;
  readonly committee: Committee;
}

/** Those that asked the committee for its finance, or the one that it has taken over all work from. In order of time. */
function followUpsOfYear({ plan, document, committee, followUp: now, plansThen }: FinanceFacts): readonly Then[] {
  const before = successions(document).find(({ to }) => to === committee.id)?.from;
  return plan.followUps
    .filter(({ period, asks }) => asks.includes('finance') && isSameYear(period, now.period) && period <= now.period)
    .toSorted((one, other) => one.period.localeCompare(other.period))
    .flatMap((followUp): Then[] => {
      const planThen = plansThen.get(followUp.period) ?? plan;
      const id = existsOn(committee, followUp.period) ? committee.id : before;
      const asked = committeesThatReport(planThen, followUp.period).find((one) => one.id === id);
      return asked ? [{ followUp, plan: planThen, committee: asked }] : [];
    });
}

function committeePoint({ followUp, plan, committee }: Then, answers: AnswersByMonth): ForecastPoint {
  const { period, kind } = followUp;
  const stored = answers.get(keyOf(committee.id, period));
  const { budgetKr, forecastKr } = summariseCommittee(plan, committee, period, stored);
  return { period, kind, ...(forecastKr === undefined ? {} : forecastOf(forecastKr, budgetKr)) };
}

/** What the one who had the area then forecast of it, against the budget that it had then. */
function areaPoint(
  { plan, committee }: FinanceFacts,
  area: BusinessArea,
  { followUp: { period, kind }, plan: planThen }: Then,
  answers: AnswersByMonth,
): ForecastPoint {
  const holders = holdersOf(plan, committee, area);
  const reported = holders
    .filter(({ id }) => holderAt(holders, id, period) !== undefined)
    .map(({ id }) => ({ id, forecast: figuresOf(answers.get(keyOf(id, period)), area.id)?.forecast }))
    .find(({ forecast }) => forecast !== undefined);
  if (reported?.forecast?.kind !== 'value') return { period, kind };

  const { amountKr: forecastKr } = reported.forecast;
  const budget = businessAreasOf(planThen, reported.id, area.year).find(({ id }) => id === area.id)?.netBudgetKr;
  return { period, kind, ...(budget === undefined ? { forecastKr } : forecastOf(forecastKr, budget)) };
}

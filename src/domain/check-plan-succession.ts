import { budgetsAsOf } from './budgets-as-of.ts';
import { existsOn } from './committee-validity.ts';
import { type Month, yearOf } from './period.ts';
import type { BusinessArea } from './plan.ts';
import type { CommitteeEntry, PlanDocument } from './plan-document.ts';
import { type PlanProblem, planError, planWarning } from './plan-problem.ts';
import { successorsOf } from './succession.ts';

/** That no business area is left behind with a committee that ends, and nobody is asked about none. */
export function checkHandover(plan: PlanDocument): PlanProblem[] {
  return [...checkAreasLeft(plan), ...checkAsked(plan)];
}

/** Budgets are for whole years: what a committee has in the year it ends must be somebody's for the rest of it. */
function checkAreasLeft(plan: PlanDocument): PlanProblem[] {
  const { areas } = budgetsAsOf(plan);
  return plan.committees.flatMap(({ id, name, validTo }, at) => {
    if (validTo === undefined || validTo.endsWith('-12-31')) return [];
    const successors = successorsOf(plan, id);
    const path = `current.committees.${at}.validTo`;
    const isBudgetedOn = (area: BusinessArea): boolean =>
      areas.some((one) => isSameBudget(one, area) && successors.some((next) => next.id === one.committeeId));
    return areas
      .filter((area) => area.committeeId === id && area.year === Number(validTo.slice(0, 4)) && !isBudgetedOn(area))
      .flatMap((area) => {
        const facts = { committee: name, date: validTo, area: area.name };
        if (successors.length === 0) return [planWarning('AREA_LEFT', path, facts)];
        return successors.length === 1 ? [] : [planError('AREA_NOT_DIVIDED', path, facts)];
      });
  });
}

function isSameBudget(one: BusinessArea, other: BusinessArea): boolean {
  return one.id === other.id && one.year === other.year;
}

/** A committee without a business area in the month is not asked, whatever the follow-up plan says: told once for each. */
function checkAsked(plan: PlanDocument): PlanProblem[] {
  const told = new Set<string>();
  return monthsOfFinance(plan).flatMap(({ period, committees }) => {
    const areas = budgetsAsOf(plan, period).areas.filter(({ year }) => year === yearOf(period));
    // A year that nobody has budgeted yet is not followed up yet.
    if (areas.length === 0) return [];
    const holders = new Set(areas.map(({ committeeId }) => committeeId));
    return plan.committees.flatMap((committee: CommitteeEntry, at) => {
      const { id, name } = committee;
      const isAsked = committees?.includes(id) ?? true;
      if (!isAsked || told.has(id) || holders.has(id) || !existsOn(committee, period)) return [];
      told.add(id);
      return [planWarning('NOTHING_TO_FOLLOW', `current.committees.${at}`, { committee: name, period })];
    });
  });
}

function monthsOfFinance({ followUpPlan }: PlanDocument) {
  return followUpPlan
    .filter(({ asks }) => asks.includes('finance'))
    .map(({ period, committees }) => ({ period: period as Month, committees }))
    .sort((one, other) => one.period.localeCompare(other.period));
}

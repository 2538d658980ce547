import { partOf } from './committee-part.ts';
import { internalBudgets } from './internal-budget.ts';
import type { PlanDocument } from './plan-document.ts';
import { type PlanProblem, planError, planWarning } from './plan-problem.ts';

/** Months that become the year, to the krona, and internal budgets that become the council's frames. */
export function checkMoney(plan: PlanDocument): PlanProblem[] {
  return [...checkMonths(plan), ...checkFrames(plan)];
}

function checkMonths({ budgets }: PlanDocument): PlanProblem[] {
  return budgets.flatMap(({ committee, businessArea, year, netBudgetKr, monthlyKr }, at) => {
    const sumKr = monthlyKr?.reduce((sum, kr) => sum + kr, 0) ?? netBudgetKr;
    if (sumKr === netBudgetKr) return [];
    const facts = { area: businessArea, committee, year, sumKr, budgetKr: netBudgetKr };
    return [planError('MONTHS_DO_NOT_ADD_UP', `current.budgets.${at}.monthlyKr`, facts)];
  });
}

/** A warning only: the council's frame and the committee's own decision come at different times. */
function checkFrames(plan: PlanDocument): PlanProblem[] {
  const positions = new Map(plan.frames.map(({ committee, year }, at) => [`${committee} ${year}`, at]));
  const withFrame = new Set(plan.frames.map(({ committee }) => committee));
  return [...withFrame].flatMap((committee) =>
    internalBudgets(plan, partOf(plan, committee)).flatMap(({ year, dividedKr, frameKr }) => {
      if (frameKr === undefined || frameKr === dividedKr) return [];
      const path = `current.frames.${positions.get(`${committee} ${year}`)}.amountKr`;
      return [planWarning('FRAME_NOT_KEPT', path, { committee, year, frameKr, budgetKr: dividedKr })];
    }),
  );
}

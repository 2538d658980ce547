import { partOf } from './committee-part.ts';
import { internalBudgets } from './internal-budget.ts';
import type { PlanDocument } from './plan-document.ts';
import { type PlanProblem, planError, planWarning } from './plan-problem.ts';
import { successions } from './succession.ts';

/** Months that become the year, to the krona, and internal budgets that become the council's frames. */
export function checkMoney(plan: PlanDocument): PlanProblem[] {
  return [...checkMonths(plan), ...checkFrames(plan)];
}

function checkMonths({ budgets }: PlanDocument): PlanProblem[] {
  return budgets.flatMap(({ committee, businessArea, year, netBudgetKr, monthlyKr }, at) => {
    const sumKr = monthlyKr?.reduce((sum, kr) => sum + kr, 0) ?? netBudgetKr;
    if (sumKr === netBudgetKr) return [];
    const differenceKr = Math.abs(sumKr - netBudgetKr);
    const facts = { area: businessArea, committee, year, sumKr, budgetKr: netBudgetKr, differenceKr };
    return [planError('MONTHS_DO_NOT_ADD_UP', `current.budgets.${at}.netBudgetKr`, facts)];
  });
}

/**
 * A warning only: the council's frame and the committee's own decision come at different times. In the year that one
 * committee succeeds another, they are one: whose name the money stands under says nothing then.
 */
function checkFrames(plan: PlanDocument): PlanProblem[] {
  const known = new Set(plan.committees.map(({ id }) => id));
  // Money under a committee that isn't there may be anybody's: that is told, and sums would only say it again.
  if (plan.budgets.some(({ committee }) => !known.has(committee))) return [];
  const divided = plan.committees.flatMap(({ id }) =>
    internalBudgets(plan, partOf(plan, id)).map(({ year, dividedKr }) => ({
      year,
      dividedKr,
      of: firstOf(plan, id, year),
    })),
  );
  return [...Map.groupBy(divided, ({ of, year }) => `${of} ${year}`).values()].flatMap((budgets) => {
    const [{ of, year } = { of: '', year: 0 }] = budgets;
    const isTheirs = (frame: Frame): boolean => frame.year === year && firstOf(plan, frame.committee, year) === of;
    const frames = plan.frames.filter(isTheirs);
    const budgetKr = budgets.reduce((sum, { dividedKr }) => sum + dividedKr, 0);
    const frameKr = frames.reduce((sum, { amountKr }) => sum + amountKr, 0);
    if (frames.length === 0 || frameKr === budgetKr) return [];
    const committee = frames.map((frame) => frame.committee).join(', ');
    const path = `current.frames.${plan.frames.findIndex(isTheirs)}.amountKr`;
    return [planWarning('FRAME_NOT_KEPT', path, { committee, year, frameKr, budgetKr })];
  });
}

type Frame = PlanDocument['frames'][number];

/** The committee itself, or the first of those that it has succeeded during the year. */
function firstOf(plan: PlanDocument, committee: string, year: number): string {
  const during = successions(plan).filter(({ validFrom }) => validFrom.startsWith(`${year}-`));
  return during
    .toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))
    .reduce((first, { from, to }) => (to === first ? from : first), committee);
}

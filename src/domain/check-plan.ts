import { checkCommittees } from './check-plan-committees.ts';
import { checkDates } from './check-plan-dates.ts';
import { checkGoals } from './check-plan-goals.ts';
import { checkIds } from './check-plan-ids.ts';
import { checkIndicators } from './check-plan-indicators.ts';
import { checkMoney } from './check-plan-money.ts';
import { checkPeople } from './check-plan-people.ts';
import { checkRows } from './check-plan-rows.ts';
import { checkHandover } from './check-plan-succession.ts';
import type { PlanDocument } from './plan-document.ts';
import type { PlanProblem } from './plan-problem.ts';

const checks = [
  checkIds,
  checkRows,
  checkDates,
  checkCommittees,
  checkHandover,
  checkGoals,
  checkIndicators,
  checkMoney,
  checkPeople,
] as const;

/** Everything that is wrong or odd in a plan, all at once. With any error among it the plan is not let in. */
export function checkPlan(plan: PlanDocument): PlanProblem[] {
  return checks.flatMap((check) => check(plan));
}

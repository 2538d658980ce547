import { coverage, isGap } from './coverage.ts';
import { contributionLevels } from './part-overview.ts';
import type { PlanDocument } from './plan-document.ts';
import { type PlanProblem, planError, planWarning } from './plan-problem.ts';

/** The chain from council goals to commitments, and the rule that goals are graded by. */
export function checkGoals(plan: PlanDocument): PlanProblem[] {
  return [...checkGradeRule(plan), ...checkCommitments(plan), ...checkContributions(plan)];
}

/** A goal gets the first grade whose share is reached: a step that is not lower than the one before is never reached. */
function checkGradeRule({ gradeRule }: PlanDocument): PlanProblem[] {
  const steps = gradeRule?.steps ?? [];
  return steps.flatMap(({ grade, fromPercent }, at) => {
    const before = steps[at - 1];
    if (!before || fromPercent < before.fromPercent) return [];
    const facts = { grade, percent: fromPercent, before: before.grade, beforePercent: before.fromPercent };
    return [planError('GRADE_STEPS_NOT_FALLING', `current.gradeRule.steps.${at}.fromPercent`, facts)];
  });
}

function checkCommitments({ commitments, committeeGoals }: PlanDocument): PlanProblem[] {
  const goals = new Map(committeeGoals.map((goal) => [goal.id, goal]));
  return commitments.flatMap(({ name, committee, committeeGoal }, at) => {
    const goal = goals.get(committeeGoal);
    if (!goal || goal.committees.includes(committee)) return [];
    const facts = { commitment: name, goal: goal.name, committee };
    return [planError('GOAL_NOT_SHARED', `current.commitments.${at}.committeeGoal`, facts)];
  });
}

function checkContributions(plan: PlanDocument): PlanProblem[] {
  const positions = new Map(plan.committees.map(({ id }, at) => [id, at]));
  const names = new Map([...plan.committees, ...plan.councilGoals].map(({ id, name }) => [id, name]));
  return coverage(plan)
    .filter(isGap)
    .map(({ committee, councilGoal }) =>
      planWarning('NO_CONTRIBUTION', `current.committees.${positions.get(committee)}`, {
        committee: names.get(committee) ?? committee,
        goal: names.get(councilGoal) ?? councilGoal,
        ...contributionLevels(plan),
      }),
    );
}

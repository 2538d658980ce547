import type { GoalAnswer, StoredAnswer } from './answer.ts';
import { lastMonth } from './measured-period.ts';
import { isSameYear, type Month } from './period.ts';
import type { GoalGrade, Grade } from './plan-document.ts';
import type { GoalContent, GradeCounts } from './report-content.ts';
import { askGoals, type ReportBasis } from './report-questions.ts';

/** Grades that people have set for a period. */
export interface GradedPeriod {
  readonly period: Month;
  readonly grades: readonly GoalAnswer[];
}

/**
 * The committee's goals, when the follow-up asks for them, each with the grade proposed from all that is known now. A grade that came
 * with the plan counts where nobody has graded the goal here.
 */
export function committeeGoals(basis: ReportBasis): readonly GoalContent[] {
  const { document, committeeId, followUp } = basis;
  const contributions = new Map(document.committeeGoals.map(({ id, contributesTo }) => [id, contributesTo]));
  const graded = [
    ...ofPlan(document.goalGrades, committeeId),
    ...basis.answers.flatMap((one) => ofAnswer(one, committeeId)),
  ];
  const gradeOf = gradesIn(graded, followUp.period);
  return askGoals(basis).map(({ goal, proposal, viaContribution }) => ({
    goalId: goal.id,
    ...(goal.number === undefined ? {} : { number: goal.number }),
    name: goal.name,
    ...gradeOf(goal.id),
    proposal,
    ...(viaContribution && { viaContribution }),
    contributesTo: contributions.get(goal.id) ?? [],
  }));
}

function ofAnswer({ committeeId, period, answer }: StoredAnswer, wanted: string): GradedPeriod[] {
  return committeeId === wanted ? [{ period, grades: answer.goals }] : [];
}

/** A committee's grades in the plan, or without one those of the council's goals. A year's grade was set at its end. */
export function ofPlan(goalGrades: readonly GoalGrade[], committeeId?: string): readonly GradedPeriod[] {
  return goalGrades
    .filter(({ committee }) => committee === committeeId)
    .map(({ goal: goalId, grade: gradeId, motivation, period }) => ({
      period: lastMonth(period),
      grades: [{ goalId, gradeId, motivation }],
    }));
}

/**
 * A goal's grade of the period, and the year's last one before it. Of two for the same goal and period, the later in the list.
 */
export function gradesIn(
  all: readonly GradedPeriod[],
  period: Month,
): (goalId: string) => Pick<GoalContent, 'graded' | 'previous'> {
  const ofYear = all
    .filter((one) => isSameYear(one.period, period) && one.period <= period)
    .toSorted((one, other) => one.period.localeCompare(other.period));
  const now = new Map<string, GoalContent['graded']>();
  const before = new Map<string, GoalContent['previous']>();
  for (const { period: at, grades } of ofYear) {
    for (const { goalId, ...graded } of grades) {
      if (at === period) now.set(goalId, graded);
      else before.set(goalId, { gradeId: graded.gradeId, period: at });
    }
  }
  return (goalId) => {
    const [graded, previous] = [now.get(goalId), before.get(goalId)];
    return { ...(graded && { graded }), ...(previous && { previous }) };
  };
}

/** A grade that the scale doesn't have is none. */
export function countGrades(goals: readonly GoalContent[], scale: readonly Grade[]): GradeCounts {
  const counts = new Map<string | undefined, number>();
  for (const { graded } of goals) counts.set(graded?.gradeId, (counts.get(graded?.gradeId) ?? 0) + 1);
  const grades = scale.map(({ id: gradeId, label }) => ({ gradeId, label, count: counts.get(gradeId) ?? 0 }));
  const ungraded = grades.reduce((left, { count }) => left - count, goals.length);
  return { of: goals.length, grades, ungraded };
}

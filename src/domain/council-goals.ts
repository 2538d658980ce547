import { lastDayOf } from './period.ts';
import type { Activity, Commitment, CouncilGoal, PlanDocument, SubGoal } from './plan-document.ts';
import { proposeGrade } from './propose-grade.ts';
import type { GoalContent, IndicatorContent } from './report-content.ts';
import { type GradedPeriod, gradesIn, ofPlan } from './report-grades.ts';
import type { IndicatorFacts } from './report-indicators.ts';
import type { ReportRecord } from './report-record.ts';

/** What is known of the municipality as a whole: `answers` are those of all committees since the plan began. */
export interface MunicipalFacts extends IndicatorFacts {
  /** The municipality's own report as people have brought it so far. */
  readonly record?: ReportRecord;
  /** The municipality's reports of earlier periods of the year. */
  readonly earlier: readonly ReportRecord[];
}

/**
 * Council goals, each followed by its sub-goals, when the follow-up asks for goals; graded by the executive board, or as the plan
 * has it. The proposal is reckoned from the municipality's own values and from what all committees do.
 */
export function councilGoals(facts: MunicipalFacts, indicators: readonly IndicatorContent[]): readonly GoalContent[] {
  const { document, followUp, record, earlier } = facts;
  if (!followUp.asks.includes('goals')) return [];
  const asReported = { ...document, commitments: reportedWork(facts) };
  const assessments = indicators.map(({ assessment }) => assessment);
  const records = record ? [...earlier, record] : earlier;
  const gradeOf = gradesIn(
    [...ofPlan(document.goalGrades), ...records.map(({ period, grades }): GradedPeriod => ({ period, grades }))],
    followUp.period,
  );
  return inTreeOrder(document).map(({ id, number, name }) => ({
    goalId: id,
    ...(number === undefined ? {} : { number }),
    name,
    ...gradeOf(id),
    proposal: proposeGrade(asReported, id, assessments, lastDayOf(followUp.period)),
    contributesTo: [],
  }));
}

/** Every committee's commitments, as far as it has said that they have come. */
function reportedWork({ document, answers }: MunicipalFacts): readonly Commitment[] {
  const inOrder = answers.toSorted((one, other) => one.period.localeCompare(other.period));
  const statuses = new Map(inOrder.flatMap(({ answer }) => answer.work.map(({ workId, status }) => [workId, status])));
  const reported = <Work extends Commitment | Activity>(work: Work): Work => ({
    ...work,
    status: statuses.get(work.id) ?? work.status,
  });
  return document.commitments.map((commitment) => ({
    ...reported(commitment),
    activities: commitment.activities.map(reported),
  }));
}

/** Each goal before those under it, however deep. A sub-goal stands once, also when the plan has a circle. */
function inTreeOrder({
  councilGoals: tops,
  subGoals,
}: Pick<PlanDocument, 'councilGoals' | 'subGoals'>): readonly (CouncilGoal | SubGoal)[] {
  const under = Map.groupBy(subGoals, ({ parent }) => parent);
  const seen = new Set<string>();
  const walk = (goal: CouncilGoal | SubGoal): (CouncilGoal | SubGoal)[] => {
    if (seen.has(goal.id)) return [];
    seen.add(goal.id);
    return [goal, ...(under.get(goal.id) ?? []).flatMap(walk)];
  };
  return tops.flatMap(walk);
}

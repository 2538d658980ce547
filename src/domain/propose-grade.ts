import { type IndicatorAssessment, judgementInUse } from './assess-indicator.ts';
import { settled } from './decimals.ts';
import { type Dated, isGoingToPlan } from './lateness.ts';
import type { Grade, GradeRule, PlanDocument } from './plan-document.ts';

/** A grade for people to start from; theirs is kept beside it. No grade: the scale has none for what can't be judged. */
export interface GradeProposal {
  readonly gradeId?: string;
  readonly reason: GradeReason;
}

export type GradeReason =
  | {
      readonly kind: 'counted';
      readonly reached: number;
      readonly near: number;
      readonly behind: number;
      /** Indicators without a result. */
      readonly missing: number;
      /** There when the activities weigh in in the place of missing results. */
      readonly activities?: ActivityCount;
    }
  | { readonly kind: 'nothing-to-judge-by'; readonly missing: number };

export interface ActivityCount {
  readonly counted: number;
  /** Done or going to plan. */
  readonly toPlan: number;
}

/**
 * Proposes a grade for a council goal, a sub-goal or a committee goal under the plan's rule. Grades are counted for, never
 * averaged: an indicator that reaches its target gives 1, one that is near ½, one that is behind 0. One without a result
 * gives the share of the goal's activities that go to plan, when the rule lets them weigh in; otherwise it is left out.
 * Work that isn't begun and needn't be shows nothing yet, and is left out. Key figures and what can't be assessed don't count. With no indicator that counts, the activities alone do.
 * @param assessments those of the goal's indicators, and of any others
 * @param today the calendar day in Sweden that activities are seen from
 */
export function proposeGrade(
  document: PlanDocument,
  goalId: string,
  assessments: readonly IndicatorAssessment[],
  today: string,
): GradeProposal {
  const rule = document.gradeRule ?? defaultGradeRule(document.gradeScale);
  const family = withSubGoals(document, goalId);
  const count = countVerdicts(document, family, assessments);
  const activities = rule.activitiesWeighIn ? countActivities(document, family, today) : { counted: 0, toPlan: 0 };
  const percent = shareOf(count, activities);
  if (percent === undefined) {
    const colourless = document.gradeScale.find(({ colour }) => colour === null);
    return {
      ...(colourless && { gradeId: colourless.id }),
      reason: { kind: 'nothing-to-judge-by', missing: count.missing },
    };
  }

  const step = rule.steps.find(({ fromPercent }) => percent >= settled(fromPercent)) ?? rule.steps.at(-1);
  return {
    ...(step && { gradeId: step.grade }),
    reason: { kind: 'counted', ...count, ...(doWeighIn(count, activities) && { activities }) },
  };
}

/** For a plan without a rule of its own: the grades that have a colour, evenly from all indicators reached to none. */
export function defaultGradeRule(scale: readonly Grade[]): GradeRule {
  const grades = scale.filter(({ colour }) => colour !== null);
  const last = grades.length - 1;
  return {
    steps: grades.map(({ id }, at) => ({ grade: id, fromPercent: last === 0 ? 0 : (100 * (last - at)) / last })),
    activitiesWeighIn: true,
  };
}

interface VerdictCount {
  readonly reached: number;
  readonly near: number;
  readonly behind: number;
  readonly missing: number;
}

function countVerdicts(
  { indicators }: PlanDocument,
  family: ReadonlySet<string>,
  assessments: readonly IndicatorAssessment[],
): VerdictCount {
  const own = indicators.filter(({ goal, subGoal, committeeGoal }) =>
    [goal, subGoal, committeeGoal].some((id) => id !== undefined && family.has(id)),
  );
  const ids = new Set(own.map(({ id }) => id));
  const verdicts = assessments.flatMap((one) => (ids.has(one.indicatorId) ? [judgementInUse(one).verdict] : []));
  const times = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    reached: times('reached'),
    near: times('near'),
    behind: times('behind'),
    missing: times('not-measured'),
  };
}

/** A commitment without activities counts as one. What is cancelled doesn't count, nor what still waits for its time. */
function countActivities(
  { committeeGoals, commitments }: PlanDocument,
  family: ReadonlySet<string>,
  today: string,
): ActivityCount {
  const goals = new Set(
    committeeGoals.flatMap(({ id, contributesTo }) => ([id, ...contributesTo].some((of) => family.has(of)) ? id : [])),
  );
  const work = commitments
    .filter(({ committeeGoal, status }) => goals.has(committeeGoal) && status !== 'cancelled')
    .flatMap((commitment): readonly Dated[] =>
      commitment.activities.length > 0 ? commitment.activities : [commitment],
    )
    .filter(({ status }) => status !== 'cancelled');
  const toPlan = work.filter((one) => isGoingToPlan(one, today));
  const waiting = toPlan.filter(({ status }) => status === 'notStarted');
  return { counted: work.length - waiting.length, toPlan: toPlan.length - waiting.length };
}

function doWeighIn({ reached, near, behind, missing }: VerdictCount, { counted }: ActivityCount): boolean {
  return counted > 0 && (missing > 0 || reached + near + behind === 0);
}

/** 0–100 %; none when there is nothing to count. */
function shareOf(count: VerdictCount, activities: ActivityCount): number | undefined {
  const { reached, near, behind, missing } = count;
  const weighsIn = doWeighIn(count, activities);
  const measured = reached + near + behind;
  const standsIn = weighsIn ? Math.max(missing, measured === 0 ? 1 : 0) : 0;
  if (measured + standsIn === 0) return undefined;

  const points = reached + near / 2 + (weighsIn ? (standsIn * activities.toPlan) / activities.counted : 0);
  return settled((100 * points) / (measured + standsIn));
}

/** The goal and all sub-goals under it, however deep. A circle in the plan ends where it began. */
export function withSubGoals({ subGoals }: Pick<PlanDocument, 'subGoals'>, goalId: string): ReadonlySet<string> {
  const family = new Set([goalId]);
  for (const id of family) for (const sub of subGoals) if (sub.parent === id) family.add(sub.id);
  return family;
}

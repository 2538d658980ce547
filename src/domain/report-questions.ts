import type { Answer, StoredAnswer } from './answer.ts';
import { assessIndicator, type IndicatorAssessment } from './assess-indicator.ts';
import type { Indicator } from './indicator.ts';
import { withReported } from './indicator-series.ts';
import { isSameYear, lastDayOf, type Month, yearOf } from './period.ts';
import type { FollowUp } from './plan.ts';
import type {
  Activity,
  Assignment,
  Commitment,
  CommitteeGoal,
  IndicatorEntry,
  PlanDocument,
  WorkStatus,
} from './plan-document.ts';
import { type GradeProposal, proposeGrade, withSubGoals } from './propose-grade.ts';
import { reportedValues } from './reported-values.ts';
import { askStatus, isOver, type KnownWork, lastStatus, newest, type WorkAsked } from './work-asked.ts';

/** A committee goal to be graded, with what is known. */
export interface GoalAsked {
  readonly goal: Pick<CommitteeGoal, 'id' | 'number' | 'name'>;
  readonly proposal: GradeProposal;
  /** True when the indicators that count are those of what the goal contributes to: it has none of its own. */
  readonly viaContribution?: true;
  /** The committee's own last grade of the year. */
  readonly last: { readonly gradeId: string; readonly motivation: string; readonly period: Month } | undefined;
}

/** What a report period's questions are made from, beside what every month's are. */
export interface ReportBasis {
  readonly document: PlanDocument;
  /** The indicators of the plan, as they are used in the month. */
  readonly indicators: readonly Indicator[];
  readonly committeeId: string;
  readonly followUp: FollowUp;
  /** The committee's own since the plan began, and those of committees that it has taken over from; none of the month or later. */
  readonly answers: readonly StoredAnswer[];
}

/** What the same form says, which counts before what is known from earlier. */
export type SaidNow = Pick<Answer, 'indicators' | 'work'>;
const NOTHING_YET: SaidNow = { indicators: [], work: [] };

/** The committee's goals, when the follow-up asks for them, each with a grade proposed from the committee's own indicators and work. */
export function askGoals(basis: ReportBasis, said: SaidNow = NOTHING_YET): readonly GoalAsked[] {
  const { document, committeeId, followUp, answers } = basis;
  if (!followUp.asks.includes('goals')) return [];
  const ofYear = answers.filter(({ period }) => isSameYear(period, followUp.period));
  const assessments = assess(basis, said);
  const asReported = { ...document, commitments: ownWork(basis, said) };
  return document.committeeGoals
    .filter(({ committees }) => committees.includes(committeeId))
    .map((goal) => ({
      goal: { id: goal.id, ...(goal.number === undefined ? {} : { number: goal.number }), name: goal.name },
      ...propose(asReported, goal, assessments, lastDayOf(followUp.period)),
      last: lastGrade(goal.id, committeeId, ofYear),
    }));
}

/** A goal without indicators of its own is judged by the committee's under the council goals and sub-goals that it contributes to. */
function propose(
  document: PlanDocument,
  { id, contributesTo }: CommitteeGoal,
  assessments: readonly IndicatorAssessment[],
  today: string,
): Pick<GoalAsked, 'proposal' | 'viaContribution'> {
  const assessed = new Set(assessments.map(({ indicatorId }) => indicatorId));
  const family = new Set(contributesTo.flatMap((above) => [...withSubGoals(document, above)]));
  const counts = ({ id: indicatorId, goal, subGoal }: IndicatorEntry) =>
    assessed.has(indicatorId) && [goal, subGoal].some((above) => above !== undefined && family.has(above));
  const hasOwn = document.indicators.some((entry) => assessed.has(entry.id) && entry.committeeGoal === id);
  if (hasOwn || !document.indicators.some(counts)) {
    return { proposal: proposeGrade(document, id, assessments, today) };
  }
  const indicators = document.indicators.map((entry) => (counts(entry) ? { ...entry, committeeGoal: id } : entry));
  const proposal = proposeGrade({ ...document, indicators }, id, assessments, today);
  return isAboutIndicators(proposal) ? { proposal, viaContribution: true } : { proposal };
}

/** False when all that it was reckoned from is work. Key figures without a target are not counted. */
function isAboutIndicators({ reason }: GradeProposal): boolean {
  return reason.missing > 0 || (reason.kind === 'counted' && reason.reached + reason.near + reason.behind > 0);
}

/**
 * Commitments, each followed by its activities, and then the council's assignments, when the follow-up asks for them. What ended in
 * an earlier year is left out, and so is what the council decided after the month.
 */
export function askWork(basis: ReportBasis): readonly WorkAsked[] {
  if (!basis.followUp.asks.includes('activities')) return [];
  const { document, committeeId, followUp } = basis;
  const commitments = document.commitments.filter(({ committee }) => committee === committeeId);
  const assignments = document.councilAssignments.filter(
    ({ committee, decidedAt }) => committee === committeeId && decidedAt <= lastDayOf(followUp.period),
  );
  return [
    ...commitments.flatMap((commitment) => [
      ...askOne(basis, planned(commitment), 'commitment'),
      ...commitment.activities.flatMap((activity) => askOne(basis, planned(activity), 'activity')),
    ]),
    ...assignments.flatMap((assignment) => askOne(basis, assigned(assignment), 'assignment')),
  ];
}

function planned({ id, name, status, startsOn, endsOn }: Commitment | Activity): KnownWork {
  const days = { ...(startsOn === undefined ? {} : { startsOn }), ...(endsOn === undefined ? {} : { endsOn }) };
  return { id, name, status, ...days };
}

function assigned({ id, text, status, dueOn, decidedAt, paragraph }: Assignment): KnownWork {
  return { id, name: text, status, endsOn: dueOn, source: `${decidedAt}, ${paragraph}` };
}

function askOne({ answers, followUp: { period } }: ReportBasis, work: KnownWork, kind: WorkAsked['kind']): WorkAsked[] {
  const reported = lastStatus(work.id, answers);
  const seenOn = reported?.period ?? work.endsOn;
  const wasOver = isOver(reported?.status ?? work.status) && seenOn !== undefined;
  return wasOver && Number(seenOn.slice(0, 4)) < yearOf(period) ? [] : [askStatus(work, kind, period, reported)];
}

function assess(
  { document, indicators, committeeId, followUp: { period }, answers }: ReportBasis,
  said: SaidNow,
): readonly IndicatorAssessment[] {
  const now = { committeeId, period, example: false, answer: said };
  const reported = reportedValues(document, [...answers, now]);
  return indicators
    .filter(({ committeeIds }) => committeeIds.includes(committeeId))
    .map((indicator) =>
      assessIndicator(indicator, {
        period,
        committeeId,
        values: withReported(indicator, reported.get(indicator.id) ?? []),
      }),
    );
}

/** The committee's own commitments and activities, as far as it has said that they have come. Others' work is others' to be judged by. */
function ownWork({ document, committeeId, answers }: ReportBasis, said: SaidNow): readonly Commitment[] {
  const statusOf = ({ id, status }: Commitment | Activity): WorkStatus =>
    said.work.find(({ workId }) => workId === id)?.status ?? lastStatus(id, answers)?.status ?? status;
  return document.commitments
    .filter(({ committee }) => committee === committeeId)
    .map((commitment) => ({
      ...commitment,
      status: statusOf(commitment),
      activities: commitment.activities.map((activity) => ({ ...activity, status: statusOf(activity) })),
    }));
}

function lastGrade(goalId: string, committeeId: string, answers: readonly StoredAnswer[]): GoalAsked['last'] {
  const own = answers.filter((stored) => stored.committeeId === committeeId);
  return newest(
    own.flatMap(({ period, answer }) =>
      answer.goals.flatMap(({ goalId: id, gradeId, motivation }) =>
        id === goalId ? [{ gradeId, motivation, period }] : [],
      ),
    ),
  );
}

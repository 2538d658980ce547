import type { Answer, StoredAnswer } from './answer.ts';
import { assessIndicator, type IndicatorAssessment } from './assess-indicator.ts';
import type { Indicator } from './indicator.ts';
import { withReported } from './indicator-series.ts';
import { type Lateness, lateness } from './lateness.ts';
import { isSameYear, lastDayOf, type Month, yearOf } from './period.ts';
import type { FollowUp } from './plan.ts';
import type { Activity, Commitment, CommitteeGoal, IndicatorEntry, PlanDocument, WorkStatus } from './plan-document.ts';
import { type GradeProposal, proposeGrade, withSubGoals } from './propose-grade.ts';
import { reportedValues } from './reported-values.ts';

/** A committee goal to be graded, with what is known. */
export interface GoalAsked {
  readonly goal: Pick<CommitteeGoal, 'id' | 'number' | 'name'>;
  readonly proposal: GradeProposal;
  /** True when the indicators that count are those of what the goal contributes to: it has none of its own. */
  readonly viaContribution?: true;
  /** The committee's own last grade of the year. */
  readonly last: { readonly gradeId: string; readonly motivation: string; readonly period: Month } | undefined;
}

/** A commitment, an activity under one, a council assignment or an agreed measure, whose status is asked for. */
export interface WorkAsked {
  readonly id: string;
  readonly kind: 'commitment' | 'activity' | 'assignment' | 'measure';
  readonly name: string;
  /** As last reported, else as the plan has it. */
  readonly status: WorkStatus;
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** As it stands on the month's last day. */
  readonly lateness: Lateness;
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

/** Commitments, each followed by its activities, when the follow-up asks for them. What ended in an earlier year is left out. */
export function askWork(basis: ReportBasis): readonly WorkAsked[] {
  if (!basis.followUp.asks.includes('activities')) return [];
  const { document, committeeId } = basis;
  return document.commitments
    .filter(({ committee }) => committee === committeeId)
    .flatMap((commitment) => [
      ...askOne(basis, commitment, 'commitment'),
      ...commitment.activities.flatMap((activity) => askOne(basis, activity, 'activity')),
    ]);
}

function askOne(
  { answers, followUp }: ReportBasis,
  { id, name, status: planned, startsOn, endsOn }: Commitment | Activity,
  kind: WorkAsked['kind'],
): WorkAsked[] {
  const reported = lastStatus(id, answers);
  const status = reported?.status ?? planned;
  const seenOn = reported?.period ?? endsOn;
  const isOver = status === 'done' || status === 'cancelled';
  if (isOver && seenOn !== undefined && Number(seenOn.slice(0, 4)) < yearOf(followUp.period)) return [];
  const days = { ...(startsOn === undefined ? {} : { startsOn }), ...(endsOn === undefined ? {} : { endsOn }) };
  return [{ id, kind, name, status, ...days, lateness: lateness({ status, ...days }, lastDayOf(followUp.period)) }];
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

function lastStatus(
  id: string,
  answers: readonly StoredAnswer[],
): { readonly status: WorkStatus; readonly period: Month } | undefined {
  return newest(
    answers.flatMap(({ period, answer }) =>
      answer.work.flatMap(({ workId, status }) => (workId === id ? [{ status, period }] : [])),
    ),
  );
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

function newest<Known extends { readonly period: Month }>(known: readonly Known[]): Known | undefined {
  return known.toSorted((one, other) => other.period.localeCompare(one.period))[0];
}

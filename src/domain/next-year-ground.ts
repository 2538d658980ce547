import { type ForecastAccuracy, forecastAccuracy } from './forecast-accuracy.ts';
import type { CommitteeReportContent, GoalContent, MunicipalReportContent, WorkContent } from './report-content.ts';
import type { CouncilDecision } from './report-record.ts';

/** What those who work out a coming year's plan need to know of the year behind, beside the plan itself. */
export interface NextYearGround {
  readonly year: number;
  /** The council's approval of the annual report; absent: everything here is preliminary. */
  readonly approval?: CouncilDecision;
  readonly accuracy: readonly ForecastAccuracy[];
  readonly grades: readonly GroundGrade[];
  readonly openMeasures: readonly OpenMeasure[];
  /** Commitments, activities and assignments past their last day at the year's end. */
  readonly late: readonly LateWork[];
}

export interface GroundGrade {
  /** Absent: the council's own goal, graded by the executive board. */
  readonly committeeName?: string;
  readonly goalName: string;
  /** Absent: the goal was not graded. */
  readonly gradeLabel?: string;
  readonly motivation: string;
}

export interface OpenMeasure {
  readonly committeeName: string;
  readonly text: string;
  readonly owner?: string;
  readonly dueOn?: string;
  /** What it is expected to give in a year, whole kronor. */
  readonly effectKr?: number;
}

export interface LateWork {
  readonly committeeName: string;
  readonly kind: WorkContent['kind'];
  readonly name: string;
  readonly endsOn: string;
  readonly days: number;
}

/** Out of the annual report. A measure without an end is open; one that a joint review agreed on is until it is done. */
export function nextYearGround(content: MunicipalReportContent): NextYearGround {
  const approval = content.decisions.findLast(({ outcome }) => outcome === 'approved');
  return {
    year: Number(content.period.slice(0, 4)),
    ...(approval && { approval }),
    accuracy: forecastAccuracy(content),
    grades: [
      ...content.councilGoals.map((goal) => gradeOf(goal, content)),
      ...content.committees.flatMap((committee) =>
        committee.goals.map((goal) => ({ committeeName: committee.committeeName, ...gradeOf(goal, content) })),
      ),
    ],
    openMeasures: content.committees.flatMap(openMeasuresOf),
    late: content.committees.flatMap(lateWorkOf),
  };
}

function gradeOf({ name, graded }: GoalContent, { gradeScale }: MunicipalReportContent): GroundGrade {
  const label = gradeScale.find(({ id }) => id === graded?.gradeId)?.label;
  return {
    goalName: name,
    ...(label === undefined ? {} : { gradeLabel: label }),
    motivation: graded?.motivation ?? '',
  };
}

function openMeasuresOf({ committeeName, agreedMeasures, measures }: CommitteeReportContent): OpenMeasure[] {
  const agreed = agreedMeasures
    .filter(({ status }) => status !== 'done' && status !== 'cancelled')
    .map(({ name, owner, endsOn }) => ({
      ...{ committeeName, text: name },
      ...(owner === undefined ? {} : { owner }),
      ...(endsOn === undefined ? {} : { dueOn: endsOn }),
    }));
  return [...agreed, ...measures.map((measure) => ({ committeeName, ...measure }))];
}

function lateWorkOf({ committeeName, work, assignments }: CommitteeReportContent): LateWork[] {
  return [...work, ...assignments].flatMap(({ kind, name, lateness }) =>
    lateness.kind === 'late' ? [{ committeeName, kind, name, endsOn: lateness.endsOn, days: lateness.days }] : [],
  );
}

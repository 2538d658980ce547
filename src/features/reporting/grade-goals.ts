import type { GoalAnswer } from '../../domain/answer.ts';
import type { MunicipalReportContent } from '../../domain/report-content.ts';
import { LONGEST_MOTIVATION } from '../../domain/report-limits.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import { readRequired } from '../../domain/report-writing.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { doDeed } from './do-deed.ts';
import { openMunicipalReport } from './open-report.ts';
import type { About, DeedPorts, ReportDoer } from './report-about.ts';
import type { MunicipalReportView } from './report-view.ts';

/** A grade as a person gives it: what was proposed beside it is filled in. */
export type GivenGrade = Omit<GoalAnswer, 'proposedGradeId'>;

/** The executive board's grades of council goals and sub-goals. All of them or none; goals that are not named keep theirs. */
export async function gradeGoals(
  ports: DeedPorts,
  about: About,
  grades: readonly GivenGrade[],
  doer: ReportDoer,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  return doDeed(ports, about, doer, {
    deed: 'grade',
    open: openMunicipalReport,
    decide: ({ view: { content }, record }) => {
      const read = readGrades(content, grades);
      if (!read.ok) return read;
      const fresh = read.value.filter((grade) => !isGiven(record?.grades ?? [], grade));
      if (fresh.length === 0) return done(undefined);
      return done({ become: (before) => ({ ...before, grades: merge(before.grades, fresh) }) });
    },
    holds: (record) => grades.every((grade) => isGiven(record.grades, withPlainMotivation(grade))),
  });
}

function readGrades(
  content: MunicipalReportContent,
  grades: readonly GivenGrade[],
): Result<readonly GoalAnswer[], ReportProblem> {
  const read: GoalAnswer[] = [];
  for (const given of grades) {
    const grade = readGrade(content, given);
    if (!grade.ok) return grade;
    read.push(grade.value);
  }
  return done(read);
}

function readGrade(
  { councilGoals, gradeScale }: MunicipalReportContent,
  { goalId, gradeId, motivation }: GivenGrade,
): Result<GoalAnswer, ReportProblem> {
  const goal = councilGoals.find((one) => one.goalId === goalId);
  if (!goal) return refused({ code: 'NO_SUCH_GOAL' });
  if (!gradeScale.some(({ id }) => id === gradeId)) return refused({ code: 'UNKNOWN_GRADE' });
  const why = readRequired(motivation, 'motivation', LONGEST_MOTIVATION);
  if (!why.ok) return why;

  const proposed = goal.proposal.gradeId;
  return done({
    goalId,
    gradeId,
    motivation: why.value,
    ...(proposed === undefined ? {} : { proposedGradeId: proposed }),
  });
}

/** A grade that is given again as it stands keeps the proposal that stood beside it then. */
function isGiven(grades: readonly GoalAnswer[], { goalId, gradeId, motivation }: GivenGrade): boolean {
  return grades.some((one) => one.goalId === goalId && one.gradeId === gradeId && one.motivation === motivation);
}

function withPlainMotivation(grade: GivenGrade): GivenGrade {
  const read = readRequired(grade.motivation, 'motivation', LONGEST_MOTIVATION);
  return read.ok ? { ...grade, motivation: read.value } : grade;
}

function merge(before: readonly GoalAnswer[], fresh: readonly GoalAnswer[]): readonly GoalAnswer[] {
  return [...new Map([...before, ...fresh].map((grade) => [grade.goalId, grade])).values()];
}

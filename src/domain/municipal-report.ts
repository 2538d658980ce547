import { addFigures, withoutFees } from './add-figures.ts';
import { type CommitteeInReport, standingOf } from './committee-standing.ts';
import { councilGoals, type MunicipalFacts } from './council-goals.ts';
import type { CommitteeMeasure, CommitteeReportContent, MunicipalReportContent } from './report-content.ts';
import { countGrades } from './report-grades.ts';
import { municipalIndicators } from './report-indicators.ts';
import { type AgreedMeasure, type CouncilDecision, NO_TEXTS, type ReportRecord } from './report-record.ts';
import { measureContent } from './report-work.ts';
import { statutoryDate } from './statutory-dates.ts';

/** Everything that the municipality's report is made from. */
export interface MunicipalReportFacts extends MunicipalFacts {
  /** Those that are asked this time, in the plan's order. */
  readonly committees: readonly CommitteeInReport[];
  /** Absent: nobody has done anything to it. */
  readonly record?: ReportRecord;
  /** Agreed at this period's joint review. */
  readonly agreedMeasures: readonly AgreedMeasure[];
  /** The council's on this period's report, oldest first. */
  readonly decisions: readonly CouncilDecision[];
}

/** The committees' reports together. What is missing in them is said to be missing: in no sum is a part left out. */
export function municipalReport(facts: MunicipalReportFacts): MunicipalReportContent {
  const { plan, document, followUp, record } = facts;
  const committees = facts.committees.map(({ content }) => content);
  const indicators = municipalIndicators(facts, committees);
  const goals = councilGoals(facts, indicators);
  const { gradeScale } = document;
  const tops = new Set(document.councilGoals.map(({ id }) => id));
  const statutory = statutoryDate(followUp.kind, followUp.period);
  return {
    ...{ period: followUp.period, kind: followUp.kind, planId: plan.id, planTitle: plan.title },
    registrationNumber: record?.registrationNumber ?? '',
    committees,
    standings: facts.committees.map((one) => standingOf(one, followUp)),
    ...sumsOf(committees),
    councilGoals: goals,
    councilGoalCounts: countGrades(
      goals.filter(({ goalId }) => tops.has(goalId)),
      gradeScale,
    ),
    committeeGoalCounts: countGrades(
      committees.flatMap((committee) => committee.goals),
      gradeScale,
    ),
    ...{ indicators, gradeScale },
    texts: record?.texts ?? NO_TEXTS,
    ...(record?.review && { review: record.review }),
    agreedMeasures: agreedContent(facts),
    ...(statutory && { statutory }),
    decisions: facts.decisions,
    example: [...committees, ...indicators].some(({ example }) => example),
  };
}

/** The committees' operating budgets added up: not the municipality's result. */
function sumsOf(
  committees: readonly CommitteeReportContent[],
): Pick<MunicipalReportContent, 'committeesSum' | 'feeFinanced' | 'committeesSumWithoutFees'> {
  const finances = committees.map(({ finance }) => finance);
  const fees = finances.flatMap(({ feeFinanced }) => feeFinanced ?? []);
  return {
    committeesSum: addFigures(finances),
    ...(fees.length === 0 ? {} : { feeFinanced: { ...addFigures(fees), names: fees.flatMap(({ names }) => names) } }),
    committeesSumWithoutFees: addFigures(finances.map(withoutFees)),
  };
}

function agreedContent({ agreedMeasures, plan, followUp }: MunicipalReportFacts): readonly CommitteeMeasure[] {
  const names = new Map(plan.committees.map(({ id, name }) => [id, name]));
  return agreedMeasures.map((measure) => ({
    ...measureContent(measure, followUp.period),
    committeeId: measure.committeeId,
    committeeName: names.get(measure.committeeId) ?? measure.committeeId,
  }));
}

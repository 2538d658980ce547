import { assessIndicator, type IndicatorAssessment } from '../../domain/assess-indicator.ts';
import { withReported } from '../../domain/indicator-series.ts';
import { lastDayOf, type Month, yearOf } from '../../domain/period.ts';
import type { PlanDocument } from '../../domain/plan-document.ts';
import { type GradeProposal, proposeGrade } from '../../domain/propose-grade.ts';
import { type ReportedValues, reportedValues } from '../../domain/reported-values.ts';
import { toPlan } from '../../domain/to-plan.ts';
import type { Ports } from '../../ports.ts';

/** Every indicator and goal of a plan as it stood at the end of a month. */
export interface PlanAssessment {
  readonly indicators: readonly (IndicatorAssessment & { readonly name: string; readonly unit: string })[];
  readonly goals: readonly (GradeProposal & { readonly goalId: string; readonly name: string })[];
}

/** For the municipality, or of the indicators that one committee is responsible for, with that committee's own values. */
export function assessPlan(
  document: PlanDocument,
  period: Month,
  reported: ReportedValues,
  committeeId?: string,
): PlanAssessment {
  const { indicators } = toPlan(document, period);
  const asked = indicators.filter(
    ({ committeeIds }) => committeeId === undefined || committeeIds.includes(committeeId),
  );
  const assessed = asked.map((indicator) => {
    const values = withReported(indicator, reported.get(indicator.id) ?? []);
    const question = { period, values, ...(committeeId === undefined ? {} : { committeeId }) };
    return { ...assessIndicator(indicator, question), name: indicator.name, unit: indicator.unit };
  });
  const goals = committeeId === undefined ? goalsIn(document) : [];
  const lastDay = lastDayOf(period);
  return {
    indicators: assessed,
    goals: goals.map(({ id, name }) => ({ goalId: id, name, ...proposeGrade(document, id, assessed, lastDay) })),
  };
}

function goalsIn({ councilGoals, subGoals, committeeGoals }: PlanDocument) {
  return [...councilGoals, ...subGoals, ...committeeGoals];
}

/** The indicators' values in what has been answered since the plan began, until the end of the month's year. */
export async function findReportedValues(
  { answers }: Pick<Ports, 'answers'>,
  document: PlanDocument,
  period: Month,
): Promise<ReportedValues> {
  const years = Array.from({ length: yearOf(period) - document.periodFrom + 1 }, (_, at) => document.periodFrom + at);
  const found = await Promise.all(
    document.committees.flatMap(({ id }) => years.map((year) => answers.findYear(id, year))),
  );
  return reportedValues(document, found.flat());
}

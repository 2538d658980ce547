import { type Answer, receiptNumber, type StoredAnswer } from '../../domain/answer.ts';
import type { Month } from '../../domain/period.ts';
import type { OpeningOutcome, Plan } from '../../domain/plan.ts';
import type { Ports } from '../../ports.ts';

/** Who stands as reporter of outcomes that came with the plan. */
const IMPORT = { oid: 'import', upn: 'import', name: 'Planens import' };

export interface PlanImport {
  readonly outcome: 'published' | 'unchanged';
  /** Months of committees whose figures people have reported here: the plan's own figures for them were left aside. */
  readonly leftAside: readonly { readonly committeeId: string; readonly period: Month }[];
}

/**
 * Puts a plan in force and stores the outcomes that it brings from before. Running it again, also after it was interrupted,
 * leaves the same result. Corrected figures become a new revision; figures that people have reported are never touched.
 */
export async function importPlan(
  { plans, answers, clock }: Pick<Ports, 'plans' | 'answers' | 'clock'>,
  text: string,
): Promise<PlanImport> {
  const outcome = await plans.publish(text);
  const inForce = await plans.current();
  if (!inForce) throw new Error('No plan is in force after the import');
  const leftAside: { committeeId: string; period: Month }[] = [];
  for (const opening of openingAnswers(inForce.plan, clock.now())) {
    const { committeeId, period } = opening;
    const current = await answers.find(committeeId, period);
    if (current && current.reporter.oid !== IMPORT.oid) {
      if (!sameFigures(current, opening)) leftAside.push({ committeeId, period });
    } else if (!current || !sameFigures(current, opening)) {
      await answers.save(asRevision(opening, (current?.revision ?? 0) + 1), []);
    }
  }
  return { outcome, leftAside };
}

function sameFigures(one: StoredAnswer, other: StoredAnswer): boolean {
  return JSON.stringify(one.answer.areas) === JSON.stringify(other.answer.areas);
}

function asRevision(opening: StoredAnswer, revision: number): StoredAnswer {
  const { committeeId, period } = opening;
  return {
    ...opening,
    revision,
    receiptNumber: receiptNumber(committeeId, period, revision),
    submissionKey: `import|${committeeId}|${period}|${revision}`,
  };
}

function openingAnswers({ openingOutcomes }: Plan, importedAt: Date): StoredAnswer[] {
  const byMonth = Map.groupBy(openingOutcomes, ({ committeeId, period }) => `${committeeId}|${period}`);
  return [...byMonth.values()].flatMap((outcomes) => {
    const [first] = outcomes;
    return first ? [openingAnswer(first.committeeId, first.period, outcomes, importedAt)] : [];
  });
}

function openingAnswer(
  committeeId: string,
  period: Month,
  outcomes: readonly OpeningOutcome[],
  reportedAt: Date,
): StoredAnswer {
  const answer: Answer = {
    areas: outcomes.map(({ businessAreaId, accumulatedOutcomeKr, fullYearForecastKr }) => ({
      areaId: businessAreaId,
      outcome: { kind: 'value', amountKr: accumulatedOutcomeKr },
      forecast: { kind: 'value', amountKr: fullYearForecastKr },
    })),
    indicators: [],
    comment: '',
    measures: [],
  };
  return {
    committeeId,
    period,
    revision: 1,
    answer,
    reporter: IMPORT,
    reportedAt,
    receiptNumber: receiptNumber(committeeId, period, 1),
    submissionKey: `import|${committeeId}|${period}`,
    example: outcomes.some(({ example }) => example),
  };
}

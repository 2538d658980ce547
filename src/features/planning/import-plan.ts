import { type Answer, receiptNumber, type StoredAnswer } from '../../domain/answer.ts';
import type { Month } from '../../domain/period.ts';
import type { OpeningOutcome, Plan } from '../../domain/plan.ts';
import type { Ports } from '../../ports.ts';

/** Who stands as reporter of outcomes that came with the plan. */
const IMPORT = { oid: 'import', upn: 'import', name: 'Planens import' };

/**
 * Puts a plan in force and stores the outcomes that it brings from before. Running it again, also after it was interrupted,
 * leaves the same result; figures that people have reported are never touched.
 */
export async function importPlan(
  { plans, answers, clock }: Pick<Ports, 'plans' | 'answers' | 'clock'>,
  text: string,
): Promise<'published' | 'unchanged'> {
  const outcome = await plans.publish(text);
  const inForce = await plans.current();
  if (!inForce) throw new Error('No plan is in force after the import');
  for (const opening of openingAnswers(inForce.plan, clock.now())) await answers.save(opening, []);
  return outcome;
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

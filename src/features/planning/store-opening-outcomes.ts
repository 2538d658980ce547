import { type Answer, receiptNumber, type StoredAnswer } from '../../domain/answer.ts';
import type { Month } from '../../domain/period.ts';
import type { OpeningOutcome } from '../../domain/plan.ts';
import type { Ports } from '../../ports.ts';

/** Who stands as reporter of outcomes that came with a plan. */
const IMPORT = { oid: 'import', upn: 'import', name: 'Planens import' };

/** A month of a committee. */
export interface CommitteeMonth {
  readonly committeeId: string;
  readonly period: Month;
}

/** True for figures that came with a plan; nobody has answered. */
export function cameWithPlan({ reporter }: StoredAnswer): boolean {
  return reporter.oid === IMPORT.oid;
}

/**
 * Stores the outcomes that a plan brings from before. Running it again, also after it was interrupted, leaves the same
 * result. Corrected figures become a new revision; figures that people have reported are never touched: those months are
 * answered, so that they can be named.
 */
export async function storeOpeningOutcomes(
  { answers, clock }: Pick<Ports, 'answers' | 'clock'>,
  outcomes: readonly OpeningOutcome[],
): Promise<readonly CommitteeMonth[]> {
  const leftAside: CommitteeMonth[] = [];
  for (const opening of openingAnswers(outcomes, clock.now())) {
    const { committeeId, period } = opening;
    const current = await answers.find(committeeId, period);
    if (current && sameFigures(current, opening)) continue;

    const isReported = current !== undefined && !cameWithPlan(current);
    const isStored =
      !isReported && (await answers.save(asRevision(opening, (current?.revision ?? 0) + 1), [])) === 'saved';
    if (!isStored) leftAside.push({ committeeId, period });
  }
  return leftAside;
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

function openingAnswers(outcomes: readonly OpeningOutcome[], importedAt: Date): StoredAnswer[] {
  const byMonth = Map.groupBy(outcomes, ({ committeeId, period }) => `${committeeId}|${period}`);
  return [...byMonth.values()].flatMap((ofMonth) => {
    const [first] = ofMonth;
    return first ? [openingAnswer(first, ofMonth, importedAt)] : [];
  });
}

function openingAnswer(
  { committeeId, period }: CommitteeMonth,
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
    goals: [],
    work: [],
    investments: [],
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

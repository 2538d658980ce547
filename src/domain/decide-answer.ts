import type { Answer, AreaFigures } from './answer.ts';
import { needsComment } from './finance.ts';
import type { AreaAsked, MonthlyPrompt } from './monthly-prompt.ts';
import type { Month } from './period.ts';
import type { CommentLimit } from './plan.ts';
import { done, type Result, refused } from './result.ts';

/**
 * Something that looks wrong but may be right: it is asked about once, and accepted when confirmed.
 * Amounts are whole kronor. `suggestedKr` is what the person may have meant.
 */
export type Doubt = { readonly areaId: string; readonly amountKr: number } & (
  | { readonly code: 'FACTOR_1000'; readonly field: 'outcome' | 'forecast'; readonly suggestedKr: number }
  | { readonly code: 'SINKS'; readonly field: 'outcome'; readonly earlierKr: number; readonly earlierPeriod: Month }
  | { readonly code: 'JUMP'; readonly field: 'outcome'; readonly expectedKr: number }
  | { readonly code: 'DEVIATION_AS_FORECAST'; readonly field: 'forecast'; readonly suggestedKr: number }
);

export type DecisionProblem =
  | { readonly code: 'DOUBTFUL'; readonly doubts: readonly Doubt[] }
  | { readonly code: 'COMMENT_REQUIRED'; readonly areaIds: readonly string[] };

/** A confirmation holds for one doubt about one amount: a changed figure is asked about again. */
export function confirmationOf(doubt: Doubt): string {
  return `${doubt.code}:${doubt.field}:${doubt.areaId}:${doubt.amountKr}`;
}

/** Decides whether a complete answer may be stored as it is. */
export function decideAnswer(
  prompt: MonthlyPrompt,
  limit: CommentLimit,
  answer: Answer,
  confirmed: ReadonlySet<string>,
): Result<Answer, DecisionProblem> {
  const doubts = prompt.areas
    .flatMap((asked) =>
      doubtsAbout(
        asked,
        answer.areas.find((figures) => figures.areaId === asked.area.id),
      ),
    )
    .filter((doubt) => !confirmed.has(confirmationOf(doubt)));
  if (doubts.length > 0) return refused({ code: 'DOUBTFUL', doubts });

  const unexplained = areasToExplain(prompt, limit, answer);
  if (unexplained.length > 0 && answer.comment === '') {
    return refused({ code: 'COMMENT_REQUIRED', areaIds: unexplained });
  }
  return done(answer);
}

function doubtsAbout(asked: AreaAsked, figures: AreaFigures | undefined): Doubt[] {
  const doubts: Doubt[] = [];
  if (figures?.outcome.kind === 'value') doubts.push(...doubtAboutOutcome(asked, figures.outcome.amountKr));
  if (figures?.forecast.kind === 'value') doubts.push(...doubtAboutForecast(asked, figures.forecast.amountKr));
  return doubts;
}

function doubtAboutOutcome(asked: AreaAsked, amountKr: number): Doubt[] {
  const { earlier, expectedOutcomeKr: expectedKr } = asked;
  const about = { areaId: asked.area.id, amountKr, field: 'outcome' } as const;
  const suggestedKr = withoutFactorThousand(amountKr, expectedKr);
  if (suggestedKr !== undefined) return [{ ...about, code: 'FACTOR_1000', suggestedKr }];
  // Where the budget itself brings money in, sinking is as it should be.
  if (earlier && amountKr < earlier.outcomeKr && expectedKr >= earlier.outcomeKr) {
    return [{ ...about, code: 'SINKS', earlierKr: earlier.outcomeKr, earlierPeriod: earlier.period }];
  }
  if (isFarFrom(amountKr, expectedKr)) return [{ ...about, code: 'JUMP', expectedKr }];
  return [];
}

function doubtAboutForecast(asked: AreaAsked, amountKr: number): Doubt[] {
  const budgetKr = asked.area.netBudgetKr;
  const about = { areaId: asked.area.id, amountKr, field: 'forecast' } as const;
  const suggestedKr = withoutFactorThousand(amountKr, budgetKr);
  if (suggestedKr !== undefined) return [{ ...about, code: 'FACTOR_1000', suggestedKr }];
  // A year's net cost of less than a fifth of the budget, or with the other sign, is more often a deviation.
  if (Math.abs(amountKr) < Math.abs(budgetKr) / 5 || amountKr * budgetKr < 0) {
    return [{ ...about, code: 'DEVIATION_AS_FORECAST', suggestedKr: budgetKr - amountKr }];
  }
  return [];
}

/** The amount without a factor of 1,000 too much or too little, when that lands near what was expected. */
function withoutFactorThousand(amountKr: number, expectedKr: number): number | undefined {
  if (amountKr === 0 || expectedKr === 0) return undefined;
  const ratio = amountKr / expectedKr;
  if (ratio >= 500 && ratio <= 2000) return Math.round(amountKr / 1000);
  if (ratio >= 0.0005 && ratio <= 0.002) return amountKr * 1000;
  return undefined;
}

/** More than a quarter from what was expected; small areas may move by 500 000 kr before anyone is asked. */
function isFarFrom(amountKr: number, expectedKr: number): boolean {
  return Math.abs(amountKr - expectedKr) > Math.max(500_000, Math.abs(expectedKr) / 4);
}

/** The areas whose forecast deviates more than the plan lets pass without a word. */
function areasToExplain(prompt: MonthlyPrompt, limit: CommentLimit, answer: Answer): string[] {
  return prompt.areas.flatMap(({ area }) => {
    const forecast = answer.areas.find((figures) => figures.areaId === area.id)?.forecast;
    return forecast?.kind === 'value' && needsComment(area.netBudgetKr, forecast.amountKr, limit) ? [area.id] : [];
  });
}

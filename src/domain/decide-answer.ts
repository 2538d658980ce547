import type { Answer, AreaFigures } from './answer.ts';
import { needsComment } from './finance.ts';
import { doubtsAboutInvestment, type InvestmentDoubt } from './investment-doubts.ts';
import type { AreaAsked, MonthlyPrompt } from './monthly-prompt.ts';
import { looksLikeDeviation, withoutFactorThousand } from './odd-amounts.ts';
import type { Month } from './period.ts';
import type { CommentLimit } from './plan.ts';
import { done, type Result, refused } from './result.ts';

/**
 * Something that looks wrong but may be right: it is asked about once, and accepted when confirmed.
 * Amounts are whole kronor. `suggestedKr` is what the person may have meant.
 */
export type Doubt = AreaDoubt | InvestmentDoubt;

export type AreaDoubt = { readonly areaId: string; readonly amountKr: number } & (
  | { readonly code: 'FACTOR_1000'; readonly field: 'outcome' | 'forecast'; readonly suggestedKr: number }
  | { readonly code: 'SINKS'; readonly field: 'outcome'; readonly earlierKr: number; readonly earlierPeriod: Month }
  | { readonly code: 'JUMP'; readonly field: 'outcome'; readonly expectedKr: number }
  | { readonly code: 'DEVIATION_AS_FORECAST'; readonly field: 'forecast'; readonly suggestedKr: number }
);

export type DecisionProblem =
  | { readonly code: 'DOUBTFUL'; readonly doubts: readonly Doubt[] }
  /** Some areas' forecasts deviate, or some projects' exceed their budgets, by more than passes without a word. */
  | { readonly code: 'COMMENT_REQUIRED'; readonly areaIds: readonly string[]; readonly projects: readonly string[] };

/** A confirmation holds for one doubt about one amount: a changed figure is asked about again. */
export function confirmationOf(doubt: Doubt): string {
  const what = 'areaId' in doubt ? doubt.areaId : `investment:${doubt.project}`;
  return `${doubt.code}:${doubt.field}:${what}:${doubt.amountKr}`;
}

/** Decides whether a complete answer may be stored as it is. */
export function decideAnswer(
  prompt: MonthlyPrompt,
  limit: CommentLimit,
  answer: Answer,
  confirmed: ReadonlySet<string>,
): Result<Answer, DecisionProblem> {
  const doubts = doubtsAbout(prompt, answer).filter((doubt) => !confirmed.has(confirmationOf(doubt)));
  if (doubts.length > 0) return refused({ code: 'DOUBTFUL', doubts });

  const areaIds = areasToExplain(prompt, limit, answer);
  const projects = projectsToExplain(prompt, limit, answer);
  if (areaIds.length + projects.length > 0 && answer.comment === '') {
    return refused({ code: 'COMMENT_REQUIRED', areaIds, projects });
  }
  return done(answer);
}

function doubtsAbout(prompt: MonthlyPrompt, { areas, investments }: Answer): Doubt[] {
  return [
    ...prompt.areas.flatMap((asked) =>
      doubtsAboutArea(
        asked,
        areas.find(({ areaId }) => areaId === asked.area.id),
      ),
    ),
    ...prompt.investments.flatMap((asked) =>
      doubtsAboutInvestment(
        asked,
        investments.find(({ project }) => project === asked.project),
      ),
    ),
  ];
}

function doubtsAboutArea(asked: AreaAsked, figures: AreaFigures | undefined): Doubt[] {
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
  if (looksLikeDeviation(amountKr, budgetKr)) {
    return [{ ...about, code: 'DEVIATION_AS_FORECAST', suggestedKr: budgetKr - amountKr }];
  }
  return [];
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

/** The projects that will cost more than their budget, by more than the plan lets pass. What costs less needs no word. */
function projectsToExplain(prompt: MonthlyPrompt, limit: CommentLimit, answer: Answer): string[] {
  return prompt.investments.flatMap(({ project, budgetKr }) => {
    const forecast = answer.investments.find((figures) => figures.project === project)?.forecast;
    const exceeds = forecast?.kind === 'value' && forecast.amountKr > budgetKr;
    return exceeds && needsComment(budgetKr, forecast.amountKr, limit) ? [project] : [];
  });
}

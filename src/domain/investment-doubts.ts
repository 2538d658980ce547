import type { InvestmentFigures } from './answer.ts';
import type { InvestmentAsked } from './investment-questions.ts';
import { looksLikeDeviation, withoutFactorThousand } from './odd-amounts.ts';

/** A figure of an investment project that looks wrong but may be right. Whole kronor. */
export type InvestmentDoubt = { readonly project: string; readonly amountKr: number } & (
  | { readonly code: 'FACTOR_1000'; readonly field: 'outcome' | 'forecast'; readonly suggestedKr: number }
  | {
      readonly code: 'SINKS';
      readonly field: 'outcome';
      readonly earlierKr: number;
      /** Absent when the plan does not say of when. */
      readonly earlierPeriod?: string;
    }
  | { readonly code: 'DEVIATION_AS_FORECAST'; readonly field: 'forecast'; readonly suggestedKr: number }
);

/** What costs so many times the whole project's budget was more likely typed in kronor. */
const TIMES_THE_BUDGET = 50;

export function doubtsAboutInvestment(asked: InvestmentAsked, said: InvestmentFigures | undefined): InvestmentDoubt[] {
  return [
    ...(said?.outcome.kind === 'value' ? doubtAboutOutcome(asked, said.outcome.amountKr) : []),
    ...(said?.forecast.kind === 'value' ? doubtAboutForecast(asked, said.forecast.amountKr) : []),
  ];
}

/** It is counted from the project's start: it grows from nothing, so that only a thousandfold or a fall is odd. */
function doubtAboutOutcome({ project, budgetKr, outcome: earlier }: InvestmentAsked, amountKr: number) {
  const about = { project, amountKr, field: 'outcome' } as const;
  const suggestedKr = earlier && withoutFactorThousand(amountKr, earlier.amountKr);
  if (suggestedKr !== undefined) return [{ ...about, code: 'FACTOR_1000', suggestedKr } as const];
  if (isFarAbove(amountKr, budgetKr)) return [thousandfold(about)];
  if (earlier === undefined || amountKr >= earlier.amountKr) return [];
  const when = earlier.period === undefined ? {} : { earlierPeriod: earlier.period };
  return [{ ...about, code: 'SINKS', earlierKr: earlier.amountKr, ...when } as const];
}

function doubtAboutForecast({ project, budgetKr }: InvestmentAsked, amountKr: number) {
  const about = { project, amountKr, field: 'forecast' } as const;
  const suggestedKr = withoutFactorThousand(amountKr, budgetKr);
  if (suggestedKr !== undefined) return [{ ...about, code: 'FACTOR_1000', suggestedKr } as const];
  if (isFarAbove(amountKr, budgetKr)) return [thousandfold(about)];
  return looksLikeDeviation(amountKr, budgetKr)
    ? [{ ...about, code: 'DEVIATION_AS_FORECAST', suggestedKr: budgetKr - amountKr } as const]
    : [];
}

function isFarAbove(amountKr: number, budgetKr: number): boolean {
  return Math.abs(amountKr) > Math.abs(budgetKr) * TIMES_THE_BUDGET && budgetKr !== 0;
}

function thousandfold<About extends { readonly amountKr: number }>(about: About) {
  return { ...about, code: 'FACTOR_1000', suggestedKr: Math.round(about.amountKr / 1000) } as const;
}

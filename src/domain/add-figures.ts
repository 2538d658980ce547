import { deviationKr } from './finance.ts';
import type { CommitteeFinance, FinanceFigures } from './report-content.ts';
import type { FinanceSum } from './summarise.ts';

/** Adds up figures of several, whole kronor. One part without a figure makes the sum missing, never smaller. */
export function addFigures(parts: readonly FinanceFigures[]): FinanceFigures {
  const budgetKr = sum(parts.map((part) => part.budgetKr));
  const forecastKr = sumOfAll(parts.map((part) => part.forecastKr));
  return toFigures({
    budgetKr,
    budgetToDateKr: sum(parts.map((part) => part.budgetToDateKr)),
    outcomeKr: sumOfAll(parts.map((part) => part.outcomeKr)),
    forecastKr,
    deviationKr: forecastKr === undefined ? undefined : deviationKr(budgetKr, forecastKr),
  });
}

/** A committee's finance without its fee-financed areas; with the money that it has not divided on areas yet. */
export function withoutFees({ areas, ...whole }: CommitteeFinance): FinanceFigures {
  const divided = addFigures(areas);
  const undivided: FinanceFigures = {
    budgetKr: whole.budgetKr - divided.budgetKr,
    budgetToDateKr: whole.budgetToDateKr - divided.budgetToDateKr,
    ...{ outcomeKr: 0, forecastKr: 0 }, // costs are reported by area
  };
  return addFigures([...areas.filter(({ feeFinanced }) => !feeFinanced), undivided]);
}

/** A sum as plain JSON: what is missing is left out. */
export function toFigures({
  budgetKr,
  budgetToDateKr,
  outcomeKr,
  forecastKr,
  deviationKr: deviation,
}: FinanceFigures | FinanceSum): FinanceFigures {
  return {
    budgetKr,
    budgetToDateKr,
    ...(outcomeKr === undefined ? {} : { outcomeKr }),
    ...(forecastKr === undefined ? {} : { forecastKr }),
    ...(deviation === undefined ? {} : { deviationKr: deviation }),
  };
}

function sumOfAll(amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === amounts.length ? sum(known) : undefined;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

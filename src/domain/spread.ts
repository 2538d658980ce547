import { type Month, monthNumber } from './period.ts';

/**
 * An amount over the months of a year, January first: as much in each month from `from` to December, in whole kronor. What
 * does not divide evenly falls on December, so that the months always sum to the amount.
 */
export function spreadOver(amountKr: number, from: Month): readonly number[] {
  const first = monthNumber(from);
  const eachKr = Math.trunc(amountKr / (13 - first)) + 0; // never -0
  const lastKr = amountKr - eachKr * (12 - first);
  return Array.from({ length: 12 }, (_, at) => (at + 1 < first ? 0 : at < 11 ? eachKr : lastKr));
}

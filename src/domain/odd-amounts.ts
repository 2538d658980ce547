/** The amount without a factor of 1,000 too much or too little, when that lands near what was expected. Whole kronor. */
export function withoutFactorThousand(amountKr: number, expectedKr: number): number | undefined {
  if (amountKr === 0 || expectedKr === 0) return undefined;
  const ratio = amountKr / expectedKr;
  if (ratio >= 500 && ratio <= 2000) return Math.round(amountKr / 1000);
  if (ratio >= 0.0005 && ratio <= 0.002) return amountKr * 1000;
  return undefined;
}

/** What ends at less than a fifth of its budget, or with the other sign, is more often a deviation from it than a forecast. */
export function looksLikeDeviation(amountKr: number, budgetKr: number): boolean {
  return Math.abs(amountKr) < Math.abs(budgetKr) / 5 || amountKr * budgetKr < 0;
}

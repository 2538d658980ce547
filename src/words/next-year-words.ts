import type { NextYearWords } from '../domain/next-year.ts';

/** What a coming year's plan is called, and says of what it was prefilled with. */
export function nextYearWords(behind: number): NextYearWords {
  return {
    title: (from, to) => `Mål och budget ${from}–${to} (underlag)`,
    source: `Utfall ${behind}`,
    toDecide: `Budgeten vid slutet av ${behind}. Fullmäktige har inte beslutat om ${behind + 1}.`,
  };
}

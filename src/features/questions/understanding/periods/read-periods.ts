import { joinYears } from './join-years.ts';
import type { NamedPeriod, PeriodWord, Said } from './named-period.ts';
import type { PeriodRule } from './rule.ts';
import { TIME_RULES } from './rules.ts';

/**
 * The periods in a question, in their order. At each word the first rule that fits is taken, the longest named first, so
 * that no word is read twice.
 */
export function readPeriods(words: readonly PeriodWord[], thisYear: number): readonly NamedPeriod[] {
  const found: Said[] = [];
  let at = 0;
  while (at < words.length) {
    const said = firstOf(TIME_RULES, words, at, thisYear);
    if (said) found.push(said);
    at = said ? said.to : at + 1;
  }
  return joinYears(found, thisYear);
}

function firstOf(
  rules: readonly PeriodRule[],
  words: readonly PeriodWord[],
  at: number,
  year: number,
): Said | undefined {
  for (const rule of rules) {
    const said = rule(words, at, year);
    if (said) return said;
  }
  return undefined;
}

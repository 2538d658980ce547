import type { PeriodWord } from './named-period.ts';
import type { RelativePeriod } from './relative-periods.ts';
import { RELATIVE } from './relative-periods.ts';
import type { PeriodRule } from './rule.ts';
import { isYear, numberAt } from './rule.ts';

/** `sedan 2019`, `från och med 2019`, `2019–2021`, `2019 och framåt`. */
export const since: PeriodRule = (words, at) => {
  const plain = words[at]?.plain ?? '';
  const from = ['sedan', 'sen', 'fran', 'since', 'from'].includes(plain);
  const skip = from
    ? words[at + 1]?.plain === 'och' && words[at + 2]?.plain === 'med'
      ? 3
      : words[at + 1]?.plain === 'ar'
        ? 2
        : 1
    : 0;
  const year = words[at + skip]?.plain;
  if (!isYear(year)) return undefined;
  const next = at + skip + 1;
  const endsAt =
    words[next - 1]?.hyphen && isYear(words[next]?.plain) ? next + 1 : isTo(words, next) ? next + 2 : undefined;
  if (endsAt !== undefined) return { code: `${year}-`, from: at, to: endsAt, byReport: false, isPart: false };
  if (!from) return undefined;
  return { code: `${year}-`, from: at, to: next, byReport: false, isPart: false };
};

const isTo = (words: readonly PeriodWord[], at: number): boolean =>
  ['till', 'to', 'tom'].includes(words[at]?.plain ?? '') && isYear(words[at + 1]?.plain);

/** `2021`, `år 2021`, `2021 års`. */
export const year: PeriodRule = (words, at) => {
  const skip = words[at]?.plain === 'ar' && isYear(words[at + 1]?.plain) ? 1 : 0;
  const plain = words[at + skip]?.plain;
  if (!isYear(plain)) return undefined;
  const after = words[at + skip + 1]?.plain === 'ars' ? 1 : 0;
  return { code: plain, from: at, to: at + skip + 1 + after, byReport: false, isPart: false, year: Number(plain) };
};

/** `senaste tre åren`, `de senaste 5 åren`, `tre år tillbaka`. */
export const lastYears: PeriodRule = (words, at, thisYear) => {
  const isLast = ['senaste', 'sista', 'last', 'past'].includes(words[at]?.plain ?? '');
  const count = numberAt(words, isLast ? at + 1 : at);
  const noun = words[isLast ? at + 2 : at + 1]?.plain ?? '';
  if (count === undefined || count < 2 || !/^(ar|aren|arens|years)$/.test(noun)) return undefined;
  const back = words[at + 2]?.plain === 'tillbaka' ? 1 : 0;
  if (!isLast && back === 0) return undefined;
  const code = count === 3 ? 'last_3_years' : `${thisYear - count}-`;
  return { code, from: at, to: at + (isLast ? 3 : 2 + back), byReport: false, isPart: false };
};

/** `förra månaden`, `i fjol`, `nästa år`. */
export const relative: PeriodRule = (words, at, thisYear) => {
  for (const { words: said, code } of RELATIVE.get(words[at]?.plain ?? '') ?? []) {
    if (!said.every((word, step) => words[at + step]?.plain === word)) continue;
    return { code, from: at, to: at + said.length, byReport: false, isPart: false, ...yearOf(code, thisYear) };
  }
  return undefined;
};

function yearOf(code: RelativePeriod, thisYear: number): { readonly year?: number } {
  const step = { last_year: -1, this_year: 0, next_year: 1 }[code as string];
  return step === undefined ? {} : { year: thisYear + step };
}

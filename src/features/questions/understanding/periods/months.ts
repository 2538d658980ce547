import { MONTH_NUMBERS, MONTH_STEMS } from './calendar-words.ts';
import type { PeriodWord, Said } from './named-period.ts';
import type { PeriodRule } from './rule.ts';
import { isYear, monthCode, part } from './rule.ts';

/** Prepositions that make a month the end of an interval from January: figures are accumulated. */
const UNTIL = new Set([
  'per',
  'efter',
  'till',
  'tom',
  'hittills',
  'ytd',
  'ack',
  'ackumulerat',
  'through',
  'until',
  'after',
]);

const monthAt = (words: readonly PeriodWord[], at: number): number | undefined => {
  const { plain = '', text = '', stems = [] } = words[at] ?? {};
  // "Till jul" is a holiday; July is so short only in an interval or with its year.
  if (plain === 'jul' && !words[at - 1]?.hyphen && !isYear(words[at + 1]?.plain)) return undefined;
  // No month has dots: `mår` is none. An English May is a verb unless a year follows.
  if (/[åäö]/.test(text) || (plain === 'may' && !isYear(words[at + 1]?.plain))) return undefined;
  return MONTH_NUMBERS.get(plain) ?? MONTH_STEMS.get(stems[1] ?? '');
};

/** `jan–aug`, `januari till mars`; the interval is known by its end. */
export const monthInterval: PeriodRule = (words, at) => {
  const first = monthAt(words, at);
  if (first === undefined) return undefined;
  const step = ['till', 'tom', 'to', 'och', 'fram'].includes(words[at + 1]?.plain ?? '') ? 2 : 1;
  const last = monthAt(words, at + step);
  const isInterval =
    last !== undefined && last > first && first === 1 && (words[at]?.hyphen || words[at + 1]?.plain !== 'och');
  return isInterval ? part(`YTD-${monthCode(last)}`, at, at + step + 1) : undefined;
};

/** `mars`, `i mars`, `per augusti`, `efter aug`, `t.o.m. september`, `per den 31 augusti`. */
export const month: PeriodRule = (words, at) => {
  const until = prepositionAt(words, at);
  const skip = until > 0 ? until + dayBefore(words, at + until) : dayBefore(words, at);
  const number = monthAt(words, at + skip);
  if (number === undefined) return undefined;
  const said = part(`${until > 0 ? 'YTD-' : ''}${monthCode(number)}`, at, at + skip + 1);
  return MONTH_NUMBERS.has(words[at + skip]?.plain ?? '') ? said : { ...said, inCompound: true };
};

/** How many words `per`, `t o m`, `till och med` or `fram till` take here. */
function prepositionAt(words: readonly PeriodWord[], at: number): number {
  const [one, two, three] = [words[at]?.plain, words[at + 1]?.plain, words[at + 2]?.plain];
  if (one === 't' && two === 'o' && three === 'm') return 3;
  if (one === 'till' && two === 'och' && three === 'med') return 3;
  if ((one === 'fram' && two === 'till') || (one === 'up' && two === 'to')) return 2;
  return UNTIL.has(one ?? '') ? 1 : 0;
}

/** `31 augusti`, `den sista augusti`, `slutet av mars`. */
function dayBefore(words: readonly PeriodWord[], at: number): number {
  const [one, two] = [words[at]?.plain ?? '', words[at + 1]?.plain ?? ''];
  if (one === 'den' && (/^\d{1,2}$/.test(two) || two === 'sista')) return 2;
  if ((one === 'slutet' || one === 'utgangen') && two === 'av') return 2;
  return /^(0?[1-9]|[12]\d|3[01])$/.test(one) && monthAt(words, at + 1) !== undefined ? 1 : 0;
}

/** `2026-03`, `2026-03-31`, `202603`. */
export const writtenMonth: PeriodRule = (words, at, thisYear) => {
  const [year, number, day] = [words[at]?.plain, words[at + 1]?.plain ?? '', words[at + 2]?.plain ?? ''];
  const together = /^(20\d\d)(0[1-9]|1[0-2])$/.exec(year ?? '');
  if (together) return inYear(Number(together[1]), Number(together[2]), at, at + 1, thisYear);
  if (!isYear(year) || !words[at]?.hyphen || !/^(0[1-9]|1[0-2])$/.test(number)) return undefined;
  const hasDay = words[at + 1]?.hyphen === true && /^\d\d$/.test(day);
  return inYear(Number(year), Number(number), at, at + (hasDay ? 3 : 2), thisYear);
};

function inYear(year: number, number: number, from: number, to: number, thisYear: number): Said {
  const code = year === thisYear ? monthCode(number) : `${year}-${monthCode(number)}`;
  return { code, from, to, byReport: false, isPart: false };
}

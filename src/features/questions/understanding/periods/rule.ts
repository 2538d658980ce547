import { NUMBER_WORDS } from './calendar-words.ts';
import type { PeriodWord, Said } from './named-period.ts';

/** A rule reads the period that begins at a word, if one does. */
export type PeriodRule = (words: readonly PeriodWord[], at: number, thisYear: number) => Said | undefined;

/** Years that reports and plans tell of: `vision 2040` is a name. */
export const isYear = (word: string | undefined): word is string =>
  word !== undefined && /^(199\d|20[0-3]\d)$/.test(word);

export const numberAt = (words: readonly PeriodWord[], at: number): number | undefined => {
  const plain = words[at]?.plain ?? '';
  return /^\d{1,2}(a|e)?$/.test(plain) ? Number.parseInt(plain, 10) : NUMBER_WORDS.get(plain);
};

export const monthCode = (month: number): string => `M${String(month).padStart(2, '0')}`;

export const part = (code: string, from: number, to: number): Said => ({
  code,
  from,
  to,
  byReport: false,
  isPart: true,
});

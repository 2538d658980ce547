import { isDay } from './days.ts';

/** Room for `BUN 2026-12-09 § 112`, not for a story. */
export const LONGEST_PARAGRAPH = 40;

/** Line breaks, control signs and halves of signs: a plan can't hold them in a name. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u;

export type AdoptionDoubt =
  | 'DATE_NOT_REAL'
  | 'DATE_AHEAD'
  | 'NO_PARAGRAPH'
  | 'PARAGRAPH_TOO_LONG'
  | 'PARAGRAPH_UNREADABLE';

/** What is wrong with the day and paragraph that a committee's decision is registered with. Days are `2026-11-30`. */
export function adoptionDoubt(date: string, paragraph: string, today: string): AdoptionDoubt | undefined {
  if (!isDay(date)) return 'DATE_NOT_REAL';
  if (date > today) return 'DATE_AHEAD';
  if (paragraph.trim() === '') return 'NO_PARAGRAPH';
  if (paragraph.trim().length > LONGEST_PARAGRAPH) return 'PARAGRAPH_TOO_LONG';
  if (UNWRITABLE.test(paragraph.trim())) return 'PARAGRAPH_UNREADABLE';
  return undefined;
}

import type { Choices, Column, Kind } from './sheet.ts';
import { joinTexts, reminderInSwedish, workingDayNumber } from './words.ts';

/** What is written in a cell. Texts are always written as texts, so that none of them becomes a formula. */
export type Written = string | number | Date | null;

/** What Excel can hold in one cell. */
const LONGEST = 32_767;
/** What XML can't hold: control signs other than tab and line breaks, halves of pairs, and two that mean nothing. */
const UNWRITABLE = /\p{Cs}|(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** A value of the plan as a cell. */
export function writeCell({ kind, heading }: Pick<Column, 'kind' | 'heading'>, value: unknown): Written {
  if (value === undefined || (value === null && kind.is !== 'choice')) return null;
  const written = plainCell(kind, value);
  if (typeof written !== 'string') return written;
  if (written.length > LONGEST) {
    throw new RangeError(`Texten i kolumnen ${heading} är för lång för Excel: högst 32 767 tecken i en cell.`);
  }
  return written.replaceAll(UNWRITABLE, '');
}

function plainCell(kind: Kind, value: unknown): Written {
  switch (kind.is) {
    case 'day':
      return dayCell(String(value));
    case 'number':
    case 'measured':
    case 'kronor':
    case 'whole':
      return typeof value === 'number' ? value : String(value);
    case 'yesNo':
      return value === true ? 'ja' : 'nej';
    case 'mark':
      return value === true ? 'ja' : null;
    case 'choice':
      return labelOf(kind.choices, value);
    case 'reference':
      return labelOf(kind.words ?? [], value);
    case 'choices':
      return joinTexts(listed(value).map((code) => labelOf(kind.choices, code)));
    case 'reminders':
      return joinTexts(listed(value).map((reminder) => reminderInSwedish(String(reminder))));
    case 'numbers':
      return listed(value).map(swedishNumber).join('; ');
    case 'texts':
    case 'references':
      return joinTexts(listed(value).map(String));
    case 'workingDay':
      return workingDayNumber(String(value)) ?? String(value);
    default:
      return String(value);
  }
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function labelOf(choices: Choices, code: unknown): string {
  return choices.find(([known]) => known === code)?.[1] ?? String(code);
}

function swedishNumber(value: unknown): string {
  return String(value).replace('.', ',');
}

/** A real date, so that Excel can sort and filter on it. */
function dayCell(day: string): Date | string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : date;
}

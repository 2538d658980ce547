import type { CellReading } from './cell-reading.ts';
import type { Cell } from './grid.ts';
import { dayExists, readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';
import type { Measure } from './sheet.ts';
import { spreadTarget } from './target-columns.ts';
import { yesOrNo } from './words.ts';

/*
 * Values in an indicator's own unit, as its target is. Where the target is a yes or a no the plan keeps 1 or 0, and where it is
 * a day that day's digits (20271001); in the workbook they stand as people write them: ja, nej and 2027-10-01.
 */

/** What an indicator with this kind of target is measured in; undefined when the kind isn't known. */
export function measureOf(targetKind: string | null | undefined): Measure | undefined {
  if (targetKind === undefined) return undefined;
  if (targetKind === 'yesNo') return 'yesNo';
  return targetKind === 'onDate' ? 'day' : 'number';
}

export function readMeasured(measure: Measure | undefined, cell: Cell): CellReading {
  switch (measure) {
    case 'number':
      return readNumber(cell);
    case 'yesNo':
      return readAnswer(cell) ?? { slip: 'Skriv ja eller nej.' };
    case 'day':
      return readDayDigits(cell) ?? { slip: 'Skriv en dag som finns, till exempel 2027-10-01.' };
    default:
      return readAnswer(cell) ?? readDayDigits(cell) ?? readNumber(cell);
  }
}

function readAnswer(cell: Cell): CellReading | undefined {
  const answer = typeof cell === 'boolean' ? cell : typeof cell === 'string' ? yesOrNo(cell) : undefined;
  if (answer !== undefined) return { value: answer ? 1 : 0 };
  const { value } = readNumber(cell);
  return value === 0 || value === 1 ? { value } : undefined;
}

function readDayDigits(cell: Cell): CellReading | undefined {
  const { value: digits } = readNumber(cell);
  if (dayOf(digits) !== undefined) return { value: digits };
  const { value: day } = typeof cell === 'number' ? {} : readDay(cell);
  return typeof day === 'string' ? { value: JSON.parse(day.replaceAll('-', '')) } : undefined;
}

/** A value of the plan as it stands in the workbook. */
export function writeMeasured(value: unknown, target: unknown): unknown {
  const measure = measureOf(spreadTarget(target).kind);
  if (measure === 'yesNo' && (value === 0 || value === 1)) return value === 1 ? 'ja' : 'nej';
  return (measure === 'day' ? dayOf(value) : undefined) ?? value;
}

/** `2027-10-01` for 20271001; undefined for what is no day. */
function dayOf(digits: unknown): string | undefined {
  const day = String(digits).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return dayExists(day) ? day : undefined;
}

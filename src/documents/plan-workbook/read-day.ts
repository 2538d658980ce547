import { type CellReading, shortened } from './cell-reading.ts';
import type { Cell } from './grid.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Excel's own day numbers: 61 is 1 March 1900, the first that it has right; 2 958 465 is the last day of 9999. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
const DAY_MS = 86_400_000;

export function readDay(cell: Cell): CellReading {
  const write = 'Skriv en dag som finns, till exempel 2026-11-30.';
  if (typeof cell === 'object' && cell.is === 'day') return { value: cell.day };
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell) || cell < FIRST_SERIAL || cell > LAST_SERIAL) return { slip: write };
    return { value: new Date(Date.UTC(1899, 11, 30) + cell * DAY_MS).toISOString().slice(0, 10) };
  }
  if (typeof cell !== 'string') return { slip: write };
  const text = cell.trim();
  return dayExists(text) ? { value: text } : { slip: `”${shortened(text)}” är ingen dag. ${write}` };
}

export function dayExists(day: string): boolean {
  if (!DAY.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

export function readMonth(cell: Cell): CellReading {
  const month = monthOf(cell);
  return month === undefined ? notRead(cell, 'ingen månad', '2026-10') : { value: month };
}

/** A year or a month. */
export function readPeriod(cell: Cell): CellReading {
  const year = typeof cell === 'number' || typeof cell === 'string' ? String(cell).trim() : '';
  if (/^\d{4}$/.test(year)) return { value: year };
  const month = monthOf(cell);
  return month === undefined ? notRead(cell, 'varken ett år eller en månad', '2026 eller 2026-10') : { value: month };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const LONG_MONTHS =
  /^(?:jan(?:uari)?|febr?(?:uari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?[ -](\d{4})$/;

/** Excel makes a date of 2026-10 as soon as it can: any day stands for its month. */
function monthOf(cell: Cell): string | undefined {
  if (typeof cell === 'object' && cell.is === 'day') return cell.day.slice(0, 7);
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim().toLowerCase();
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  if (dayExists(text)) return text.slice(0, 7);
  const year = LONG_MONTHS.exec(text)?.[1];
  const number = MONTHS.indexOf(text.slice(0, 3)) + 1;
  return year === undefined ? undefined : `${year}-${String(number).padStart(2, '0')}`;
}

function notRead(cell: Cell, isWhat: string, example: string): CellReading {
  const said =
    typeof cell === 'string' || typeof cell === 'number' ? `”${shortened(String(cell))}” är ${isWhat}. ` : '';
  return { slip: `${said}Skriv till exempel ${example}.` };
}

import { type CellReading, shortened } from './cell-reading.ts';
import { readTextNumber } from './exact-number.ts';
import type { Cell } from './grid.ts';
import { workingDayPhrase } from './words.ts';

/** The nearest that Excel itself keeps: fifteen digits. Takes away what binary fractions add. */
const EXCEL_DIGITS = 15;

export function readNumber(cell: Cell): CellReading {
  if (typeof cell === 'number') return exact(cell);
  if (typeof cell === 'string') return readNumberText(cell);
  if (typeof cell === 'object' && cell.is === 'percent') {
    const shown = String(rounded(cell.value * 100)).replace('.', ',');
    return { slip: `Cellen är formaterad som procent. Ändra formatet till tal och skriv ${shown}.` };
  }
  return { slip: 'Här ska det stå ett tal, till exempel 1 234,5.' };
}

export function readWhole(cell: Cell): CellReading {
  return wholeOnly(readNumber(cell), 'Skriv ett heltal.');
}

export function readKronor(cell: Cell): CellReading {
  const inKronor = typeof cell === 'string' ? readWithUnit(cell) : undefined;
  return inKronor ?? wholeOnly(readNumber(cell), 'Skriv hela kronor utan decimaler.');
}

/** No month has fewer than 17 working days; a follow-up that waits longer than the 15th is a slip of the pen. */
const LAST_WORKING_DAY = 15;

export function readWorkingDay(cell: Cell): CellReading {
  const write = `Skriv arbetsdagens nummer, 1–${LAST_WORKING_DAY}.`;
  const { value, slip } = readNumber(cell);
  if (typeof value !== 'number') return { slip: slip ?? write };
  if (!Number.isInteger(value) || value < 1 || value > LAST_WORKING_DAY) return { slip: write };
  return { value: workingDayPhrase(value) };
}

function exact(value: number): CellReading {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return { slip: 'Talet är för stort.' };
  return { value: rounded(value) };
}

function rounded(value: number): number {
  return Number(value.toPrecision(EXCEL_DIGITS));
}

function readNumberText(text: string): CellReading {
  const reading = readTextNumber(text);
  if ('value' in reading) return reading;
  if (reading.slip === 'ambiguous') return { slip: `”${text.trim()}” kan betyda två tal. Skriv 1 234 eller 1,234.` };
  if (reading.slip === 'tooLarge') return { slip: 'Talet är för stort.' };
  return { slip: `”${shortened(text)}” är inget tal. Skriv till exempel 1 234,5.` };
}

function wholeOnly(reading: CellReading, otherwise: string): CellReading {
  return typeof reading.value === 'number' && !Number.isInteger(reading.value) ? { slip: otherwise } : reading;
}

const UNITS: Readonly<Record<string, number>> = {
  kr: 1,
  kronor: 1,
  tkr: 1000,
  kkr: 1000,
  mkr: 1_000_000,
  mnkr: 1_000_000,
};
const WITH_UNIT = /^(.*?\d)\s*(kr|kronor|tkr|kkr|mkr|mnkr)\.?$/iu;

/** An amount with its unit beside it is refused, with the kronor that it must mean. Undefined for all else. */
function readWithUnit(text: string): CellReading | undefined {
  const [, digits = '', unit = ''] = WITH_UNIT.exec(text.trim()) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  if (factor === undefined) return undefined;
  const number = readTextNumber(digits);
  const kronor = 'value' in number ? rounded(number.value * factor) : Number.NaN;
  return { slip: Number.isSafeInteger(kronor) ? `Skriv hela kronor: ${kronor}.` : 'Skriv hela kronor, utan enhet.' };
}

import { readTextNumber } from './exact-number.ts';
import type { Cell } from './grid.ts';
import type { Choices, Kind } from './sheet.ts';
import { reminderFromSwedish, splitTexts, workingDayPhrase } from './words.ts';

/** What a cell says, or in Swedish what is wrong with it and what to write instead. Neither: it is empty. */
export interface CellReading {
  readonly value?: unknown;
  readonly slip?: string;
  /** Read all the same, but to be known. */
  readonly notice?: string;
}

const EMPTY: CellReading = {};
/** The nearest that Excel itself keeps: fifteen digits. Takes away what binary fractions add. */
const EXCEL_DIGITS = 15;

/** Reads a cell as the kind that its column holds. */
export function readCell(kind: Kind, cell: Cell | undefined): CellReading {
  if (cell === undefined) return EMPTY;
  if (typeof cell === 'object' && cell.is === 'formula') return readFormula(kind, cell.result);
  if (typeof cell === 'object' && cell.is === 'error') {
    return { slip: `Cellen visar felet ${cell.code}. Skriv värdet i stället.` };
  }
  if (typeof cell === 'string' && cell.trim() === '') return EMPTY;
  return readPlain(kind, cell);
}

function readFormula(kind: Kind, result: Cell | undefined): CellReading {
  if (result === undefined) {
    return { slip: 'Cellen har en formel utan sparat resultat. Skriv värdet, eller öppna och spara filen i Excel.' };
  }
  const reading = readCell(kind, result);
  return reading.slip
    ? reading
    : { ...reading, notice: 'Cellen har en formel. Formelns senast sparade värde används.' };
}

function readPlain(kind: Kind, cell: Cell): CellReading {
  switch (kind.is) {
    case 'number':
      return readNumber(cell);
    case 'kronor':
      return wholeOnly(readNumber(cell), 'Skriv hela kronor utan decimaler.');
    case 'whole':
      return wholeOnly(readNumber(cell), 'Skriv ett heltal.');
    case 'workingDay':
      return mapped(wholeOnly(readNumber(cell), 'Skriv arbetsdagens nummer, till exempel 3.'), workingDayPhrase);
    case 'day':
      return readDay(cell);
    case 'month':
      return readPeriod(cell, 'en månad, till exempel 2026-10');
    case 'period':
      return readPeriod(cell, 'ett år eller en månad, till exempel 2026 eller 2026-10');
    case 'yesNo':
      return readYesNo(cell, false);
    case 'mark':
      return readYesNo(cell, undefined);
    default:
      return readWords(kind, cell);
  }
}

function readWords(kind: Kind, cell: Cell): CellReading {
  const { value: words, slip } = readText(cell);
  if (slip !== undefined || typeof words !== 'string') return { ...(slip === undefined ? {} : { slip }) };
  switch (kind.is) {
    case 'choice':
      return readChoice(kind.choices, words);
    case 'choices':
      return eachOf(splitTexts(words), (word) => readChoice(kind.choices, word));
    case 'numbers':
      return eachOf(splitTexts(words), readNumber);
    case 'reminders':
      return { value: splitTexts(words).map(reminderFromSwedish) };
    case 'texts':
    case 'references':
      return { value: splitTexts(words) };
    case 'reference':
      return { value: codeOf(kind.words ?? [], words) ?? words.trim() };
    case 'id':
      return { value: words.trim() };
    default:
      return { value: words };
  }
}

/** Numbers stand for themselves where a text is wanted: `1` for the first goal. */
function readText(cell: Cell): CellReading {
  if (typeof cell === 'string') return { value: cell.normalize('NFC') };
  if (typeof cell === 'number') return { value: String(cell).replace('.', ',') };
  if (typeof cell === 'boolean') return { value: cell ? 'ja' : 'nej' };
  if (cell.is === 'day') return { slip: `Cellen är ett datum (${cell.day}). Formatera den som text och skriv om den.` };
  return { slip: 'Cellen är formaterad som procent. Formatera den som text och skriv om den.' };
}

function readNumber(cell: Cell): CellReading {
  if (typeof cell === 'number') return { ...exact(cell) };
  if (typeof cell === 'string') return readNumberText(cell);
  if (typeof cell === 'object' && cell.is === 'percent') {
    const shown = String(Number((cell.value * 100).toPrecision(EXCEL_DIGITS))).replace('.', ',');
    return { slip: `Cellen är formaterad som procent. Ändra formatet till tal och skriv ${shown}.` };
  }
  return { slip: 'Här ska det stå ett tal, till exempel 1 234,5.' };
}

function exact(value: number): CellReading {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return { slip: 'Talet är för stort.' };
  return { value: Number(value.toPrecision(EXCEL_DIGITS)) };
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

function mapped(reading: CellReading, map: (value: number) => string): CellReading {
  return typeof reading.value === 'number' ? { ...reading, value: map(reading.value) } : reading;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Excel's own day numbers: 61 is 1 March 1900, the first that it has right; 2 958 465 is the last day of 9999. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
const DAY_MS = 86_400_000;

function readDay(cell: Cell): CellReading {
  const write = 'Skriv en dag som finns, till exempel 2026-11-30.';
  if (typeof cell === 'object' && cell.is === 'day') return { value: cell.day };
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell) || cell < FIRST_SERIAL || cell > LAST_SERIAL) return { slip: write };
    return { value: new Date(Date.UTC(1899, 11, 30) + cell * DAY_MS).toISOString().slice(0, 10) };
  }
  if (typeof cell !== 'string') return { slip: write };
  const text = cell.trim();
  return exists(text) ? { value: text } : { slip: `”${shortened(text)}” är ingen dag. ${write}` };
}

function exists(day: string): boolean {
  if (!DAY.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Excel makes a date of 2026-10 as soon as it can: the first of a month means that month. */
function readPeriod(cell: Cell, wanted: string): CellReading {
  if (typeof cell === 'object' && cell.is === 'day' && cell.day.endsWith('-01')) return { value: cell.day.slice(0, 7) };
  if (typeof cell === 'number' && Number.isInteger(cell)) return { value: String(cell) };
  if (typeof cell === 'string') return { value: cell.trim() };
  return { slip: `Skriv ${wanted}.` };
}

function readYesNo(cell: Cell, no: false | undefined): CellReading {
  const word = typeof cell === 'boolean' ? (cell ? 'ja' : 'nej') : readText(cell).value;
  if (typeof word !== 'string') return { slip: 'Skriv ja eller nej.' };
  if (['ja', 'x'].includes(word.trim().toLowerCase())) return { value: true };
  if (word.trim().toLowerCase() === 'nej') return no === undefined ? EMPTY : { value: no };
  return { slip: `”${shortened(word)}” går inte att välja. Skriv ja eller nej.` };
}

function readChoice(choices: Choices, words: string): CellReading {
  const code = codeOf(choices, words);
  if (code !== undefined) return { value: code };
  const labels = choices.map(([, label]) => label).join(', ');
  return { slip: `”${shortened(words)}” går inte att välja. Välj något av: ${labels}.` };
}

function codeOf(choices: Choices, words: string): string | null | undefined {
  const wanted = words.trim().toLowerCase();
  return choices.find(([, label]) => label.toLowerCase() === wanted)?.[0];
}

function eachOf(texts: readonly string[], read: (text: string) => CellReading): CellReading {
  const readings = texts.map(read);
  const slip = readings.find((reading) => reading.slip !== undefined)?.slip;
  return slip === undefined ? { value: readings.map(({ value }) => value) } : { slip };
}

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

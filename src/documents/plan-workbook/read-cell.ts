import { type CellReading, shortened } from './cell-reading.ts';
import type { Cell } from './grid.ts';
import { readMeasured } from './measured.ts';
import { readDay, readMonth, readPeriod } from './read-day.ts';
import { readKronor, readNumber, readWhole, readWorkingDay } from './read-number.ts';
import type { Choices, Kind } from './sheet.ts';
import { isReminder, reminderFromSwedish, splitTexts, yesOrNo } from './words.ts';

const EMPTY: CellReading = {};

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
    case 'measured':
      return readMeasured(kind.as, cell);
    case 'kronor':
      return readKronor(cell);
    case 'whole':
      return readWhole(cell);
    case 'workingDay':
      return readWorkingDay(cell);
    case 'day':
      return readDay(cell);
    case 'month':
      return readMonth(cell);
    case 'period':
      return readPeriod(cell);
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
      return readChoice(kind.choices, words, kind.instead?.(words));
    case 'choices':
      return readChoices(kind.choices, splitTexts(words));
    case 'numbers':
      return eachOf(splitTexts(words), readNumber);
    case 'reminders':
      return eachOf(splitTexts(words), readReminder);
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

function readYesNo(cell: Cell, no: false | undefined): CellReading {
  const word = typeof cell === 'boolean' ? (cell ? 'ja' : 'nej') : readText(cell).value;
  if (typeof word !== 'string') return { slip: 'Skriv ja eller nej.' };
  const answer = yesOrNo(word);
  if (answer === true) return { value: true };
  if (answer === false) return no === undefined ? EMPTY : { value: no };
  return { slip: `”${shortened(word)}” går inte att välja. Skriv ja eller nej.` };
}

function readChoice(choices: Choices, words: string, instead?: string): CellReading {
  const code = codeOf(choices, words);
  if (code !== undefined) return { value: code };
  const labels = choices.map(([, label]) => label).join(', ');
  return { slip: `”${shortened(words)}” går inte att välja. ${instead ?? `Välj något av: ${labels}.`}` };
}

function readChoices(choices: Choices, texts: readonly string[]): CellReading {
  const parts = texts.flatMap((text) => text.split(',').map((part) => part.trim()));
  const reading = eachOf(parts, (part) => readChoice(choices, part));
  if (parts.length === texts.length || reading.slip !== undefined) return reading;
  return { slip: `Skilj dem med semikolon: ${parts.join('; ')}.` };
}

function readReminder(words: string): CellReading {
  if (isReminder(words)) return { value: reminderFromSwedish(words) };
  return {
    slip: `”${shortened(words)}” är ingen påminnelse. Skriv till exempel: 2 arbetsdagar före; på sista dagen; 2 arbetsdagar efter: även ersättare; 4 arbetsdagar efter: godkännaren får veta.`,
  };
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

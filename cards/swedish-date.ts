import { dayOf } from '../src/domain/indicator.ts';
import { swedishDate } from './swedish.ts';
import { MISSING, type NumberReading, saysMissing } from './swedish-number.ts';

/** The years that a day may lie in, and the year that is meant when none is typed. */
export interface DateField {
  readonly fromYear: number;
  readonly toYear: number;
  readonly usualYear: number;
}

interface Written {
  readonly year: string | undefined;
  readonly month: string;
  readonly day: string;
}

const EXAMPLE = 'Skriv dagen som 2026-10-15 eller 15 oktober 2026.';
const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
const LONGEST = 60;

const YEAR_FIRST = /^(?<year>\d{2,5})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/;
const TOGETHER = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/;
const IN_WORDS = /^(?:den )?(?<day>\d{1,2})(?::?e|:a)? (?<month>\p{L}+)\.?(?: (?<year>\d{1,5}))?$/u;
/** `5/6` and `6.5.2026`: day and month to some, month and day to others. */
const TWO_WAYS = /^(?<one>\d{1,2})[/.](?<other>\d{1,2})(?:[/.](?<year>\d{1,5}))?$/;

/** Reads a day that a person typed, as the number that is stored: 15 oktober 2026 is 20261015. What can be two days is asked. */
export function readSwedishDate(text: string, field: DateField): NumberReading {
  const plain = text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[‐-–−]/gu, '-')
    .trim()
    .toLowerCase();
  if (saysMissing(text)) return { kind: 'question', message: 'Markera som saknas?', choices: [MISSING] };
  const ways = plain.length > LONGEST ? [] : waysToRead(plain);
  const [first] = ways;
  if (!first) return problem(plain === '' ? `Datum saknas. ${EXAMPLE}` : EXAMPLE);

  const year = first.year === undefined ? field.usualYear : Number(first.year);
  if (year < field.fromYear || year > field.toYear) {
    return problem(`Året ska ligga mellan ${field.fromYear} och ${field.toYear}. ${EXAMPLE}`);
  }
  return oneOf([...new Set(ways.flatMap((written) => dayNumber(year, written)))], first.year !== undefined);
}

function waysToRead(plain: string): Written[] {
  const groups = (pattern: RegExp) => pattern.exec(plain)?.groups;
  const twoWays = groups(TWO_WAYS);
  if (twoWays) {
    const { one = '', other = '', year } = twoWays;
    return [
      { year, month: other, day: one },
      { year, month: one, day: other },
    ];
  }
  const { year, month = '', day = '' } = groups(YEAR_FIRST) ?? groups(TOGETHER) ?? groups(IN_WORDS) ?? {};
  const number = /^\d/.test(month) ? month : monthNamed(month);
  return number === undefined ? [] : [{ year, month: number, day }];
}

/** `oktober`, or its beginning: `okt` and `sept`. */
function monthNamed(word: string): string | undefined {
  const at = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(word));
  return at < 0 ? undefined : String(at + 1);
}

function dayNumber(year: number, { month, day }: Written): number[] {
  const value = Number(`${String(year).padStart(4, '0')}${month.padStart(2, '0')}${day.padStart(2, '0')}`);
  return dayOf(value) === undefined ? [] : [value];
}

/** A day is taken as it stands only when it is the only one, with its year. */
function oneOf(days: readonly number[], isWhole: boolean): NumberReading {
  const [first, ...others] = days;
  if (first === undefined) return problem('Datumet finns inte. Kontrollera dag och månad.');
  if (isWhole && others.length === 0) return { kind: 'value', value: first };
  const choices = days.map((value) => ({ value, label: swedishDate(dayOf(value) ?? '') }));
  return { kind: 'question', message: `Menar du ${choices.map(({ label }) => label).join(' eller ')}?`, choices };
}

function problem(message: string): NumberReading {
  return { kind: 'problem', message };
}

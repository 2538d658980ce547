import { dayOf } from '../src/domain/indicator.ts';
import { plainDay, type WrittenDay, waysToRead } from '../src/domain/written-day.ts';
import { swedishDate } from '../src/words/swedish.ts';
import { MISSING, type NumberReading, saysMissing } from './swedish-number.ts';

/** The years that a day may lie in, and the year that is meant when none is typed. */
export interface DateField {
  readonly fromYear: number;
  readonly toYear: number;
  readonly usualYear: number;
}

const EXAMPLE = 'Skriv dagen som 2026-10-15 eller 15 oktober 2026.';
const LONGEST = 60;

/** Reads a day that a person typed, as the number that is stored: 15 oktober 2026 is 20261015. What can be two days is asked. */
export function readSwedishDate(text: string, field: DateField): NumberReading {
  const plain = plainDay(text);
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

function dayNumber(year: number, { month, day }: WrittenDay): number[] {
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

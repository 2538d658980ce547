import { dayOf, type Indicator, valueKind } from '../../src/domain/indicator.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { yearOf } from '../../src/domain/period.ts';
import { swedishValue } from '../../src/words/indicator-text.ts';
import { numberInput, tkrInput } from '../../src/words/swedish.ts';
import { readSwedishDate } from '../swedish-date.ts';
import { MISSING, type NumberField, type NumberReading, readSwedishNumber, saysMissing } from '../swedish-number.ts';
import { MOST_NUMBER_UNITS } from './fields.ts';

/** How a value is typed in a field, and written there so that it reads back as the same. */
export interface ValueField {
  read(text: string): NumberReading;
  write(value: number): string;
  /** Stands in the empty field. */
  readonly placeholder: string;
}

export const moneyField: ValueField = {
  read: (text) => readNumber(text, { kind: 'money' }),
  write: tkrInput,
  placeholder: 't.ex. 1 234,5',
};

const yesNoField: ValueField = {
  read: readYesNo,
  write: (value) => (value === 0 || value === 1 ? swedishValue(value, 'yes-no') : numberInput(value)),
  placeholder: 'ja eller nej',
};

/** As the indicator's targets and unit have it. A day may lie a year before the plan's first or after its last. */
export function valueFieldOf(indicator: Indicator, { planYears, followUp }: MonthlyPrompt): ValueField {
  const kind = valueKind(indicator);
  if (kind === 'yes-no') return yesNoField;
  if (kind === 'number') {
    const field = numberFieldOf(indicator);
    return { read: (text) => readNumber(text, field), write: numberInput, placeholder: 't.ex. 7,4' };
  }
  const [fromYear, toYear, usualYear] = [planYears.from - 1, planYears.to + 1, yearOf(followUp.period)];
  return {
    read: (text) => readSwedishDate(text, { fromYear, toYear, usualYear }),
    write: (value) => (dayOf(value) === undefined ? numberInput(value) : swedishValue(value, 'day')),
    placeholder: `t.ex. 15 oktober ${usualYear}`,
  };
}

function numberFieldOf({ unit, scale }: Indicator): NumberField {
  const range = scale ? { range: scale } : {};
  if (unit.startsWith('%')) return { kind: 'percent', ...range };
  if (/^index/i.test(unit)) return { kind: 'index', ...range };
  return { kind: unit === 'antal' ? 'count' : 'ratio', ...range };
}

function readNumber(text: string, field: NumberField): NumberReading {
  if (text.length <= MOST_NUMBER_UNITS) return readSwedishNumber(text, field);
  return { kind: 'problem', message: 'Texten är för lång. Skriv bara talet, till exempel 1 234,5.' };
}

function readYesNo(text: string): NumberReading {
  const word = text.trim().toLowerCase().replace(/[.!]$/u, '');
  if (word === 'ja' || word === 'nej') return { kind: 'value', value: word === 'ja' ? 1 : 0 };
  if (saysMissing(text)) return { kind: 'question', message: 'Markera som saknas?', choices: [MISSING] };
  return { kind: 'problem', message: word === '' ? 'Svar saknas. Skriv ja eller nej.' : 'Skriv ja eller nej.' };
}

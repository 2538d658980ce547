import { dayOf } from '../src/domain/indicator.ts';
import { type FormReader, MOST_NUMBER_UNITS, problemNote, questionOf, useChoice, usedValue } from './form-parts.ts';
import { type DateField, readSwedishDate } from './swedish-date.ts';

/** True when something visible is typed in any of the fields. */
export function isTyped(form: FormReader, fields: readonly string[]): boolean {
  return fields.some((field) => (form.typed[field] ?? '').trim() !== '');
}

/** A text that has to be there, else '' with a note at its field. */
export function requiredText(form: FormReader, field: string, most: number, missing: string): string {
  const text = form.text(field, most, 2 * most).trim();
  if (text === '' && !form.notes.has(field)) form.notes.set(field, problemNote(missing));
  return text;
}

/** A text on one line that need not be there: signs that aren't seen have no place in it. */
export function lineText(form: FormReader, field: string, most: number): string {
  return form
    .text(field, most, 2 * most)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** A day, `2026-10-14`, however it is written; nothing, with a note or a question at its field, when it can't be read as one. */
export function requiredDay(form: FormReader, field: string, days: DateField): string | undefined {
  const typed = form.typed[field] ?? '';
  const reading = readSwedishDate(typed.slice(0, MOST_NUMBER_UNITS), days);
  if (reading.kind === 'value') return dayOf(reading.value);
  if (reading.kind === 'problem') {
    form.notes.set(field, problemNote(reading.message));
    return undefined;
  }
  // That there is no day is no answer here.
  const choices = reading.choices.filter(({ value }) => value !== 'missing');
  const chosen = usedValue(form.typed[questionOf(field)], typed);
  const choice = choices.find(({ value }) => `${value}` === chosen);
  const day = choice && dayOf(Number(choice.value));
  if (day !== undefined) {
    form.typed[field] = day;
    return day;
  }
  const note = { text: reading.message, choices: choices.map((one) => useChoice(one, typed)) };
  form.notes.set(field, choices.length === 0 ? problemNote('Skriv vilken dag det är.') : note);
  return undefined;
}

/** An amount in whole kronor, in tkr when no unit is typed. */
export function requiredAmountKr(form: FormReader, field: string): number | undefined {
  const amount = form.amount(field);
  if (amount?.kind !== 'missing') return amount?.amountKr;
  form.notes.set(field, problemNote('Skriv beloppet, till exempel 5 000 tkr eller 5 mnkr.'));
  return undefined;
}

/** A time, `08:30`; '' when nothing is typed, nothing with a note when it is no time. */
export function optionalTime(form: FormReader, field: string): string | undefined {
  const typed = (form.typed[field] ?? '').replace(/\p{Cf}/gu, '').trim();
  if (typed === '') return '';
  const [, hour = '', minute = '00'] = /^(?:kl\.? ?)?(\d{1,2})(?:[:.](\d{2}))?$/iu.exec(typed) ?? [];
  if (hour !== '' && Number(hour) <= 23 && Number(minute) <= 59) return `${hour.padStart(2, '0')}:${minute}`;
  form.notes.set(field, problemNote('Skriv tiden som 08:30.'));
  return undefined;
}

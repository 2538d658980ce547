import type { Amount, Answer, IndicatorReport, Measure } from '../../src/domain/answer.ts';
import type { IndicatorDue } from '../../src/domain/follow-up.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { looksLikePersonalNumber, readText } from '../peoples-words.ts';
import { confirmation, confirmChoice, useChoice, usedValue } from './choices.ts';
import * as fields from './fields.ts';
import { type FieldNote, problemNote } from './notes.ts';
import { moneyField, type ValueField, valueFieldOf } from './value-field.ts';

/** What a filled-in form says. */
export interface FormReading {
  /** Complete, when nothing has to be corrected or asked. */
  readonly answer: Answer | undefined;
  readonly confirmed: ReadonlySet<string>;
  readonly notes: ReadonlyMap<string, FieldNote>;
  /** As typed in this form's own fields, with the readings that the person has chosen put in place. */
  readonly typed: Readonly<Record<string, string>>;
  /** What was taken out of texts, in Swedish. */
  readonly notices: readonly string[];
  /** True when a text is no text at all: the request is refused. */
  readonly malformed: boolean;
}

const REPORT_KINDS: ReadonlySet<string> = new Set(['no-new-value', 'not-applicable', 'too-few']);
const QUESTION = /^question_(.+)$/s;

/** Reads the form field by field; everything that is wrong is found at once. */
export function readForm(prompt: MonthlyPrompt, typedByPerson: Readonly<Record<string, string>>): FormReading {
  const form = new Form(fields.fieldsOfForm(prompt, typedByPerson));
  const areas = prompt.areas.map(({ area }) => ({
    areaId: area.id,
    outcome: form.amount(fields.outcomeOf(area.id)),
    forecast: form.amount(fields.forecastOf(area.id)),
  }));
  const indicators = prompt.indicators.map((due) => ({
    indicatorId: due.indicator.id,
    ...(due.scope === 'municipality' ? { scope: due.scope } : {}),
    report: form.indicator(due, valueFieldOf(due.indicator, prompt)),
  }));
  const comment = form.text(fields.comment, fields.MOST_COMMENT_CHARACTERS, fields.MOST_COMMENT_UNITS);
  const measures = Array.from({ length: fields.MEASURES }, (_, index) => form.measure(index));

  const complete = form.notes.size === 0 && !form.malformed;
  return {
    answer: complete
      ? {
          areas: known(areas),
          indicators: known(indicators),
          comment,
          measures: measures.filter((one) => one !== undefined),
        }
      : undefined,
    confirmed: form.confirmed,
    notes: form.notes,
    typed: form.typed,
    notices: [...new Set(form.notices)],
    malformed: form.malformed,
  };
}

/** Without notes every field has a value; the type only can't see it. */
function known<Row>(rows: readonly Row[]): { [Key in keyof Row]: Exclude<Row[Key], undefined> }[] {
  return rows as { [Key in keyof Row]: Exclude<Row[Key], undefined> }[];
}

/** The fields of one form, and what is found wrong while they are read. */
class Form {
  readonly typed: Record<string, string>;
  readonly notes = new Map<string, FieldNote>();
  readonly confirmed = new Set<string>();
  readonly notices: string[] = [];
  readonly malformed: boolean;

  constructor(typed: Readonly<Record<string, string>>) {
    this.typed = { ...typed };
    this.malformed = Object.values(typed).some((text) => !text.isWellFormed());
    for (const [name, chosen] of Object.entries(typed)) {
      const [, field] = QUESTION.exec(name) ?? [];
      const confirmed = field === undefined ? undefined : confirmation(chosen, typed[field] ?? '');
      if (confirmed !== undefined) this.confirmed.add(confirmed);
    }
  }

  amount(field: string): Amount | undefined {
    const reading = this.#value(field, moneyField);
    if (reading === undefined) return undefined;
    if (reading === 'missing') return { kind: 'missing', reason: this.#typedIn(field).trim() };
    return { kind: 'value', amountKr: reading };
  }

  indicator(due: IndicatorDue, values: ValueField): IndicatorReport | undefined {
    const field = fields.indicatorOf(due);
    const kind = this.#typedIn(fields.indicatorKindOf(due));
    if (REPORT_KINDS.has(kind)) {
      // A value beside "Inget nytt värde" would be lost without a word.
      const typed = this.#typedIn(field);
      if (/\d/.test(typed) || values.read(typed).kind === 'value') {
        this.notes.set(field, problemNote('Här står ett värde. Töm fältet, eller välj "Ja, värdet ovan" nedanför.'));
      }
      return { kind } as IndicatorReport;
    }
    const reading = this.#value(field, values);
    if (reading === undefined) return undefined;
    return reading === 'missing' ? { kind: 'no-new-value' } : { kind: 'value', value: reading };
  }

  measure(index: number): Measure | undefined {
    const field = fields.measureOf(index);
    const text = this.text(field, fields.MOST_MEASURE_CHARACTERS, fields.MOST_MEASURE_UNITS);
    const effectField = fields.effectOf(index);
    const effect = this.#typedIn(effectField).trim() === '' ? 'missing' : this.#value(effectField, moneyField);
    if (text === '' && effect !== 'missing' && !this.notes.has(field)) {
      this.notes.set(field, problemNote('Beskriv åtgärden som har den här effekten.'));
    }
    if (text === '') return undefined;
    return typeof effect === 'number' ? { text, effectKr: effect } : { text };
  }

  /** A text, or '' with a note at the field. */
  text(field: string, maxGraphemes: number, mostUnits: number): string {
    const reading = readText(this.#typedIn(field), { maxGraphemes });
    if (reading.kind === 'malformed') return '';
    if (reading.kind === 'problem') {
      this.notes.set(field, problemNote(reading.message));
      return '';
    }
    if (reading.text.length > mostUnits) {
      this.notes.set(field, problemNote('Texten tar för stor plats. Korta den eller ta bort emojier.'));
      return '';
    }
    if (reading.notice) this.notices.push(reading.notice);
    const about = `personal:${field}`;
    if (looksLikePersonalNumber(reading.text) && !this.confirmed.has(about)) {
      const choices = [confirmChoice('Det är inget personnummer, spara som det är', about, this.#typedIn(field))];
      this.notes.set(field, { text: 'Ser ut som ett personnummer eller kortnummer. Ta bort det ur texten.', choices });
    }
    return reading.text;
  }

  /** A value, `missing` when the person has said that there is none, or nothing with a note at the field. */
  #value(field: string, values: ValueField): number | 'missing' | undefined {
    const typed = this.#typedIn(field);
    const reading = values.read(typed);
    if (reading.kind === 'problem') {
      this.notes.set(field, problemNote(reading.message));
      return undefined;
    }
    const chosen = usedValue(this.typed[fields.questionOf(field)], typed);
    if (reading.kind === 'value')
      return values === moneyField ? (this.#suggested(field, chosen) ?? reading.value) : reading.value;

    const choice = reading.choices.find(({ value }) => `${value}` === chosen);
    if (!choice) {
      const choices = reading.choices.map((one) => useChoice(one, typed));
      this.notes.set(field, { text: reading.message, choices });
      return undefined;
    }
    return choice.value === 'missing' ? 'missing' : this.#use(field, values, choice.value);
  }

  /** An amount in kronor that was taken instead of a readable one, in answer to a doubt about it. */
  #suggested(field: string, chosen: string | undefined): number | undefined {
    const value = chosen === undefined ? undefined : Number(chosen);
    return value !== undefined && Number.isSafeInteger(value) ? this.#use(field, moneyField, value) : undefined;
  }

  /** From here on the field holds what the person meant, so that it is not asked about again. */
  #use(field: string, values: ValueField, value: number): number {
    this.typed[field] = values.write(value);
    return value;
  }

  #typedIn(field: string): string {
    return this.typed[field] ?? '';
  }
}

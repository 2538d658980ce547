import type { Amount, Answer, IndicatorReport, Measure } from '../../src/domain/answer.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { looksLikePersonalNumber, readText } from '../peoples-words.ts';
import { numberInput, tkrInput } from '../swedish.ts';
import { type NumberField, readSwedishNumber } from '../swedish-number.ts';
import * as fields from './fields.ts';
import { confirmation, confirmChoice, type FieldNote, problemNote, useChoice, usedValue } from './notes.ts';

/** What a filled-in form says. */
export interface FormReading {
  /** Complete, when nothing has to be corrected or asked. */
  readonly answer: Answer | undefined;
  readonly confirmed: ReadonlySet<string>;
  readonly notes: ReadonlyMap<string, FieldNote>;
  /** As typed, with the readings that the person has chosen put in place. */
  readonly typed: Readonly<Record<string, string>>;
  /** What was taken out of texts, in Swedish. */
  readonly notices: readonly string[];
  /** True when a text is no text at all: the request is refused. */
  readonly malformed: boolean;
}

const REPORT_KINDS: ReadonlySet<string> = new Set(['no-new-value', 'not-applicable', 'too-few']);
const MONEY: NumberField = { kind: 'money' };

/** Reads the form field by field; everything that is wrong is found at once. */
export function readForm(prompt: MonthlyPrompt, typedByPerson: Readonly<Record<string, string>>): FormReading {
  const form = new Form(typedByPerson);
  const areas = prompt.areas.map(({ area }) => ({
    areaId: area.id,
    outcome: form.amount(fields.outcomeOf(area.id)),
    forecast: form.amount(fields.forecastOf(area.id)),
  }));
  const indicators = prompt.indicators.map(({ indicator }) => ({
    indicatorId: indicator.id,
    report: form.indicator(indicator.id, fields.fieldOf(indicator.unit)),
  }));
  const comment = form.text(fields.comment, fields.MOST_COMMENT_CHARACTERS);
  const measures = Array.from({ length: fields.MEASURES }, (_, index) => form.measure(index)).filter(
    (measure) => measure !== undefined,
  );

  const complete = form.notes.size === 0 && !form.malformed;
  return {
    answer: complete ? { areas: known(areas), indicators: known(indicators), comment, measures } : undefined,
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
  malformed = false;

  constructor(typed: Readonly<Record<string, string>>) {
    this.typed = { ...typed };
    for (const [field, chosen] of Object.entries(typed)) {
      const confirmed = field.startsWith('question_') ? confirmation(chosen) : undefined;
      if (confirmed !== undefined) this.confirmed.add(confirmed);
    }
  }

  amount(field: string): Amount | undefined {
    const reading = this.#number(field, MONEY);
    if (reading === undefined) return undefined;
    if (reading === 'missing') return { kind: 'missing', reason: this.typed[field]?.trim() ?? '' };
    return { kind: 'value', amountKr: reading };
  }

  indicator(indicatorId: string, unit: NumberField): IndicatorReport | undefined {
    const kind = this.typed[fields.indicatorKindOf(indicatorId)] ?? '';
    if (REPORT_KINDS.has(kind)) return { kind } as IndicatorReport;
    const field = fields.indicatorOf(indicatorId);
    const reading = this.#number(field, unit);
    if (reading === undefined) return undefined;
    return reading === 'missing' ? { kind: 'no-new-value' } : { kind: 'value', value: reading };
  }

  measure(index: number): Measure | undefined {
    const text = this.text(fields.measureOf(index), fields.MOST_MEASURE_CHARACTERS);
    const field = fields.effectOf(index);
    const effect = (this.typed[field] ?? '').trim() === '' ? 'missing' : this.#number(field, MONEY);
    if (text === '' && effect !== 'missing') {
      this.notes.set(fields.measureOf(index), problemNote('Beskriv åtgärden som har den här effekten.'));
    }
    if (text === '') return undefined;
    return typeof effect === 'number' ? { text, effectKr: effect } : { text };
  }

  text(field: string, maxGraphemes: number): string {
    const typed = this.typed[field] ?? '';
    const reading = readText(typed, { maxGraphemes });
    if (reading.kind === 'malformed') {
      this.malformed = true;
      return '';
    }
    if (reading.kind === 'problem') {
      this.notes.set(field, problemNote(reading.message));
      return '';
    }
    if (reading.notice) this.notices.push(reading.notice);
    const about = `personal:${field}:${reading.text.length}`;
    if (looksLikePersonalNumber(reading.text) && !this.confirmed.has(about)) {
      const choices = [confirmChoice('Det är inget personnummer, spara som det är', about)];
      this.notes.set(field, { text: 'Ser ut som ett personnummer. Ta bort det ur texten.', choices });
    }
    return reading.text;
  }

  /** A number, `missing` when the person has said that there is none, or nothing with a note at the field. */
  #number(field: string, unit: NumberField): number | 'missing' | undefined {
    const typed = this.typed[field] ?? '';
    if (!typed.isWellFormed()) {
      this.malformed = true;
      return undefined;
    }
    const reading = readSwedishNumber(typed, unit);
    if (reading.kind === 'value') return reading.value;
    if (reading.kind === 'problem') {
      this.notes.set(field, problemNote(reading.message));
      return undefined;
    }
    const choices = reading.choices.map((choice) => useChoice(choice, typed));
    const chosen = choices.find(({ value }) => value === this.typed[fields.questionOf(field)])?.value;
    const value = usedValue(chosen, typed);
    if (value === undefined) {
      this.notes.set(field, { text: reading.message, choices });
      return undefined;
    }
    return value === 'missing' ? 'missing' : this.#use(field, unit, Number(value));
  }

  /** From here on the field holds what the person meant, so that it is not asked about again. */
  #use(field: string, unit: NumberField, value: number): number {
    this.typed[field] = unit.kind === 'money' ? tkrInput(value) : numberInput(value);
    return value;
  }
}

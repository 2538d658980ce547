import type {
  Amount,
  GoalAnswer,
  IndicatorReport,
  InvestmentFigures,
  Measure,
  WorkAnswer,
} from '../../src/domain/answer.ts';
import { MOST_REASON_CHARACTERS, readReason } from '../../src/domain/correction-reason.ts';
import type { IndicatorDue } from '../../src/domain/follow-up.ts';
import type { GoalAsked, InvestmentAsked, WorkAsked } from '../../src/domain/monthly-prompt.ts';
import type { Grade } from '../../src/domain/plan-document.ts';
import { workStatus } from '../../src/words/work-status.ts';
import { looksLikePersonalNumber, readText } from '../peoples-words.ts';
import { confirmation, confirmChoice, useChoice, usedValue } from './choices.ts';
import * as fields from './fields.ts';
import { type FieldNote, problemNote, reasonNote } from './notes.ts';
import { moneyField, type ValueField } from './value-field.ts';

const REPORT_KINDS: ReadonlySet<string> = new Set(['no-new-value', 'not-applicable', 'too-few']);
const QUESTION = /^question_(.+)$/s;

/** The fields of one form, and what is found wrong while they are read. */
export class FormReader {
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

  /** A grade with its motivation; nothing when either is missing, with a note at its field. */
  goal({ goal, proposal }: GoalAsked, scale: readonly Grade[]): GoalAnswer | undefined {
    const gradeField = fields.gradeOf(goal.id);
    const motivationField = fields.motivationOf(goal.id);
    const gradeId = scale.find(({ id }) => id === this.#typedIn(gradeField))?.id;
    const motivation = this.text(motivationField, fields.MOST_MOTIVATION_CHARACTERS, fields.MOST_MOTIVATION_UNITS);
    if (gradeId === undefined) this.notes.set(gradeField, problemNote('Välj en grad för målet.'));
    if (motivation === '' && !this.notes.has(motivationField)) {
      this.notes.set(motivationField, problemNote('Motivering saknas. Skriv varför målet får den graden.'));
    }
    if (gradeId === undefined || motivation === '') return undefined;
    const { gradeId: proposedGradeId } = proposal;
    return { goalId: goal.id, gradeId, motivation, ...(proposedGradeId === undefined ? {} : { proposedGradeId }) };
  }

  work({ id }: WorkAsked): WorkAnswer | undefined {
    const field = fields.statusOf(id);
    const status = workStatus(this.#typedIn(field));
    if (status === undefined) this.notes.set(field, problemNote('Välj en status.'));
    return status && { workId: id, status };
  }

  /** Both figures; nothing when either has a note at its field. */
  investment({ project }: InvestmentAsked): InvestmentFigures | undefined {
    const outcome = this.amount(fields.investmentOutcomeOf(project));
    const forecast = this.amount(fields.investmentForecastOf(project));
    return outcome && forecast && { project, outcome, forecast };
  }

  /** Why something is changed. */
  reason(isRequired: boolean): string {
    const text = this.text(fields.reason, MOST_REASON_CHARACTERS, fields.MOST_REASON_UNITS);
    const reason = readReason(text);
    if (!this.notes.has(fields.reason) && (reason === undefined || (isRequired && reason === ''))) {
      this.notes.set(fields.reason, reasonNote());
    }
    return text;
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

import { type DecisionGiven, LONGEST_ORDER, LONGEST_PARAGRAPH } from '../../src/domain/read-decision.ts';
import type { MunicipalReportContent } from '../../src/domain/report-content.ts';
import { LONGEST_REGISTRATION_NUMBER, LONGEST_WHY } from '../../src/domain/report-limits.ts';
import type { CouncilDecision, DecidedAppropriation, DecidedOrder } from '../../src/domain/report-record.ts';
import { swedishDate } from '../../src/words/swedish.ts';
import { isTyped, lineText, requiredAmountKr, requiredDay, requiredText } from '../field-readings.ts';
import { type FieldNotes, FormReader, problemNote, questionOf, type Typed } from '../form-parts.ts';
import { typedFields } from '../input-ids.ts';
import type { DateField } from '../swedish-date.ts';
import * as fields from './fields.ts';
import { ADD, type DecisionRows } from './form-groups.ts';
import { targetOf } from './targets.ts';

export interface DecisionReading {
  /** Whole, when nothing has to be corrected or asked. */
  readonly read: DecisionGiven | undefined;
  readonly notes: FieldNotes;
  /** As typed, with the readings that the person has chosen put in place. */
  readonly typed: Typed;
  readonly malformed: boolean;
}

/** The calendar as the form sees it. */
export interface DecisionDays {
  /** The day that it is in Sweden, and the day that the version was compiled. */
  readonly today: string;
  readonly compiledOn: string;
  /** The years that a decision can be of. */
  readonly decided: DateField;
  /** The years that money can be for, and those that a committee can be told to come back in. */
  readonly money: DateField;
  readonly orders: DateField;
}

/** What was typed in the form's own fields, the rows that it had, and how many times it has been shown. */
export function readDecisionForm(data: Readonly<Record<string, unknown>>): {
  readonly typed: Typed;
  readonly rows: DecisionRows;
  readonly attempt: number;
} {
  const { typed, attempt } = typedFields(data);
  const names = [
    ...[fields.date, fields.paragraph, fields.registrationNumber, fields.outcome, fields.why],
    ...fields.rows.flatMap((at) => [...fields.ofAppropriation(at), ...fields.ofOrder(at)]),
  ];
  const own = new Set(names.flatMap((name) => [name, questionOf(name)]));
  const rowsOf = (fieldsOf: (at: number) => readonly string[]): number =>
    fields.rows.findLastIndex((at) => fieldsOf(at).some((field) => typed[field] !== undefined)) + 1;
  return {
    typed: Object.fromEntries(Object.entries(typed).filter(([name]) => own.has(name))),
    rows: { appropriations: rowsOf(fields.ofAppropriation), orders: rowsOf(fields.ofOrder) },
    attempt,
  };
}

/** The form's rows after a press on "Lägg till"; as they were after any other. */
export function withAdded(rows: DecisionRows, page: number | undefined): DecisionRows {
  const more = (count: number, isWanted: boolean): number => Math.min(fields.ROWS, count + (isWanted ? 1 : 0));
  return {
    appropriations: more(rows.appropriations, page === ADD.appropriation),
    orders: more(rows.orders, page === ADD.order),
  };
}

/** The decision field by field; everything that is wrong is found at once. A row that nothing is typed in is none. */
export function readDecision(typed: Typed, content: MunicipalReportContent, days: DecisionDays): DecisionReading {
  const form = new FormReader(typed);
  const outcome = readOutcome(form);
  const date = readDate(form, days);
  const read = {
    date,
    paragraph: readParagraph(form),
    registrationNumber: readNumber(form),
    ...{ outcome, why: readWhy(form, outcome) },
    appropriations: fields.rows.flatMap((at) => readAppropriation(form, at, content, days)),
    orders: fields.rows.flatMap((at) => readOrder(form, at, content, { ...days, decidedOn: date })),
  };
  const isWhole = form.notes.size === 0 && !form.malformed;
  return { read: isWhole ? read : undefined, notes: form.notes, typed: form.typed, malformed: form.malformed };
}

function readOutcome(form: FormReader): CouncilDecision['outcome'] {
  const chosen = form.typed[fields.outcome];
  if (chosen === 'approved' || chosen === 'sent-back') return chosen;
  form.notes.set(fields.outcome, problemNote('Välj vad fullmäktige beslutade.'));
  return 'approved';
}

function readDate(form: FormReader, { today, compiledOn, decided }: DecisionDays): string {
  const day = requiredDay(form, fields.date, decided);
  if (day === undefined) return '';
  if (day > today) {
    const ahead = 'Dagen ligger framåt i tiden. Registrera beslutet när fullmäktige har fattat det.';
    form.notes.set(fields.date, problemNote(ahead));
  } else if (day < compiledOn) {
    const before = `Dagen ligger före sammanställningen ${swedishDate(compiledOn)}, så beslutet kan inte gälla den här versionen.`;
    form.notes.set(fields.date, problemNote(before));
  }
  return day;
}

function readParagraph(form: FormReader): string {
  const paragraph = lineText(form, fields.paragraph, LONGEST_PARAGRAPH);
  if (paragraph === '' && !form.notes.has(fields.paragraph)) {
    form.notes.set(fields.paragraph, problemNote('Skriv beslutets paragraf, till exempel KF § 88.'));
  }
  return paragraph;
}

function readNumber(form: FormReader): string {
  const number = lineText(form, fields.registrationNumber, LONGEST_REGISTRATION_NUMBER);
  if (number === '' && !form.notes.has(fields.registrationNumber)) {
    form.notes.set(fields.registrationNumber, problemNote('Skriv beslutets diarienummer.'));
  }
  return number;
}

/** Why it was sent back; beside an approval there is nothing to explain, and what is written there would be lost. */
function readWhy(form: FormReader, outcome: CouncilDecision['outcome']): string {
  if (outcome === 'sent-back') return requiredText(form, fields.why, LONGEST_WHY, 'Skriv varför rapporten återsändes.');
  if (isTyped(form, [fields.why])) {
    form.notes.set(fields.why, problemNote('Här står ett skäl. Töm fältet, eller välj att rapporten återsändes.'));
  }
  return '';
}

function readAppropriation(
  form: FormReader,
  at: number,
  content: MunicipalReportContent,
  { money }: DecisionDays,
): DecidedAppropriation[] {
  if (!isTyped(form, fields.ofAppropriation(at))) return [];
  const target = targetOf(content, form.typed[fields.targetOf(at)] ?? '');
  if (!target) form.notes.set(fields.targetOf(at), problemNote('Välj nämnd eller verksamhet ur listan.'));
  const amountKr = requiredAmountKr(form, fields.amountOf(at));
  if (amountKr === 0)
    form.notes.set(fields.amountOf(at), problemNote('Beloppet är 0. Skriv beloppet, eller töm raden.'));
  const validFrom = requiredDay(form, fields.validFromOf(at), money);
  return target && amountKr !== undefined && validFrom !== undefined ? [{ ...target, amountKr, validFrom }] : [];
}

function readOrder(
  form: FormReader,
  at: number,
  { committees }: MunicipalReportContent,
  { orders, decidedOn }: DecisionDays & { readonly decidedOn: string },
): DecidedOrder[] {
  if (!isTyped(form, fields.ofOrder(at))) return [];
  const chosen = form.typed[fields.committeeOf(at)];
  const committeeId = committees.find((one) => one.committeeId === chosen)?.committeeId;
  if (committeeId === undefined) form.notes.set(fields.committeeOf(at), problemNote('Välj en nämnd ur listan.'));
  const text = requiredText(form, fields.orderOf(at), LONGEST_ORDER, 'Skriv vad nämnden ska återkomma med.');
  const dueOn = requiredDay(form, fields.dueOnOf(at), orders);
  if (dueOn !== undefined && dueOn <= decidedOn) {
    form.notes.set(fields.dueOnOf(at), problemNote('Dagen ska ligga efter fullmäktiges beslut.'));
  }
  return committeeId !== undefined && text !== '' && dueOn !== undefined ? [{ committeeId, text, dueOn }] : [];
}

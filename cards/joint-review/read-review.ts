import { LONGEST_MEASURE, LONGEST_NOTES, LONGEST_OWNER, LONGEST_PARTICIPANTS } from '../../src/domain/report-limits.ts';
import type { JointReview } from '../../src/domain/report-record.ts';
import { isTyped, lineText, optionalTime, requiredDay, requiredText } from '../field-readings.ts';
import { type FieldNotes, FormReader, problemNote, questionOf, type Typed } from '../form-parts.ts';
import { typedFields } from '../input-ids.ts';
import type { DateField } from '../swedish-date.ts';
import * as fields from './fields.ts';

/** What a joint review agrees that a committee does. */
export interface TypedMeasure {
  readonly committeeId: string;
  readonly text: string;
  readonly owner: string;
  readonly dueOn: string;
  /** Whole kronor; absent when nobody has counted it. */
  readonly effectKr?: number;
}

export interface ReviewReading<Read> {
  /** Whole, when nothing has to be corrected or asked. */
  readonly read: Read | undefined;
  readonly notes: FieldNotes;
  /** As typed, with the readings that the person has chosen put in place. */
  readonly typed: Typed;
  /** A text that is no text at all: the request is refused. */
  readonly malformed: boolean;
}

/** What was typed in the form's own fields, and how many times it has been shown. */
export function readReviewForm(data: Readonly<Record<string, unknown>>): {
  readonly typed: Typed;
  readonly attempt: number;
} {
  const { typed, attempt } = typedFields(data);
  const names: readonly string[] = [...fields.ofReview, ...fields.ofMeasure];
  const own = names.flatMap((name) => [name, questionOf(name)]);
  return { typed: Object.fromEntries(Object.entries(typed).filter(([name]) => own.includes(name))), attempt };
}

/**
 * The review as it was typed. A day need not be set to save what is noted, only to say that it is held.
 * @param heldBy the day in Sweden that it must have been held by, when it is said to be
 */
export function readReview(typed: Typed, days: DateField, heldBy?: string): ReviewReading<JointReview> {
  const form = new FormReader(typed);
  const isHeld = heldBy !== undefined;
  const hasDay = isTyped(form, [fields.date]);
  const date = hasDay || isHeld ? requiredDay(form, fields.date, days) : undefined;
  if (isHeld && date !== undefined && date > heldBy) {
    form.notes.set(
      fields.date,
      problemNote('Dagen ligger framåt i tiden. Säg att genomgången är hållen när den är det.'),
    );
  }
  const startsAt = optionalTime(form, fields.startsAt);
  const participants = isHeld
    ? requiredText(form, fields.participants, LONGEST_PARTICIPANTS, 'Skriv vilka som var med.')
    : form.text(fields.participants, LONGEST_PARTICIPANTS, 2 * LONGEST_PARTICIPANTS);
  const notes = form.text(fields.notes, LONGEST_NOTES, 2 * LONGEST_NOTES);
  const review = {
    ...(date === undefined ? {} : { date }),
    ...(startsAt === undefined || startsAt === '' ? {} : { startsAt }),
    ...{ participants, notes },
  };
  return readingOf(form, review);
}

/** The measure that is being written; `committeeIds` are those that it can be agreed with. */
export function readMeasure(
  typed: Typed,
  days: DateField,
  committeeIds: readonly string[],
): ReviewReading<TypedMeasure> {
  const form = new FormReader(typed);
  const committeeId = committeeIds.find((id) => id === form.typed[fields.committee]);
  if (committeeId === undefined) form.notes.set(fields.committee, problemNote('Välj en nämnd ur listan.'));
  const text = requiredText(form, fields.measure, LONGEST_MEASURE, 'Skriv vad nämnden ska göra.');
  const owner = lineText(form, fields.owner, LONGEST_OWNER);
  if (owner === '' && !form.notes.has(fields.owner)) {
    form.notes.set(fields.owner, problemNote('Skriv vem som ser till att det blir gjort.'));
  }
  const dueOn = requiredDay(form, fields.dueOn, days);
  const amount = isTyped(form, [fields.effect]) ? form.amount(fields.effect) : undefined;
  const measure = {
    ...{ committeeId: committeeId ?? '', text, owner, dueOn: dueOn ?? '' },
    ...(amount?.kind === 'value' ? { effectKr: amount.amountKr } : {}),
  };
  return readingOf(form, measure);
}

/** Something of a measure is written: it must not be forgotten when the rest is saved. */
export function isMeasureBegun(typed: Typed): boolean {
  return isTyped(new FormReader(typed), [fields.measure, fields.owner, fields.dueOn, fields.effect]);
}

/** What was typed without the measure: it has been agreed. */
export function withoutMeasure(typed: Typed): Typed {
  const gone: readonly string[] = fields.ofMeasure.flatMap((name) => [name, questionOf(name)]);
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !gone.includes(name)));
}

function readingOf<Read>(form: FormReader, read: Read): ReviewReading<Read> {
  const isWhole = form.notes.size === 0 && !form.malformed;
  return { read: isWhole ? read : undefined, notes: form.notes, typed: form.typed, malformed: form.malformed };
}

import { LONGEST_REGISTRATION_NUMBER, LONGEST_WHY } from '../../src/domain/report-limits.ts';
import { lineText, requiredText } from '../field-readings.ts';
import { type FieldNotes, FormReader, problemNote, questionOf, type Typed } from '../form-parts.ts';
import { typedFields } from '../input-ids.ts';
import * as fields from './fields.ts';

export interface CompileReading {
  /** Whole, when nothing has to be corrected. */
  readonly read: { readonly registrationNumber: string; readonly reason?: string } | undefined;
  readonly notes: FieldNotes;
  readonly typed: Typed;
  readonly malformed: boolean;
  readonly attempt: number;
}

/** What was typed in the form. */
export function readCompileForm(data: Readonly<Record<string, unknown>>, isApproved: boolean): CompileReading {
  const { typed: all, attempt } = typedFields(data);
  const own = [fields.registrationNumber, fields.reason, questionOf(fields.reason)];
  const form = new FormReader(Object.fromEntries(Object.entries(all).filter(([name]) => own.includes(name))));
  const registrationNumber = lineText(form, fields.registrationNumber, LONGEST_REGISTRATION_NUMBER);
  if (registrationNumber === '' && !form.notes.has(fields.registrationNumber)) {
    form.notes.set(fields.registrationNumber, problemNote('Skriv rapportens diarienummer.'));
  }
  const reason = isApproved
    ? requiredText(form, fields.reason, LONGEST_WHY, 'Skriv varför, så att den som läser förstår.')
    : '';
  const isWhole = form.notes.size === 0 && !form.malformed;
  const read = { registrationNumber, ...(reason === '' ? {} : { reason }) };
  return {
    read: isWhole ? read : undefined,
    ...{ notes: form.notes, typed: form.typed, malformed: form.malformed, attempt },
  };
}

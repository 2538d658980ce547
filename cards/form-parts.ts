/*
 * The parts of the monthly form that other forms are made of too: how a field is read, what stands under it, and how it comes
 * back with everything that was typed.
 */
export { type Choice, useChoice, usedValue } from './monthly-prompt/choices.ts';
export { MOST_NUMBER_UNITS, questionOf } from './monthly-prompt/fields.ts';
export { type FormField, FormFields } from './monthly-prompt/form-fields.ts';
export { FormReader } from './monthly-prompt/form-reader.ts';
export { type FieldNote, type FieldNotes, problemNote } from './monthly-prompt/notes.ts';
export type { Typed } from './monthly-prompt/pages.ts';

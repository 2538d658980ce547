import { isDay } from '../src/domain/days.ts';
import type { FormField } from './form-parts.ts';

/** One line of a choice. */
export interface FieldChoice {
  readonly title: string;
  readonly value: string;
}

/**
 * A field as the templates of the report's forms bind it: one of the kinds of input, and what stands under it. The kinds that it
 * is not are empty, and so draw nothing.
 */
export interface FieldBlock extends Pick<FormField, 'problems' | 'questions' | 'hints'> {
  readonly line: readonly FormField[];
  readonly paragraph: readonly FormField[];
  readonly day: readonly FormField[];
  readonly time: readonly FormField[];
  readonly choice: readonly (FormField & { readonly choices: readonly FieldChoice[] })[];
}

/** A text on one line. */
export function lineBlock(field: FormField): FieldBlock {
  return { ...under(field), line: [field] };
}

/** A text on several lines. */
export function paragraphBlock(field: FormField): FieldBlock {
  return { ...under(field), paragraph: [field] };
}

/** A day to choose in a calendar. What is no day can't be shown in one. */
export function dayBlock(field: FormField): FieldBlock {
  return { ...under(field), day: [{ ...field, value: isDay(field.value) ? field.value : '' }] };
}

/** A time on a clock. */
export function timeBlock(field: FormField): FieldBlock {
  return { ...under(field), time: [{ ...field, value: /^\d{2}:\d{2}$/.test(field.value) ? field.value : '' }] };
}

export function choiceBlock(field: FormField, choices: readonly FieldChoice[]): FieldBlock {
  const isThere = choices.some(({ value }) => value === field.value);
  return { ...under(field), choice: [{ ...field, value: isThere ? field.value : '', choices }] };
}

function under({ problems, questions, hints }: FormField): FieldBlock {
  return { ...{ problems, questions, hints }, line: [], paragraph: [], day: [], time: [], choice: [] };
}

import type { NumberChoice } from '../swedish-number.ts';
import { textMark } from './text-mark.ts';

/** One line of a question under a field. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

/*
 * A choice names what it answers and marks the text that it was asked about, so that it means nothing once the text is changed:
 *   use|<value or missing>|<mark>   that is what I meant
 *   ok|<confirmation>|<mark>        it is right as it stands
 */
const USE = /^use\|(missing|-?\d+(?:\.\d+)?)\|(\w+)$/;
const OK = /^ok\|(.+)\|(\w+)$/s;

export function useChoice(choice: NumberChoice, typed: string): Choice {
  return { title: choice.label, value: `use|${choice.value}|${textMark(typed)}` };
}

export function confirmChoice(title: string, confirmation: string, typed: string): Choice {
  return { title, value: `ok|${confirmation}|${textMark(typed)}` };
}

/** The value that a choice gives this typed text, if it is an answer to it. */
export function usedValue(chosen: string | undefined, typed: string): string | undefined {
  const [, value, mark] = USE.exec(chosen ?? '') ?? [];
  return mark === textMark(typed) ? value : undefined;
}

/** What a choice confirms about this typed text, if it is an answer to it. */
export function confirmation(chosen: string | undefined, typed: string): string | undefined {
  const [, confirmed, mark] = OK.exec(chosen ?? '') ?? [];
  return mark === textMark(typed) ? confirmed : undefined;
}

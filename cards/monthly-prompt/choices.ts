import type { NumberChoice } from '../swedish-number.ts';

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
  return { title: choice.label, value: `use|${choice.value}|${markOf(typed)}` };
}

export function confirmChoice(title: string, confirmation: string, typed: string): Choice {
  return { title, value: `ok|${confirmation}|${markOf(typed)}` };
}

/** The value that a choice gives this typed text, if it is an answer to it. */
export function usedValue(chosen: string | undefined, typed: string): string | undefined {
  const [, value, mark] = USE.exec(chosen ?? '') ?? [];
  return mark === markOf(typed) ? value : undefined;
}

/** What a choice confirms about this typed text, if it is an answer to it. */
export function confirmation(chosen: string | undefined, typed: string): string | undefined {
  const [, confirmed, mark] = OK.exec(chosen ?? '') ?? [];
  return mark === markOf(typed) ? confirmed : undefined;
}

/** Two 32-bit FNV hashes, to see whether a text was changed; no secret. Teams may change line breaks and ends on the way. */
function markOf(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  let one = 0x811c9dc5;
  let other = 0x01234567;
  for (let at = 0; at < plain.length; at++) {
    one = Math.imul(one ^ plain.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ (plain.charCodeAt(at) + at), 0x01000193);
  }
  return `${(one >>> 0).toString(36)}_${(other >>> 0).toString(36)}`;
}

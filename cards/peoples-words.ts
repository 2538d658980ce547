/**
 * What people write: read as they meant it, shown as they typed it.
 * Stored text keeps its words (NFC, `\n` for every line break); each outlet escapes for its own format, a card by forCard.
 */

export { looksLikePersonalNumber } from './personal-number.ts';

import { swedishNumber } from '../src/words/swedish.ts';

/** `text` is '' when nothing visible was written. `malformed` is not text at all (a lone surrogate): answer 400. */
export type TextReading =
  | { readonly kind: 'value'; readonly text: string; readonly notice?: string }
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'malformed' };

export interface TextLimits {
  /** Characters as people count them: an emoji family is one. */
  readonly maxGraphemes: number;
  readonly required?: boolean;
}

/** One property of Azure Table Storage holds 64 KiB, which is 32 768 UTF-16 units. */
const MOST_STORED_UNITS = 32_000;
const LONGEST_NAME = 80;
/** A letter can carry any number of accents, so 80 characters alone is no limit. */
const MOST_NAME_UNITS = 400;

const LONE_SURROGATE = /\p{Cs}/u;
const LINE_BREAKS = /\r\n|[\r\u0085\u2028\u2029]/gu;
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
/** Letters by category that are drawn as nothing (Hangul fillers, blank Braille). */
const DRAWN_AS_NOTHING = /^[\s\p{Cf}\p{Cc}\u115F\u1160\u2800\u3164\uFFA0]*$/u;
/** Turns text around or hides it. The joiner U+200D is kept where it builds an emoji. */
const HIDING =
  /[\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|(?<!\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u{FE0F}){0,2})\u{200D}|\u{200D}(?!\p{Extended_Pictographic})/gu;
/** Word joiner: invisible, and ends what a Teams client would otherwise turn into a link. */
const LINK_BREAKER = '\u2060';

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** Reads a free text field: its words unchanged, or a Swedish reason why it can't be taken. */
export function readText(written: string, { maxGraphemes, required = false }: TextLimits): TextReading {
  if (LONE_SURROGATE.test(written)) return { kind: 'malformed' };

  const typed = written.replace(LINE_BREAKS, '\n');
  const withoutControls = typed.replace(CONTROLS, '');
  const text = withoutControls.normalize('NFC');
  if (DRAWN_AS_NOTHING.test(text)) {
    return required ? problem('Text saknas. Skriv något i fältet.') : { kind: 'value', text: '' };
  }

  const length = countGraphemes(text);
  if (length > maxGraphemes) {
    return problem(`Högst ${swedishNumber(maxGraphemes)} tecken (nu ${swedishNumber(length)})`);
  }
  if (text.length > MOST_STORED_UNITS) return problem('Texten tar för stor plats. Korta den eller ta bort emojier.');
  return withoutControls === typed
    ? { kind: 'value', text }
    : { kind: 'value', text, notice: 'Osynliga styrtecken togs bort ur texten.' };
}

/**
 * Escapes text for a TextBlock or Fact, so that the card shows what was typed: no formatting, link, list, mention or
 * date function comes out of it. Line breaks become `\n\n`, which is how Teams writes one.
 */
export function forCard(text: string): string {
  return visible(text).split('\n').map(escapeLine).join('\n\n');
}

/** A person's name from Entra on one line of a card: escaped, at most 80 characters. */
export function displayName(name: string): string {
  const oneLine = visible(name).replace(/\s+/gu, ' ').trim();
  return DRAWN_AS_NOTHING.test(oneLine) ? 'Namn saknas' : escapeLine(cutName(oneLine));
}

function visible(text: string): string {
  const lines = text.replace(/\p{Cs}/gu, '\uFFFD').replace(LINE_BREAKS, '\n');
  return lines.replace(CONTROLS, '').replace(HIDING, '');
}

function escapeLine(line: string): string {
  return line
    .replace(/[\\`*_{}[\]<>~|&]/gu, '\\$&')
    .replace(/^[ \t]+/u, (indent) => '\u00A0'.repeat(indent.length)) // four spaces would be a code block
    .replace(/^(\s*)([#+\-=])/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/u, '$1\\$2')
    .replace(/\\\](?=\()|(?<=\p{L}):(?=\S)|\/(?=\/)|(?<=\S)\.(?=\p{L})|(?<=\S)@(?=\S)/gu, `$&${LINK_BREAKER}`);
}

function cutName(name: string): string {
  let kept = '';
  let count = 0;
  for (const { segment } of graphemes.segment(name)) {
    if (count === LONGEST_NAME || kept.length + segment.length > MOST_NAME_UNITS) break;
    kept += segment;
    count += 1;
  }
  return kept;
}

function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

function problem(message: string): TextReading {
  return { kind: 'problem', message };
}

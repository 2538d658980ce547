import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** A word of a question, as it stands. */
export interface Word {
  /** As written, in small letters. */
  readonly text: string;
  /** Without dots, and without the `:s` of an abbreviation. */
  readonly plain: string;
  readonly stem: string;
  /** Where it stands in the text that was read. */
  readonly from: number;
  readonly to: number;
  /** Written with a capital, as names are. */
  readonly capital: boolean;
  /** Has small letters too: abbreviations don't. */
  readonly hasSmall: boolean;
  /** Joined to the next one by a hyphen (`BUN-prognosen`, `miljö- och`). */
  readonly hyphen: boolean;
}

/** Questions are shorter than this: what follows is not read, so that no text can cost more than a long question. */
export const LONGEST_TEXT = 600;
const MOST_WORDS = 60;

const WORD = /[\p{L}\p{N}]+(?:[:’'´]\p{L}{1,3}(?![\p{L}\p{N}]))?|[%§&]/gu;

/** The words of a text. Signs, emoji and control characters part words and are nothing themselves. */
export function readWords(text: string): readonly Word[] {
  const read = cut(text);
  const words: Word[] = [];
  for (const found of read.matchAll(WORD)) {
    if (words.length === MOST_WORDS) break;
    const from = found.index;
    const to = from + found[0].length;
    words.push(wordOf(found[0], from, to, read[to] === '-' || read[to] === '–'));
  }
  return words;
}

/** The part of a text that is read: invisible signs away, one Unicode form. */
export function cut(text: string): string {
  return text
    .slice(0, LONGEST_TEXT * 2)
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .slice(0, LONGEST_TEXT);
}

function wordOf(written: string, from: number, to: number, hyphen: boolean): Word {
  const sign = SIGNS.get(written);
  const folded = sign ?? fold(written);
  const plain = folded.replace(/[:’'´].*$/u, '');
  const text = written.toLowerCase();
  const capital = written !== written.toLowerCase();
  const hasSmall = written !== written.toUpperCase();
  return { text, plain, hasSmall, stem: stem(sign ?? text.replace(/[:’'´].*$/u, '')), from, to, capital, hyphen };
}

/** Signs that people write for words. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'procent'],
  ['&', 'och'],
  ['§', 'paragraf'],
]);

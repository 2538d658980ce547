import { fold } from '../swedish/fold.ts';
import { isFunctionWord } from '../swedish/function-words.ts';
import { readWords } from '../swedish/read-words.ts';
import type { NameWord } from './lexicon.ts';
import { weightOf } from './weak-words.ts';

/** `årskurs 3`: a number tells only together with its word. */
const NUMBER_WEIGHT = 0.4;

/** The words of a name that say something. Each stands once. */
export function nameWords(name: string): NameWord[] {
  const byStem = new Map(
    readWords(name)
      .filter(({ text }) => !isFunctionWord(text))
      .map(({ stem, text }) => [stem, text] as const),
  );
  return [...byStem].map(([stem, text]) => ({
    stem,
    text,
    weight: /^\d+$/.test(stem) ? NUMBER_WEIGHT : weightOf(text, stem),
  }));
}

/** A name, and what stands in brackets in it as a name of its own: `Hållbart … (HME), totalindex` is also HME. */
export function namesIn(name: string): string[] {
  const bracketed = [...name.matchAll(/\(([^()]{2,30})\)/g)].map(([, inside = '']) => inside);
  if (bracketed.length === 0) return [name];
  return [name.replace(/\([^()]{2,30}\)/g, ' '), ...bracketed.filter((inside) => /^[\p{L}\d-]+$/u.test(inside))];
}

/** An id as words: `GOOD_HOUSING` is good housing; nothing when it is only a number in a series, such as `A-12`. */
export function idWords(id: string): string | undefined {
  const words = fold(id)
    .split(/[_\-\s.]+/)
    .filter((word) => word !== '');
  return words.every((word) => /^[a-z]{3,}\d?$|^\d?[a-z]{2,}\d?$/.test(word)) && words.some((word) => word.length > 2)
    ? words.join(' ')
    : undefined;
}

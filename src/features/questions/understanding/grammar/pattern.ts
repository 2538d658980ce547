import { fold } from '../swedish/fold.ts';
import { isFunctionWord } from '../swedish/function-words.ts';
import type { Word } from '../swedish/read-words.ts';
import { stem } from '../swedish/stem.ts';

/**
 * What a sign looks like in a question, written as people would write it. Words stand for all their inflections
 * (`nämnd` is also nämndernas); `=klar` only for that form; `!vår` only with its dots, which others may be typed without; `one|other` for either;
 * `@report` for any word of that sign; `..` for up to five words that don't matter.
 */
export interface Pattern {
  readonly sign: string;
  readonly slots: readonly Slot[];
}

interface Slot {
  /** Any of these keys on a word. */
  readonly keys: readonly string[];
  /** How many words may stand before it. */
  readonly gap: number;
}

const GAP = 5;

/** Patterns by the keys that their first word can have. */
export interface PatternIndex {
  readonly byFirstKey: ReadonlyMap<string, readonly Pattern[]>;
}

/** Reads a table of signs: for each its patterns, with commas between. */
export function patternIndex(table: Readonly<Record<string, string>>): PatternIndex {
  const byFirstKey = new Map<string, Pattern[]>();
  for (const [sign, written] of Object.entries(table))
    for (const one of written.split(',')) {
      const pattern = { sign, slots: slotsOf(one) };
      for (const key of pattern.slots[0]?.keys ?? []) {
        const there = byFirstKey.get(key);
        if (there) there.push(pattern);
        else byFirstKey.set(key, [pattern]);
      }
    }
  return { byFirstKey };
}

/** The words of a table of signs as they are written there, so that they are known and can be told from misspelled ones. */
export function wordsIn(table: Readonly<Record<string, string>>): string[] {
  return Object.values(table)
    .flatMap((written) => written.split(/[\s,|]+/))
    .filter((word) => /^[=!]?\p{L}/u.test(word))
    .map((word) => word.replace(/^[=!]/, ''));
}

function slotsOf(written: string): Slot[] {
  const slots: Slot[] = [];
  let gap = 0;
  for (const part of written.trim().split(/\s+/)) {
    if (part === '..') gap = GAP;
    else {
      slots.push({ keys: part.split('|').flatMap(keysOf), gap });
      gap = 0;
    }
  }
  return slots;
}

function keysOf(written: string): string[] {
  if (written.startsWith('@')) return [written];
  if (written.startsWith('!')) return [`=${written.slice(1)}`];
  if (written.startsWith('=')) return exactly(written.slice(1));
  // What is left of a content word may look like a function word (väder, vad): those are only themselves.
  return isFunctionWord(written) ? exactly(written) : withAndWithoutDots(written.slice(0, stem(written).length));
}

function exactly(written: string): string[] {
  return withAndWithoutDots(written).map((word) => `=${word}`);
}

/** Typed with dots it has to be these; typed without it may be meant. */
function withAndWithoutDots(written: string): string[] {
  return [...new Set([written, fold(written)])];
}

/** What a word of a question is looked up by: as it stands and by its stem, each with its dots where it has them. */
export function keysOfWord({ text, plain, stem: stemmed }: Pick<Word, 'text' | 'plain' | 'stem'>): string[] {
  const dotted = /[åäö]/.test(text) ? text : plain;
  return [`=${dotted.slice(0, plain.length)}`, dotted.slice(0, stemmed.length)];
}

/** Words as patterns see them: each with its keys. */
type Keyed = readonly { readonly keys: ReadonlySet<string> }[];

/** Where a pattern that begins at this word ends, if it is there. The next fitting word is taken: no way is tried twice. */
export function endOfMatch(pattern: Pattern, words: Keyed, at: number): number | undefined {
  let next = at;
  for (const [index, { keys, gap }] of pattern.slots.entries()) {
    const last = index === 0 ? at : next + gap;
    while (next <= last && !keys.some((key) => words[next]?.keys.has(key))) next++;
    if (next > last || next >= words.length) return undefined;
    next++;
  }
  return next;
}

import type { Lexicon } from '../lexicon/lexicon.ts';
import { isFunctionWord, isFunctionWordUndotted } from '../swedish/function-words.ts';
import type { Word } from '../swedish/read-words.ts';
import { stem } from '../swedish/stem.ts';
import { PLAIN_PATTERNS, REFERRING_PATTERNS, type Sign } from '../vocabulary/signs.ts';
import { isBeginningOfName, misspelledCompound, splitCompound } from './compounds.ts';
import { endOfMatch, keysOfWord, type PatternIndex } from './pattern.ts';

/** A word of a question with all that it can be. */
export interface Token extends Word {
  /** Its stem and its parts', each of which may name something. */
  readonly stems: readonly string[];
  /** What patterns look at. */
  readonly keys: ReadonlySet<string>;
  readonly isFunction: boolean;
  /** A word of ours or of the plan, as it stands or put right. */
  readonly isKnown: boolean;
  /** What a misspelled word was taken for. */
  readonly repaired?: string;
}

/** A sign that is there, and where: from this word, to before that one. */
export interface Found {
  readonly sign: Sign;
  readonly from: number;
  readonly to: number;
}

/** Each word as it is known, as a compound of known words, or as the known word that it was meant to be. */
export function recognise(words: readonly Word[], lexicon: Lexicon): readonly Token[] {
  return words.map((word) => tokenOf(word, lexicon));
}

function tokenOf(word: Word, lexicon: Lexicon): Token {
  const { known, compounds, byCode } = lexicon;
  const isCode = byCode.has(word.plain) && (isFunctionWordUndotted(word.text) || !word.hasSmall);
  if (isFunctionWord(word.text) && !isCode)
    return { ...word, stems: [], keys: new Set(keysOfWord(word).slice(0, 1)), isFunction: true, isKnown: true };
  const composed = compounds.get(word.stem);
  if (composed) return token(word, composed, true);
  if (known.has(word.plain) || known.has(word.stem) || byCode.has(word.plain) || /^\d/.test(word.plain))
    return token(word, [], true);
  const parts = splitCompound(word, lexicon);
  if (parts) return token(word, parts, true);
  if (word.plain.length > 5 && isBeginningOfName(word.stem, lexicon)) return token(word, [], true);
  const meant = lexicon.speller.nearest(word.plain) ?? lexicon.speller.nearest(word.stem);
  const guessed = meant === undefined ? misspelledCompound(word.plain, lexicon) : undefined;
  if (guessed) return { ...token(word, guessed, true), repaired: guessed.join(' ') };
  if (meant === undefined) return token(word, [], false);
  const repaired = { ...word, plain: meant, stem: stem(meant) };
  const keys = new Set([...keysOfWord({ ...repaired, text: meant }), ...(compounds.get(meant) ?? [])]);
  return { ...token(repaired, compounds.get(meant) ?? [], true), keys, repaired: meant };
}

function token(word: Word, parts: readonly string[], isKnown: boolean): Token {
  return { ...word, stems: [word.stem, ...parts], keys: keysOf(word, parts), isFunction: false, isKnown };
}

function keysOf(word: Word, parts: readonly string[]): ReadonlySet<string> {
  return new Set([...keysOfWord(word), ...parts]);
}

/** The signs of a question, in the order they stand; and its words, each now with the signs that it is a part of. */
export function findSigns(tokens: readonly Token[], { levels }: Lexicon): readonly Found[] {
  const plain = [...matches(PLAIN_PATTERNS, tokens), ...matches(levels, tokens)];
  const signed = tokens.map((token, at) => {
    const own = plain.filter(({ from, to }) => from <= at && at < to).map(({ sign }) => `@${sign}`);
    return own.length === 0 ? token : { keys: new Set([...token.keys, ...own]) };
  });
  return [...plain, ...matches(REFERRING_PATTERNS, signed)];
}

function matches({ byFirstKey }: PatternIndex, tokens: readonly { readonly keys: ReadonlySet<string> }[]): Found[] {
  const found: Found[] = [];
  for (const [at, { keys }] of tokens.entries())
    for (const key of keys)
      for (const pattern of byFirstKey.get(key) ?? []) {
        const to = endOfMatch(pattern, tokens, at);
        if (to !== undefined) found.push({ sign: pattern.sign as Sign, from: at, to });
      }
  return found;
}

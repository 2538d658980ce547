import { meantBy } from '../lexicon/everyday-words.ts';
import type { Lexicon, Posting } from '../lexicon/lexicon.ts';
import { isAskingWord, weightOf } from '../lexicon/weak-words.ts';
import { isOrdinaryWord } from '../swedish/function-words.ts';
import { root } from '../swedish/stem.ts';
import { firstAtOrAfter } from './compounds.ts';
import type { Token } from './recognise.ts';

/** How sure a word of a question is one of a name: as it is, of its family, an everyday word for it, or a part of it. */
const EXACT = 1;

const MEANT = 0.85;

const FAMILY = 0.85;

export const PART = 0.7;

const REPAIRED = 0.85;

/** A word that stands in more names than this is looked at only in names that rarer words have found. */
const COMMON = 100;

export interface Hit {
  readonly token: number;
  readonly posting: Posting;
  readonly match: number;
}

/** Every name that a word may be a part of. Words of few names come first, common ones only count where those have been. */
export function hitsIn(
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  lexicon: Lexicon,
): ReadonlyMap<number, readonly Hit[]> {
  const rare: Hit[] = [];
  const common: Hit[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.isFunction || taken.has(at)) continue;
    const [first = '', ...parts] = token.stems;
    const isPut = token.repaired === undefined ? 1 : REPAIRED;
    for (const [match, postings] of [
      ...lookUp(first, token.text, lexicon),
      ...parts.flatMap((part) => lookUp(part, part, lexicon)),
    ]) {
      const list = postings.length > COMMON ? common : rare;
      for (const posting of postings) list.push({ token: at, posting, match: match * isPut });
    }
  }
  const byName = new Map<number, Hit[]>();
  for (const hit of rare) {
    const there = byName.get(hit.posting.name);
    if (there) there.push(hit);
    else byName.set(hit.posting.name, [hit]);
  }
  for (const hit of common) byName.get(hit.posting.name)?.push(hit);
  return byName;
}

type Looked = readonly [match: number, postings: readonly Posting[]];

function lookUp(stemmed: string, typed: string, lexicon: Lexicon): Looked[] {
  const { byStem, byRoot } = lexicon;
  const found: Looked[] = [];
  const exact = byStem.get(stemmed);
  if (exact) found.push([EXACT, exact]);

  for (const meant of meantBy(stemmed, typed)) {
    const there = byStem.get(meant) ?? byRoot.get(root(meant));
    if (there) found.push([MEANT, there]);
    else for (const part of partOf(meant, lexicon)) found.push([PART, byStem.get(part) ?? []]);
  }
  if (weightOf(typed, stemmed) < 1 || isOrdinaryWord(typed) || isAskingWord(typed, stemmed)) return found;
  const family = byRoot.get(root(stemmed));
  if (family) found.push([FAMILY, family]);
  if (stemmed.length >= (typed === stemmed || typed.length > 5 ? 4 : 5))
    for (const part of partOf(stemmed, lexicon)) found.push([PART, byStem.get(part) ?? []]);
  return found;
}

const MOST_PARTS = 12;

/** Stems of names that begin or end with this one, or that this one begins with. */
function partOf(stemmed: string, { stems, reversedStems, byStem }: Lexicon): readonly string[] {
  const beginning = withBeginning(stems, stemmed);
  const backwards = [...stemmed].reverse().join('');
  const ending =
    stemmed.length >= 5 ? withBeginning(reversedStems, backwards).map((word) => [...word].reverse().join('')) : [];
  const inside: string[] = [];
  for (let length = stemmed.length - 1; length >= 5; length--)
    if (byStem.has(stemmed.slice(0, length))) inside.push(stemmed.slice(0, length));
  const shared = stemmed.length >= 8 ? withBeginning(stems, stemmed.slice(0, stemmed.length - 2)) : [];
  return [...new Set([...beginning, ...ending, ...inside, ...shared])].filter((word) => word !== stemmed);
}

function withBeginning(ordered: readonly string[], beginning: string): string[] {
  const from = firstAtOrAfter(ordered, beginning);
  const found: string[] = [];
  for (let at = from; at < from + MOST_PARTS; at++) {
    const word = ordered[at];
    if (!word?.startsWith(beginning)) break;
    found.push(word);
  }
  return found;
}

import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Word } from '../swedish/read-words.ts';
import { stem } from '../swedish/stem.ts';

const SHORTEST_PART = 3;
const LONGEST_WORD = 40;

/**
 * The stems of the parts of a compound: trygghet and mål of trygghetsmålet. The last part must be known; the first may
 * also be the beginning of a name's word (`sjuktalen`). None when it is no compound of what we know.
 */
export function splitCompound(word: Word, lexicon: Lexicon): readonly string[] | undefined {
  const { plain } = word;
  if (plain.length < 2 * SHORTEST_PART || plain.length > LONGEST_WORD || /\d{3}/.test(plain)) return undefined;
  return splitAtAnd(plain, lexicon) ?? split(plain, lexicon, isKnownPart) ?? split(plain, lexicon, asBeginningOfName);
}

/** `kulturochfritid`, typed in haste. */
function splitAtAnd(plain: string, lexicon: Lexicon): readonly string[] | undefined {
  const at = plain.indexOf('och');
  const [first, last] = [plain.slice(0, at), plain.slice(at + 3)];
  if (at < SHORTEST_PART || last.length < SHORTEST_PART || !isKnown(first, lexicon)) return undefined;
  const rest = isKnown(last, lexicon) ? [stem(last)] : split(last, lexicon, isKnownPart);
  return rest && [stem(first), ...rest];
}

type FirstPart = (first: string, lexicon: Lexicon) => readonly string[] | undefined;

/** The longest last part is tried first: `delårsrapport` before `rapport`. */
function split(plain: string, lexicon: Lexicon, readFirst: FirstPart): readonly string[] | undefined {
  for (let at = SHORTEST_PART - 1; at <= plain.length - SHORTEST_PART; at++) {
    const last = stem(plain.slice(at));
    if (!isKnown(plain.slice(at), lexicon) || last.length < SHORTEST_PART) continue;
    const first = readFirst(plain.slice(0, at), lexicon);
    if (first) return [...first, last];
  }
  return undefined;
}

/** With or without the linking s, or with the vowel that it has by itself (`gatu`, gata); of a short one only what stands for something as it is (`bunprognosen`). */
function isKnownPart(first: string, lexicon: Lexicon): readonly string[] | undefined {
  if (lexicon.byCode.has(first)) return [first];
  if (first.length < SHORTEST_PART) return undefined;
  for (const form of [first, first.replace(/s$/, ''), first.replace(/[uoe]$/, 'a')]) {
    if (form.length < SHORTEST_PART || !isKnown(form, lexicon)) continue;
    return [stem(form)];
  }
  for (let at = SHORTEST_PART + 1; at < first.length - SHORTEST_PART; at++) {
    const [one, other] = [first.slice(0, at).replace(/s$/, ''), first.slice(at).replace(/s$/, '')];
    if (other.length >= SHORTEST_PART && isKnown(one, lexicon) && isKnown(other, lexicon))
      return [stem(one), stem(other)];
  }
  return undefined;
}

function asBeginningOfName(first: string, lexicon: Lexicon): readonly string[] | undefined {
  const form = first.length > 5 ? first.replace(/s$/, '') : first;
  return form.length >= 4 && isBeginning(form, lexicon) ? [form] : undefined;
}

/** A word of a plan's name begins so: `skatter` of skatteintäkter. */
export function isBeginningOfName(stemmed: string, lexicon: Lexicon): boolean {
  return stemmed.length >= 4 && isBeginning(stemmed, lexicon);
}

function isBeginning(form: string, { stems }: Lexicon): boolean {
  return stems[firstAtOrAfter(stems, form)]?.startsWith(form) === true;
}

/** The same with one part misspelled. */
export function misspelledCompound(plain: string, lexicon: Lexicon): readonly string[] | undefined {
  if (plain.length < 9 || plain.length > LONGEST_WORD) return undefined;
  for (let at = 4; at <= plain.length - 5; at++) {
    const [first, last] = [plain.slice(0, at).replace(/s$/, ''), plain.slice(at)];
    if (isKnown(first, lexicon)) {
      const meant = lexicon.speller.nearest(last);
      if (meant !== undefined) return [stem(first), stem(meant)];
    } else if (isKnown(last, lexicon) && last.length > 4) {
      const meant = lexicon.speller.nearest(first);
      if (meant !== undefined) return [stem(meant), stem(last)];
    }
  }
  return undefined;
}

function isKnown(part: string, { known }: Lexicon): boolean {
  return known.has(part) || known.has(stem(part));
}

/** Where a word stands, or would stand, in a list in order. */
export function firstAtOrAfter(ordered: readonly string[], word: string): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ordered[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

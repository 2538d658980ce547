/** Words that a misspelled one may be, by how far away they are. */
export interface Speller {
  /** The nearest known word; none when it is too far, or when the word is too short to be sure. */
  nearest(word: string): string | undefined;
}

const SHORTEST = 5;
const TWO_ERRORS_FROM = 8;
/** Only the beginning is indexed: it finds as much, in a fraction of the memory. */
const INDEXED_LETTERS = 7;

/**
 * An index by deletion neighbourhoods: two words that differ by an edit have a word in common when a letter is taken away
 * from each. What it finds is measured afterwards, so that a thousand names cost no more than ten.
 */
export function speller(known: Iterable<string>): Speller {
  const byDeletion = new Map<string, string[]>();
  for (const word of new Set(known)) {
    if (word.length < SHORTEST || /\d/.test(word)) continue;
    for (const key of deletions(word.slice(0, INDEXED_LETTERS), errorsAllowed(word))) {
      const there = byDeletion.get(key);
      if (there) there.push(word);
      else byDeletion.set(key, [word]);
    }
  }
  return {
    nearest(word) {
      if (word.length < SHORTEST || word.length > 40 || /\d/.test(word)) return undefined;
      const candidates = new Set<string>();
      for (const key of deletions(word.slice(0, INDEXED_LETTERS), errorsAllowed(word)))
        for (const candidate of byDeletion.get(key) ?? []) candidates.add(candidate);
      return nearestOf(word, candidates);
    },
  };
}

function nearestOf(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const most = Math.min(errorsAllowed(word), errorsAllowed(candidate));
    if (Math.abs(candidate.length - word.length) > most || !beginsAlike(word, candidate)) continue;
    const errors = distance(word, candidate);
    if (errors <= most && (errors < shortest || (errors === shortest && best !== undefined && candidate < best))) {
      best = candidate;
      shortest = errors;
    }
  }
  return best;
}

function errorsAllowed(word: string): number {
  return word.length >= TWO_ERRORS_FROM ? 2 : 1;
}

/** People get the first letter right, or swap it with the second. */
function beginsAlike(one: string, other: string): boolean {
  return one[0] === other[0] || (one[0] === other[1] && one[1] === other[0]);
}

function deletions(word: string, times: number): Set<string> {
  let last = new Set([word]);
  const all = new Set(last);
  for (let time = 0; time < times; time++) {
    const next = new Set<string>();
    for (const shorter of last)
      for (let at = 0; at < shorter.length; at++) next.add(shorter.slice(0, at) + shorter.slice(at + 1));
    for (const shorter of next) all.add(shorter);
    last = next;
  }
  return all;
}

/** Damerau–Levenshtein: letters changed, added, lost, or swapped with their neighbour. */
export function distance(one: string, other: string): number {
  let twoBack: number[] = [];
  let back = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (twoBack[j - 2] ?? 0) + 1);
      row.push(least);
    }
    twoBack = back;
    back = row;
  }
  return back[other.length] ?? one.length;
}

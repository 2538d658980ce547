/** Pairs of a heading that is missing and one that nobody knows, where the one must be what the other has become. */
export function renamed<Missing extends string, Unknown extends string>(
  missing: readonly Missing[],
  unknown: readonly Unknown[],
): ReadonlyMap<Missing, Unknown> {
  const pairs = new Map<Missing, Unknown>();
  for (const heading of missing) {
    const left = unknown.filter((other) => ![...pairs.values()].includes(other) && resembles(heading, other));
    const [nearest] = left.toSorted((one, other) => inCommon(heading, other) - inCommon(heading, one));
    if (nearest !== undefined) pairs.set(heading, nearest);
  }
  return pairs;
}

/** The same first word, or the same beginning of at least half of both. */
function resembles(one: string, other: string): boolean {
  const half = Math.max(one.length, other.length) / 2;
  return firstWord(one) === firstWord(other) || inCommon(one, other) >= Math.max(half, 3);
}

function firstWord(heading: string): string {
  return /[\p{L}\p{N}]+/u.exec(heading)?.[0] ?? heading;
}

/** How many letters they begin with that are the same. */
function inCommon(one: string, other: string): number {
  const letters = Array.from(one);
  const at = letters.findIndex((letter, index) => letter !== other[index]);
  return at < 0 ? letters.length : at;
}

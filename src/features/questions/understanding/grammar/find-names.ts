import type { Lexicon, Thing } from '../lexicon/lexicon.ts';
import { hitsIn } from './look-up.ts';
import { type Candidate, type Mention, SURE_ENOUGH } from './mention.ts';
import type { Token } from './recognise.ts';
import { scored } from './score-names.ts';

/** How much more or less a kind is expected than another, from the other words of the question. */
export type Expected = (thing: Thing) => number;

/** Of two names that fit, the one that more words name. */
const PER_WORD = 0.08;

const MOST_MENTIONS = 8;

/** A rival is at most this much worse. */
const CLOSE = 0.92;

/** The things that a question names, the surest first. A word is used once: what it names best has it. */
export function findNames(
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  lexicon: Lexicon,
  expected: Expected,
): readonly Mention[] {
  const hits = hitsIn(tokens, taken, lexicon);
  const free = new Set([...tokens.keys()].filter((at) => !taken.has(at)));
  const mentions: Mention[] = [];
  const coded = codedThings(tokens, free, lexicon);
  for (let round = 0; round < MOST_MENTIONS; round++) {
    const best = bestOf([...coded, ...scored(hits, free, tokens, lexicon)], free, expected);
    if (!best) break;
    mentions.push(best);
    for (const at of best.tokens) free.delete(at);
  }
  return mentions;
}

/** Ids, abbreviations and numbers: they stand for what they stand for. */
function codedThings(tokens: readonly Token[], free: ReadonlySet<number>, { byCode, things }: Lexicon): Candidate[] {
  const found: Candidate[] = [];
  for (const at of free) {
    const token = tokens[at];
    if (!token || token.isFunction) continue;
    for (const part of new Set([token.plain, token.plain.replace(/s$/, ''), ...token.stems.slice(1)]))
      for (const thing of byCode.get(part) ?? []) {
        const there = things[thing];
        if (there) found.push({ thing: there, score: 1, tokens: [at] });
      }
  }
  return found;
}

function bestOf(candidates: readonly Candidate[], free: ReadonlySet<number>, expected: Expected): Mention | undefined {
  const ranked = candidates
    .filter(
      ({ thing, score, tokens }) =>
        score * Math.max(1, expected(thing)) >= SURE_ENOUGH && tokens.every((at) => free.has(at)),
    )
    .map((candidate) => ({
      ...candidate,
      rank: (candidate.score + PER_WORD * candidate.tokens.length) * expected(candidate.thing),
    }))
    .sort((one, other) => other.rank - one.rank);
  const [best, ...others] = ranked;
  if (!best) return undefined;
  const rivals = others.filter(
    ({ thing, rank, tokens }) =>
      thing.kind === best.thing.kind &&
      thing !== best.thing &&
      rank >= best.rank * CLOSE &&
      tokens.some((at) => best.tokens.includes(at)),
  );
  const { rank: _, ...mention } = best;
  return { ...mention, rivals: [...new Set(rivals.map(({ thing }) => thing))] };
}

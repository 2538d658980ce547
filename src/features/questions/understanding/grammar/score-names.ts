import type { Lexicon, NamedKind, Thing } from '../lexicon/lexicon.ts';
import { agrees } from '../swedish/fold.ts';
import type { Hit } from './look-up.ts';
import { PART } from './look-up.ts';
import { type Candidate, SURE_ENOUGH } from './mention.ts';
import type { Token } from './recognise.ts';

/** What one word that stands in one name alone says. The second adds to what the first left open. */
const ONE_WORD = 0.72;

const ALL_WORDS = 0.95;

export function scored(
  byName: ReadonlyMap<number, readonly Hit[]>,
  free: ReadonlySet<number>,
  tokens: readonly Token[],
  lexicon: Lexicon,
): Candidate[] {
  const best = new Map<Thing, Candidate>();
  for (const [at, hits] of byName) {
    const left = hits.filter(({ token }) => free.has(token));
    const candidate = left.length === 0 ? undefined : scoreName(at, left, tokens, lexicon);
    if (candidate) best.set(candidate.thing, together(candidate, best.get(candidate.thing)));
  }
  return [...best.values()];
}

/** The better of a thing's two names, with the words of both: "attraktiv arbetsgivare" names it twice. */
function together(one: Candidate, other: Candidate | undefined): Candidate {
  if (!other) return one;
  const [best, less] = one.score >= other.score ? [one, other] : [other, one];
  return less.score < SURE_ENOUGH ? best : { ...best, tokens: [...new Set([...best.tokens, ...less.tokens])] };
}

function scoreName(
  at: number,
  hits: readonly Hit[],
  tokens: readonly Token[],
  { names, things, spread }: Lexicon,
): Candidate | undefined {
  const name = names[at];
  const thing = name && things[name.thing];
  if (!name || !thing) return undefined;
  const matched = new Map<number, Hit>();
  /** Words that each are a part of the same one: `gymnasiets elever` of gymnasieelever. */
  const also = new Set<number>();
  for (const hit of hits) {
    const word = name.words[hit.posting.word]?.text ?? '';
    const typed = tokens[hit.token];
    if (!typed || !(typed.repaired !== undefined || typed.stems.length > 1 || agrees(typed.text, word))) continue;
    const match = thing.kind === 'committee' && isOtherForm(typed, word) ? hit.match * OTHER_FORM : hit.match;
    const there = matched.get(hit.posting.word);
    if (there && there.token !== hit.token && there.match <= PART && match <= PART) {
      also.add(there.token);
      matched.set(hit.posting.word, { ...hit, match: 1 - (1 - there.match) * (1 - match) });
    } else if ((there?.match ?? 0) < match) matched.set(hit.posting.word, { ...hit, match });
  }

  let open = 1;
  let weight = 0;
  for (const [word, { match }] of matched) {
    const { stem, weight: own } = name.words[word] ?? { stem: '', weight: 0 };
    const alone = 1 / Math.sqrt(spread.get(`${thing.kind} ${stem}`) ?? 1);
    open *= 1 - ONE_WORD * own * match * alone;
    weight += own * match;
  }
  const coverage = (weight / name.weight) * (name.isOwn ? 1 : OF_ADMINISTRATION);
  const isWhole = coverage >= 0.75 && name.weight >= MINIMUM_WHOLE[thing.kind];
  const unit = thing.unit !== undefined && tokens.some(({ stems }) => stems.includes(thing.unit ?? '')) ? 0.12 : 0;
  const score = Math.min(1, Math.max(1 - open, isWhole ? ALL_WORDS * coverage : 0) + 0.05 * coverage + unit);
  return { thing, score, tokens: [...new Set([...also, ...[...matched.values()].map(({ token }) => token)])] };
}

/** Two committees may share an administration: each is rather named by its own name. */
const OF_ADMINISTRATION = 0.88;

const OTHER_FORM = 0.6;

const PEOPLE = /(are|arna|arnas|ares|aren)$/;

/** "Socialt" tells how something goes, and "lärare" are people: neither names a committee of the same stem. */
function isOtherForm({ text, repaired, stems }: Token, known: string): boolean {
  if (repaired !== undefined || stems.length > 1) return false;
  return text === `${known}t` || PEOPLE.test(text) !== PEOPLE.test(known);
}

/** What a name must weigh for being named by all of its words: "Övrigt" is said too often. */
const MINIMUM_WHOLE: Readonly<Record<NamedKind, number>> = {
  committee: 0.5,
  goal: 0.9,
  goalArea: 0.9,
  indicator: 0.5,
  businessArea: 0.9,
  commitment: 0.9,
  activity: 0.9,
  assignment: 0.9,
  investment: 0.9,
};

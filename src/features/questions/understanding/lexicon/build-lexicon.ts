import type { LevelNames, PlanFile } from '../../../../domain/plan-document.ts';
import { patternIndex, wordsIn } from '../grammar/pattern.ts';
import { CALENDAR_WORDS } from '../periods/calendar-words.ts';
import { fold } from '../swedish/fold.ts';
import { ORDINARY_WORDS } from '../swedish/function-words.ts';
import { readWords } from '../swedish/read-words.ts';
import { speller } from '../swedish/spelling.ts';
import { root, stem } from '../swedish/stem.ts';
import { CODE_WORDS } from '../vocabulary/signs.ts';
import { EVERYDAY_STEMS } from './everyday-words.ts';
import type { Lexicon, Name, Posting } from './lexicon.ts';
import { type NamedThing, thingsOf } from './plan-things.ts';
import { nameWords } from './read-name.ts';

/** Shorter words of ours have too many ordinary ones beside them. */
const SHORTEST_CODE_WORD = 5;

/** The lexicon of a municipality: of its plan in force, its archive, and earlier plans where there are any. */
export function buildLexicon(...files: readonly PlanFile[]): Lexicon {
  const things = distinct(files.flatMap(thingsOf));
  const names = things.flatMap(namesOf);
  const byStem = postings(names, (word) => word);
  const levels = levelSigns(files);
  const known = new Set([
    ...wordsIn(levels).flatMap((word) => [fold(word), stem(word)]),
    ...byStem.keys(),
    ...CODE_WORDS.map(stem),
    ...CODE_WORDS.map(fold),
    ...CALENDAR_WORDS,
    ...EVERYDAY_STEMS,
    ...ORDINARY_WORDS,
  ]);
  const compounds = bodyCompounds(things);
  return {
    things,
    names,
    byStem,
    byRoot: postings(names, root),
    stems: [...byStem.keys()].sort(),
    reversedStems: [...byStem.keys()].map(reversed).sort(),
    spread: spreadOf(things, names),
    byCode: thingsBy(things, ({ codes }) => codes),
    byNumber: thingsBy(things, ({ number }) => (number === undefined ? [] : [number])),
    compounds,
    places: placesIn(things),
    levels: patternIndex(levels),
    known,
    speller: speller([
      ...byStem.keys(),
      ...CODE_WORDS.filter(({ length }) => length > SHORTEST_CODE_WORD).flatMap((word) => [fold(word), stem(word)]),
      ...CALENDAR_WORDS,
      ...compounds.keys(),
    ]),
  };
}

/** What the plan calls its levels: `Insats` for a commitment, `Uppdragsmål` for a committee's goal. */
function levelSigns(files: readonly PlanFile[]): Record<string, string> {
  const said = (key: keyof LevelNames) =>
    files
      .flatMap(({ current }) => (current.levelNames?.[key] === undefined ? [] : [current.levelNames[key]]))
      .join(',');
  const signs = {
    goalArea: said('goalArea'),
    goal: [said('councilGoal'), said('subGoal'), said('committeeGoal')].filter((one) => one !== '').join(','),
    committeeLevel: said('committeeGoal'),
    subLevel: said('subGoal'),
    commitment: said('commitment'),
    activity: said('activity'),
  };
  return Object.fromEntries(Object.entries(signs).filter(([, written]) => written !== ''));
}

/** The first of those with the same kind and id is kept, and is called what all of them are called. */
function distinct(all: readonly NamedThing[]): NamedThing[] {
  const byKey = new Map<string, NamedThing>();
  for (const thing of all) {
    const key = `${thing.kind} ${thing.id}`;
    const there = byKey.get(key);
    byKey.set(key, there ? { ...there, called: [...there.called, ...thing.called] } : thing);
  }
  return [...byKey.values()];
}

function namesOf({ called, administration }: NamedThing, thing: number): Name[] {
  return [...new Set(called)]
    .map((name) => ({ words: nameWords(name), isOwn: name !== administration }))
    .filter(({ words }) => words.length > 0)
    .map(({ words, isOwn }) => ({ thing, words, isOwn, weight: words.reduce((sum, { weight }) => sum + weight, 0) }));
}

function postings(names: readonly Name[], keyOf: (stem: string) => string): Map<string, Posting[]> {
  const found = new Map<string, Posting[]>();
  for (const [name, { words }] of names.entries())
    for (const [word, { stem }] of words.entries()) {
      const there = found.get(keyOf(stem));
      if (there) there.push({ name, word });
      else found.set(keyOf(stem), [{ name, word }]);
    }
  return found;
}

function spreadOf(things: readonly NamedThing[], names: readonly Name[]): Map<string, number> {
  const seen = new Map<string, Set<number>>();
  for (const { thing, words } of names)
    for (const { stem } of words) {
      const key = `${things[thing]?.kind} ${stem}`;
      const there = seen.get(key);
      if (there) there.add(thing);
      else seen.set(key, new Set([thing]));
    }
  return new Map([...seen].map(([key, { size }]) => [key, size]));
}

function thingsBy(
  things: readonly NamedThing[],
  keysOf: (thing: NamedThing) => readonly string[],
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, thing] of things.entries())
    for (const key of keysOf(thing)) found.set(key, [...(found.get(key) ?? []), at]);
  return found;
}

/** The last words of committees' names with the word for a committee, so that they are known when they are misspelled. */
function bodyCompounds(things: readonly NamedThing[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { kind, called } of things)
    if (kind === 'committee')
      for (const name of called) {
        const last = nameWords(name).at(-1)?.stem;
        const [written = ''] = name.split(' ').slice(-1);
        if (last === undefined || written.length < 4) continue;
        for (const body of ['nämnd', 'förvaltning'])
          for (const link of ['', 's']) found.set(stem(written + link + body), [last, stem(body)]);
      }
  return found;
}

function placesIn(things: readonly NamedThing[]): ReadonlySet<string> {
  const words = things.flatMap(({ called }) => called.flatMap((name) => readWords(name).slice(1)));
  return new Set(words.filter(({ text, capital }) => capital && text.length > 4).map(({ stem }) => stem));
}

function reversed(word: string): string {
  return [...word].reverse().join('');
}

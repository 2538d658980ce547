import type { PlanFile } from '../../src/domain/plan-document.ts';
import { fold } from '../../src/features/questions/understanding/swedish/fold.ts';
import { isFunctionWord } from '../../src/features/questions/understanding/swedish/function-words.ts';
import { stem } from '../../src/features/questions/understanding/swedish/stem.ts';
import { CODE_WORDS } from '../../src/features/questions/understanding/vocabulary/signs.ts';
import type { Example } from './score.ts';

/** Another municipality's words for everything that has a name here, the same in a plan and in the questions about it. */
export interface Renaming {
  plan(file: PlanFile): PlanFile;
  question(example: Example): Example;
}

const SYLLABLES = 'brov stam gre lunt vid dar kes mil rost pla fen jor tval sko hem dul'.split(' ');
/** Swedish of every plan: what it says of a goal or a measure, not what it is called. */
const GENERAL = new Set(
  'nämnden nämnd förvaltningen styrelsen kommun kommuner kommunen verksamhet andel resultat generella kvalitet ekonomisk procent index totalt mål'
    .split(' ')
    .map(stem)
    .concat(CODE_WORDS.map(stem)),
);

/**
 * Every word of five letters or more in a name gets an invented stem, with the inflection it had; so does every id. Words
 * that people use instead (`niorna`) are general Swedish, and stay.
 */
export function renaming({ current }: PlanFile): Renaming {
  const named = [
    ...current.committees,
    ...current.councilGoals,
    ...current.subGoals,
    ...current.committeeGoals,
    ...current.indicators,
  ];
  const names = named.flatMap((one) => [
    one.name,
    ...('aliases' in one ? (one.aliases ?? []) : []),
    ...('administration' in one ? [one.administration ?? ''] : []),
  ]);
  const stems = [...new Set(names.flatMap(partsOf))].sort((one, other) => other.length - one.length);
  const words = new Map(
    stems.flatMap((one, at) => {
      const by = invented(at) + one.slice(one.length > 7 ? -4 : -3);
      return [[one, by] as const, [fold(one), fold(by)] as const];
    }),
  );
  const ids = new Map(named.map(({ id }, at) => [id, `${'QXZ'[at % 3]}${letters(at)}`]));
  const text = (written: string) =>
    written.replace(/\p{L}[\p{L}\d_]*/gu, (word) => ids.get(word.toUpperCase()) ?? renamedWord(word, words));
  const value = (one: unknown): unknown =>
    typeof one === 'string'
      ? (ids.get(one) ?? text(one))
      : Array.isArray(one)
        ? one.map(value)
        : one !== null && typeof one === 'object'
          ? Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, KEPT.has(key) ? inner : value(inner)]))
          : one;
  return {
    plan: (file) => ({ ...file, current: value(file.current) as PlanFile['current'] }),
    question: (example) => ({
      ...example,
      text: text(example.text),
      context: example.context === null ? null : text(example.context),
      entities: Object.fromEntries(
        Object.entries(example.entities).map(([key, one]) => [key, ENTITIES.has(key) ? value(one) : one]),
      ),
    }),
  };
}

/** Fields that aren't names, or whose codes mean something to us. */
const KEPT = new Set([
  'period',
  'validFrom',
  'validTo',
  'koladaId',
  'unit',
  'frequency',
  'good',
  'status',
  'decision',
  'contacts',
  'breakdown',
  'number',
  'goalArea',
  'businessArea',
]);
const ENTITIES = new Set(['goal', 'indicator', 'committee']);

/** The stems of a name's words, those of committees without what every committee is called. */
function partsOf(name: string): string[] {
  const words = name.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return words
    .map((word) =>
      word.replace(/s?(nämnden|förvaltningen)$|(?<=arbetsgivar|lokal|trygghets|tillväxt|klimat|miljö)mål(et|en)$/u, ''),
    )
    .filter((word) => word.length > 3 && !isFunctionWord(word) && !GENERAL.has(stem(word)))
    .map(dottedStem);
}

function dottedStem(word: string): string {
  return word.slice(0, stem(word).length);
}

/** The longest known stem that the word begins with, replaced; what comes after it stays. */
function renamedWord(word: string, words: ReadonlyMap<string, string>): string {
  const small = word.toLowerCase();
  for (const [known, by] of words) {
    if (known.length < 4 || !small.startsWith(known)) continue;
    const renamed = by + small.slice(known.length);
    return word === small ? renamed : renamed.charAt(0).toUpperCase() + renamed.slice(1);
  }
  return word;
}

/** Two syllables and some letters: what comes after them is the end of the old stem, so that it inflects as it did. */
function invented(at: number): string {
  const pick = (step: number) => SYLLABLES[(at * (2 * step + 3) + step * 5) % SYLLABLES.length] ?? '';
  return `${pick(0)}o${pick(1)}i${pick(2)}${letters(at).toLowerCase()}`;
}

function letters(at: number): string {
  return (
    String.fromCharCode(66 + (at % 20)) +
    (at < 20 ? 'V' : at < 40 ? 'W' : 'D') +
    String.fromCharCode(66 + ((at * 7) % 19))
  );
}

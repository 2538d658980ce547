import { stockholmDate } from '../../../domain/stockholm.ts';
import { expectedKinds } from './grammar/expected-kinds.ts';
import { findNames } from './grammar/find-names.ts';
import { type ForeignBody, foreignBody } from './grammar/foreign-body.ts';
import { codedGoals } from './grammar/goal-numbers.ts';
import type { Mention } from './grammar/mention.ts';
import { type Found, findSigns, recognise, type Token } from './grammar/recognise.ts';
import type { Lexicon, NamedKind } from './lexicon/lexicon.ts';
import type { NamedPeriod } from './periods/named-period.ts';
import { readPeriods } from './periods/read-periods.ts';
import { cut, LONGEST_TEXT, readWords } from './swedish/read-words.ts';
import type { Sign } from './vocabulary/signs.ts';

/** Everything that a question's words say, before it is decided what is asked. */
export interface Clues {
  /** What was read of the text. */
  readonly text: string;
  readonly wasCut: boolean;
  readonly tokens: readonly Token[];
  readonly found: readonly Found[];
  readonly periods: readonly NamedPeriod[];
  readonly mentions: readonly Mention[];
  /** A company, an association or another place: no part of the plan. */
  readonly foreign: ForeignBody | undefined;
  readonly thisYear: number;
  /** Any of these signs is there. */
  has(...signs: readonly Sign[]): boolean;
  /** The things of a kind that are named, the surest first. */
  named(...kinds: readonly NamedKind[]): readonly Mention[];
}

export function readClues(text: string, lexicon: Lexicon, now: Date): Clues {
  const today = stockholmDate(now);
  const thisYear = Number(today.slice(0, 4));
  const tokens = recognise(readWords(text), lexicon);
  const periods = readPeriods(tokens, thisYear);
  const inPeriods = new Set(
    periods.filter(({ inCompound }) => inCompound !== true).flatMap(({ from, to }) => range(from, to)),
  );
  const found = findSigns(tokens, lexicon).filter((sign) => !isSpent(sign, inPeriods));
  const signs: ReadonlySet<Sign> = new Set(found.map(({ sign }) => sign));
  const has = (...wanted: readonly Sign[]) => wanted.some((sign) => signs.has(sign));
  const goals = codedGoals(tokens, inPeriods, lexicon, has('goal'));
  const body = foreignBody(tokens, lexicon);
  const taken = new Set([
    ...inPeriods,
    ...perUnit(tokens),
    ...goals.flatMap((goal) => goal.tokens),
    ...(body?.tokens ?? []),
  ]);
  const expected = expectedKinds(has, dayOf(periods[0]?.code ?? '', thisYear) ?? today);
  const denied = deniedIn(tokens);
  const mentions = [...goals, ...findNames(tokens, taken, lexicon, expected)].filter(
    ({ tokens: at }) => !at.some((one) => denied.has(one)),
  );
  return {
    text: cut(text),
    wasCut: text.length > LONGEST_TEXT,
    tokens,
    found,
    periods,
    mentions,
    foreign: body,
    thisYear,
    has,
    named: (...kinds) => mentions.filter(({ thing }) => kinds.includes(thing.kind)),
  };
}

/** "Inte bun utan sn": what stands between is what isn't meant. */
function deniedIn(tokens: readonly Token[]): ReadonlySet<number> {
  const not = tokens.findIndex(({ plain }) => plain === 'inte' || plain === 'ej');
  const but = tokens.findIndex(({ plain }, at) => at > not && plain === 'utan');
  return new Set(not >= 0 && but > not ? range(not, but) : []);
}

/** A day in a period that is said: committees that existed then are meant. */
function dayOf(code: string, thisYear: number): string | undefined {
  const [, year = String(thisYear), part = ''] = /^(?:(\d{4})-?)?(.*)$/.exec(code) ?? [];
  const month = part.startsWith('T1') ? '04' : /^(T2|INTERIM)/.test(part) ? '08' : /M(\d\d)$/.exec(part)?.[1];
  if (month !== undefined) return `${year}-${month}-15`;
  return /^\d{4}/.test(code) ? `${year}-12-31` : undefined;
}

/** "Sopor per invånare": what a figure is divided by is no name. */
function perUnit(tokens: readonly Token[]): number[] {
  return [...tokens.keys()].filter((at) => tokens[at - 1]?.plain === 'per');
}

/** A word of a period says nothing else, unless it is a part of more than the period. */
function isSpent({ from, to, sign }: Found, inPeriods: ReadonlySet<number>): boolean {
  return to - from === 1 && inPeriods.has(from) && !REPORT_SIGNS.has(sign);
}

/** The name of a report is the name of its period too. */
const REPORT_SIGNS: ReadonlySet<Sign> = new Set<Sign>([
  'report',
  'tertialReport',
  'interimReport',
  'annualReport',
  'monthReport',
]);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}

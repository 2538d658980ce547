import type { Lexicon } from '../lexicon/lexicon.ts';
import { NUMBER_WORDS } from '../periods/calendar-words.ts';
import { stem } from '../swedish/stem.ts';
import type { Mention } from './mention.ts';
import type { Token } from './recognise.ts';

const GOAL = new Set(
  ['mal', 'malet', 'malen', 'goal', 'delmal', 'namndmal', 'kf-mal', 'kfmal', 'effektmal'].flatMap((word) => [
    word,
    stem(word),
  ]),
);
const BETWEEN = new Set(['nr', 'nummer', 'number', 'no', 'och', 'o', 'samt', 'kf']);
const MOST_PARTS = 3;

/**
 * Goals by their number: `mål 4`, `målet nr 4`, `mål fyra`, `fjärde målet`, `delmål 1 A`, `1A`. A number with a letter
 * needs no word for goal beside it; one without does, or it could be anything.
 */
export function codedGoals(
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  lexicon: Lexicon,
  isAboutGoals: boolean,
): readonly Mention[] {
  const found: Mention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const read = taken.has(at) ? undefined : numberAt(tokens, at, lexicon, isAboutGoals);
    if (read) found.push(read);
    at = read ? Math.max(...read.tokens) + 1 : at + 1;
  }
  return found;
}

function numberAt(tokens: readonly Token[], at: number, lexicon: Lexicon, isAboutGoals: boolean): Mention | undefined {
  for (let parts = MOST_PARTS; parts >= 1; parts--) {
    const words = tokens.slice(at, at + parts);
    if (words.length < parts) continue;
    const written = words.map(({ plain }) => numeral(plain, parts)).join('');
    const things = (lexicon.byNumber.get(written) ?? [])
      .map((thing) => lexicon.things[thing])
      .filter((thing) => thing !== undefined);
    const [thing, ...others] = things.toSorted((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level));
    if (
      !thing ||
      !(isSaidOfGoal(tokens, at, parts) || (isAboutGoals && /\d[a-z]|[a-z]\d/.test(written)) || isOwnName(written))
    )
      continue;
    return {
      thing,
      score: 1,
      tokens: Array.from({ length: parts }, (_, step) => at + step),
      rivals: others.filter(({ level }) => level === thing.level),
    };
  }
  return undefined;
}

const LEVELS: readonly (string | undefined)[] = ['council', 'sub', 'committee', undefined];

/** `fyra`, `fjärde`, `4:e` and `4an`. */
function numeral(plain: string, parts: number): string {
  const word = parts === 1 ? NUMBER_WORDS.get(plain) : undefined;
  return word === undefined ? plain.replace(/^(\d{1,2})(an|e)$/, '$1') : String(word);
}

/** The word for goal stands before it, perhaps after other numbers, or right after it. */
function isSaidOfGoal(tokens: readonly Token[], at: number, parts: number): boolean {
  let before = at - 1;
  while (before >= 0 && (BETWEEN.has(tokens[before]?.plain ?? '') || isNumber(tokens[before]?.plain ?? ''))) before--;
  const ordinal = NUMBER_WORDS.has(tokens[at]?.plain ?? '') && parts === 1;
  return isGoal(tokens[before]) || (ordinal && isGoal(tokens[at + parts]));
}

function isNumber(plain: string): boolean {
  return /^\d{1,2}[a-z]?$/.test(plain) || NUMBER_WORDS.has(plain);
}

function isGoal(token: Token | undefined): boolean {
  return token?.stems.some((one) => GOAL.has(one)) === true || GOAL.has(token?.plain ?? '');
}

/** `1A` and `U2` are said alone; `4` and `T1` are not. */
function isOwnName(written: string): boolean {
  return /^\d{1,2}[a-z]\d?$|^[a-su-z]\d{1,2}$/.test(written);
}

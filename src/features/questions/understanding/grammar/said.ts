import type { Clues } from '../clues.ts';
import type { Sign } from '../vocabulary/signs.ts';
import type { Token } from './recognise.ts';

/** Signs of asking for a meaning: what is left of the question is the term. */
const AROUND_TERM: readonly Sign[] = [
  'define',
  'whatIs',
  'computed',
  'difference',
  'what',
  'how',
  'canYou',
  'greeting',
  'filler',
  'now',
];

/** The word, or the two, whose meaning is asked for, as written. */
export function termOf(clues: Clues): string | readonly string[] | undefined {
  const { text, tokens, has } = clues;
  const quoted = /["'”“‘’«»]([^"'”“‘’«»]{2,80})["'”“‘’«»]/u.exec(text)?.[1];
  if (quoted !== undefined) return quoted.trim().toLowerCase();
  const left = topic(clues, AROUND_TERM);
  if (left.length === 0) return undefined;
  const parts = has('difference') ? splitAtAnd(left) : [left];
  const terms = parts.map((part) => spelledOut(part, text)).filter((term) => term !== '');
  if (tokens.length === 0 || terms.length === 0) return undefined;
  return terms.length > 1 ? terms : terms[0];
}

/** Words of asking about commitments and activities: what is left is what it is called. */
const AROUND_TITLE: readonly Sign[] = [
  ...([
    'commitment',
    'assignment',
    'activity',
    'investment',
    'howGoes',
    'done',
    'late',
    'ongoing',
    'notStarted',
    'when',
    'which',
    'what',
  ] as const),
  ...([
    'how',
    'show',
    'all',
    'howMany',
    'whatIs',
    'now',
    'greeting',
    'exists',
    'own',
    'committee',
    'money',
    'past',
    'future',
    'why',
    'cancelled',
  ] as const),
];

/** What a commitment, activity, assignment or investment is called in the question. */
export function titleOf(clues: Clues): string | undefined {
  const named = new Set(clues.named('committee', 'goal').flatMap(({ tokens }) => tokens));
  const left = topic(clues, AROUND_TITLE).filter((token) => !named.has(clues.tokens.indexOf(token)));
  return left.length === 0 ? undefined : spelledOut(left, clues.text);
}

/** The words between the first and the last that aren't a part of the asking. */
function topic({ tokens, found, periods }: Clues, around: readonly Sign[]): readonly Token[] {
  const isAsking = (at: number) =>
    found.some(({ sign, from, to }) => around.includes(sign) && (from === at || to - 1 === at)) ||
    periods.some(({ from, to, byReport }) => !byReport && from <= at && at < to);
  const isTopic = (at: number) => !tokens[at]?.isFunction && !isAsking(at);
  const first = tokens.findIndex((_, at) => isTopic(at));
  const last = tokens.findLastIndex((_, at) => isTopic(at));
  return first < 0 ? [] : tokens.slice(first, last + 1);
}

function splitAtAnd(tokens: readonly Token[]): (readonly Token[])[] {
  const at = tokens.findIndex(({ plain }) => plain === 'och' || plain === 'o' || plain === 'mot' || plain === 'and');
  return at < 0 ? [tokens] : [tokens.slice(0, at), tokens.slice(at + 1)];
}

function spelledOut(tokens: readonly Token[], text: string): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last ? text.slice(first.from, last.to).toLowerCase() : '';
}

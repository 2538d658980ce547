import type { Target } from './indicator.ts';
import type { TargetEntry } from './plan-document.ts';

/**
 * A target as the plan writes it, as something that can be judged. The words are the plan's own, so they are data here.
 * Only a text that says one thing and nothing more is read: "Öka med 5 %" stays words, because any increase would reach
 * a mere "öka". A limit in words is reached at the limit itself, also "över 20" and "under 7".
 */
export function readTarget(entry: TargetEntry, good: 'up' | 'down'): Target {
  if ('atLeast' in entry) return { kind: 'at-least', value: entry.atLeast };
  if ('atMost' in entry) return { kind: 'at-most', value: entry.atMost };
  if ('between' in entry) return { kind: 'between', from: entry.between[0], to: entry.between[1] };
  if ('onDate' in entry) return { kind: 'on-date', date: entry.onDate };
  if ('yesNo' in entry) return { kind: 'yes-no', value: entry.yesNo };

  const words = entry.text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').replace(/\.$/u, '').trim();
  return readDirection(words, entry) ?? readComparison(words, entry.text, good) ?? readLimits(words) ?? asWords(entry);
}

type TextEntry = Extract<TargetEntry, { readonly text: string }>;

const DIRECTIONS = [
  [/^(?:ska )?(?:öka|ökar)$/u, 'increase'],
  [/^(?:ska )?(?:minska|minskar)$/u, 'decrease'],
  [/^(?:ska )?(?:vara )?(?:bibehålla|bibehålls|bibehållas|behålla|behålls|behållas|oförändrad|oförändrat)$/u, 'keep'],
] as const;

function readDirection(words: string, { text, tolerance, atLeastLongTerm }: TextEntry): Target | undefined {
  const direction = DIRECTIONS.find(([pattern]) => pattern.test(words))?.[1];
  if (!direction) return undefined;
  return {
    kind: 'direction',
    direction,
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(atLeastLongTerm === undefined ? {} : { longTermAtLeast: atLeastLongTerm }),
    text,
  };
}

const COMPARED =
  /^(bättre|över|högre|under|lägre)(?: än)? (?:(?:genom)?snittet i )?(länet|riket|läns(?:genom)?snittet|riks(?:genom)?snittet|(?:länets|rikets)(?: (?:genom)?snitt)?)$/u;
const BEST_QUARTER =
  /^bland (?:de 25 ?(?:%|procent) bästa|de bästa 25 ?(?:%|procent)|den bästa fjärdedelen)(?: kommunerna)?$/u;
const BETTER = { up: ['bättre', 'över', 'högre'], down: ['bättre', 'under', 'lägre'] };

/** "Över riket" is better only where more is: for sick leave it stays words. */
function readComparison(words: string, text: string, good: 'up' | 'down'): Target | undefined {
  if (BEST_QUARTER.test(words)) return { kind: 'best-quarter', text };

  const [, how = '', group = ''] = COMPARED.exec(words) ?? [];
  if (!BETTER[good].includes(how)) return undefined;
  return { kind: 'better-than', group: group.startsWith('l') ? 'county' : 'country', text };
}

const FIGURE = '([-−]?\\d+(?: \\d{3})*(?:[.,]\\d+)?)';
const UNIT = ' ?(?:%|procent)?';
const AT_LEAST = new RegExp(`^(?:minst|lägst|>=|≥|över|mer än) ?${FIGURE}${UNIT}$`, 'u');
const AT_MOST = new RegExp(`^(?:högst|max|maximalt|<=|≤|under|mindre än) ?${FIGURE}${UNIT}$`, 'u');
const BETWEEN = new RegExp(`^(?:mellan )?${FIGURE} ?(?:[-–]|och|till) ?${FIGURE}${UNIT}$`, 'u');

function readLimits(words: string): Target | undefined {
  const least = figure(AT_LEAST.exec(words)?.[1]);
  if (least !== undefined) return { kind: 'at-least', value: least };
  const most = figure(AT_MOST.exec(words)?.[1]);
  if (most !== undefined) return { kind: 'at-most', value: most };

  const [, low, high] = BETWEEN.exec(words) ?? [];
  const [from, to] = [figure(low), figure(high)];
  return from === undefined || to === undefined || from > to ? undefined : { kind: 'between', from, to };
}

/** "1.234" is a thousand to some and one to others: not read. */
function figure(written: string | undefined): number | undefined {
  if (written === undefined || /^\D?\d{1,3}\.\d{3}$/u.test(written)) return undefined;
  return Number(written.replace('−', '-').replace(',', '.').replaceAll(' ', ''));
}

function asWords({ text }: TextEntry): Target {
  return { kind: 'words', text };
}

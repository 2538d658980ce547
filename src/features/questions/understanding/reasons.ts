import type { Clues } from './clues.ts';
import type { Chosen } from './intents/choose-intents.ts';
import type { Reason } from './reading.ts';

/** The words that decided, as written, and what they were taken for. */
export function reasons(clues: Clues, chosen: Chosen | undefined, isCarried: boolean): readonly Reason[] {
  const { tokens, text } = clues;
  const written = (from: number, to: number) => text.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0);
  const signs = clues.found
    .filter(({ sign }) => chosen?.by.includes(sign))
    .map(({ sign, from, to }) => ({ words: written(from, to), means: sign }));
  const names = clues.mentions.map(({ thing, tokens: at }) => ({
    words: at
      .toSorted((one, other) => one - other)
      .map((index) => written(index, index + 1))
      .join(' '),
    means: `${thing.kind} ${thing.id}`,
  }));
  const periods = clues.periods.map(({ code, from, to }) => ({ words: written(from, to), means: `period ${code}` }));
  const repaired = tokens
    .filter((token) => token.repaired !== undefined)
    .map((token) => ({ words: token.text, means: `spelling ${token.repaired}` }));
  const kept = isCarried ? [{ words: text, means: 'kept from the question before' }] : [];
  return distinct([...signs, ...names, ...periods, ...repaired, ...kept]);
}

function distinct(all: readonly Reason[]): Reason[] {
  return [...new Map(all.map((reason) => [`${reason.words}|${reason.means}`, reason])).values()];
}

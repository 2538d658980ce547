import type { Clues } from './clues.ts';
import type { Entities, Reading } from './reading.ts';

const MOST = 3;
/** Less sure than the reading that was chosen, by its rules or by its words. */
const LESS = 0.7;

/** What else a question may mean: the same about what else is called so, and the other ways of asking that fit. */
export function otherReadings(chosen: Reading, others: readonly Reading[], clues: Clues): readonly Reading[] {
  const rivals = clues.mentions.flatMap(({ thing, rivals: close }) =>
    close.map((rival) => replaced(chosen, thing.id, rival.id)),
  );
  const less = others
    .filter(({ intent }) => intent !== 'clarify' && intent !== chosen.intent)
    .map((other) => ({
      ...other,
      confidence: Math.round(Math.min(other.confidence, chosen.confidence) * LESS * 100) / 100,
    }));
  return [...rivals, ...less].slice(0, MOST);
}

function replaced(reading: Reading, id: string, by: string): Reading {
  const entities = Object.fromEntries(
    Object.entries(reading.entities).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((one) => (one === id ? by : one)) : value === id ? by : value,
    ]),
  ) as Entities;
  return { ...reading, entities };
}

import type { Thing } from '../lexicon/lexicon.ts';

/** A thing that is named, how sure, and by which words. */
export interface Mention {
  readonly thing: Thing;
  /** 0–1. */
  readonly score: number;
  readonly tokens: readonly number[];
  /** Others of the same kind that the same words name about as well. */
  readonly rivals: readonly Thing[];
}

/** The same before it is known what else the words may name. */
export type Candidate = Omit<Mention, 'rivals'>;

/** From here on something is named at all. */
export const SURE_ENOUGH = 0.5;

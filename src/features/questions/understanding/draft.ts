import type { Clues } from './clues.ts';
import type { Reading } from './reading.ts';

/** A reading by a question's own words, with the words: what a follow-up is understood from. */
export interface Draft {
  readonly clues: Clues;
  readonly reading: Reading;
}

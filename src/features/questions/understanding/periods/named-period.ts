import type { Word } from '../swedish/read-words.ts';

/** A period that is named in a question, and the words that name it: from this one, to before that one. */
export interface NamedPeriod {
  readonly code: string;
  readonly from: number;
  readonly to: number;
  /** Only the name of a report (`delåret`): it says which report before it says when. */
  readonly byReport: boolean;
  /** In a compound (`marsrapporten`), whose other part says something too. */
  readonly inCompound?: boolean;
}

/** Words of a question as far as periods are concerned. */
export interface PeriodWord extends Pick<Word, 'plain' | 'text' | 'hyphen'> {
  /** The stems of a compound's parts, after its own. */
  readonly stems?: readonly string[];
}

/** What a rule found: a whole year (then with its number), a part of one that a year may be said beside, or neither. */
export interface Said extends NamedPeriod {
  readonly year?: number;
  readonly isPart: boolean;
}

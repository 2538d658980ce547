import type { PatternIndex } from '../grammar/pattern.ts';
import type { Speller } from '../swedish/spelling.ts';

/** What in a plan can be named in a question. */
export type NamedKind =
  | 'committee'
  | 'goal'
  | 'goalArea'
  | 'indicator'
  | 'businessArea'
  | 'commitment'
  | 'activity'
  | 'assignment'
  | 'investment';

/** One thing of a plan. The same id in several plans is the same thing. */
export interface Thing {
  readonly kind: NamedKind;
  readonly id: string;
  /** Council goals before sub-goals and committee goals, where the words fit both. */
  readonly level?: 'council' | 'sub' | 'committee';
  /** The committee that has a business area, a commitment, an assignment or an investment. */
  readonly committee?: string;
  /** Days between which a committee exists. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** An indicator's unit as a word: it is a part of how people name it. */
  readonly unit?: string;
  /** Groups that an indicator is broken down into. */
  readonly breakdown?: readonly string[];
}

/** One of a thing's names: its words that say something, each with how much. */
export interface Name {
  readonly thing: number;
  readonly words: readonly NameWord[];
  /** False for the name of a committee's administration. */
  readonly isOwn: boolean;
  /** What all its words weigh together. */
  readonly weight: number;
}

export interface NameWord {
  readonly stem: string;
  /** As it stands in the name, in small letters. */
  readonly text: string;
  readonly weight: number;
}

/** Where a word stands: in which name, as which of its words. */
export interface Posting {
  readonly name: number;
  readonly word: number;
}

/**
 * All names of the plan in force and of its archive, indexed by what people type. Built once for each version of the plan;
 * nothing of a municipality stands anywhere else in the understanding.
 */
export interface Lexicon {
  readonly things: readonly Thing[];
  readonly names: readonly Name[];
  readonly byStem: ReadonlyMap<string, readonly Posting[]>;
  readonly byRoot: ReadonlyMap<string, readonly Posting[]>;
  /** Stems in order, and in order of their reversals: for words that are a part of another. */
  readonly stems: readonly string[];
  readonly reversedStems: readonly string[];
  /** In how many things of a kind a stem stands: `kind stem`. */
  readonly spread: ReadonlyMap<string, number>;
  /** Things by what stands for them as it is: ids, abbreviations, Kolada's numbers; one word, folded. */
  readonly byCode: ReadonlyMap<string, readonly number[]>;
  /** Goals by number, without spaces: `4`, `1a`, `1a1`. */
  readonly byNumber: ReadonlyMap<string, readonly number[]>;
  /** Names that are one word of two known parts: `socialnämnd` is `social` and `nämnd`. */
  readonly compounds: ReadonlyMap<string, readonly string[]>;
  /** Stems that the plan writes with a capital inside its names: the municipality and its places. */
  readonly places: ReadonlySet<string>;
  /** The plan's own words for its levels, as signs. */
  readonly levels: PatternIndex;
  readonly known: ReadonlySet<string>;
  readonly speller: Speller;
}

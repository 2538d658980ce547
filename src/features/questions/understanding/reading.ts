/** What can be asked for. The list is closed: what answers, the command line and the tests all speak of these. */
export type Intent =
  | 'goal_status'
  | 'indicator_status'
  | 'committee_status'
  | 'finance_status'
  | 'report_status'
  | 'report_summary'
  | 'missing_reports'
  | 'deadline'
  | 'compare'
  | 'trend'
  | 'list'
  | 'ranking'
  | 'commitment_status'
  | 'activity_status'
  | 'responsible'
  | 'explain_term'
  | 'start_report'
  | 'correct_report'
  | 'help'
  | 'greeting'
  | 'thanks'
  | 'clarify'
  | 'out_of_scope';

/**
 * What a question is about. Goals, goal areas, indicators, committees and business areas are ids of the plan; the rest are
 * codes of the closed lists. A list stands where several are named ("jämför BUN och SN").
 */
export interface Entities {
  readonly goal?: string | readonly string[];
  readonly goalArea?: string | readonly string[];
  readonly indicator?: string | readonly string[];
  /** An id, `ALL`, `OWN` (the asker's), `MISSING` (those that the last answer listed), or several ids. */
  readonly committee?: string | readonly string[];
  readonly businessArea?: string | readonly string[];
  /** `2021`, `M03`, `YTD-M08`, `T1`, `2025-T1`, `2019-`, or relative: `latest`, `last_month`, `this_year` … */
  readonly period?: string;
  /** Another period, or `county`, `country`, `similar`, `municipalities`, `target`. */
  readonly compareWith?: string;
  readonly measure?: string;
  readonly what?: string;
  readonly order?: 'best' | 'worst' | 'highest' | 'lowest';
  readonly count?: number;
  readonly filter?: string;
  readonly grade?: string;
  readonly level?: string;
  readonly report?: string;
  readonly step?: string;
  readonly role?: string;
  readonly term?: string | readonly string[];
  /** Of a commitment, an activity, an assignment or an investment: as it was written. */
  readonly title?: string;
  readonly topic?: string;
  readonly gender?: 'K' | 'M';
  readonly unit?: string;
  readonly format?: string;
  readonly aspect?: string;
  readonly place?: string;
  readonly company?: string;
  readonly value?: string;
}

/** One way to read a question. */
export interface Reading {
  readonly intent: Intent;
  readonly entities: Entities;
  /** 0–1. From 0.6 an answer is given without asking back. */
  readonly confidence: number;
}

/** A reading, the others that were close, and the words that decided. */
export interface Understanding extends Reading {
  readonly alternatives: readonly Reading[];
  readonly why: readonly Reason[];
}

/** Words of the question, and what they were taken for. */
export interface Reason {
  readonly words: string;
  readonly means: string;
}

/** From here on a reading is sure enough to be answered. */
export const SURE = 0.6;

import type { Month } from './period.ts';

/** What a compiled version has that the one approved before it had not. */
export type LaterChange =
  /** A committee's answer was changed, or came: the first of them is no correction. Instants in UTC. */
  | {
      readonly kind: 'answered' | 'corrected';
      readonly committeeName: string;
      readonly period: Month;
      readonly at: string;
      readonly reason?: string;
    }
  /** Something else differs: texts, grades or what the plan says. */
  | { readonly kind: 'other' };

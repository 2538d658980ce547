import type { MissingPart } from './report-content.ts';

/** One point of a joint review's agenda, the most important first. */
export type AgendaItem =
  /** Minus is a deficit, whole kronor. */
  | {
      readonly kind: 'deviation';
      readonly committeeId: string;
      readonly committeeName: string;
      readonly deviationKr: number;
    }
  | {
      readonly kind: 'grade-differs';
      readonly committeeName: string;
      readonly goalName: string;
      readonly gradeLabel: string;
      readonly proposedLabel: string;
    }
  | { readonly kind: 'missing'; readonly committeeName: string; readonly what: readonly MissingPart[] }
  /** What is late, by so many days; 0: its last day has not passed, but the committee says that it is late. */
  | { readonly kind: 'late'; readonly committeeName: string; readonly name: string; readonly days: number };

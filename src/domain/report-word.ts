import type { Month } from './period.ts';
import type { ReportKind, StatutoryDate } from './report-content.ts';
import type { CouncilDecision, DecidedOrder } from './report-record.ts';

/** A short word to one person about a report's next step. Instants are in UTC. */
export type ReportWord =
  /** To a committee's approvers: it waits for their signature. */
  | { readonly kind: 'sign'; readonly committee: CommitteeNamed; readonly by: string; readonly at: string }
  /** To a committee's reporter: it was sent back, and why. */
  | {
      readonly kind: 'sent-back';
      readonly committee: CommitteeNamed;
      readonly by: string;
      readonly at: string;
      readonly why: string;
    }
  /** To controllers: all committees' reports are signed. */
  | { readonly kind: 'all-signed'; readonly committees: number; readonly reviewed: boolean }
  /** To controllers: one that was signed has been changed. `compiled`: the municipality's report is without the change. */
  | { readonly kind: 'changed'; readonly committee: CommitteeNamed; readonly compiled: boolean }
  /** To controllers: the law's last day is near, or has passed. */
  | {
      readonly kind: 'statutory';
      readonly rule: StatutoryDate['rule'];
      readonly lastDay: string;
      /** Working days left as the step has it; absent when the day has passed. */
      readonly workingDays?: number;
      readonly signed: number;
      readonly committees: number;
    }
  /** To clerks: a compiled version waits for the council's decision. */
  | {
      readonly kind: 'decide';
      readonly version: number;
      readonly registrationNumber: string;
      readonly by: string;
      readonly at: string;
    }
  /** The council has sent the report back: to controllers, and to every committee's people. */
  | { readonly kind: 'council-sent-back'; readonly decision: DecisionNamed; readonly why: string }
  /** To a committee's people: the council's orders to it. */
  | {
      readonly kind: 'order';
      readonly decision: DecisionNamed;
      readonly committees: readonly (CommitteeNamed & {
        readonly orders: readonly Pick<DecidedOrder, 'text' | 'dueOn'>[];
      })[];
    }
  /** To controllers: the annual report is approved, and next year's plan can be begun. */
  | { readonly kind: 'next-year'; readonly decision: DecisionNamed };

export interface CommitteeNamed {
  readonly id: string;
  readonly name: string;
}

export type DecisionNamed = Pick<CouncilDecision, 'date' | 'paragraph' | 'registrationNumber'>;

/** What has become of the matter of a word that was sent before. */
export interface SettledWord {
  readonly of: 'sign' | 'sent-back' | 'decide';
  readonly committee?: CommitteeNamed;
  readonly how: 'signed' | 'sent-back' | 'handed-in' | 'decided' | 'compiled-anew';
  readonly by?: string;
  readonly at?: string;
  readonly decision?: DecisionNamed & Pick<CouncilDecision, 'outcome'>;
}

/** A word with the report that it is about. */
export interface WordAbout {
  readonly period: Month;
  readonly kind: ReportKind;
  readonly word: ReportWord | ({ readonly kind: 'settled' } & SettledWord);
}

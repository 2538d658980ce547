import type { FollowUpDates } from './follow-up.ts';
import type { Month } from './period.ts';
import type { FollowUp } from './plan.ts';

/** One line of a round's ledger, as a controller sees it: something that goes out to one person at most once. */
export interface RoundLine {
  readonly committeeId: string;
  /** UPN in lower case. */
  readonly recipient: string;
  readonly kind: 'prompt' | 'reminder' | 'late' | 'unreachable';
  /** The ladder step's working days from the due day: `-2`, `0`, `4`. */
  readonly step?: string;
  /** The number of the rehearsal that it belongs to. */
  readonly rehearsal?: number;
  readonly state: 'ready' | 'sending' | 'sent' | 'refused' | 'ambiguous';
  /** Why it is not sent, as a stable code. */
  readonly reason?: string;
  /** When it was last tried. UTC. */
  readonly at?: Date;
  /** Not tried again before this. UTC. */
  readonly notBefore?: Date;
  /** It says that it stands in for an earlier message. */
  readonly replaces: boolean;
}

/** Where one committee is in a round. */
export interface RoundCommittee {
  readonly committeeId: string;
  readonly name: string;
  /** Absent: still owed. */
  readonly answer?: { readonly upn: string; readonly name: string; readonly at: Date; readonly revision: number };
  /** Who has been asked, reminded and told, in the order that it happened; what has not been tried comes last. */
  readonly lines: readonly RoundLine[];
}

/** Somebody who was tried for a committee, and why that person can't be asked now, as a stable code. */
export interface Tried {
  readonly upn: string;
  /** `AWAY` until `until`, `NOT_INSTALLED`, or what the sending answered. */
  readonly reason: string;
  /** The last day away. */
  readonly until?: string;
}

/** What a controller wants to know of a round. */
export interface RoundOverview {
  readonly period: Month;
  readonly kind: FollowUp['kind'];
  /** `coming`: not opened. `over`: a later one has opened. */
  readonly standing: 'coming' | 'open' | 'over';
  readonly dates: FollowUpDates;
  /** The day that its answers lock; absent when no later follow-up is planned. */
  readonly locksOn?: string;
  readonly paused: boolean;
  /** The day it was started, ahead of the calendar. */
  readonly startedOn?: string;
  /** Everything goes to `to` and counts for nothing. */
  readonly rehearsal?: { readonly number: number; readonly to: string };
  /** Nothing goes out from the whole service until then. */
  readonly halted?: { readonly reason: string; readonly until: Date };
  /** Those that report, in the plan's order. */
  readonly committees: readonly RoundCommittee[];
  readonly counts: RoundCounts;
  /** It is not known whether these arrived; a person says so. */
  readonly ambiguous: readonly RoundLine[];
  /** These did not arrive. */
  readonly refused: readonly RoundLine[];
  /** Committees that owe an answer and have nobody who can be asked today. Nobody tried: the plan has no reporter. */
  readonly unreachable: readonly {
    readonly committeeId: string;
    readonly name: string;
    readonly tried: readonly Tried[];
  }[];
  /** Reporters of what is owed who are away today, in lower case, and each one's last day of it. */
  readonly away: readonly { readonly upn: string; readonly until: string }[];
  /** Those with a part in the round who have not installed the app, in lower case. */
  readonly mustInstall: readonly { readonly upn: string; readonly committeeIds: readonly string[] }[];
  /** Where people install the app. */
  readonly installLink?: string;
  /** What has been done to the round by hand, oldest first. `by`: UPN, or `styr`. */
  readonly history: readonly { readonly at: Date; readonly by: string; readonly what: string }[];
}

/** Committees, and real lines by state. */
export interface RoundCounts {
  readonly committees: number;
  readonly answered: number;
  readonly sent: number;
  readonly waiting: number;
  readonly ambiguous: number;
  readonly refused: number;
}

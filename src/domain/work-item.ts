import type { StoredAnswer } from './answer.ts';

/** One thing that a person is told of the rounds that are under way. What is done says by whom. */
export interface WorkItem {
  /** `too-large`: a form that did not fit in a message, opened from here. */
  readonly kind: 'prompt' | 'reminder' | 'late' | 'unreachable' | 'too-large';
  readonly committeeId: string;
  readonly committeeName: string;
  /** Last day to answer, `2026-11-13`. */
  readonly dueOn: string;
  /** For a form that its reader can open from here. */
  readonly promptId?: string;
  readonly revision?: number;
  /** UPN of the reporter whom the reader stands in for. */
  readonly insteadOf?: string;
  /** Of a late answer: who has been asked for it, as UPNs. */
  readonly asked?: readonly string[];
  /** Of an unreachable committee. */
  readonly tried?: readonly TriedPerson[];
  /** The answer, once there is one. */
  readonly stored?: StoredAnswer;
}

/** Who was tried and could not be reached, and why: a stable code. `until` is the last day away. */
export interface TriedPerson {
  readonly upn: string;
  readonly reason: string;
  readonly until?: string;
}

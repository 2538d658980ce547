import type { StoredAnswer } from './answer.ts';
import { type Lateness, lateness } from './lateness.ts';
import { lastDayOf, type Month } from './period.ts';
import type { WorkStatus } from './plan-document.ts';

/** What a status is asked for: `source` and `owner` as people wrote them. */
export interface KnownWork {
  readonly id: string;
  readonly name: string;
  /** As the plan has it; of an agreed measure, not started. */
  readonly status: WorkStatus;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly owner?: string;
  /** Of an assignment: the council's decision, `2026-06-10, KF § 88`. Of an agreed measure: the period it was agreed for, `2026-04`. */
  readonly source?: string;
}

/** A commitment, an activity under one, a council assignment or an agreed measure, whose status is asked for. */
export interface WorkAsked extends KnownWork {
  readonly kind: 'commitment' | 'activity' | 'assignment' | 'measure';
  /** As last reported, else as it is known. */
  readonly status: WorkStatus;
  /** As it stands on the month's last day. */
  readonly lateness: Lateness;
}

/** The question about its status as it was last reported before the month. */
export function askStatus(
  known: KnownWork,
  kind: WorkAsked['kind'],
  month: Month,
  reported: ReportedStatus | undefined,
): WorkAsked {
  const work = { ...known, status: reported?.status ?? known.status };
  return { ...work, kind, lateness: lateness(work, lastDayOf(month)) };
}

/** What a committee has said of it, and for which month. */
export interface ReportedStatus {
  readonly status: WorkStatus;
  readonly period: Month;
}

export function lastStatus(id: string, answers: readonly StoredAnswer[]): ReportedStatus | undefined {
  return newest(
    answers.flatMap(({ period, answer }) =>
      answer.work.flatMap(({ workId, status }) => (workId === id ? [{ status, period }] : [])),
    ),
  );
}

/** Nobody has to come back to it. */
export function isOver(status: WorkStatus): boolean {
  return status === 'done' || status === 'cancelled';
}

export function newest<Known extends { readonly period: string }>(known: readonly Known[]): Known | undefined {
  return known.toSorted((one, other) => other.period.localeCompare(one.period))[0];
}

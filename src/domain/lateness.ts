import type { WorkStatus } from './plan-document.ts';

/** A commitment, an activity or an assignment: `2026-11-30` is the last day. */
export interface Dated {
  readonly status: WorkStatus;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly dueOn?: string;
}

/** What the dates say. A status of "late" is what a person has said: it is shown beside this, and changes nothing here. */
export type Lateness =
  | { readonly kind: 'done' | 'cancelled' | 'no-dates' }
  | { readonly kind: 'not-started-yet'; readonly startsOn: string }
  | { readonly kind: 'should-have-started'; readonly startsOn: string; readonly days: number }
  | { readonly kind: 'on-time'; readonly endsOn: string }
  | { readonly kind: 'late'; readonly endsOn: string; readonly days: number };

/** @param today the calendar day in Sweden, `2026-11-13` */
export function lateness({ status, startsOn, endsOn, dueOn }: Dated, today: string): Lateness {
  if (status === 'done' || status === 'cancelled') return { kind: status };

  const lastDay = endsOn ?? dueOn;
  if (lastDay !== undefined && lastDay < today) {
    return { kind: 'late', endsOn: lastDay, days: daysBetween(lastDay, today) };
  }
  if (status === 'notStarted' && startsOn !== undefined && startsOn !== today) {
    return startsOn > today
      ? { kind: 'not-started-yet', startsOn }
      : { kind: 'should-have-started', startsOn, days: daysBetween(startsOn, today) };
  }
  return lastDay === undefined ? { kind: 'no-dates' } : { kind: 'on-time', endsOn: lastDay };
}

/** What a person calls late is late, and so is what its dates say is. */
export function isLate(work: { readonly status: WorkStatus; readonly lateness: Lateness }): boolean {
  const { kind } = work.lateness;
  return work.status === 'late' || kind === 'late' || kind === 'should-have-started';
}

/** Neither the dates nor the person who follows it calls it late. */
export function isGoingToPlan(work: Dated, today: string): boolean {
  return !isLate({ status: work.status, lateness: lateness(work, today) });
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

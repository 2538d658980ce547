import { locksOn, openFollowUp, type WorkingDays } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { controllersOf } from '../../domain/plan-roles.ts';

/** A month that its reporters change no more, and what they can do instead. */
export interface MonthLocked {
  readonly code: 'LOCKED';
  readonly period: Month;
  /** The day in Sweden that it was locked. */
  readonly since: string;
  /** UPNs of those who can correct it. */
  readonly controllers: readonly string[];
  /** The follow-up that is open today. */
  readonly open: Month | undefined;
}

/** The lock on a month, when there is one on `today`. */
export function findLock(plan: Plan, period: Month, workingDays: WorkingDays, today: string): MonthLocked | undefined {
  const since = locksOn(plan, period, workingDays);
  if (since === undefined || since > today) return undefined;
  const open = openFollowUp(plan, workingDays, today)?.period;
  return { code: 'LOCKED', period, since, controllers: controllersOf(plan), open };
}

import { daysBetween, isDay } from './days.ts';

/** Longest absence, and how far ahead one can be said. Days. */
const LONGEST = 366;

export type AbsenceDoubt = 'NO_SUCH_DAY' | 'DAYS_REVERSED' | 'DAYS_PAST' | 'TOO_LONG' | 'TOO_FAR_AHEAD';

/** What is wrong with the days that somebody wants to be away, both included. Days in Sweden, `2026-11-09`. */
export function absenceDoubt(from: string, to: string, today: string): AbsenceDoubt | undefined {
  if (!isDay(from) || !isDay(to)) return 'NO_SUCH_DAY';
  if (to < from) return 'DAYS_REVERSED';
  if (to < today) return 'DAYS_PAST';
  if (daysBetween(from, to) >= LONGEST) return 'TOO_LONG';
  return daysBetween(today, from) > LONGEST ? 'TOO_FAR_AHEAD' : undefined;
}

import { isMonth, type Month } from './period.ts';

/** The one place that knows where the municipality's days begin and end. */
export const TIME_ZONE = 'Europe/Stockholm';

const DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short' });
const HOUR = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, hour: '2-digit', hourCycle: 'h23' });

/** The calendar date of an instant, `2026-11-05`, as people in Sweden see it. */
export function stockholmDate(instant: Date): string {
  return DATE.format(instant);
}

/** The hour of an instant, 0–23, on Swedish clocks. */
export function stockholmHour(instant: Date): number {
  return Number(HOUR.format(instant));
}

/** The calendar month of an instant, as people in Sweden see it. */
export function stockholmMonth(instant: Date): Month {
  const month = stockholmDate(instant).slice(0, 7);
  if (!isMonth(month)) throw new Error(`${month} is no month`);
  return month;
}

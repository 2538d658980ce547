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

const WALL = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: TIME_ZONE, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
});
const SUMMER = '+02:00';
const WINTER = '+01:00';

/**
 * The instant when Swedish clocks show a time, `08:30`. The hour that comes twice in October is taken the first time; one that
 * the clocks leap over in March is taken as an hour later.
 */
export function stockholmInstant(day: string, time: string): Date {
  const inSummer = new Date(`${day}T${time}:00${SUMMER}`);
  return wallTime(inSummer) === `${day}T${time}:00` ? inSummer : new Date(`${day}T${time}:00${WINTER}`);
}

/** An instant as Swedish clocks show it, with how far they are ahead of UTC: `2026-10-14T08:30:00+02:00`. */
export function stockholmTime(instant: Date): string {
  const wall = wallTime(instant);
  return new Date(`${wall}${SUMMER}`).getTime() === instant.getTime() ? `${wall}${SUMMER}` : `${wall}${WINTER}`;
}

function wallTime(instant: Date): string {
  return WALL.format(instant).replace(' ', 'T');
}

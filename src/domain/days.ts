const DAY_MS = 86_400_000;
/** The years that a plan can hold. */
const DAY = /^(?:199\d|20\d\d|2100)-\d{2}-\d{2}$/;

/** True for a day as it is stored, `2026-11-05`. 30 February is no day. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** Monday and Sunday of an ISO week, as days in Sweden; none when the year has no such week: some have 53, most have 52. */
export function isoWeek(year: number, week: number): { readonly from: string; readonly to: string } | undefined {
  if (week < 1) return undefined;
  // 4 January is always in the first week.
  const inFirst = `${String(year).padStart(4, '0')}-01-04`;
  const from = addDays(inFirst, 1 - weekdayOf(inFirst) + (week - 1) * 7);
  // A week belongs to the year that its Thursday lies in.
  return addDays(from, 3).startsWith(inFirst.slice(0, 4)) ? { from, to: addDays(from, 6) } : undefined;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/** Calendar days: at noon UTC none is 23 or 25 hours long. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** From one day to another; 0 when they are the same. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / DAY_MS;
}

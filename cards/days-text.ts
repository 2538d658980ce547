import { swedishDate } from '../src/words/swedish.ts';

/** Days from one to another, both included: `9–13 november 2026`, `28 november–3 december 2026`. */
export function daysText(from: string, to: string): string {
  const last = swedishDate(to);
  if (from === to) return last;
  const [day = '', month = '', year = ''] = swedishDate(from).split(' ');
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day}–${last}`;
  return from.slice(0, 4) === to.slice(0, 4) ? `${day} ${month}–${last}` : `${day} ${month} ${year} – ${last}`;
}

/** A day of the round under way, `13 november`: its year is known. */
export function shortDay(day: string): string {
  return swedishDate(day).replace(/ \d{4}$/u, '');
}

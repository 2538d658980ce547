import { swedishMonth } from './swedish.ts';

const SHORT_MONTHS = ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** A plan's period as people say it: a year as it is, a month by its name. */
export function periodText(period: string): string {
  return /^\d{4}-\d{2}$/.test(period) ? swedishMonth(period) : period;
}

/** The year so far where space is short: `jan–okt`; the card's title has the whole name with its year. */
export function shortInterval(month: string): string {
  const last = SHORT_MONTHS[Number(month.slice(5, 7)) - 1] ?? month;
  return last === 'jan' ? last : `jan–${last}`;
}

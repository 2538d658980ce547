import { swedishMonth } from './swedish.ts';

/** A plan's period as people say it: a year as it is, a month by its name. */
export function periodText(period: string): string {
  return /^\d{4}-\d{2}$/.test(period) ? swedishMonth(period) : period;
}

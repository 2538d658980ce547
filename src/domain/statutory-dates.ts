import { lastDayOf, type Month, nextMonth, yearOf } from './period.ts';
import type { FollowUp } from './plan.ts';
import type { StatutoryDate } from './report-content.ts';

/**
 * The last day that the law has for a report; none for a month's or a tertial's, which the municipality sets itself.
 * The interim report goes to council and auditors within two months of the period's end (KL 11:16): after August, 31 October.
 */
export function statutoryDate(kind: FollowUp['kind'], period: Month): StatutoryDate | undefined {
  if (kind === 'interim') return { rule: 'interim', lastDay: lastDayOf(nextMonth(nextMonth(period))) };
  if (kind === 'annual') return { rule: 'annual', lastDay: `${yearOf(period) + 1}-04-15` };
  return undefined;
}

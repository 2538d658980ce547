import type { Indicator } from './indicator.ts';
import { monthNumber, yearOf } from './period.ts';
import type { FollowUp } from './plan.ts';

type Occasion = Pick<FollowUp, 'period' | 'kind' | 'asks'>;

/**
 * Whether a follow-up asks for an indicator of such a frequency, by the plan's own calendar: what is measured once a year at
 * the annual report, or else at the year's last follow-up that asks for indicators, and by tertial at the year's reports.
 * A year without any report has its tertials by the month.
 */
export function isAskedIn(
  { frequency }: Pick<Indicator, 'frequency'>,
  { period, kind }: Pick<Occasion, 'period' | 'kind'>,
  followUps: readonly Occasion[],
): boolean {
  if (frequency !== 'year' && frequency !== 'tertial') return true;
  const asking = followUps.filter((one) => one.asks.includes('indicators') && yearOf(one.period) === yearOf(period));
  const reports = asking.filter((one) => one.kind !== 'month');
  if (frequency === 'tertial') return reports.length > 0 ? kind !== 'month' : monthNumber(period) % 4 === 0;

  const annual = asking.filter((one) => one.kind === 'annual');
  const months = (annual.length > 0 ? annual : asking).map((one) => one.period);
  return months.every((month) => month <= period) && (annual.length === 0 || kind === 'annual');
}

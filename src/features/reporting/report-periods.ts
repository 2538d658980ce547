import { followUpDates, openFollowUp } from '../../domain/follow-up.ts';
import type { FollowUp } from '../../domain/plan.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';

/** A report is signed, compiled and decided on months after it was opened; with the fourth after it, the first is history. */
const MOST_PERIODS = 3;

/** A report period, and whether it is the follow-up that is open now. */
export interface ReportPeriod extends FollowUp {
  readonly isOpen: boolean;
}

type PeriodPorts = Pick<Ports, 'plans' | 'workingDays' | 'clock'>;

/** Those that are still worked on, newest first. */
export async function recentReportPeriods(ports: PeriodPorts): Promise<readonly ReportPeriod[]> {
  return (await openedReportPeriods(ports)).slice(0, MOST_PERIODS);
}

/** The tertial, interim and annual follow-ups that have opened, newest first. The newest is meant when nobody says which. */
export async function openedReportPeriods({
  plans,
  workingDays,
  clock,
}: PeriodPorts): Promise<readonly ReportPeriod[]> {
  const plan = (await plans.current())?.plan;
  if (!plan) return [];
  const today = stockholmDate(clock.now());
  const open = openFollowUp(plan, workingDays, today);
  return plan.followUps
    .filter((one) => one.kind !== 'month' && followUpDates(one, workingDays).opensOn <= today)
    .toSorted((one, other) => other.period.localeCompare(one.period))
    .map((one) => ({ ...one, isOpen: one.period === open?.period }));
}

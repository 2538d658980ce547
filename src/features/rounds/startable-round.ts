import { type Month, nextMonth } from '../../domain/period.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import { nextRound, type RoundPorts } from './find-round.ts';

/** The next follow-up, when its month has ended: it can be opened ahead of the calendar. */
export async function startableRound({ plans, workingDays, clock }: RoundPorts): Promise<Month | undefined> {
  const plan = (await plans.current())?.plan;
  const today = stockholmDate(clock.now());
  const next = plan && nextRound(plan, workingDays, today)?.period;
  return next !== undefined && `${nextMonth(next)}-01` <= today ? next : undefined;
}

import { followUpDates } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import type { FollowUp } from '../../domain/plan.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { PlanInForce, Ports } from '../../ports.ts';

/** A follow-up that has opened, with the plan of its month. */
export interface Place {
  readonly inForce: PlanInForce;
  readonly followUp: FollowUp;
  readonly opensOn: string;
  readonly today: string;
}

export async function findPlace(
  { plans, workingDays, clock }: Pick<Ports, 'plans' | 'workingDays' | 'clock'>,
  period: Month,
): Promise<Result<Place, ReportProblem>> {
  const inForce = await plans.forMonth(period);
  if (!inForce) return refused({ code: 'NO_PLAN' });
  const followUp = inForce.plan.followUps.find((candidate) => candidate.period === period);
  if (!followUp) return refused({ code: 'NO_SUCH_PERIOD', period });

  const { opensOn } = followUpDates(followUp, workingDays);
  const today = stockholmDate(clock.now());
  if (today < opensOn) return refused({ code: 'NOT_OPEN_YET', period, opensOn });
  return done({ inForce, followUp, opensOn, today });
}

import { openFollowUp } from '../../domain/follow-up.ts';
import type { FollowUp } from '../../domain/plan.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { PlanInForce, Ports } from '../../ports.ts';

/** The follow-up that is open today, with the plan of its month; none before the first plan, or before the first has opened. */
export async function findOpenFollowUp({
  plans,
  workingDays,
  clock,
}: Pick<Ports, 'plans' | 'workingDays' | 'clock'>): Promise<
  (PlanInForce & { readonly followUp: FollowUp }) | undefined
> {
  const current = await plans.current();
  const followUp = current && openFollowUp(current.plan, workingDays, stockholmDate(clock.now()));
  const inForce = followUp && (await plans.forMonth(followUp.period));
  return inForce && { ...inForce, followUp };
}

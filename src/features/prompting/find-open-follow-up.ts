import { openFollowUp } from '../../domain/follow-up.ts';
import type { FollowUp, Plan } from '../../domain/plan.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';

/** The plan in force with the follow-up that is open today; none before the first plan, or before the first has opened. */
export async function findOpenFollowUp({
  plans,
  workingDays,
  clock,
}: Pick<Ports, 'plans' | 'workingDays' | 'clock'>): Promise<
  { readonly plan: Plan; readonly followUp: FollowUp } | undefined
> {
  const plan = (await plans.current())?.plan;
  const followUp = plan && openFollowUp(plan, workingDays, stockholmDate(clock.now()));
  return plan && followUp && { plan, followUp };
}

import { openFollowUp } from '../../domain/follow-up.ts';
import { isReporterOf, sameUpn } from '../../domain/plan.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';

/** Somebody who had blocked the app or taken it away has it again: what could not be sent is tried once more. */
export async function resumePrompts(
  { clock, plans, workingDays, deliveries }: Pick<Ports, 'clock' | 'plans' | 'workingDays' | 'deliveries'>,
  person: KnownPerson,
): Promise<boolean> {
  const inForce = await plans.current();
  const followUp = inForce && openFollowUp(inForce.plan, workingDays, stockholmDate(clock.now()));
  if (!inForce || !followUp) return false;

  let resumed = false;
  for (const { id } of inForce.plan.committees.filter(({ id }) => isReporterOf(inForce.plan, person.upn, id))) {
    for (const delivery of await deliveries.find(id, followUp.period, 'prompt')) {
      if (delivery.state !== 'refused' || !sameUpn(delivery.recipient, person.upn)) continue;
      resumed = (await deliveries.change(delivery, { state: 'ready' })) !== undefined || resumed;
    }
  }
  return resumed;
}

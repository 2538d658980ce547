import { isReporterOf, sameUpn } from '../../domain/plan.ts';
import type { Ports } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { findOpenFollowUp } from './find-open-follow-up.ts';

/** Somebody who had blocked the app or taken it away has it again: what could not be sent is tried once more. */
export async function resumePrompts(
  ports: Pick<Ports, 'clock' | 'plans' | 'workingDays' | 'deliveries'>,
  person: KnownPerson,
): Promise<boolean> {
  const open = await findOpenFollowUp(ports);
  if (!open) return false;
  const { plan, followUp } = open;
  const { deliveries } = ports;

  let resumed = false;
  for (const { id } of plan.committees.filter(({ id }) => isReporterOf(plan, person.upn, id))) {
    for (const delivery of await deliveries.find(id, followUp.period, 'prompt')) {
      if (delivery.state !== 'refused' || !sameUpn(delivery.recipient, person.upn)) continue;
      resumed = (await deliveries.change(delivery, { state: 'ready' })) !== undefined || resumed;
    }
  }
  return resumed;
}

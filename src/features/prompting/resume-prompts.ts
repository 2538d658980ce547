import { committeesThatReport } from '../../domain/follow-up.ts';
import { sameUpn } from '../../domain/plan.ts';
import type { Ports } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { findOpenFollowUp } from './find-open-follow-up.ts';

/** Somebody who had blocked the app or taken it away has it again: what could not be sent is tried once more. */
export async function resumePrompts(
  ports: Pick<Ports, 'clock' | 'plans' | 'workingDays' | 'deliveries'>,
  person: KnownPerson,
): Promise<void> {
  const open = await findOpenFollowUp(ports);
  if (!open) return;
  const { plan, followUp } = open;
  const { deliveries } = ports;
  const committees = committeesThatReport(plan, followUp.period);
  const ledgers = await Promise.all(committees.map(({ id }) => deliveries.ledger(id, followUp.period)));
  const refused = ledgers
    .flatMap((ledger) => ledger.deliveries)
    .filter(({ state, recipient }) => state === 'refused' && sameUpn(recipient, person.upn));
  await Promise.all(refused.map((delivery) => deliveries.change(delivery, { state: 'ready' })));
}

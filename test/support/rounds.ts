import { planRound } from '../../src/features/prompting/plan-round.ts';
import type { Delivery, DeliveryOrder } from '../../src/ports.ts';
import { deliverOrders } from './deliver-orders.ts';
import { aKnownPerson, type FakePorts, inMemoryPorts } from './fakes.ts';

/** A municipality whose whole roster has written to the bot. */
export async function everybodyKnown(...setting: Parameters<typeof inMemoryPorts>): Promise<FakePorts> {
  const ports = inMemoryPorts(...setting);
  const plan = (await ports.plans.current())?.plan;
  for (const upn of new Set(plan?.contacts.map((contact) => contact.upn.toLowerCase()))) await aKnownPerson(ports, upn);
  return ports;
}

/** A whole round in one process: planned, and carried out at once. */
export async function oneRound(ports: FakePorts): Promise<void> {
  await deliverOrders(ports, await planRound(ports));
}

/** What is ordered, a line for each thing: whom it is for, what it is, and of which committee. */
export function orderedIn(orders: readonly DeliveryOrder[]): string[] {
  return orders.flatMap(({ messages }) =>
    messages.flatMap(({ recipient, items }) =>
      items.map(
        ({ kind, variant, committeeId }) => `${recipient} ${kind}${variant ? `@${variant}` : ''} ${committeeId}`,
      ),
    ),
  );
}

/** Where each line of the ledger is. */
export function statesIn(ports: FakePorts): Delivery['state'][] {
  return ports.deliveries.rows.map(({ state }) => state);
}

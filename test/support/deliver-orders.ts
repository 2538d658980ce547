import { Deliverer } from '../../src/features/delivery/deliver-round.ts';
import type { DeliveryOrder, Ports } from '../../src/ports.ts';

/** Delivers orders by a process that does nothing else, and ends when everything in them has been tried or left. */
export function deliverOrders(ports: Ports, orders: readonly DeliveryOrder[]): ReturnType<Deliverer['deliver']> {
  return new Deliverer(ports).deliver(orders);
}

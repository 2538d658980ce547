import type { Claimed, DeliveryStore } from '../../src/ports.ts';

/**
 * A store whose claims are not written down: nobody knows what another is sending, or was sending when it died. Shows what the
 * claim is good for.
 */
export function withoutClaims(store: DeliveryStore): DeliveryStore {
  return {
    ensure: (key) => store.ensure(key),
    ensureAll: (keys) => store.ensureAll(keys),
    ledger: (committeeId, period) => store.ledger(committeeId, period),
    find: (committeeId, period, kind) => store.find(committeeId, period, kind),
    change: (delivery, change) => store.change(delivery, change),
    record: (rows) => store.record(rows),
    claim: async ({ owedMark = '' }, rows): Promise<Claimed> => ({
      deliveries: rows.map(({ delivery, change }) => ({ ...delivery, ...change })),
      owedMark,
    }),
  };
}

import type { RoundLine } from '../../domain/round-overview.ts';
import type { Delivery } from '../../ports.ts';

const VARIANT = /^(?:r(?<rehearsal>\d+))?:?(?<step>.+)?$/;

type PersonalDelivery = Delivery & { readonly kind: RoundLine['kind'] };

/** What goes to people; the summary in the channel looks after itself. */
export function isPersonal(delivery: Delivery): delivery is PersonalDelivery {
  return delivery.kind !== 'summary';
}

/** A row of the ledger as a controller sees it. */
export function lineOf(delivery: PersonalDelivery, now: Date): RoundLine {
  const { committeeId, recipient, kind, state, reason, attempts, claimedAt, notBefore, replaces = false } = delivery;
  const { rehearsal, step } = VARIANT.exec(delivery.variant ?? '')?.groups ?? {};
  return {
    ...{ committeeId, recipient, kind, state, replaces },
    ...(step && { step }),
    ...(rehearsal && { rehearsal: Number(rehearsal) }),
    // What went well, or is to be tried from the beginning, shows no reason from before.
    ...(reason && state !== 'sent' && !(state === 'ready' && attempts === 0) && { reason }),
    ...(claimedAt && { at: claimedAt }),
    ...(notBefore && state === 'ready' && notBefore > now && { notBefore }),
  };
}

/** In the order that it happened; what has not been tried comes last. */
export function inOrder(lines: readonly RoundLine[]): readonly RoundLine[] {
  const time = ({ at }: RoundLine): number => at?.getTime() ?? Number.POSITIVE_INFINITY;
  return lines.toSorted((one, other) => (time(one) < time(other) ? -1 : time(one) > time(other) ? 1 : 0));
}

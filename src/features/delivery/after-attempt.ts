import type { Delivery, DeliveryChange, Ports, SendOutcome } from '../../ports.ts';
import { shownIn } from './shown-in.ts';

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 30 * 60_000;

/** How long what did not arrive waits, in milliseconds: as Teams says, or twice as long each time. `attempts`: with this one. */
export function pauseAfter({ retryAfterMs }: { readonly retryAfterMs?: number }, attempts: number): number {
  return retryAfterMs ?? Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}

/** What an attempt makes of a claimed line. */
export function changeAfter(claimed: Delivery, outcome: SendOutcome, now: Date): DeliveryChange {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', activityIds: shownIn(claimed, outcome.activityId) };
    case 'refused':
      return { state: 'refused', reason: outcome.reason };
    case 'waiting': {
      const notBefore = new Date(now.getTime() + pauseAfter(outcome, claimed.attempts));
      return { state: 'ready', reason: outcome.reason, notBefore };
    }
    case 'ambiguous':
      return { state: 'ambiguous', reason: outcome.reason };
  }
}

export function logAttempt({ log }: Pick<Ports, 'log'>, delivery: Delivery, outcome: SendOutcome): void {
  const facts = {
    event: 'delivery',
    kind: delivery.kind,
    committee: delivery.committeeId,
    period: delivery.period,
    outcome: outcome.kind,
    ...('reason' in outcome ? { reason: outcome.reason } : {}),
  };
  if (outcome.kind === 'sent') log.info(facts, 'message sent');
  else log.warn(facts, 'message not sent');
}

/** A claim that has outlived its time is ambiguous: its owner is gone, and the message may have arrived. */
export async function settleExpiredClaim(
  { deliveries, clock, log, claimSeconds }: Pick<Ports, 'deliveries' | 'clock' | 'log' | 'claimSeconds'>,
  delivery: Delivery,
): Promise<Delivery> {
  if (delivery.state !== 'sending') return delivery;
  const age = clock.now().getTime() - (delivery.claimedAt?.getTime() ?? 0);
  if (Math.abs(age) < claimSeconds * 1000) return delivery;

  const settled = await deliveries.change(delivery, { state: 'ambiguous', reason: 'CLAIM_EXPIRED' });
  if (settled)
    log.warn(
      { event: 'delivery', kind: delivery.kind, committee: delivery.committeeId, outcome: 'ambiguous' },
      'claim expired',
    );
  return settled ?? delivery;
}

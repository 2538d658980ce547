import type { Delivery, KnownConversation, Notice, Ports, SendOutcome } from '../../ports.ts';
import { shownIn } from './shown-in.ts';

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 30 * 60_000;

type SendPorts = Pick<Ports, 'deliveries' | 'messenger' | 'clock' | 'log' | 'instance' | 'checkpoint'>;

/**
 * Sends one message at most once: claims the row, sends with exactly one attempt, records what became of it. A crash or a
 * lost answer in between leaves a claim that time makes ambiguous; it is never blindly repeated.
 * Answers the row as it stands afterwards, or none when somebody else has it.
 */
export async function sendOnce(
  ports: SendPorts,
  delivery: Delivery,
  conversation: KnownConversation,
  notice: Notice,
  shown?: string,
): Promise<Delivery | undefined> {
  const now = ports.clock.now();
  const claimed = await ports.deliveries.change(delivery, {
    state: 'sending',
    owner: ports.instance,
    claimedAt: now,
    attempts: delivery.attempts + 1,
    conversationId: conversation.id,
    ...(shown === undefined ? {} : { shown }),
  });
  if (!claimed) return undefined;
  if (delivery.kind === 'summary') ports.checkpoint('S8');

  const outcome = await ports.messenger.send(conversation, notice);
  logOutcome(ports, claimed, outcome);
  return ports.deliveries.change(claimed, recordOf(claimed, outcome, ports.clock.now()));
}

function recordOf(claimed: Delivery, outcome: SendOutcome, now: Date): Partial<Delivery> {
  switch (outcome.kind) {
    case 'sent':
      return {
        state: 'sent',
        activityIds: shownIn(claimed, outcome.activityId),
      };
    case 'refused':
      return { state: 'refused', reason: outcome.reason };
    case 'waiting': {
      const pause = outcome.retryAfterMs ?? Math.min(FIRST_PAUSE_MS * 2 ** (claimed.attempts - 1), LONGEST_PAUSE_MS);
      return { state: 'ready', reason: outcome.reason, notBefore: new Date(now.getTime() + pause) };
    }
    case 'ambiguous':
      return { state: 'ambiguous', reason: outcome.reason };
  }
}

function logOutcome({ log }: SendPorts, delivery: Delivery, outcome: SendOutcome): void {
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

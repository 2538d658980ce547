import type { Delivery, KnownConversation, Notice } from '../../ports.ts';
import { settleExpiredClaim } from './after-attempt.ts';
import { sendOrInNew } from './send-in-new.ts';
import { afterUpdate, updateMessage } from './update-message.ts';

/** While another process brings a card up to date, this one waits that long before it takes over. */
const UPDATE_CLAIM_MS = 15_000;

type KeepPorts = Parameters<typeof sendOrInNew>[0] & Parameters<typeof settleExpiredClaim>[0];

/** A card that stands in one place and is changed there when there is something new to show. */
export interface KeptCard<Facts> {
  readonly conversation: KnownConversation;
  /** What it shows now. Asked for after the claim, so that an older picture never replaces a newer one. */
  readonly read: () => Promise<Facts>;
  /** `replaces`: an earlier message of unknown fate may show the same thing. */
  readonly noticeOf: (facts: Facts, replaces: boolean) => Notice;
  /** The same for facts that look the same. */
  readonly fingerprintOf: (facts: Facts) => string;
  /** False while a new message should not go out; one that is there is changed all the same. */
  readonly mayPost: boolean;
  /** It stands there as these facts have it; said more than once of the same. */
  readonly onShown?: (facts: Facts) => Promise<void>;
}

/**
 * Posts a card once, and then changes it in place. `later`: it could not be done now and has to be tried again.
 * `row`: as it was read before the facts were.
 */
export async function keepCard<Facts>(
  ports: KeepPorts,
  row: Delivery,
  card: KeptCard<Facts>,
  facts: Facts,
): Promise<'done' | 'later'> {
  const delivery = await settleExpiredClaim(ports, row);
  const shown = card.fingerprintOf(facts);
  if (delivery.state === 'sending') return 'later';
  if (delivery.notBefore && delivery.notBefore > ports.clock.now()) return 'later';
  if (delivery.shown === shown && delivery.state !== 'ready') {
    // A process that was killed after sending has not got so far.
    if (delivery.state === 'sent') await card.onShown?.(facts);
    return 'done';
  }

  const [activityId] = delivery.activityIds.slice(-1);
  if (delivery.state === 'sent' && activityId) return update(ports, delivery, activityId, card);
  return card.mayPost ? post(ports, delivery, card, facts) : 'done';
}

async function post<Facts>(
  ports: KeepPorts,
  delivery: Delivery,
  card: KeptCard<Facts>,
  facts: Facts,
): Promise<'done' | 'later'> {
  // Something new after a post of unknown fate is a new message, and says that it stands in for the earlier one.
  const replaces = delivery.state !== 'ready' && delivery.state !== 'refused';
  const notice = card.noticeOf(facts, replaces);
  const sent = await sendOrInNew(ports, delivery, card.conversation, notice, card.fingerprintOf(facts));
  if (sent?.state === 'sent') await card.onShown?.(facts);
  return sent && sent.state !== 'ready' ? 'done' : 'later';
}

/** Claims first and reads after. */
async function update<Facts>(
  ports: KeepPorts,
  delivery: Delivery,
  activityId: string,
  card: KeptCard<Facts>,
): Promise<'done' | 'later'> {
  const now = ports.clock.now();
  const busy =
    delivery.owner !== ports.instance &&
    Math.abs(now.getTime() - (delivery.claimedAt?.getTime() ?? 0)) < UPDATE_CLAIM_MS;
  if (busy) return 'later';
  const claimed = await ports.deliveries.change(delivery, { owner: ports.instance, claimedAt: now });
  if (!claimed) return 'later';

  const facts = await card.read();
  const outcome = await updateMessage(ports, card.conversation, activityId, card.noticeOf(facts, false));
  const updated = await afterUpdate(ports, claimed, outcome);
  if (updated === 'later' || updated === 'failed') return 'later';
  if (updated === 'done') {
    await card.onShown?.(facts);
    return (await ports.deliveries.change(claimed, { shown: card.fingerprintOf(facts) })) ? 'done' : 'later';
  }
  // Somebody took the card away: it is posted anew.
  const reset = await ports.deliveries.change(claimed, { state: 'ready', activityIds: [] });
  return reset && card.mayPost ? post(ports, reset, card, facts) : 'later';
}

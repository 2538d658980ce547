import type { Delivery, KnownConversation, Notice, Ports } from '../../ports.ts';
import { changeAfter, logAttempt } from './after-attempt.ts';
import { heed } from './heed.ts';

type SendPorts = Pick<
  Ports,
  'deliveries' | 'messenger' | 'limits' | 'clock' | 'log' | 'instance' | 'checkpoint' | 'crew'
>;

/** What can't have room within this time is sent a later time: others wait for it to end. */
const LONGEST_WAIT_MS = 30_000;

/**
 * Sends one message that nothing is owed for at most once: claims the row, sends with exactly one attempt, records what became of
 * it. A crash or a lost answer in between leaves a claim that time makes ambiguous; it is never blindly repeated.
 * Answers the row as it stands afterwards, or none when somebody else has it or there is no room for it now.
 */
export async function sendOnce(
  ports: SendPorts,
  delivery: Delivery,
  conversation: KnownConversation,
  notice: Notice,
  shown?: string,
): Promise<Delivery | undefined> {
  const release = await ports.limits.take(conversation.id, LONGEST_WAIT_MS);
  if (!release) return undefined;
  try {
    const claimed = await ports.deliveries.change(delivery, {
      state: 'sending',
      owner: ports.instance,
      claimedAt: ports.clock.now(),
      attempts: delivery.attempts + 1,
      conversationId: conversation.id,
      ...(shown === undefined ? {} : { shown }),
    });
    if (!claimed) return undefined;
    if (delivery.kind === 'summary') ports.checkpoint('S8');

    const outcome = await ports.messenger.send(conversation, notice);
    logAttempt(ports, claimed, outcome);
    const changed = await ports.deliveries.change(claimed, changeAfter(claimed, outcome, ports.clock.now()));
    await heed(ports, conversation.id, outcome, claimed.attempts);
    return changed;
  } finally {
    release();
  }
}

import type { Delivery, KnownConversation, Notice, Ports } from '../../ports.ts';
import { changeAfter, logAttempt } from './after-attempt.ts';
import { heed } from './heed.ts';

type SendPorts = Pick<
  Ports,
  'deliveries' | 'messenger' | 'limits' | 'clock' | 'log' | 'instance' | 'checkpoint' | 'crew'
>;

/**
 * Sends one message that nothing is owed for at most once: claims the row, sends with exactly one attempt, records what became of
 * it. A crash or a lost answer in between leaves a claim that time makes ambiguous; it is never blindly repeated.
 * Answers the row as it stands afterwards, or none when somebody else has it.
 */
export async function sendOnce(
  ports: SendPorts,
  delivery: Delivery,
  conversation: KnownConversation,
  notice: Notice,
  shown?: string,
): Promise<Delivery | undefined> {
  const release = await ports.limits.take(conversation.id);
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
    await heed(ports, conversation.id, outcome, claimed.attempts);
    return ports.deliveries.change(claimed, changeAfter(claimed, outcome, ports.clock.now()));
  } finally {
    release?.();
  }
}

import type { Delivery, KnownConversation, Notice, Ports } from '../../ports.ts';
import { sendOnce } from './send-once.ts';

type SendPorts = Parameters<typeof sendOnce>[0] & Pick<Ports, 'conversations'>;

/**
 * Sends one message at most once, as `sendOnce`. A person's conversation that Teams says is gone, so that nothing has arrived, is made
 * anew from the Entra object id, and the message goes there.
 */
export async function sendOrInNew(
  ports: SendPorts,
  delivery: Delivery,
  conversation: KnownConversation,
  notice: Notice,
  shown?: string,
): Promise<Delivery | undefined> {
  const sent = await sendOnce(ports, delivery, conversation, notice, shown);
  const isGone = sent?.state === 'refused' && sent.reason === 'CONVERSATION_GONE';
  if (!sent || !isGone || conversation.kind !== 'personal') return sent;

  const opened = await ports.messenger.openConversation(conversation.key);
  if (!('reference' in opened)) return sent;
  const anew: KnownConversation = { ...opened, kind: 'personal', key: conversation.key };
  await ports.conversations.remember(anew);
  const ready = await ports.deliveries.change(sent, { state: 'ready' });
  return ready && sendOnce(ports, ready, anew, notice, shown);
}

import { TableClient } from '@azure/data-tables';
import type { KnownConversation, Messenger, Notice } from '../../src/ports.ts';

/**
 * A round as a plain loop does it, one person after the other: read who it is, write that it is being sent, send, write that it
 * was sent. Seconds.
 */
export async function sendOneByOne(
  storage: string,
  messenger: Messenger,
  messages: readonly { readonly conversation: KnownConversation; readonly notice: Notice }[],
  round: string,
): Promise<number> {
  const table = TableClient.fromConnectionString(storage, 'Sequential', {
    retryOptions: { maxRetries: 0 },
    allowInsecureConnection: true,
  });
  await table.createTable();
  for (const { conversation } of messages) {
    await table.createEntity({ partitionKey: round, rowKey: conversation.key, state: 'ready', id: conversation.id });
  }
  const started = performance.now();
  for (const { conversation, notice } of messages) {
    const row = await table.getEntity<{ state: string; id: string }>(round, conversation.key);
    const key = { partitionKey: round, rowKey: conversation.key };
    const claimed = await table.updateEntity({ ...key, state: 'sending' }, 'Merge', { etag: row.etag });
    const outcome = await messenger.send(conversation, notice);
    if (outcome.kind !== 'sent') throw new Error(`Not sent: ${outcome.reason}`);
    await table.updateEntity({ ...key, state: 'sent' }, 'Merge', { etag: claimed.etag ?? '' });
  }
  return (performance.now() - started) / 1000;
}

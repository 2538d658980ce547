import { z } from 'zod';
import type { ConversationStore, KnownConversation } from '../ports.ts';
import { keyPart } from './keys.ts';
import { odata, type StoredRow, type Table } from './storage.ts';

/** The events of one installation come within seconds of each other. A removal is not always told. */
const WELCOME_PAUSE_MS = 60_000;
const REMEMBERED = 5_000;

const Reference = z.record(z.string(), z.unknown());

const ConversationRow = z.object({
  id: z.string(),
  key: z.string(),
  reference: z.string().transform((text) => Reference.parse(JSON.parse(text))),
  welcomedAt: z.iso.datetime().exactOptional(),
});

/**
 * The table `Conversations`: where people and channels can be reached.
 *   PartitionKey  personal | channel
 *   RowKey        <Entra object id> | <team name|channel name in lower case>
 * Personal and channel rows never mix: a mention in a channel can't redirect somebody's prompts.
 */
export class ConversationRows implements ConversationStore {
  readonly #table: Table;
  /** What this process knows to be stored, so that the same reference again costs nothing. */
  readonly #stored = new Map<string, string>();

  constructor(table: Table) {
    this.#table = table;
  }

  async find(kind: KnownConversation['kind'], key: string): Promise<KnownConversation | undefined> {
    const row = await this.#table.find(kind, keyPart(key));
    return row && read(kind, row);
  }

  /** A row that can't be read is left out: it must not stop everybody else's messages. */
  async listPersonal(): Promise<ReadonlyMap<string, KnownConversation>> {
    const rows = await this.#table.list(odata`PartitionKey eq 'personal'`);
    return new Map(rows.flatMap(readOrNone).map((conversation) => [conversation.key, conversation]));
  }

  async remember(conversation: KnownConversation): Promise<'kept' | 'taken'> {
    const { kind, key, id } = conversation;
    const reference = JSON.stringify(conversation.reference);
    const place = `${kind}|${key}`;
    if (this.#stored.get(place) === reference) return 'kept';

    const found = await this.#table.find(kind, keyPart(key));
    const row = { partitionKey: kind, rowKey: keyPart(key), id, key, reference };
    if (!found) {
      if ((await this.#table.create(row)) === 'exists') return this.remember(conversation);
    } else if (kind === 'channel' && found.id !== id) {
      return 'taken';
    } else if (found.reference !== reference) {
      // The welcome's time stays. Somebody else's newer reference wins; the next activity brings ours again.
      const kept = { ...row, ...(found.welcomedAt ? { welcomedAt: found.welcomedAt } : {}) };
      if ((await this.#table.replace(kept, found.etag)) === undefined) return 'kept';
    }
    if (this.#stored.size >= REMEMBERED) this.#stored.clear();
    this.#stored.set(place, reference);
    return 'kept';
  }

  async forgetChannel(key: string): Promise<void> {
    this.#stored.delete(`channel|${key}`);
    await this.#table.remove('channel', keyPart(key));
  }

  async claimWelcome(kind: KnownConversation['kind'], key: string, now: Date): Promise<boolean> {
    const row = await this.#table.find(kind, keyPart(key));
    if (!row) return false;
    const { welcomedAt } = read(kind, row);
    if (welcomedAt && now.getTime() - welcomedAt.getTime() < WELCOME_PAUSE_MS) return false;
    return (
      (await this.#table.replace({ ...columnsOf(kind, row), welcomedAt: now.toISOString() }, row.etag)) !== undefined
    );
  }

  async forgetWelcome(kind: KnownConversation['kind'], key: string): Promise<void> {
    const row = await this.#table.find(kind, keyPart(key));
    if (row) await this.#table.replace(columnsOf(kind, row), row.etag);
  }
}

function columnsOf(
  kind: KnownConversation['kind'],
  row: StoredRow,
): { partitionKey: string; rowKey: string } & Record<string, unknown> {
  const { id, key } = read(kind, row);
  return { partitionKey: kind, rowKey: keyPart(key), id, key, reference: row.reference };
}

function read(kind: KnownConversation['kind'], row: StoredRow): KnownConversation {
  const { welcomedAt, ...rest } = ConversationRow.parse(row);
  return { ...rest, kind, ...(welcomedAt ? { welcomedAt: new Date(welcomedAt) } : {}) };
}

function readOrNone(row: StoredRow): readonly KnownConversation[] {
  try {
    return [read('personal', row)];
  } catch {
    return [];
  }
}

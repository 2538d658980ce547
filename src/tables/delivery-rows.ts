import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { Delivery, DeliveryChange, DeliveryStore, NewId } from '../ports.ts';
import { key } from './keys.ts';
import { periodPartition, rowsOfKind } from './period-table.ts';
import { StorageUnreachable, type StoredRow, type Table } from './storage.ts';

const Instant = z.iso.datetime().transform((text) => new Date(text));
const ActivityIds = z.array(z.string());

const DeliveryRow = z.object({
  committeeId: z.string(),
  period: z.string().refine(isMonth),
  recipient: z.string(),
  kind: z.enum(['prompt', 'summary']),
  id: z.string(),
  state: z.enum(['ready', 'sending', 'sent', 'refused', 'ambiguous']),
  owner: z.string().exactOptional(),
  claimedAt: Instant.exactOptional(),
  notBefore: Instant.exactOptional(),
  attempts: z.int(),
  reason: z.string().exactOptional(),
  conversationId: z.string().exactOptional(),
  activityIds: z.string().transform((text) => ActivityIds.parse(JSON.parse(text))),
  shown: z.string().exactOptional(),
});

/**
 * Rows `delivery|kind|recipient` of the table `Periods`. The key is made of what is sent to whom, so that a job that runs
 * twice, or in two places, finds the same row; every change demands the ETag.
 */
export class DeliveryRows implements DeliveryStore {
  readonly #table: Table;
  readonly #newId: NewId;

  constructor(table: Table, newId: NewId) {
    this.#table = table;
    this.#newId = newId;
  }

  async ensure(wanted: Pick<Delivery, 'committeeId' | 'period' | 'recipient' | 'kind'>): Promise<Delivery> {
    const partitionKey = periodPartition(wanted.committeeId, wanted.period);
    const rowKey = rowKeyOf(wanted);
    const found = await this.#table.find(partitionKey, rowKey);
    if (found) return read(found);

    const fresh = { ...wanted, id: this.#newId(), state: 'ready', attempts: 0, activityIds: '[]' };
    await this.#table.create({ partitionKey, rowKey, ...fresh });
    const created = await this.#table.find(partitionKey, rowKey);
    if (!created) throw new Error('A delivery row vanished after it was created');
    return read(created);
  }

  async find(committeeId: string, period: Month, kind: Delivery['kind']): Promise<Delivery[]> {
    const rows = await this.#table.list(rowsOfKind(periodPartition(committeeId, period), key('delivery', kind)));
    return rows.map(read);
  }

  async change(delivery: Delivery, change: DeliveryChange): Promise<Delivery | undefined> {
    const { etag, ...changed } = { ...delivery, ...change };
    const { claimedAt, notBefore, activityIds, ...plain } = changed;
    const row = {
      partitionKey: periodPartition(delivery.committeeId, delivery.period),
      rowKey: rowKeyOf(delivery),
      ...plain,
      ...(claimedAt ? { claimedAt: claimedAt.toISOString() } : {}),
      ...(notBefore ? { notBefore: notBefore.toISOString() } : {}),
      activityIds: JSON.stringify(activityIds),
    };
    const written = await this.#replace(row, etag);
    return written === undefined ? undefined : { ...changed, etag: written };
  }

  /** When the answer to the call is lost, the row is read back: our own columns in it mean that the change was made. */
  async #replace(row: WrittenRow, etag: string): Promise<string | undefined> {
    try {
      return await this.#table.replace(row, etag);
    } catch (error) {
      if (!(error instanceof StorageUnreachable)) throw error;
      const now = await this.#table.find(row.partitionKey, row.rowKey);
      if (now && now.etag !== etag && Object.entries(row).every(([name, value]) => now[name] === value))
        return now.etag;
      throw error;
    }
  }
}

type WrittenRow = { readonly partitionKey: string; readonly rowKey: string } & Record<string, unknown>;

function rowKeyOf({ kind, recipient }: Pick<Delivery, 'kind' | 'recipient'>): string {
  return key('delivery', kind, recipient.toLowerCase());
}

function read(row: StoredRow): Delivery {
  const parsed = DeliveryRow.parse(row);
  return { ...parsed, period: parsed.period as Month, etag: row.etag };
}

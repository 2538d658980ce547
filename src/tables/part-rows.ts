import type { TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import type { CommitteePart } from '../domain/committee-part.ts';
import type { HandedInPart, PartStore } from '../ports.ts';
import { key } from './keys.ts';
import { revisionKey, rowsOfKind } from './period-table.ts';
import { StorageUnreachable, type StoredRow, type Table } from './storage.ts';
import { findLongText, putLongText } from './text-parts.ts';

/** Version of the columns below; a later version brings a function that lifts rows of this one. */
const SCHEMA = 1;

const AdoptionJson = z.object({
  date: z.string(),
  paragraph: z.string(),
  by: z.string(),
  at: z.iso.datetime().transform((text) => new Date(text)),
});
const PartRow = z.object({
  schema: z.literal(SCHEMA),
  revision: z.int(),
  id: z.string(),
  parts: z.int(),
  handedInBy: z.string(),
  handedInAt: z.iso.datetime().transform((text) => new Date(text)),
  basedOn: z.int().exactOptional(),
  adopted: z
    .string()
    .transform((text) => AdoptionJson.parse(JSON.parse(text)))
    .exactOptional(),
});

/**
 * What the committees have worked out themselves, in the table `Plans`.
 *   PartitionKey  part|2026-2029   RowKey  current|BUN      what the committee handed in last, and whether it is adopted
 *                                          log|BUN|000001   every change of that, the same columns; never changed
 *   PartitionKey  handed-in|<id>   RowKey  part|0000 …      its content, as JSON
 * The content is written first: a part that is found is whole.
 */
export class PartRows implements PartStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(planId: string, committeeId: string): Promise<HandedInPart | undefined> {
    const row = await this.#table.find(key('part', planId), key('current', committeeId));
    return row && this.#read(row);
  }

  async list(planId: string): Promise<readonly HandedInPart[]> {
    const rows = await this.#table.list(rowsOfKind(key('part', planId), 'current'));
    return Promise.all(rows.map((row) => this.#read(row)));
  }

  async save(handedIn: Omit<HandedInPart, 'etag'>, etag?: string): Promise<'saved' | 'conflict'> {
    const { id, part, handedInBy, handedInAt, basedOn, adopted } = handedIn;
    const [partitionKey, rowKey] = [key('part', part.planId), key('current', part.committee)];
    const previous = await this.#table.find(partitionKey, rowKey);
    if (previous?.etag !== etag) return 'conflict';

    const row = {
      ...{ partitionKey, rowKey, schema: SCHEMA, id },
      revision: (previous ? PartRow.parse(previous).revision : 0) + 1,
      parts: await putLongText(this.#table, contentPartition(id), JSON.stringify(part)),
      ...{ handedInBy, handedInAt: handedInAt.toISOString() },
      ...(basedOn === undefined ? {} : { basedOn }),
      ...(adopted ? { adopted: JSON.stringify(adopted) } : {}),
    };
    const log = { ...row, rowKey: key('log', part.committee, revisionKey(row.revision)) };
    return this.#commit(previous ? ['update', row, 'Replace', { etag: previous.etag }] : ['create', row], log);
  }

  /** When the answer to the call is lost, the history row is read back: our own columns in it are success. */
  async #commit(current: TransactionAction, log: Parameters<Table['create']>[0]): Promise<'saved' | 'conflict'> {
    try {
      return (await this.#table.transact([current, ['create', log]])) === 'conflict' ? 'conflict' : 'saved';
    } catch (error) {
      if (!(error instanceof StorageUnreachable)) throw error;
      const written = await this.#table.find(log.partitionKey, log.rowKey);
      if (written?.id === log.id && written?.adopted === log.adopted) return 'saved';
      throw error;
    }
  }

  async #read(row: StoredRow): Promise<HandedInPart> {
    const { schema: _, revision: __, parts, ...columns } = PartRow.parse(row);
    const text = await findLongText(this.#table, contentPartition(columns.id), parts);
    if (text === undefined) throw new Error(`The part ${columns.id} has no content`);
    // Written here after it was checked: it isn't judged a second time.
    return { ...columns, part: JSON.parse(text) as CommitteePart, etag: row.etag };
  }
}

function contentPartition(id: string): string {
  return key('handed-in', id);
}

import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { Upload, UploadStore } from '../ports.ts';
import { key, keysUnder } from './keys.ts';
import { odata, type StoredRow, type Table } from './storage.ts';
import { findLongText, putLongText } from './text-parts.ts';

/** Version of the columns below; a later version brings a function that lifts rows of this one. */
const SCHEMA = 1;
const ROW = 'upload';
/** How long an upload is kept after it came. Its card says that it is too old long before. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

const Months = z.array(z.string().refine(isMonth));
const UploadRow = z.object({
  schema: z.literal(SCHEMA),
  id: z.string(),
  oid: z.string(),
  conversationId: z.string(),
  fileName: z.string(),
  parts: z.int(),
  basedOn: z.int(),
  choices: z.string().transform((text) => Months.parse(JSON.parse(text)) as Month[]),
  receivedAt: z.iso.datetime().transform((text) => new Date(text)),
  state: z.enum(['waiting', 'done', 'cancelled']),
});

/** All of an upload but its content, which lies in so many parts beside it. */
type UploadHead = Omit<Upload, 'content'> & { readonly parts: number };

/**
 * Files that wait for their sender's confirmation, in the table `Plans`.
 *   PartitionKey  upload|<id>      RowKey  upload         whose it is, and what it was compared with
 *                                          part|0000 …    what was read from the file, as JSON; never the file itself
 * The parts are written first: an upload that is found is whole. Those that are a week old are removed when another comes.
 */
export class UploadRows implements UploadStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async save({ content, ...upload }: Upload): Promise<void> {
    await this.#removeOld(new Date(upload.receivedAt.getTime() - KEPT_MS));
    const parts = await putLongText(this.#table, partitionOf(upload.id), JSON.stringify(content));
    await this.#table.create(headRow({ ...upload, parts }));
  }

  async find(id: string): Promise<Upload | undefined> {
    const row = await this.#table.find(partitionOf(id), ROW);
    if (!row) return undefined;
    const { parts, ...upload } = readHead(row);
    const text = await findLongText(this.#table, partitionOf(id), parts);
    if (text === undefined) return undefined;
    // Written here from what the reader of files had checked: it isn't judged a second time.
    return { ...upload, content: JSON.parse(text) as Upload['content'] };
  }

  async end(id: string, state: 'done' | 'cancelled'): Promise<boolean> {
    const row = await this.#table.find(partitionOf(id), ROW);
    if (row?.state !== 'waiting') return false;
    return (await this.#table.replace(headRow({ ...readHead(row), state }), row.etag)) !== undefined;
  }

  async #removeOld(before: Date): Promise<void> {
    const { from, to } = keysUnder(ROW);
    const old = await this.#table.list(
      odata`PartitionKey ge ${from} and PartitionKey lt ${to} and RowKey eq ${ROW} and receivedAt lt ${before.toISOString()}`,
    );
    for (const { partitionKey = '' } of old) {
      const rows = await this.#table.list(odata`PartitionKey eq ${partitionKey}`);
      await this.#table.removeAll(
        partitionKey,
        rows.map(({ rowKey = '' }) => rowKey),
      );
    }
  }
}

function partitionOf(id: string): string {
  return key(ROW, id);
}

function headRow({ choices, receivedAt, ...columns }: UploadHead): Parameters<Table['create']>[0] {
  return {
    partitionKey: partitionOf(columns.id),
    rowKey: ROW,
    schema: SCHEMA,
    ...columns,
    choices: JSON.stringify(choices),
    receivedAt: receivedAt.toISOString(),
  };
}

function readHead(row: StoredRow): UploadHead {
  const { schema: _, ...head } = UploadRow.parse(row);
  return head;
}

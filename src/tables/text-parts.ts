import type { TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import { key, keysUnder } from './keys.ts';
import { odata, type Table } from './storage.ts';

const PART_LENGTH = 30_000;
/** As many parts as a transaction of 4 MiB holds, whatever the signs: on the way one takes up to six bytes. */
const PARTS_TOGETHER = 20;
const PartRow = z.object({ text: z.string() });

/** Writes a text of any length as the rows `part|0000` … of a partition, over any that are there; answers how many. */
export async function putLongText(table: Table, partitionKey: string, text: string): Promise<number> {
  const parts = splitText(text);
  const actions = parts.map((part, index): TransactionAction => {
    const row = { partitionKey, rowKey: key('part', String(index).padStart(4, '0')), text: part };
    return ['upsert', row, 'Replace'];
  });
  for (let at = 0; at < actions.length; at += PARTS_TOGETHER) {
    await table.transact(actions.slice(at, at + PARTS_TOGETHER));
  }
  return parts.length;
}

/** The text whole, or none when a part of it is missing. */
export async function findLongText(table: Table, partitionKey: string, parts: number): Promise<string | undefined> {
  const { from, to } = keysUnder('part');
  const rows = await table.list(odata`PartitionKey eq ${partitionKey} and RowKey ge ${from} and RowKey lt ${to}`);
  if (rows.length < parts) return undefined;
  return rows
    .slice(0, parts)
    .map((row) => PartRow.parse(row).text)
    .join('');
}

function splitText(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + PART_LENGTH;
    // A pair of surrogates stays together: half a sign can't be stored.
    const length = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? PART_LENGTH - 1 : PART_LENGTH;
    parts.push(text.slice(at, at + length));
    at += length;
  }
  return parts;
}

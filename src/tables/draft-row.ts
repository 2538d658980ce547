import { z } from 'zod';
import type { Month } from '../domain/period.ts';
import type { Draft } from '../ports.ts';
import { key } from './keys.ts';
import { longText, longTextColumns, readLongText } from './long-text.ts';
import { periodPartition } from './period-table.ts';
import type { StoredRow, Table } from './storage.ts';

const SCHEMA = 1;
/** More than any field takes: the rest of a longer text is left out, and what is left is still seen to be too long. */
const LONGEST_TEXT = 10_000;
/** UTF-16 units as JSON, of the 512 Ki that a row holds: a report with forty motivations, all of them too long. */
const LONGEST = 450_000;

const Typed = z.record(z.string(), z.string());
const DraftRow = z.object({
  schema: z.literal(SCHEMA),
  oid: z.string().exactOptional(),
  revision: z.int(),
});

export const draftColumns: readonly string[] = [...Object.keys(DraftRow.shape), ...longTextColumns('typed', LONGEST)];

export function draftKey(oid: string): string {
  return key('draft', oid);
}

/** False when it is larger than a row, and nothing of it was kept. */
export async function putDraft(
  table: Table,
  committeeId: string,
  period: Month,
  oid: string,
  draft: Draft,
): Promise<boolean> {
  const kept = Object.entries(draft.typed).map(([name, text]) => [name, beginningOf(text)]);
  const typed = JSON.stringify(Object.fromEntries(kept));
  if (typed.length > LONGEST) return false;
  const place = { partitionKey: periodPartition(committeeId, period), rowKey: draftKey(oid) };
  await table.put({ ...place, schema: SCHEMA, oid, revision: draft.revision, ...longText('typed', typed) });
  return true;
}

export function readDraft(row: StoredRow): Draft {
  const { revision } = DraftRow.parse(row);
  return { revision, typed: Typed.parse(JSON.parse(readLongText(row, 'typed') ?? '')) };
}

/** By its author's object id. A draft is a convenience: one that can't be read is nobody's. */
export function draftOf(row: StoredRow): readonly (readonly [string, Draft])[] {
  try {
    const { oid } = DraftRow.parse(row);
    return oid === undefined ? [] : [[oid, readDraft(row)]];
  } catch {
    return [];
  }
}

function beginningOf(text: string): string {
  return text.length <= LONGEST_TEXT ? text : text.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '');
}

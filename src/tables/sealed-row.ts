import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.ts';

/**
 * A row that can't be changed unseen: all its columns are texts, and `hash` is the SHA-256 of its key and of all the others as
 * canonical JSON. The partition is left out: that of a frozen report is named after its last hash.
 */
export interface SealedRow extends UnsealedRow {
  readonly hash: string;
}

export interface UnsealedRow {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly [column: string]: string;
}

/** What storage adds by itself, and what is computed from the rest. */
const NOT_SEALED = new Set(['partitionKey', 'etag', 'timestamp', 'hash']);

export function seal(row: UnsealedRow): SealedRow {
  return { ...row, hash: hashOf(row) };
}

/** The hash that a row should have. Any column more, fewer or of another kind gives another one. */
export function hashOf(row: Readonly<Record<string, unknown>>): string {
  const columns = Object.entries(row).filter(([name]) => !NOT_SEALED.has(name) && !name.startsWith('odata.'));
  const texts = columns.map(([name, value]) => [name, typeof value === 'string' ? value : [String(value)]]);
  return createHash('sha256')
    .update(canonicalJson(Object.fromEntries(texts)))
    .digest('hex');
}

export function isIntact(row: Readonly<Record<string, unknown>>): boolean {
  return row.hash === hashOf(row);
}

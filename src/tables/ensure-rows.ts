import { MOST_IN_TRANSACTION } from './row-limits.ts';
import { type Row, StorageUnreachable, type StoredRow, type Table } from './storage.ts';

/** Each time somebody else has made one of them meanwhile, there is less left to make. */
const MOST_ATTEMPTS = 10;

type Keyed = Row & { readonly rowKey: string };

/**
 * Makes those of a partition's rows that are not there, and answers all of them as they are. When somebody else was faster, or
 * the answer to a call is lost, what `read` finds then decides.
 */
export async function ensureRows(
  table: Table,
  wanted: readonly Keyed[],
  read: () => Promise<readonly StoredRow[]>,
): Promise<readonly StoredRow[]> {
  let lost: StorageUnreachable | undefined;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const there = new Map((await read()).map((row) => [row.rowKey, row]));
    const missing = wanted.filter(({ rowKey }) => !there.has(rowKey));
    if (missing.length > 0 && lost) throw lost;
    const made = await createAll(table, missing);
    if (made instanceof StorageUnreachable) lost = made;
    else if (made !== 'unknown') {
      for (const row of made) there.set(row.rowKey, row);
      return wanted.flatMap(({ rowKey }) => there.get(rowKey) ?? []);
    }
  }
  throw new Error('Rows of a partition never came to rest');
}

/** `unknown`: another made one of them first, or storage did not say how they are marked. */
async function createAll(
  table: Table,
  rows: readonly Keyed[],
): Promise<readonly StoredRow[] | 'unknown' | StorageUnreachable> {
  const made: StoredRow[] = [];
  for (let at = 0; at < rows.length; at += MOST_IN_TRANSACTION) {
    const some = rows.slice(at, at + MOST_IN_TRANSACTION);
    const etags = await table.attempt(some.map((row) => ['create', row]));
    if (etags === 'conflict') return 'unknown';
    if (etags instanceof StorageUnreachable) return etags;
    made.push(...some.flatMap((row, n) => (etags[n] === undefined ? [] : [{ ...row, etag: etags[n] }])));
  }
  return made.length === rows.length ? made : 'unknown';
}

import type { Month } from '../domain/period.ts';
import { isIntact } from './sealed-row.ts';
import type { StoredRow } from './storage.ts';
import { type Chain, chainRow, type Head, headRow, readChain, readHead } from './version-rows.ts';

/** What a row says, when it is as it was written. */
export function whatIsBelieved<Content>(
  row: StoredRow | undefined,
  read: (row: StoredRow) => Content | undefined,
): Content | undefined {
  if (!row || !isIntact(row)) return undefined;
  try {
    return read(row);
  } catch {
    return undefined; // written by somebody else, who reckoned its hash too
  }
}

/** What says the same in other signs was not written here. */
export function readChainExactly(row: StoredRow): Chain | undefined {
  const chain = readChain(row);
  return chainRow(row.partitionKey as Month, chain).hash === row.hash ? chain : undefined;
}

export function readHeadExactly(row: StoredRow): Head | undefined {
  const head = readHead(row);
  return headRow(head, head.rows, head.seal).hash === row.hash ? head : undefined;
}

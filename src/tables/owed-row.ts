import type { TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import type { StoredRow } from './storage.ts';

/** Row key of the mark that a committee's month is owed. */
export const OWED = 'owed';

const OwedRow = z.object({ answeredAt: z.iso.datetime().exactOptional() });

export function owedRow(partitionKey: string): { readonly partitionKey: string; readonly rowKey: string } {
  return { partitionKey, rowKey: OWED };
}

/** Says in the same transaction as a first answer that nothing is owed any more. It demands nothing: an answer never loses. */
export function answeredOwed(partitionKey: string, at: Date): TransactionAction {
  return ['upsert', { ...owedRow(partitionKey), answeredAt: at.toISOString() }, 'Replace'];
}

/** Changes nothing but the mark, and only as long as nobody else has: two that claim, or a claim and an answer, can't both. */
export function claimOwed(partitionKey: string, mark: string): TransactionAction {
  return ['update', owedRow(partitionKey), 'Merge', { etag: mark }];
}

export function isAnswered(row: StoredRow): boolean {
  return OwedRow.parse(row).answeredAt !== undefined;
}

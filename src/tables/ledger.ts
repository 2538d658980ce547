import type { Month } from '../domain/period.ts';
import type { PeriodLedger } from '../ports.ts';
import { deliveryColumns, readDelivery } from './delivery-row.ts';
import { draftColumns, draftOf } from './draft-row.ts';
import { isAnswered, OWED } from './owed-row.ts';
import { periodPartition } from './period-table.ts';
import { odata, type StoredRow, type Table } from './storage.ts';

/** Of the answer nothing but that it is there: its texts are not fetched. */
const COLUMNS = [...new Set([...deliveryColumns, ...draftColumns, 'answeredAt'])];

/** Filter for a partition's deliveries and its mark. */
export function deliveriesAndOwed(partition: string): string {
  return odata`PartitionKey eq ${partition} and (RowKey eq ${OWED} or (RowKey ge 'delivery|' and RowKey lt 'delivery}'))`;
}

/** Everything about who has been asked for a committee's month, in one query of its partition: neither effects nor history. */
export async function readLedger(table: Table, committeeId: string, period: Month): Promise<PeriodLedger> {
  const partition = periodPartition(committeeId, period);
  const rows = await table.list(
    odata`PartitionKey eq ${partition} and (RowKey eq 'answer' or RowKey eq ${OWED} or (RowKey ge 'delivery|' and RowKey lt 'draft}'))`,
    COLUMNS,
  );
  const owed = rows.find(({ rowKey }) => rowKey === OWED);
  const answered = rows.some(({ rowKey }) => rowKey === 'answer') || (owed !== undefined && isAnswered(owed));
  return {
    ...{ committeeId, period, answered },
    owedMark: answered ? undefined : owed?.etag,
    deliveries: rows.filter(isOf('delivery')).map(readDelivery),
    drafts: new Map(rows.filter(isOf('draft')).flatMap(draftOf)),
  };
}

function isOf(kind: string): (row: StoredRow) => boolean {
  return ({ rowKey }) => rowKey?.startsWith(`${kind}|`) ?? false;
}

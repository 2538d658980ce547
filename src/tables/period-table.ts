import { type Month, monthOf } from '../domain/period.ts';
import { key, keysUnder } from './keys.ts';
import { odata } from './storage.ts';

/*
 * The table `Periods`: everything of a committee and a month in one partition, so that it can change in one transaction.
 *   PartitionKey  BUN|2026-10                      committee and month; `municipality|2026-10` for what all share
 *   RowKey        answer                           the newest answer
 *                 log|000001                       every revision, never changed
 *                 draft|<object id>                what a person had typed
 *                 effect|000001|cards              what is left to do after revision 1
 *                 delivery|prompt|<upn>            a message that goes out once: a line of the round's ledger
 *                 delivery|reminder@-2|<upn>       the same, of a step of the ladder
 *                 owed                             the mark that claims demand and the first answer changes
 * Cheap: one committee and month; one committee's year (a range of partitions). Dear: one figure over all committees
 * (one range for each).
 */
export function periodPartition(committeeId: string, period: Month): string {
  return key(committeeId, period);
}

/** Filter for the rows of one kind in one partition. */
export function rowsOfKind(partition: string, kind: string): string {
  const { from, to } = keysUnder(kind);
  return odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
}

/** The same over a committee's year. The keys of a year's months stand next to each other. */
export function rowsOfKindInYear(committeeId: string, year: number, kind: string): string {
  const { from, to } = keysUnder(kind);
  const january = periodPartition(committeeId, monthOf(year, 1));
  const december = periodPartition(committeeId, monthOf(year, 12));
  return odata`PartitionKey ge ${january} and PartitionKey le ${december} and RowKey ge ${from} and RowKey lt ${to}`;
}

/** Revisions sort as text. */
export function revisionKey(revision: number): string {
  return String(revision).padStart(6, '0');
}

import type { TransactionAction } from '@azure/data-tables';
import type { Month } from '../domain/period.ts';
import type { Claimed, Delivery, DeliveryChange, DeliveryKey, DeliveryStore, NewId, PeriodLedger } from '../ports.ts';
import { atOnce, chunksOf } from './at-once.ts';
import { deliveriesOfKind, deliveryRow, placeOf, readDelivery, type WrittenRow } from './delivery-row.ts';
import { ensureRows } from './ensure-rows.ts';
import { deliveriesAndOwed, readLedger } from './ledger.ts';
import { claimOwed, isAnswered, OWED, owedRow } from './owed-row.ts';
import { periodPartition } from './period-table.ts';
import { MOST_IN_TRANSACTION } from './row-limits.ts';
import { StorageUnreachable, type StoredRow, type Table } from './storage.ts';

/** Partitions that are written at the same time. */
const PARTITIONS_AT_ONCE = 8;

interface Wanted {
  readonly delivery: Delivery;
  readonly change: DeliveryChange;
}

/**
 * The ledger: rows `delivery|<kind>|<recipient>` and `owed` of the table `Periods`. A key is made of what is sent to whom, so
 * that a job that runs twice, or in two places, finds the same row; every change demands the ETag.
 */
export class DeliveryRows implements DeliveryStore {
  readonly #table: Table;
  readonly #newId: NewId;

  constructor(table: Table, newId: NewId) {
    this.#table = table;
    this.#newId = newId;
  }

  async ensure(wanted: DeliveryKey): Promise<Delivery> {
    const row = this.#fresh(wanted);
    const found = await this.#table.find(row.partitionKey, row.rowKey);
    if (found) return readDelivery(found);

    await this.#table.create(row);
    const created = await this.#table.find(row.partitionKey, row.rowKey);
    if (!created) throw new Error('A delivery row vanished after it was created');
    return readDelivery(created);
  }

  async ensureAll(wanted: readonly DeliveryKey[]): Promise<readonly Delivery[]> {
    const partitions = [...Map.groupBy(wanted, (one) => placeOf(one).partitionKey)];
    const made = new Map<string, Delivery>();
    await atOnce(PARTITIONS_AT_ONCE, partitions, async ([partition, ofPartition]) => {
      for (const row of await this.#ensureIn(partition, ofPartition))
        if (row.rowKey !== OWED) made.set(`${partition} ${row.rowKey}`, readDelivery(row));
    });
    return wanted.flatMap((one) => made.get(`${placeOf(one).partitionKey} ${placeOf(one).rowKey}`) ?? []);
  }

  async #ensureIn(partition: string, wanted: readonly DeliveryKey[]): Promise<readonly StoredRow[]> {
    const rows = new Map(wanted.map((one) => [placeOf(one).rowKey, this.#fresh(one)]));
    const isOwed = wanted.some(({ kind }) => kind !== 'summary');
    return ensureRows(this.#table, [...(isOwed ? [owedRow(partition)] : []), ...rows.values()], () =>
      this.#table.list(deliveriesAndOwed(partition)),
    );
  }

  /** The id begins with the period, so that a round's tickets lie together. */
  #fresh(wanted: DeliveryKey): WrittenRow {
    const { committeeId, period, kind, variant, recipient } = wanted;
    return deliveryRow({
      ...{ committeeId, period, kind, recipient: recipient.toLowerCase() },
      ...(variant === undefined ? {} : { variant }),
      id: `${period.replace('-', '')}${this.#newId()}`,
      ...{ state: 'ready', attempts: 0, activityIds: [] },
    });
  }

  async ledger(committeeId: string, period: Month): Promise<PeriodLedger> {
    return readLedger(this.#table, committeeId, period);
  }

  /** The mark comes last: emulators undo a transaction action by action, and an answer in between must stand. */
  async claim(
    { committeeId, period, owedMark }: Pick<PeriodLedger, 'committeeId' | 'period' | 'owedMark'>,
    rows: readonly Wanted[],
  ): Promise<Claimed | 'changed'> {
    if (owedMark === undefined) return 'changed';
    const partition = periodPartition(committeeId, period);
    const outcome = await this.#table.attempt([...rows.map(replacing), claimOwed(partition, owedMark)]);
    if (outcome === 'conflict') return 'changed';
    if (!(outcome instanceof StorageUnreachable)) return claimed(rows, outcome, owedMark);

    const etags = await this.#madeAfterAll(partition, rows, owedMark);
    if (!etags) throw outcome;
    return claimed(rows, etags, owedMark);
  }

  /**
   * When the answer to the call is lost, the rows are read back: our own columns in them mean that the claim was made. An answer
   * that was stored since leaves the old mark, so that nothing more can be claimed with it.
   */
  async #madeAfterAll(partition: string, rows: readonly Wanted[], owedMark: string): Promise<string[] | undefined> {
    const there = new Map((await this.#table.list(deliveriesAndOwed(partition))).map((row) => [row.rowKey, row]));
    const etags = rows.flatMap(({ delivery, change }) => {
      const written = deliveryRow(withoutEtag({ ...delivery, ...change }));
      const now = there.get(written.rowKey);
      return now && now.etag !== delivery.etag && has(now, written) ? [now.etag] : [];
    });
    const owed = there.get(OWED);
    if (etags.length < rows.length || !owed || owed.etag === owedMark) return undefined;
    return [...etags, isAnswered(owed) ? owedMark : owed.etag];
  }

  async record(rows: readonly Wanted[]): Promise<void> {
    const partitions = [...Map.groupBy(rows, ({ delivery }) => placeOf(delivery).partitionKey).values()];
    const transactions = partitions.flatMap((ofPartition) => chunksOf(ofPartition, MOST_IN_TRANSACTION));
    await atOnce(PARTITIONS_AT_ONCE, transactions, async (some) => {
      const outcome = await this.#table.attempt(some.map(replacing));
      // One of them has changed, or nobody knows: each for itself. What is recorded already has another ETag.
      if (outcome === 'conflict' || outcome instanceof StorageUnreachable)
        for (const { delivery, change } of some) await this.change(delivery, change);
    });
  }

  async find(committeeId: string, period: Month, kind: Delivery['kind']): Promise<Delivery[]> {
    const rows = await this.#table.list(deliveriesOfKind(periodPartition(committeeId, period), kind));
    return rows.map(readDelivery);
  }

  async change(delivery: Delivery, change: DeliveryChange): Promise<Delivery | undefined> {
    const changed = { ...delivery, ...change };
    const etag = await this.#replace(deliveryRow(withoutEtag(changed)), delivery.etag);
    return etag === undefined ? undefined : { ...changed, etag };
  }

  /** When the answer to the call is lost, the row is read back: our own columns in it mean that the change was made. */
  async #replace(row: WrittenRow, etag: string): Promise<string | undefined> {
    try {
      return await this.#table.replace(row, etag);
    } catch (error) {
      if (!(error instanceof StorageUnreachable)) throw error;
      const now = await this.#table.find(row.partitionKey, row.rowKey);
      if (now && now.etag !== etag && has(now, row)) return now.etag;
      throw error;
    }
  }
}

function replacing({ delivery, change }: Wanted): TransactionAction {
  return ['update', deliveryRow(withoutEtag({ ...delivery, ...change })), 'Replace', { etag: delivery.etag }];
}

/**
 * The marks that a claim gave: of its rows in order, then of what is owed. One that storage kept to itself stays as it was:
 * with an old mark nothing can be changed.
 */
function claimed(rows: readonly Wanted[], etags: readonly (string | undefined)[], before: string): Claimed {
  return {
    deliveries: rows.map(({ delivery, change }, n) => ({ ...delivery, ...change, etag: etags[n] ?? delivery.etag })),
    owedMark: etags[rows.length] ?? before,
  };
}

function has(row: StoredRow, columns: WrittenRow): boolean {
  return Object.entries(columns).every(([name, value]) => row[name] === value);
}

function withoutEtag({ etag: _, ...delivery }: Delivery): Omit<Delivery, 'etag'> {
  return delivery;
}

import { z } from 'zod';
import type { CrewStore } from '../ports.ts';
import { key } from './keys.ts';
import { rowsOfKind } from './period-table.ts';
import { StorageUnreachable, type StoredRow, type Table } from './storage.ts';

const PARTITION = 'crew';
/** An instance says that it is alive every minute, or more often. */
const GONE_AFTER_MS = 90_000;
/** Each start is a new instance: those of yesterday are cleared away. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

/** Far longer than anybody halts the crew for. */
const LONGEST_HALT_MS = 60 * 60 * 1000;

const Instant = z.iso.datetime().transform((text) => new Date(text));
const LeaseRow = z.object({ owner: z.string(), until: Instant, fence: z.int() });
const InstanceRow = z.object({ at: Instant });
const HaltRow = z.object({ reason: z.string(), until: Instant });

/**
 * Rows of the table `Rounds`: the instances of this service, as they know of each other.
 *   PartitionKey  crew
 *   RowKey        lease            who plans for all; `fence` counts how often that has changed hands
 *                 instance|<id>    when an instance was last alive
 *                 halt             why nobody sends, and until when
 * Times are those of whoever wrote them. A clock that is wrong, or a demonstration that begins again, costs at most the work
 * that the lease would have saved.
 */
export class CrewRows implements CrewStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async takeLease(instance: string, now: Date, seconds: number): Promise<boolean> {
    const row = await this.#table.find(PARTITION, 'lease');
    const held = row && LeaseRow.parse(row);
    if (held && held.owner !== instance && isHeld(held.until, now, seconds)) return false;

    const fence = (held?.fence ?? 0) + (held?.owner === instance ? 0 : 1);
    const until = new Date(now.getTime() + seconds * 1000).toISOString();
    return this.#write({ partitionKey: PARTITION, rowKey: 'lease', owner: instance, until, fence }, row);
  }

  /** When the answer to the call is lost, the row is read back: our own end of the lease in it means that it is ours. */
  async #write(lease: Parameters<Table['create']>[0], before: StoredRow | undefined): Promise<boolean> {
    try {
      if (before) return (await this.#table.replace(lease, before.etag)) !== undefined;
      return (await this.#table.create(lease)) === 'created';
    } catch (error) {
      if (!(error instanceof StorageUnreachable)) throw error;
      const now = await this.#table.find(PARTITION, 'lease');
      return now?.owner === lease.owner && now?.until === lease.until;
    }
  }

  async present(instance: string, now: Date): Promise<number> {
    await this.#table.put({ partitionKey: PARTITION, rowKey: key('instance', instance), at: now.toISOString() });
    const rows = await this.#table.list(rowsOfKind(PARTITION, 'instance'));
    const ages = rows.map((row) => ({ rowKey: row.rowKey ?? '', ms: distance(InstanceRow.parse(row).at, now) }));
    const old = ages.filter(({ ms }) => ms > FORGOTTEN_AFTER_MS);
    if (old.length > 0)
      await this.#table.removeAll(
        PARTITION,
        old.map(({ rowKey }) => rowKey),
      );
    return ages.filter(({ ms }) => ms < GONE_AFTER_MS).length;
  }

  async halt(reason: string, until: Date): Promise<void> {
    await this.#table.put({ partitionKey: PARTITION, rowKey: 'halt', reason, until: until.toISOString() });
  }

  async halted(now: Date): Promise<{ readonly reason: string; readonly until: Date } | undefined> {
    const row = await this.#table.find(PARTITION, 'halt');
    const halt = row && HaltRow.parse(row);
    return halt && isAhead(halt.until, now, LONGEST_HALT_MS) ? halt : undefined;
  }
}

function isHeld(until: Date, now: Date, seconds: number): boolean {
  return isAhead(until, now, 2 * seconds * 1000);
}

/** An end further away than it can be is from another clock, and holds nobody. */
function isAhead(until: Date, now: Date, longestMs: number): boolean {
  const left = until.getTime() - now.getTime();
  return left > 0 && left <= longestMs;
}

function distance(one: Date, other: Date): number {
  return Math.abs(one.getTime() - other.getTime());
}

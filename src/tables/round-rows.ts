import type { TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { Clock, NewId, RoundChange, RoundEvent, RoundSettings, RoundStore } from '../ports.ts';
import { key, keysUnder } from './keys.ts';
import { rowsOfKind } from './period-table.ts';
import { odata, StorageUnreachable, type StoredRow, type Table } from './storage.ts';

const PARTITION = 'rounds';
const CACHE_MS = 5_000;

const Rehearsal = z.object({ number: z.int(), to: z.string(), on: z.boolean() });
const RoundRow = z.object({
  period: z.string().refine(isMonth),
  paused: z.boolean().exactOptional(),
  startedOn: z.iso.date().exactOptional(),
  rehearsal: z
    .string()
    .transform((text) => Rehearsal.parse(JSON.parse(text)))
    .exactOptional(),
});
const EventRow = z.object({
  at: z.iso.datetime().transform((text) => new Date(text)),
  by: z.string(),
  what: z.string(),
});

/**
 * Rows of the table `Rounds`: what a controller has said about a round, and everything that was done to it by hand.
 *   PartitionKey  rounds
 *   RowKey        round|2026-10                      what holds now
 *                 log|2026-10|<instant>|<random>     who did what; never changed
 */
export class RoundRows implements RoundStore {
  readonly #table: Table;
  readonly #clock: Clock;
  readonly #newId: NewId;
  #cached: { readonly rounds: Promise<ReadonlyMap<Month, RoundSettings>>; readonly until: number } | undefined;

  constructor(table: Table, clock: Clock, newId: NewId) {
    this.#table = table;
    this.#clock = clock;
    this.#newId = newId;
  }

  async find(period: Month, how?: 'fresh'): Promise<RoundSettings | undefined> {
    if (how !== 'fresh') return (await this.#rounds()).get(period);
    const row = await this.#table.find(PARTITION, key('round', period));
    return row && read(row);
  }

  async started(): Promise<ReadonlyMap<Month, string>> {
    const rounds = [...(await this.#rounds()).values()];
    return new Map(
      rounds.flatMap(({ period, startedOn }) => (startedOn === undefined ? [] : [[period, startedOn] as const])),
    );
  }

  #rounds(): Promise<ReadonlyMap<Month, RoundSettings>> {
    const now = this.#clock.now().getTime();
    if (!this.#cached || now >= this.#cached.until) {
      const rounds = this.#readAll();
      this.#cached = { rounds, until: now + CACHE_MS };
      rounds.catch(() => this.#forget());
    }
    return this.#cached.rounds;
  }

  async #readAll(): Promise<ReadonlyMap<Month, RoundSettings>> {
    const rows = await this.#table.list(rowsOfKind(PARTITION, 'round'));
    return new Map(rows.map(read).map((settings) => [settings.period, settings]));
  }

  #forget(): void {
    this.#cached = undefined;
  }

  async change(period: Month, change: RoundChange, event: RoundEvent): Promise<'saved' | 'conflict'> {
    const found = await this.find(period, 'fresh');
    const { etag, ...settings } = { ...found, ...change, period };
    const row = roundRow(settings);
    const log = this.#eventRow(period, event);
    const outcome = await this.#table.attempt([
      etag === undefined ? ['create', row] : ['update', row, 'Replace', { etag }],
      ['create', log],
    ]);
    this.#forget();
    if (outcome === 'conflict') return 'conflict';
    // Lost on the way: our own line in the history means that it was made.
    if (outcome instanceof StorageUnreachable && !(await this.#table.find(PARTITION, log.rowKey))) throw outcome;
    return 'saved';
  }

  async history(period: Month): Promise<readonly RoundEvent[]> {
    const { from, to } = keysUnder(key('log', period));
    const rows = await this.#table.list(odata`PartitionKey eq ${PARTITION} and RowKey ge ${from} and RowKey lt ${to}`);
    return rows.map((row) => EventRow.parse(row));
  }

  async note(period: Month, event: RoundEvent): Promise<void> {
    const log = this.#eventRow(period, event);
    const outcome = await this.#table.attempt([['create', log]]);
    if (outcome instanceof StorageUnreachable && !(await this.#table.find(PARTITION, log.rowKey))) throw outcome;
  }

  #eventRow(period: Month, { at, by, what }: RoundEvent): { rowKey: string } & TransactionAction[1] {
    const rowKey = key('log', period, at.toISOString(), this.#newId());
    return { partitionKey: PARTITION, rowKey, at: at.toISOString(), by, what };
  }
}

function roundRow({ rehearsal, ...plain }: Omit<RoundSettings, 'etag'>): TransactionAction[1] {
  return {
    ...{ partitionKey: PARTITION, rowKey: key('round', plain.period), ...plain },
    ...(rehearsal ? { rehearsal: JSON.stringify(rehearsal) } : {}),
  };
}

function read(row: StoredRow): RoundSettings {
  const parsed = RoundRow.parse(row);
  return { ...parsed, period: parsed.period as Month, etag: row.etag };
}

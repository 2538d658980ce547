import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { Effect, EffectStore } from '../ports.ts';
import { key } from './keys.ts';
import { periodPartition, revisionKey, rowsOfKindInYear } from './period-table.ts';
import type { StoredRow, Table } from './storage.ts';

const MOST_ATTEMPTS = 5;

const EffectRow = z.object({
  committeeId: z.string(),
  period: z.string().refine(isMonth),
  revision: z.int(),
  kind: z.enum(['cards', 'summary']),
  attempts: z.int(),
  pressedActivityId: z.string().exactOptional(),
  reason: z.string().optional(),
});

/** The row of an effect; written by the transaction that stores the answer. */
export function effectRow(effect: Effect): { partitionKey: string; rowKey: string } & Record<string, unknown> {
  return {
    partitionKey: periodPartition(effect.committeeId, effect.period),
    rowKey: key('effect', revisionKey(effect.revision), effect.kind),
    ...effect,
  };
}

/** Rows `effect|…` of the table `Periods`: work left after an answer. Carrying one out twice does no harm. */
export class EffectRows implements EffectStore {
  readonly #table: Table;
  constructor(table: Table) {
    this.#table = table;
  }

  async findWaiting(committeeId: string, year: number): Promise<Effect[]> {
    const rows = await this.#table.list(rowsOfKindInYear(committeeId, year, 'effect'));
    return rows.map(read).filter(({ attempts }) => attempts < MOST_ATTEMPTS);
  }

  async finish(effects: readonly Effect[]): Promise<void> {
    for (const [partitionKey, rows] of Map.groupBy(effects.map(effectRow), (row) => row.partitionKey)) {
      await this.#table.removeAll(
        partitionKey,
        rows.map(({ rowKey }) => rowKey),
      );
    }
  }

  async fail(effect: Effect, reason: string): Promise<void> {
    await this.#table.put({ ...effectRow({ ...effect, attempts: effect.attempts + 1 }), reason });
  }
}

function read(row: StoredRow): Effect {
  const { reason: _, ...effect } = EffectRow.parse(row);
  return { ...effect, period: effect.period as Month };
}

import { z } from 'zod';
import type { Absence } from '../domain/absence.ts';
import type { AbsenceStore } from '../ports.ts';
import { keyPart } from './keys.ts';
import { odata, type Table } from './storage.ts';

const PARTITION = 'absence';

const AbsenceRow = z.object({
  upn: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  saidAt: z.iso.datetime().transform((text) => new Date(text)),
});

/**
 * Rows of the table `People`: who has handed over for some days.
 *   PartitionKey  absence
 *   RowKey        <user principal name in lower case>
 */
export class AbsenceRows implements AbsenceStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /** A row that can't be read is left out: it must not stop everybody else's messages. */
  async list(): Promise<readonly Absence[]> {
    const rows = await this.#table.list(odata`PartitionKey eq ${PARTITION}`);
    return rows.map((row) => AbsenceRow.safeParse(row)).flatMap(({ data }) => data ?? []);
  }

  async save({ upn, from, to, saidAt }: Absence): Promise<void> {
    const person = upn.toLowerCase();
    const columns = { upn: person, from, to, saidAt: saidAt.toISOString() };
    await this.#table.put({ partitionKey: PARTITION, rowKey: keyPart(person), ...columns });
  }

  async remove(upn: string): Promise<void> {
    await this.#table.remove(PARTITION, keyPart(upn.toLowerCase()));
  }
}

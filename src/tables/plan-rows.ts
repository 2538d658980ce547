import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Plan } from '../domain/plan.ts';
import type { Clock, PlanInForce, PlanStore } from '../ports.ts';
import { key, keysUnder } from './keys.ts';
import { odata, type Table } from './storage.ts';

const PART_LENGTH = 30_000;
/** How long a process may go on with the plan that it has read. */
const CACHE_MS = 5_000;

const Pointer = z.object({ version: z.string(), parts: z.int() });

/**
 * The table `Plans`: every plan text that was ever in force, whole, and a pointer to the one that is.
 *   PartitionKey  <SHA-256 of the text>   or  current
 *   RowKey        part|0000 …             or  current
 * The parts are written first and the pointer last: a reader sees the old plan or the new one, never a mix.
 */
export class PlanRows implements PlanStore {
  readonly #table: Table;
  readonly #read: (text: string) => Plan;
  readonly #clock: Clock;
  #cached: { readonly plan: PlanInForce; readonly until: number } | undefined;

  constructor(table: Table, read: (text: string) => Plan, clock: Clock) {
    this.#table = table;
    this.#read = read;
    this.#clock = clock;
  }

  async current(): Promise<PlanInForce | undefined> {
    const now = this.#clock.now().getTime();
    if (this.#cached && now < this.#cached.until) return this.#cached.plan;

    const row = await this.#table.find('current', 'current');
    if (!row) return undefined;
    const pointer = Pointer.parse(row);
    const plan = this.#cached?.plan.version === pointer.version ? this.#cached.plan : await this.#load(pointer);
    this.#cached = { plan, until: now + CACHE_MS };
    return plan;
  }

  async #load({ version, parts }: z.infer<typeof Pointer>): Promise<PlanInForce> {
    const { from, to } = keysUnder('part');
    const rows = await this.#table.list(odata`PartitionKey eq ${version} and RowKey ge ${from} and RowKey lt ${to}`);
    if (rows.length !== parts) throw new Error(`Plan ${version} has ${rows.length} parts of ${parts}`);
    return { version, plan: this.#read(rows.map((row) => z.string().parse(row.text)).join('')) };
  }

  async publish(text: string): Promise<'published' | 'unchanged'> {
    this.#read(text); // throws what is wrong with it, before anything is written
    const version = createHash('sha256').update(text).digest('hex');
    const pointer = await this.#table.find('current', 'current');
    if (pointer && Pointer.parse(pointer).version === version) return 'unchanged';

    const parts = splitText(text);
    for (const [index, part] of parts.entries()) {
      await this.#table.put({ partitionKey: version, rowKey: key('part', String(index).padStart(4, '0')), text: part });
    }
    await this.#table.put({ partitionKey: 'current', rowKey: 'current', version, parts: parts.length });
    this.#cached = undefined;
    return 'published';
  }
}

function splitText(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + PART_LENGTH;
    // A pair of surrogates stays together: half a sign can't be stored.
    const length = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? PART_LENGTH - 1 : PART_LENGTH;
    parts.push(text.slice(at, at + length));
    at += length;
  }
  return parts;
}

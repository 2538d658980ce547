import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { changesInForce } from '../domain/budgets-as-of.ts';
import { type Month, monthOf } from '../domain/period.ts';
import type { PlanFile } from '../domain/plan-document.ts';
import { newestOf, versionsInForce, withPeople } from '../domain/plan-versions.ts';
import { stockholmMonth } from '../domain/stockholm.ts';
import { toPlan } from '../domain/to-plan.ts';
import type { Clock, NewPlanVersion, PlanInForce, PlanStore, PlanVersion } from '../ports.ts';
import { Pointer, readVersion, type StoredText, type StoredVersion, versionRow } from './plan-version-row.ts';
import { Recent } from './recent.ts';
import { odata, StorageUnreachable, type Table } from './storage.ts';
import { findLongText, putLongText } from './text-parts.ts';

/** How long a process may go on with the versions that it has read. */
const CACHE_MS = 5_000;
/** A parsed plan can be several MiB: this year's, next year's, and a correction of each. */
const FILES_REMEMBERED = 4;
/** As followed up: one for each change of the budgets during the year. */
const PLANS_REMEMBERED = 12;

/** A plan as text, and back. Reading throws what is wrong with it. */
export interface PlanText {
  read(text: string): PlanFile;
  write(file: PlanFile): string;
}

/**
 * The table `Plans`: every plan that was ever in force, whole.
 *   PartitionKey  versions                RowKey  000001 …      which plan, from which month, by whom and why
 *   PartitionKey  <SHA-256 of the text>   RowKey  part|0000 …   the text
 * The parts are written first and the version's row last, and that row can only be created: a reader sees the old plan or the
 * new one, never a mix, and two publishers can't take the same number.
 */
export class PlanRows implements PlanStore {
  readonly #table: Table;
  readonly #text: PlanText;
  readonly #clock: Clock;
  #versions: { readonly list: readonly StoredVersion[]; readonly until: number } | undefined;
  readonly #files = new Recent<PlanFile>(FILES_REMEMBERED);
  readonly #inForce = new Recent<PlanInForce>(PLANS_REMEMBERED);

  constructor(table: Table, text: PlanText, clock: Clock) {
    this.#table = table;
    this.#text = text;
    this.#clock = clock;
  }

  current(): Promise<PlanInForce | undefined> {
    return this.forMonth(stockholmMonth(this.#clock.now()));
  }

  async forMonth(month: Month): Promise<PlanInForce | undefined> {
    const chosen = versionsInForce(await this.#list(), month, stockholmMonth(this.#clock.now()));
    if (!chosen) return undefined;
    const { content, people, before } = chosen;
    const { current: document } = await this.#file(content);
    const numbers = [content.number, people.number, before?.number, changesInForce(document, month)];
    return this.#inForce.get(numbers.join('|'), async () => {
      const [{ current: todays }, earlier] = await Promise.all([this.#file(people), this.#file(before)]);
      const seen = withPeople({ content: document, people: todays, before: earlier?.current });
      return { version: content.version, plan: toPlan(seen, month), document };
    });
  }

  async versions(): Promise<readonly PlanVersion[]> {
    return (await this.#list()).map(({ content: _, parts: __, ...version }) => version);
  }

  async file(number?: number): Promise<PlanFile | undefined> {
    const versions = await this.#list();
    return this.#file(number === undefined ? versions.at(-1) : versions.find((version) => version.number === number));
  }

  async publish(
    file: PlanFile,
    how: NewPlanVersion,
    expected?: number,
  ): Promise<'published' | 'unchanged' | 'conflict'> {
    try {
      return await this.#publishNext(file, how, expected);
    } finally {
      this.#versions = undefined; // whoever is told of a conflict, too, sees what is there now
    }
  }

  async #publishNext(
    file: PlanFile,
    how: NewPlanVersion,
    expected: number | undefined,
  ): Promise<'published' | 'unchanged' | 'conflict'> {
    const text = this.#text.write(file);
    const version = hashOf(text);
    const versions = await this.#readVersions();
    const newest = versions.at(-1);
    if (newestOf(versions, file.current.id)?.version === version) return 'unchanged';
    if (expected !== undefined && expected !== (newest?.number ?? 0)) return 'conflict';

    // The first may be from before there were versions: then it has no row yet.
    if (newest?.number === 1) await this.#table.create(versionRow(newest));
    const stored: StoredVersion = {
      number: (newest?.number ?? 0) + 1,
      ...{ version, planId: file.current.id, title: file.current.title },
      ...how,
      publishedAt: this.#clock.now(),
      ...{ content: version, parts: await putLongText(this.#table, version, text) },
    };
    return this.#createVersion(stored);
  }

  async #createVersion(stored: StoredVersion): Promise<'published' | 'unchanged' | 'conflict'> {
    try {
      if ((await this.#table.create(versionRow(stored))) === 'created') return 'published';
      return (await this.#readVersions()).at(-1)?.version === stored.version ? 'unchanged' : 'conflict';
    } catch (error) {
      if (!(error instanceof StorageUnreachable)) throw error;
      // The answer was lost: a row with our content under our number is success.
      const written = (await this.#readVersions()).find(({ number }) => number === stored.number);
      if (written?.version === stored.version) return 'published';
      throw error;
    }
  }

  async #list(): Promise<readonly StoredVersion[]> {
    const now = this.#clock.now().getTime();
    if (this.#versions && now < this.#versions.until) return this.#versions.list;
    const list = await this.#readVersions();
    this.#versions = { list, until: now + CACHE_MS };
    return list;
  }

  async #readVersions(): Promise<StoredVersion[]> {
    const rows = await this.#table.list(odata`PartitionKey eq ${'versions'}`);
    if (rows.length > 0) return rows.map(readVersion);
    const pointer = await this.#table.find('current', 'current');
    return pointer ? [await this.#lift(Pointer.parse(pointer))] : [];
  }

  /** A plan from before there were versions is the first version, valid from its first month. */
  async #lift({ version: content, parts, timestamp }: z.infer<typeof Pointer>): Promise<StoredVersion> {
    const file = await this.#file({ content, parts });
    const { id: planId, title, periodFrom } = file.current;
    return {
      ...{ number: 1, version: hashOf(this.#text.write(file)), planId, title, validFrom: monthOf(periodFrom, 1) },
      ...{ publishedAt: new Date(timestamp), publishedBy: 'styr', reason: '' },
      ...{ content, parts },
    };
  }

  #file(stored: StoredText): Promise<PlanFile>;
  #file(stored: StoredText | undefined): Promise<PlanFile | undefined>;
  async #file(stored: StoredText | undefined): Promise<PlanFile | undefined> {
    if (!stored) return undefined;
    const { content, parts } = stored;
    return this.#files.get(content, async () => {
      const text = await findLongText(this.#table, content, parts);
      if (text === undefined) throw new Error(`Plan ${content} does not have its ${parts} parts`);
      return this.#text.read(text);
    });
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import type { TransactionAction } from '@azure/data-tables';
import type { Month } from '../domain/period.ts';
import type { CouncilDecision } from '../domain/report-record.ts';
import type { ReportVersion, VersionHead, VersionToFreeze } from '../ports.ts';
import { chunksOf } from './at-once.ts';
import { FROZEN_TOGETHER, frozenPartition, frozenRows, readFrozen } from './frozen-rows.ts';
import { hashOf, isIntact } from './sealed-row.ts';
import { odata, StorageUnreachable, type StoredRow, type Table } from './storage.ts';
import {
  type Chain,
  chainRow,
  decisionRow,
  type Head,
  headOf,
  headRow,
  readChain,
  readHead,
  sortOut,
  type VersionRows,
  versionRowsOf,
} from './version-rows.ts';

/** How often a decision is tried when others add to the same chain at the same moment. */
const TRIES = 5;

/** The versions of a period's report, and the council's decisions on them, as one chain. */
export class FrozenReports {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /** The content first, the head and the chain last and together: a version that is found is whole. */
  async freeze(version: VersionToFreeze): Promise<{ readonly seal: string } | 'conflict'> {
    const known = await this.read(version.period);
    if (version.number !== known.heads.size + 1) return 'conflict';
    const chain = chainOf(known);
    const { seal, rows } = frozenRows(version, chain.at(-1)?.[1] ?? '');
    const upserts = rows.map((row): TransactionAction => ['upsert', { ...row }, 'Replace']);
    for (const together of chunksOf(upserts, FROZEN_TOGETHER)) await this.#table.transact(together);

    const head = headRow(version, rows.length, seal);
    return (await this.#chain(known, chain, head, seal)) === 'conflict' ? 'conflict' : { seal };
  }

  /** Only what stands last in the chain is decided on: of an older version it is too late. */
  async decide(period: Month, decision: CouncilDecision): Promise<'saved' | 'conflict'> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const known = await this.read(period);
      const chain = chainOf(known);
      if (known.heads.size !== decision.version || chain.at(-1)?.[1] !== decision.seal) return 'conflict';
      const row = decisionRow(period, decision);
      if ((await this.#chain(known, chain, row, row.hash)) === 'saved') return 'saved';
    }
    return 'conflict';
  }

  /** Adds a row to the chain, when nobody else has added one to it since it was read. */
  async #chain(
    known: VersionRows,
    chain: Chain,
    row: ReturnType<typeof headRow>,
    hash: string,
  ): Promise<'saved' | 'conflict'> {
    const next = { ...chainRow(row.partitionKey as Month, [...chain, [row.rowKey, hash]]) };
    const actions: TransactionAction[] = [
      ['create', { ...row }],
      known.chain ? ['update', next, 'Replace', { etag: known.chain.etag }] : ['create', next],
    ];
    try {
      return (await this.#table.transact(actions)) === 'conflict' ? 'conflict' : 'saved';
    } catch (error) {
      if (!(error instanceof StorageUnreachable)) throw error;
      // The answer was lost: our own row in its place is success.
      const written = await this.#table.find(row.partitionKey, row.rowKey);
      if (written?.hash === row.hash) return 'saved';
      throw error;
    }
  }

  async findVersion(period: Month, number?: number): Promise<ReportVersion | undefined> {
    const known = await this.read(period);
    const wanted = number ?? known.heads.size;
    const row = known.heads.get(wanted);
    if (!row) return undefined;
    const decided = known.decisions.get(wanted);
    if (!isIntact(row) || (decided && !isIntact(decided))) throw broken(period, wanted);
    const rows = await this.#readWhole(readHead(row));
    const head = headOf(known, wanted);
    return head && { ...head, content: readFrozen(rows) };
  }

  /** Nothing is made of a report that is not as it was frozen: `verify` says which row it is. */
  async #readWhole(head: Head): Promise<readonly StoredRow[]> {
    const rows = await this.frozen(head, head.seal);
    let previous: unknown;
    for (const row of rows) {
      if (row.hash !== hashOf(row) || (previous !== undefined && row.previous !== previous)) break;
      previous = row.hash;
    }
    if (rows.length === head.rows && previous === head.seal) return rows;
    throw broken(head.period, head.number);
  }

  async versions(period: Month): Promise<readonly VersionHead[]> {
    const known = await this.read(period);
    return [...known.heads.keys()].flatMap((number) => headOf(known, number) ?? []);
  }

  async read(period: Month): Promise<VersionRows> {
    return sortOut(await this.#table.list(versionRowsOf(period)));
  }

  frozen(of: Pick<ReportVersion, 'period' | 'number'>, seal: string): Promise<StoredRow[]> {
    return this.#table.list(odata`PartitionKey eq ${frozenPartition(of, seal)}`);
  }
}

function broken(period: Month, number: number): Error {
  return new Error(`Version ${number} of the report ${period} is not as it was frozen: verify it`);
}

function chainOf({ chain, heads }: VersionRows): Chain {
  if (!chain && heads.size > 0) throw new Error('The chain of a period with frozen reports is gone: verify it');
  return chain ? readChain(chain) : [];
}

import type { TransactionAction } from '@azure/data-tables';
import type { Month } from '../domain/period.ts';
import type { AgreedMeasure, CouncilDecision, ReportEvent, ReportRecord } from '../domain/report-record.ts';
import type { Posted, ReportStore, ReportVersion, StoredReport, VersionHead, VersionToFreeze } from '../ports.ts';
import { FrozenReports } from './frozen-reports.ts';
import { key, keysUnder } from './keys.ts';
import { measureRow, readMeasure } from './measure-row.ts';
import { revisionKey, rowsOfKind } from './period-table.ts';
import { postedRows, postedTo, readPosted } from './posted-row.ts';
import { logRow, readEvent, readRecord, recordRow } from './report-record-row.ts';
import { odata, type Row, StorageUnreachable, type Table } from './storage.ts';
import { verifyReports } from './verify-reports.ts';

const MEASURES = 'measures';
const DECISIONS = 'decisions';

/**
 * The table `Reports`.
 *   PartitionKey  2026-08      RowKey  report|BUN                 what people have made of a report so far
 *                                      log|BUN|000001             every deed, with the report as it became; never changed
 *                                      version|000001             head of a frozen version; created once
 *                                      version|000001|decision    the council's decision on it; created once
 *                                      version|chain              all of these two in their order
 *                                      posted|BUN|<instant>       a summary that was posted; never changed
 *                                      newest|BUN                 the one that was posted last
 *   PartitionKey  frozen|2026-08|000001|<seal>   RowKey  row|000001 …   a version's content, each row with the hash before it
 *   PartitionKey  measures     RowKey  2026-08|BUN|<id>           what a joint review agreed on; created once
 *   PartitionKey  decisions    RowKey  2026-08|000001             a decision that is to come into the plan; gone when it has
 * Cheap: a period's records, its versions, one version's content, all measures: one query each. Dear: verifying all.
 */
export class ReportRows implements ReportStore {
  readonly #table: Table;
  readonly #frozen: FrozenReports;

  constructor(table: Table) {
    this.#table = table;
    this.#frozen = new FrozenReports(table);
  }

  async find(scope: string, period: Month): Promise<StoredReport | undefined> {
    const row = await this.#table.find(period, key('report', scope));
    return row && readRecord(row);
  }

  async findPeriod(period: Month): Promise<ReadonlyMap<string, StoredReport>> {
    const rows = await this.#table.list(rowsOfKind(period, 'report'));
    return new Map(rows.map(readRecord).map((record) => [record.scope, record]));
  }

  async history(scope: string, period: Month): Promise<readonly ReportEvent[]> {
    const { from, to } = keysUnder(key('log', scope));
    const filter = odata`PartitionKey eq ${period} and RowKey ge ${from} and RowKey lt ${to}`;
    return (await this.#table.list(filter, ['event'])).map(readEvent);
  }

  async save(record: ReportRecord, event: ReportEvent, etag: string | undefined): Promise<'saved' | 'conflict'> {
    const { etag: _, ...plain }: ReportRecord & Partial<StoredReport> = record;
    const previous = await this.find(plain.scope, plain.period);
    if (previous?.etag !== etag || plain.revision !== (previous?.revision ?? 0) + 1) return 'conflict';
    const row = recordRow(plain);
    return this.#commit(
      etag === undefined ? ['create', row] : ['update', row, 'Replace', { etag }],
      logRow(plain, event),
    );
  }

  /** When the answer to the call is lost, the history row is read back: our own columns in it are success. */
  async #commit(current: TransactionAction, log: Row): Promise<'saved' | 'conflict'> {
    try {
      return (await this.#table.transact([current, ['create', log]])) === 'conflict' ? 'conflict' : 'saved';
    } catch (error) {
      if (!(error instanceof StorageUnreachable)) throw error;
      const written = await this.#table.find(String(log.partitionKey), String(log.rowKey));
      if (written && Object.entries(log).every(([column, value]) => written[column] === value)) return 'saved';
      throw error;
    }
  }

  async agreedMeasures(): Promise<readonly AgreedMeasure[]> {
    const rows = await this.#table.list(odata`PartitionKey eq ${MEASURES}`);
    return rows.map(readMeasure).sort((one, other) => one.agreedAt.localeCompare(other.agreedAt));
  }

  async agree(measure: AgreedMeasure): Promise<void> {
    await this.#table.create(measureRow(MEASURES, measure));
  }

  freeze(version: VersionToFreeze): Promise<{ readonly seal: string } | 'conflict'> {
    return this.#frozen.freeze(version);
  }

  findVersion(period: Month, number?: number): Promise<ReportVersion | undefined> {
    return this.#frozen.findVersion(period, number);
  }

  versions(period: Month): Promise<readonly VersionHead[]> {
    return this.#frozen.versions(period);
  }

  /** What is left to do is written first: a decision that is stored has it. */
  async decide(period: Month, decision: CouncilDecision): Promise<'saved' | 'conflict'> {
    const known = await this.#frozen.versions(period);
    if (known.find(({ number }) => number === decision.version)?.decision) return 'conflict';
    await this.#table.put({ partitionKey: DECISIONS, rowKey: toCarryOut(period, decision.version), period });
    return this.#frozen.decide(period, decision);
  }

  async decisionsToCarryOut(): Promise<readonly { readonly period: Month; readonly decision: CouncilDecision }[]> {
    const rows = await this.#table.list(odata`PartitionKey eq ${DECISIONS}`);
    const periods = [...new Set(rows.map(({ period }) => period as Month))];
    const waiting = new Set(rows.map(({ rowKey }) => rowKey));
    const versions = await Promise.all(periods.map((period) => this.#frozen.versions(period)));
    // One whose decision was never stored stays: the clerk's next try has it.
    return versions.flat().flatMap(({ period, number, decision }) => {
      return decision && waiting.has(toCarryOut(period, number)) ? [{ period, decision }] : [];
    });
  }

  carriedOut(period: Month, version: number): Promise<void> {
    return this.#table.remove(DECISIONS, toCarryOut(period, version));
  }

  verify(period?: Month): ReturnType<ReportStore['verify']> {
    return verifyReports(this.#table, period);
  }

  async keepPosted(posted: Posted): Promise<void> {
    const last = await this.lastPosted(posted.scope, posted.period);
    const { log, newest } = postedRows(posted);
    // What was posted earlier may be kept later. The same again is in the history already: a conflict that changes nothing.
    const isNewest = !last || last.at <= posted.at;
    const also: readonly TransactionAction[] = isNewest ? [['upsert', newest, 'Replace']] : [];
    await this.#table.transact([['create', log], ...also]);
  }

  async lastPosted(scope: string, period: Month): Promise<Posted | undefined> {
    const row = await this.#table.find(period, postedTo(scope));
    return row && readPosted(row);
  }
}

function toCarryOut(period: Month, version: number): string {
  return key(period, revisionKey(version));
}

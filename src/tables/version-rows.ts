import { z } from 'zod';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Month } from '../domain/period.ts';
import type { CouncilDecision } from '../domain/report-record.ts';
import type { VersionHead } from '../ports.ts';
import type { VersionFacts } from './frozen-rows.ts';
import { key, keysUnder } from './keys.ts';
import { longText, readLongText } from './long-text.ts';
import { revisionKey } from './period-table.ts';
import { type SealedRow, seal } from './sealed-row.ts';
import { odata, type StoredRow } from './storage.ts';

/** Version of the columns below; a later one brings a function that reads rows of this one. */
const SCHEMA = '1';

/** Everything that a period's chain is made of, in its order: each version by its seal, each decision by its row's hash. */
export type Chain = readonly (readonly [rowKey: string, hash: string])[];
const ChainJson = z.array(z.tuple([z.string(), z.string()]));

/** Of the partition of a period: its heads, its decisions and its chain, beside all else. */
export function versionRowsOf(period: Month): string {
  const { from, to } = keysUnder('version');
  return odata`PartitionKey eq ${period} and RowKey ge ${from} and RowKey lt ${to}`;
}

const CHAIN_KEY = key('version', 'chain');

export function headKey(number: number): string {
  return key('version', revisionKey(number));
}

export function decisionKey(number: number): string {
  return key('version', revisionKey(number), 'decision');
}

/** The row that makes a version exist. All of it also stands in the version's first row, but `rows` and the seal. */
export function headRow(facts: VersionFacts, rows: number, sealOfVersion: string): SealedRow {
  const { period, number, compiledAt, compiledBy, reason, mark } = facts;
  return seal({
    ...{ partitionKey: period, rowKey: headKey(number), schema: SCHEMA },
    ...{ period, number: String(number), rows: String(rows), seal: sealOfVersion },
    ...{ compiledAt, compiledBy, ...(reason === undefined ? {} : longText('reason', reason)), mark },
  });
}

export interface Head extends VersionFacts {
  readonly seal: string;
  readonly rows: number;
}

export function readHead(row: Readonly<Record<string, unknown>>): Head {
  assertKnown(row);
  const text = (column: string): string => readLongText(row, column) ?? '';
  const reason = readLongText(row, 'reason');
  return {
    ...{ period: text('period') as Month, number: Number(text('number')), compiledAt: text('compiledAt') },
    ...{ compiledBy: text('compiledBy'), ...(reason === undefined ? {} : { reason }), mark: text('mark') },
    ...{ seal: text('seal'), rows: Number(text('rows')) },
  };
}

export function decisionRow(period: Month, decision: CouncilDecision): SealedRow {
  return seal({
    ...{ partitionKey: period, rowKey: decisionKey(decision.version), schema: SCHEMA },
    ...{ ...longText('content', canonicalJson(decision)), previous: decision.seal },
  });
}

export function readDecision(row: Readonly<Record<string, unknown>>): CouncilDecision {
  assertKnown(row);
  return JSON.parse(readLongText(row, 'content') ?? '') as CouncilDecision;
}

/** What the period's next version or decision follows on; it is changed with each, so that only one comes next. */
export function chainRow(period: Month, chain: Chain): SealedRow {
  return seal({
    ...{ partitionKey: period, rowKey: CHAIN_KEY, schema: SCHEMA, period },
    ...longText('chain', canonicalJson(chain)),
  });
}

export function readChain(row: Readonly<Record<string, unknown>>): Chain {
  assertKnown(row);
  return ChainJson.parse(JSON.parse(readLongText(row, 'chain') ?? ''));
}

function assertKnown({ schema }: Readonly<Record<string, unknown>>): void {
  if (schema !== SCHEMA) throw new Error(`Rows of frozen reports of schema ${String(schema)} can't be read`);
}

/** A period's heads and decisions, sorted out. */
export interface VersionRows {
  readonly chain: StoredRow | undefined;
  readonly heads: ReadonlyMap<number, StoredRow>;
  readonly decisions: ReadonlyMap<number, StoredRow>;
  /** None of these, and nothing that is written here. */
  readonly others: readonly StoredRow[];
}

const HEAD = /^version\|(\d{6})$/;
const DECISION = /^version\|(\d{6})\|decision$/;

export function sortOut(rows: readonly StoredRow[]): VersionRows {
  const numbered = (numberIn: (rowKey: string) => number | undefined): ReadonlyMap<number, StoredRow> =>
    new Map(
      rows.flatMap((row) => {
        const number = numberIn(row.rowKey);
        return number === undefined ? [] : [[number, row] as const];
      }),
    );
  return {
    chain: rows.find(({ rowKey }) => rowKey === CHAIN_KEY),
    heads: numbered(numberOfHead),
    decisions: numbered(numberOfDecision),
    others: rows.filter(({ rowKey }) => rowKey !== CHAIN_KEY && !HEAD.test(rowKey) && !DECISION.test(rowKey)),
  };
}

/** Which version a row of the chain is of; none for what is no head. */
export function numberOfHead(rowKey: string): number | undefined {
  const [, number] = HEAD.exec(rowKey) ?? [];
  return number === undefined ? undefined : Number(number);
}

export function numberOfDecision(rowKey: string): number | undefined {
  const [, number] = DECISION.exec(rowKey) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** A version without its content, with its decision when there is one. */
export function headOf({ heads, decisions }: VersionRows, number: number): VersionHead | undefined {
  const row = heads.get(number);
  if (!row) return undefined;
  const { rows: _, ...head } = readHead(row);
  const decided = decisions.get(number);
  return { ...head, ...(decided ? { decision: readDecision(decided) } : {}) };
}

import type { Month } from '../domain/period.ts';
import type { BrokenRow } from '../ports.ts';
import { readChainExactly, readHeadExactly, whatIsBelieved } from './believed-rows.ts';
import { revisionKey } from './period-table.ts';
import type { StoredRow } from './storage.ts';
import { type FoundContent, verifyFrozen } from './verify-frozen.ts';
import {
  type Chain,
  decisionKey,
  type Head,
  headKey,
  numberOfDecision,
  numberOfHead,
  readDecision,
  type VersionRows,
} from './version-rows.ts';

export interface PeriodToVerify {
  readonly period: Month;
  readonly known: VersionRows;
  /** How many versions the municipality's record knows of. */
  readonly compiled: number;
  /** A version's content as it lies in storage. */
  readonly frozen: (number: number, seal: string) => Promise<readonly StoredRow[]>;
}

interface Found {
  readonly rows: number;
  readonly broken: readonly BrokenRow[];
}

/**
 * The chain says what there should be and with which hash, when its own row is as it was written. Else that row is named, and the
 * heads and decisions are taken in the only order that they can have been made in.
 */
export async function verifyPeriod(given: PeriodToVerify): Promise<Found & { readonly versions: number }> {
  const { period, known, compiled } = given;
  const chain = whatIsBelieved(known.chain, readChainExactly);
  const entries = chain ?? chainOfRows(known);
  const unbelieved = { row: `${period}|chain`, what: known.chain ? ('changed' as const) : ('missing' as const) };
  const found: Found[] = [
    { rows: known.chain ? 1 : 0, broken: chain || (!known.chain && entries.length === 0) ? [] : [unbelieved] },
    added(given, entries),
  ];
  let before = '';
  for (const [rowKey, hash] of entries) {
    const number = numberOfHead(rowKey);
    const expected = { rowKey, hash, before };
    found.push(
      number === undefined ? verifyDecision(given, expected) : await verifyVersion(given, { number, ...expected }),
    );
    before = hash;
  }
  const versions = entries.filter(([rowKey]) => numberOfHead(rowKey) !== undefined).length;
  const forgotten = Array.from({ length: Math.max(0, compiled - versions) }, (_, at) => versions + at + 1);
  found.push({ rows: 0, broken: forgotten.map((number) => ({ row: headName(period, number), what: 'missing' })) });
  return {
    versions,
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
    broken: found.flatMap(({ broken }) => broken),
  };
}

/** A decision can only follow its own version: by then it is the newest. */
function chainOfRows({ heads, decisions }: VersionRows): Chain {
  const numbers = [...new Set([...heads.keys(), ...decisions.keys()])].sort((one, other) => one - other);
  return numbers.flatMap((number) => {
    const [head, decision] = [heads.get(number), decisions.get(number)];
    return [
      ...(head ? [[headKey(number), String(head.seal)] as const] : []),
      ...(decision ? [[decisionKey(number), String(decision.hash)] as const] : []),
    ];
  });
}

/** Heads and decisions that the chain knows nothing of, and what is neither. */
function added({ period, known }: PeriodToVerify, entries: Chain): Found {
  const expected = new Set(entries.map(([rowKey]) => rowKey));
  const rows = [...known.heads.values(), ...known.decisions.values()].filter(({ rowKey }) => !expected.has(rowKey));
  const strangers = [...rows, ...known.others].map(({ rowKey }) => rowKey);
  return {
    rows: strangers.length,
    broken: strangers.map((rowKey) => ({ row: nameOf(period, rowKey), what: 'added' })),
  };
}

function verifyDecision(
  { period, known }: PeriodToVerify,
  { rowKey, hash, before }: { readonly rowKey: string; readonly hash: string; readonly before: string },
): Found {
  const number = numberOfDecision(rowKey);
  const row = nameOf(period, rowKey);
  const stored = number === undefined ? undefined : known.decisions.get(number);
  if (!stored) return { rows: 0, broken: [{ row, what: 'missing' }] };
  const decision = whatIsBelieved(stored, readDecision);
  if (!decision || stored.hash !== hash) return { rows: 1, broken: [{ row, what: 'changed' }] };
  const followsOn = stored.previous === before && decision.seal === before;
  return { rows: 1, broken: followsOn ? [] : [{ row, what: 'unchained' }] };
}

async function verifyVersion(
  { period, known, frozen }: PeriodToVerify,
  { number, hash, before }: { readonly number: number; readonly hash: string; readonly before: string },
): Promise<Found> {
  const stored = known.heads.get(number);
  const read = whatIsBelieved(stored, readHeadExactly);
  const intact = read?.seal === hash ? read : undefined;
  const content = verifyFrozen(await frozen(number, hash), { seal: hash, before, rows: intact?.rows });
  const { about } = content;
  const agrees = intact && (!about || (saysTheSame(intact, about) && intact.rows === about.rows));
  const row = headName(period, number);
  return {
    rows: content.rows + (stored ? 1 : 0),
    broken: [
      ...(agrees ? [] : [{ row, what: stored ? ('changed' as const) : ('missing' as const) }]),
      ...content.broken.map(({ name, what }) => ({ row: `${period}|${revisionKey(number)}|${name}`, what })),
    ],
  };
}

/** Who compiled it, when, why and from what: as the head says, and as the version's first row does. */
function saysTheSame(head: Head, { facts }: NonNullable<FoundContent['about']>): boolean {
  const names = ['period', 'number', 'compiledAt', 'compiledBy', 'reason', 'mark'] as const;
  return names.every((name) => head[name] === facts[name]);
}

function headName(period: Month, number: number): string {
  return `${period}|${revisionKey(number)}|head`;
}

/** `version|000001|decision` is called `2026-08|000001|decision`. */
function nameOf(period: Month, rowKey: string): string {
  const number = numberOfHead(rowKey);
  return number === undefined ? `${period}|${rowKey.replace(/^version\|/, '')}` : headName(period, number);
}

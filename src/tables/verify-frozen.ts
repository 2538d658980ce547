import type { BrokenRow } from '../ports.ts';
import { whatIsBelieved } from './believed-rows.ts';
import { ABOUT, type About, frozenKey, readAbout } from './frozen-rows.ts';
import { hashOf } from './sealed-row.ts';
import type { StoredRow } from './storage.ts';

/** A count beyond any real report is not worked through. */
const MOST_ROWS = 100_000;

/** What a version's rows are held against. */
export interface ExpectedContent {
  /** Hash of the last row. */
  readonly seal: string;
  /** What the first row follows on; '' for the period's first version. */
  readonly before: string;
  /** How many rows the head says; absent when there is no head to believe. */
  readonly rows: number | undefined;
}

export interface FoundContent {
  readonly rows: number;
  /** What the first row says, when it is as it was written. */
  readonly about?: { readonly facts: About; readonly rows: number };
  readonly broken: readonly { readonly name: string; readonly what: BrokenRow['what'] }[];
}

/**
 * From the last row, whose hash is the seal, back to the first: each row says which hash the one before it must have. Behind a
 * broken row that is not known, and the row before it is only held against itself.
 */
export function verifyFrozen(stored: readonly StoredRow[], expected: ExpectedContent): FoundContent {
  const rows = new Map(stored.map((row) => [row.rowKey, row]));
  const about = aboutIn(rows.get(frozenKey(0)));
  const count = Math.min(about?.rows ?? expected.rows ?? rowsIn(stored), MOST_ROWS);
  const keys = Array.from({ length: count }, (_, at) => frozenKey(at));
  const names = namesOf(about?.facts);
  const broken: { name: string; what: BrokenRow['what'] }[] = [];
  let wanted: unknown = expected.seal;
  for (const [at, rowKey] of [...keys.entries()].reverse()) {
    const row = rows.get(rowKey);
    const what = row ? whatIsWrong(row, wanted, at === 0 ? expected.before : undefined) : 'missing';
    if (what) broken.unshift({ name: names[at] ?? nameIn(row, rowKey), what });
    wanted = row && what === undefined ? row.previous : undefined;
  }
  const known = new Set(keys);
  for (const row of stored) {
    if (!known.has(row.rowKey)) broken.push({ name: nameIn(row, row.rowKey), what: 'added' });
  }
  const isBelieved = about && !broken.some(({ name }) => name === ABOUT);
  return { rows: stored.length, ...(isBelieved ? { about } : {}), broken };
}

function whatIsWrong(row: StoredRow, wanted: unknown, before: string | undefined): BrokenRow['what'] | undefined {
  const hash = hashOf(row);
  if (row.hash !== hash || (wanted !== undefined && wanted !== hash)) return 'changed';
  return before !== undefined && row.previous !== before ? 'unchained' : undefined;
}

/** None when the row is gone, or was written by somebody else: then nothing in it is believed. */
function aboutIn(row: StoredRow | undefined): FoundContent['about'] {
  const facts = whatIsBelieved(row, readAbout);
  return facts && { facts, rows: facts.parts.reduce((sum, [, count]) => sum + count, 1) };
}

/** In the rows' order: `about`, `report`, `committee-BUN`, `committee-BUN|2`. */
function namesOf(about: About | undefined): readonly string[] {
  const parts = about?.parts ?? [];
  return [
    ABOUT,
    ...parts.flatMap(([name, count]) => Array.from({ length: count }, (_, at) => pieceName(name, at + 1))),
  ];
}

function nameIn(row: StoredRow | undefined, rowKey: string): string {
  return typeof row?.name === 'string' ? pieceName(row.name, Number(row.piece)) : rowKey;
}

function pieceName(name: string, piece: number): string {
  return piece === 1 ? name : `${name}|${piece}`;
}

function rowsIn(stored: readonly StoredRow[]): number {
  return stored.reduce((most, { rowKey }) => Math.max(most, Number(/^row\|(\d{6})$/.exec(rowKey)?.[1] ?? 0)), 0);
}

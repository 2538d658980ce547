import { canonicalJson } from '../domain/canonical-json.ts';
import type { MunicipalReportContent } from '../domain/report-content.ts';
import type { ReportVersion, VersionToFreeze } from '../ports.ts';
import { key } from './keys.ts';
import { longText, readLongText } from './long-text.ts';
import { revisionKey } from './period-table.ts';
import { type SealedRow, seal } from './sealed-row.ts';

/** Version of the columns and of how content is divided; a later one brings a function that reads rows of this one. */
const SCHEMA = '1';

/** UTF-16 units of content in a row: three columns, 180 kB of the 1 MiB that a row takes. */
const MOST_UNITS = 90_000;
/** As many rows as a transaction of 4 MiB holds, whatever the signs: on the way one takes up to six bytes. */
export const FROZEN_TOGETHER = 7;

export type VersionFacts = Omit<VersionToFreeze, 'content'>;

/** Name of the first row. */
export const ABOUT = 'about';

/** What the first row says: who compiled it and when, and which parts follow, with how many rows each takes. */
export type About = VersionFacts & { readonly parts: readonly (readonly [name: string, rows: number])[] };

/** A part of a report and its text: `report` is what all committees share, `committee-BUN` is one committee's. */
interface Part {
  readonly name: string;
  readonly pieces: readonly string[];
}

/**
 * A version as rows, each with the hash of the row before it; the first has that of the version or decision before it. Their
 * partition is named after the last hash: an attempt that was interrupted leaves rows that nobody reads, never a mix.
 */
export function frozenRows(version: VersionToFreeze, before: string): { seal: string; rows: readonly SealedRow[] } {
  const pieces = partsOf(version).flatMap(({ name, pieces }) => pieces.map((text, at) => ({ name, text, at })));
  let previous = before;
  const rows = pieces.map(({ name, text, at }, position) => {
    const row = seal({
      ...{ partitionKey: '', rowKey: frozenKey(position), schema: SCHEMA },
      ...{ name, piece: String(at + 1), ...longText('content', text), previous },
    });
    previous = row.hash;
    return row;
  });
  const partitionKey = frozenPartition(version, previous);
  return { seal: previous, rows: rows.map((row) => ({ ...row, partitionKey })) };
}

function partsOf({ content: { committees, ...shared }, ...facts }: VersionToFreeze): readonly Part[] {
  const parts = [
    inPieces('report', shared),
    ...committees.map((committee) => inPieces(`committee-${committee.committeeId}`, committee)),
  ];
  const about: About = { ...facts, parts: parts.map(({ name, pieces }) => [name, pieces.length]) };
  return [{ name: ABOUT, pieces: [canonicalJson(about)] }, ...parts];
}

function inPieces(name: string, content: unknown): Part {
  const pieces: string[] = [];
  const text = canonicalJson(content);
  for (let from = 0; from < text.length; from += pieces.at(-1)?.length ?? 0) {
    // Cut between characters: half a pair can't be stored.
    pieces.push(text.slice(from, from + MOST_UNITS).replace(/[\uD800-\uDBFF]$/, ''));
  }
  return { name, pieces };
}

export function frozenPartition({ period, number }: Pick<ReportVersion, 'period' | 'number'>, seal: string): string {
  return key('frozen', period, revisionKey(number), seal);
}

/** Rows sort as text. */
export function frozenKey(position: number): string {
  return key('row', String(position + 1).padStart(6, '0'));
}

export function readAbout(row: Readonly<Record<string, unknown>>): About {
  if (row.schema !== SCHEMA) throw new Error(`Frozen rows of schema ${String(row.schema)} can't be read`);
  return JSON.parse(readLongText(row, 'content') ?? '') as About;
}

/** What was frozen, out of all its rows in order. They were judged when they were written, and hold what their hashes say. */
export function readFrozen(rows: readonly Readonly<Record<string, unknown>>[]): MunicipalReportContent {
  const [first, ...others] = rows;
  if (!first) throw new Error('A frozen report has no rows');
  let at = 0;
  const contents = readAbout(first).parts.map(([, count]) => {
    const pieces = others.slice(at, at + count);
    at += count;
    return JSON.parse(pieces.map((row) => readLongText(row, 'content') ?? '').join('')) as unknown;
  });
  const [shared, ...committees] = contents;
  return { ...(shared as Omit<MunicipalReportContent, 'committees'>), committees } as MunicipalReportContent;
}

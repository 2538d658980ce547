import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { PlanVersion } from '../ports.ts';
import type { Table } from './storage.ts';

/** Version of the columns below; a later one brings a function that lifts rows of this one. */
const SCHEMA = 1;

const VersionRow = z.object({
  schema: z.literal(SCHEMA),
  number: z.int(),
  version: z.string(),
  planId: z.string(),
  title: z.string(),
  validFrom: z.string().refine(isMonth),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
  reason: z.string(),
  /** Where the text lies, and in how many parts. */
  content: z.string(),
  parts: z.int(),
});

/** The row `current` from before there were versions: the one plan in force, with the SHA-256 of its text. */
export const Pointer = z.object({ version: z.string(), parts: z.int(), timestamp: z.iso.datetime({ offset: true }) });

/** Where a version's text lies. */
export type StoredText = Pick<z.infer<typeof VersionRow>, 'content' | 'parts'>;
export type StoredVersion = PlanVersion & StoredText;

export function readVersion(row: object): StoredVersion {
  const { schema: _, validFrom, publishedAt, ...rest } = VersionRow.parse(row);
  return { ...rest, validFrom: validFrom as Month, publishedAt: new Date(publishedAt) };
}

/** The row of the partition `versions` that makes a version exist. */
export function versionRow({ publishedAt, ...stored }: StoredVersion): Parameters<Table['create']>[0] {
  return {
    partitionKey: 'versions',
    rowKey: String(stored.number).padStart(6, '0'),
    schema: SCHEMA,
    ...stored,
    publishedAt: publishedAt.toISOString(),
  };
}

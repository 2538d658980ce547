import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { Posted } from '../ports.ts';
import { key } from './keys.ts';
import { longText, readLongText } from './long-text.ts';
import type { Row, StoredRow } from './storage.ts';

/** Version of the columns below; a later one brings a function that lifts rows of this one. */
const SCHEMA = 1;

const PostedRow = z.object({
  schema: z.literal(SCHEMA),
  period: z.string().refine(isMonth),
  scope: z.string(),
  at: z.string(),
  mark: z.string(),
});

/** Key of the row that has what was posted last in a place. */
export function postedTo(scope: string): string {
  return key('newest', scope);
}

/** Everything that was posted stays; what was posted last is found without reading it all. */
export function postedRows({ content, ...plain }: Posted): { readonly log: Row; readonly newest: Row } {
  const columns = { schema: SCHEMA, ...plain, ...longText('content', content) };
  const partitionKey = plain.period;
  return {
    log: { partitionKey, rowKey: key('posted', plain.scope, plain.at, plain.mark), ...columns },
    newest: { partitionKey, rowKey: postedTo(plain.scope), ...columns },
  };
}

export function readPosted(row: StoredRow): Posted {
  const { schema: _, period, ...plain } = PostedRow.parse(row);
  return { ...plain, period: period as Month, content: readLongText(row, 'content') ?? '' };
}

import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { AgreedMeasure } from '../domain/report-record.ts';
import { key } from './keys.ts';
import { longText, readLongText } from './long-text.ts';
import type { Row, StoredRow } from './storage.ts';

/** Version of the columns below; a later one brings a function that lifts rows of this one. */
const SCHEMA = 1;

const MeasureRow = z.object({
  schema: z.literal(SCHEMA),
  id: z.string(),
  committeeId: z.string(),
  period: z.string().refine(isMonth),
  dueOn: z.string(),
  effectKr: z.int().exactOptional(),
  agreedAt: z.string(),
  upn: z.string(),
  name: z.string(),
});

export function measureRow(partitionKey: string, { by, text, owner, ...plain }: AgreedMeasure): Row {
  return {
    ...{ partitionKey, rowKey: key(plain.period, plain.committeeId, plain.id), schema: SCHEMA, ...plain },
    ...{ upn: by.upn, name: by.name, ...longText('text', text), ...longText('owner', owner) },
  };
}

export function readMeasure(row: StoredRow): AgreedMeasure {
  const { schema: _, upn, name, period, ...plain } = MeasureRow.parse(row);
  const [text = '', owner = ''] = [readLongText(row, 'text'), readLongText(row, 'owner')];
  return { ...plain, period: period as Month, text, owner, by: { upn, name } };
}

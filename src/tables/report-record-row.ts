import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { ReportEvent, ReportRecord } from '../domain/report-record.ts';
import { reportDeeds, reportStates } from '../domain/report-state.ts';
import type { StoredReport } from '../ports.ts';
import { key } from './keys.ts';
import { longText, readLongText } from './long-text.ts';
import { revisionKey } from './period-table.ts';
import type { Row, StoredRow } from './storage.ts';

/** Version of the columns below; a later one brings a function that lifts rows of this one. */
const SCHEMA = 1;

const Instant = z.iso.datetime().transform((text) => new Date(text));
const DoerJson = z.object({ upn: z.string(), name: z.string() });
const DoneByJson = DoerJson.extend({ at: Instant });
const State = z.enum(reportStates);
const Deed = z.enum(reportDeeds);

const RecordRow = z.object({
  schema: z.literal(SCHEMA),
  scope: z.string(),
  period: z.string().refine(isMonth),
  revision: z.int(),
  state: State,
  registrationNumber: z.string(),
  mark: z.string().exactOptional(),
  handedIn: z
    .string()
    .transform((text) => DoneByJson.parse(JSON.parse(text)))
    .exactOptional(),
  signed: z
    .string()
    .transform((text) => DoneByJson.parse(JSON.parse(text)))
    .exactOptional(),
  version: z.int().exactOptional(),
  reopenedAfter: z.int().exactOptional(),
});

const TextsJson = z.object({ summary: z.string(), events: z.string(), outlook: z.string(), staff: z.string() });
const GradesJson = z.array(
  z.object({
    goalId: z.string(),
    gradeId: z.string(),
    motivation: z.string(),
    proposedGradeId: z.string().exactOptional(),
  }),
);
const ReviewJson = z.object({
  date: z.string().exactOptional(),
  startsAt: z.string().exactOptional(),
  participants: z.string(),
  notes: z.string(),
});
const EventJson = z.object({
  revision: z.int(),
  at: Instant,
  by: DoerJson,
  deed: Deed,
  from: State,
  to: State,
  why: z.string().exactOptional(),
  mark: z.string().exactOptional(),
  measureId: z.string().exactOptional(),
});

/** Free text has columns of its own, as many as it needs. */
export function recordRow(record: ReportRecord): Row {
  const { texts, grades, review, why, handedIn, signed, ...plain } = record;
  return {
    ...{ partitionKey: record.period, rowKey: key('report', record.scope), schema: SCHEMA, ...plain },
    ...longText('texts', JSON.stringify(texts)),
    ...longText('grades', JSON.stringify(grades)),
    ...(review === undefined ? {} : longText('review', JSON.stringify(review))),
    ...(why === undefined ? {} : longText('why', why)),
    ...(handedIn === undefined ? {} : { handedIn: JSON.stringify(handedIn) }),
    ...(signed === undefined ? {} : { signed: JSON.stringify(signed) }),
  };
}

export function readRecord(row: StoredRow): StoredReport {
  const { schema: _, ...plain } = RecordRow.parse(row);
  const [review, why] = [readLongText(row, 'review'), readLongText(row, 'why')];
  return {
    ...plain,
    period: plain.period as Month,
    texts: TextsJson.parse(JSON.parse(readLongText(row, 'texts') ?? '')),
    grades: GradesJson.parse(JSON.parse(readLongText(row, 'grades') ?? '[]')),
    ...(review === undefined ? {} : { review: ReviewJson.parse(JSON.parse(review)) }),
    ...(why === undefined ? {} : { why }),
    etag: row.etag,
  };
}

/** The record as it became, and what was done: nothing that was there before is lost. */
export function logRow(record: ReportRecord, event: ReportEvent): Row {
  const rowKey = key('log', record.scope, revisionKey(record.revision));
  return { ...recordRow(record), rowKey, event: JSON.stringify(event) };
}

export function readEvent(row: StoredRow): ReportEvent {
  return EventJson.parse(JSON.parse(String(row.event)));
}

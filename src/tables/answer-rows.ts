import type { TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import type { Answer, StoredAnswer } from '../domain/answer.ts';
import { isMonth, type Month, monthOf, yearOf } from '../domain/period.ts';
import type { AnswerStore, Checkpoint, Clock, Draft, EffectOrder } from '../ports.ts';
import { draftKey, putDraft, readDraft } from './draft-row.ts';
import { effectRow } from './effect-rows.ts';
import { key } from './keys.ts';
import { longText, readLongText } from './long-text.ts';
import { answeredOwed } from './owed-row.ts';
import { periodPartition, revisionKey } from './period-table.ts';
import { odata, StorageUnreachable, type StoredRow, type Table } from './storage.ts';

/** Version of the columns below; a later version brings a function that lifts rows of this one. */
const SCHEMA = 1;

const AmountJson = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), amountKr: z.int() }),
  z.object({ kind: z.literal('missing'), reason: z.string() }),
]);

const GoalsJson = z.array(
  z.object({
    goalId: z.string(),
    gradeId: z.string(),
    motivation: z.string(),
    proposedGradeId: z.string().exactOptional(),
  }),
);

const WorkJson = z.array(
  z.object({
    workId: z.string(),
    status: z.enum(['notStarted', 'ongoing', 'late', 'done', 'cancelled']),
  }),
);

const InvestmentsJson = z.array(z.object({ project: z.string(), outcome: AmountJson, forecast: AmountJson }));

const AnswerJson = z.object({
  areas: z.array(z.object({ areaId: z.string(), outcome: AmountJson, forecast: AmountJson })),
  indicators: z.array(
    z.object({
      indicatorId: z.string(),
      scope: z.literal('municipality').exactOptional(),
      report: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('value'), value: z.number() }),
        z.object({ kind: z.literal('no-new-value') }),
        z.object({ kind: z.literal('not-applicable') }),
        z.object({ kind: z.literal('too-few') }),
      ]),
    }),
  ),
  comment: z.string(),
  measures: z.array(z.object({ text: z.string(), effectKr: z.int().exactOptional() })),
  goals: GoalsJson,
  work: WorkJson,
  investments: InvestmentsJson,
});

const AnswerRow = z.object({
  schema: z.literal(SCHEMA),
  committeeId: z.string(),
  period: z.string().refine(isMonth),
  revision: z.int(),
  figures: z.string(),
  /** Free text has columns of its own: 4,000 graphemes can be many UTF-16 units. */
  comment: z.string(),
  measures: z.string(),
  /** As JSON, like `goals` and `investments`, which take several columns. */
  work: z.string().default('[]'),
  correctionReason: z.string().exactOptional(),
  oid: z.string(),
  upn: z.string(),
  name: z.string(),
  reportedAt: z.iso.datetime(),
  receiptNumber: z.string(),
  submissionKey: z.string(),
  conversationId: z.string().exactOptional(),
  cardVersion: z.int().exactOptional(),
  planVersion: z.string().exactOptional(),
  example: z.boolean(),
});

const YEAR_CACHE_MS = 30_000;
/** Answers kept in memory at most: a year of a large municipality many times over. */
const REMEMBERED = 1_000;

/** Rows `answer`, `log|…` and `draft|…` of the table `Periods`. */
export class AnswerRows implements AnswerStore {
  readonly #table: Table;
  readonly #checkpoint: Checkpoint;
  readonly #clock: Clock;
  readonly #years = new Map<string, { readonly answers: StoredAnswer[]; readonly until: number }>();
  /** The newest answers seen here, by partition, so that a correction costs one call. The ETag says whether it still holds. */
  readonly #newest = new Map<string, { readonly stored: StoredAnswer; readonly etag: string }>();

  constructor(table: Table, checkpoint: Checkpoint, clock: Clock) {
    this.#table = table;
    this.#checkpoint = checkpoint;
    this.#clock = clock;
  }

  async find(committeeId: string, period: Month, expected?: number): Promise<StoredAnswer | undefined> {
    const newest = this.#newest.get(periodPartition(committeeId, period));
    if (expected !== undefined && newest?.stored.revision === expected) return newest.stored;
    return (await this.#findNewest(committeeId, period))?.stored;
  }

  async #findNewest(committeeId: string, period: Month): Promise<{ stored: StoredAnswer; etag: string } | undefined> {
    const row = await this.#table.find(periodPartition(committeeId, period), 'answer');
    return row && this.#remember(read(row), row.etag);
  }

  #remember(stored: StoredAnswer, etag: string): { stored: StoredAnswer; etag: string } {
    const partition = periodPartition(stored.committeeId, stored.period);
    const newest = { stored, etag };
    // Answers to calls may come in another order than they were given.
    if ((this.#newest.get(partition)?.stored.revision ?? 0) > stored.revision) return newest;
    if (this.#newest.size >= REMEMBERED) this.#newest.clear();
    this.#newest.set(partition, newest);
    return newest;
  }

  async findRevision(committeeId: string, period: Month, revision: number): Promise<StoredAnswer | undefined> {
    const row = await this.#table.find(periodPartition(committeeId, period), key('log', revisionKey(revision)));
    return row && read(row);
  }

  async findYear(committeeId: string, year: number, how?: 'fresh'): Promise<StoredAnswer[]> {
    const now = this.#clock.now().getTime();
    const cached = this.#years.get(`${committeeId}|${year}`);
    if (cached && now < cached.until && how !== 'fresh') return cached.answers;

    const from = periodPartition(committeeId, monthOf(year, 1));
    const to = periodPartition(committeeId, monthOf(year, 12));
    const rows = await this.#table.list(
      odata`PartitionKey ge ${from} and PartitionKey le ${to} and RowKey eq 'answer'`,
    );
    const answers = rows.map(read);
    this.#years.set(`${committeeId}|${year}`, { answers, until: now + YEAR_CACHE_MS });
    return answers;
  }

  /**
   * The history row decides: only one can be created for a revision. The row `answer` is replaced on the ETag that the
   * previous revision has. The first one says that nothing is owed any more. When the answer to the call is lost, the history
   * row is read back and our own key in it is success.
   */
  async save(stored: StoredAnswer, effects: readonly EffectOrder[]): Promise<'saved' | 'conflict'> {
    const { committeeId, period, revision } = stored;
    const partitionKey = periodPartition(committeeId, period);
    const known = this.#newest.get(partitionKey);
    const isKnown = revision === 1 || known?.stored.revision === revision - 1;
    const previous = isKnown ? known : await this.#findNewest(committeeId, period);
    if ((previous?.stored.revision ?? 0) !== revision - 1) return 'conflict';

    const row = { partitionKey, rowKey: 'answer', ...columns(stored) };
    const actions: TransactionAction[] = [
      previous === undefined ? ['create', row] : ['update', row, 'Replace', { etag: previous.etag }],
      ['create', { ...row, rowKey: key('log', revisionKey(revision)) }],
      ...(revision === 1 ? [answeredOwed(partitionKey, stored.reportedAt)] : []),
      ...effects.map(
        (order): TransactionAction => ['create', effectRow({ committeeId, period, revision, attempts: 0, ...order })],
      ),
    ];
    const outcome = await this.#commit(actions, stored);
    if (outcome === 'saved') {
      this.#checkpoint('S5');
      this.#refreshYear(stored);
    }
    return outcome;
  }

  /** What this process stored itself is never half a minute old. */
  #refreshYear(stored: StoredAnswer): void {
    const cached = this.#years.get(`${stored.committeeId}|${yearOf(stored.period)}`);
    if (!cached) return;
    const at = cached.answers.findIndex(({ period }) => period === stored.period);
    cached.answers.splice(at < 0 ? cached.answers.length : at, at < 0 ? 0 : 1, stored);
  }

  async #commit(actions: readonly TransactionAction[], stored: StoredAnswer): Promise<'saved' | 'conflict'> {
    try {
      const etags = await this.#table.transact(actions);
      if (etags === 'conflict') return 'conflict';
      const [etag] = etags; // of the row `answer`, which comes first
      if (etag !== undefined) this.#remember(stored, etag);
      return 'saved';
    } catch (error) {
      if (!(error instanceof StorageUnreachable)) throw error;
      const written = await this.findRevision(stored.committeeId, stored.period, stored.revision);
      if (written?.submissionKey === stored.submissionKey) return 'saved';
      throw error;
    }
  }

  async findDraft(committeeId: string, period: Month, oid: string): Promise<Draft | undefined> {
    const row = await this.#table.find(periodPartition(committeeId, period), draftKey(oid));
    return row && readDraft(row);
  }

  async saveDraft(committeeId: string, period: Month, oid: string, draft: Draft): Promise<boolean> {
    return putDraft(this.#table, committeeId, period, oid, draft);
  }
}

function read(row: StoredRow): StoredAnswer {
  const parsed = AnswerRow.parse(row);
  const { schema: _, figures, comment, measures, work, oid, upn, name, reportedAt, ...others } = parsed;
  const { conversationId, cardVersion, ...rest } = others;
  const answer: Answer = AnswerJson.parse({
    ...JSON.parse(figures),
    comment,
    measures: JSON.parse(measures),
    goals: JSON.parse(readLongText(row, 'goals') ?? '[]'),
    work: JSON.parse(work),
    investments: JSON.parse(readLongText(row, 'investments') ?? '[]'),
  });
  return {
    ...rest,
    period: rest.period as Month,
    answer,
    reporter: { oid, upn, name },
    ...(conversationId !== undefined && cardVersion !== undefined ? { given: { conversationId, cardVersion } } : {}),
    reportedAt: new Date(reportedAt),
  };
}

function columns({ answer, reporter, reportedAt, given, ...rest }: StoredAnswer): Record<string, unknown> {
  return {
    schema: SCHEMA,
    ...rest,
    figures: JSON.stringify({ areas: answer.areas, indicators: answer.indicators }),
    comment: answer.comment,
    measures: JSON.stringify(answer.measures),
    ...longText('goals', JSON.stringify(answer.goals)),
    work: JSON.stringify(answer.work),
    ...longText('investments', JSON.stringify(answer.investments)),
    ...reporter,
    ...given,
    reportedAt: reportedAt.toISOString(),
  };
}

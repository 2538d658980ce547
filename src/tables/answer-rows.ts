import type { TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import type { Answer, StoredAnswer } from '../domain/answer.ts';
import { isMonth, type Month, monthOf, yearOf } from '../domain/period.ts';
import type { AnswerStore, Checkpoint, Clock, Draft, EffectOrder } from '../ports.ts';
import { effectRow } from './effect-rows.ts';
import { key } from './keys.ts';
import { periodPartition, revisionKey } from './period-table.ts';
import { odata, StorageUnreachable, type Table } from './storage.ts';

/** Version of the columns below; a later version brings a function that lifts rows of this one. */
const SCHEMA = 1;

const AmountJson = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), amountKr: z.int() }),
  z.object({ kind: z.literal('missing'), reason: z.string() }),
]);

const AnswerJson = z.object({
  areas: z.array(z.object({ areaId: z.string(), outcome: AmountJson, forecast: AmountJson })),
  indicators: z.array(
    z.object({
      indicatorId: z.string(),
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
  oid: z.string(),
  upn: z.string(),
  name: z.string(),
  reportedAt: z.iso.datetime(),
  receiptNumber: z.string(),
  submissionKey: z.string(),
  example: z.boolean(),
});

const DraftRow = z.object({ schema: z.literal(SCHEMA), revision: z.int(), typed: z.string() });
const Typed = z.record(z.string(), z.string());
/** A draft is a convenience: what one row can't hold is left out of it, the form itself still has it. */
const LONGEST_DRAFT = 30_000;
const YEAR_CACHE_MS = 30_000;

/** Rows `answer`, `log|…` and `draft|…` of the table `Periods`. */
export class AnswerRows implements AnswerStore {
  readonly #table: Table;
  readonly #checkpoint: Checkpoint;
  readonly #clock: Clock;
  readonly #years = new Map<string, { readonly answers: StoredAnswer[]; readonly until: number }>();
  /** ETags of answers read or written here, so that a correction needs no second read. */
  readonly #etags = new WeakMap<StoredAnswer, string>();

  constructor(table: Table, checkpoint: Checkpoint, clock: Clock) {
    this.#table = table;
    this.#checkpoint = checkpoint;
    this.#clock = clock;
  }

  async find(committeeId: string, period: Month): Promise<StoredAnswer | undefined> {
    const row = await this.#table.find(periodPartition(committeeId, period), 'answer');
    return row && this.#read(row);
  }

  async findRevision(committeeId: string, period: Month, revision: number): Promise<StoredAnswer | undefined> {
    const row = await this.#table.find(periodPartition(committeeId, period), key('log', revisionKey(revision)));
    return row && this.#read(row);
  }

  async findYear(committeeId: string, year: number): Promise<StoredAnswer[]> {
    const now = this.#clock.now().getTime();
    const cached = this.#years.get(`${committeeId}|${year}`);
    if (cached && now < cached.until) return cached.answers;

    const from = periodPartition(committeeId, monthOf(year, 1));
    const to = periodPartition(committeeId, monthOf(year, 12));
    const rows = await this.#table.list(
      odata`PartitionKey ge ${from} and PartitionKey le ${to} and RowKey eq 'answer'`,
    );
    const answers = rows.map((row) => this.#read(row));
    this.#years.set(`${committeeId}|${year}`, { answers, until: now + YEAR_CACHE_MS });
    return answers;
  }

  /**
   * The history row decides: only one can be created for a revision. The row `answer` is replaced on the ETag that the
   * previous revision has. When the answer to the call is lost, the history row is read back and our own key in it is success.
   */
  async save(stored: StoredAnswer, effects: readonly EffectOrder[]): Promise<'saved' | 'conflict'> {
    const { committeeId, period, revision } = stored;
    const previous = revision === 1 ? undefined : await this.find(committeeId, period);
    if (previous?.revision !== (revision === 1 ? undefined : revision - 1)) return 'conflict';

    const partitionKey = periodPartition(committeeId, period);
    const row = { partitionKey, rowKey: 'answer', ...columns(stored) };
    const actions: TransactionAction[] = [
      previous === undefined ? ['create', row] : ['update', row, 'Replace', { etag: this.#etags.get(previous) ?? '' }],
      ['create', { ...row, rowKey: key('log', revisionKey(revision)) }],
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
      return (await this.#table.transact(actions)) === 'done' ? 'saved' : 'conflict';
    } catch (error) {
      if (!(error instanceof StorageUnreachable)) throw error;
      const written = await this.findRevision(stored.committeeId, stored.period, stored.revision);
      if (written?.submissionKey === stored.submissionKey) return 'saved';
      throw error;
    }
  }

  async findDraft(committeeId: string, period: Month, oid: string): Promise<Draft | undefined> {
    const row = await this.#table.find(periodPartition(committeeId, period), key('draft', oid));
    if (!row) return undefined;
    const { revision, typed } = DraftRow.parse(row);
    return { revision, typed: Typed.parse(JSON.parse(typed)) };
  }

  async saveDraft(committeeId: string, period: Month, oid: string, draft: Draft): Promise<void> {
    const kept = Object.entries(draft.typed).filter(([, text]) => text.length <= LONGEST_DRAFT / 3);
    const typed = JSON.stringify(Object.fromEntries(kept));
    if (typed.length > LONGEST_DRAFT) return;
    await this.#table.put({
      partitionKey: periodPartition(committeeId, period),
      rowKey: key('draft', oid),
      schema: SCHEMA,
      revision: draft.revision,
      typed,
    });
  }

  #read(row: Record<string, unknown> & { readonly etag: string }): StoredAnswer {
    const { schema: _, figures, comment, measures, oid, upn, name, reportedAt, ...rest } = AnswerRow.parse(row);
    const answer: Answer = AnswerJson.parse({ ...JSON.parse(figures), comment, measures: JSON.parse(measures) });
    const stored: StoredAnswer = {
      ...rest,
      period: rest.period as Month,
      answer,
      reporter: { oid, upn, name },
      reportedAt: new Date(reportedAt),
    };
    this.#etags.set(stored, row.etag);
    return stored;
  }
}

function columns({ answer, reporter, reportedAt, ...rest }: StoredAnswer): Record<string, unknown> {
  return {
    schema: SCHEMA,
    ...rest,
    figures: JSON.stringify({ areas: answer.areas, indicators: answer.indicators }),
    comment: answer.comment,
    measures: JSON.stringify(answer.measures),
    ...reporter,
    reportedAt: reportedAt.toISOString(),
  };
}

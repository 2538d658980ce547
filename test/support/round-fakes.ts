import type { Absence } from '../../src/domain/absence.ts';
import type { Month } from '../../src/domain/period.ts';
import type {
  AbsenceStore,
  AppInstaller,
  Claimed,
  Clock,
  CrewStore,
  Delivery,
  DeliveryChange,
  DeliveryKey,
  DeliveryOrder,
  DeliveryStore,
  PeriodLedger,
  PromptTicket,
  RoundChange,
  RoundEvent,
  RoundSettings,
  RoundStore,
  SendingLimits,
  TakenOrder,
  TicketStore,
  WorkQueue,
} from '../../src/ports.ts';
import type { FakeAnswers } from './fakes.ts';

/** Which months are still owed, and the mark that each claim and each first answer changes. Shared by answers and deliveries. */
export class FakeOwed {
  readonly #marks = new Map<string, string>();
  #changes = 0;

  mark(committeeId: string, period: Month): string | undefined {
    return this.#marks.get(`${committeeId}|${period}`);
  }
  change(committeeId: string, period: Month): string {
    this.#changes += 1;
    const mark = `mark-${this.#changes}`;
    this.#marks.set(`${committeeId}|${period}`, mark);
    return mark;
  }
}

export class FakeDeliveries implements DeliveryStore {
  readonly #rows = new Map<string, Delivery>();
  readonly #answers: FakeAnswers;
  #changes = 0;

  constructor(answers: FakeAnswers) {
    this.#answers = answers;
  }
  get rows(): readonly Delivery[] {
    return [...this.#rows.values()];
  }
  async ensure(wanted: DeliveryKey): Promise<Delivery> {
    return this.#ensure(wanted);
  }
  async ensureAll(wanted: readonly DeliveryKey[]): Promise<readonly Delivery[]> {
    const { owed } = this.#answers;
    for (const { committeeId, period, kind } of wanted) {
      if (kind !== 'summary' && owed.mark(committeeId, period) === undefined) owed.change(committeeId, period);
    }
    return wanted.map((one) => this.#ensure(one));
  }
  #ensure({ committeeId, period, kind, variant, recipient }: DeliveryKey): Delivery {
    const key = { committeeId, period, kind, recipient: recipient.toLowerCase() };
    const wanted: DeliveryKey = variant === undefined ? key : { ...key, variant };
    const found = this.#rows.get(rowKeyOf(wanted));
    if (found) return found;
    const id = `${period.replace('-', '')}prompt-${this.#rows.size + 1}`;
    const made: Delivery = { ...wanted, id, state: 'ready', attempts: 0, activityIds: [], etag: this.#nextEtag() };
    this.#rows.set(rowKeyOf(wanted), made);
    return made;
  }
  async ledger(committeeId: string, period: Month): Promise<PeriodLedger> {
    const answered = this.#answers.isAnswered(committeeId, period);
    return {
      ...{ committeeId, period, answered },
      owedMark: answered ? undefined : this.#answers.owed.mark(committeeId, period),
      deliveries: this.rows.filter((row) => row.committeeId === committeeId && row.period === period),
      drafts: this.#answers.draftsOf(committeeId, period),
    };
  }
  async claim(
    { committeeId, period, owedMark }: Pick<PeriodLedger, 'committeeId' | 'period' | 'owedMark'>,
    rows: readonly { readonly delivery: Delivery; readonly change: DeliveryChange }[],
  ): Promise<Claimed | 'changed'> {
    const { owed } = this.#answers;
    if (owedMark === undefined || owedMark !== owed.mark(committeeId, period)) return 'changed';
    if (rows.some(({ delivery }) => this.#isChanged(delivery))) return 'changed';
    const deliveries = rows.map(({ delivery, change }) => this.#put({ ...delivery, ...change }));
    return { deliveries, owedMark: owed.change(committeeId, period) };
  }
  async record(rows: readonly { readonly delivery: Delivery; readonly change: DeliveryChange }[]): Promise<void> {
    for (const { delivery, change } of rows) await this.change(delivery, change);
  }
  async find(committeeId: string, period: Month, kind: Delivery['kind']): Promise<Delivery[]> {
    return this.rows.filter((row) => row.committeeId === committeeId && row.period === period && row.kind === kind);
  }
  async change(delivery: Delivery, change: DeliveryChange): Promise<Delivery | undefined> {
    return this.#isChanged(delivery) ? undefined : this.#put({ ...delivery, ...change });
  }
  #isChanged(delivery: Delivery): boolean {
    return this.#rows.get(rowKeyOf(delivery))?.etag !== delivery.etag;
  }
  #put(delivery: Delivery): Delivery {
    const changed = { ...delivery, etag: this.#nextEtag() };
    this.#rows.set(rowKeyOf(delivery), changed);
    return changed;
  }
  #nextEtag(): string {
    this.#changes += 1;
    return `etag-${this.#changes}`;
  }
}

function rowKeyOf({ committeeId, period, kind, variant = '', recipient }: DeliveryKey): string {
  return [committeeId, period, kind, variant, recipient.toLowerCase()].join('|');
}

export class FakeTickets implements TicketStore {
  readonly #tickets = new Map<string, PromptTicket>();
  async find(promptId: string): Promise<PromptTicket | undefined> {
    return this.#tickets.get(promptId);
  }
  async save(ticket: PromptTicket): Promise<void> {
    this.#tickets.set(ticket.promptId, ticket);
  }
  async saveAll(tickets: readonly PromptTicket[]): Promise<void> {
    for (const ticket of tickets) await this.save(ticket);
  }
}

/** Hides what is taken for a minute of the clock. */
export class FakeWorkQueue implements WorkQueue {
  readonly #waiting: { order: DeliveryOrder; times: number; visibleFrom: number; receipt: string }[] = [];
  readonly #clock: Clock;
  #receipts = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }
  /** Orders that nobody has finished, taken or not. */
  get orders(): readonly DeliveryOrder[] {
    return this.#waiting.map(({ order }) => order);
  }
  async put(orders: readonly DeliveryOrder[]): Promise<void> {
    for (const order of orders) this.#waiting.push({ order, times: 0, visibleFrom: 0, receipt: '' });
  }
  async take(most: number): Promise<readonly TakenOrder[]> {
    const now = this.#clock.now().getTime();
    const taken = this.#waiting.filter(({ visibleFrom }) => visibleFrom <= now).slice(0, most);
    return taken.map((message) => {
      this.#receipts += 1;
      message.times += 1;
      message.visibleFrom = now + 60_000;
      message.receipt = `receipt-${this.#receipts}`;
      const { order, times, receipt } = message;
      return { order, times, receipt };
    });
  }
  /** An old receipt ends nothing: somebody else has taken it since. */
  async finish({ receipt }: TakenOrder): Promise<void> {
    const at = this.#waiting.findIndex((message) => message.receipt === receipt);
    if (at >= 0) this.#waiting.splice(at, 1);
  }
}

export class FakeRounds implements RoundStore {
  readonly #settings = new Map<Month, RoundSettings>();
  readonly #events: { readonly period: Month; readonly event: RoundEvent }[] = [];
  #changes = 0;
  /** Runs once, when the next change is asked for and before it is made: then somebody else was faster. */
  beforeNextChange: (() => Promise<unknown>) | undefined;

  async find(period: Month): Promise<RoundSettings | undefined> {
    return this.#settings.get(period);
  }
  async change(period: Month, change: RoundChange, event: RoundEvent): Promise<'saved' | 'conflict'> {
    const seen = this.#settings.get(period)?.etag;
    const others = this.beforeNextChange;
    this.beforeNextChange = undefined;
    await others?.();

    const found = this.#settings.get(period);
    if (found?.etag !== seen) return 'conflict';
    this.#changes += 1;
    this.#settings.set(period, { ...found, ...change, period, etag: `etag-${this.#changes}` });
    await this.note(period, event);
    return 'saved';
  }
  async started(): Promise<ReadonlyMap<Month, string>> {
    const started = [...this.#settings.values()].flatMap(({ period, startedOn }) =>
      startedOn === undefined ? [] : [[period, startedOn] as const],
    );
    return new Map(started);
  }
  async history(period: Month): Promise<readonly RoundEvent[]> {
    const events = this.#events.filter((one) => one.period === period).map(({ event }) => event);
    return events.sort((one, other) => one.at.getTime() - other.at.getTime());
  }
  async note(period: Month, event: RoundEvent): Promise<void> {
    this.#events.push({ period, event });
  }
}

export class FakeCrew implements CrewStore {
  #lease: { readonly instance: string; readonly until: number } | undefined;
  #halt: { readonly reason: string; readonly until: Date } | undefined;
  readonly #seen = new Map<string, number>();

  async takeLease(instance: string, now: Date, seconds: number): Promise<boolean> {
    const left = (this.#lease?.until ?? 0) - now.getTime();
    if (this.#lease?.instance !== instance && left > 0 && left <= 2 * seconds * 1000) return false;
    this.#lease = { instance, until: now.getTime() + seconds * 1000 };
    return true;
  }
  async present(instance: string, now: Date): Promise<number> {
    this.#seen.set(instance, now.getTime());
    return [...this.#seen.values()].filter((at) => Math.abs(now.getTime() - at) < 90_000).length;
  }
  async halt(reason: string, until: Date): Promise<void> {
    this.#halt = { reason, until };
  }
  async halted(now: Date): Promise<{ readonly reason: string; readonly until: Date } | undefined> {
    const left = (this.#halt?.until.getTime() ?? 0) - now.getTime();
    return left > 0 && left <= 3_600_000 ? this.#halt : undefined;
  }
}

export class FakeAbsences implements AbsenceStore {
  readonly #absences = new Map<string, Absence>();
  async list(): Promise<readonly Absence[]> {
    return [...this.#absences.values()];
  }
  async save(absence: Absence): Promise<void> {
    const upn = absence.upn.toLowerCase();
    this.#absences.set(upn, { ...absence, upn });
  }
  async remove(upn: string): Promise<void> {
    this.#absences.delete(upn.toLowerCase());
  }
}

/** Never waits; remembers what it was told. */
export class FakeLimits implements SendingLimits {
  /** Conversations in the order that something went out in them. */
  readonly taken: string[] = [];
  readonly noted: string[] = [];
  readonly pauses: { readonly conversationId: string; readonly pauseMs: number }[] = [];
  /** Places that are taken and not given back. */
  open = 0;
  instances = 1;

  async take(conversationId: string): Promise<() => void> {
    this.taken.push(conversationId);
    this.open += 1;
    return () => {
      this.open -= 1;
    };
  }
  note(conversationId: string): void {
    this.noted.push(conversationId);
  }
  throttled(conversationId: string, pauseMs: number): void {
    this.pauses.push({ conversationId, pauseMs });
  }
  shareWith(instances: number): void {
    this.instances = instances;
  }
}

/** Gives everybody the app, except those that a test has said something else about. */
export class FakeInstaller implements AppInstaller {
  readonly asked: string[] = [];
  /** By UPN. */
  readonly outcomes = new Map<string, Awaited<ReturnType<AppInstaller['install']>>>();
  async install(upn: string): ReturnType<AppInstaller['install']> {
    this.asked.push(upn);
    return this.outcomes.get(upn) ?? { kind: 'installed' };
  }
}

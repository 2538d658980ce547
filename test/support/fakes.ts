import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { reportFiles } from '../../src/documents/report-files.ts';
import type { StoredAnswer } from '../../src/domain/answer.ts';
import { type Month, monthOf, yearOf } from '../../src/domain/period.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { PlanChange } from '../../src/domain/plan-change.ts';
import type { PlanDocument, PlanFile } from '../../src/domain/plan-document.ts';
import { newestOf, versionsInForce, withPeople } from '../../src/domain/plan-versions.ts';
import { stockholmMonth } from '../../src/domain/stockholm.ts';
import { toPlan } from '../../src/domain/to-plan.ts';
import type {
  AnswerStore,
  Clock,
  ConversationStore,
  Draft,
  Effect,
  EffectOrder,
  EffectStore,
  FileProblem,
  FileReading,
  FoundProblem,
  HandedInPart,
  KnownConversation,
  Log,
  Messenger,
  NewPlanVersion,
  Notice,
  PartStore,
  PeopleStore,
  PlanFiles,
  PlanInForce,
  PlanStore,
  PlanVersion,
  Ports,
  RowPlace,
  SendOutcome,
  Upload,
  UploadStore,
} from '../../src/ports.ts';
import { aPlan, documentOf, everyDayWorks } from './builders.ts';
import { FakeReports } from './fake-reports.ts';
import {
  FakeAbsences,
  FakeCrew,
  FakeDeliveries,
  FakeInstaller,
  FakeLimits,
  FakeOwed,
  FakeRounds,
  FakeTickets,
  FakeWorkQueue,
} from './round-fakes.ts';

export * from './round-fakes.ts';

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  #now: Date;
  constructor(now: string) {
    this.#now = new Date(now);
  }
  now(): Date {
    return new Date(this.#now);
  }
  moveTo(instant: string): void {
    this.#now = new Date(instant);
  }
  pass(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
  }
}

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export class FakeLog implements Log {
  readonly entries: LogEntry[] = [];
  info(facts: object, message: string): void {
    this.entries.push({ level: 'info', facts: { ...facts }, message });
  }
  warn(facts: object, message: string): void {
    this.entries.push({ level: 'warn', facts: { ...facts }, message });
  }
  error(facts: object, message: string): void {
    this.entries.push({ level: 'error', facts: { ...facts }, message });
  }
}

/** Keeps plans as the real store does: each in its version, put together for the month that is asked for. */
export class FakePlans implements PlanStore {
  readonly #published: (PlanVersion & { readonly file: PlanFile })[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }
  current(): Promise<PlanInForce | undefined> {
    return this.forMonth(stockholmMonth(this.#clock.now()));
  }
  async forMonth(month: Month): Promise<PlanInForce | undefined> {
    const chosen = versionsInForce(this.#published, month, stockholmMonth(this.#clock.now()));
    if (!chosen) return undefined;
    const { content, people, before } = chosen;
    const [document, todays, earlier] = [content.file.current, people.file.current, before?.file.current];
    const plan = toPlan(withPeople({ content: document, people: todays, before: earlier }), month);
    return { version: content.version, plan, document };
  }
  async versions(): Promise<readonly PlanVersion[]> {
    return this.#published.map(({ file: _, ...version }) => version);
  }
  async file(number = this.#published.length): Promise<PlanFile | undefined> {
    return this.#published[number - 1]?.file;
  }
  async publish(
    file: PlanFile,
    how: NewPlanVersion,
    expected?: number,
  ): Promise<'published' | 'unchanged' | 'conflict'> {
    const version = createHash('sha256').update(JSON.stringify(file)).digest('hex');
    if (newestOf(this.#published, file.current.id)?.version === version) return 'unchanged';
    if (expected !== undefined && expected !== this.#published.length) return 'conflict';
    const { id: planId, title } = file.current;
    const number = this.#published.length + 1;
    this.#published.push({ number, version, planId, title, ...how, publishedAt: this.#clock.now(), file });
    return 'published';
  }
  /** Puts a plan in force from a month, without ado; without a month it is the only plan there ever was. */
  use(plan: Plan | PlanDocument, validFrom?: Month): void {
    if (validFrom === undefined) this.#published.length = 0;
    const document = 'budgets' in plan ? plan : documentOf(plan);
    const how = { validFrom: validFrom ?? monthOf(document.periodFrom, 1), publishedBy: 'styr', reason: '' };
    void this.publish({ current: document, archive: [] }, how);
  }
}

/** Reads and writes no formats: whoever needs one hands in the port's own implementation. */
export class FakePlanFiles implements PlanFiles {
  async read(bytes: Uint8Array): Promise<FileReading> {
    return { content: { kind: 'plan', file: JSON.parse(new TextDecoder().decode(bytes)) as PlanFile }, problems: [] };
  }
  async writeWorkbook(file: PlanFile | undefined): Promise<Uint8Array> {
    return new TextEncoder().encode(JSON.stringify(file ?? null));
  }
  async writePart(file: PlanFile, committeeId: string): Promise<Uint8Array> {
    return new TextEncoder().encode(JSON.stringify({ committeeId, planId: file.current.id }));
  }
  place(_: readonly RowPlace[], found: readonly FoundProblem[]): readonly FileProblem[] {
    return found.map(({ severity, path, what }) => ({ severity, where: path, what }));
  }
  writeJson(file: PlanFile): string {
    return JSON.stringify(file);
  }
  nameOf({ list, field }: PlanChange): { readonly list: string; readonly field?: string } {
    return { list, ...(field === undefined ? {} : { field }) };
  }
  inWords(change: PlanChange): PlanChange {
    return change;
  }
}

export class FakeUploads implements UploadStore {
  readonly #uploads = new Map<string, Upload>();
  async save(upload: Upload): Promise<void> {
    this.#uploads.set(upload.id, upload);
  }
  async find(id: string): Promise<Upload | undefined> {
    return this.#uploads.get(id);
  }
  async end(id: string, state: 'done' | 'cancelled'): Promise<boolean> {
    const upload = this.#uploads.get(id);
    if (upload?.state !== 'waiting') return false;
    this.#uploads.set(id, { ...upload, state });
    return true;
  }
}

export class FakeParts implements PartStore {
  readonly #parts = new Map<string, HandedInPart>();
  #changes = 0;
  async find(planId: string, committeeId: string): Promise<HandedInPart | undefined> {
    return this.#parts.get(`${planId}|${committeeId}`);
  }
  async list(planId: string): Promise<readonly HandedInPart[]> {
    return [...this.#parts.values()].filter(({ part }) => part.planId === planId);
  }
  async save(handedIn: Omit<HandedInPart, 'etag'>, etag?: string): Promise<'saved' | 'conflict'> {
    const { planId, committee } = handedIn.part;
    const key = `${planId}|${committee}`;
    if (this.#parts.get(key)?.etag !== etag) return 'conflict';
    this.#changes += 1;
    this.#parts.set(key, { ...handedIn, etag: `etag-${this.#changes}` });
    return 'saved';
  }
}

export class FakeEffects implements EffectStore {
  readonly rows = new Map<string, Effect>();
  readonly reasons: string[] = [];

  add(effect: Effect): void {
    this.rows.set(keyOf(effect), effect);
  }
  async findWaiting(committeeId: string, year: number): Promise<Effect[]> {
    return [...this.rows.values()].filter(
      (effect) => effect.committeeId === committeeId && yearOf(effect.period) === year && effect.attempts < 5,
    );
  }
  async finish(effects: readonly Effect[]): Promise<void> {
    for (const effect of effects) this.rows.delete(keyOf(effect));
  }
  async fail(effect: Effect, reason: string): Promise<void> {
    this.reasons.push(reason);
    this.add({ ...effect, attempts: effect.attempts + 1 });
  }
}

function keyOf({ committeeId, period, revision, kind }: Effect): string {
  return [committeeId, period, revision, kind].join('|');
}

export class FakeAnswers implements AnswerStore {
  readonly history: StoredAnswer[] = [];
  readonly owed = new FakeOwed();
  readonly #drafts = new Map<string, { readonly oid: string; readonly draft: Draft }>();
  readonly #effects: FakeEffects;
  /** Runs once, after the next save was asked for and before it is decided: somebody else is faster. */
  beforeNextSave: (() => Promise<unknown>) | undefined;

  constructor(effects: FakeEffects) {
    this.#effects = effects;
  }
  async find(committeeId: string, period: Month): Promise<StoredAnswer | undefined> {
    return this.#of(committeeId, period).at(-1);
  }
  async findRevision(committeeId: string, period: Month, revision: number): Promise<StoredAnswer | undefined> {
    return this.#of(committeeId, period).find((stored) => stored.revision === revision);
  }
  async findYear(committeeId: string, year: number): Promise<StoredAnswer[]> {
    const months = new Set(this.history.map(({ period }) => period).filter((period) => yearOf(period) === year));
    return [...months].flatMap((period) => this.#of(committeeId, period).slice(-1));
  }
  async save(stored: StoredAnswer, effects: readonly EffectOrder[]): Promise<'saved' | 'conflict'> {
    const others = this.beforeNextSave;
    this.beforeNextSave = undefined;
    await others?.();

    const { committeeId, period, revision } = stored;
    if (this.#of(committeeId, period).length !== revision - 1) return 'conflict';
    this.history.push(stored);
    if (revision === 1) this.owed.change(committeeId, period);
    for (const order of effects) this.#effects.add({ committeeId, period, revision, attempts: 0, ...order });
    return 'saved';
  }
  async findDraft(committeeId: string, period: Month, oid: string): Promise<Draft | undefined> {
    return this.#drafts.get([committeeId, period, oid].join('|'))?.draft;
  }
  async saveDraft(committeeId: string, period: Month, oid: string, draft: Draft): Promise<boolean> {
    this.#drafts.set([committeeId, period, oid].join('|'), { oid, draft });
    return true;
  }
  draftsOf(committeeId: string, period: Month): ReadonlyMap<string, Draft> {
    const ofMonth = [...this.#drafts].filter(([key]) => key.startsWith(`${committeeId}|${period}|`));
    return new Map(ofMonth.map(([, { oid, draft }]) => [oid, draft]));
  }
  isAnswered(committeeId: string, period: Month): boolean {
    return this.#of(committeeId, period).length > 0;
  }
  #of(committeeId: string, period: Month): StoredAnswer[] {
    return this.history.filter((stored) => stored.committeeId === committeeId && stored.period === period);
  }
}

export class FakePeople implements PeopleStore {
  readonly #people: { readonly oid: string; readonly upn: string }[] = [];
  async findByOid(oid: string): Promise<{ readonly oid: string; readonly upn: string } | undefined> {
    return this.#people.find((person) => person.oid === oid);
  }
  async findByUpn(upn: string): Promise<{ readonly oid: string; readonly upn: string } | undefined> {
    return this.#people.find((person) => person.upn === upn.toLowerCase());
  }
  async list(): Promise<ReadonlyMap<string, string>> {
    return new Map(this.#people.map(({ oid, upn }) => [upn, oid]));
  }
  async bind(oid: string, upn: string): Promise<'bound' | 'taken'> {
    const person = { oid, upn: upn.toLowerCase() };
    const bound = this.#people.find((other) => other.oid === person.oid || other.upn === person.upn);
    if (bound) return bound.oid === person.oid && bound.upn === person.upn ? 'bound' : 'taken';
    this.#people.push(person);
    return 'bound';
  }
}

export class FakeConversations implements ConversationStore {
  readonly #known = new Map<string, KnownConversation>();
  async find(kind: KnownConversation['kind'], key: string): Promise<KnownConversation | undefined> {
    return this.#known.get(`${kind}|${key}`);
  }
  async listPersonal(): Promise<ReadonlyMap<string, KnownConversation>> {
    const personal = [...this.#known.values()].filter(({ kind }) => kind === 'personal');
    return new Map(personal.map((conversation) => [conversation.key, conversation]));
  }
  async remember(conversation: KnownConversation): Promise<'kept' | 'taken'> {
    const { id, kind, key, reference } = conversation;
    const known = this.#known.get(`${kind}|${key}`);
    if (kind === 'channel' && known && known.id !== id) return 'taken';
    const welcomed = known?.welcomedAt ? { welcomedAt: known.welcomedAt } : {};
    this.#known.set(`${kind}|${key}`, { id, kind, key, reference, ...welcomed });
    return 'kept';
  }
  async forgetChannel(key: string): Promise<void> {
    this.#known.delete(`channel|${key}`);
  }
  async claimWelcome(kind: KnownConversation['kind'], key: string, now: Date): Promise<boolean> {
    const known = this.#known.get(`${kind}|${key}`);
    if (!known) return false;
    if (known.welcomedAt && now.getTime() - known.welcomedAt.getTime() < 60_000) return false;
    this.#known.set(`${kind}|${key}`, { ...known, welcomedAt: now });
    return true;
  }
  async forgetWelcome(kind: KnownConversation['kind'], key: string): Promise<void> {
    const known = await this.find(kind, key);
    if (!known) return;
    const { welcomedAt: _, ...unwelcomed } = known;
    this.#known.set(`${kind}|${key}`, unwelcomed);
  }
}

export interface Message {
  readonly conversation: KnownConversation;
  readonly notice: Notice;
  /** The message that was updated; none for a new one. */
  readonly updated?: string;
}

type Opened = Awaited<ReturnType<Messenger['openConversation']>>;

const messengers: FakeMessenger[] = [];

/**
 * Sends nothing. Each message has to be expected, with what becomes of it; one that nobody expected, or that never came,
 * fails the test even when the code catches the error.
 */
export class FakeMessenger implements Messenger {
  readonly messages: Message[] = [];
  readonly #expected: { readonly way: 'send' | 'update'; readonly outcome: SendOutcome | Error }[] = [];
  readonly #openings = new Map<string, Opened>();
  readonly #unexpected: string[] = [];

  constructor() {
    messengers.push(this);
  }
  /** The next message is a new one, and this becomes of it. */
  willSend(outcome: SendOutcome | Error = { kind: 'sent', activityId: `activity-${this.#expected.length + 1}` }): this {
    this.#expected.push({ way: 'send', outcome });
    return this;
  }
  /** The next message is changed in place. */
  willUpdate(outcome: SendOutcome | Error = { kind: 'sent' }): this {
    this.#expected.push({ way: 'update', outcome });
    return this;
  }
  /** A conversation with this person is asked for once, and this becomes of it. */
  willOpen(oid: string, opened: Opened): this {
    this.#openings.set(oid, opened);
    return this;
  }
  async openConversation(oid: string): Promise<Opened> {
    const opened = this.#openings.get(oid);
    this.#openings.delete(oid);
    if (opened) return opened;
    this.#unexpected.push(`opening of a conversation with ${oid}`);
    throw new Error('A conversation that nobody expected');
  }
  async send(conversation: KnownConversation, notice: Notice): Promise<SendOutcome> {
    return this.#take('send', { conversation, notice });
  }
  async update(conversation: KnownConversation, activityId: string, notice: Notice): Promise<SendOutcome> {
    return this.#take('update', { conversation, notice, updated: activityId });
  }
  #take(way: 'send' | 'update', message: Message): SendOutcome {
    const next = this.#expected.shift();
    if (next?.way !== way) {
      this.#unexpected.push(`${way} of ${message.notice.kind} to ${message.conversation.id}`);
      throw new Error('A message that nobody expected');
    }
    this.messages.push(message);
    if (next.outcome instanceof Error) throw next.outcome;
    return next.outcome;
  }
  verify(): void {
    assert.deepEqual(this.#unexpected, [], 'messages that nobody expected');
    assert.equal(this.#expected.length, 0, 'messages that never came');
    assert.deepEqual([...this.#openings.keys()], [], 'conversations that nobody opened');
  }
}

// At the top of a file that tests import, `afterEach` means after each test of the whole run. Benches have none.
if (typeof afterEach === 'function') {
  afterEach(() => {
    for (const messenger of messengers.splice(0)) messenger.verify();
  });
}

/** The ports with the fakes' own types, so that tests can look inside. */
export interface FakePorts extends Ports {
  readonly clock: FakeClock;
  readonly log: FakeLog;
  readonly plans: FakePlans;
  readonly planFiles: PlanFiles;
  readonly uploads: FakeUploads;
  readonly parts: FakeParts;
  readonly answers: FakeAnswers;
  readonly effects: FakeEffects;
  readonly deliveries: FakeDeliveries;
  readonly tickets: FakeTickets;
  readonly people: FakePeople;
  readonly conversations: FakeConversations;
  readonly messenger: FakeMessenger;
  readonly limits: FakeLimits;
  readonly work: FakeWorkQueue;
  readonly rounds: FakeRounds;
  readonly crew: FakeCrew;
  readonly absences: FakeAbsences;
  readonly reports: FakeReports;
  readonly installer: FakeInstaller;
}

/** An empty municipality in memory: a plan in force, 5 November 2026 at eight in the morning, nobody known. */
export function inMemoryPorts({ plan = aPlan(), now = '2026-11-05T08:00:00+01:00' } = {}): FakePorts {
  const effects = new FakeEffects();
  const answers = new FakeAnswers(effects);
  const clock = new FakeClock(now);
  const plans = new FakePlans(clock);
  plans.use(plan);
  let ids = 0;
  return {
    clock,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    log: new FakeLog(),
    checkpoint: () => undefined,
    workingDays: everyDayWorks,
    plans,
    planFiles: new FakePlanFiles(),
    uploads: new FakeUploads(),
    parts: new FakeParts(),
    answers,
    effects,
    deliveries: new FakeDeliveries(answers),
    tickets: new FakeTickets(),
    people: new FakePeople(),
    conversations: new FakeConversations(),
    messenger: new FakeMessenger(),
    limits: new FakeLimits(),
    work: new FakeWorkQueue(clock),
    rounds: new FakeRounds(),
    crew: new FakeCrew(),
    reports: new FakeReports(),
    reportFiles: {
      ...reportFiles,
      write: async (report, format) => new TextEncoder().encode(`${format} ${report.scope}`),
    },
    municipality: 'Exempelkommunen',
    absences: new FakeAbsences(),
    installer: new FakeInstaller(),
    stopping: new AbortController().signal,
    instance: 'instance-1',
    claimSeconds: 60,
  };
}

/** The same municipality seen from a second process. */
export function anotherInstance(ports: FakePorts): FakePorts {
  return { ...ports, instance: 'instance-2' };
}

/** The same process after it was told to stop. */
export function stopping(ports: FakePorts): FakePorts {
  return { ...ports, stopping: AbortSignal.abort() };
}

/** Somebody of the roster who has written to the bot. */
export async function aKnownPerson(ports: FakePorts, upn: string): Promise<KnownConversation> {
  const oid = `oid of ${upn}`;
  await ports.people.bind(oid, upn);
  const conversation = {
    id: `conversation of ${upn}`,
    kind: 'personal',
    key: oid,
    reference: { serviceUrl: 'https://smba.trafficmanager.net/emea/' },
  } as const;
  await ports.conversations.remember(conversation);
  return conversation;
}

/** The municipality's channel, with the bot in it. */
export async function theChannel(ports: FakePorts): Promise<KnownConversation> {
  const conversation = { id: 'the channel', kind: 'channel', key: 'ekonomi|uppföljning', reference: {} } as const;
  await ports.conversations.remember(conversation);
  return conversation;
}

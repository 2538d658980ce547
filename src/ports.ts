import type { Reporter, StoredAnswer } from './domain/answer.ts';
import type { WorkingDays } from './domain/follow-up.ts';
import type { Month } from './domain/period.ts';
import type { PartStore, PlanFiles, PlanStore, UploadStore } from './plan-ports.ts';
import type { ReportFiles, ReportStore } from './report-ports.ts';
import type {
  AbsenceStore,
  AppInstaller,
  CrewStore,
  DeliveryStore,
  Messenger,
  RoundStore,
  SendingLimits,
  TicketStore,
  WorkQueue,
} from './round-ports.ts';

export { MUNICIPALITY } from './domain/municipality.ts';
export type * from './plan-ports.ts';
export type * from './report-ports.ts';
export type * from './round-ports.ts';

/** What the front door hands on: an activity whose token, tenant and service address have been proved. */
export interface ProvenActivity {
  readonly type: string;
  readonly channelId: 'msteams';
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string; readonly [key: string]: unknown };
  readonly from: { readonly id: string; readonly aadObjectId?: string; readonly [key: string]: unknown };
  readonly [key: string]: unknown;
}

/** What goes back over the same request. */
export interface FrontDoorAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export type ReceiveActivity = (activity: ProvenActivity) => Promise<FrontDoorAnswer>;

/** Structured log: static English message, facts beside it; never free text, figures or tokens. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Where a crash test may kill the process; does nothing outside tests. The steps are those of docs/testing.md. */
export type Checkpoint = (step: CrashStep) => void;
export const crashSteps = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9'] as const;
export type CrashStep = (typeof crashSteps)[number];

export interface Clock {
  now(): Date;
}

/** Unguessable ids: 128 random bits, URL-safe. */
export type NewId = () => string;

export interface AnswerStore {
  /**
   * The newest answer. When this process knows one of the revision `expected`, that will do without asking storage: it may
   * have been replaced elsewhere, which `save` finds out.
   */
  find(committeeId: string, period: Month, expected?: number): Promise<StoredAnswer | undefined>;
  /** One revision out of the history. */
  findRevision(committeeId: string, period: Month, revision: number): Promise<StoredAnswer | undefined>;
  /** All answers of a committee's year, newest revision of each month; up to half a minute old, unless `fresh`. */
  findYear(committeeId: string, year: number, how?: 'fresh'): Promise<StoredAnswer[]>;
  /**
   * Stores the answer as the next revision, with its history row and the effects it must have, in one transaction.
   * `conflict`: somebody else stored that revision first. Throws when the store can't be reached or the outcome stays unknown.
   */
  save(stored: StoredAnswer, effects: readonly EffectOrder[]): Promise<'saved' | 'conflict'>;
  /** What a person had typed when the form last went back unfinished; only for its author. */
  findDraft(committeeId: string, period: Month, oid: string): Promise<Draft | undefined>;
  /** False when it is too large, and nothing of it was kept. Of a text that no field takes, the end may be left out. */
  saveDraft(committeeId: string, period: Month, oid: string, draft: Draft): Promise<boolean>;
}

/** Typed texts by field name, and the revision that the form showed: a later revision makes the draft stale. */
export interface Draft {
  readonly revision: number;
  readonly typed: Readonly<Record<string, string>>;
}

/** What has to happen after an answer is stored: `cards` shows the receipt on the open forms, `summary` brings the channel's card up to date. */
export type EffectKind = 'cards' | 'summary';

export type EffectOrder = Pick<Effect, 'kind' | 'pressedActivityId'>;

export interface Effect {
  readonly committeeId: string;
  readonly period: Month;
  readonly revision: number;
  readonly kind: EffectKind;
  readonly attempts: number;
  /** The message whose button was pressed: proof that it arrived, and a card to bring up to date. */
  readonly pressedActivityId?: string;
}

export interface EffectStore {
  /** Effects of a committee's year that are not carried out yet. */
  findWaiting(committeeId: string, year: number): Promise<Effect[]>;
  /** They are carried out and gone; one that is gone already is no error. */
  finish(effects: readonly Effect[]): Promise<void>;
  /** Counts a failed attempt; five park the effect, with its reason, for a person to look at. */
  fail(effect: Effect, reason: string): Promise<void>;
}

export interface PeopleStore {
  /** Who an Entra object id is in the roster, as bound once. */
  findByOid(oid: string): Promise<{ readonly oid: string; readonly upn: string } | undefined>;
  findByUpn(upn: string): Promise<{ readonly oid: string; readonly upn: string } | undefined>;
  /** Object ids of everybody who is bound, by UPN in lower case: one query for a whole round. */
  list(): Promise<ReadonlyMap<string, string>>;
  /** Binds once: `taken` when the UPN or the object id is bound to another already. */
  bind(oid: string, upn: string): Promise<'bound' | 'taken'>;
}

/** A conversation that the bot can write to; `reference` is the Bot Framework's, whole. */
export interface KnownConversation {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  /** Object id of the person, or `team name|channel name` in lower case. */
  readonly key: string;
  readonly reference: Readonly<Record<string, unknown>>;
  readonly welcomedAt?: Date;
}

export interface ConversationStore {
  find(kind: KnownConversation['kind'], key: string): Promise<KnownConversation | undefined>;
  /** Everybody's own conversations, by object id: one query for a whole round. */
  listPersonal(): Promise<ReadonlyMap<string, KnownConversation>>;
  /**
   * Keeps the newest reference; writes only what differs from what is stored. `taken`: another channel has the name already,
   * and keeps it until the app leaves its team, so that nobody can draw the figures to a team of the same name.
   */
  remember(conversation: KnownConversation): Promise<'kept' | 'taken'>;
  /** Lets a channel's name go. */
  forgetChannel(key: string): Promise<void>;
  /** True once per installation. Its events come in twos; a minute later another is another installation. */
  claimWelcome(kind: KnownConversation['kind'], key: string, now: Date): Promise<boolean>;
  /** The app was taken away: the next installation is welcomed again. */
  forgetWelcome(kind: KnownConversation['kind'], key: string): Promise<void>;
}

/** Everything that the features need of the world. */
export interface Ports {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly checkpoint: Checkpoint;
  readonly workingDays: WorkingDays;
  readonly plans: PlanStore;
  readonly planFiles: PlanFiles;
  readonly uploads: UploadStore;
  readonly parts: PartStore;
  readonly answers: AnswerStore;
  readonly effects: EffectStore;
  readonly deliveries: DeliveryStore;
  readonly tickets: TicketStore;
  readonly people: PeopleStore;
  readonly conversations: ConversationStore;
  readonly messenger: Messenger;
  readonly limits: SendingLimits;
  readonly work: WorkQueue;
  readonly rounds: RoundStore;
  readonly crew: CrewStore;
  readonly absences: AbsenceStore;
  readonly reports: ReportStore;
  readonly reportFiles: ReportFiles;
  /** The municipality's name as its documents have it; '' where nobody has set it. */
  readonly municipality: string;
  /** Absent where Microsoft Graph is not configured: then people install the app themselves. */
  readonly installer?: AppInstaller;
  /** Where people install it themselves, when that is known. */
  readonly installLink?: string;
  /** Aborted when the service is to stop: nothing new is claimed from then on. */
  readonly stopping: AbortSignal;
  /** This process, as owner of its claims. */
  readonly instance: string;
  /** After this long a claim without an end is ambiguous. */
  readonly claimSeconds: number;
}

export type { Reporter };

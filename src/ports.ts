import type { Reporter, StoredAnswer } from './domain/answer.ts';
import type { WorkingDays } from './domain/follow-up.ts';
import type { MonthlyPrompt } from './domain/monthly-prompt.ts';
import type { Month } from './domain/period.ts';
import type { MonthSummary } from './domain/summarise.ts';
import type { PartStore, PlanFiles, PlanStore, UploadStore } from './plan-ports.ts';

export type * from './plan-ports.ts';

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

/** Stands where a committee would, for what all of them share. */
export const MUNICIPALITY = 'municipality';

export interface AnswerStore {
  /**
   * The newest answer. When this process knows one of the revision `expected`, that will do without asking storage: it may
   * have been replaced elsewhere, which `save` finds out.
   */
  find(committeeId: string, period: Month, expected?: number): Promise<StoredAnswer | undefined>;
  /** One revision out of the history. */
  findRevision(committeeId: string, period: Month, revision: number): Promise<StoredAnswer | undefined>;
  /** All answers of a committee's year, newest revision of each month; up to half a minute old. */
  findYear(committeeId: string, year: number): Promise<StoredAnswer[]>;
  /**
   * Stores the answer as the next revision, with its history row and the effects it must have, in one transaction.
   * `conflict`: somebody else stored that revision first. Throws when the store can't be reached or the outcome stays unknown.
   */
  save(stored: StoredAnswer, effects: readonly EffectOrder[]): Promise<'saved' | 'conflict'>;
  /** What a person had typed when the form last went back unfinished; only for its author. */
  findDraft(committeeId: string, period: Month, oid: string): Promise<Draft | undefined>;
  /** False when it is too large to be kept. */
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

/**
 * How far a message has come. `ready`: not tried, or known not to have arrived (then `notBefore` and `reason` say more).
 * `sending`: claimed by `owner`; without an end in its time it becomes `ambiguous`, which is never sent again by itself.
 */
export type DeliveryState = 'ready' | 'sending' | 'sent' | 'refused' | 'ambiguous';

/** One message that goes out at most once: the prompt to a person, or the summary to a channel. */
export interface Delivery {
  readonly committeeId: string;
  readonly period: Month;
  /** Person's UPN for a prompt, channel's scope for a summary. */
  readonly recipient: string;
  readonly kind: 'prompt' | 'summary';
  /** Random; for a prompt it is what the card carries. */
  readonly id: string;
  readonly state: DeliveryState;
  readonly owner?: string;
  readonly claimedAt?: Date;
  readonly notBefore?: Date;
  readonly attempts: number;
  readonly reason?: string;
  readonly conversationId?: string;
  /** Ids of the messages that show it, newest last. */
  readonly activityIds: readonly string[];
  /** Fingerprint of what it shows: a summary's figures, a prompt's revision once it is a receipt. */
  readonly shown?: string;
  /** Storage's mark of this version; every change demands it. */
  readonly etag: string;
}

export type DeliveryChange = Partial<Omit<Delivery, 'committeeId' | 'period' | 'recipient' | 'kind' | 'id' | 'etag'>>;

export interface DeliveryStore {
  /** The row under this recipient's key: made with a new id when there is none, else the one that is there. */
  ensure(delivery: Pick<Delivery, 'committeeId' | 'period' | 'recipient' | 'kind'>): Promise<Delivery>;
  find(committeeId: string, period: Month, kind: Delivery['kind']): Promise<Delivery[]>;
  /** The changed row, or none when somebody else changed it first. */
  change(delivery: Delivery, change: DeliveryChange): Promise<Delivery | undefined>;
}

/** What a card's random id stands for. */
export interface PromptTicket {
  readonly promptId: string;
  readonly committeeId: string;
  readonly period: Month;
  readonly upn: string;
  /** The only conversation it may be answered in. */
  readonly conversationId: string;
}

export interface TicketStore {
  /** May be what this process remembers; `fresh` reads the store. */
  find(promptId: string, how?: 'fresh'): Promise<PromptTicket | undefined>;
  save(ticket: PromptTicket): Promise<void>;
}

export interface PeopleStore {
  /** Who an Entra object id is in the roster, as bound once. */
  findByOid(oid: string): Promise<{ readonly oid: string; readonly upn: string } | undefined>;
  findByUpn(upn: string): Promise<{ readonly oid: string; readonly upn: string } | undefined>;
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

/** What the bot can say outside a turn; the Teams folder makes the cards. */
export type Notice =
  | { readonly kind: 'monthly-prompt'; readonly form: PromptForm }
  | {
      readonly kind: 'receipt';
      readonly prompt: MonthlyPrompt;
      readonly stored: StoredAnswer;
      readonly promptId: string;
    }
  | {
      readonly kind: 'month-summary';
      readonly summary: MonthSummary;
      readonly dueOn: string;
      readonly replaces: boolean;
    };

/** The monthly form as one person sees it. */
export interface PromptForm {
  readonly promptId: string;
  readonly prompt: MonthlyPrompt;
  /** The revision that the form builds on: 0 before the first answer. */
  readonly revision: number;
  readonly typed: Readonly<Record<string, string>>;
  readonly stored?: StoredAnswer;
}

/** What became of one attempt to send. Times in milliseconds. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly activityId?: string }
  /** It did not arrive and will not: the reason is a stable code. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It did not arrive but may later. */
  | { readonly kind: 'waiting'; readonly reason: string; readonly retryAfterMs?: number }
  /** It may have arrived. */
  | { readonly kind: 'ambiguous'; readonly reason: string };

/** Exactly one attempt per call. */
export interface Messenger {
  send(conversation: KnownConversation, notice: Notice): Promise<SendOutcome>;
  update(conversation: KnownConversation, activityId: string, notice: Notice): Promise<SendOutcome>;
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
  /** Aborted when the service is to stop: nothing new is claimed from then on. */
  readonly stopping: AbortSignal;
  /** This process, as owner of its claims. */
  readonly instance: string;
  /** After this long a claim without an end is ambiguous. */
  readonly claimSeconds: number;
}

export type { Reporter };

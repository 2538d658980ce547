import type { Absence } from './domain/absence.ts';
import type { StoredAnswer } from './domain/answer.ts';
import type { MonthlyPrompt } from './domain/monthly-prompt.ts';
import type { Month } from './domain/period.ts';
import type { ReportSummary } from './domain/report-summary.ts';
import type { WordAbout } from './domain/report-word.ts';
import type { MonthSummary } from './domain/summarise.ts';
import type { WorkItem } from './domain/work-item.ts';
import type { Draft, KnownConversation } from './ports.ts';

/**
 * How far a message has come. `ready`: not tried, or known not to have arrived (then `notBefore` and `reason` say more).
 * `sending`: claimed by `owner`; without an end in its time it becomes `ambiguous`, which is never sent again by itself.
 */
export type DeliveryState = 'ready' | 'sending' | 'sent' | 'refused' | 'ambiguous';

/**
 * What goes out: the form (`prompt`), a reminder of it, word to an approver that it is late, word to a controller that nobody
 * of a committee can be reached, the summary to a channel or a manager, or word of a report's next step (`report`).
 */
export type DeliveryKind = 'prompt' | 'reminder' | 'late' | 'unreachable' | 'summary' | 'report';

/** Names one thing that goes out at most once: its row's key. */
export interface DeliveryKey {
  readonly committeeId: string;
  readonly period: Month;
  /** Person's UPN in lower case, or a channel's scope for a summary. */
  readonly recipient: string;
  readonly kind: DeliveryKind;
  /**
   * Tells those of one kind apart: a ladder step's working days from the due day (`-2`, `0`, `4`), and in a rehearsal its
   * number before that (`r3`, `r3:-2`). Absent for what there is one of.
   */
  readonly variant?: string;
}

/** One line of a round's ledger: something that goes out to somebody at most once. Several may share one message. */
export interface Delivery extends DeliveryKey {
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
  /** Everything that the same message is about, when it is about more than this. */
  readonly bundle?: readonly BundleItem[];
  /** True when the message must say that it stands in for an earlier one of unknown or bad fate. */
  readonly replaces?: boolean;
  /** Storage's mark of this version; every change demands it. */
  readonly etag: string;
}

export type BundleItem = Pick<DeliveryKey, 'committeeId' | 'kind' | 'variant'>;

export type DeliveryChange = Partial<Omit<Delivery, keyof DeliveryKey | 'id' | 'etag'>>;

/** Who has been asked, told and reminded about one committee's month, and whether it is still owed, as read at one time. */
export interface PeriodLedger {
  readonly committeeId: string;
  readonly period: Month;
  readonly answered: boolean;
  /** Storage's mark on "still owed"; the first answer changes it, and every claim demands it. */
  readonly owedMark: string | undefined;
  readonly deliveries: readonly Delivery[];
  /** By the author's object id. */
  readonly drafts: ReadonlyMap<string, Draft>;
}

/** What came of claiming rows: those of them that are ours to send now, and the ledger's new mark. */
export interface Claimed {
  readonly deliveries: readonly Delivery[];
  readonly owedMark: string;
}

export interface DeliveryStore {
  /** The row under this recipient's key: made with a new id when there is none, else the one that is there. */
  ensure(delivery: DeliveryKey): Promise<Delivery>;
  /** The same for many, in as few calls as partitions need; also makes the committee's month something that is owed. */
  ensureAll(deliveries: readonly DeliveryKey[]): Promise<readonly Delivery[]>;
  /** One query. */
  ledger(committeeId: string, period: Month): Promise<PeriodLedger>;
  /**
   * Claims rows of one committee and month in one transaction that demands that the answer is still owed: after an answer is
   * stored, nothing about it can be claimed any more. `changed`: an answer was stored, or somebody else changed a row or claimed
   * in the same partition; nothing was claimed, and the ledger has to be read again.
   */
  claim(
    ledger: Pick<PeriodLedger, 'committeeId' | 'period' | 'owedMark'>,
    rows: readonly { readonly delivery: Delivery; readonly change: DeliveryChange }[],
  ): Promise<Claimed | 'changed'>;
  /** Records what became of many, in transactions of one partition each. A row that somebody else changed is left as it is. */
  record(rows: readonly { readonly delivery: Delivery; readonly change: DeliveryChange }[]): Promise<void>;
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
  /** The same for many, in as few calls as possible. */
  saveAll(tickets: readonly PromptTicket[]): Promise<void>;
}

/** What the bot can say outside a turn; the Teams folder makes the cards. */
export type Notice =
  | { readonly kind: 'monthly-prompt'; readonly form: PromptForm }
  | {
      readonly kind: 'receipt';
      readonly prompt: MonthlyPrompt;
      readonly stored: StoredAnswer;
      readonly promptId: string;
      /** The next form that its reader owes. */
      readonly next?: OwedForm;
    }
  | {
      readonly kind: 'work-list';
      readonly list: WorkList;
    }
  | {
      readonly kind: 'month-summary';
      readonly summary: MonthSummary;
      readonly dueOn: string;
      readonly replaces: boolean;
    }
  | {
      readonly kind: 'report-summary';
      readonly summary: ReportSummary;
      readonly place: 'channel' | 'chat';
      readonly replaces: boolean;
    }
  | { readonly kind: 'report-word'; readonly about: WordAbout };

/** A form that has come to its reader and that nobody has answered. */
export interface OwedForm {
  readonly committeeName: string;
  readonly promptId: string;
  readonly revision: number;
}

/** The monthly form as one person sees it. */
export interface PromptForm {
  readonly promptId: string;
  readonly prompt: MonthlyPrompt;
  /** The revision that the form builds on: 0 before the first answer. */
  readonly revision: number;
  readonly typed: Readonly<Record<string, string>>;
  readonly stored?: StoredAnswer;
  /** The committee's reporter whom the reader stands in for, as a UPN. */
  readonly insteadOf?: string;
  /** An earlier message about the same may have arrived. */
  readonly replacesEarlier?: boolean;
  /** The UPN that it would have gone to, in a rehearsal: it shows everything and stores nothing. */
  readonly rehearsalFor?: string;
  /** A controller's correction: it is stored only with a reason. */
  readonly reasonRequired?: boolean;
}

/** One message about several things, or a short one about one. */
export interface WorkList {
  readonly period: Month;
  /** The day in Sweden that it is written: what is due today is said so. */
  readonly today: string;
  readonly items: readonly WorkItem[];
  readonly replacesEarlier?: boolean;
  readonly rehearsalFor?: string;
  /** Where people install the app, when anybody on the list has to. */
  readonly installLink?: string;
}

/** What became of one attempt to send. Times in milliseconds. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly activityId?: string }
  /** It did not arrive and will not: the reason is a stable code. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It did not arrive but may later. `stopsRun`: nothing will arrive anywhere until somebody has done something. */
  | { readonly kind: 'waiting'; readonly reason: string; readonly retryAfterMs?: number; readonly stopsRun?: true }
  /** It may have arrived. */
  | { readonly kind: 'ambiguous'; readonly reason: string };

/** Exactly one attempt per call. */
export interface Messenger {
  send(conversation: KnownConversation, notice: Notice): Promise<SendOutcome>;
  update(conversation: KnownConversation, activityId: string, notice: Notice): Promise<SendOutcome>;
  /** The person's own conversation, made from the Entra object id; the same one when there is one already. */
  openConversation(oid: string): Promise<KnownConversation | Exclude<SendOutcome, { kind: 'sent' }>>;
}

/**
 * Teams' limits, kept before they are hit: per conversation 7 messages in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour; per app
 * and tenant 50 in 1 s, shared by all instances.
 */
export interface SendingLimits {
  /**
   * Waits for room, one message at a time in a conversation; to be released when the call has ended. None when there is no room
   * within so many milliseconds; without a limit it waits. Rejects when stopping.
   */
  take(conversationId: string, withinMs?: number): Promise<(() => void) | undefined>;
  /** Something went out without waiting (an answer in a turn). */
  note(conversationId: string): void;
  /** Teams said no for a while; several conversations at once mean that the whole app is meant. */
  throttled(conversationId: string, pauseMs: number): void;
  /** So many instances share what the app may send. */
  shareWith(instances: number): void;
}

/** Who should get what, put up for any instance to carry out. A hint: the rows decide, so that a second time does no harm. */
export interface DeliveryOrder {
  readonly period: Month;
  /** One message each. */
  readonly messages: readonly { readonly recipient: string; readonly items: readonly BundleItem[] }[];
}

export interface TakenOrder {
  readonly order: DeliveryOrder;
  /** How often it has been taken; more than five times parks it. */
  readonly times: number;
  readonly receipt: string;
}

/** Shares a round among instances (Azure Storage Queue): at least once, hidden from others for a minute when taken. */
export interface WorkQueue {
  put(orders: readonly DeliveryOrder[]): Promise<void>;
  take(most: number): Promise<readonly TakenOrder[]>;
  finish(taken: TakenOrder): Promise<void>;
}

/** What a controller has said about a round. */
export interface RoundSettings {
  readonly period: Month;
  readonly paused?: boolean;
  /** The day it was started, ahead of the calendar. */
  readonly startedOn?: string;
  /** Everything goes to one person, under this rehearsal's number, and counts for nothing. */
  readonly rehearsal?: { readonly number: number; readonly to: string; readonly on: boolean };
  readonly etag: string;
}

export type RoundChange = Partial<Omit<RoundSettings, 'period' | 'etag'>>;

export interface RoundEvent {
  readonly at: Date;
  /** UPN, or `styr` for the command line. */
  readonly by: string;
  readonly what: string;
}

export interface RoundStore {
  /** Up to five seconds old, unless `fresh`. */
  find(period: Month, how?: 'fresh'): Promise<RoundSettings | undefined>;
  /** Changes a round and keeps who did it, in one transaction. `conflict`: somebody else changed it meanwhile. */
  change(period: Month, change: RoundChange, event: RoundEvent): Promise<'saved' | 'conflict'>;
  /** The days that rounds were started on, ahead of the calendar. Up to five seconds old. */
  started(): Promise<ReadonlyMap<Month, string>>;
  /** What has been done to a round by hand, oldest first. */
  history(period: Month): Promise<readonly RoundEvent[]>;
  /** Notes something done to a round's ledger by hand. */
  note(period: Month, event: RoundEvent): Promise<void>;
}

/** The instances of this service, as they know of each other. */
export interface CrewStore {
  /** True for one of them at a time. It saves work, and nothing depends on it. */
  takeLease(instance: string, now: Date, seconds: number): Promise<boolean>;
  /** Says that this one is alive, and answers how many are. */
  present(instance: string, now: Date): Promise<number>;
  /** Nobody sends until then: the bot is disabled, or its token is refused. */
  halt(reason: string, until: Date): Promise<void>;
  halted(now: Date): Promise<{ readonly reason: string; readonly until: Date } | undefined>;
}

export interface AbsenceStore {
  list(): Promise<readonly Absence[]>;
  /** One per person: a later one replaces it. */
  save(absence: Absence): Promise<void>;
  remove(upn: string): Promise<void>;
}

/** Gives people the app, through Microsoft Graph. */
export interface AppInstaller {
  /** `installed` also when it was there already. */
  install(
    upn: string,
  ): Promise<
    | { readonly kind: 'installed' }
    | { readonly kind: 'refused'; readonly reason: string }
    | { readonly kind: 'waiting'; readonly reason: string; readonly retryAfterMs?: number }
  >;
}

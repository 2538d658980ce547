import type { Clock, SendingLimits } from '../../ports.ts';

/** So many at most in any stretch of so many milliseconds. */
interface Window {
  readonly most: number;
  readonly withinMs: number;
}

/** Teams' own, for one bot in one conversation. Source: "Optimize your bot with rate limiting in Teams", Microsoft. */
const PER_CONVERSATION: readonly Window[] = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
  { most: 1_800, withinMs: 3_600_000 },
];
const LONGEST_WINDOW_MS = 3_600_000;
const MOST_KEPT = 1_800;

/** Teams' own, for one app in one tenant; with a little to spare, as messages don't all take equally long to get there. */
const PER_APP: Window = { most: 50, withinMs: 1_010 };

/**
 * So many conversations that are throttled within so short a time mean that the app is, if they are more than now and then
 * among what went out in that time.
 */
const APP_IS_MEANT = { conversations: 3, withinMs: 5_000, shareOfSent: 0.2 } as const;

const SWEEP_EVERY_MS = 60_000;
/** Timers can't count further than some weeks. */
const LONGEST_SLEEP_MS = 60_000;

interface Conversation {
  /** When messages had been answered, oldest first: Teams had counted them by then, however long they took. */
  readonly ended: number[];
  busy: boolean;
  pausedUntil: number;
  waiting: number;
}

interface Waiter {
  readonly conversation: Conversation;
  /** Not interested after that. */
  readonly deadline: number;
  resolve(release: (() => void) | undefined): void;
  reject(reason: Error): void;
}

/**
 * Teams' limits as sliding windows, one message at a time in a conversation, and pauses where Teams has asked for them. First
 * come, first served, among those whose conversation has room.
 */
export class SlidingLimits implements SendingLimits {
  readonly #clock: Clock;
  readonly #stopping: AbortSignal;
  readonly #conversations = new Map<string, Conversation>();
  #waiters: Waiter[] = [];
  /** When messages of the app went out, oldest first. */
  #started: number[] = [];
  #throttled: { readonly conversationId: string; readonly at: number }[] = [];
  #appPausedUntil = 0;
  #appMost = PER_APP.most;
  #timer: NodeJS.Timeout | undefined;
  #sweptAt = 0;
  #lastNow = 0;
  #setBack = 0;

  constructor(clock: Clock, stopping: AbortSignal) {
    this.#clock = clock;
    this.#stopping = stopping;
    stopping.addEventListener('abort', () => this.#rejectAll(), { once: true });
  }

  /** Conversations that it has in mind: those of the last hour. */
  get remembered(): number {
    return this.#conversations.size;
  }

  take(conversationId: string, withinMs = Number.POSITIVE_INFINITY): Promise<(() => void) | undefined> {
    if (this.#stopping.aborted) return Promise.reject(isStopping());
    const now = this.#now();
    const conversation = this.#conversation(conversationId);
    const deadline = now + withinMs;
    if (!conversation.busy && this.#roomFrom(conversation) > deadline) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      conversation.waiting += 1;
      this.#waiters.push({ conversation, deadline, resolve, reject });
      this.#serve();
    });
  }

  note(conversationId: string): void {
    const now = this.#now();
    this.#conversation(conversationId).ended.push(now);
    this.#started.push(now);
  }

  throttled(conversationId: string, pauseMs: number): void {
    const now = this.#now();
    const conversation = this.#conversation(conversationId);
    conversation.pausedUntil = Math.max(conversation.pausedUntil, now + pauseMs);
    const since = now - APP_IS_MEANT.withinMs;
    this.#throttled = [...this.#throttled.filter(({ at }) => at > since), { conversationId, at: now }];
    const different = new Set(this.#throttled.map((one) => one.conversationId)).size;
    const sent = this.#started.filter((at) => at > since).length;
    if (different < APP_IS_MEANT.conversations || this.#throttled.length < sent * APP_IS_MEANT.shareOfSent) return;
    this.#appPausedUntil = Math.max(this.#appPausedUntil, now + pauseMs);
  }

  shareWith(instances: number): void {
    this.#appMost = Math.max(1, Math.floor(PER_APP.most / Math.max(1, instances)));
    this.#serve();
  }

  /** Gives room to those who may have it now, and sees to it that the next is thought of in time. */
  #serve(): void {
    clearTimeout(this.#timer);
    const now = this.#now();
    let next = Number.POSITIVE_INFINITY;
    this.#waiters = this.#waiters.filter((waiter) => {
      const from = waiter.conversation.busy ? Number.POSITIVE_INFINITY : this.#roomFrom(waiter.conversation);
      if (from <= now) return this.#start(waiter, now);
      if (waiter.deadline <= now) return this.#giveUp(waiter);
      next = Math.min(next, from, waiter.deadline);
      return true;
    });
    if (next === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.#serve(), Math.min(Math.max(1, next - now), LONGEST_SLEEP_MS));
  }

  #start({ conversation, resolve }: Waiter, now: number): false {
    conversation.waiting -= 1;
    conversation.busy = true;
    this.#started.push(now);
    let open = true;
    resolve(() => {
      if (!open) return;
      open = false;
      conversation.busy = false;
      conversation.ended.push(this.#now());
      this.#serve();
    });
    return false;
  }

  #giveUp({ conversation, resolve }: Waiter): false {
    conversation.waiting -= 1;
    resolve(undefined);
    return false;
  }

  /** From when on one more message keeps every window, as far as is known now. */
  #roomFrom(conversation: Conversation): number {
    const own = PER_CONVERSATION.map((window) => windowOpens(conversation.ended, window));
    const app = windowOpens(this.#started, { ...PER_APP, most: this.#appMost });
    return Math.max(...own, app, conversation.pausedUntil, this.#appPausedUntil);
  }

  #conversation(id: string): Conversation {
    this.#forgetWhatIsOver();
    const known = this.#conversations.get(id);
    if (known) return known;
    const conversation = { ended: [], busy: false, pausedUntil: 0, waiting: 0 };
    this.#conversations.set(id, conversation);
    return conversation;
  }

  /** Keeps only what a window can still reach. */
  #forgetWhatIsOver(): void {
    const now = this.#now();
    if (now - this.#sweptAt < SWEEP_EVERY_MS) return;
    this.#sweptAt = now;
    this.#started = this.#started.filter((at) => at > now - APP_IS_MEANT.withinMs);
    for (const [id, { ended, busy, pausedUntil, waiting }] of this.#conversations) {
      ended.splice(0, ended.length - MOST_KEPT);
      const isOver = (ended.at(-1) ?? 0) + LONGEST_WINDOW_MS <= now && pausedUntil <= now;
      if (isOver && !busy && waiting === 0) this.#conversations.delete(id);
    }
  }

  #rejectAll(): void {
    clearTimeout(this.#timer);
    for (const { reject } of this.#waiters.splice(0)) reject(isStopping());
  }

  /** The clock's milliseconds, except that a clock that is set back does not make the past the future. */
  #now(): number {
    const now = this.#clock.now().getTime();
    if (now < this.#lastNow) this.#setBack += this.#lastNow - now;
    this.#lastNow = now;
    return now + this.#setBack;
  }
}

/** When one more fits: once the message that is so many back has left the window. */
function windowOpens(times: readonly number[], { most, withinMs }: Window): number {
  const last = times.at(-most);
  return last === undefined || times.length < most ? 0 : last + withinMs;
}

function isStopping(): Error {
  return new Error('Nothing more is sent: the service is stopping');
}

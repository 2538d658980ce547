import type { KnownConversation, Messenger, SendOutcome } from '../../src/ports.ts';

/** Teams' own limits: so many messages in so many milliseconds. */
const PER_CONVERSATION = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
  { most: 1_800, withinMs: 3_600_000 },
] as const;
const PER_APP = { most: 50, withinMs: 1_000 } as const;

export interface VirtualFaults {
  readonly throttled: number;
  readonly failed: number;
  readonly hang: number;
}

/**
 * A Teams that keeps every one of its limits to the letter, by the clock that timers go by: what is one message too many is
 * answered 429. An answer takes 100 ms, a hang the ten seconds after which a call is given up.
 */
export class VirtualConnector implements Messenger {
  /** Messages that were posted, by conversation. */
  readonly posted = new Map<string, number>();
  /** Messages refused because a limit was passed. */
  overLimit = 0;
  lastAt = 0;
  readonly #recent = new Map<string, number[]>();
  readonly #faults: VirtualFaults;
  readonly #random: () => number;
  readonly #now: () => number;

  constructor(faults: VirtualFaults, random: () => number, now: () => number) {
    this.#faults = faults;
    this.#random = random;
    this.#now = now;
  }

  async send({ id }: KnownConversation): Promise<SendOutcome> {
    if (!this.#hasRoom(id)) {
      this.overLimit += 1;
      return after(100, { kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 1_000 });
    }
    const chance = this.#random();
    const { throttled, failed, hang } = this.#faults;
    if (chance < throttled) return after(100, { kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 1_000 });
    this.posted.set(id, (this.posted.get(id) ?? 0) + 1);
    this.lastAt = this.#now();
    if (chance < throttled + failed) return after(100, { kind: 'ambiguous', reason: '502' });
    if (chance < throttled + failed + hang) return after(10_000, { kind: 'ambiguous', reason: 'NO_ANSWER' });
    return after(100, { kind: 'sent', activityId: String(this.posted.size) });
  }

  update(): Promise<SendOutcome> {
    throw new Error('Nothing is updated here');
  }

  openConversation(): Promise<never> {
    throw new Error('Everybody has a conversation here');
  }

  /** Whether one more message now keeps all windows that end now; it is counted when it does. */
  #hasRoom(conversationId: string): boolean {
    const app = this.#within('', PER_APP.withinMs);
    const own = this.#within(conversationId, PER_CONVERSATION[3].withinMs);
    const since = (ms: number): number => own.filter((at) => at > this.#now() - ms).length;
    const keeps = app.length < PER_APP.most && PER_CONVERSATION.every(({ most, withinMs }) => since(withinMs) < most);
    if (keeps) for (const times of [app, own]) times.push(this.#now());
    return keeps;
  }

  #within(scope: string, ms: number): number[] {
    const times = (this.#recent.get(scope) ?? []).filter((at) => at > this.#now() - ms);
    this.#recent.set(scope, times);
    return times;
  }
}

function after(ms: number, outcome: SendOutcome): Promise<SendOutcome> {
  return new Promise((resolve) => setTimeout(() => resolve(outcome), ms));
}

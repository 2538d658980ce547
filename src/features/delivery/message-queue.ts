import { isRehearsed, type Outgoing } from './outgoing.ts';

/** Messages that wait to be claimed: in their order, one at a time to each person, and those that were put off when their time has come. */
export class MessageQueue {
  readonly #waiting = new Set<Outgoing>();
  readonly #putOff = new Map<Outgoing, number>();
  /** Whom a message is under way to. */
  readonly #busy = new Set<string>();

  /** Messages that could go out now. */
  get size(): number {
    return this.#waiting.size;
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0 && this.#putOff.size === 0;
  }

  add(messages: Iterable<Outgoing>): void {
    for (const message of messages) this.#waiting.add(message);
  }

  /** `at`: instant in milliseconds. */
  putOff(message: Outgoing, at: number): void {
    this.#putOff.set(message, at);
  }

  /** Milliseconds until the next that was put off; none when there is none, or only to those whom something is under way to. */
  untilNext(now: number): number | undefined {
    const times = [...this.#putOff].flatMap(([message, at]) => (this.#busy.has(addressOf(message)) ? [] : [at]));
    return times.length === 0 ? undefined : Math.max(0, Math.min(...times) - now);
  }

  /** What was put off comes first, as it has waited longest. Everything taken has to be ended. */
  take(most: number, now: number): Outgoing[] {
    const taken: Outgoing[] = [];
    for (const message of this.#inOrder(now)) {
      if (taken.length === most) break;
      if (this.#busy.has(addressOf(message))) continue;
      this.#busy.add(addressOf(message));
      this.#waiting.delete(message);
      this.#putOff.delete(message);
      taken.push(message);
    }
    return taken;
  }

  /** It is no longer under way: the next to the same person may go. */
  end(message: Outgoing): void {
    this.#busy.delete(addressOf(message));
  }

  /** Gives up everything that waits; answers what that was. */
  clear(): Outgoing[] {
    const given = [...this.#waiting, ...this.#putOff.keys()];
    this.#waiting.clear();
    this.#putOff.clear();
    return given;
  }

  *#inOrder(now: number): Generator<Outgoing> {
    for (const [message, at] of this.#putOff) if (at <= now) yield message;
    yield* this.#waiting;
  }
}

/** In a rehearsal all messages go to one conversation. */
function addressOf(message: Outgoing): string {
  return isRehearsed(message) ? 'rehearsal' : message.recipient;
}

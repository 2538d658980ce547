import type { Clock } from '../../ports.ts';

/** In a run of many minutes what was read at its beginning is read again. */
const LONGEST_MS = 10_000;

/**
 * What is read once for all that need it at about the same time. A turn is a call for delivery: what was read before it was
 * called is not good enough, as it may have been called because of what has changed since.
 */
export class PerTurn<Value> {
  readonly #read: (key: string) => Promise<Value>;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly value: Promise<Value>; readonly turn: number; readonly at: number }>();

  constructor(clock: Clock, read: (key: string) => Promise<Value>) {
    this.#clock = clock;
    this.#read = read;
  }

  get(key: string, turn: number): Promise<Value> {
    const known = this.#known.get(key);
    const now = this.#clock.now().getTime();
    if (known && known.turn >= turn && Math.abs(now - known.at) < LONGEST_MS) return known.value;
    const value = this.#read(key);
    this.#known.set(key, { value, turn, at: now });
    value.catch(() => this.#known.delete(key));
    return value;
  }

  forgetAll(): void {
    this.#known.clear();
  }
}

import type { Clock } from '../ports.ts';

const minuteMs = 60_000;

/**
 * Counts what each person sends per clock minute. The counts of a past minute are dropped whole,
 * so memory is bounded by what one minute can bring.
 */
export class RateLimit {
  readonly #clock: Clock;
  readonly #perMinute: number;
  #minute = -1;
  #counts = new Map<string, number>();

  constructor(clock: Clock, perMinute: number) {
    this.#clock = clock;
    this.#perMinute = perMinute;
  }

  /** Counts one; 0 when it is within the limit, else the whole seconds until it is worth trying again. */
  count(person: string): number {
    const now = this.#clock.now().getTime();
    const minute = Math.floor(now / minuteMs);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(person) ?? 0) + 1;
    this.#counts.set(person, count);
    return count <= this.#perMinute ? 0 : Math.ceil(((minute + 1) * minuteMs - now) / 1000);
  }
}

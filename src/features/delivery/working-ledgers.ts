import type { Delivery, DeliveryChange, DeliveryStore, Draft, PeriodLedger } from '../../ports.ts';
import { nameOfLine, nameOfPlace, type Place } from './outgoing.ts';
import { pause } from './pause.ts';

/** With the mark of what is owed, a transaction of 100 rows. */
const MOST_AT_ONCE = 90;
/** So often somebody else may have been faster, before a claim is left to the next round. */
const MOST_ATTEMPTS = 6;
const PAUSE_MS = 20;

/** What is wanted of a line. */
export interface WantedLine {
  readonly delivery: Delivery;
  readonly change: DeliveryChange;
}

/** A ledger as it was read, with our own claims since. */
export class WorkingLedger implements PeriodLedger {
  readonly committeeId: PeriodLedger['committeeId'];
  readonly period: PeriodLedger['period'];
  readonly answered: boolean;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly #lines: Map<string, Delivery>;
  #owedMark: string | undefined;

  constructor({ committeeId, period, answered, owedMark, deliveries, drafts }: PeriodLedger) {
    this.committeeId = committeeId;
    this.period = period;
    this.answered = answered;
    this.drafts = drafts;
    this.#owedMark = owedMark;
    this.#lines = new Map(deliveries.map((delivery) => [nameOfLine(delivery), delivery]));
  }

  get owedMark(): string | undefined {
    return this.#owedMark;
  }

  get deliveries(): readonly Delivery[] {
    return [...this.#lines.values()];
  }

  line(name: Parameters<typeof nameOfLine>[0]): Delivery | undefined {
    return this.#lines.get(nameOfLine(name));
  }

  /** Carries a claim of ours on. */
  note(deliveries: readonly Delivery[], owedMark: string): void {
    this.#owedMark = owedMark;
    for (const delivery of deliveries) this.#lines.set(nameOfLine(delivery), delivery);
  }
}

/**
 * The ledgers that this process is working with. What is done with one committee's month is done in turn, so that our own claims
 * don't stand in each other's way; another process's claim, or an answer, makes the ledger be read again.
 */
export class WorkingLedgers {
  readonly #deliveries: Pick<DeliveryStore, 'ledger' | 'claim'>;
  readonly #known = new Map<string, { readonly ledger: WorkingLedger; readonly turn: number }>();
  readonly #last = new Map<string, Promise<unknown>>();
  #turn = 0;

  constructor(deliveries: Pick<DeliveryStore, 'ledger' | 'claim'>) {
    this.#deliveries = deliveries;
  }

  /** As read in this turn or a later one: each call for delivery is a turn. */
  read(place: Place, turn: number): Promise<WorkingLedger> {
    this.#turn = Math.max(this.#turn, turn);
    return this.#inTurn(place, () => this.#current(place, turn));
  }

  /** Claims what `choose` wants of the ledger as it stands; it is asked again when somebody else was faster. */
  claim(place: Place, choose: (ledger: WorkingLedger) => readonly WantedLine[]): Promise<readonly Delivery[]> {
    return this.#inTurn(place, async () => {
      const claimed: Delivery[] = [];
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; ) {
        const ledger = await this.#current(place);
        const wanted = choose(ledger).slice(0, MOST_AT_ONCE);
        if (wanted.length === 0 || ledger.owedMark === undefined) break;
        const outcome = await this.#deliveries.claim(ledger, wanted);
        if (outcome === 'changed') {
          this.forget(place);
          await pause(Math.random() * PAUSE_MS * attempt);
          attempt += 1;
          continue;
        }
        ledger.note(outcome.deliveries, outcome.owedMark);
        claimed.push(...outcome.deliveries);
        if (wanted.length < MOST_AT_ONCE) break;
      }
      return claimed;
    });
  }

  /** It has changed: read anew before it is used again. */
  forget(place: Place): void {
    this.#known.delete(nameOfPlace(place));
  }

  forgetAll(): void {
    this.#known.clear();
  }

  async #current(place: Place, turn = 0): Promise<WorkingLedger> {
    const name = nameOfPlace(place);
    const known = this.#known.get(name);
    if (known && known.turn >= turn) return known.ledger;
    const now = this.#turn;
    const ledger = new WorkingLedger(await this.#deliveries.ledger(place.committeeId, place.period));
    this.#known.set(name, { ledger, turn: now });
    return ledger;
  }

  #inTurn<Done>(place: Place, act: () => Promise<Done>): Promise<Done> {
    const name = nameOfPlace(place);
    const done = (this.#last.get(name) ?? Promise.resolve()).then(act);
    const ended = done.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(name, ended);
    void ended.then(() => {
      if (this.#last.get(name) === ended) this.#last.delete(name);
    });
    return done;
  }
}

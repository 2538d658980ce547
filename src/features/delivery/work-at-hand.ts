import type { DeliveryOrder, Ports, TakenOrder, WorkQueue } from '../../ports.ts';

/** A queue that could not be reached is left alone so long. */
const LEFT_ALONE_MS = 60_000;
const OWN = 'own';

/**
 * The shared queue, and what could not be put there: that is carried out by this instance itself, so that a round does not wait
 * for a queue. What is lost with the process is planned anew from the rows.
 */
export class WorkAtHand implements WorkQueue {
  readonly #shared: WorkQueue;
  readonly #ports: Pick<Ports, 'clock' | 'log'>;
  readonly #own: DeliveryOrder[] = [];
  #leftAloneUntil = 0;

  constructor(shared: WorkQueue, ports: Pick<Ports, 'clock' | 'log'>) {
    this.#shared = shared;
    this.#ports = ports;
  }

  async put(orders: readonly DeliveryOrder[]): Promise<void> {
    const shared = await this.#try(async () => {
      await this.#shared.put(orders);
      return true;
    });
    if (!shared) this.#own.push(...orders);
  }

  async take(most: number): Promise<readonly TakenOrder[]> {
    const own = this.#own.splice(0, most).map((order): TakenOrder => ({ order, times: 1, receipt: OWN }));
    return own.length > 0 ? own : ((await this.#try(() => this.#shared.take(most))) ?? []);
  }

  async finish(taken: TakenOrder): Promise<void> {
    if (taken.receipt !== OWN) await this.#shared.finish(taken);
  }

  async #try<Done>(call: () => Promise<Done>): Promise<Done | undefined> {
    const now = this.#ports.clock.now().getTime();
    if (now < this.#leftAloneUntil) return undefined;
    try {
      return await call();
    } catch (error) {
      this.#leftAloneUntil = now + LEFT_ALONE_MS;
      this.#ports.log.warn(
        { err: error, event: 'job', stage: 'queue' },
        'queue not reached, orders are carried out here',
      );
      return undefined;
    }
  }
}

import type { Deliverer } from '../features/delivery/deliver-round.ts';
import type { Ports, TakenOrder } from '../ports.ts';

/** So many at a time, so that others get their share of a round. */
const MOST_AT_ONCE = 2;
/** With so many messages that nobody has begun with, no more are taken. */
const ENOUGH = 60;
/** Taken more often it is something else than bad luck. */
const MOST_TIMES = 5;

/** Takes orders from the queue and has them delivered, until there are none. */
export class OrderIntake {
  readonly #ports: Ports;
  readonly #deliverer: Pick<Deliverer, 'backlog' | 'deliver'>;
  readonly #underWay = new Set<Promise<void>>();
  #taking: Promise<void> = Promise.resolve();
  #isTaking = false;
  #again = false;

  constructor(ports: Ports, deliverer: Pick<Deliverer, 'backlog' | 'deliver'>) {
    this.#ports = ports;
    this.#deliverer = deliverer;
  }

  /** Ends when the queue is empty, or has given as much as can be sent for now. */
  take(): Promise<void> {
    this.#again = true;
    if (!this.#isTaking) {
      this.#isTaking = true;
      this.#taking = this.#takeAll();
    }
    return this.#taking;
  }

  /** Ends when everything that was taken has been delivered. */
  async ended(): Promise<void> {
    while (this.#isTaking || this.#underWay.size > 0) await Promise.all([this.#taking, ...this.#underWay]);
  }

  async #takeAll(): Promise<void> {
    const { work, crew, clock, stopping, log } = this.#ports;
    try {
      while (this.#again && !stopping.aborted && this.#deliverer.backlog < ENOUGH) {
        this.#again = false;
        if (await crew.halted(clock.now())) return;
        const taken = await work.take(MOST_AT_ONCE);
        for (const order of taken) this.#start(order);
        if (taken.length > 0) this.#again = true;
      }
    } catch (error) {
      log.error({ err: error, event: 'job', stage: 'orders' }, 'orders not taken');
    } finally {
      this.#isTaking = false;
    }
  }

  #start(taken: TakenOrder): void {
    const delivering = this.#deliver(taken).finally(() => {
      this.#underWay.delete(delivering);
      if (!this.#ports.stopping.aborted) void this.take();
    });
    this.#underWay.add(delivering);
  }

  /** What was left is taken again, by this instance or another, when the queue shows it again. */
  async #deliver(taken: TakenOrder): Promise<void> {
    const { work, log } = this.#ports;
    const { order, times } = taken;
    try {
      if (times > MOST_TIMES) {
        const facts = { event: 'alarm', reason: 'ORDER_PARKED', period: order.period, messages: order.messages.length };
        log.error(facts, 'order parked');
      } else if ((await this.#deliverer.deliver([order])) === 'left') return;
      await work.finish(taken);
    } catch (error) {
      log.error({ err: error, event: 'job', stage: 'orders' }, 'order failed');
    }
  }
}

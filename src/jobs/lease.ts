import type { Ports } from '../ports.ts';

/** Who plans for all may be another after so long. */
const SECONDS = 30;

/** This instance's turn to plan for all. It saves work, and nothing depends on it. */
export class Lease {
  readonly #ports: Pick<Ports, 'crew' | 'clock' | 'instance' | 'log'>;
  #isMine = false;

  constructor(ports: Pick<Ports, 'crew' | 'clock' | 'instance' | 'log'>) {
    this.#ports = ports;
  }

  async take(): Promise<boolean> {
    const { crew, clock, instance } = this.#ports;
    this.#isMine = await crew.takeLease(instance, clock.now(), SECONDS);
    return this.#isMine;
  }

  /** The instance that comes next need not wait for it. */
  async giveBack(): Promise<void> {
    const { crew, clock, instance, log } = this.#ports;
    if (!this.#isMine) return;
    try {
      await crew.takeLease(instance, clock.now(), 0);
    } catch (error) {
      log.warn({ err: error, event: 'job', stage: 'lease' }, 'lease not given back');
    }
  }
}

import type { Ports } from '../../ports.ts';

/** How old what storage said may be. */
const KNOWN_MS = 1_000;

type HaltPorts = Pick<Ports, 'crew' | 'clock' | 'log' | 'stopping'>;

/** Whether this process may go on sending: it is not to stop, and the crew is not halted. */
export class HaltWatch {
  readonly #ports: HaltPorts;
  #isHalted = false;
  #knownAt = Number.NEGATIVE_INFINITY;

  constructor(ports: HaltPorts) {
    this.#ports = ports;
  }

  /** As far as this process knows by itself. */
  get maySend(): boolean {
    return !this.#ports.stopping.aborted && !this.#isHalted;
  }

  /** Teams has just said that nothing will arrive anywhere. */
  noticeHalt(): void {
    this.#isHalted = true;
    this.#knownAt = this.#now();
  }

  /** As storage knows, or did a moment ago. Not while nobody can tell. */
  async askWhetherToSend(): Promise<boolean> {
    if (this.#ports.stopping.aborted) return false;
    if (Math.abs(this.#now() - this.#knownAt) <= KNOWN_MS) return this.maySend;
    try {
      const knownAt = this.#now();
      this.#isHalted = (await this.#ports.crew.halted(this.#ports.clock.now())) !== undefined;
      this.#knownAt = knownAt;
      return this.maySend;
    } catch (error) {
      this.#ports.log.error({ err: error, event: 'delivery' }, 'nobody knows whether anybody may send');
      return false;
    }
  }

  #now(): number {
    return this.#ports.clock.now().getTime();
  }
}

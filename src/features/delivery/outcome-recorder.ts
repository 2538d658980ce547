import type { Ports } from '../../ports.ts';
import { pause } from './pause.ts';
import type { WantedLine } from './working-ledgers.ts';

const EVERY_MS = 250;
const MOST_ROWS = 100;
/** Pauses before a batch is written again when storage can't be reached. After the last its claims run out by themselves. */
const AGAIN_AFTER_MS = [500, 1_500, 4_000];

interface Waiting {
  readonly rows: readonly WantedLine[];
  readonly done: () => void;
}

/** Writes down what became of messages, many at a time. */
export class OutcomeRecorder {
  readonly #ports: Pick<Ports, 'deliveries' | 'log'>;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(ports: Pick<Ports, 'deliveries' | 'log'>) {
    this.#ports = ports;
  }

  /** Ends when it is written down, or can't be. */
  record(rows: readonly WantedLine[]): Promise<void> {
    return new Promise((done) => {
      this.#waiting.push({ rows, done });
      if (this.#waiting.reduce((sum, one) => sum + one.rows.length, 0) >= MOST_ROWS) this.flush();
      else this.#timer ??= setTimeout(() => this.flush(), EVERY_MS);
    });
  }

  /** Writes what there is: nothing more comes for now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting.splice(0);
    if (batch.length > 0) void this.#write(batch);
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const rows = batch.flatMap((one) => one.rows);
    for (const wait of [...AGAIN_AFTER_MS, undefined]) {
      try {
        await this.#ports.deliveries.record(rows);
        break;
      } catch (error) {
        const left = wait === undefined ? 'given up' : 'again';
        this.#ports.log.error({ err: error, event: 'delivery', rows: rows.length, left }, 'outcomes not recorded');
        if (wait !== undefined) await pause(wait);
      }
    }
    for (const { done } of batch) done();
  }
}

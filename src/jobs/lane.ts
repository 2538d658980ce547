/** Why work is done now: at the start, because a tick has come, or because something happened. */
export type Why = 'start' | 'tick' | 'nudge';

/** Answers that come close together share one run, and one update of the channel's card. */
const NUDGE_PAUSE_MS = 250;
/** Under load a run gathers up what has come meanwhile; people see their cards change within a few seconds all the same. */
const REST_MS = 1_000;

/** Work that is done at once, at every tick, and soon after every nudge; never twice at the same time. */
export class Lane {
  readonly #work: (why: Why) => Promise<void>;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | undefined;
  #soon: NodeJS.Timeout | undefined;
  #again: Why | undefined;
  #stopped = false;

  /** `work` never rejects. */
  constructor(tickSeconds: number, work: (why: Why) => Promise<void>) {
    this.#work = work;
    this.#timer = setInterval(() => this.#run('tick'), tickSeconds * 1000);
    this.#run('start');
  }

  /** Something happened: run soon, once, however often it is called. */
  nudge(): void {
    if (this.#running) this.#again = 'nudge';
    else this.#runSoon('nudge', NUDGE_PAUSE_MS);
  }

  /** Lets the run that is under way end, and starts no new one. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    clearTimeout(this.#soon);
    await this.#running;
  }

  #runSoon(why: Why, pauseMs: number): void {
    this.#soon ??= setTimeout(() => this.#run(why), pauseMs);
  }

  #run(why: Why): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again ??= why;
      return;
    }
    const isNudged = this.#soon !== undefined;
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#running = this.#work(isNudged && why === 'tick' ? 'nudge' : why).finally(() => {
      this.#running = undefined;
      const again = this.#again;
      this.#again = undefined;
      if (again && !this.#stopped) this.#runSoon(again, REST_MS);
    });
  }
}

import type { DeliveryOrder, Ports } from '../../ports.ts';
import { logAttempt } from './after-attempt.ts';
import { Bell } from './bell.ts';
import { claimMessages } from './claim-messages.ts';
import { HaltWatch } from './halt-watch.ts';
import { heed } from './heed.ts';
import { MessageQueue } from './message-queue.ts';
import { type Delivered, OpenCalls } from './open-calls.ts';
import { OutcomeRecorder } from './outcome-recorder.ts';
import { mayGoOut, type Outgoing } from './outgoing.ts';
import { Preparation, type PreparedMessage } from './prepare-messages.ts';
import { type Sending, sendClaimed } from './send-claimed.ts';
import { settleMessage } from './settle-message.ts';
import { Slots } from './slots.ts';
import { WorkingLedgers } from './working-ledgers.ts';
import type { Claimed } from './write-notice.ts';

/** Messages on their way to Teams at a time: fifty a second with answers in half a second. */
const IN_FLIGHT = 30;
/** Claimed together: a killed process leaves about so many of unknown fate. */
const CHUNK = 30;
/** The next are claimed when so few of those before are still here. */
const CLAIM_AHEAD = 10;
/** Chunks that are being looked at anew meanwhile: it takes about as long as two chunks take to be sent. */
const PREPARED_AHEAD = 3;

/** Messages that were taken together, and those of them that are still due. */
interface Chunk {
  readonly taken: readonly Outgoing[];
  readonly prepared: readonly PreparedMessage[];
}

/**
 * This process's sending of rounds, as a pipeline: while one chunk of messages is on its way, the next is claimed and the one
 * after that prepared, and what became of earlier ones is written down, many at a time.
 */
export class Deliverer {
  readonly #ports: Ports;
  readonly #queue = new MessageQueue();
  readonly #calls = new OpenCalls();
  readonly #halt: HaltWatch;
  readonly #ledgers: WorkingLedgers;
  readonly #preparation: Preparation;
  readonly #recorder: OutcomeRecorder;
  readonly #slots = new Slots(IN_FLIGHT);
  readonly #bell = new Bell();
  readonly #upcoming: Promise<Chunk>[] = [];
  #running = false;
  /** Claimed, and not on their way yet. */
  #unsent = 0;
  /** Claimed, and not known to have ended. */
  #sending = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.#ledgers = new WorkingLedgers(ports.deliveries);
    this.#preparation = new Preparation(ports, this.#ledgers);
    this.#recorder = new OutcomeRecorder(ports);
    this.#halt = new HaltWatch(ports);
    ports.stopping.addEventListener('abort', () => this.#bell.ring());
  }

  /** Messages that nobody has begun with. */
  get backlog(): number {
    return this.#queue.size;
  }

  deliver(orders: readonly DeliveryOrder[]): Promise<Delivered> {
    const messages = orders.flatMap(({ period, messages: some }) =>
      some.map(({ recipient, items }): Outgoing => ({ period, recipient, items })),
    );
    const delivered = this.#calls.open(messages);
    this.#queue.add(messages);
    this.#bell.ring();
    if (!this.#running) void this.#run();
    return delivered;
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#calls.size > 0) {
      this.#prepareAhead();
      const next = this.#upcoming.shift();
      if (next) {
        const chunk = await next;
        this.#prepareAhead();
        while (this.#unsent > CLAIM_AHEAD) await this.#bell.rings();
        if (await this.#halt.askWhetherToSend()) await this.#claimAndSend(chunk);
        else this.#leave([...chunk.taken, ...this.#queue.clear()]);
      } else {
        if (this.#ports.stopping.aborted) this.#leave(this.#queue.clear());
        if (this.#calls.size === 0) break;
        if (this.#sending === 0) this.#recorder.flush();
        await this.#bell.rings(this.#queue.untilNext(this.#now()));
      }
    }
    this.#ledgers.forgetAll();
    this.#preparation.forgetAll();
    this.#running = false;
  }

  #prepareAhead(): void {
    while (this.#upcoming.length < PREPARED_AHEAD) {
      const next = this.#prepareNext();
      if (!next) return;
      this.#upcoming.push(next);
    }
  }

  /** Takes the next messages and looks at them anew; none when there are none for now. */
  #prepareNext(): Promise<Chunk> | undefined {
    const taken = this.#queue.take(CHUNK, this.#now());
    if (taken.length === 0) return undefined;
    return this.#preparation.prepare(taken, this.#calls.turnOf(taken)).then(
      (prepared) => ({ taken, prepared }),
      (error: unknown) => {
        this.#ports.log.error({ err: error, event: 'delivery' }, 'messages not prepared');
        this.#leave(taken);
        return { taken: [], prepared: [] };
      },
    );
  }

  async #claimAndSend({ taken, prepared }: Chunk): Promise<void> {
    const claimed = await this.#claim(prepared);
    const ours = new Set(claimed.map((one) => one.prepared.outgoing));
    for (const message of taken) if (!ours.has(message)) this.#end(message, 'done');
    this.#unsent += claimed.length;
    this.#sending += claimed.length;
    for (const one of claimed) void this.#send(one);
  }

  /** A controller may have paused a round, or begun a rehearsal, since its messages were prepared. */
  async #claim(prepared: readonly PreparedMessage[]): Promise<readonly Claimed[]> {
    const { rounds, log } = this.#ports;
    try {
      const months = [...new Set(prepared.map(({ outgoing }) => outgoing.period))];
      const settings = new Map(
        await Promise.all(months.map(async (period) => [period, await rounds.find(period)] as const)),
      );
      const going = prepared.filter(({ outgoing }) => mayGoOut(outgoing, settings.get(outgoing.period)));
      return await claimMessages(this.#ports, this.#ledgers, going);
    } catch (error) {
      log.error({ err: error, event: 'delivery' }, 'nothing claimed');
      return [];
    }
  }

  async #send(claimed: Claimed): Promise<void> {
    let isHere = true;
    const leave = (): boolean => {
      if (isHere) this.#unsent -= 1;
      isHere = false;
      this.#bell.ring();
      return this.#halt.maySend;
    };
    const release = await this.#slots.take();
    const sending = await sendClaimed(this.#ports, claimed, leave).catch((error: unknown): Sending => {
      this.#ports.log.error({ err: error, event: 'delivery' }, 'message kept back');
      return { outcome: { kind: 'waiting', reason: 'FAILED' }, conversation: claimed.prepared.addressee.conversation };
    });
    const { outcome } = sending;
    if (outcome.kind === 'waiting' && outcome.stopsRun) this.#halt.noticeHalt();
    leave();
    release();
    const { rows, againAt } = settleMessage(claimed, sending, this.#ports.clock.now());
    await this.#learn(claimed, sending);
    const recorded = this.#recorder.record(rows);
    this.#sending -= 1;
    this.#bell.ring();
    await recorded;
    if (againAt === undefined) this.#end(claimed.prepared.outgoing, outcome.kind === 'unsent' ? 'left' : 'done');
    else this.#putOff(claimed, againAt);
  }

  async #learn({ deliveries }: Claimed, { outcome, conversation }: Sending): Promise<void> {
    if (outcome.kind === 'unsent') return;
    for (const delivery of deliveries) logAttempt(this.#ports, delivery, outcome);
    const attempts = Math.max(...deliveries.map((delivery) => delivery.attempts));
    await heed(this.#ports, conversation.id, outcome, attempts).catch((error: unknown) =>
      this.#ports.log.error({ err: error, event: 'delivery' }, 'nobody else was told'),
    );
  }

  #putOff({ prepared: { outgoing }, deliveries }: Claimed, at: number): void {
    for (const delivery of deliveries) this.#ledgers.forget(delivery);
    this.#queue.end(outgoing);
    this.#queue.putOff(outgoing, at);
    this.#bell.ring();
  }

  #leave(messages: readonly Outgoing[]): void {
    for (const message of messages) this.#end(message, 'left');
  }

  #end(message: Outgoing, how: Delivered): void {
    this.#queue.end(message);
    this.#calls.end(message, how);
    this.#bell.ring();
  }

  #now(): number {
    return this.#ports.clock.now().getTime();
  }
}

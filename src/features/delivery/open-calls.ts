import type { Outgoing } from './outgoing.ts';

/** What came of a call: `left`, when some of it was not tried because nobody may send, or this process is to stop. */
export type Delivered = 'done' | 'left';

interface Call {
  readonly turn: number;
  readonly end: (how: Delivered) => void;
  left: number;
  how: Delivered;
}

/** Calls for delivery that have not ended: each ends with the last of its messages. */
export class OpenCalls {
  readonly #calls = new Map<Outgoing, Call>();
  #turn = 0;

  /** Messages that have not ended. */
  get size(): number {
    return this.#calls.size;
  }

  open(messages: readonly Outgoing[]): Promise<Delivered> {
    this.#turn += 1;
    if (messages.length === 0) return Promise.resolve('done');
    return new Promise((end) => {
      const call: Call = { turn: this.#turn, left: messages.length, how: 'done', end };
      for (const message of messages) this.#calls.set(message, call);
    });
  }

  /** The newest turn that one of them came in: nothing that was read before it is good enough for them. */
  turnOf(messages: readonly Outgoing[]): number {
    return Math.max(...messages.map((message) => this.#calls.get(message)?.turn ?? 0));
  }

  end(message: Outgoing, how: Delivered): void {
    const call = this.#calls.get(message);
    this.#calls.delete(message);
    if (!call) return;
    call.left -= 1;
    if (how === 'left') call.how = 'left';
    if (call.left === 0) call.end(call.how);
  }
}

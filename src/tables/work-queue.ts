import type { QueueClient } from '@azure/storage-queue';
import type { DeliveryOrder, Log, TakenOrder, WorkQueue } from '../ports.ts';
import { atOnce } from './at-once.ts';
import { inPieces, readOrder } from './order-message.ts';
import { limited, managedIdentity, statusOf, unreachable } from './storage.ts';

export type QueueAddress =
  | { readonly connectionString: string }
  | { readonly queuesUrl: string; readonly clientId?: string };

/** So long a taken order is hidden from others: as long as a claim lives. */
const HIDDEN_SECONDS = 60;
/** What nobody has carried out in a day is planned anew from the rows. */
const KEPT_SECONDS = 24 * 60 * 60;
const PUT_AT_ONCE = 8;
/** Azure hands out so many at a time. */
const MOST_TOGETHER = 32;
/** So often an order that can't be read goes back, for an instance of another version to read it. */
const MOST_ATTEMPTS = 5;

export interface QueueOptions {
  readonly name?: string;
  readonly hiddenSeconds?: number;
}

/**
 * Orders to deliver, in the Azure Storage queue `rounds`. As with the tables, each call is one attempt with a time limit. Lost
 * answers do no harm: an order that came twice, or comes back, finds in the rows what is done. Azure's library takes time to
 * load, so it is loaded, and the queue made, when something is first put or taken; asked every minute, the connection never
 * grows so quiet that Azure's network forgets it.
 */
export class QueuedWork implements WorkQueue {
  readonly #address: QueueAddress;
  readonly #log: Pick<Log, 'error'>;
  readonly #name: string;
  readonly #hiddenSeconds: number;
  #opened: Promise<QueueClient> | undefined;

  constructor(address: QueueAddress, log: Pick<Log, 'error'>, options: QueueOptions = {}) {
    this.#address = address;
    this.#log = log;
    this.#name = options.name ?? 'rounds';
    this.#hiddenSeconds = options.hiddenSeconds ?? HIDDEN_SECONDS;
  }

  async put(orders: readonly DeliveryOrder[]): Promise<void> {
    await atOnce(PUT_AT_ONCE, orders.flatMap(inPieces), (text) =>
      this.#call((queue) => queue.sendMessage(text, { messageTimeToLive: KEPT_SECONDS, ...limited() })),
    );
  }

  async take(most: number): Promise<readonly TakenOrder[]> {
    const { receivedMessageItems: items } = await this.#call((queue) =>
      queue.receiveMessages({
        numberOfMessages: Math.min(most, MOST_TOGETHER),
        visibilityTimeout: this.#hiddenSeconds,
        ...limited(),
      }),
    );
    const taken: TakenOrder[] = [];
    for (const { messageId, popReceipt, messageText, dequeueCount: times } of items) {
      const order = readOrder(messageText);
      if (order) taken.push({ order, times, receipt: `${messageId} ${popReceipt}` });
      else if (times > MOST_ATTEMPTS) await this.#giveUp(messageId, popReceipt);
    }
    return taken;
  }

  async #giveUp(messageId: string, popReceipt: string): Promise<void> {
    this.#log.error({ queue: this.#name, messageId }, 'an order that no version can read was taken out of the queue');
    await this.#remove(messageId, popReceipt);
  }

  async finish({ receipt }: TakenOrder): Promise<void> {
    const [messageId = '', popReceipt = ''] = receipt.split(' ');
    await this.#remove(messageId, popReceipt);
  }

  /** It is gone, or somebody else has taken it since: then it is theirs. */
  async #remove(messageId: string, popReceipt: string): Promise<void> {
    await this.#call(async (queue) => {
      try {
        await queue.deleteMessage(messageId, popReceipt, limited());
      } catch (error) {
        if (statusOf(error) !== 404 && statusOf(error) !== 400) throw error;
      }
    });
  }

  async #call<Result>(call: (queue: QueueClient) => Promise<Result>): Promise<Result> {
    try {
      return await call(await this.#open());
    } catch (error) {
      // Opened anew the next time: the queue may have to be made again.
      this.#opened = undefined;
      throw unreachable(error);
    }
  }

  #open(): Promise<QueueClient> {
    this.#opened ??= openQueue(this.#address, this.#name);
    return this.#opened;
  }
}

async function openQueue(address: QueueAddress, name: string): Promise<QueueClient> {
  const { QueueClient } = await import('@azure/storage-queue');
  const options = { retryOptions: { maxTries: 1 } };
  const queue =
    'connectionString' in address
      ? new QueueClient(address.connectionString, name, options)
      : new QueueClient(`${address.queuesUrl.replace(/\/+$/, '')}/${name}`, managedIdentity(address.clientId), options);
  await queue.createIfNotExists(limited());
  return queue;
}

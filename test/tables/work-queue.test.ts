import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { QueueClient } from '@azure/storage-queue';
import type { DeliveryOrder, TakenOrder, WorkQueue } from '../../src/ports.ts';
import { LARGEST_MESSAGE } from '../../src/tables/order-message.ts';
import { StorageUnreachable } from '../../src/tables/storage.ts';
import { QueuedWork } from '../../src/tables/work-queue.ts';
import { azuriteConnectionString } from '../support/azurite.ts';
import { FakeClock, FakeLog, FakeWorkQueue } from '../support/fakes.ts';
import { startFlakyStorage } from '../support/flaky-storage.ts';

const order: DeliveryOrder = {
  period: '2026-10',
  messages: [
    { recipient: 'rut@styrmodell.example', items: [{ committeeId: 'BUN', kind: 'prompt' }] },
    { recipient: "å'b@styrmodell.example", items: [{ committeeId: 'Ä|"', kind: 'reminder', variant: 'r1:-2' }] },
  ],
};
function anOrder(recipient: string): DeliveryOrder {
  return { period: '2026-10', messages: [{ recipient, items: [{ committeeId: 'BUN', kind: 'prompt' }] }] };
}

/** The same queue as two processes see it, and how time passes until what was taken can be taken again. */
interface Opened {
  readonly one: WorkQueue;
  readonly other: WorkQueue;
  hiddenTimePasses(): Promise<void>;
}

const places: Readonly<Record<string, () => Promise<Opened>>> = {
  'in memory': async () => {
    const clock = new FakeClock('2026-11-05T08:00:00+01:00');
    const queue = new FakeWorkQueue(clock);
    return { one: queue, other: queue, hiddenTimePasses: async () => clock.pass(60) };
  },
  'in Azure Queues': async () => {
    const { one, other } = await inAzurite();
    return { one, other, hiddenTimePasses: () => delay(1_050) };
  },
};

async function inAzurite(connectionString?: string) {
  const storage = { connectionString: connectionString ?? (await azuriteConnectionString()) };
  const options = { name: `rounds${randomBytes(6).toString('hex')}`, hiddenSeconds: 1 };
  const log = new FakeLog();
  const open = (): WorkQueue => new QueuedWork(storage, log, options);
  const client = new QueueClient((await azuriteConnectionString()).toString(), options.name);
  return { one: open(), other: open(), log, client };
}

describe('Orders to deliver', () => {
  let unanswered: Promise<unknown>;
  /** Runs beside the other tests: it takes the whole time limit. */
  before(async () => {
    const line = await startFlakyStorage(await azuriteConnectionString(), 'Queue');
    const { one } = await inAzurite(line.connectionString);
    line.always = 'hang';
    unanswered = one.take(1).finally(() => line.close());
    unanswered.catch(() => undefined);
  });

  for (const [place, open] of Object.entries(places)) {
    describe(place, () => {
      let queue: Opened;
      beforeEach(async () => {
        queue = await open();
      });

      it('come out as they were put in, for whoever asks first', async () => {
        await queue.one.put([order]);

        const [taken] = await queue.other.take(10);

        assert.deepEqual([taken?.order, taken?.times], [order, 1]);
        assert.deepEqual(await queue.one.take(10), []);
      });

      it('are none when there are none', async () => {
        await queue.one.put([]);

        assert.deepEqual(await queue.one.take(10), []);
      });

      it('are shared: each goes to one of two who take at the same time', async () => {
        const recipients = Array.from({ length: 12 }, (_, n) => `p${n}@x.example`);
        await queue.one.put(recipients.map(anOrder));

        const taken = await Promise.all([queue.one.take(5), queue.other.take(5), queue.one.take(5)]);

        const names = taken.flat().flatMap(({ order }) => order.messages.map(({ recipient }) => recipient));
        assert.deepEqual(names.sort(), recipients.sort());
        assert.ok(taken.every((some) => some.length <= 5));
      });

      it('come back when whoever took them never finished, and say how often that was', async () => {
        await queue.one.put([order]);
        const first = (await queue.one.take(1))[0] ?? assert.fail();
        await queue.hiddenTimePasses();

        const [second] = await queue.other.take(1);

        assert.deepEqual([first.times, second?.times], [1, 2]);
        assert.deepEqual(second?.order, order);
        await queue.one.finish(first);
        await queue.hiddenTimePasses();
        const [third] = await queue.one.take(1);
        assert.equal(third?.times, 3, 'an old receipt ends nothing that another has taken since');
      });

      it('are gone when they are finished, also twice', async () => {
        await queue.one.put([order]);
        const taken = (await queue.one.take(1))[0] ?? assert.fail();

        await queue.one.finish(taken);
        await queue.other.finish(taken);
        await queue.hiddenTimePasses();

        assert.deepEqual(await queue.other.take(1), []);
      });
    });
  }

  describe('as Azure has them', () => {
    it('are in several messages when a round is larger than one', async () => {
      const { one } = await inAzurite();
      const messages = Array.from({ length: 2_000 }, (_, n) => ({
        ...{ recipient: `person-${n}@styrmodell.example` },
        items: [{ committeeId: 'BUN', kind: 'prompt' as const }],
      }));
      const items = Array.from({ length: 1_500 }, (_, n) => ({ committeeId: `NAMND-${n}`, kind: 'late' as const }));
      await one.put([{ period: '2026-10', messages: [...messages, { recipient: 'chef@x.example', items }] }]);

      const taken: TakenOrder[] = [];
      for (;;) {
        const some = await one.take(32);
        if (some.length === 0) break;
        taken.push(...some);
      }

      assert.ok(taken.every(({ order }) => JSON.stringify(order).length < LARGEST_MESSAGE));
      const all = taken.flatMap(({ order }) => order.messages);
      assert.deepEqual(
        new Set(all.map(({ recipient }) => recipient)),
        new Set([...messages.map(({ recipient }) => recipient), 'chef@x.example']),
      );
      const hers = all.filter(({ recipient }) => recipient === 'chef@x.example');
      assert.ok(hers.length > 1);
      assert.equal(new Set(hers.flatMap((message) => message.items.map(({ committeeId }) => committeeId))).size, 1_500);
    });

    it('are refused when no message can hold them', async () => {
      const { one } = await inAzurite();

      await assert.rejects(one.put([anOrder('å'.repeat(30_000))]), /larger than a message in a queue/);
    });

    it('are left to others when they can’t be read, and at last taken out and told of', async () => {
      const { one, log, client } = await inAzurite();
      const later = { ...order, version: 99 };
      await client.create();
      for (const text of ['inte base64!', Buffer.from('{').toString('base64'), toBase64(later), toBase64(order)])
        await client.sendMessage(text);
      await one.put([order]);
      await one.take(10);
      assert.deepEqual(log.entries, []);
      await delay(1_050);

      for (let times = 1; times <= 3; times++) {
        const { receivedMessageItems: held } = await client.receiveMessages({ numberOfMessages: 10 });
        for (const { messageId, popReceipt } of held) await client.updateMessage(messageId, popReceipt, undefined, 0);
      }
      await one.take(10);
      assert.deepEqual(log.entries, []);
      await delay(1_050);
      const taken = await one.take(10);

      assert.deepEqual(
        taken.map((one) => one.order),
        [order],
      );
      assert.equal((await client.getProperties()).approximateMessagesCount, 1);
      assert.deepEqual(
        log.entries.map(({ level, message }) => `${level}: ${message}`),
        Array(4).fill('error: an order that no version can read was taken out of the queue'),
      );
    });

    it('are tried once when storage is unreachable, and come through when the line works again', async () => {
      const line = await startFlakyStorage(await azuriteConnectionString(), 'Queue');
      const { one, client } = await inAzurite(line.connectionString);
      await one.put([order]);
      const before = line.changes;

      line.fates.push('busy', 'pass', 'lose-call');
      await assert.rejects(one.put([order]), StorageUnreachable);
      await assert.rejects(one.put([order]), StorageUnreachable);

      assert.equal(line.changes - before, 3, 'one of them makes sure that there is a queue');
      const taken = (await one.take(1))[0] ?? assert.fail();
      line.fates.push('lose-answer');
      await assert.rejects(one.finish(taken), StorageUnreachable);
      await one.finish(taken);
      assert.equal((await client.getProperties()).approximateMessagesCount, 0);
      await line.close();
    });

    it('are not waited for without end', async () => {
      await assert.rejects(unanswered, StorageUnreachable);
    });
  });
});

function toBase64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}

import assert from 'node:assert/strict';
import { WorkAtHand } from '../../../src/features/delivery/work-at-hand.ts';
import type { DeliveryOrder, WorkQueue } from '../../../src/ports.ts';
import { FakeClock, FakeLog, FakeWorkQueue } from '../../support/fakes.ts';

const order: DeliveryOrder = {
  period: '2026-10',
  messages: [{ recipient: 'eva@styrmodell.example', items: [{ committeeId: 'BUN', kind: 'prompt' }] }],
};

describe('What an instance has to carry out', () => {
  let clock: FakeClock;
  let log: FakeLog;
  let calls: string[];
  let unreachable: WorkQueue;

  beforeEach(() => {
    clock = new FakeClock('2026-11-05T08:00:00+01:00');
    log = new FakeLog();
    calls = [];
    const fail = (name: string) => async (): Promise<never> => {
      calls.push(name);
      throw new Error('Nobody answers');
    };
    unreachable = { put: fail('put'), take: fail('take'), finish: fail('finish') };
  });

  it('is in the queue that all share', async () => {
    const shared = new FakeWorkQueue(clock);
    const work = new WorkAtHand(shared, { clock, log });

    await work.put([order]);
    const [taken] = await new WorkAtHand(shared, { clock, log }).take(1);

    assert.deepEqual(taken?.order, order);
    if (taken) await work.finish(taken);
    assert.deepEqual(shared.orders, []);
  });

  it('is its own when the queue cannot be reached, and a round goes on', async () => {
    const work = new WorkAtHand(unreachable, { clock, log });

    await work.put([order, order]);
    const taken = await work.take(5);
    await Promise.all(taken.map((one) => work.finish(one)));

    assert.deepEqual(
      taken.map((one) => one.order),
      [order, order],
    );
    assert.deepEqual(await work.take(5), []);
    assert.equal(log.entries.filter(({ level }) => level === 'warn').length, 1);
  });

  it('does not wait for that queue again before a minute has gone by', async () => {
    const work = new WorkAtHand(unreachable, { clock, log });

    await work.put([order]);
    await work.put([order]);
    clock.pass(61);
    await work.put([order]);

    assert.deepEqual(calls, ['put', 'put']);
    assert.equal((await work.take(5)).length, 3);
  });
});

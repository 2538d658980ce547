import assert from 'node:assert/strict';
import sinon from 'sinon';
import { type Jobs, startJobs } from '../../src/jobs/run-jobs.ts';
import type { DeliveryOrder, Ports } from '../../src/ports.ts';
import { aStoredAnswer, upnOf } from '../support/builders.ts';
import {
  aKnownPerson,
  anotherInstance,
  type FakePorts,
  inMemoryPorts,
  stopping,
  theChannel,
} from '../support/fakes.ts';

const AN_HOUR = 3_600;

/** One round, from beginning to end. */
async function oneRound(ports: Ports): Promise<void> {
  await startJobs(ports, AN_HOUR).stop();
}

/** Both reporters can be reached, and the bot is in the channel. */
async function aTown(): Promise<FakePorts> {
  const ports = inMemoryPorts();
  await aKnownPerson(ports, upnOf('BUN'));
  await aKnownPerson(ports, upnOf('SN'));
  await theChannel(ports);
  return ports;
}

function told(ports: FakePorts): string[] {
  return ports.messenger.messages.map(({ notice, conversation }) => `${notice.kind} in ${conversation.id}`).sort();
}

function alarms(ports: FakePorts): unknown[] {
  return ports.log.entries.filter(({ facts }) => facts.event === 'alarm').map(({ facts }) => facts.reason);
}

/** Nobody of that name is asked for anything. */
const nobodys: DeliveryOrder = {
  period: '2026-10',
  messages: [{ recipient: 'nobody@styrmodell.example', items: [{ committeeId: 'BUN', kind: 'prompt' }] }],
};

const toBun = `monthly-prompt in conversation of ${upnOf('BUN')}`;
const toSn = `monthly-prompt in conversation of ${upnOf('SN')}`;

describe('A round', () => {
  it('asks, changes cards and tells the channel', async () => {
    const ports = await aTown();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN' }), [{ kind: 'summary' }]);
    ports.messenger.willSend().willSend();

    await oneRound(ports);
    await oneRound(ports);

    assert.deepEqual(told(ports), ['month-summary in the channel', toSn]);
    assert.deepEqual([ports.effects.rows.size, ports.work.orders.length], [0, 0]);
  });

  it('does for the others what is due, when one committee’s deliveries and effects cannot be read', async () => {
    const ports = await aTown();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN', period: '2026-09' }), [{ kind: 'cards' }]);
    const unreadable = new Error('a row that cannot be read');
    const { deliveries, effects } = ports;
    const ledger = deliveries.ledger.bind(deliveries);
    deliveries.ledger = async (committeeId, period) => {
      if (committeeId === 'BUN') throw unreadable;
      return ledger(committeeId, period);
    };
    const findWaiting = effects.findWaiting.bind(effects);
    effects.findWaiting = async (committeeId, year) => {
      if (committeeId === 'BUN') throw unreadable;
      return findWaiting(committeeId, year);
    };
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN', period: '2026-09' }), [{ kind: 'summary' }]);
    ports.clock.moveTo('2026-11-10T08:00:00+01:00');
    ports.messenger.willSend().willSend().willSend();

    await oneRound(ports);

    assert.deepEqual(told(ports), ['month-summary in the channel', 'month-summary in the channel', toSn]);
  });

  it('ends with the other stages when one of them fails altogether', async () => {
    const ports = await aTown();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN' }), []);
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), []);
    ports.crew.present = () => Promise.reject(new Error('storage is gone'));
    ports.effects.findWaiting = () => {
      throw new Error('storage is gone');
    };
    ports.messenger.willSend();

    await oneRound(ports);

    assert.deepEqual(told(ports), ['month-summary in the channel']);
  });

  it('begins nothing in a process that is to stop', async () => {
    const ports = await aTown();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN' }), [{ kind: 'summary' }]);

    await oneRound(stopping(ports));

    assert.deepEqual([ports.deliveries.rows, ports.work.orders], [[], []]);
    assert.equal(ports.effects.rows.size, 1);
  });

  it('claims nothing more when the process is told to stop in the middle, and leaves the order to another', async () => {
    const ports = await aTown();
    const stop = new AbortController();
    const planned = ports.work.put.bind(ports.work);
    ports.work.put = async (orders) => {
      // The two messages as two orders, one after the other.
      const one = orders.flatMap(({ period, messages }) =>
        messages.map((message) => ({ period, messages: [message] })),
      );
      await planned(one);
    };
    ports.messenger.willSend();
    const send = ports.messenger.send.bind(ports.messenger);
    ports.messenger.send = async (...given) => {
      stop.abort();
      return send(...given);
    };
    const claim = ports.deliveries.claim.bind(ports.deliveries);
    ports.deliveries.claim = async (of, rows) => {
      assert.ok(!stop.signal.aborted, 'claimed after the stop');
      return claim(of, rows);
    };
    ports.work.take = takeOneAtATime(ports);

    await oneRound({ ...ports, stopping: stop.signal });

    assert.deepEqual(
      ports.deliveries.rows.map(({ committeeId, state }) => [committeeId, state]),
      [
        ['BUN', 'sent'],
        ['SN', 'ready'],
      ],
    );
    assert.equal(ports.work.orders.length, 1);
  });

  it('shares what may be sent with the other instances', async () => {
    const ports = await aTown();
    await ports.crew.present('another', ports.clock.now());
    ports.messenger.willSend().willSend();

    await oneRound(ports);

    assert.equal(ports.limits.instances, 2);
  });

  it('leaves the lease to the next instance when it ends', async () => {
    const ports = await aTown();
    ports.messenger.willSend().willSend();

    await oneRound(ports);
    ports.clock.pass(1);

    assert.equal(await ports.crew.takeLease('another', ports.clock.now(), 30), true);
  });

  it('is neither planned nor carried out while nobody may send', async () => {
    const ports = await aTown();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN', period: '2026-09' }), [{ kind: 'cards' }]);
    await ports.crew.halt('BotDisabledByAdmin', new Date(ports.clock.now().getTime() + 300_000));

    await oneRound(ports);

    assert.deepEqual([ports.deliveries.rows, ports.effects.rows.size], [[], 1]);
  });
});

function takeOneAtATime(ports: FakePorts): FakePorts['work']['take'] {
  const take = ports.work.take.bind(ports.work);
  return () => take(1);
}

describe('Between rounds', () => {
  let time: sinon.SinonFakeTimers;
  let jobs: Jobs | undefined;

  beforeEach(() => {
    time = sinon.useFakeTimers({ now: Date.parse('2026-11-05T08:00:00+01:00') });
  });
  afterEach(async () => {
    const stopped = jobs?.stop();
    await time.runToLastAsync();
    await stopped;
    time.restore();
  });

  function start(ports: Ports, tickSeconds = 60): void {
    jobs = startJobs({ ...ports, clock: { now: () => new Date() } }, tickSeconds);
  }

  it('somebody who has come is asked within two seconds, whoever plans', async () => {
    const ports = inMemoryPorts();
    start(ports);
    await time.tickAsync(10_000);
    await ports.crew.takeLease('instance-1', new Date(), 0);
    await ports.crew.takeLease('another', new Date(), 30);
    await aKnownPerson(ports, upnOf('BUN'));
    ports.messenger.willSend();

    jobs?.nudge();
    await time.tickAsync(2_000);

    assert.deepEqual(told(ports), [toBun]);
  });

  it('an answer is followed by what it leads to, and by nothing else', async () => {
    const ports = inMemoryPorts();
    await theChannel(ports);
    start(ports);
    await time.tickAsync(1_000);
    await aKnownPerson(ports, upnOf('BUN'));
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), [{ kind: 'summary' }]);
    ports.messenger.willSend();

    jobs?.nudge('answers');
    await time.tickAsync(2_000);

    assert.deepEqual(told(ports), ['month-summary in the channel']);
  });

  it('what another instance has planned is carried out within five seconds', async () => {
    const ports = await aTown();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN' }), []);
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN', period: '2026-09' }), []);
    ports.messenger.willSend().willSend();
    start(ports);
    await time.tickAsync(1_000);
    const before = ports.messenger.messages.length;
    const [row] = ports.deliveries.rows.filter(({ kind }) => kind === 'prompt');
    assert.ok(row);
    await ports.deliveries.change(row, { state: 'ready' });
    ports.messenger.willSend();

    const messages = [{ recipient: upnOf('SN'), items: [{ committeeId: 'SN', kind: 'prompt' } as const] }];
    await ports.work.put([{ period: '2026-10', messages }]);
    await time.tickAsync(5_000);

    assert.equal(ports.messenger.messages.length, before + 1);
  });

  it('an order that is about nothing any more is gone when it has been looked at', async () => {
    const ports = inMemoryPorts({ now: '2026-11-05T03:00:00+01:00' });
    time.setSystemTime(ports.clock.now());
    await ports.work.put([nobodys]);
    start(ports);

    await time.tickAsync(6_000);

    assert.deepEqual(ports.work.orders, []);
  });

  it('an order that has been taken five times in vain is taken away, with an alarm', async () => {
    const ports = inMemoryPorts({ now: '2026-11-05T03:00:00+01:00' });
    time.setSystemTime(ports.clock.now());
    await ports.work.put([nobodys]);
    for (let attempt = 1; attempt <= 5; attempt++) {
      await ports.work.take(1);
      ports.clock.pass(60);
    }
    start(ports);

    await time.tickAsync(6_000);

    assert.deepEqual([ports.work.orders, alarms(ports)], [[], ['ORDER_PARKED']]);
  });

  it('two instances send each message once between them', async () => {
    const ports = await aTown();
    ports.messenger.willSend().willSend();
    start(ports, 10);
    const other = startJobs({ ...anotherInstance(ports), clock: { now: () => new Date() } }, 10);

    await time.tickAsync(30_000);
    const stopped = other.stop();
    await time.tickAsync(1_000);
    await stopped;

    assert.deepEqual(told(ports), [toBun, toSn]);
  });

  it('a message that has to wait keeps no receipt and nobody else waiting', async () => {
    const ports = inMemoryPorts();
    await aKnownPerson(ports, upnOf('BUN'));
    ports.messenger.willSend({ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 50_000 });
    start(ports);
    await time.tickAsync(5_000);

    await aKnownPerson(ports, upnOf('SN'));
    await theChannel(ports);
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN', period: '2026-09' }), [{ kind: 'summary' }]);
    ports.messenger.willSend().willSend();
    jobs?.nudge();
    await time.tickAsync(2_000);
    assert.deepEqual(told(ports), ['month-summary in the channel', toBun, toSn]);

    ports.messenger.willSend();
    await time.tickAsync(50_000);
    assert.equal(ports.messenger.messages.length, 4);
  });

  it('answers that come close together are shown in one run', async () => {
    const ports = inMemoryPorts();
    let runs = 0;
    const current = ports.plans.current.bind(ports.plans);
    ports.effects.findWaiting = async () => [];
    ports.plans.current = async () => {
      runs += 1;
      return current();
    };
    start(ports);
    await time.tickAsync(2_000);
    const before = runs;
    jobs?.nudge();
    await time.tickAsync(300);
    const perRun = runs - before;
    await time.tickAsync(2_000);

    for (let press = 0; press < 20; press++) jobs?.nudge();
    await time.tickAsync(300);

    assert.equal(runs - before, 2 * perRun);
  });
});

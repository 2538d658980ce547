import assert from 'node:assert/strict';
import { startJobs } from '../../src/jobs/run-jobs.ts';
import { aStoredAnswer, upnOf } from '../support/builders.ts';
import { aKnownPerson, type FakePorts, inMemoryPorts, stopping, theChannel } from '../support/fakes.ts';

const AN_HOUR = 3_600;

/** One round, from beginning to end. */
async function oneRound(ports: FakePorts): Promise<void> {
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
  return ports.messenger.messages.map(({ notice, conversation }) => `${notice.kind} in ${conversation.id}`);
}

describe('A round', () => {
  it('asks, changes cards and tells the channel', async () => {
    const ports = await aTown();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN' }), [{ kind: 'summary' }]);
    ports.messenger.willSend().willSend();

    await oneRound(ports);
    await oneRound(ports);

    assert.deepEqual(told(ports), [`monthly-prompt in conversation of ${upnOf('SN')}`, 'month-summary in the channel']);
    assert.equal(ports.effects.rows.size, 0);
  });

  it('does for the others what is due, when one committee’s deliveries and effects cannot be read', async () => {
    const ports = await aTown();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN', period: '2026-09' }), [{ kind: 'cards' }]);
    const unreadable = new Error('a row that cannot be read');
    const { deliveries, effects } = ports;
    const ensure = deliveries.ensure.bind(deliveries);
    deliveries.ensure = async (wanted) => {
      if (wanted.committeeId === 'BUN') throw unreadable;
      return ensure(wanted);
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

    assert.deepEqual(told(ports), [
      `monthly-prompt in conversation of ${upnOf('SN')}`,
      'month-summary in the channel',
      'month-summary in the channel',
    ]);
  });

  it('ends with the other stages when one of them fails altogether', async () => {
    const ports = await aTown();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN' }), []);
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), []);
    const current = ports.plans.current.bind(ports.plans);
    ports.plans.current = async () => {
      ports.plans.current = current;
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

    assert.deepEqual(ports.deliveries.rows, []);
    assert.equal(ports.effects.rows.size, 1);
  });

  it('claims nothing more when the process is told to stop in the middle', async () => {
    const ports = await aTown();
    const stop = new AbortController();
    ports.messenger.willSend();
    const send = ports.messenger.send.bind(ports.messenger);
    ports.messenger.send = async (...given) => {
      stop.abort();
      return send(...given);
    };

    await oneRound({ ...ports, stopping: stop.signal });

    assert.deepEqual(
      ports.deliveries.rows.map(({ committeeId, state }) => [committeeId, state]),
      [
        ['BUN', 'sent'],
        ['SN', 'ready'],
      ],
    );
  });
});

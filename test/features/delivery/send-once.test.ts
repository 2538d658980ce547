import assert from 'node:assert/strict';
import { summariseMonth } from '../../../src/domain/summarise.ts';
import { settleExpiredClaim } from '../../../src/features/delivery/after-attempt.ts';
import { sendOnce } from '../../../src/features/delivery/send-once.ts';
import type { Delivery, KnownConversation, Notice } from '../../../src/ports.ts';
import { aPlan } from '../../support/builders.ts';
import { anotherInstance, type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

const conversation: KnownConversation = { id: 'chat', kind: 'personal', key: 'oid', reference: {} };
const notice: Notice = {
  kind: 'month-summary',
  summary: summariseMonth(aPlan(), '2026-10', []),
  dueOn: '2026-11-10',
  replaces: false,
};

async function aDelivery(ports: FakePorts): Promise<Delivery> {
  return ports.deliveries.ensure({ committeeId: 'BUN', period: '2026-10', recipient: 'somebody', kind: 'prompt' });
}

/** The row as it stands. */
async function row(ports: FakePorts): Promise<Delivery> {
  const [row] = ports.deliveries.rows;
  assert.ok(row);
  return row;
}

/** Milliseconds until the next try. */
async function pauseOf(ports: FakePorts): Promise<number> {
  const { notBefore } = await row(ports);
  assert.ok(notBefore);
  return notBefore.getTime() - ports.clock.now().getTime();
}

describe('A message that is sent', () => {
  it('that arrived is remembered with its id, its conversation and who sent it', async () => {
    const ports = inMemoryPorts();
    ports.messenger.willSend({ kind: 'sent', activityId: 'activity-1' });

    await sendOnce(ports, await aDelivery(ports), conversation, notice);

    const { state, activityIds, conversationId, owner, attempts, claimedAt } = await row(ports);
    assert.deepEqual(
      { state, activityIds, conversationId, owner, attempts, claimedAt },
      {
        state: 'sent',
        activityIds: ['activity-1'],
        conversationId: 'chat',
        owner: 'instance-1',
        attempts: 1,
        claimedAt: ports.clock.now(),
      },
    );
  });

  it('that arrived without an id is sent all the same', async () => {
    const ports = inMemoryPorts();
    ports.messenger.willSend({ kind: 'sent' });

    await sendOnce(ports, await aDelivery(ports), conversation, notice);

    assert.deepEqual([(await row(ports)).state, (await row(ports)).activityIds], ['sent', []]);
  });

  it('that was refused is remembered with the reason', async () => {
    const ports = inMemoryPorts();
    ports.messenger.willSend({ kind: 'refused', reason: 'BOT_BLOCKED' });

    await sendOnce(ports, await aDelivery(ports), conversation, notice);

    assert.deepEqual([(await row(ports)).state, (await row(ports)).reason], ['refused', 'BOT_BLOCKED']);
  });

  it('that has to wait is ready again when Teams says', async () => {
    const ports = inMemoryPorts();
    ports.messenger.willSend({ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 12_000 });

    await sendOnce(ports, await aDelivery(ports), conversation, notice);

    assert.deepEqual([(await row(ports)).state, (await row(ports)).reason], ['ready', 'THROTTLED']);
    assert.equal(await pauseOf(ports), 12_000);
  });

  it('that has to wait and waits again, waits twice as long, but never more than half an hour', async () => {
    const ports = inMemoryPorts();
    const pauses: number[] = [];

    for (let attempt = 1; attempt <= 9; attempt++) {
      ports.messenger.willSend({ kind: 'waiting', reason: 'DOWN' });
      await sendOnce(ports, await aDelivery(ports), conversation, notice);
      pauses.push((await pauseOf(ports)) / 1_000);
    }

    assert.deepEqual(pauses, [30, 60, 120, 240, 480, 960, 1_800, 1_800, 1_800]);
  });

  it('that may have arrived is ambiguous, not ready', async () => {
    const ports = inMemoryPorts();
    ports.messenger.willSend({ kind: 'ambiguous', reason: 'TIMEOUT' });

    await sendOnce(ports, await aDelivery(ports), conversation, notice);

    assert.deepEqual([(await row(ports)).state, (await row(ports)).reason], ['ambiguous', 'TIMEOUT']);
  });

  it('when the sender breaks down stays claimed: nobody knows whether it arrived', async () => {
    const ports = inMemoryPorts();
    ports.messenger.willSend(new Error('out of memory'));

    await assert.rejects(sendOnce(ports, await aDelivery(ports), conversation, notice), /out of memory/);

    assert.equal((await row(ports)).state, 'sending');
  });

  it('is claimed before it leaves: whoever comes second sends nothing', async () => {
    const ports = inMemoryPorts();
    const seen = await aDelivery(ports);
    ports.messenger.willSend();

    const [one, other] = await Promise.all([
      sendOnce(ports, seen, conversation, notice),
      sendOnce(anotherInstance(ports), seen, conversation, notice),
    ]);

    assert.equal(ports.messenger.messages.length, 1);
    assert.deepEqual([one, other].filter((row) => row === undefined).length, 1);
  });

  it('takes its turn in its conversation, and gives it back whatever becomes of it', async () => {
    for (const outcome of [undefined, new Error('out of memory')]) {
      const ports = inMemoryPorts();
      ports.messenger.willSend(outcome);

      await sendOnce(ports, await aDelivery(ports), conversation, notice).catch(() => undefined);

      assert.deepEqual([ports.limits.taken, ports.limits.open], [['chat'], 0]);
    }
  });

  it('is left to a later time when there is no room for it within half a minute', async () => {
    const ports = inMemoryPorts();
    const limits: number[] = [];
    ports.limits.take = (async (_: string, withinMs = Number.POSITIVE_INFINITY) => {
      limits.push(withinMs);
      return undefined;
    }) as unknown as typeof ports.limits.take;

    assert.equal(await sendOnce(ports, await aDelivery(ports), conversation, notice), undefined);

    assert.deepEqual([limits, (await row(ports)).state, (await row(ports)).attempts], [[30_000], 'ready', 0]);
  });

  it('is ready again although the others could not be told that nobody can send', async () => {
    const ports = inMemoryPorts();
    ports.messenger.willSend({ kind: 'waiting', reason: 'BotDisabledByAdmin', stopsRun: true });
    ports.crew.halted = () => Promise.reject(new Error('storage is gone'));

    await assert.rejects(sendOnce(ports, await aDelivery(ports), conversation, notice), /storage is gone/);

    assert.equal((await row(ports)).state, 'ready');
  });

  it('and is told to wait leaves its conversation in peace', async () => {
    const ports = inMemoryPorts();
    ports.messenger.willSend({ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 12_000 });

    await sendOnce(ports, await aDelivery(ports), conversation, notice);

    assert.deepEqual(ports.limits.pauses, [{ conversationId: 'chat', pauseMs: 12_000 }]);
  });

  it('and finds the bot switched off stops everybody for a while', async () => {
    const ports = inMemoryPorts();
    ports.messenger.willSend({ kind: 'waiting', reason: 'BotDisabledByAdmin', stopsRun: true });

    await sendOnce(ports, await aDelivery(ports), conversation, notice);

    assert.equal((await ports.crew.halted(ports.clock.now()))?.reason, 'BotDisabledByAdmin');
  });

  it('is noted in the log without its content', async () => {
    const ports = inMemoryPorts();
    ports.messenger.willSend({ kind: 'refused', reason: 'BOT_BLOCKED' });

    await sendOnce(ports, await aDelivery(ports), conversation, notice);

    const [entry] = ports.log.entries;
    assert.deepEqual([entry?.level, entry?.facts.outcome, entry?.facts.reason], ['warn', 'refused', 'BOT_BLOCKED']);
    assert.doesNotMatch(JSON.stringify(entry), /nämnden|somebody/);
  });
});

describe('A claim', () => {
  async function claimed(ports: FakePorts): Promise<Delivery> {
    const change = { state: 'sending', owner: 'gone', claimedAt: ports.clock.now() } as const;
    const claimed = await ports.deliveries.change(await aDelivery(ports), change);
    assert.ok(claimed);
    return claimed;
  }

  it('is left alone while its time runs', async () => {
    const ports = inMemoryPorts();
    const delivery = await claimed(ports);
    ports.clock.pass(59);

    assert.equal((await settleExpiredClaim(ports, delivery)).state, 'sending');
  });

  it('that has outlived its time is ambiguous, and told of', async () => {
    const ports = inMemoryPorts();
    const delivery = await claimed(ports);
    ports.clock.pass(60);

    const settled = await settleExpiredClaim(ports, delivery);

    assert.deepEqual([settled.state, settled.reason], ['ambiguous', 'CLAIM_EXPIRED']);
    assert.deepEqual(
      ports.log.entries.map(({ message }) => message),
      ['claim expired'],
    );
  });

  it('from a clock that was ahead is not kept for ever', async () => {
    const ports = inMemoryPorts();
    const delivery = await claimed(ports);
    ports.clock.pass(-3_600);

    assert.equal((await settleExpiredClaim(ports, delivery)).state, 'ambiguous');
  });

  it('whose owner ends it in the last moment is the owner’s', async () => {
    const ports = inMemoryPorts();
    const delivery = await claimed(ports);
    ports.clock.pass(60);
    await ports.deliveries.change(delivery, { state: 'sent', activityIds: ['activity-1'] });

    await settleExpiredClaim(ports, delivery);

    assert.equal((await row(ports)).state, 'sent');
  });
});

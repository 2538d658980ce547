import assert from 'node:assert/strict';
import { postSummary } from '../../../src/features/reporting/post-summary.ts';
import { aPlan, aStoredAnswer } from '../../support/builders.ts';
import { anotherInstance, type FakePorts, inMemoryPorts, theChannel } from '../../support/fakes.ts';

const plan = aPlan();

async function inTheChannel(now = '2026-11-05T08:00:00+01:00'): Promise<FakePorts> {
  const ports = inMemoryPorts({ now });
  await theChannel(ports);
  return ports;
}

async function answers(ports: FakePorts, committeeId: string, revision = 1): Promise<void> {
  assert.equal(await ports.answers.save(aStoredAnswer({ committeeId, revision }), []), 'saved');
}

function post(ports: FakePorts): Promise<'done' | 'later'> {
  return postSummary(ports, '2026-10');
}

/** What the channel has been shown: way, number of answers, and whether it stands in for an earlier card. */
function shown(ports: FakePorts): unknown[] {
  return ports.messenger.messages.map(({ notice, updated }) => {
    assert.ok(notice.kind === 'month-summary');
    const answered = notice.summary.committees.length - notice.summary.missing.length;
    return [updated ?? 'new', answered, ...(notice.replaces ? ['replaces'] : [])];
  });
}

describe('The month’s card in the channel', () => {
  it('is not there before anybody has answered or it is due', async () => {
    const ports = await inTheChannel('2026-11-09T23:59:59+01:00');

    assert.equal(await post(ports), 'done');
    assert.deepEqual(ports.deliveries.rows, []);
  });

  it('comes with the first answer', async () => {
    const ports = await inTheChannel();
    await answers(ports, 'BUN');
    ports.messenger.willSend();

    assert.equal(await post(ports), 'done');
    assert.deepEqual(shown(ports), [['new', 1]]);
  });

  it('comes on the due day though nobody has answered', async () => {
    const ports = await inTheChannel('2026-11-10T00:00:00+01:00');
    ports.messenger.willSend();

    assert.equal(await post(ports), 'done');
    assert.deepEqual(shown(ports), [['new', 0]]);
  });

  it('says when the answers are due', async () => {
    const ports = await inTheChannel();
    await answers(ports, 'BUN');
    ports.messenger.willSend();

    await post(ports);

    const notice = ports.messenger.messages[0]?.notice;
    assert.equal(notice?.kind === 'month-summary' && notice.dueOn, '2026-11-10');
  });

  it('is changed in place when somebody else answers', async () => {
    const ports = await inTheChannel();
    ports.messenger.willSend({ kind: 'sent', activityId: 'the card' }).willUpdate();
    await answers(ports, 'BUN');
    await post(ports);
    await answers(ports, 'SN');

    assert.equal(await post(ports), 'done');

    assert.deepEqual(shown(ports), [
      ['new', 1],
      ['the card', 2],
    ]);
  });

  it('is changed in place when an answer is corrected', async () => {
    const ports = await inTheChannel();
    ports.messenger.willSend({ kind: 'sent', activityId: 'the card' }).willUpdate();
    await answers(ports, 'BUN');
    await post(ports);
    await answers(ports, 'BUN', 2);

    await post(ports);

    assert.deepEqual(shown(ports)[1], ['the card', 1]);
  });

  it('is changed in place when a new plan has another budget, and left alone when it has the same', async () => {
    const ports = await inTheChannel();
    ports.messenger.willSend({ kind: 'sent', activityId: 'the card' }).willUpdate();
    await answers(ports, 'BUN');
    await post(ports);
    ports.plans.use(aPlan({ title: 'Mål och budget, tryckfel rättade' }));
    await post(ports);
    assert.equal(ports.messenger.messages.length, 1);
    const raised = aPlan({
      businessAreas: plan.businessAreas.map((area) =>
        area.committeeId === 'BUN' ? { ...area, netBudgetKr: 1_300_000 } : area,
      ),
    });

    ports.plans.use(raised);

    assert.equal(await post(ports), 'done');
    assert.equal(await post(ports), 'done');

    const changed = ports.messenger.messages.at(-1);
    assert.equal(changed?.updated, 'the card');
    assert.deepEqual(
      changed.notice.kind === 'month-summary' && changed.notice.summary.committees.map(({ budgetKr }) => budgetKr),
      [1_300_000, 1_200_000],
    );
  });

  it('is left alone when there is nothing new', async () => {
    const ports = await inTheChannel();
    ports.messenger.willSend({ kind: 'sent', activityId: 'the card' }).willUpdate();
    await answers(ports, 'BUN');
    await post(ports);
    await post(ports);
    await answers(ports, 'SN');
    await post(ports);

    assert.equal(await post(ports), 'done');
    assert.equal(ports.messenger.messages.length, 2);
  });

  it('is tried again later when the channel cannot be reached just now', async () => {
    const ports = await inTheChannel();
    await answers(ports, 'BUN');
    ports.messenger.willSend({ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 60_000 }).willSend();

    assert.equal(await post(ports), 'later');
    assert.equal(await post(ports), 'later');
    ports.clock.pass(60);
    assert.equal(await post(ports), 'done');
  });

  it('is tried again later when the change cannot be made just now', async () => {
    const ports = await inTheChannel();
    ports.messenger.willSend({ kind: 'sent', activityId: 'the card' });
    ports.messenger.willUpdate({ kind: 'ambiguous', reason: 'TIMEOUT' }).willUpdate();
    await answers(ports, 'BUN');
    await post(ports);
    await answers(ports, 'SN');

    assert.equal(await post(ports), 'later');
    assert.equal(await post(ports), 'later');
    ports.clock.pass(30);
    assert.equal(await post(ports), 'done');
  });

  it('that may have arrived is not posted again while there is nothing new', async () => {
    const ports = await inTheChannel();
    await answers(ports, 'BUN');
    ports.messenger.willSend({ kind: 'ambiguous', reason: 'TIMEOUT' });
    await post(ports);

    assert.equal(await post(ports), 'done');
    assert.equal(ports.messenger.messages.length, 1);
  });

  it('that may have arrived is followed by a new one that says so, when there are new figures', async () => {
    const ports = await inTheChannel();
    await answers(ports, 'BUN');
    ports.messenger.willSend({ kind: 'ambiguous', reason: 'TIMEOUT' }).willSend();
    await post(ports);
    await answers(ports, 'SN');

    assert.equal(await post(ports), 'done');

    assert.deepEqual(shown(ports), [
      ['new', 1],
      ['new', 2, 'replaces'],
    ]);
  });

  it('whose sender died counts as perhaps arrived, when its claim has expired', async () => {
    const ports = await inTheChannel();
    await answers(ports, 'BUN');
    ports.messenger.willSend(new Error('killed')).willSend();
    await assert.rejects(post(ports), /killed/);
    assert.equal(await post(ports), 'later');
    ports.clock.pass(60);
    assert.equal(await post(ports), 'done');
    await answers(ports, 'SN');

    await post(ports);

    assert.deepEqual(shown(ports)[1], ['new', 2, 'replaces']);
  });

  it('that somebody has taken away is posted anew', async () => {
    const ports = await inTheChannel();
    ports.messenger.willSend({ kind: 'sent', activityId: 'the card' });
    ports.messenger
      .willUpdate({ kind: 'refused', reason: 'NOT_FOUND' })
      .willSend({ kind: 'sent', activityId: 'the new card' });
    await answers(ports, 'BUN');
    await post(ports);
    await answers(ports, 'SN');

    assert.equal(await post(ports), 'done');

    assert.deepEqual(shown(ports).at(-1), ['new', 2]);
    assert.deepEqual(ports.deliveries.rows[0]?.activityIds, ['the new card']);
  });

  it('that cannot be posted any more is given up, until there are new figures', async () => {
    const ports = await inTheChannel();
    ports.messenger.willSend({ kind: 'refused', reason: 'NOT_IN_CHANNEL' }).willSend();
    await answers(ports, 'BUN');
    await post(ports);
    await post(ports);
    assert.equal(ports.messenger.messages.length, 1);
    await answers(ports, 'SN');

    await post(ports);

    assert.deepEqual(shown(ports).at(-1), ['new', 2]);
  });

  it('is one card when two instances post at once', async () => {
    const ports = await inTheChannel();
    await answers(ports, 'BUN');
    ports.messenger.willSend();

    await Promise.all([post(ports), post(anotherInstance(ports))]);

    assert.equal(ports.messenger.messages.length, 1);
  });

  it('is changed by one instance at a time', async () => {
    const ports = await inTheChannel();
    ports.messenger.willSend({ kind: 'sent', activityId: 'the card' }).willUpdate();
    await answers(ports, 'BUN');
    await post(ports);
    await answers(ports, 'SN');

    const outcomes = await Promise.all([post(ports), post(anotherInstance(ports))]);

    assert.deepEqual(outcomes.sort(), ['done', 'later']);
  });

  it('shows the figures of the moment when it is written, not those of the moment before', async () => {
    const ports = await inTheChannel();
    ports.messenger.willSend({ kind: 'sent', activityId: 'the card' }).willUpdate();
    await answers(ports, 'BUN');
    await post(ports);
    await answers(ports, 'BUN', 2);
    const change = ports.deliveries.change.bind(ports.deliveries);
    ports.deliveries.change = async (...given) => {
      ports.deliveries.change = change;
      await answers(ports, 'SN');
      return change(...given);
    };

    await post(ports);

    assert.deepEqual(shown(ports).at(-1), ['the card', 2]);
    assert.equal(await post(ports), 'done');
  });

  it('is nowhere when the bot is not in the channel', async () => {
    const ports = inMemoryPorts();
    await answers(ports, 'BUN');

    assert.equal(await post(ports), 'done');
    assert.deepEqual(ports.deliveries.rows, []);
  });

  it('is nowhere when the plan names no channel, or does not follow up the month', async () => {
    const ports = await inTheChannel();
    await answers(ports, 'BUN');

    for (const silent of [aPlan({ channels: [] }), aPlan({ followUps: [] })]) {
      ports.plans.use(silent);
      assert.equal(await post(ports), 'done');
    }
  });
});

import assert from 'node:assert/strict';
import { deliverPrompts } from '../../../src/features/delivery/deliver-prompts.ts';
import { planPrompts } from '../../../src/features/prompting/plan-prompts.ts';
import type { Delivery } from '../../../src/ports.ts';
import { aPlan, aReporterContact, aStoredAnswer, upnOf } from '../../support/builders.ts';
import {
  aKnownPerson,
  anotherInstance,
  FakePlans,
  type FakePorts,
  inMemoryPorts,
  stopping,
} from '../../support/fakes.ts';

const onlyBun = aPlan({ contacts: [aReporterContact('BUN')] });

/** A round, as the jobs run it. */
async function round(ports: FakePorts): Promise<void> {
  await deliverPrompts(ports, await planPrompts(ports));
}

/** Barn- och utbildningsnämnden alone has a reporter, who has written to the bot. */
async function bunIsKnown(): Promise<FakePorts> {
  const ports = inMemoryPorts({ plan: onlyBun });
  await aKnownPerson(ports, upnOf('BUN'));
  return ports;
}

function states(ports: FakePorts): Delivery['state'][] {
  return ports.deliveries.rows.map(({ state }) => state);
}

describe('The month’s prompt', () => {
  it('goes to the reporter, once, with a form that can be answered in that conversation', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend();

    await round(ports);
    await round(ports);

    const [message] = ports.messenger.messages;
    assert.equal(message?.conversation.id, `conversation of ${upnOf('BUN')}`);
    assert.ok(message?.notice.kind === 'monthly-prompt');
    assert.equal(message.notice.form.revision, 0);
    assert.deepEqual(await ports.tickets.find(message.notice.form.promptId), {
      promptId: message.notice.form.promptId,
      committeeId: 'BUN',
      period: '2026-10',
      upn: upnOf('BUN'),
      conversationId: `conversation of ${upnOf('BUN')}`,
    });
  });

  it('waits for somebody that the bot does not know yet, and goes when they come', async () => {
    const ports = inMemoryPorts({ plan: onlyBun });
    await round(ports);
    await aKnownPerson(ports, upnOf('BUN'));
    ports.messenger.willSend();

    await round(ports);

    assert.deepEqual(states(ports), ['sent']);
  });

  it('is not sent to somebody who has answered since it was planned', async () => {
    const ports = await bunIsKnown();
    const planned = await planPrompts(ports);
    await ports.answers.save(aStoredAnswer(), []);

    await deliverPrompts(ports, planned);

    assert.deepEqual(states(ports), ['ready']);
  });

  it('is not sent before the time that Teams has asked for', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend({ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 90_000 }).willSend();
    await round(ports);
    ports.clock.pass(89);
    await round(ports);
    assert.equal(ports.messenger.messages.length, 1);
    ports.clock.pass(1);

    await round(ports);

    assert.equal(ports.messenger.messages.length, 2);
    assert.deepEqual(states(ports), ['sent']);
  });

  it('that was refused is not sent again', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend({ kind: 'refused', reason: 'BOT_BLOCKED' });

    await round(ports);
    ports.clock.pass(86_400);
    await round(ports);

    assert.deepEqual(states(ports), ['refused']);
  });

  it('that may have arrived is not sent again, however long it takes', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend({ kind: 'ambiguous', reason: 'TIMEOUT' });

    for (let day = 0; day < 5; day++) {
      await round(ports);
      ports.clock.pass(86_400);
    }

    assert.deepEqual(states(ports), ['ambiguous']);
  });

  it('whose sender died is ambiguous when its claim has expired, and never sent again', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend(new Error('killed'));
    await round(ports);
    assert.deepEqual(states(ports), ['sending']);
    ports.clock.pass(60);

    await round(ports);
    await round(anotherInstance(ports));

    assert.deepEqual(states(ports), ['ambiguous']);
  });

  it('goes out once when two instances run the same round', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend();

    await Promise.all([round(ports), round(anotherInstance(ports)), round(ports)]);

    assert.equal(ports.messenger.messages.length, 1);
    assert.deepEqual(states(ports), ['sent']);
  });

  it('goes to the others although one of them fails', async () => {
    const ports = inMemoryPorts();
    await aKnownPerson(ports, upnOf('BUN'));
    await aKnownPerson(ports, upnOf('SN'));
    ports.messenger.willSend(new Error('a fault of ours')).willSend();

    await round(ports);

    assert.deepEqual(states(ports), ['sending', 'sent']);
    assert.ok(ports.log.entries.some(({ level, message }) => level === 'error' && message === 'delivery failed'));
  });

  it('shows what the reporter had typed before', async () => {
    const ports = await bunIsKnown();
    const oid = `oid of ${upnOf('BUN')}`;
    await ports.answers.saveDraft('BUN', '2026-10', oid, { revision: 0, typed: { i_comment: 'Halvfärdig' } });
    ports.messenger.willSend();

    await round(ports);

    const notice = ports.messenger.messages[0]?.notice;
    assert.deepEqual(notice?.kind === 'monthly-prompt' && notice.form.typed, { i_comment: 'Halvfärdig' });
  });

  it('is left to the next process by one that is to stop', async () => {
    const ports = await bunIsKnown();

    await round(stopping(ports));

    assert.deepEqual(states(ports), ['ready']);
  });

  it('is sent to nobody without a plan', async () => {
    const ports = await bunIsKnown();
    const planned = await planPrompts(ports);

    await deliverPrompts({ ...ports, plans: new FakePlans(ports.clock) }, planned);

    assert.deepEqual(states(ports), ['ready']);
  });
});

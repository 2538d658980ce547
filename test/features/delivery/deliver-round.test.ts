import assert from 'node:assert/strict';
import sinon from 'sinon';
import { SlidingLimits } from '../../../src/features/delivery/sending-limits.ts';
import { REHEARSED_PROMPT } from '../../../src/features/outcomes/find-prompt.ts';
import { planRound } from '../../../src/features/prompting/plan-round.ts';
import type { KnownConversation, Notice, Ports, SendOutcome } from '../../../src/ports.ts';
import { aFollowUp, aPlan, aReporterContact, aStoredAnswer, upnOf } from '../../support/builders.ts';
import { deliverOrders } from '../../support/deliver-orders.ts';
import { anotherInstance, FakePlans, type FakePorts, inMemoryPorts, stopping } from '../../support/fakes.ts';
import { everybodyKnown, oneRound, statesIn } from '../../support/rounds.ts';

const onlyBun = aPlan({ contacts: [aReporterContact('BUN')] });
const CONTROLLER = 'controller@styrmodell.example';
const controller = { upn: CONTROLLER, role: 'controller', order: 1 } as const;
/** One person reports for both committees. */
const rut = upnOf('BUN');
const oneForBoth = aPlan({ contacts: [aReporterContact('BUN'), { ...aReporterContact('BUN'), committeeId: 'SN' }] });
const event = { at: new Date(0), by: 'styr', what: 'changed' };

/** Barn- och utbildningsnämnden alone has a reporter, who has written to the bot. */
function bunIsKnown(): Promise<FakePorts> {
  return everybodyKnown({ plan: onlyBun });
}

function noticesIn(ports: FakePorts): Notice[] {
  return ports.messenger.messages.map(({ notice }) => notice);
}

function formIn(notice: Notice | undefined): Extract<Notice, { kind: 'monthly-prompt' }>['form'] {
  assert.ok(notice?.kind === 'monthly-prompt', `a form, not ${notice?.kind}`);
  return notice.form;
}

function listIn(notice: Notice | undefined): Extract<Notice, { kind: 'work-list' }>['list'] {
  assert.ok(notice?.kind === 'work-list', `a list, not ${notice?.kind}`);
  return notice.list;
}

describe('The month’s form', () => {
  it('goes to the reporter, once, and can be answered in that conversation', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend({ kind: 'sent', activityId: 'message-1' });

    await oneRound(ports);
    await oneRound(ports);

    const [message] = ports.messenger.messages;
    const { promptId, revision, insteadOf } = formIn(message?.notice);
    assert.deepEqual([message?.conversation.id, revision, insteadOf], [`conversation of ${rut}`, 0, undefined]);
    assert.deepEqual(await ports.tickets.find(promptId), {
      ...{ promptId, committeeId: 'BUN', period: '2026-10', upn: rut },
      conversationId: `conversation of ${rut}`,
    });
    const [row] = ports.deliveries.rows;
    assert.deepEqual(
      [row?.state, row?.activityIds, row?.conversationId, row?.owner, row?.attempts, row?.claimedAt, row?.bundle],
      ['sent', ['message-1'], `conversation of ${rut}`, 'instance-1', 1, ports.clock.now(), undefined],
    );
    assert.deepEqual([ports.limits.taken, ports.limits.open], [[`conversation of ${rut}`], 0]);
  });

  it('says to a deputy whom it is instead of, and shows what had been typed before', async () => {
    const deputy = upnOf('BUN', 2);
    const ports = await everybodyKnown({
      plan: aPlan({ contacts: [aReporterContact('BUN'), aReporterContact('BUN', 2)] }),
    });
    await ports.absences.save({ upn: rut, from: '2026-11-01', to: '2026-11-30', saidAt: ports.clock.now() });
    await ports.answers.saveDraft('BUN', '2026-10', `oid of ${deputy}`, { revision: 0, typed: { comment: 'Halvt' } });
    ports.messenger.willSend();

    await oneRound(ports);

    const { insteadOf, typed } = formIn(noticesIn(ports)[0]);
    assert.deepEqual([insteadOf, typed], [rut, { comment: 'Halvt' }]);
  });

  it('is not sent to somebody who has answered since it was planned', async () => {
    const ports = await bunIsKnown();
    const orders = await planRound(ports);
    await ports.answers.save(aStoredAnswer(), []);

    await deliverOrders(ports, orders);

    assert.deepEqual(statesIn(ports), ['ready']);
  });

  it('is not sent when the answer comes between the last look and the claim', async () => {
    const ports = await bunIsKnown();
    const orders = await planRound(ports);
    const claim = ports.deliveries.claim.bind(ports.deliveries);
    ports.deliveries.claim = async (...given) => {
      if (ports.answers.history.length === 0) await ports.answers.save(aStoredAnswer(), []);
      return claim(...given);
    };

    await deliverOrders(ports, orders);

    assert.deepEqual(statesIn(ports), ['ready']);
  });

  it('is not sent when it is not due any more: the reporter has said that she is away since', async () => {
    const ports = await bunIsKnown();
    const orders = await planRound(ports);
    await ports.absences.save({ upn: rut, from: '2026-11-01', to: '2026-11-30', saidAt: ports.clock.now() });

    await deliverOrders(ports, orders);

    assert.deepEqual(statesIn(ports), ['ready']);
  });

  it('is not sent when the round was paused since it was planned', async () => {
    const ports = await bunIsKnown();
    const orders = await planRound(ports);
    await ports.rounds.change('2026-10', { paused: true }, event);

    await deliverOrders(ports, orders);

    assert.deepEqual(statesIn(ports), ['ready']);
  });

  it('is sent to nobody without a plan, or for a month that is over', async () => {
    const ports = await bunIsKnown();
    const orders = await planRound(ports);

    await deliverOrders({ ...ports, plans: new FakePlans(ports.clock) }, orders);
    ports.plans.use(aPlan({ contacts: [aReporterContact('BUN')], followUps: [aFollowUp('2026-09')] }));
    await deliverOrders(ports, orders);

    assert.deepEqual(statesIn(ports), ['ready']);
  });

  it('that was refused is not sent again', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend({ kind: 'refused', reason: 'ConversationBlockedByUser' });

    await oneRound(ports);
    ports.clock.pass(86_400);
    await oneRound(ports);

    assert.deepEqual([statesIn(ports), ports.deliveries.rows[0]?.reason], [['refused'], 'ConversationBlockedByUser']);
  });

  it('that may have arrived is not sent again, however long it takes', async () => {
    for (const outcome of [{ kind: 'ambiguous', reason: 'TIMEOUT' } as const, new Error('out of memory')]) {
      const ports = await bunIsKnown();
      ports.messenger.willSend(outcome);

      for (let day = 0; day < 3; day++) {
        await oneRound(ports);
        ports.clock.pass(86_400);
      }

      assert.deepEqual(statesIn(ports), ['ambiguous']);
    }
  });

  it('goes out once when several instances carry out the same round', async () => {
    const ports = await everybodyKnown();
    ports.messenger.willSend().willSend();
    const orders = await planRound(ports);

    await Promise.all([ports, anotherInstance(ports), ports].map((one) => deliverOrders(one, orders)));

    assert.equal(ports.messenger.messages.length, 2);
    assert.deepEqual(statesIn(ports), ['sent', 'sent']);
  });

  it('goes to the others although one of them fails, or its rows cannot be read or claimed', async () => {
    for (const call of ['ledger', 'claim'] as const) {
      const ports = await everybodyKnown();
      const orders = await planRound(ports);
      const { deliveries } = ports;
      const [ledger, claim] = [deliveries.ledger.bind(deliveries), deliveries.claim.bind(deliveries)];
      deliveries.ledger = async (committeeId, period) => {
        if (call === 'ledger' && committeeId === 'BUN') throw new Error('a row that cannot be read');
        return ledger(committeeId, period);
      };
      deliveries.claim = async (of, rows) => {
        if (call === 'claim' && of.committeeId === 'BUN') throw new Error('storage is gone');
        return claim(of, rows);
      };
      ports.messenger.willSend();

      await deliverOrders(ports, orders);

      assert.deepEqual(statesIn(ports), ['ready', 'sent'], call);
      assert.ok(ports.log.entries.some(({ level, facts }) => level === 'error' && facts.committee === 'BUN'));
    }
  });

  it('is left to the next process by one that is to stop', async () => {
    const ports = await bunIsKnown();
    const orders = await planRound(ports);

    assert.equal(await deliverOrders(stopping(ports), orders), 'left');

    assert.deepEqual(statesIn(ports), ['ready']);
  });

  it('is noted in the log without names or content', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend({ kind: 'refused', reason: 'MessageWritesBlocked' });

    await oneRound(ports);

    const [entry] = ports.log.entries;
    assert.deepEqual(
      [entry?.level, entry?.facts.outcome, entry?.facts.reason],
      ['warn', 'refused', 'MessageWritesBlocked'],
    );
    assert.doesNotMatch(JSON.stringify(ports.log.entries), /nämnden|@/);
  });

  it('says that it stands in for an earlier one when a controller has sent it again', async () => {
    const ports = await bunIsKnown();
    const orders = await planRound(ports);
    const [row] = ports.deliveries.rows;
    assert.ok(row);
    await ports.deliveries.change(row, { replaces: true });
    ports.messenger.willSend();

    await deliverOrders(ports, orders);

    assert.equal(formIn(noticesIn(ports)[0]).replacesEarlier, true);
  });
});

describe('Somebody who should get several things', () => {
  it('gets one list of them, and every line knows its message', async () => {
    const ports = await everybodyKnown({ plan: oneForBoth });
    ports.messenger.willSend({ kind: 'sent', activityId: 'the list' });

    await oneRound(ports);

    const { items, today } = listIn(noticesIn(ports)[0]);
    assert.equal(today, '2026-11-05');
    assert.deepEqual(
      items.map(({ kind, committeeName, dueOn, revision }) => [kind, committeeName, dueOn, revision]),
      [
        ['prompt', 'Barn- och utbildningsnämnden', '2026-11-10', 0],
        ['prompt', 'Socialnämnden', '2026-11-10', 0],
      ],
    );
    const bundle = [
      { committeeId: 'BUN', kind: 'prompt' },
      { committeeId: 'SN', kind: 'prompt' },
    ];
    for (const row of ports.deliveries.rows)
      assert.deepEqual([row.state, row.activityIds, row.bundle], ['sent', ['the list'], bundle]);
    for (const { promptId } of items) assert.equal((await ports.tickets.find(promptId ?? ''))?.upn, rut);
  });

  it('gets the form itself when the other has been answered meanwhile, and its line says so', async () => {
    const ports = await everybodyKnown({ plan: oneForBoth });
    const orders = await planRound(ports);
    const claim = ports.deliveries.claim.bind(ports.deliveries);
    ports.deliveries.claim = async (...given) => {
      if (ports.answers.history.length === 0) await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), []);
      return claim(...given);
    };
    ports.messenger.willSend();

    await deliverOrders(ports, orders);

    assert.equal(formIn(noticesIn(ports)[0]).prompt.committee.id, 'BUN');
    assert.deepEqual(
      ports.deliveries.rows.map(({ committeeId, state, bundle }) => [committeeId, state, bundle]),
      [
        ['BUN', 'sent', []],
        ['SN', 'ready', undefined],
      ],
    );
  });
});

describe('Reminders and word of what is late', () => {
  const ladder = [
    { kind: 'reminder', workingDays: -2 },
    { kind: 'approver', workingDays: 4 },
  ] as const;
  const boss = { upn: 'chef.bun@styrmodell.example', role: 'committeeApprover', order: 1, committeeId: 'BUN' } as const;
  const plan = aPlan({ followUps: [aFollowUp('2026-10', { ladder })], contacts: [aReporterContact('BUN'), boss] });

  it('open the form that was sent, and say who has been asked', async () => {
    const ports = await everybodyKnown({ plan });
    ports.messenger.willSend().willSend().willSend();

    await oneRound(ports);
    ports.clock.moveTo('2026-11-14T08:00:00+01:00');
    await oneRound(ports);

    const { promptId } = formIn(noticesIn(ports)[0]);
    const [reminder, late] = noticesIn(ports).slice(1).map(listIn);
    assert.deepEqual(
      reminder?.items.map((item) => [item.kind, item.promptId]),
      [['reminder', promptId]],
    );
    assert.deepEqual(
      late?.items.map((item) => [item.kind, item.promptId, item.asked]),
      [['late', undefined, [rut]]],
    );
  });

  it('are not sent when a later step has passed since they were ordered', async () => {
    const two = aFollowUp('2026-10', {
      ladder: [
        { kind: 'reminder', workingDays: -2 },
        { kind: 'reminder', workingDays: 0 },
      ],
    });
    const ports = await everybodyKnown({ plan: aPlan({ followUps: [two], contacts: [aReporterContact('BUN')] }) });
    ports.messenger.willSend().willSend();
    await oneRound(ports);
    ports.clock.moveTo('2026-11-08T08:00:00+01:00');
    const early = await planRound(ports);
    ports.clock.moveTo('2026-11-10T08:00:00+01:00');

    await deliverOrders(ports, early);
    await oneRound(ports);

    assert.deepEqual(
      ports.deliveries.rows.map(({ variant, state }) => [variant, state]),
      [
        [undefined, 'sent'],
        ['-2', 'ready'],
        ['0', 'sent'],
      ],
    );
  });

  it('say that it takes somebody else when the message was the whole day’s', async () => {
    const ports = await everybodyKnown({
      plan: aPlan({
        followUps: [aFollowUp('2026-10', { ladder })],
        contacts: [aReporterContact('BUN'), { ...boss, upn: rut }],
      }),
      now: '2026-11-03T08:00:00+01:00',
    });
    ports.messenger.willSend().willSend();
    await oneRound(ports);
    ports.clock.moveTo('2026-11-14T08:00:00+01:00');

    await oneRound(ports);

    assert.deepEqual(
      listIn(noticesIn(ports)[1]).items.map(({ kind }) => kind),
      ['reminder', 'late'],
    );
  });
});

describe('Word that nobody of a committee can be asked', () => {
  const [schools] = aPlan().committees;
  const plan = aPlan({ committees: schools ? [schools] : [], contacts: [aReporterContact('BUN'), controller] });

  async function onlyTheControllerIsKnown(): Promise<FakePorts> {
    const ports = inMemoryPorts({ plan, now: '2026-11-05T09:00:00+01:00' });
    const known = await everybodyKnown({ plan: aPlan({ contacts: [controller] }) });
    return {
      ...ports,
      installLink: 'https://teams.microsoft.com/l/app/1',
      people: known.people,
      conversations: known.conversations,
    };
  }

  it('says who was tried and why, and where people install the app', async () => {
    const ports = await onlyTheControllerIsKnown();
    ports.messenger.willSend();

    await oneRound(ports);

    const { items, installLink } = listIn(noticesIn(ports)[0]);
    assert.equal(installLink, 'https://teams.microsoft.com/l/app/1');
    assert.deepEqual(
      items.map(({ kind, tried }) => [kind, tried]),
      [['unreachable', [{ upn: rut, reason: 'NOT_INSTALLED' }]]],
    );
  });

  it('is not sent when somebody can be, when it comes to it', async () => {
    const ports = await onlyTheControllerIsKnown();
    const orders = await planRound(ports);
    await ports.people.bind('oid-rut', rut);
    await ports.conversations.remember({ id: 'rut', kind: 'personal', key: 'oid-rut', reference: {} });

    await deliverOrders(ports, orders);

    assert.deepEqual(statesIn(ports), ['ready']);
  });
});

describe('A rehearsal', () => {
  it('goes to one person, says for whom it is, and its forms open nothing', async () => {
    const ports = await everybodyKnown();
    await ports.rounds.change('2026-10', { rehearsal: { number: 1, to: CONTROLLER, on: true } }, event);
    ports.messenger.willSend().willSend();

    await oneRound(ports);

    const forms = noticesIn(ports).map(formIn);
    assert.deepEqual(
      ports.messenger.messages.map(({ conversation }) => conversation.id),
      [`conversation of ${CONTROLLER}`, `conversation of ${CONTROLLER}`],
    );
    assert.deepEqual(
      forms.map(({ rehearsalFor }) => rehearsalFor),
      [rut, upnOf('SN')],
    );
    for (const { promptId } of forms) assert.equal(promptId, REHEARSED_PROMPT);
  });

  it('lets nothing real out while it is on, and nothing of its own when it is over', async () => {
    const ports = await everybodyKnown();
    const real = await planRound(ports);
    await ports.rounds.change('2026-10', { rehearsal: { number: 1, to: CONTROLLER, on: true } }, event);
    const rehearsed = await planRound(ports);

    await deliverOrders(ports, real);
    await ports.rounds.change('2026-10', { rehearsal: { number: 1, to: CONTROLLER, on: false } }, event);
    await deliverOrders(ports, rehearsed);

    assert.deepEqual(new Set(statesIn(ports)), new Set(['ready']));
  });
});

describe('A message that Teams does not take', () => {
  const renewed: KnownConversation = { id: 'renewed', kind: 'personal', key: `oid of ${rut}`, reference: {} };

  it('because its conversation is gone, is sent in a new one, where the form can be answered (404)', async () => {
    const ports = await bunIsKnown();
    ports.messenger
      .willSend({ kind: 'refused', reason: 'CONVERSATION_GONE' })
      .willOpen(`oid of ${rut}`, renewed)
      .willSend({ kind: 'sent', activityId: 'message-2' });

    await oneRound(ports);

    const [row] = ports.deliveries.rows;
    assert.deepEqual([row?.state, row?.conversationId, row?.activityIds], ['sent', 'renewed', ['message-2']]);
    assert.equal((await ports.conversations.find('personal', `oid of ${rut}`))?.id, 'renewed');
    const { promptId } = formIn(noticesIn(ports)[1]);
    assert.equal((await ports.tickets.find(promptId))?.conversationId, 'renewed');
    assert.deepEqual(ports.limits.noted, ['renewed']);
  });

  it('because its conversation is gone and cannot be made again, is refused, or waits when that may pass', async () => {
    const answers = [
      [{ kind: 'refused', reason: 'BotNotInConversationRoster' }, 'refused'],
      [{ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 90_000 }, 'ready'],
    ] as const;
    for (const [answer, state] of answers) {
      const ports = await bunIsKnown();
      ports.messenger.willSend({ kind: 'refused', reason: 'CONVERSATION_GONE' }).willOpen(`oid of ${rut}`, answer);

      await oneWithTimers(ports);

      assert.deepEqual([statesIn(ports), ports.deliveries.rows[0]?.reason], [[state], answer.reason]);
    }
  });

  it('because its conversation is gone is tried once more when nobody knows whether there is a new one', async () => {
    const ports = await bunIsKnown();
    ports.messenger
      .willSend({ kind: 'refused', reason: 'CONVERSATION_GONE' })
      .willOpen(`oid of ${rut}`, { kind: 'ambiguous', reason: '502' })
      .willSend();

    await oneWithTimers(ports);

    assert.deepEqual([statesIn(ports), ports.deliveries.rows[0]?.attempts], [['sent'], 2]);
  });

  it('because it is too large, is followed by a short one from which the form is opened, once (413)', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend({ kind: 'refused', reason: 'TOO_LARGE' }).willSend({ kind: 'sent', activityId: 'short' });

    await oneRound(ports);

    const { promptId } = formIn(noticesIn(ports)[0]);
    assert.deepEqual(
      listIn(noticesIn(ports)[1]).items.map((item) => [item.kind, item.promptId]),
      [['too-large', promptId]],
    );
    assert.deepEqual([statesIn(ports), ports.deliveries.rows[0]?.activityIds], [['sent'], ['short']]);
  });

  it('because it is too large, and then the short one too, is refused', async () => {
    const ports = await bunIsKnown();
    ports.messenger
      .willSend({ kind: 'refused', reason: 'TOO_LARGE' })
      .willSend({ kind: 'refused', reason: 'TOO_LARGE' });

    await oneRound(ports);

    assert.deepEqual([statesIn(ports), ports.deliveries.rows[0]?.reason], [['refused'], 'TOO_LARGE']);
  });

  it('because the whole bot is switched off, stops everybody for a while, with one alarm', async () => {
    const people = Array.from({ length: 40 }, (_, at) => `N${at}`);
    const [area] = aPlan().businessAreas;
    const plan = aPlan({
      committees: people.map((id) => ({ id, name: id, aliases: [] })),
      businessAreas: people.flatMap((id) => (area ? [{ ...area, id, committeeId: id }] : [])),
      contacts: people.map((id) => aReporterContact(id)),
    });
    const ports = await everybodyKnown({ plan });
    for (let sent = 0; sent < 30; sent++)
      ports.messenger.willSend({ kind: 'waiting', reason: 'BotDisabledByAdmin', stopsRun: true });
    const orders = await planRound(ports);

    assert.equal(await deliverOrders(ports, orders), 'left');
    assert.equal(await deliverOrders(anotherInstance(ports), orders), 'left');

    assert.equal(ports.messenger.messages.length, 30);
    assert.deepEqual(new Set(statesIn(ports)), new Set(['ready']));
    assert.deepEqual(
      ports.log.entries.filter(({ level }) => level === 'error').map(({ facts }) => [facts.event, facts.reason]),
      [['alarm', 'BotDisabledByAdmin']],
    );
    const halt = await ports.crew.halted(ports.clock.now());
    assert.equal((halt?.until.getTime() ?? 0) - ports.clock.now().getTime(), 5 * 60_000);
  });
});

/** A round where time goes by as fast as it is waited for. */
async function oneWithTimers(fake: FakePorts, change: (ports: Ports) => Ports = (ports) => ports): Promise<number> {
  const began = fake.clock.now().getTime();
  const time = sinon.useFakeTimers({ now: began, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  try {
    const ports = change({ ...fake, clock: { now: () => new Date() } });
    const done = planRound(ports).then((orders) => deliverOrders(ports, orders));
    await time.runAllAsync();
    await done;
    return (Date.now() - began) / 1_000;
  } finally {
    time.restore();
  }
}

describe('A message that has to wait', () => {
  const throttled = (seconds: number): SendOutcome => ({
    ...{ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: seconds * 1_000 },
  });

  it('goes out in the same round when Teams wants at most a minute, and its conversation is left in peace', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend(throttled(60)).willSend();

    const seconds = await oneWithTimers(ports);

    assert.ok(seconds >= 60 && seconds < 62, `${seconds} s`);
    assert.deepEqual([statesIn(ports), ports.deliveries.rows[0]?.attempts], [['sent'], 2]);
    assert.deepEqual(ports.limits.pauses, [{ conversationId: `conversation of ${rut}`, pauseMs: 60_000 }]);
  });

  it('longer than that is left to a later round, not before its time', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend(throttled(61)).willSend();
    await oneWithTimers(ports);
    assert.equal(statesIn(ports)[0], 'ready');

    ports.clock.pass(60);
    await oneRound(ports);
    assert.equal(ports.messenger.messages.length, 1);
    ports.clock.pass(2);
    await oneRound(ports);

    assert.deepEqual(statesIn(ports), ['sent']);
  });

  it('again and again waits twice as long each time, but never more than half an hour', async () => {
    const ports = await bunIsKnown();
    const pauses: number[] = [];
    const forgetful = { kind: 'waiting', reason: 'UNKNOWN_403' } as const;
    ports.messenger.willSend(forgetful).willSend(forgetful).willSend(forgetful);
    await oneWithTimers(ports); // 30 and 60 s are waited for
    for (let round = 0; round < 6; round++) {
      const { notBefore, claimedAt } = ports.deliveries.rows[0] ?? {};
      pauses.push(((notBefore?.getTime() ?? 0) - (claimedAt?.getTime() ?? 0)) / 1_000);
      ports.clock.moveTo(notBefore?.toISOString() ?? '');
      ports.messenger.willSend(forgetful);
      await oneRound(ports);
    }

    assert.deepEqual(pauses, [120, 240, 480, 960, 1_800, 1_800]);
  });

  it('is not sent when the answer comes while it waits', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend(throttled(30));

    await oneWithTimers(ports, (timed) => {
      setTimeout(() => void ports.answers.save(aStoredAnswer(), []), 10_000);
      return timed;
    });

    assert.deepEqual(statesIn(ports), ['ready']);
  });

  it('for room in its conversation is looked at again before it goes: an answer may have come', async () => {
    const ports = await bunIsKnown();

    await oneWithTimers(ports, (timed) => {
      const limits = new SlidingLimits(timed.clock, timed.stopping);
      limits.throttled(`conversation of ${rut}`, 5_000);
      setTimeout(() => void ports.answers.save(aStoredAnswer(), []), 2_000);
      return { ...timed, limits };
    });

    assert.deepEqual([statesIn(ports), ports.deliveries.rows[0]?.attempts], [['ready'], 0]);
  });

  it('for room, and cannot be looked at again, goes later', async () => {
    const ports = await bunIsKnown();
    ports.answers.find = () => Promise.reject(new Error('storage is gone'));
    ports.messenger.willSend();

    await oneWithTimers(ports, (timed) => {
      const limits = new SlidingLimits(timed.clock, timed.stopping);
      limits.throttled(`conversation of ${rut}`, 5_000);
      return { ...timed, limits };
    });

    assert.deepEqual([statesIn(ports), ports.deliveries.rows[0]?.attempts], [['sent'], 2]);
  });

  it('for room longer than its claim allows is nobody’s again', async () => {
    const ports = await bunIsKnown();

    const seconds = await oneWithTimers(ports, (timed) => {
      const limits = new SlidingLimits(timed.clock, timed.stopping);
      limits.throttled(`conversation of ${rut}`, 600_000);
      return { ...timed, limits };
    });

    assert.ok(seconds < 60, `${seconds} s`);
    assert.deepEqual([statesIn(ports), ports.deliveries.rows[0]?.attempts], [['ready'], 0]);
  });

  it('keeps nobody else waiting', async () => {
    const ports = await everybodyKnown();
    ports.messenger.willSend(throttled(40)).willSend().willSend();
    const sentAt: number[] = [];
    const send = ports.messenger.send.bind(ports.messenger);
    ports.messenger.send = async (...given) => {
      sentAt.push(Date.now());
      return send(...given);
    };

    await oneWithTimers(ports);

    const [first = 0] = sentAt;
    assert.deepEqual(
      sentAt.map((at) => Math.floor((at - first) / 1_000)),
      [0, 0, 40],
    );
  });
});

describe('What became of a message', () => {
  it('is written down when storage answers again', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend();
    const record = ports.deliveries.record.bind(ports.deliveries);
    let calls = 0;
    ports.deliveries.record = async (rows) => {
      calls += 1;
      if (calls < 3) throw new Error('storage is gone');
      return record(rows);
    };

    await oneWithTimers(ports);

    assert.deepEqual([statesIn(ports), calls], [['sent'], 3]);
  });

  it('is uncertain for ever when storage never answers: its claim runs out', async () => {
    const ports = await bunIsKnown();
    ports.messenger.willSend();
    ports.deliveries.record = () => Promise.reject(new Error('storage is gone'));

    await oneWithTimers(ports);

    assert.deepEqual(statesIn(ports), ['sending']);
    assert.ok(
      ports.log.entries.some(({ message, facts }) => message === 'outcomes not recorded' && facts.left === 'given up'),
    );
  });
});

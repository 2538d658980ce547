import assert from 'node:assert/strict';
import { carryOutEffects } from '../../../src/features/delivery/carry-out-effects.ts';
import type { EffectKind } from '../../../src/ports.ts';
import { aFollowUp, aPlan, aReporter, aStoredAnswer, upnOf } from '../../support/builders.ts';
import { aKnownPerson, type FakePorts, inMemoryPorts, stopping, theChannel } from '../../support/fakes.ts';

const plan = aPlan();

async function carryOut(ports: FakePorts): Promise<void> {
  await carryOutEffects(ports);
}

/** The reporter has the form in front of them, as message `card-1`. */
async function aSentPrompt(ports: FakePorts, committeeId = 'BUN', activityIds = ['card-1']): Promise<void> {
  const recipient = upnOf(committeeId);
  await aKnownPerson(ports, recipient);
  const row = await ports.deliveries.ensure({ committeeId, period: '2026-10', recipient, kind: 'prompt' });
  await ports.deliveries.change(row, { state: 'sent', activityIds });
}

/** The deputy has asked for the form too, as message `card-3`. */
async function aDeputysCard(ports: FakePorts): Promise<void> {
  const recipient = upnOf('BUN', 2);
  await aKnownPerson(ports, recipient);
  const row = await ports.deliveries.ensure({ committeeId: 'BUN', period: '2026-10', recipient, kind: 'prompt' });
  await ports.deliveries.change(row, { state: 'sent', activityIds: ['card-3'] });
}

async function anAnswerWith(ports: FakePorts, ...kinds: EffectKind[]): Promise<void> {
  await ports.answers.save(
    aStoredAnswer(),
    kinds.map((kind) => ({ kind })),
  );
}

describe('After an answer', () => {
  it('the card becomes its receipt', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    await anAnswerWith(ports, 'cards');
    ports.messenger.willUpdate();

    await carryOut(ports);

    const [message] = ports.messenger.messages;
    assert.equal(message?.updated, 'card-1');
    assert.equal(message?.notice.kind === 'receipt' && message.notice.stored.receiptNumber, 'BUN-2026-10-1');
    assert.equal(ports.effects.rows.size, 0);
  });

  it('every card that shows the form becomes the receipt, the deputy’s too', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports, 'BUN', ['card-1', 'card-2']);
    await aDeputysCard(ports);
    await anAnswerWith(ports, 'cards');
    ports.messenger.willUpdate().willUpdate().willUpdate();

    await carryOut(ports);

    assert.deepEqual(ports.messenger.messages.map(({ updated }) => updated).sort(), ['card-1', 'card-2', 'card-3']);
  });

  it('the pressed card is brought up to date also when nobody knew that it had arrived', async () => {
    const ports = inMemoryPorts();
    await aKnownPerson(ports, upnOf('BUN'));
    const row = await ports.deliveries.ensure({
      ...{ committeeId: 'BUN', period: '2026-10', recipient: upnOf('BUN'), kind: 'prompt' },
    });
    await ports.deliveries.change(row, { state: 'ambiguous' });
    await ports.answers.save(aStoredAnswer(), [{ kind: 'cards', pressedActivityId: 'pressed' }]);
    ports.messenger.willUpdate();

    await carryOut(ports);

    assert.equal(ports.messenger.messages[0]?.updated, 'pressed');
    assert.deepEqual(
      ports.deliveries.rows.map(({ state, activityIds }) => [state, activityIds]),
      [['sent', ['pressed']]],
    );
  });

  it('the card that the deputy pressed is not taken for the reporter’s', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    const reporter = aReporter({ upn: upnOf('BUN', 2) });
    await ports.answers.save(aStoredAnswer({ reporter }), [{ kind: 'cards', pressedActivityId: 'deputy’s card' }]);
    ports.messenger.willUpdate();

    await carryOut(ports);

    assert.equal(ports.messenger.messages[0]?.updated, 'card-1');
  });

  it('a card that cannot be reached just now is tried again, a while later', async () => {
    for (const kind of ['waiting', 'ambiguous'] as const) {
      const ports = inMemoryPorts();
      await aSentPrompt(ports);
      await anAnswerWith(ports, 'cards');
      ports.messenger.willUpdate({ kind, reason: 'DOWN' }).willUpdate();

      await carryOut(ports);
      await carryOut(ports);
      assert.deepEqual([ports.effects.rows.size, ports.messenger.messages.length], [1, 1], kind);
      ports.clock.pass(60);
      await carryOut(ports);

      assert.deepEqual([ports.effects.rows.size, ports.messenger.messages.length], [0, 2], kind);
    }
  });

  it('a card that Teams asks to wait with is never given up for that', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    await anAnswerWith(ports, 'cards');

    for (let round = 0; round < 7; round++) {
      ports.messenger.willUpdate({ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 90_000 });
      await carryOut(ports);
      ports.clock.pass(89);
      await carryOut(ports);
      ports.clock.pass(1);
    }

    assert.deepEqual(
      [...ports.effects.rows.values()].map(({ attempts }) => attempts),
      [0],
    );
  });

  it('the reporter’s card is changed once, however long the deputy’s cannot be reached', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    await aDeputysCard(ports);
    await anAnswerWith(ports, 'cards');
    ports.messenger.willUpdate();
    for (let attempt = 0; attempt < 5; attempt++) ports.messenger.willUpdate({ kind: 'waiting', reason: 'DOWN' });

    for (let round = 0; round < 20; round++) {
      await carryOut(ports);
      ports.clock.pass(30);
    }

    assert.deepEqual(
      ports.messenger.messages.map(({ updated }) => updated),
      ['card-1', ...Array.from({ length: 5 }, () => 'card-3')],
    );
    assert.deepEqual(
      [...ports.effects.rows.values()].map(({ attempts }) => attempts),
      [5],
    );
    assert.deepEqual(new Set(ports.effects.reasons), new Set(['CARD_NOT_UPDATED']));
  });

  it('the next correction changes the reporter’s card again, and the deputy’s too when they can be reached', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    await aDeputysCard(ports);
    await anAnswerWith(ports, 'cards');
    ports.messenger.willUpdate().willUpdate({ kind: 'ambiguous', reason: 'TIMEOUT' });
    await carryOut(ports);
    await ports.answers.save(aStoredAnswer({ revision: 2 }), [{ kind: 'cards' }]);
    ports.clock.pass(60);
    ports.messenger.willUpdate().willUpdate();

    await carryOut(ports);

    assert.deepEqual(
      ports.messenger.messages.map(({ updated }) => updated),
      ['card-1', 'card-3', 'card-1', 'card-3'],
    );
    assert.equal(ports.effects.rows.size, 0);
  });

  it('a form that was opened again in the receipt’s place is left alone', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    await anAnswerWith(ports, 'cards');
    ports.messenger.willUpdate();
    await carryOut(ports);
    ports.effects.add({ committeeId: 'BUN', period: '2026-10', revision: 1, kind: 'cards', attempts: 0 });

    await carryOut(ports);

    assert.deepEqual([ports.effects.rows.size, ports.messenger.messages.length], [0, 1]);
  });

  it('a committee that has ended since is still shown its receipt', async () => {
    const ended = aPlan({
      committees: plan.committees.map((committee) =>
        committee.id === 'BUN' ? { ...committee, validTo: '2026-10-31' } : committee,
      ),
    });
    const ports = inMemoryPorts({ plan: ended, now: '2026-12-05T08:00:00+01:00' });
    await aSentPrompt(ports);
    await anAnswerWith(ports, 'cards');
    ports.messenger.willUpdate();

    await carryOut(ports);

    assert.equal(ports.messenger.messages[0]?.updated, 'card-1');
    assert.equal(ports.effects.rows.size, 0);
  });

  it('a card that somebody has taken away is not sought for ever', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    await anAnswerWith(ports, 'cards');
    ports.messenger.willUpdate({ kind: 'refused', reason: 'NOT_FOUND' });

    await carryOut(ports);

    assert.equal(ports.effects.rows.size, 0);
  });

  it('corrections that came close together are shown once, as they stand now', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    await anAnswerWith(ports, 'cards');
    await ports.answers.save(aStoredAnswer({ revision: 2 }), [{ kind: 'cards' }]);
    ports.messenger.willUpdate();

    await carryOut(ports);

    const notice = ports.messenger.messages[0]?.notice;
    assert.equal(notice?.kind === 'receipt' && notice.stored.revision, 2);
    assert.equal(ports.effects.rows.size, 0);
  });

  it('the channel is told', async () => {
    const ports = inMemoryPorts();
    await theChannel(ports);
    await anAnswerWith(ports, 'summary');
    ports.messenger.willSend();

    await carryOut(ports);

    assert.equal(ports.messenger.messages[0]?.notice.kind, 'month-summary');
    assert.equal(ports.effects.rows.size, 0);
  });

  it('nothing is done twice', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    await theChannel(ports);
    await anAnswerWith(ports, 'cards', 'summary');
    ports.messenger.willSend().willUpdate();

    await carryOut(ports);
    await carryOut(ports);

    assert.equal(ports.messenger.messages.length, 2);
  });

  it('nothing more is begun by a process that is to stop', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    await anAnswerWith(ports, 'cards');

    await carryOut(stopping(ports));

    assert.equal(ports.effects.rows.size, 1);
  });

  it('an answer is shown also when its committee is in no plan from the month after', async () => {
    const ports = inMemoryPorts();
    await theChannel(ports);
    await ports.answers.save(aStoredAnswer(), [{ kind: 'summary' }]);
    const [, social] = plan.committees;
    ports.plans.use(aPlan({ committees: social ? [social] : [] }), '2026-11');
    ports.messenger.willSend();

    await carryOut(ports);

    assert.equal(ports.effects.rows.size, 0);
  });

  it('the correction of last December is shown also when the new year is followed up', async () => {
    const ports = inMemoryPorts({ plan: aPlan({ followUps: [aFollowUp('2026-12'), aFollowUp('2027-02')] }) });
    await theChannel(ports);
    await ports.answers.save(aStoredAnswer({ period: '2026-12' }), [{ kind: 'summary' }]);
    const everywhere = aPlan({
      followUps: [aFollowUp('2026-12'), aFollowUp('2027-02')],
      businessAreas: plan.businessAreas.flatMap((area) => [area, { ...area, year: 2027 }]),
    });
    ports.plans.use(everywhere);
    ports.messenger.willSend();

    await carryOut(ports);

    assert.equal(ports.effects.rows.size, 0);
  });
});

describe('What fails after an answer', () => {
  it('at one committee, whose rows cannot be read, does not stop the others', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports, 'SN', ['card-2']);
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), [{ kind: 'cards' }]);
    const find = ports.effects.findWaiting.bind(ports.effects);
    ports.effects.findWaiting = async (committeeId, year) => {
      if (committeeId === 'BUN') throw new Error('a row that cannot be read');
      return find(committeeId, year);
    };
    ports.messenger.willUpdate();

    await carryOut(ports);

    assert.equal(ports.effects.rows.size, 0);
    assert.ok(ports.log.entries.some(({ level, facts }) => level === 'error' && facts.committee === 'BUN'));
  });

  it('does not stop the rest', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports, 'BUN');
    await aSentPrompt(ports, 'SN', ['card-2']);
    await theChannel(ports);
    await anAnswerWith(ports, 'cards', 'summary');
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), [{ kind: 'cards' }]);
    ports.messenger.willSend().willUpdate(new Error('a card that cannot be drawn')).willUpdate();

    await carryOut(ports);

    assert.deepEqual(
      [...ports.effects.rows.values()].map(({ committeeId, kind, attempts }) => [committeeId, kind, attempts]),
      [['BUN', 'cards', 1]],
    );
  });

  it('is tried five times, and then left with its reason for a person to look at', async () => {
    const ports = inMemoryPorts();
    await aSentPrompt(ports);
    await anAnswerWith(ports, 'cards');
    for (let attempt = 0; attempt < 5; attempt++) ports.messenger.willUpdate(new TypeError('a fault of ours'));

    for (let round = 0; round < 8; round++) await carryOut(ports);

    assert.deepEqual(
      [...ports.effects.rows.values()].map(({ attempts }) => attempts),
      [5],
    );
    assert.deepEqual(new Set(ports.effects.reasons), new Set(['TypeError']));
    assert.equal(ports.log.entries.filter(({ message }) => message === 'effect failed').length, 5);
  });
});

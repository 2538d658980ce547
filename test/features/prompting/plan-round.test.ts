import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Month } from '../../../src/domain/period.ts';
import { planRound } from '../../../src/features/prompting/plan-round.ts';
import { aFollowUp, aPlan, aReporterContact, aStoredAnswer, upnOf } from '../../support/builders.ts';
import { aKnownPerson, anotherInstance, FakePlans, type FakePorts, inMemoryPorts } from '../../support/fakes.ts';
import { everybodyKnown, orderedIn } from '../../support/rounds.ts';

const OCTOBER: Month = '2026-10';

async function ordered(ports: FakePorts): Promise<string[]> {
  return orderedIn(await planRound(ports));
}

const toBun = `${upnOf('BUN')} prompt BUN`;
const toSn = `${upnOf('SN')} prompt SN`;

describe('The plan of a round', () => {
  it('asks each committee’s first reporter once', async () => {
    const ports = await everybodyKnown();

    const orders = await planRound(ports);

    assert.deepEqual(orders, [
      {
        period: OCTOBER,
        messages: [
          { recipient: upnOf('BUN'), items: [{ committeeId: 'BUN', kind: 'prompt' }] },
          { recipient: upnOf('SN'), items: [{ committeeId: 'SN', kind: 'prompt' }] },
        ],
      },
    ]);
    assert.deepEqual(
      ports.deliveries.rows.map(({ committeeId, recipient, state }) => [committeeId, recipient, state]),
      [
        ['BUN', upnOf('BUN'), 'ready'],
        ['SN', upnOf('SN'), 'ready'],
      ],
    );
  });

  it('made twice is one round', async () => {
    const ports = await everybodyKnown();

    const once = await planRound(ports);
    const twice = await planRound(anotherInstance(ports));

    assert.deepEqual(twice, once);
    assert.equal(ports.deliveries.rows.length, 2);
  });

  it('puts everything that one person should get in one message', async () => {
    const both = aPlan({ contacts: [aReporterContact('BUN'), { ...aReporterContact('BUN'), committeeId: 'SN' }] });
    const ports = await everybodyKnown({ plan: both });

    const [order] = await planRound(ports);

    assert.deepEqual(
      order?.messages.map(({ items }) => items.map(({ committeeId }) => committeeId)),
      [['BUN', 'SN']],
    );
  });

  it('gives nobody more than thirty messages to carry out at a time', async () => {
    const committees = Array.from({ length: 65 }, (_, at) => `N${at}`);
    const [area] = aPlan().businessAreas;
    const plan = aPlan({
      committees: committees.map((id) => ({ id, name: id, aliases: [] })),
      businessAreas: committees.flatMap((id) => (area ? [{ ...area, id, committeeId: id }] : [])),
      contacts: committees.map((id) => aReporterContact(id)),
    });
    const ports = await everybodyKnown({ plan });

    const orders = await planRound(ports);

    assert.deepEqual(
      orders.map(({ messages }) => messages.length),
      [30, 30, 5],
    );
  });

  it('leaves out who has answered already, and asks also those who answered last month', async () => {
    const ports = await everybodyKnown();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN' }), []);
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN', period: '2026-09' }), []);

    assert.deepEqual(await ordered(ports), [toSn]);
  });

  it('passes over a committee that has nobody to ask', async () => {
    const ports = await everybodyKnown({ plan: aPlan({ contacts: [aReporterContact('SN')] }) });

    assert.deepEqual(await ordered(ports), [toSn]);
  });

  it('asks the deputy of somebody who does not have the app, and tells nobody else', async () => {
    const ports = inMemoryPorts({ plan: aPlan({ contacts: [aReporterContact('BUN'), aReporterContact('BUN', 2)] }) });
    await aKnownPerson(ports, upnOf('BUN', 2));

    assert.deepEqual(await ordered(ports), [`${upnOf('BUN', 2)} prompt BUN`]);
  });

  it('tells the controller of a committee where nobody can be asked', async () => {
    const ports = inMemoryPorts({ now: '2026-11-05T09:00:00+01:00' });
    await aKnownPerson(ports, upnOf('BUN'));
    await aKnownPerson(ports, 'controller@styrmodell.example');

    assert.deepEqual(await ordered(ports), [toBun, 'controller@styrmodell.example unreachable SN']);
  });

  it('asks the others although the rows of one committee cannot be read or made', async () => {
    for (const call of ['ledger', 'ensureAll'] as const) {
      const ports = await everybodyKnown();
      const broken = new Error('a row that cannot be read');
      const { deliveries } = ports;
      const [ledger, ensureAll] = [deliveries.ledger.bind(deliveries), deliveries.ensureAll.bind(deliveries)];
      deliveries.ledger = async (committeeId, period) => {
        if (call === 'ledger' && committeeId === 'BUN') throw broken;
        return ledger(committeeId, period);
      };
      deliveries.ensureAll = async (wanted) => {
        if (call === 'ensureAll' && wanted.some(({ committeeId }) => committeeId === 'BUN')) throw broken;
        return ensureAll(wanted);
      };

      assert.deepEqual(await ordered(ports), [toSn]);
      assert.ok(ports.log.entries.some(({ level, facts }) => level === 'error' && facts.committee === 'BUN'));
    }
  });

  it('has nothing in it before the day, before eight in the morning, and without a plan', async () => {
    const yesterday = await everybodyKnown({
      now: '2026-10-02T23:59:59+02:00',
      plan: aPlan({ followUps: [aFollowUp('2026-09')] }),
    });
    const ports = await everybodyKnown({ now: '2026-11-03T07:59:59+01:00' });

    assert.deepEqual([await planRound(yesterday), await ordered(ports)], [[], []]);
    assert.deepEqual(await planRound({ ...ports, plans: new FakePlans(ports.clock) }), []);
    ports.clock.pass(1);
    assert.deepEqual(await ordered(ports), [toBun, toSn]);
  });

  it('leaves out what has been sent, and what has to wait', async () => {
    const ports = await everybodyKnown();
    await planRound(ports);
    const [bun, sn] = ports.deliveries.rows;
    assert.ok(bun && sn);
    await ports.deliveries.change(bun, { state: 'sent', claimedAt: ports.clock.now() });
    await ports.deliveries.change(sn, { notBefore: new Date(ports.clock.now().getTime() + 60_000) });

    assert.deepEqual(await ordered(ports), []);
    ports.clock.pass(60);
    assert.deepEqual(await ordered(ports), [toSn]);
  });

  it('has nothing in it while the round is paused', async () => {
    const ports = await everybodyKnown();
    const event = { at: ports.clock.now(), by: 'styr', what: 'paused' };
    await ports.rounds.change(OCTOBER, { paused: true }, event);

    assert.deepEqual(await planRound(ports), []);
  });

  it('in a rehearsal asks as if nobody had been asked, on lines of its own', async () => {
    const ports = await everybodyKnown();
    await planRound(ports);
    for (const row of ports.deliveries.rows) await ports.deliveries.change(row, { state: 'sent' });
    const rehearsal = { number: 2, to: 'controller@styrmodell.example', on: true };
    await ports.rounds.change(OCTOBER, { rehearsal }, { at: ports.clock.now(), by: 'styr', what: 'rehearsal' });

    assert.deepEqual(await ordered(ports), [`${upnOf('BUN')} prompt@r2 BUN`, `${upnOf('SN')} prompt@r2 SN`]);
  });

  it('gives one form to each committee that owes an answer, whatever the order and number of rounds and answers', async () => {
    const step = fc.constantFrom('round', 'elsewhere', 'two at once', 'BUN answers', 'SN answers', 'a day passes');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const ports = await everybodyKnown();
        const answered = new Set<string>();
        const mustHave = new Set<string>();

        for (const what of steps) {
          const [committeeId = ''] = what.split(' ');
          if (what.endsWith('answers')) {
            if (!answered.has(committeeId)) await ports.answers.save(aStoredAnswer({ committeeId }), []);
            answered.add(committeeId);
          } else if (what === 'a day passes') {
            ports.clock.pass(86_400);
          } else {
            const instances = what === 'round' ? [ports] : [anotherInstance(ports)];
            await Promise.all([...instances, ...(what.startsWith('two') ? [ports] : [])].map(planRound));
            for (const id of ['BUN', 'SN']) if (!answered.has(id)) mustHave.add(upnOf(id));
          }
        }

        const asked = ports.deliveries.rows.filter(({ kind }) => kind === 'prompt').map(({ recipient }) => recipient);
        assert.deepEqual(asked.sort(), [...mustHave].sort());
      }),
    );
  });
});

describe('A claim whose owner is gone', () => {
  async function claimed(ports: FakePorts, secondsAgo: number): Promise<void> {
    await planRound(ports);
    const [row] = ports.deliveries.rows;
    assert.ok(row);
    const claimedAt = new Date(ports.clock.now().getTime() - secondsAgo * 1_000);
    await ports.deliveries.change(row, { state: 'sending', owner: 'gone', claimedAt });
  }

  it('is ambiguous when its time is up, is told of, and is not sent again', async () => {
    const ports = await everybodyKnown();
    await claimed(ports, 60);

    assert.deepEqual(await ordered(ports), [toSn]);

    const [row] = ports.deliveries.rows;
    assert.deepEqual([row?.state, row?.reason], ['ambiguous', 'CLAIM_EXPIRED']);
    assert.deepEqual(
      ports.log.entries.map(({ message }) => message),
      ['claim expired'],
    );
  });

  it('is settled also while the round is paused', async () => {
    const ports = await everybodyKnown();
    await claimed(ports, 60);
    await ports.rounds.change(OCTOBER, { paused: true }, { at: ports.clock.now(), by: 'styr', what: 'paused' });

    await planRound(ports);

    assert.equal(ports.deliveries.rows[0]?.state, 'ambiguous');
  });

  it('is left alone while its time runs', async () => {
    const ports = await everybodyKnown();
    await claimed(ports, 59);

    await planRound(ports);

    assert.equal(ports.deliveries.rows[0]?.state, 'sending');
  });
});

describe('Those who should be asked and do not have the app', () => {
  it('are given it, once a day, and again when Microsoft Graph asked for a while', async () => {
    const ports = inMemoryPorts();
    ports.installer.outcomes.set(upnOf('SN'), { kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 90_000 });

    await planRound(ports);
    await planRound(ports);
    assert.deepEqual(ports.installer.asked, [upnOf('BUN'), upnOf('SN')]);
    ports.clock.pass(90);
    await planRound(ports);
    assert.deepEqual(ports.installer.asked.slice(2), [upnOf('SN')]);
    ports.clock.pass(86_400);
    await planRound(ports);

    assert.deepEqual(ports.installer.asked.slice(3).sort(), [upnOf('BUN'), upnOf('SN')]);
  });

  it('are given it within a day, however long Microsoft Graph wanted to be left alone', async () => {
    const ports = inMemoryPorts();
    const waiting = { kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 30 * 86_400_000 } as const;
    ports.installer.outcomes.set(upnOf('SN'), waiting);
    await planRound(ports);

    ports.clock.pass(86_400);
    await planRound(ports);

    assert.deepEqual(ports.installer.asked.slice(2), [upnOf('BUN'), upnOf('SN')]);
  });

  it('are given it although it fails for one of them', async () => {
    const ports = inMemoryPorts();
    const install = ports.installer.install.bind(ports.installer);
    ports.installer.install = async (upn) => {
      if (upn === upnOf('BUN')) throw new Error('Graph is gone');
      return install(upn);
    };

    await planRound(ports);

    assert.deepEqual(ports.installer.asked, [upnOf('SN')]);
    assert.ok(ports.log.entries.some(({ message }) => message === 'app not given'));
  });

  it('are not given it by a rehearsal, or while the round is paused', async () => {
    for (const change of [
      { paused: true },
      { rehearsal: { number: 1, to: 'controller@styrmodell.example', on: true } },
    ]) {
      const ports = inMemoryPorts();
      await ports.rounds.change(OCTOBER, change, { at: ports.clock.now(), by: 'styr', what: 'changed' });

      await planRound(ports);

      assert.deepEqual(ports.installer.asked, []);
    }
  });
});

import assert from 'node:assert/strict';
import { planRound } from '../../../src/features/prompting/plan-round.ts';
import { aPlan, aReporterContact, upnOf } from '../../support/builders.ts';
import { deliverOrders } from '../../support/deliver-orders.ts';
import type { FakePorts } from '../../support/fakes.ts';
import { everybodyKnown, oneRound, statesIn } from '../../support/rounds.ts';

const event = { at: new Date(0), by: 'styr', what: 'changed' };
const rut = upnOf('BUN');
/** One person reports for both committees. */
const oneForBoth = aPlan({ contacts: [aReporterContact('BUN'), { ...aReporterContact('BUN'), committeeId: 'SN' }] });

function bunIsKnown(): Promise<FakePorts> {
  return everybodyKnown({ plan: aPlan({ contacts: [aReporterContact('BUN')] }) });
}

/** Something happens while the first message waits for room, after it was claimed. */
function whileItWaits(ports: FakePorts, happens: () => unknown): void {
  const take = ports.limits.take.bind(ports.limits);
  ports.limits.take = async (conversationId) => {
    ports.limits.take = take;
    await happens();
    return take(conversationId);
  };
}

/** How old the claim is when a message leaves, in seconds. */
function agesWhenSent(ports: FakePorts): number[] {
  const ages: number[] = [];
  const send = ports.messenger.send.bind(ports.messenger);
  ports.messenger.send = async (...given) => {
    const claimedAt = ports.deliveries.rows[0]?.claimedAt?.getTime() ?? 0;
    ages.push((ports.clock.now().getTime() - claimedAt) / 1_000);
    return send(...given);
  };
  return ages;
}

describe('A message whose turn comes late', () => {
  it('is claimed anew before it leaves, so that nobody takes its claim for that of a dead process', async () => {
    const ports = await bunIsKnown();
    const ages = agesWhenSent(ports);
    whileItWaits(ports, () => ports.clock.pass(55));
    ports.messenger.willSend();

    await oneRound(ports);

    assert.deepEqual([statesIn(ports), ages], [['sent'], [0]]);
  });

  it('and is too large, is claimed anew before the short one leaves', async () => {
    const ports = await bunIsKnown();
    const ages = agesWhenSent(ports);
    const send = ports.messenger.send.bind(ports.messenger);
    ports.messenger.send = async (...given) => {
      const outcome = await send(...given);
      if (ages.length === 1) ports.clock.pass(55);
      return outcome;
    };
    const tooLarge = { kind: 'refused', reason: 'TOO_LARGE' } as const;
    ports.messenger.willSend(tooLarge).willSend(tooLarge).willSend();

    await oneRound(ports);

    assert.deepEqual([statesIn(ports), ages], [['sent'], [0, 0, 0]]);
  });

  it('stays when the round is paused or rehearsed meanwhile', async () => {
    const changes = [{ paused: true }, { rehearsal: { number: 1, to: rut, on: true } }];
    for (const change of changes) {
      const ports = await bunIsKnown();
      whileItWaits(ports, () => {
        ports.clock.pass(5);
        return ports.rounds.change('2026-10', change, event);
      });

      await oneRound(ports);

      assert.deepEqual(statesIn(ports), ['ready']);
    }
  });

  it('stays when a rehearsal begins between the last look and the claim', async () => {
    const ports = await bunIsKnown();
    const orders = await planRound(ports);
    const saveAll = ports.tickets.saveAll.bind(ports.tickets);
    ports.tickets.saveAll = async (tickets) => {
      await ports.rounds.change('2026-10', { rehearsal: { number: 1, to: rut, on: true } }, event);
      return saveAll(tickets);
    };

    await deliverOrders(ports, orders);

    assert.deepEqual(statesIn(ports), ['ready']);
  });
});

describe('Somebody who reports for two committees', () => {
  it('is asked for the one although the other’s questions cannot be put together', async () => {
    const ports = await everybodyKnown({ plan: oneForBoth });
    const findYear = ports.answers.findYear.bind(ports.answers);
    const find = ports.answers.find.bind(ports.answers);
    ports.answers.findYear = async (committeeId, year) => {
      if (committeeId === 'BUN') throw new Error('a row that cannot be read');
      return findYear(committeeId, year);
    };
    ports.answers.find = async (committeeId, period) => {
      if (committeeId === 'BUN') throw new Error('a row that cannot be read');
      return find(committeeId, period);
    };
    ports.messenger.willSend();

    await oneRound(ports);

    const states = ports.deliveries.rows.map(({ committeeId, state }) => [committeeId, state]);
    assert.deepEqual(states, [
      ['BUN', 'ready'],
      ['SN', 'sent'],
    ]);
  });
});

describe('A committee', () => {
  it('whose ledger could not be read a moment ago is left to the next round, and its form can be answered', async () => {
    const ports = await bunIsKnown();
    const orders = await planRound(ports);
    const ledger = ports.deliveries.ledger.bind(ports.deliveries);
    ports.deliveries.ledger = async () => {
      ports.deliveries.ledger = ledger;
      throw new Error('storage is busy');
    };

    await deliverOrders(ports, orders);
    assert.deepEqual(statesIn(ports), ['ready']);
    ports.messenger.willSend();
    await oneRound(ports);

    assert.deepEqual(statesIn(ports), ['sent']);
    assert.ok(await ports.tickets.find(ports.deliveries.rows[0]?.id ?? ''));
  });

  it('whose id has every sign in it is asked as others are', async () => {
    const id = 'Ö/vrigt | #1';
    const plan = aPlan({
      committees: [{ id, name: 'Övrigt', aliases: [] }],
      businessAreas: aPlan()
        .businessAreas.slice(0, 1)
        .map((area) => ({ ...area, committeeId: id })),
      contacts: [{ ...aReporterContact('BUN'), committeeId: id }],
    });
    const ports = await everybodyKnown({ plan });
    ports.messenger.willSend();

    await oneRound(ports);

    assert.deepEqual(statesIn(ports), ['sent']);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import sinon from 'sinon';
import { planRound } from '../../../src/features/prompting/plan-round.ts';
import type { DeliveryOrder, Ports } from '../../../src/ports.ts';
import { aFollowUp, aPlan, aReporterContact, aStoredAnswer } from '../../support/builders.ts';
import { deliverOrders } from '../../support/deliver-orders.ts';
import { anotherInstance, type FakePorts } from '../../support/fakes.ts';
import { everybodyKnown, oneRound } from '../../support/rounds.ts';

const INTERLEAVINGS = 2_000;
const ladder = [{ kind: 'reminder', workingDays: 0 }] as const;
const plan = aPlan({
  followUps: [aFollowUp('2026-10', { ladder })],
  contacts: [aReporterContact('BUN'), { ...aReporterContact('BUN'), committeeId: 'SN' }],
});

/** One reporter has the forms of two committees since the opening day, and it is the day of the reminder. */
async function theDayOfTheReminder(): Promise<FakePorts> {
  const ports = await everybodyKnown({ plan, now: '2026-11-03T08:00:00+01:00' });
  ports.messenger.willSend();
  await oneRound(ports);
  ports.clock.moveTo('2026-11-10T08:00:00+01:00');
  return ports;
}

/** What was written down in the committees' ledgers, in the order that it was. */
type History = string[];

/** The same stores, whose calls take effect in an order that the scheduler decides. */
function scheduled(ports: FakePorts, scheduler: fc.Scheduler, history: History): Ports {
  const { deliveries, answers } = ports;
  const turn = (what: string): Promise<unknown> => scheduler.schedule(Promise.resolve(), what);
  return {
    ...ports,
    answers: Object.assign(Object.create(answers), {
      save: async (...given: Parameters<typeof answers.save>) => {
        await turn('answer');
        history.push(`answered ${given[0].committeeId}`);
        return answers.save(...given);
      },
    }),
    deliveries: Object.assign(Object.create(deliveries), {
      ledger: async (...given: Parameters<typeof deliveries.ledger>) => {
        await turn('read');
        return deliveries.ledger(...given);
      },
      claim: async (...given: Parameters<typeof deliveries.claim>) => {
        await turn('claim');
        const claimed = await deliveries.claim(...given);
        if (claimed !== 'changed') history.push(...claimed.deliveries.map((row) => `claimed ${row.committeeId}`));
        return claimed;
      },
    }),
  };
}

describe('An answer and a reminder that meet', () => {
  let time: sinon.SinonFakeTimers;

  beforeEach(() => {
    time = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => time.restore());

  /** Lets things happen in the scheduler's order; time goes by only when nothing else can. */
  async function untilAllIsDone(scheduler: fc.Scheduler, all: Promise<unknown>): Promise<void> {
    let done = false;
    void all.finally(() => {
      done = true;
    });
    while (!done) {
      if (scheduler.count() > 0) await scheduler.waitNext(1);
      else await time.nextAsync();
    }
    await all;
  }

  it(`never leave a reminder claimed after the answer is stored, in any of ${INTERLEAVINGS} interleavings`, async () => {
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.subarray(['BUN', 'SN'], { minLength: 1 }), async (scheduler, answering) => {
        const ports = await theDayOfTheReminder();
        const orders: readonly DeliveryOrder[] = await planRound(ports);
        const history: History = [];
        const one = scheduled(ports, scheduler, history);
        const other = scheduled(anotherInstance(ports), scheduler, history);
        ports.messenger.send = async () => ({ kind: 'sent', activityId: 'reminder' });

        await untilAllIsDone(
          scheduler,
          Promise.all([
            deliverOrders(one, orders),
            ...answering.map((committeeId) => one.answers.save(aStoredAnswer({ committeeId }), [])),
            deliverOrders(other, orders),
          ]),
        );

        for (const committeeId of ['BUN', 'SN']) {
          const claims = history.filter((what) => what === `claimed ${committeeId}`);
          assert.ok(claims.length <= 1, `${committeeId} is reminded ${claims.length} times`);
          const [answered, claimed] = ['answered', 'claimed'].map((what) => history.indexOf(`${what} ${committeeId}`));
          assert.ok(answered === -1 || claimed === -1 || (claimed ?? 0) < (answered ?? 0), history.join(', '));
          if (answered === -1) assert.equal(claims.length, 1, `${committeeId} is forgotten`);
        }
        ends.add([...history].sort().join(', '));
      }),
      { numRuns: INTERLEAVINGS },
    );
    // Both orders came up, for either committee: the interleavings were many.
    assert.ok(ends.size >= 6, `${ends.size} different ends`);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planPrompts } from '../../../src/features/prompting/plan-prompts.ts';
import {
  aPlan,
  aReporterContact,
  aStoredAnswer,
  examplePlan,
  openingAnswersOf,
  upnOf,
} from '../../support/builders.ts';
import { anotherInstance, FakePlans, type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

function recipients(ports: FakePorts): string[] {
  return ports.deliveries.rows.map(({ recipient }) => recipient).sort();
}

describe('The round of prompts', () => {
  it('asks each committee’s first reporter once', async () => {
    const ports = inMemoryPorts();

    const owed = await planPrompts(ports);

    assert.deepEqual(
      owed.map(({ committeeId, period, recipient, kind, state }) => [committeeId, period, recipient, kind, state]),
      [
        ['BUN', '2026-10', upnOf('BUN'), 'prompt', 'ready'],
        ['SN', '2026-10', upnOf('SN'), 'prompt', 'ready'],
      ],
    );
  });

  it('run twice is one round', async () => {
    const ports = inMemoryPorts();

    const once = await planPrompts(ports);
    const twice = await planPrompts(ports);

    assert.deepEqual(twice, once);
    assert.equal(ports.deliveries.rows.length, 2);
  });

  it('leaves out who has answered already', async () => {
    const ports = inMemoryPorts();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN' }), []);

    await planPrompts(ports);

    assert.deepEqual(recipients(ports), [upnOf('SN')]);
  });

  it('asks also those who answered last month', async () => {
    const ports = inMemoryPorts();
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN', period: '2026-09' }), []);

    await planPrompts(ports);

    assert.deepEqual(recipients(ports), [upnOf('BUN'), upnOf('SN')]);
  });

  it('passes over a committee that has nobody to ask', async () => {
    const ports = inMemoryPorts({ plan: aPlan({ contacts: [aReporterContact('SN')] }) });

    await planPrompts(ports);

    assert.deepEqual(recipients(ports), [upnOf('SN')]);
  });

  it('asks the others although the rows of one committee cannot be read', async () => {
    const ports = inMemoryPorts();
    const find = ports.answers.find.bind(ports.answers);
    ports.answers.find = async (committeeId, period) => {
      if (committeeId === 'BUN') throw new Error('a row that cannot be read');
      return find(committeeId, period);
    };

    const owed = await planPrompts(ports);

    assert.deepEqual(
      owed.map(({ recipient }) => recipient),
      [upnOf('SN')],
    );
    assert.ok(ports.log.entries.some(({ level, facts }) => level === 'error' && facts.committee === 'BUN'));
  });

  it('asks the deputy when the first reporter has left', async () => {
    const ports = inMemoryPorts({ plan: aPlan({ contacts: [aReporterContact('BUN', 2)] }) });

    await planPrompts(ports);

    assert.deepEqual(recipients(ports), [upnOf('BUN', 2)]);
  });

  it('asks nobody before the year’s first follow-up has opened', async () => {
    const ports = inMemoryPorts({ now: '2026-10-02T23:59:59+02:00' });

    assert.deepEqual(await planPrompts(ports), []);
  });

  it('asks for the month that opened today, from midnight', async () => {
    const ports = inMemoryPorts({ now: '2026-11-03T00:00:00+01:00' });

    const owed = await planPrompts(ports);

    assert.deepEqual(
      owed.map(({ period }) => period),
      ['2026-10', '2026-10'],
    );
  });

  it('asks for nothing without a plan', async () => {
    const ports = inMemoryPorts();

    assert.deepEqual(await planPrompts({ ...ports, plans: new FakePlans(ports.clock) }), []);
  });

  it('asks four of the six committees of the example plan in October: two have answered', async () => {
    const plan = examplePlan();
    const ports = inMemoryPorts({ plan });
    for (const { id } of plan.committees)
      for (const stored of openingAnswersOf(plan, id)) await ports.answers.save(stored, []);

    await planPrompts(ports);

    assert.deepEqual(
      recipients(ports),
      ['bun', 'ks', 'sbn', 'sn'].map((id) => `rapportor.${id}@styrmodell.example`),
    );
  });

  it('gives one prompt to each committee that owes an answer, whatever the order and number of rounds and answers', async () => {
    const round = fc.constantFrom(
      'round',
      'round elsewhere',
      'two rounds at once',
      'BUN answers',
      'SN answers',
      'a day passes',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(round, { maxLength: 12 }), async (steps) => {
        const ports = inMemoryPorts();
        const answered = new Set<string>();
        const mustHave = new Set<string>();

        for (const step of steps) {
          const committeeId = step.endsWith('answers') ? (step.split(' ')[0] ?? '') : undefined;
          if (committeeId && !answered.has(committeeId)) {
            answered.add(committeeId);
            await ports.answers.save(aStoredAnswer({ committeeId }), []);
          } else if (step === 'a day passes') {
            ports.clock.pass(86_400);
          } else if (!committeeId) {
            const instances = step === 'round' ? [ports] : [anotherInstance(ports)];
            await Promise.all([...instances, ...(step.startsWith('two') ? [ports] : [])].map(planPrompts));
            for (const id of ['BUN', 'SN']) if (!answered.has(id)) mustHave.add(upnOf(id));
          }
        }

        assert.deepEqual(recipients(ports), [...mustHave].sort());
      }),
    );
  });
});

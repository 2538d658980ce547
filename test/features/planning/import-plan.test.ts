import assert from 'node:assert/strict';
import { readPlanJson } from '../../../src/documents/plan-json.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { importPlan } from '../../../src/features/planning/import-plan.ts';
import { aPlan, aStoredAnswer, examplePlanText } from '../../support/builders.ts';
import { FakePlans, type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

/** A municipality without a plan; every text is read as `plan`, or by `read`. */
function beforeTheFirstPlan(read: (text: string) => Plan): FakePorts {
  return { ...inMemoryPorts(), plans: new FakePlans(read) };
}

function opening(committeeId: string, businessAreaId: string, accumulatedOutcomeKr: number, example = false) {
  const figures = { accumulatedOutcomeKr, fullYearForecastKr: 1_200_000 };
  return { committeeId, businessAreaId, period: '2026-09', example, ...figures } as const;
}

const plan = aPlan({
  openingOutcomes: [
    opening('BUN', 'FORSKOLA', 900_000),
    opening('BUN', 'GRUNDSKOLA', 910_000, true),
    opening('SN', 'ALDRE', 920_000),
  ],
});

describe('The import of a plan', () => {
  it('puts it in force', async () => {
    const ports = beforeTheFirstPlan(() => plan);

    assert.deepEqual(await importPlan(ports, 'the plan'), { outcome: 'published', leftAside: [] });
    assert.deepEqual((await ports.plans.current())?.plan, plan);
  });

  it('stores the outcomes that it brings, one answer a committee and month', async () => {
    const ports = beforeTheFirstPlan(() => plan);

    await importPlan(ports, 'the plan');

    assert.deepEqual(
      ports.answers.history.map(({ receiptNumber, example, reporter }) => [receiptNumber, example, reporter.upn]),
      [
        ['BUN-2026-09-1', true, 'import'],
        ['SN-2026-09-1', false, 'import'],
      ],
    );
    assert.deepEqual(
      ports.answers.history[0]?.answer.areas.map(({ areaId, outcome }) => [areaId, outcome]),
      [
        ['FORSKOLA', { kind: 'value', amountKr: 900_000 }],
        ['GRUNDSKOLA', { kind: 'value', amountKr: 910_000 }],
      ],
    );
  });

  it('tells nobody: outcomes from before change no card', async () => {
    const ports = beforeTheFirstPlan(() => plan);

    await importPlan(ports, 'the plan');

    assert.equal(ports.effects.rows.size, 0);
  });

  it('done twice changes nothing the second time', async () => {
    const ports = beforeTheFirstPlan(() => plan);
    await importPlan(ports, 'the plan');
    const before = [...ports.answers.history];

    assert.deepEqual(await importPlan(ports, 'the plan'), { outcome: 'unchanged', leftAside: [] });
    assert.deepEqual(ports.answers.history, before);
  });

  it('that was interrupted is completed by the next', async () => {
    const ports = beforeTheFirstPlan(() => plan);
    ports.answers.beforeNextSave = async () => {
      ports.answers.beforeNextSave = async () => {
        throw new Error('killed');
      };
    };
    await assert.rejects(importPlan(ports, 'the plan'), /killed/);
    assert.equal(ports.answers.history.length, 1);

    await importPlan(ports, 'the plan');

    assert.deepEqual(
      ports.answers.history.map(({ committeeId }) => committeeId),
      ['BUN', 'SN'],
    );
  });

  it('never touches figures that people have reported', async () => {
    const ports = beforeTheFirstPlan(() => plan);
    const reported = aStoredAnswer({ committeeId: 'BUN', period: '2026-09' });
    await ports.answers.save(reported, []);

    await importPlan(ports, 'the plan');

    assert.deepEqual(await ports.answers.find('BUN', '2026-09'), reported);
  });

  it('says which months were left aside, when people have reported other figures', async () => {
    const ports = beforeTheFirstPlan(() => plan);
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN', period: '2026-09' }), []);

    const { leftAside } = await importPlan(ports, 'the plan');

    assert.deepEqual(leftAside, [{ committeeId: 'BUN', period: '2026-09' }]);
  });

  it('of corrected figures is a new revision, and the old one is kept', async () => {
    const corrected = aPlan({ openingOutcomes: [opening('SN', 'ALDRE', 925_000)] });
    const ports = beforeTheFirstPlan((text) => (text === 'corrected' ? corrected : plan));
    await importPlan(ports, 'the plan');

    await importPlan(ports, 'corrected');
    await importPlan(ports, 'corrected');

    const stored = ports.answers.history.filter(({ committeeId }) => committeeId === 'SN');
    assert.deepEqual(
      stored.map(({ receiptNumber, answer }) => [receiptNumber, answer.areas[0]?.outcome]),
      [
        ['SN-2026-09-1', { kind: 'value', amountKr: 920_000 }],
        ['SN-2026-09-2', { kind: 'value', amountKr: 925_000 }],
      ],
    );
    assert.equal(new Set(stored.map(({ submissionKey }) => submissionKey)).size, 2);
  });

  it('never touches figures that people have corrected after an earlier import', async () => {
    const corrected = aPlan({ openingOutcomes: [opening('SN', 'ALDRE', 925_000)] });
    const ports = beforeTheFirstPlan((text) => (text === 'corrected' ? corrected : plan));
    await importPlan(ports, 'the plan');
    const reported = aStoredAnswer({ committeeId: 'SN', period: '2026-09', revision: 2 });
    await ports.answers.save(reported, []);

    const { leftAside } = await importPlan(ports, 'corrected');

    assert.deepEqual(await ports.answers.find('SN', '2026-09'), reported);
    assert.deepEqual(leftAside, [{ committeeId: 'SN', period: '2026-09' }]);
  });

  it('of a plan that cannot be read leaves the old one in force', async () => {
    const ports = beforeTheFirstPlan((text) => {
      if (text === 'broken') throw new Error('Planen kan inte läsas');
      return plan;
    });
    await importPlan(ports, 'the plan');
    const before = await ports.plans.current();

    await assert.rejects(importPlan(ports, 'broken'), /Planen kan inte läsas/);

    assert.deepEqual(await ports.plans.current(), before);
  });

  it('of the example plan stores 38 months, October of two committees among them', async () => {
    const ports = beforeTheFirstPlan(readPlanJson);

    await importPlan(ports, examplePlanText());

    const october = ports.answers.history.filter(({ period }) => period === '2026-10');
    assert.equal(ports.answers.history.length, 38);
    assert.deepEqual(october.map(({ committeeId }) => committeeId).sort(), ['KFN', 'NAN']);
    assert.ok(ports.answers.history.every(({ example }) => example));
  });
});

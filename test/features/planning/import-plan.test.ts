import assert from 'node:assert/strict';
import type { OutcomeEntry, PlanDocument, PlanFile } from '../../../src/domain/plan-document.ts';
import { type HowToImport, importPlan, type PlanImport } from '../../../src/features/planning/import-plan.ts';
import { aStoredAnswer, exampleFile } from '../../support/builders.ts';
import { FakePlans, type FakePorts, inMemoryPorts } from '../../support/fakes.ts';
import { anIndicatorEntry, aSoundPlanFile } from '../../support/plan-document.ts';

const HOW: HowToImport = { by: 'styr', reason: '' };

/** A municipality without a plan. */
function beforeTheFirstPlan(): FakePorts {
  const ports = inMemoryPorts();
  return { ...ports, plans: new FakePlans(ports.clock) };
}

async function imported(ports: FakePorts, file: PlanFile, how: Partial<HowToImport> = {}): Promise<PlanImport> {
  const result = await importPlan(ports, file, { ...HOW, ...how });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function outcome(committee: string, businessArea: string, accumulatedOutcomeKr: number, example = false): OutcomeEntry {
  const figures = { accumulatedOutcomeKr, fullYearForecastKr: 1_200_000, ...(example ? { example } : {}) };
  return { committee, businessArea, period: '2026-09', ...figures };
}

const base = aSoundPlanFile();
const [first, second] = base.current.committees.map(({ id }) => id);
const [budget] = base.current.budgets;
assert.ok(first !== undefined && second !== undefined && budget);

/** Both committees bring September, the first one two areas of it. */
const budgets = [
  { ...budget, committee: first, businessArea: 'FORSKOLA' },
  { ...budget, committee: first, businessArea: 'GRUNDSKOLA' },
  { ...budget, committee: second, businessArea: 'ALDRE' },
];
const outcomes = [
  outcome(first, 'FORSKOLA', 900_000),
  outcome(first, 'GRUNDSKOLA', 910_000, true),
  outcome(second, 'ALDRE', 920_000),
];
const file = aSoundPlanFile({ budgets, outcomes });
const corrected = aSoundPlanFile({ budgets, outcomes: [outcome(second, 'ALDRE', 925_000)] });

describe('The import of a plan', () => {
  it('puts it in force from its first month, with who did it and why', async () => {
    const ports = beforeTheFirstPlan();

    const { outcome: became } = await imported(ports, file, { reason: 'Beslutad av KF' });

    const [version] = await ports.plans.versions();
    assert.equal(became, 'published');
    assert.deepEqual(
      [version?.validFrom, version?.publishedBy, version?.reason],
      ['2026-01', 'styr', 'Beslutad av KF'],
    );
    assert.deepEqual(await ports.plans.file(), file);
  });

  it('stores the outcomes that it brings, one answer a committee and month', async () => {
    const ports = beforeTheFirstPlan();

    await imported(ports, file);

    assert.deepEqual(
      ports.answers.history.map(({ receiptNumber, example, reporter }) => [receiptNumber, example, reporter.upn]),
      [
        [`${first}-2026-09-1`, true, 'import'],
        [`${second}-2026-09-1`, false, 'import'],
      ],
    );
    assert.deepEqual(
      ports.answers.history[0]?.answer.areas.map(({ areaId, outcome: amount }) => [areaId, amount]),
      [
        ['FORSKOLA', { kind: 'value', amountKr: 900_000 }],
        ['GRUNDSKOLA', { kind: 'value', amountKr: 910_000 }],
      ],
    );
  });

  it('tells nobody: outcomes from before change no card', async () => {
    const ports = beforeTheFirstPlan();

    await imported(ports, file);

    assert.equal(ports.effects.rows.size, 0);
  });

  it('done twice changes nothing the second time', async () => {
    const ports = beforeTheFirstPlan();
    await imported(ports, file);
    const before = [...ports.answers.history];

    const again = await imported(ports, file);

    assert.equal(again.outcome, 'unchanged');
    assert.equal((await ports.plans.versions()).length, 1);
    assert.deepEqual(ports.answers.history, before);
  });

  it('that was interrupted is completed by the next', async () => {
    const ports = beforeTheFirstPlan();
    ports.answers.beforeNextSave = async () => {
      ports.answers.beforeNextSave = async () => {
        throw new Error('killed');
      };
    };
    await assert.rejects(imported(ports, file), /killed/);
    assert.equal(ports.answers.history.length, 1);

    await imported(ports, file);

    assert.deepEqual(
      ports.answers.history.map(({ committeeId }) => committeeId),
      [first, second],
    );
  });

  it('never touches figures that people have reported, and names those that it left aside', async () => {
    const ports = beforeTheFirstPlan();
    const reported = aStoredAnswer({ committeeId: first, period: '2026-09' });
    await ports.answers.save(reported, []);

    const { leftAside } = await imported(ports, file);

    assert.deepEqual(await ports.answers.find(first, '2026-09'), reported);
    assert.deepEqual(leftAside, [{ committeeId: first, period: '2026-09' }]);
  });

  it('leaves aside a month that somebody answers at the same moment', async () => {
    const ports = beforeTheFirstPlan();
    const reported = aStoredAnswer({ committeeId: first, period: '2026-09' });
    ports.answers.beforeNextSave = () => ports.answers.save(reported, []);

    const { leftAside } = await imported(ports, file);

    assert.deepEqual(await ports.answers.find(first, '2026-09'), reported);
    assert.deepEqual(leftAside, [{ committeeId: first, period: '2026-09' }]);
  });

  it('of corrected figures is a new revision, and the old one is kept', async () => {
    const ports = beforeTheFirstPlan();
    await imported(ports, file);

    await imported(ports, corrected);
    await imported(ports, corrected);

    const stored = ports.answers.history.filter(({ committeeId }) => committeeId === second);
    assert.deepEqual(
      stored.map(({ receiptNumber, answer }) => [receiptNumber, answer.areas[0]?.outcome]),
      [
        [`${second}-2026-09-1`, { kind: 'value', amountKr: 920_000 }],
        [`${second}-2026-09-2`, { kind: 'value', amountKr: 925_000 }],
      ],
    );
    assert.equal(new Set(stored.map(({ submissionKey }) => submissionKey)).size, 2);
  });

  it('never touches figures that people have corrected after an earlier import', async () => {
    const ports = beforeTheFirstPlan();
    await imported(ports, file);
    const reported = aStoredAnswer({ committeeId: second, period: '2026-09', revision: 2 });
    await ports.answers.save(reported, []);

    const { leftAside } = await imported(ports, corrected, { validFrom: '2026-01' });

    assert.deepEqual(await ports.answers.find(second, '2026-09'), reported);
    assert.deepEqual(leftAside, [{ committeeId: second, period: '2026-09' }]);
  });

  it('of the example plan stores 38 months, October of two committees among them', async () => {
    const ports = beforeTheFirstPlan();

    await imported(ports, exampleFile());

    const october = ports.answers.history.filter(({ period }) => period === '2026-10');
    assert.equal(ports.answers.history.length, 38);
    assert.deepEqual(october.map(({ committeeId }) => committeeId).sort(), ['KFN', 'NAN']);
    assert.ok(ports.answers.history.every(({ example }) => example));
  });
});

describe('The import of a plan is refused, and nothing is stored,', () => {
  const withUnit = (unit: string): Partial<PlanDocument> => ({
    budgets,
    indicators: [anIndicatorEntry('NOJDA', { unit, values: [{ period: '2025', value: 80 }] })],
  });

  it('when one row has an error', async () => {
    const ports = beforeTheFirstPlan();
    const broken = aSoundPlanFile({ budgets, outcomes, indicators: [anIndicatorEntry('A'), anIndicatorEntry('A')] });

    const result = await importPlan(ports, broken, HOW);

    assert.ok(!result.ok && result.problem.code === 'PLAN_HAS_ERRORS');
    assert.equal((await ports.plans.versions()).length, 0);
    assert.equal(ports.answers.history.length, 0);
  });

  it('when an indicator gets another unit though there are figures of it', async () => {
    const ports = beforeTheFirstPlan();
    await imported(ports, aSoundPlanFile(withUnit('%')));

    const result = await importPlan(ports, aSoundPlanFile(withUnit('antal')), HOW);

    assert.ok(!result.ok && result.problem.code === 'PLAN_HAS_ERRORS');
    assert.ok(result.problem.problems.some(({ code }) => code === 'UNIT_CHANGED'));
    assert.equal((await ports.plans.versions()).length, 1);
  });

  it('when somebody else put a plan in force since the person looked', async () => {
    const ports = beforeTheFirstPlan();
    await imported(ports, file);

    const result = await importPlan(ports, corrected, { ...HOW, expected: 0 });

    assert.ok(!result.ok && result.problem.code === 'PLAN_CHANGED');
    assert.deepEqual(await ports.plans.file(), file);
  });

  it('but not when the same plan is confirmed twice: that is one version', async () => {
    const ports = beforeTheFirstPlan();

    const outcomesOfBoth = [await imported(ports, file, { expected: 0 }), await imported(ports, file, { expected: 0 })];

    assert.deepEqual(
      outcomesOfBoth.map(({ outcome: became }) => became),
      ['published', 'unchanged'],
    );
    assert.equal((await ports.plans.versions()).length, 1);
  });

  it('when it is to apply from a month outside its own period', async () => {
    const ports = beforeTheFirstPlan();

    for (const validFrom of ['2025-12', '2030-01'] as const) {
      const result = await importPlan(ports, file, { ...HOW, validFrom });
      assert.deepEqual(!result.ok && result.problem, { code: 'OUTSIDE_PLAN_PERIOD', from: 2026, to: 2029 });
    }
    assert.equal((await ports.plans.versions()).length, 0);
  });

  it('when the open month is answered and the budget changes, until somebody has chosen', async () => {
    const ports = beforeTheFirstPlan();
    await imported(ports, file);
    await ports.answers.save(aStoredAnswer({ committeeId: first, period: '2026-10' }), []);
    const changed = aSoundPlanFile({ outcomes, budgets: budgets.map((one) => ({ ...one, note: 'ändrad' })) });

    const result = await importPlan(ports, changed, HOW);
    assert.deepEqual(!result.ok && result.problem, { code: 'MONTH_ANSWERED', open: '2026-10', next: '2026-11' });
    assert.equal((await ports.plans.versions()).length, 1);

    await imported(ports, changed, { validFrom: '2026-11' });
    assert.equal((await ports.plans.versions()).at(-1)?.validFrom, '2026-11');
  });
});

import assert from 'node:assert/strict';
import type { Month } from '../../../src/domain/period.ts';
import type { PlanDocument, PlanFile } from '../../../src/domain/plan-document.ts';
import { previewPlan } from '../../../src/features/planning/preview-plan.ts';
import { aStoredAnswer } from '../../support/builders.ts';
import { FakePlans, type FakePorts, inMemoryPorts } from '../../support/fakes.ts';
import { anIndicatorEntry, aSoundPlanFile } from '../../support/plan-document.ts';

const NOJDA = anIndicatorEntry('NOJDA', { name: 'Nöjda' });
const base: Partial<PlanDocument> = { indicators: [NOJDA] };
const before = aSoundPlanFile(base);
const [committee] = before.current.committees;
assert.ok(committee);

/** A municipality where this plan is in force; 5 November 2026, October is open. */
async function inForce(file: PlanFile = before): Promise<FakePorts> {
  const ports = inMemoryPorts();
  const plans = new FakePlans(ports.clock);
  await plans.publish(file, { validFrom: '2026-01', publishedBy: 'styr', reason: '' });
  return { ...ports, plans };
}

const octoberAnswer = aStoredAnswer({ committeeId: committee.id, period: '2026-10' });
const newTarget = aSoundPlanFile({ indicators: [{ ...NOJDA, target: { atLeast: 91 } }] });

describe('The preview of a plan', () => {
  it('names what changes against the version in force, and its number', async () => {
    const { changes, basedOn } = await previewPlan(await inForce(), newTarget);

    assert.equal(basedOn, 1);
    assert.deepEqual(
      changes.map(({ kind, list, item, field, after }) => [kind, list, item, field, after]),
      [['changed', 'indicators', 'NOJDA', 'target.atLeast', '91']],
    );
  });

  it('writes nothing', async () => {
    const ports = await inForce();

    await previewPlan(ports, newTarget);

    assert.equal((await ports.plans.versions()).length, 1);
    assert.equal(ports.answers.history.length, 0);
  });

  it('finds nothing in the same plan', async () => {
    assert.deepEqual((await previewPlan(await inForce(), before)).changes, []);
  });

  it('sees what was published of earlier plans, and what the file says of itself', async () => {
    const plan = { id: '2021', title: 'Årsredovisning 2021', scale: [], grades: [], gradeCounts: [], accounts: [] };
    const archived = { ...plan, personnel: [], financialGoals: [], decisions: [], notes: [] };

    const { changes } = await previewPlan(await inForce(), { ...before, about: 'Ny', archive: [archived] });

    assert.deepEqual(changes, [
      { kind: 'changed', list: 'plan', item: '', field: 'about', after: 'Ny' },
      { kind: 'added', list: 'archive', item: '2021' },
    ]);
  });

  it('compares a corrected plan with its own last version, although the next plan is imported already', async () => {
    const ports = await inForce();
    const next = { ...before, current: { ...before.current, id: 'NASTA', title: 'Nästa plan' } };
    await ports.plans.publish(next, { validFrom: '2027-01', publishedBy: 'styr', reason: '' });

    const { changes, basedOn } = await previewPlan(ports, newTarget);

    assert.equal(basedOn, 2);
    assert.equal(changes.length, 1);
  });
});

describe('A plan applies', () => {
  it('from its first month when it is the first', async () => {
    const ports = inMemoryPorts();

    const preview = await previewPlan({ ...ports, plans: new FakePlans(ports.clock) }, before);

    assert.equal(preview.validFrom, '2026-01');
  });

  it('from its first month when that lies ahead', async () => {
    const current = { ...before.current, id: 'NASTA', periodFrom: 2027, periodTo: 2030 };
    const ports = await inForce();
    await ports.answers.save(octoberAnswer, []);

    const preview = await previewPlan(ports, { ...before, current });

    assert.equal(preview.validFrom, '2027-01');
    assert.equal(preview.asks, undefined);
  });

  it('from the open month when nobody has answered it', async () => {
    assert.equal((await previewPlan(await inForce(), newTarget)).validFrom, '2026-10');
  });

  it('from a month that has to be chosen when the open one is answered and an indicator changes', async () => {
    const ports = await inForce();
    await ports.answers.save(octoberAnswer, []);

    assert.deepEqual((await previewPlan(ports, newTarget)).asks, { open: '2026-10', next: '2026-11' });
  });

  it('from the open month without a question when only the contacts change', async () => {
    const ports = await inForce();
    await ports.answers.save(octoberAnswer, []);
    const contacts = before.current.contacts.map((contact, index) =>
      index === 0 ? { ...contact, upn: 'ny@kommun.example' } : contact,
    );

    const preview = await previewPlan(ports, aSoundPlanFile({ ...base, contacts }));

    assert.deepEqual([preview.changes.length, preview.validFrom, preview.asks], [1, '2026-10', undefined]);
  });

  it('from the open month without a question when its figures came with the plan itself', async () => {
    const ports = await inForce();
    await ports.answers.save(
      { ...octoberAnswer, reporter: { oid: 'import', upn: 'import', name: 'Planens import' } },
      [],
    );

    assert.equal((await previewPlan(ports, newTarget)).asks, undefined);
  });

  it('from the month that the version before it waits for: next year’s budget stays next year’s', async () => {
    const ports = await inForce();
    await ports.plans.publish(newTarget, { validFrom: '2027-01', publishedBy: 'styr', reason: '' });

    const preview = await previewPlan(ports, aSoundPlanFile({ ...newTarget.current, title: 'Rättad titel' }));

    assert.deepEqual([preview.changes.length, preview.validFrom, preview.asks], [1, '2027-01', undefined]);
  });

  it('in none of its months when the next plan has begun, and is told which ones it has', async () => {
    const ports = await inForce();
    const next = { ...before.current, id: 'NASTA', title: 'Nästa plan' };
    await ports.plans.publish({ ...before, current: next }, { validFrom: '2026-10', publishedBy: 'styr', reason: '' });
    const told = async (validFrom?: Month): Promise<readonly unknown[]> =>
      (await previewPlan(ports, newTarget, validFrom)).againstStored.map(({ severity, code, facts }) => [
        ...[severity, code],
        facts,
      ]);

    const error = ['error', 'PLAN_SUCCEEDED', { from: '2026-01', to: '2026-09', start: '2026-10' }];
    assert.deepEqual(await told(), [error]);
    assert.deepEqual(await told('2026-10'), [error]);
    assert.deepEqual(await told('2026-09'), []);
    assert.deepEqual((await previewPlan(ports, before)).againstStored, []);
  });

  it('from the month that somebody says', async () => {
    const ports = await inForce();
    await ports.answers.save(octoberAnswer, []);

    const preview = await previewPlan(ports, newTarget, '2026-11');

    assert.deepEqual([preview.validFrom, preview.asks], ['2026-11', undefined]);
  });
});

describe('Against what is stored, a plan', () => {
  const reported = aStoredAnswer({
    committeeId: committee.id,
    answer: { ...octoberAnswer.answer, indicators: [{ indicatorId: 'NOJDA', report: { kind: 'value', value: 80 } }] },
  });

  it('may not give an indicator another unit when it has been answered', async () => {
    const ports = await inForce();
    await ports.answers.save(reported, []);

    const { againstStored, problems } = await previewPlan(
      ports,
      aSoundPlanFile({ indicators: [{ ...NOJDA, unit: 'antal' }] }),
    );

    assert.deepEqual(
      againstStored.map(({ code, severity, path, facts }) => [code, severity, path, facts]),
      [
        [
          'UNIT_CHANGED',
          'error',
          'current.indicators.0.unit',
          { id: 'NOJDA', name: 'Nöjda', before: NOJDA.unit, after: 'antal' },
        ],
      ],
    );
    assert.ok(problems.includes(againstStored[0] as (typeof problems)[number]));
  });

  it('may not do so by leaving the indicator out and adding it again', async () => {
    const ports = await inForce();
    await ports.answers.save(reported, []);
    const how = { publishedBy: 'styr', reason: '' };
    await ports.plans.publish(aSoundPlanFile({ indicators: [] }), { ...how, validFrom: '2026-10' });
    const told = async (unit: string): Promise<readonly unknown[]> => {
      const { againstStored } = await previewPlan(ports, aSoundPlanFile({ indicators: [{ ...NOJDA, unit }] }));
      return againstStored.map(({ code, facts }) => [code, facts.before, facts.after]);
    };

    assert.deepEqual(await told('antal'), [['UNIT_CHANGED', NOJDA.unit, 'antal']]);
    assert.deepEqual(await told(NOJDA.unit), []);
  });

  it('may give it another unit before there is any figure', async () => {
    const { againstStored } = await previewPlan(
      await inForce(),
      aSoundPlanFile({ indicators: [{ ...NOJDA, unit: 'antal' }] }),
    );

    assert.deepEqual(againstStored, []);
  });

  it('is warned that an indicator with answers is left out', async () => {
    const ports = await inForce();
    await ports.answers.save(reported, []);

    const { againstStored } = await previewPlan(ports, aSoundPlanFile({ indicators: [] }));

    assert.deepEqual(
      againstStored.map(({ code, severity, facts }) => [code, severity, facts]),
      [['REMOVED_WITH_OUTCOMES', 'warning', { id: 'NOJDA', name: 'Nöjda' }]],
    );
  });

  it('is not warned of an answer without a value, nor of an indicator that nobody has answered', async () => {
    const ports = await inForce();
    const indicators = [{ indicatorId: 'NOJDA', report: { kind: 'no-new-value' } }] as const;
    await ports.answers.save({ ...reported, answer: { ...reported.answer, indicators } }, []);

    assert.deepEqual((await previewPlan(ports, aSoundPlanFile({ indicators: [] }))).againstStored, []);
  });

  it('is told to give a committee with figures a last day, in the place of leaving it out', async () => {
    const ports = await inForce();
    await ports.answers.save(octoberAnswer, []);
    const committees = before.current.committees.filter(({ id }) => id !== committee.id);

    const { againstStored } = await previewPlan(ports, aSoundPlanFile({ ...base, committees }));

    assert.ok(againstStored.some(({ code, facts }) => code === 'COMMITTEE_REMOVED' && facts.id === committee.id));
  });

  it('is warned that it takes back what a committee has adopted, when the file is from before', async () => {
    const decided = (date: string) => ({ operationalPlans: [{ committee: committee.id, date, paragraph: '§ 112' }] });
    const ports = await inForce(aSoundPlanFile({ ...base, ...decided('2026-11-04') }));
    const told = async (plan: Partial<PlanDocument>): Promise<readonly unknown[]> => {
      const { againstStored } = await previewPlan(ports, aSoundPlanFile({ ...base, ...plan }));
      return againstStored.map(({ severity, code, facts }) => [severity, code, facts.committee, facts.date]);
    };

    const warning = [['warning', 'ADOPTION_UNDONE', committee.id, '2026-11-04']];
    assert.deepEqual(await told({}), warning);
    assert.deepEqual(await told(decided('2026-01-20')), warning);
    assert.deepEqual(await told(decided('2026-11-04')), []);
    assert.deepEqual(await told(decided('2026-11-05')), []);
  });

  it('of the next period keeps a committee that ends, so that somebody can report its last month', async () => {
    const ports = await inForce();
    await ports.answers.save(octoberAnswer, []);
    const next = { id: 'NASTA', periodFrom: 2027, periodTo: 2030 };
    const others = before.current.committees.filter(({ id }) => id !== committee.id);
    const told = async (committees: PlanDocument['committees']): Promise<readonly unknown[]> => {
      const { againstStored } = await previewPlan(ports, aSoundPlanFile({ ...base, ...next, committees }));
      return againstStored.map(({ severity, code, facts }) => [severity, code, facts.id]);
    };

    assert.deepEqual(await told(others), [['warning', 'COMMITTEE_REMOVED', committee.id]]);
    assert.deepEqual(await told([{ ...committee, validTo: '2026-12-31' }, ...others]), []);
  });

  it('of another period may leave out the indicators and areas that it likes', async () => {
    const ports = await inForce();
    await ports.answers.save(reported, []);
    const current = { ...aSoundPlanFile({ indicators: [] }).current, id: 'NASTA', periodFrom: 2030, periodTo: 2033 };

    assert.deepEqual((await previewPlan(ports, { current, archive: [] })).againstStored, []);
  });
});

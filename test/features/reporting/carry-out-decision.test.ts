import assert from 'node:assert/strict';
import type { PlanFile } from '../../../src/domain/plan-document.ts';
import type { DecisionGiven } from '../../../src/domain/read-decision.ts';
import { loadPrompt } from '../../../src/features/prompting/load-prompt.ts';
import { carryOutDecisions, decisionsWaiting } from '../../../src/features/reporting/carry-out-decision.ts';
import { registerDecision } from '../../../src/features/reporting/register-decision.ts';
import type { Ports } from '../../../src/ports.ts';
import { aStoredAnswer } from '../../support/builders.ts';
import {
  aCompiledMunicipality,
  aDecisionGiven,
  aReportingPlan,
  clerk,
  onVersion,
  THE_PERIOD,
} from '../../support/compiled-report.ts';
import type { FakePorts } from '../../support/fakes.ts';

const REASON = 'Fullmäktiges beslut KF 2026-10-28 § 88, KS 2026/123, om rapporten 2026-08, version 1';

async function decided(ports: FakePorts, given: Partial<DecisionGiven> = {}): Promise<void> {
  const answer = await registerDecision(ports, onVersion, aDecisionGiven(given), clerk);
  assert.ok(answer.ok, JSON.stringify(answer));
}

async function newestFile({ plans }: Pick<Ports, 'plans'>): Promise<PlanFile> {
  const file = await plans.file();
  assert.ok(file);
  return file;
}

async function versionsOf({ plans }: FakePorts): Promise<string[]> {
  return (await plans.versions()).map(({ number, validFrom, publishedBy }) => `${number} ${validFrom} ${publishedBy}`);
}

function errorsIn({ log }: FakePorts): unknown[] {
  return log.entries.filter(({ level }) => level === 'error').map(({ facts, message }) => [message, facts.code]);
}

/** The first call of it never comes to anything. */
function killAt<Store extends object, Name extends keyof Store>(store: Store, name: Name): () => void {
  const whole = store[name];
  store[name] = (() => Promise.reject(new Error('killed'))) as Store[Name];
  return () => {
    store[name] = whole;
  };
}

describe('What the council decided on a report', () => {
  it('is in the plan as a version of its own, with its money and orders, once', async () => {
    const ports = await aCompiledMunicipality();
    await decided(ports);

    await carryOutDecisions(ports);
    await carryOutDecisions(ports);

    const { current } = await newestFile(ports);
    assert.deepEqual(current.supplementaryAppropriations, [
      {
        ...{ committee: 'BUN', businessArea: 'FORSKOLA', amountKr: 300_000, validFrom: '2026-10-01' },
        decision: 'KF 2026-10-28 § 88',
      },
    ]);
    assert.deepEqual(
      current.councilAssignments.map(({ id, committee, dueOn }) => [id, committee, dueOn]),
      [['KF-2026-08-1-1', 'SN', '2026-12-01']],
    );
    assert.deepEqual(await versionsOf(ports), ['1 2026-01 styr', `2 2026-09 ${clerk.upn}`]);
    assert.equal((await ports.plans.versions())[1]?.reason, REASON);
    assert.deepEqual(await ports.reports.decisionsToCarryOut(), []);
  });

  it('is in the form’s budget as of its month, and in none before', async () => {
    const ports = await aCompiledMunicipality();
    await decided(ports);
    await carryOutDecisions(ports);

    const areaIn = async (period: '2026-09' | '2026-10') =>
      (await loadPrompt(ports, 'BUN', period))?.prompt.areas.find(({ area }) => area.id === 'FORSKOLA');

    assert.equal((await areaIn('2026-09'))?.area.netBudgetKr, 1_200_000);
    assert.equal((await areaIn('2026-10'))?.area.netBudgetKr, 1_500_000);
    // Twelve months of 100 000, and a third of what came for October to December.
    assert.equal((await areaIn('2026-10'))?.budgetToDateKr, 1_100_000);
    assert.equal((await ports.plans.forMonth('2026-10'))?.document.councilAssignments.length, 1);
  });

  it('changes nothing in the months of the report that it is about', async () => {
    const ports = await aCompiledMunicipality();
    // September is not followed up: in October the interim report's form is the one that is open.
    const { followUpPlan } = aReportingPlan();
    ports.plans.use(aReportingPlan({ followUpPlan: followUpPlan.filter(({ period }) => period !== '2026-09') }));
    const before = await ports.plans.forMonth(THE_PERIOD);
    await decided(ports, {
      appropriations: [{ committeeId: 'BUN', amountKr: 700_000, validFrom: '2026-01-01' }],
    });
    await carryOutDecisions(ports);

    assert.deepEqual(await ports.plans.forMonth(THE_PERIOD), before);
    assert.deepEqual(
      (await ports.plans.forMonth('2026-09'))?.plan.undivided.map(({ amountKr }) => amountKr),
      [700_000],
    );
  });

  it('slips in under no month that those who got the money have answered', async () => {
    const answered = await aCompiledMunicipality();
    await answered.answers.save(aStoredAnswer({ committeeId: 'BUN', period: '2026-09' }), []);
    const others = await aCompiledMunicipality();
    await others.answers.save(aStoredAnswer({ committeeId: 'SN', period: '2026-09' }), []);
    for (const ports of [answered, others]) {
      await decided(ports);
      await carryOutDecisions(ports);
    }

    assert.deepEqual((await versionsOf(answered))[1], `2 2026-10 ${clerk.upn}`);
    assert.deepEqual((await versionsOf(others))[1], `2 2026-09 ${clerk.upn}`);
  });

  it('is nothing in the plan when there is neither money nor an order in it', async () => {
    const ports = await aCompiledMunicipality();
    await decided(ports, { appropriations: [], orders: [] });

    await carryOutDecisions(ports);

    assert.equal((await ports.plans.versions()).length, 1);
    assert.deepEqual(await ports.reports.decisionsToCarryOut(), []);
  });

  it('is ended after the service was killed, whichever step it came to', async () => {
    const kills: ((ports: FakePorts) => () => void)[] = [
      ({ reports }) => killAt(reports, 'save'),
      ({ plans }) => killAt(plans, 'publish'),
      ({ reports }) => killAt(reports, 'carriedOut'),
    ];
    for (const kill of kills) {
      const ports = await aCompiledMunicipality();
      const revive = kill(ports);
      await registerDecision(ports, onVersion, aDecisionGiven(), clerk).catch(() => undefined);
      await carryOutDecisions(ports);
      assert.equal((await ports.reports.decisionsToCarryOut()).length, 1);
      revive();

      await carryOutDecisions(ports);

      assert.equal((await ports.reports.find('municipality', THE_PERIOD))?.state, 'approved');
      const { current } = await newestFile(ports);
      assert.deepEqual([current.supplementaryAppropriations.length, current.councilAssignments.length], [1, 1]);
      assert.equal((await ports.plans.versions()).length, 2);
      assert.deepEqual(await ports.reports.decisionsToCarryOut(), []);
    }
  });

  it('is not done over when somebody has divided the money before it was known to be there', async () => {
    const ports = await aCompiledMunicipality();
    await decided(ports);
    const revive = killAt(ports.reports, 'carriedOut');
    await carryOutDecisions(ports);
    const { current, archive } = await newestFile(ports);
    const [appropriation] = current.supplementaryAppropriations;
    assert.ok(appropriation);
    const divided = [100_000, 200_000].map((amountKr) => ({ ...appropriation, amountKr }));
    const by = { validFrom: '2026-10', publishedBy: 'controller@styrmodell.example', reason: 'Fördelat' } as const;
    await ports.plans.publish({ current: { ...current, supplementaryAppropriations: divided }, archive }, by);
    revive();

    await carryOutDecisions(ports);

    assert.deepEqual((await newestFile(ports)).current.supplementaryAppropriations, divided);
    assert.deepEqual(await ports.reports.decisionsToCarryOut(), []);
  });

  it('is in the plan once when two instances carry it out at the same moment', async () => {
    const ports = await aCompiledMunicipality();
    await decided(ports);

    await Promise.all([carryOutDecisions(ports), carryOutDecisions({ ...ports }), carryOutDecisions({ ...ports })]);

    assert.equal((await ports.plans.versions()).length, 2);
    assert.equal((await newestFile(ports)).current.supplementaryAppropriations.length, 1);
    assert.deepEqual(errorsIn(ports), []);
  });

  it('goes into the plan that others have made meanwhile, and takes nothing of theirs back', async () => {
    const ports = await aCompiledMunicipality();
    await decided(ports);
    const publish = ports.plans.publish.bind(ports.plans);
    ports.plans.publish = async (file, how, expected) => {
      ports.plans.publish = publish;
      const { current, archive } = await newestFile(ports);
      await publish({ current: { ...current, title: 'Rättad titel' }, archive }, { ...how, reason: 'Rättad' });
      return publish(file, how, expected);
    };

    await carryOutDecisions(ports);
    await carryOutDecisions(ports);

    const { current } = await newestFile(ports);
    assert.deepEqual([current.title, current.supplementaryAppropriations.length], ['Rättad titel', 1]);
  });

  it('waits, is logged and told when the plan has no room for it any more, and keeps no other waiting', async () => {
    const ports = await aCompiledMunicipality();
    await decided(ports);
    const [waiting] = await ports.reports.decisionsToCarryOut();
    assert.ok(waiting);
    const own = ports.reports.decisionsToCarryOut.bind(ports.reports);
    const other = { ...waiting.decision, paragraph: 'KF § 99', version: 7, appropriations: [] };
    ports.reports.decisionsToCarryOut = async () => [...(await own()), { period: '2026-04', decision: other }];
    const { budgets } = aReportingPlan();
    const without = aReportingPlan({ budgets: budgets.filter(({ businessArea }) => businessArea !== 'FORSKOLA') });
    ports.plans.use(without, '2026-09');

    await carryOutDecisions(ports);

    assert.deepEqual(errorsIn(ports), [['decision does not fit the plan', 'DOES_NOT_FIT_PLAN']]);
    const told = await decisionsWaiting(ports);
    assert.deepEqual(told[0]?.problem?.code, 'DOES_NOT_FIT_PLAN');
    const { councilAssignments } = (await newestFile(ports)).current;
    assert.deepEqual(
      councilAssignments.map(({ id }) => id),
      ['KF-2026-04-7-1'],
    );

    ports.plans.use(aReportingPlan(), '2026-09');
    await carryOutDecisions(ports);
    assert.equal((await newestFile(ports)).current.supplementaryAppropriations.length, 1);
    assert.deepEqual(await own(), []);
  });

  it('is told to wait until it is in the plan, and then no more', async () => {
    const ports = await aCompiledMunicipality();
    await decided(ports);

    const before = await decisionsWaiting(ports);
    await carryOutDecisions(ports);

    assert.deepEqual(
      before.map(({ period, decision, problem }) => [period, decision.paragraph, problem]),
      [[THE_PERIOD, 'KF § 88', undefined]],
    );
    assert.deepEqual(await decisionsWaiting(ports), []);
  });

  it('comes into the plan that was in force when the council met, not into one that is yet to begin', async () => {
    const ports = await aCompiledMunicipality();
    ports.plans.use(aReportingPlan({ id: '2027-2030', periodFrom: 2027, periodTo: 2030, budgets: [] }), '2027-01');
    await decided(ports);

    await carryOutDecisions(ports);

    const newest = (await ports.plans.versions()).at(-1);
    assert.deepEqual([newest?.planId, newest?.validFrom], ['2026-2029', '2026-09']);
    assert.equal((await ports.plans.forMonth('2027-01'))?.document.id, '2027-2030');
  });
});

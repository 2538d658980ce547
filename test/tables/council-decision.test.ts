import assert from 'node:assert/strict';
import { planText } from '../../src/documents/plan-text.ts';
import { carryOutDecisions } from '../../src/features/reporting/carry-out-decision.ts';
import { registerDecision } from '../../src/features/reporting/register-decision.ts';
import type { Ports } from '../../src/ports.ts';
import { PlanRows } from '../../src/tables/plan-rows.ts';
import { ReportRows } from '../../src/tables/report-rows.ts';
import type { Table } from '../../src/tables/storage.ts';
import { aDecisionGiven, aReportingPlan, clerk, compileIn, onVersion, THE_PERIOD } from '../support/compiled-report.ts';
import { type FakePorts, inMemoryPorts } from '../support/fakes.ts';
import { killedTable } from '../support/killed-table.ts';
import { aTable } from './open-stores.ts';

interface Tables {
  readonly plans: Table;
  readonly reports: Table;
}

/** A process of its own over the municipality's tables. */
function process(ports: FakePorts, { plans, reports }: Tables): Ports {
  return { ...ports, plans: new PlanRows(plans, planText, ports.clock), reports: new ReportRows(reports) };
}

async function aCompiledMunicipality(): Promise<{ ports: FakePorts; tables: Tables }> {
  const ports = inMemoryPorts({ now: '2026-10-30T08:00:00+01:00' });
  const tables = { plans: await aTable(), reports: await aTable() };
  const stores = process(ports, tables);
  const how = { validFrom: '2026-01', publishedBy: 'styr', reason: '' } as const;
  await stores.plans.publish({ current: aReportingPlan(), archive: [] }, how);
  await compileIn(stores);
  return { ports, tables };
}

async function whatIsThere({ plans, reports }: Ports): Promise<object> {
  const file = await plans.file();
  return {
    state: (await reports.find('municipality', THE_PERIOD))?.state,
    deeds: (await reports.history('municipality', THE_PERIOD)).map(({ deed }) => deed),
    decision: (await reports.versions(THE_PERIOD))[0]?.decision?.paragraph,
    money: file?.current.supplementaryAppropriations.map(({ amountKr, decision }) => `${amountKr} ${decision}`),
    orders: file?.current.councilAssignments.map(({ id }) => id),
    plans: (await plans.versions()).length,
    waiting: (await reports.decisionsToCarryOut()).length,
    broken: (await reports.verify()).broken,
  };
}

const whole = {
  ...{ state: 'approved', deeds: ['compile', 'decide'], decision: 'KF § 88', money: ['300000 KF 2026-10-28 § 88'] },
  ...{ orders: ['KF-2026-08-1-1'], plans: 2, waiting: 0, broken: [] },
};

describe('A council decision in Azure Tables', () => {
  it('is stored, said in the report and brought into the plan', async () => {
    const { ports, tables } = await aCompiledMunicipality();
    const stores = process(ports, tables);

    const answer = await registerDecision(stores, onVersion, aDecisionGiven(), clerk);
    await carryOutDecisions(stores);

    assert.ok(answer.ok);
    assert.deepEqual(await whatIsThere(process(ports, tables)), whole);
  });

  it('is whole in the end whichever call the service is killed at, without anybody pressing again once it is stored', async () => {
    let calls = 0;
    let stored = 0;
    for (let killed = true; killed; calls++) {
      const { ports, tables } = await aCompiledMunicipality();
      const left = { left: calls };
      const dying = process(ports, {
        plans: killedTable(tables.plans, left),
        reports: killedTable(tables.reports, left),
      });
      const answer = await registerDecision(dying, onVersion, aDecisionGiven(), clerk).catch(() => undefined);
      await carryOutDecisions(dying);
      killed = left.left < 0;

      const alive = process(ports, tables);
      const isStored = (await alive.reports.versions(THE_PERIOD))[0]?.decision !== undefined;
      assert.equal(answer === undefined || isStored, true, 'told that it is stored when it is not');
      if (isStored) stored += 1;
      else await registerDecision(alive, onVersion, aDecisionGiven(), clerk);
      await carryOutDecisions(alive);

      assert.deepEqual(await whatIsThere(alive), whole, `killed at call ${calls + 1}`);
    }
    assert.ok(calls > 6 && stored > 4, `${calls} calls, ${stored} stored`);
  });

  it('is one when ten clerks and instances do all of it at the same moment', async () => {
    const { ports, tables } = await aCompiledMunicipality();

    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const stores = process(ports, tables);
        const answer = await registerDecision(stores, onVersion, aDecisionGiven(), clerk);
        assert.ok(answer.ok, JSON.stringify(answer));
        await carryOutDecisions(stores);
      }),
    );
    await carryOutDecisions(process(ports, tables));

    assert.deepEqual(await whatIsThere(process(ports, tables)), whole);
  });
});

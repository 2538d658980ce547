import assert from 'node:assert/strict';
import { registerDecision } from '../../src/features/reporting/register-decision.ts';
import { startJobs } from '../../src/jobs/run-jobs.ts';
import { aCompiledMunicipality, aDecisionGiven, clerk, onVersion } from '../support/compiled-report.ts';

const AN_HOUR = 3_600;

describe('The service’s work in the background', () => {
  it('brings what the council has decided into the plan, also after a start', async () => {
    const ports = await aCompiledMunicipality();
    await registerDecision(ports, onVersion, aDecisionGiven(), clerk);

    await startJobs(ports, AN_HOUR).stop();

    const file = await ports.plans.file();
    assert.equal(file?.current.supplementaryAppropriations.length, 1);
    assert.deepEqual(await ports.reports.decisionsToCarryOut(), []);
  });
});

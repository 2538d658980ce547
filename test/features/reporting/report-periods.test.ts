import assert from 'node:assert/strict';
import { openedReportPeriods } from '../../../src/features/reporting/report-periods.ts';
import { FakePlans, inMemoryPorts } from '../../support/fakes.ts';
import { INTERIM, inReportPeriod } from '../../support/report-period.ts';

describe('The report period that people mean without saying', () => {
  it('is the newest that has opened, also when a month has opened after it', async () => {
    const october = await openedReportPeriods(inReportPeriod({ now: '2026-10-20T08:00:00+02:00' }));
    const may = await openedReportPeriods(inReportPeriod({ now: '2026-05-02T08:00:00+02:00' }));

    assert.equal(october[0]?.period, INTERIM);
    assert.deepEqual(may, []);
  });

  it('is none without a plan', async () => {
    const ports = inMemoryPorts();

    const periods = await openedReportPeriods({ ...ports, plans: new FakePlans(ports.clock) });

    assert.deepEqual(periods, []);
  });
});

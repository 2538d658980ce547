import assert from 'node:assert/strict';
import type { PeriodAsked } from '../../../src/features/questions/interpret-report.ts';
import { findAskedPeriod } from '../../../src/features/reporting/asked-period.ts';
import { aFollowUp, aPlan } from '../../support/builders.ts';
import { inMemoryPorts } from '../../support/fakes.ts';
import { inReportPeriod } from '../../support/report-period.ts';

/** What a question means on a day of a year with T1, July, an interim report, September and an annual report. */
async function meant(asked: PeriodAsked, now = '2026-10-10T08:00:00+02:00'): Promise<string> {
  const found = await findAskedPeriod(inReportPeriod({ now }), asked);
  if (found.ok) return found.value.period;
  const { code, ...about } = found.problem;
  return [code, ...Object.values(about)].join(' ');
}

describe('A report that is asked for', () => {
  it('without further words is the newest report period, not the month after it', async () => {
    assert.equal(await meant({}), '2026-08');
    assert.equal(await meant({}, '2026-08-20T08:00:00+02:00'), '2026-04');
  });

  it('is a month’s where there has been no report period yet', async () => {
    const ports = inMemoryPorts({ now: '2026-04-10T08:00:00+02:00' });
    ports.plans.use(
      aPlan({ followUps: [aFollowUp('2026-02'), aFollowUp('2026-03'), aFollowUp('2026-04', { kind: 'tertial' })] }),
    );

    const found = await findAskedPeriod(ports, {});

    assert.equal(found.ok && found.value.period, '2026-03');
  });

  it('is the newest of its kind that has opened', async () => {
    assert.equal(await meant({ kind: 'tertial' }), '2026-04');
    assert.equal(await meant({ kind: 'interim' }), '2026-08');
    assert.equal(await meant({ kind: 'month' }), '2026-09');
  });

  it('is the month’s that is named, whatever it is called', async () => {
    assert.equal(await meant({ month: 8 }), '2026-08');
    assert.equal(await meant({ kind: 'month', month: 8, year: 2026 }), '2026-08');
    assert.equal(await meant({ kind: 'tertial', month: 8 }), '2026-08');
  });

  it('is said not to be there yet, or not at all', async () => {
    assert.equal(await meant({ kind: 'annual' }), 'NOT_OPEN_YET 2026-12 2027-01-03');
    assert.equal(await meant({ month: 12 }), 'NOT_OPEN_YET 2026-12 2027-01-03');
    assert.equal(await meant({ month: 1 }), 'NO_SUCH_PERIOD 2026-01');
    assert.equal(await meant({ month: 1, year: 2024 }), 'NO_SUCH_PERIOD 2024-01');
    assert.equal(await meant({ kind: 'annual', year: 2019 }), 'NO_SUCH_REPORT annual 2019');
  });

  it('waits for a plan', async () => {
    const { plans: _, ...ports } = inMemoryPorts();
    const nothing = { current: async () => undefined, forMonth: async () => undefined };

    const found = await findAskedPeriod({ ...ports, plans: nothing as never }, {});

    assert.deepEqual(found, { ok: false, problem: { code: 'NO_PLAN' } });
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DecisionGiven } from '../../../src/domain/read-decision.ts';
import { agreeMeasure } from '../../../src/features/reporting/agree-measure.ts';
import { carryOutDecisions } from '../../../src/features/reporting/carry-out-decision.ts';
import { compileReport } from '../../../src/features/reporting/compile-report.ts';
import { registerDecision } from '../../../src/features/reporting/register-decision.ts';
import { saveMunicipalText } from '../../../src/features/reporting/save-report-text.ts';
import { MUNICIPALITY } from '../../../src/ports.ts';
import type { FakePorts } from '../../support/fakes.ts';
import {
  answers,
  clerk,
  controller,
  INTERIM,
  inReportPeriod,
  otherController,
  reviewed,
  shownMunicipal,
  value,
} from '../../support/report-period.ts';

/** Every question to the reports, and every change of them, waits for its turn. */
function inTurns(ports: FakePorts, scheduler: fc.Scheduler): FakePorts {
  const reports = new Proxy(ports.reports, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]) => {
        await scheduler.schedule(Promise.resolve(), String(name));
        return member.apply(target, given) as unknown;
      };
    },
  });
  return { ...ports, reports };
}

const given: DecisionGiven = {
  ...{ date: '2026-10-19', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved', why: '' },
  ...{ appropriations: [], orders: [] },
};
const measure = { committeeId: 'BUN', text: 'Se över vikarierna', owner: 'Skolchefen', dueOn: '2026-12-01' };

describe('What several people do to the municipality’s report at the same time', () => {
  it('ends in one line of deeds, with no version that nobody saw and no decision that the report does not know of', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const ports = inReportPeriod();
        await reviewed(ports);
        const how = { registrationNumber: 'KS 2026/123' };
        value(await compileReport(ports, await shownMunicipal(ports), how, controller));
        await answers(ports, 'SN', { forecastKr: 1_500_000 });
        ports.clock.moveTo('2026-10-20T08:00:00+02:00');
        const about = await shownMunicipal(ports);
        const slow = inTurns(ports, scheduler);
        const all = Promise.all([
          compileReport(slow, about, how, controller),
          compileReport(slow, about, how, controller),
          compileReport(slow, about, { registrationNumber: 'KS 2026/124' }, otherController),
          saveMunicipalText(slow, about, 'summary', 'Kommunen går bra.', otherController),
          agreeMeasure(slow, about, measure, controller),
          registerDecision(slow, { ...about, version: 1 }, given, clerk),
        ]);
        const [, , , , agreed, decided] = await scheduler.waitFor(all);
        await carryOutDecisions(ports);

        const record = await ports.reports.find(MUNICIPALITY, INTERIM);
        const history = await ports.reports.history(MUNICIPALITY, INTERIM);
        const versions = await ports.reports.versions(INTERIM);
        assert.deepEqual(
          history.map(({ revision, from }) => [revision, from]),
          history.map((_, at) => [at + 1, history[at - 1]?.to ?? 'open']),
        );
        assert.equal(history.at(-1)?.to, record?.state);
        assert.deepEqual(
          versions.map(({ number }) => number),
          versions.map((_, at) => at + 1),
        );
        for (const { mark } of versions.slice(1)) assert.ok(mark.startsWith(about.mark), 'a version that nobody saw');
        const decision = versions.find(({ number }) => number === record?.version)?.decision;
        assert.equal(decision?.outcome === 'approved', record?.state === 'approved');
        if (decided.ok) assert.equal(versions[0]?.decision?.paragraph, 'KF § 88');
        const agreements = history.filter(({ measureId }) => measureId !== undefined).length;
        assert.equal(agreements, agreed.ok ? 1 : 0);
        // Whatever came of it, the controller can go on.
        await answers(ports, 'BUN');
        const next = { ...how, reason: 'BUN kom sent.' };
        const after = value(await compileReport(ports, await shownMunicipal(ports), next, controller));
        assert.equal(after.record?.version, after.versions.at(-1)?.number);
        assert.equal(after.versions.at(-1)?.number, (await ports.reports.versions(INTERIM)).length);
      }),
      { numRuns: 100 },
    ));

  it('answers two like presses alike when nobody else does anything', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const ports = inReportPeriod();
        await reviewed(ports);
        const about = await shownMunicipal(ports);
        const slow = inTurns(ports, scheduler);
        const how = { registrationNumber: 'KS 2026/123' };

        const both = Promise.all([1, 2].map(() => compileReport(slow, about, how, controller)));
        const answered = await scheduler.waitFor(both);

        assert.deepEqual(
          answered.map(({ ok }) => ok),
          [true, true],
        );
        assert.equal((await ports.reports.versions(INTERIM)).length, 1);
      }),
      { numRuns: 100 },
    ));
});

import assert from 'node:assert/strict';
import type { DecisionGiven } from '../../../src/domain/read-decision.ts';
import { compileReport } from '../../../src/features/reporting/compile-report.ts';
import { keepReportSummary } from '../../../src/features/reporting/keep-report-summaries.ts';
import { keepReports } from '../../../src/features/reporting/keep-reports.ts';
import { registerDecision } from '../../../src/features/reporting/register-decision.ts';
import type { FakePorts } from '../../support/fakes.ts';
import { INTERIM, known, told, withChannels } from '../../support/report-channels.ts';
import {
  answers,
  clerk,
  controller,
  inReportPeriod,
  othersReporter,
  reviewed,
  shownMunicipal,
  signed,
  value,
} from '../../support/report-period.ts';

async function compile(ports: FakePorts): Promise<void> {
  await reviewed(ports);
  value(await compileReport(ports, await shownMunicipal(ports), { registrationNumber: 'KS 2026/123' }, controller));
}

/** Approved, with an order to SN. */
async function approve(ports: FakePorts): Promise<void> {
  const decision: DecisionGiven = {
    ...{ date: '2026-10-19', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved', why: '' },
    ...{ appropriations: [], orders: [{ committeeId: 'SN', text: 'Återkom med en plan', dueOn: '2026-12-01' }] },
  };
  value(await registerDecision(ports, { ...(await shownMunicipal(ports)), version: 1 }, decision, clerk));
}

/** On 20 October: BUN's report is signed, and the municipality's compiled. */
async function withCompiled(...people: readonly { readonly upn: string }[]): Promise<FakePorts> {
  const ports = inReportPeriod();
  await known(ports, ...people);
  await signed(ports);
  await compile(ports);
  ports.clock.moveTo('2026-10-20T08:00:00+02:00');
  return ports;
}

/** Something happens after the run has read the reports, while it tells people. */
function meanwhile(ports: FakePorts, happens: () => Promise<void>): void {
  const find = ports.rounds.find.bind(ports.rounds);
  ports.rounds.find = async (period) => {
    ports.rounds.find = find;
    await happens();
    return find(period);
  };
}

describe('Reports that are kept', () => {
  it('show what the council decided while the service was busy with what was before', async () => {
    const ports = await withCompiled(othersReporter);
    meanwhile(ports, () => approve(ports));
    await keepReports(ports);
    ports.messenger.willSend();

    await keepReports(ports);

    assert.deepEqual(told(ports), ['report-word order in conversation of rapportor.sn@styrmodell.example']);
  });

  it('that are approved are told of the next day to whoever could not be reached', async () => {
    const ports = await withCompiled();
    await approve(ports);
    await keepReports(ports);
    await keepReports(ports);
    await known(ports, othersReporter);
    ports.clock.moveTo('2026-10-21T08:00:00+02:00');
    ports.messenger.willSend();

    await keepReports(ports);

    assert.deepEqual(told(ports), ['report-word order in conversation of rapportor.sn@styrmodell.example']);
  });

  it('say on the clerk’s message that it is done, though Teams could not take it at once', async () => {
    const ports = await withCompiled(clerk);
    ports.messenger.willSend({ kind: 'sent', activityId: 'the word' });
    await keepReports(ports);
    await approve(ports);
    ports.messenger.willUpdate({ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 60_000 });
    await keepReports(ports);
    await keepReports(ports);
    ports.clock.pass(60);
    ports.messenger.willUpdate();

    await keepReports(ports);

    assert.match(told(ports).at(-1) ?? '', /^changed report-word settled/);
  });

  it('remind of the law’s last day also when a compilation was interrupted', async () => {
    const ports = inReportPeriod();
    await known(ports, controller);
    await signed(ports);
    await reviewed(ports);
    const about = await shownMunicipal(ports);
    const save = ports.reports.save.bind(ports.reports);
    ports.reports.save = async () => {
      throw new Error('killed');
    };
    await assert.rejects(compileReport(ports, about, { registrationNumber: 'KS 2026/123' }, controller));
    ports.reports.save = save;
    ports.clock.moveTo('2026-10-11T08:00:00+02:00');
    ports.messenger.willSend();

    await keepReports(ports);

    assert.deepEqual(told(ports), ['report-word statutory in conversation of controller@styrmodell.example']);
  });

  it('never go back to an older card, when a slower run finds the card that another has posted meanwhile', async () => {
    const ports = await withChannels();
    await answers(ports);
    const find = ports.rounds.find.bind(ports.rounds);
    ports.rounds.find = async (period) => {
      ports.rounds.find = find;
      await answers(ports, 'BUN', { forecastKr: 1_500_000 });
      ports.messenger.willSend({ kind: 'sent', activityId: 'the card' }).willSend();
      assert.equal(await keepReportSummary(ports, INTERIM), 'done');
      return find(period);
    };

    assert.equal(await keepReportSummary(ports, INTERIM), 'later');

    assert.deepEqual(
      told(ports).filter((one) => one.startsWith('changed')),
      [],
    );
    assert.equal(await keepReportSummary(ports, INTERIM), 'done');
  });
});

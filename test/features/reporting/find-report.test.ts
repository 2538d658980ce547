import assert from 'node:assert/strict';
import type { DecisionGiven } from '../../../src/domain/read-decision.ts';
import type { Doer } from '../../../src/domain/report-record.ts';
import { compileReport } from '../../../src/features/reporting/compile-report.ts';
import { findMunicipalReport, findReport } from '../../../src/features/reporting/find-report.ts';
import { registerDecision } from '../../../src/features/reporting/register-decision.ts';
import { saveCommitteeText } from '../../../src/features/reporting/save-report-text.ts';
import { sendBackReport } from '../../../src/features/reporting/send-back-report.ts';
import { FakePlans, type FakePorts } from '../../support/fakes.ts';
import {
  administrator,
  answers,
  approver,
  clerk,
  controller,
  handedIn,
  INTERIM,
  inReportPeriod,
  manager,
  othersReporter,
  problem,
  reporter,
  reviewed,
  shown,
  shownMunicipal,
  signed,
  stranger,
  value,
} from '../../support/report-period.ts';

const BUN = { scope: 'BUN', period: INTERIM };
const NOT_ALLOWED = { code: 'NOT_ALLOWED' };
const DRAFT = 'Vi vet inte än.';

async function written(): Promise<FakePorts> {
  const ports = inReportPeriod();
  await answers(ports);
  value(await saveCommitteeText(ports, await shown(ports), 'summary', DRAFT, reporter));
  return ports;
}

async function readsText(ports: FakePorts, person: Doer): Promise<string> {
  const found = await findReport(ports, BUN, person);
  if (!found.ok) return found.problem.code;
  const { content, record } = found.value;
  assert.equal(content.texts.summary, record?.texts.summary);
  return content.texts.summary;
}

async function approve(ports: FakePorts): Promise<void> {
  await reviewed(ports);
  value(await compileReport(ports, await shownMunicipal(ports), { registrationNumber: 'KS 2026/123' }, controller));
  ports.clock.moveTo('2026-10-20T08:00:00+02:00');
  const given: DecisionGiven = {
    ...{ date: '2026-10-19', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved', why: '' },
    ...{ appropriations: [], orders: [] },
  };
  value(await registerDecision(ports, { ...(await shownMunicipal(ports)), version: 1 }, given, clerk));
}

describe("A committee's report is read", () => {
  it('while it is being written: its texts by its people and controllers, the rest by those who follow all committees', async () => {
    const ports = await written();

    const readers = [reporter, approver, controller, manager, clerk, administrator, othersReporter, stranger];
    const read = await Promise.all(readers.map((person) => readsText(ports, person)));

    assert.deepEqual(read, [DRAFT, DRAFT, DRAFT, '', '', '', 'NOT_ALLOWED', 'NOT_ALLOWED']);
  });

  it('by everybody in the roster once it is handed in', async () => {
    const ports = inReportPeriod();
    value(await saveCommitteeText(ports, await shown(ports), 'summary', 'Läget är gott.', reporter));
    await handedIn(ports);

    const read = await Promise.all([manager, othersReporter, stranger].map((person) => readsText(ports, person)));

    assert.deepEqual(read, ['Läget är gott.', 'Läget är gott.', 'NOT_ALLOWED']);
  });

  it('without its texts again when it is sent back', async () => {
    const ports = inReportPeriod();
    value(await saveCommitteeText(ports, await shown(ports), 'summary', 'Läget är gott.', reporter));
    await handedIn(ports);
    value(await sendBackReport(ports, await shown(ports), 'Det är det inte.', approver));

    const read = await Promise.all([reporter, manager, othersReporter].map((person) => readsText(ports, person)));

    assert.deepEqual(read, ['Läget är gott.', '', 'NOT_ALLOWED']);
  });

  it('by everybody once the council has approved it, as it was then', async () => {
    const ports = inReportPeriod();
    value(await saveCommitteeText(ports, await shown(ports), 'summary', 'Läget är gott.', reporter));
    await signed(ports);
    await approve(ports);
    value(await sendBackReport(ports, await shown(ports), 'Det var fel.', controller));
    await answers(ports, 'BUN', { forecastKr: 5_000_000 });

    const view = value(await findReport(ports, BUN, stranger));
    const whole = value(await findMunicipalReport(ports, INTERIM, stranger));
    const elsewhere = await findReport(ports, { scope: 'KEJSAREN', period: INTERIM }, stranger);

    assert.equal(view.state, 'approved');
    assert.equal(view.content.texts.summary, 'Läget är gott.');
    assert.equal(view.content.finance.forecastKr, 1_200_000);
    assert.deepEqual([view.deeds, view.history, view.record, view.stored], [[], [], undefined, undefined]);
    assert.equal(whole.content.committees[0]?.finance.forecastKr, 1_200_000);
    assert.deepEqual([whole.deeds, whole.history, whole.records.size], [[], [], 0]);
    assert.deepEqual(problem(elsewhere), NOT_ALLOWED);
  });

  it('by nobody outside the roster while it is compiled and waits for the council', async () => {
    const ports = inReportPeriod();
    await signed(ports);
    await reviewed(ports);
    value(await compileReport(ports, await shownMunicipal(ports), { registrationNumber: 'KS 2026/123' }, controller));

    const found = [await findReport(ports, BUN, stranger), await findMunicipalReport(ports, INTERIM, stranger)];

    assert.deepEqual(found.map(problem), [NOT_ALLOWED, NOT_ALLOWED]);
  });

  it('by nobody where the committee does not report', async () => {
    const ports = inReportPeriod();

    const refusals = [
      await findReport(ports, { scope: 'GAMLA', period: INTERIM }, controller),
      await findReport(ports, { scope: 'municipality', period: INTERIM }, controller),
    ];

    assert.deepEqual(refusals.map(problem), [NOT_ALLOWED, NOT_ALLOWED]);
  });

  it('only for months that are followed up', async () => {
    const ports = inReportPeriod();
    const june = { scope: 'BUN', period: '2026-06' } as const;
    const empty = { ...ports, plans: new FakePlans(ports.clock) };

    assert.deepEqual(problem(await findReport(ports, june, reporter)), { code: 'NO_SUCH_PERIOD', period: '2026-06' });
    assert.deepEqual(problem(await findReport(empty, june, reporter)), { code: 'NO_PLAN' });
  });

  it('by the roster when it is a month', async () => {
    const ports = inReportPeriod();
    const july = { scope: 'BUN', period: '2026-07' } as const;

    const found = [await findReport(ports, july, othersReporter), await findReport(ports, july, stranger)];

    assert.deepEqual(found.map(problem), ['done', NOT_ALLOWED]);
  });
});

describe("The municipality's report is read", () => {
  it('by the roster, without what committees are still writing', async () => {
    const ports = await written();

    const [byController, byManager, byItsReporter] = await Promise.all(
      [controller, manager, reporter].map(async (person) => value(await findMunicipalReport(ports, INTERIM, person))),
    );
    const texts = [byController, byManager, byItsReporter].map((view) => [
      view?.content.committees[0]?.texts.summary,
      view?.records.get('BUN')?.texts.summary,
    ]);

    assert.deepEqual(texts, [
      [DRAFT, DRAFT],
      ['', ''],
      [DRAFT, DRAFT],
    ]);
    assert.deepEqual(problem(await findMunicipalReport(ports, INTERIM, stranger)), NOT_ALLOWED);
  });

  it('with its state and what each can do, before anybody has done anything', async () => {
    const ports = inReportPeriod();

    const view = value(await findMunicipalReport(ports, INTERIM, controller));

    assert.equal(view.state, 'open');
    assert.deepEqual(view.deeds, ['write', 'note-review', 'grade', 'hold-review']);
    assert.deepEqual([view.record, view.versions, view.history, view.measures], [undefined, [], [], []]);
    assert.equal(view.correctedSince, false);
  });
});

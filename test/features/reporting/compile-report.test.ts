import assert from 'node:assert/strict';
import type { DecisionGiven } from '../../../src/domain/read-decision.ts';
import { type Compilation, compileReport } from '../../../src/features/reporting/compile-report.ts';
import { findMunicipalReport, findReport } from '../../../src/features/reporting/find-report.ts';
import { handInReport } from '../../../src/features/reporting/hand-in-report.ts';
import { registerDecision } from '../../../src/features/reporting/register-decision.ts';
import type { ReportDoer } from '../../../src/features/reporting/report-about.ts';
import { saveCommitteeText, saveMunicipalText } from '../../../src/features/reporting/save-report-text.ts';
import { sendBackReport } from '../../../src/features/reporting/send-back-report.ts';
import { signReport } from '../../../src/features/reporting/sign-report.ts';
import type { FakePorts } from '../../support/fakes.ts';
import {
  administrator,
  answers,
  approver,
  clerk,
  controller,
  handedIn,
  INTERIM,
  inReportPeriod,
  otherController,
  problem,
  reporter,
  reviewed,
  rosterWith,
  shown,
  shownMunicipal,
  signed,
  value,
} from '../../support/report-period.ts';

const number: Compilation = { registrationNumber: 'KS 2026/123' };

/** BUN has signed, SN has said nothing, and the review has been held. */
async function readyToCompile(how: Parameters<typeof inReportPeriod>[0] = {}): Promise<FakePorts> {
  const ports = inReportPeriod(how);
  await signed(ports);
  await reviewed(ports);
  return ports;
}

async function compile(ports: FakePorts, how: Compilation = number, doer: ReportDoer = controller) {
  return compileReport(ports, await shownMunicipal(ports), how, doer);
}

async function decides(ports: FakePorts, outcome: DecisionGiven['outcome']): Promise<void> {
  ports.clock.moveTo('2026-10-20T08:00:00+02:00');
  const version = (await ports.reports.findVersion(INTERIM))?.number ?? 0;
  const given: DecisionGiven = {
    ...{ date: '2026-10-19', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome },
    ...{ why: outcome === 'approved' ? '' : 'Komplettera.', appropriations: [], orders: [] },
  };
  value(await registerDecision(ports, { ...(await shownMunicipal(ports)), version }, given, clerk));
}

async function numbersOf(ports: FakePorts): Promise<readonly number[]> {
  return (await ports.reports.versions(INTERIM)).map((version) => version.number);
}

describe("The municipality's report", () => {
  it('is compiled when it has been reviewed, with what is missing in it', async () => {
    const ports = await readyToCompile();

    const view = value(await compile(ports, { registrationNumber: ' KS\n2026/123\u200B ' }));

    const version = await ports.reports.findVersion(INTERIM);
    assert.equal(view.state, 'compiled');
    assert.equal(view.record?.registrationNumber, 'KS 2026/123');
    assert.equal(view.record?.version, 1);
    assert.equal(view.correctedSince, false);
    assert.equal(version?.content.registrationNumber, 'KS 2026/123');
    assert.equal(version?.compiledBy, controller.upn);
    assert.equal(version?.mark, view.mark);
    assert.deepEqual(
      version?.content.standings.map(({ committeeId, state }) => [committeeId, state]),
      [
        ['BUN', 'signed'],
        ['SN', 'open'],
      ],
    );
  });

  it('is not compiled before the review, without a registration number or by others', async () => {
    const early = inReportPeriod();
    const ports = await readyToCompile();

    const refusals = [
      await compile(early),
      await compile(ports, { registrationNumber: ' \u200B ' }),
      await compile(ports, { registrationNumber: 'x'.repeat(61) }),
      await compile(ports, number, clerk),
      await compile(ports, number, administrator),
    ].map(problem);

    assert.deepEqual(refusals, [
      { code: 'NOT_REVIEWED' },
      { code: 'TEXT_MISSING', field: 'registrationNumber' },
      { code: 'TEXT_TOO_LONG', field: 'registrationNumber', most: 60 },
      { code: 'NOT_ALLOWED' },
      { code: 'NOT_ALLOWED' },
    ]);
    assert.deepEqual(await numbersOf(ports), []);
  });

  it('is not compiled from what has changed since it was shown', async () => {
    const ports = await readyToCompile();
    const before = await shownMunicipal(ports);
    await answers(ports, 'SN');

    assert.deepEqual(problem(await compileReport(ports, before, number, controller)), { code: 'CHANGED_MEANWHILE' });
    assert.deepEqual(await numbersOf(ports), []);
  });

  it('says what committees stand for, and not what they are still writing', async () => {
    const ports = inReportPeriod();
    value(await saveCommitteeText(ports, await shown(ports, 'BUN'), 'summary', 'Utkast.', reporter));
    await reviewed(ports);

    const view = value(await compile(ports));

    const version = await ports.reports.findVersion(INTERIM);
    assert.equal(version?.content.committees[0]?.texts.summary, '');
    assert.equal(view.content.committees[0]?.texts.summary, 'Utkast.');
    assert.equal(view.correctedSince, false);
  });

  it('is one version for the same press twice, one after the other or at the same moment', async () => {
    const ports = await readyToCompile();
    const about = await shownMunicipal(ports);

    const atOnce = await Promise.all([
      compileReport(ports, about, number, controller),
      compileReport(ports, about, number, controller),
    ]);
    const later = await compileReport(ports, about, number, controller);
    const unchanged = await compile(ports, number, otherController);

    assert.deepEqual([...atOnce, later, unchanged].map(problem), ['done', 'done', 'done', 'done']);
    assert.deepEqual(await numbersOf(ports), [1]);
    assert.equal((await findMunicipal(ports)).record?.revision, 2);
  });

  it('is a new version when something has changed, and when its registration number was wrong', async () => {
    const ports = await readyToCompile();
    value(await compile(ports));
    value(await saveMunicipalText(ports, await shownMunicipal(ports), 'summary', 'Kommunen går bra.', controller));
    const corrected = await findMunicipal(ports);

    const second = value(await compile(ports));
    const third = value(await compile(ports, { registrationNumber: 'KS 2026/124' }));

    assert.equal(corrected.correctedSince, true);
    assert.deepEqual([second.record?.version, third.record?.version], [2, 3]);
    assert.equal(third.correctedSince, false);
    assert.equal((await ports.reports.findVersion(INTERIM, 1))?.content.texts.summary, '');
  });

  it('that was frozen when the service was killed is ended at the next press', async () => {
    const ports = await readyToCompile();
    const about = await shownMunicipal(ports);
    await killedAfterFreezing(ports, compileReport(ports, about, number, controller));
    const between = await findMunicipal(ports);

    const view = value(await compileReport(ports, about, number, controller));

    assert.deepEqual([between.state, between.versions], ['reviewed', []]);
    assert.deepEqual([view.state, view.record?.version], ['compiled', 1]);
    assert.deepEqual(await numbersOf(ports), [1]);
    assert.deepEqual(
      view.history.map(({ deed }) => deed),
      ['hold-review', 'compile'],
    );
  });

  it('that was frozen when the service was killed stands aside when something has changed since', async () => {
    const ports = await readyToCompile();
    await killedAfterFreezing(ports, compile(ports));
    await answers(ports, 'SN');

    const view = value(await compile(ports));

    assert.deepEqual([view.state, view.record?.version, view.correctedSince], ['compiled', 2, false]);
    assert.deepEqual(await numbersOf(ports), [1, 2]);
  });

  it('takes a reason to be compiled again once the council has approved it', async () => {
    const ports = await readyToCompile();
    value(await compile(ports));
    await decides(ports, 'approved');
    const unchanged = await compile(ports, { ...number, reason: 'För säkerhets skull.' });
    await answers(ports, 'SN', { forecastKr: 1_500_000 });

    const refusals = [
      await compile(ports),
      await compile(ports, { ...number, reason: '--' }),
      await compile(ports, { ...number, reason: 'x'.repeat(1_001) }),
    ].map(problem);
    const view = value(await compile(ports, { ...number, reason: ' SN hade fel prognos. ' }));

    assert.deepEqual(problem(unchanged), { code: 'WRONG_STATE', state: 'approved' });
    assert.deepEqual(refusals, [
      { code: 'REASON_NEEDED' },
      { code: 'REASON_NEEDED' },
      { code: 'TEXT_TOO_LONG', field: 'why', most: 1_000 },
    ]);
    assert.deepEqual([view.state, view.record?.version], ['compiled', 2]);
    assert.equal(view.versions[1]?.reason, 'SN hade fel prognos.');
    assert.equal(view.history.at(-1)?.why, 'SN hade fel prognos.');
    assert.equal(view.versions[0]?.decision?.outcome, 'approved');
    assert.notEqual(
      (await ports.reports.findVersion(INTERIM, 1))?.content.committees[1]?.finance.forecastKr,
      1_500_000,
    );
  });

  it('takes that reason also when it was being compiled as the council’s approval came', async () => {
    const ports = await readyToCompile();
    value(await compile(ports));
    await answers(ports, 'SN', { forecastKr: 1_500_000 });
    const about = await shownMunicipal(ports);
    ports.reports.beforeNextChange = () => decides(ports, 'approved');
    assert.deepEqual(problem(await compileReport(ports, about, number, controller)), { code: 'CHANGED_MEANWHILE' });

    const view = value(await compile(ports, { ...number, reason: 'SN hade fel prognos.' }));

    assert.deepEqual([view.state, view.versions.at(-1)?.reason], ['compiled', 'SN hade fel prognos.']);
    assert.equal(view.record?.version, view.versions.at(-1)?.number);
  });

  it('that the council has sent back is compiled anew, changed or not', async () => {
    const ports = await readyToCompile();
    value(await compile(ports));
    await decides(ports, 'sent-back');

    const view = value(await compile(ports));

    assert.deepEqual([view.state, view.record?.version], ['compiled', 2]);
    assert.deepEqual(view.deeds, ['write', 'note-review', 'grade', 'compile']);
  });

  it('is decided on by a clerk who has not compiled it', async () => {
    const isBoth = { committee: null, role: 'controller', order: 3, upn: clerk.upn } as const;
    const ports = await readyToCompile({ roster: rosterWith(isBoth) });

    const own = value(await compile(ports, number, clerk));
    value(await compile(ports, { registrationNumber: 'KS 2026/124' }, controller));
    const others = value(await findMunicipalReport(ports, INTERIM, clerk));

    assert.equal(own.deeds.includes('decide'), false);
    assert.equal(others.deeds.includes('decide'), true);
  });
});

describe("A committee's report that is compiled", () => {
  it('is changed no more, unless a controller sends it back', async () => {
    const ports = await readyToCompile();
    value(await compile(ports));
    const about = await shown(ports);

    const refusals = [
      await saveCommitteeText(ports, about, 'summary', 'För sent.', reporter),
      await sendBackReport(ports, about, 'Fel.', approver),
    ].map(problem);
    value(await sendBackReport(ports, about, 'Prognosen är fel.', controller));
    value(await saveCommitteeText(ports, await shown(ports), 'summary', 'Rätt.', reporter));
    value(await handInReport(ports, await shown(ports), reporter));
    const signedAgain = value(await signReport(ports, await shown(ports), approver));

    assert.deepEqual(refusals, [{ code: 'COMPILED' }, { code: 'COMPILED' }]);
    assert.equal(signedAgain.state, 'signed');
    assert.equal((await findMunicipal(ports)).correctedSince, true);
  });

  it('is shut again by the next version', async () => {
    const ports = await readyToCompile();
    value(await compile(ports));
    value(await sendBackReport(ports, await shown(ports), 'Prognosen är fel.', controller));
    value(await compile(ports));

    const view = value(await findReport(ports, { scope: 'BUN', period: INTERIM }, reporter));

    assert.equal(view.state, 'sent-back');
    assert.deepEqual(view.deeds, []);
  });

  it('is let in late by a controller when it was missing', async () => {
    const ports = await readyToCompile();
    value(await compile(ports));
    await answers(ports, 'SN');
    const late = await shown(ports, 'SN');

    value(await sendBackReport(ports, late, 'Ni saknas.', controller));
    const view = await handedIn(ports, 'SN');

    assert.equal(view.state, 'handed-in');
  });

  it('is open again when the council has sent the report back', async () => {
    const ports = await readyToCompile();
    value(await compile(ports));
    await decides(ports, 'sent-back');

    value(await sendBackReport(ports, await shown(ports), 'Fullmäktige vill veta mer.', controller));
    const view = value(await findReport(ports, { scope: 'BUN', period: INTERIM }, reporter));

    assert.deepEqual(view.deeds, ['write', 'hand-in']);
  });

  it('stays shut when the council has approved it', async () => {
    const ports = await readyToCompile();
    value(await compile(ports));
    await decides(ports, 'approved');

    const refusal = await saveCommitteeText(ports, await shown(ports), 'summary', 'För sent.', reporter);

    assert.deepEqual(problem(refusal), { code: 'COMPILED' });
  });
});

async function findMunicipal(ports: FakePorts) {
  return value(await findMunicipalReport(ports, INTERIM, controller));
}

/** The version is frozen, and the record never hears of it. */
async function killedAfterFreezing(ports: FakePorts, compiling: Promise<unknown>): Promise<void> {
  const { reports } = ports;
  reports.beforeNextChange = async () => {
    reports.beforeNextChange = async () => {
      throw new Error('killed');
    };
  };
  await assert.rejects(compiling, /killed/);
}

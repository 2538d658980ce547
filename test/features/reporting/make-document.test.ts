import assert from 'node:assert/strict';
import type { DecisionGiven } from '../../../src/domain/read-decision.ts';
import type { Doer } from '../../../src/domain/report-record.ts';
import { compileReport } from '../../../src/features/reporting/compile-report.ts';
import { makeDocument, type WantedDocument } from '../../../src/features/reporting/make-document.ts';
import { registerDecision } from '../../../src/features/reporting/register-decision.ts';
import { saveCommitteeText } from '../../../src/features/reporting/save-report-text.ts';
import { sendBackReport } from '../../../src/features/reporting/send-back-report.ts';
import { MUNICIPALITY, type ReportToWrite } from '../../../src/ports.ts';
import type { FakePorts } from '../../support/fakes.ts';
import {
  answers,
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

const BUN: WantedDocument = { scope: 'BUN', period: INTERIM, format: 'pdf' };
const WHOLE: WantedDocument = { scope: MUNICIPALITY, period: INTERIM, format: 'docx' };
const REGISTERED = { registrationNumber: 'KS 2026/123' };

interface Made {
  readonly name: string;
  readonly report: ReportToWrite;
}

/** A document, with what it was written from. */
async function made(ports: FakePorts, wanted: WantedDocument, person: Doer): Promise<Made> {
  const written: ReportToWrite[] = [];
  const reportFiles = {
    ...ports.reportFiles,
    write: async (report: ReportToWrite) => {
      written.push(report);
      return new Uint8Array();
    },
  };
  const { name } = value(await makeDocument({ ...ports, reportFiles }, wanted, person));
  const [report] = written;
  assert(report);
  return { name, report };
}

async function compiled(ports: FakePorts, reason?: string): Promise<void> {
  const why = reason === undefined ? {} : { reason };
  value(await compileReport(ports, await shownMunicipal(ports), { ...REGISTERED, ...why }, controller));
}

async function approved(ports: FakePorts): Promise<void> {
  ports.clock.moveTo('2026-10-20T08:00:00+02:00');
  const given: DecisionGiven = {
    ...{ date: '2026-10-19', paragraph: 'KF § 88', ...REGISTERED, outcome: 'approved', why: '' },
    ...{ appropriations: [], orders: [] },
  };
  value(await registerDecision(ports, { ...(await shownMunicipal(ports)), version: 1 }, given, clerk));
}

/** The council has approved the first version. */
async function afterTheCouncil(): Promise<FakePorts> {
  const ports = inReportPeriod();
  await signed(ports);
  await reviewed(ports);
  await compiled(ports);
  await approved(ports);
  return ports;
}

describe('A committee’s report as a document', () => {
  it('is written from what stands now, with where it is and what it lacks', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);

    const { name, report } = await made(ports, BUN, manager);

    assert.equal(name, 'Delårsrapport januari–augusti 2026 BUN.pdf');
    assert(report.scope === 'committee');
    assert.equal(report.standing?.state, 'handed-in');
    assert.deepEqual(report.standing?.missing.at(-1), { what: 'signature', names: [] });
    assert.equal(report.municipality, 'Exempelkommunen');
    assert.equal(report.madeAt, '2026-09-10T06:00:00.000Z');
    assert.equal(report.version, undefined);
  });

  it('is a month’s too', async () => {
    const { name } = await made(inReportPeriod(), { ...BUN, period: '2026-07', format: 'xlsx' }, reporter);

    assert.equal(name, 'Månadsrapport januari–juli 2026 BUN.xlsx');
  });

  it('is for those who may read the report, as they may read it', async () => {
    const ports = inReportPeriod();
    await answers(ports);
    value(await saveCommitteeText(ports, await shown(ports), 'summary', 'Ett utkast.', reporter));

    const { report } = await made(ports, BUN, manager);

    assert(report.scope === 'committee');
    assert.equal(report.content.texts.summary, '');
    for (const person of [othersReporter, stranger]) {
      assert.deepEqual(problem(await makeDocument(ports, BUN, person)), { code: 'NOT_ALLOWED' });
    }
  });

  it('is for anybody as the council approved it, whatever has been changed since', async () => {
    const ports = await afterTheCouncil();
    value(await sendBackReport(ports, await shown(ports), 'Fel belopp.', controller));
    await answers(ports, 'BUN', { forecastKr: 1_900_000 });

    const { name, report } = await made(ports, BUN, stranger);

    assert.equal(name, 'Delårsrapport januari–augusti 2026 BUN version 1.pdf');
    assert(report.scope === 'committee');
    assert.equal(report.content.finance.forecastKr, 1_200_000);
    assert.equal(report.decision?.paragraph, 'KF § 88');
    assert.deepEqual(report.corrections, []);
  });
});

describe('The municipality’s report as a document', () => {
  it('says that it is preliminary until it is compiled', async () => {
    const ports = inReportPeriod();
    await signed(ports);

    const { name, report } = await made(ports, WHOLE, manager);

    assert.equal(name, 'Delårsrapport januari–augusti 2026 Exempelkommunen.docx');
    assert.equal(report.version, undefined);
    assert.deepEqual(problem(await makeDocument(ports, WHOLE, stranger)), { code: 'NOT_ALLOWED' });
  });

  it('is the newest version once it is compiled, made at the instant that it was', async () => {
    const ports = await afterTheCouncil();
    const [first] = await ports.reports.versions(INTERIM);

    const { name, report } = await made(ports, WHOLE, manager);

    assert.equal(name, 'Delårsrapport januari–augusti 2026 Exempelkommunen version 1.docx');
    assert.equal(report.registrationNumber, 'KS 2026/123');
    assert.deepEqual(report.version, { number: 1, seal: first?.seal, compiledAt: first?.compiledAt });
    assert.equal(report.madeAt, first?.compiledAt);
    assert.deepEqual(report.corrections, []);
  });

  it('names in the version after the approved one what was corrected in between, and leaves the approved one as it was', async () => {
    const ports = await afterTheCouncil();
    value(await sendBackReport(ports, await shown(ports), 'Fel belopp.', controller));
    await answers(ports, 'BUN', { forecastKr: 1_900_000 });
    await answers(ports, 'SN');
    await compiled(ports, 'BUN har rättat sin prognos');

    const first = await made(ports, { ...WHOLE, version: 1 }, manager);
    const newest = await made(ports, WHOLE, manager);
    const corrections = newest.report.corrections.map(({ kind, ...about }) => [
      kind,
      'committeeName' in about && about.committeeName,
    ]);

    assert.deepEqual(first.report.corrections, []);
    assert.equal(newest.report.version?.number, 2);
    assert.deepEqual(corrections, [
      ['corrected', 'Barn- och utbildningsnämnden'],
      ['answered', 'Socialnämnden'],
    ]);
  });

  it('says that something else differs when no answer does', async () => {
    const ports = await afterTheCouncil();
    value(await sendBackReport(ports, await shown(ports), 'Skriv mer.', controller));
    value(await saveCommitteeText(ports, await shown(ports), 'summary', 'Mer.', reporter));
    await compiled(ports, 'BUN har skrivit mer');

    const { report } = await made(ports, WHOLE, controller);

    assert.deepEqual(report.corrections, [{ kind: 'other' }]);
  });

  it('is compiled twice before the council has decided without a word of corrections', async () => {
    const ports = inReportPeriod();
    await signed(ports);
    await reviewed(ports);
    await compiled(ports);
    await answers(ports, 'SN');
    await compiled(ports);

    assert.deepEqual((await made(ports, WHOLE, controller)).report.corrections, []);
  });

  it('has no version that was never compiled, and shows anybody none but the approved one', async () => {
    const ports = await afterTheCouncil();

    const missing = { code: 'NO_SUCH_VERSION', version: 7 };
    assert.deepEqual(problem(await makeDocument(ports, { ...WHOLE, version: 7 }, manager)), missing);
    assert.deepEqual(problem(await makeDocument(ports, { ...BUN, version: 7 }, manager)), missing);
    assert.equal((await made(ports, WHOLE, stranger)).report.version?.number, 1);
  });
});

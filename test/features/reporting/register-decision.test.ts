import assert from 'node:assert/strict';
import type { DecisionGiven } from '../../../src/domain/read-decision.ts';
import type { ReportProblem } from '../../../src/domain/report-problem.ts';
import { registerDecision } from '../../../src/features/reporting/register-decision.ts';
import { reportProblemText } from '../../../src/report-texts.ts';
import { upnOf } from '../../support/builders.ts';
import {
  aCompiledMunicipality,
  aDecisionGiven,
  aReportingPlan,
  clerk,
  compileIn,
  controller,
  onVersion,
  THE_PERIOD,
} from '../../support/compiled-report.ts';
import type { FakePorts } from '../../support/fakes.ts';
import { aVersion } from '../../support/frozen-reports.ts';

async function stateIn({ reports }: FakePorts): Promise<string | undefined> {
  return (await reports.find('municipality', THE_PERIOD))?.state;
}

async function decisionIn({ reports }: FakePorts, number = 1) {
  return (await reports.versions(THE_PERIOD)).find((version) => version.number === number)?.decision;
}

async function problemOf(
  ports: FakePorts,
  given: Partial<DecisionGiven> = {},
  { about = onVersion, doer = clerk } = {},
): Promise<ReportProblem | undefined> {
  const answer = await registerDecision(ports, about, aDecisionGiven(given), doer);
  return answer.ok ? undefined : answer.problem;
}

describe('The council’s decision on a compiled report', () => {
  it('is chained to its version, said in the report, and waits to come into the plan', async () => {
    const ports = await aCompiledMunicipality();

    const answer = await registerDecision(ports, onVersion, aDecisionGiven(), clerk);

    assert.ok(answer.ok);
    assert.equal(answer.value.state, 'approved');
    const decision = await decisionIn(ports);
    const seal = (await ports.reports.versions(THE_PERIOD))[0]?.seal;
    assert.deepEqual(decision, {
      ...aDecisionGiven(),
      ...{ version: 1, seal, by: clerk, at: '2026-10-30T07:00:00.000Z' },
    });
    assert.deepEqual(answer.value.versions[0]?.decision, decision);
    assert.deepEqual(await ports.reports.decisionsToCarryOut(), [{ period: THE_PERIOD, decision }]);
    const events = await ports.reports.history('municipality', THE_PERIOD);
    assert.deepEqual(events.at(-1), {
      ...{ revision: 2, at: new Date('2026-10-30T07:00:00.000Z'), by: clerk, deed: 'decide' },
      ...{ from: 'compiled', to: 'approved', mark: 'f'.repeat(64) },
    });
  });

  it('sends the report back with why, which stands in the report and its history', async () => {
    const ports = await aCompiledMunicipality();
    const given = aDecisionGiven({ outcome: 'sent-back', why: ' Komplettera personalavsnittet ', appropriations: [] });

    const answer = await registerDecision(ports, onVersion, given, clerk);

    assert.ok(answer.ok);
    const record = await ports.reports.find('municipality', THE_PERIOD);
    assert.deepEqual([record?.state, record?.why], ['sent-back', 'Komplettera personalavsnittet']);
    assert.equal(
      (await ports.reports.history('municipality', THE_PERIOD)).at(-1)?.why,
      'Komplettera personalavsnittet',
    );
  });

  it('is the clerk’s to register, and nobody else learns anything', async () => {
    const ports = await aCompiledMunicipality();

    for (const upn of [controller.upn, upnOf('BUN'), 'forvaltningschef.bun@styrmodell.example', 'x@y.example']) {
      const doer = { upn, name: 'N N' };
      assert.deepEqual(await problemOf(ports, {}, { doer }), { code: 'NOT_ALLOWED' }, upn);
    }
    assert.deepEqual(await problemOf(ports, {}, { about: { ...onVersion, scope: 'BUN' } }), { code: 'NOT_ALLOWED' });
    assert.equal(await decisionIn(ports), undefined);
  });

  it('is not registered by who compiled it', async () => {
    const ports = await aCompiledMunicipality();
    const contacts = [...aReportingPlan().contacts];
    ports.plans.use(
      aReportingPlan({
        contacts: [...contacts, { committee: null, role: 'councilClerk', order: 2, upn: controller.upn }],
      }),
    );

    assert.deepEqual(await problemOf(ports, {}, { doer: controller }), { code: 'OWN_REPORT' });
    assert.equal(await decisionIn(ports), undefined);
  });

  it('is not on a version whose compilation was interrupted, whatever the card says', async () => {
    const ports = await aCompiledMunicipality();
    await ports.reports.freeze(aVersion(THE_PERIOD, { number: 2, compiledBy: clerk.upn }));

    const forged = await problemOf(ports, {}, { about: { ...onVersion, version: 2 } });

    assert.deepEqual(forged, { code: 'NO_SUCH_VERSION', version: 2 });
    assert.deepEqual(await ports.reports.decisionsToCarryOut(), []);
  });

  it('is on a compiled version: none before it is compiled, none on what is no report', async () => {
    const ports = await aCompiledMunicipality();
    ports.reports.frozen.length = 0;

    assert.deepEqual(await problemOf(ports), { code: 'NOT_COMPILED' });
    const september = { ...onVersion, period: '2026-09' as const };
    assert.deepEqual(await problemOf(ports, {}, { about: september }), {
      ...{ code: 'NOT_A_REPORT_PERIOD', period: '2026-09' },
    });
  });

  it('is on the newest version, and on one that there is', async () => {
    const ports = await aCompiledMunicipality();
    assert.deepEqual(await problemOf(ports, {}, { about: { ...onVersion, version: 2 } }), {
      ...{ code: 'NO_SUCH_VERSION', version: 2 },
    });
    await compileIn(ports, 2);

    assert.deepEqual(await problemOf(ports), { code: 'NEWER_VERSION', version: 2 });
    assert.equal(await problemOf(ports, {}, { about: { ...onVersion, version: 2 } }), undefined);

    assert.equal(await decisionIn(ports, 1), undefined);
    assert.equal((await decisionIn(ports, 2))?.paragraph, 'KF § 88');
  });

  it('stands in the way of no other version that is compiled at the same moment', async () => {
    const ports = await aCompiledMunicipality();
    const decide = ports.reports.decide.bind(ports.reports);
    ports.reports.decide = async (period, decision) => {
      ports.reports.decide = decide;
      await compileIn(ports, 2);
      return decide(period, decision);
    };

    assert.deepEqual(await problemOf(ports), { code: 'NEWER_VERSION', version: 2 });
    assert.equal(await stateIn(ports), 'compiled');
  });

  it('is one when the same is pressed twice, at once or a day later', async () => {
    const ports = await aCompiledMunicipality();

    const [one, other] = await Promise.all([problemOf(ports), problemOf(ports)]);
    ports.clock.moveTo('2026-10-31T08:00:00+01:00');
    const later = await problemOf(ports, { paragraph: '  KF § 88' });

    assert.deepEqual([one, other, later], [undefined, undefined, undefined]);
    assert.equal((await decisionIn(ports))?.at, '2026-10-30T07:00:00.000Z');
    assert.equal((await ports.reports.history('municipality', THE_PERIOD)).length, 2);
  });

  it('is the first when another is given after it, and that is shown', async () => {
    const ports = await aCompiledMunicipality();
    await problemOf(ports);

    const problem = await problemOf(ports, { paragraph: 'KF § 89' });

    assert.deepEqual(problem, { code: 'ALREADY_DECIDED', decision: await decisionIn(ports) });
    assert.deepEqual((await problemOf(ports, { date: 'i går' }))?.code, 'ALREADY_DECIDED');
    assert.equal((await decisionIn(ports))?.paragraph, 'KF § 88');
  });

  it('is stored with nothing when something in it is wrong', async () => {
    const ports = await aCompiledMunicipality();
    const [appropriation] = aDecisionGiven().appropriations;
    const [order] = aDecisionGiven().orders;
    assert.ok(appropriation && order);

    const codes = [
      await problemOf(ports, { date: '2026-10-31' }),
      await problemOf(ports, { date: '2026-10-19' }),
      await problemOf(ports, { paragraph: ' ' }),
      await problemOf(ports, { outcome: 'sent-back' }),
      await problemOf(ports, { appropriations: [{ ...appropriation, amountKr: 0 }] }),
      await problemOf(ports, { appropriations: [{ ...appropriation, committeeId: 'XX' }] }),
      await problemOf(ports, { orders: [{ ...order, committeeId: 'XX' }] }),
      await problemOf(ports, { orders: [{ ...order, dueOn: '2026-10-28' }] }),
    ].map((problem) => problem?.code);

    assert.deepEqual(codes, [
      ...['BAD_DAY', 'BAD_DAY', 'TEXT_MISSING', 'REASON_NEEDED', 'BAD_AMOUNT'],
      ...['NO_SUCH_COMMITTEE', 'NO_SUCH_COMMITTEE', 'BAD_DAY'],
    ]);
    assert.equal(await decisionIn(ports), undefined);
    assert.deepEqual(await ports.reports.decisionsToCarryOut(), []);
    assert.equal(await stateIn(ports), 'compiled');
  });

  it('does not fit the plan when its area has no budget then, and is told so in Swedish', async () => {
    const ports = await aCompiledMunicipality();
    const appropriations = [{ committeeId: 'BUN', businessAreaId: 'ALDRE', amountKr: 1, validFrom: '2026-10-01' }];

    const problem = await problemOf(ports, { appropriations });

    assert.ok(problem);
    assert.equal(
      reportProblemText(problem),
      'Beslutet går inte ihop med planen. Verksamhetsområdet ALDRE har ingen budget hos BUN för 2026. Rätta området eller lägg till budgeten. Inget är registrerat.',
    );
    assert.equal(await decisionIn(ports), undefined);
  });

  it('gives no order to a committee that is gone when the council meets', async () => {
    const ports = await aCompiledMunicipality();
    const [bun, sn] = aReportingPlan().committees;
    assert.ok(bun && sn);
    ports.plans.use(aReportingPlan({ committees: [bun, { ...sn, validTo: '2026-09-30' }] }));

    assert.deepEqual(await problemOf(ports), { code: 'NO_SUCH_COMMITTEE', committeeId: 'SN' });
  });

  it('is said in the report by the next press when the service was killed in between', async () => {
    const ports = await aCompiledMunicipality();
    const save = ports.reports.save.bind(ports.reports);
    ports.reports.save = () => Promise.reject(new Error('killed'));
    await assert.rejects(problemOf(ports), /killed/);
    ports.reports.save = save;
    assert.equal(await stateIn(ports), 'compiled');
    assert.ok(await decisionIn(ports));

    assert.equal(await problemOf(ports), undefined);

    assert.equal(await stateIn(ports), 'approved');
  });

  it('is said in the report whatever others write there at the same moment', async () => {
    const ports = await aCompiledMunicipality();
    const save = ports.reports.save.bind(ports.reports);
    let others = 3;
    ports.reports.save = async (record, event, etag) => {
      if (others > 0) {
        others -= 1;
        const stored = await ports.reports.find('municipality', THE_PERIOD);
        assert.ok(stored);
        const { etag: theirs, ...theirRecord } = stored;
        const revision = stored.revision + 1;
        const written = { ...event, revision, deed: 'write', from: 'compiled', to: 'compiled' } as const;
        await save(
          { ...theirRecord, revision, texts: { ...stored.texts, summary: `Nr ${revision}` } },
          written,
          theirs,
        );
      }
      return save(record, event, etag);
    };

    assert.equal(await problemOf(ports), undefined);

    const record = await ports.reports.find('municipality', THE_PERIOD);
    assert.deepEqual([record?.state, record?.texts.summary, record?.revision], ['approved', 'Nr 4', 5]);
  });
});

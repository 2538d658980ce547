import assert from 'node:assert/strict';
import { type Answer, receiptNumber } from '../../../src/domain/answer.ts';
import type { Month } from '../../../src/domain/period.ts';
import type { PlanDocument } from '../../../src/domain/plan-document.ts';
import type { ReportRecord } from '../../../src/domain/report-record.ts';
import { toPlan } from '../../../src/domain/to-plan.ts';
import { storeOpeningOutcomes } from '../../../src/features/planning/store-opening-outcomes.ts';
import { loadCommitteeReport, loadMunicipalReport } from '../../../src/features/reporting/load-report.ts';
import { anAnswer, aStoredAnswer, exampleFile, figures } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';
import { aBudget } from '../../support/part-builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../../support/plan-document.ts';
import { anAgreedMeasure, anOccasion, aReportRecord } from '../../support/report-facts.ts';

const by = { upn: 'chef@styrmodell.example', name: 'Carin Chef' };

function aMunicipality(document: PlanDocument): FakePorts {
  const ports = inMemoryPorts();
  ports.plans.use(document);
  return ports;
}

/** Nynäshamn's example, with what its plan brings from before. */
async function theExample(): Promise<FakePorts> {
  const document = exampleFile().current;
  const ports = aMunicipality(document);
  await storeOpeningOutcomes(ports, toPlan(document).openingOutcomes);
  return ports;
}

async function answer(ports: FakePorts, committeeId: string, period: Month, given: Partial<Answer>): Promise<void> {
  const revision = ((await ports.answers.find(committeeId, period))?.revision ?? 0) + 1;
  const receipt = receiptNumber(committeeId, period, revision);
  const stored = { committeeId, period, revision, receiptNumber: receipt, answer: anAnswer(given) };
  await ports.answers.save(aStoredAnswer(stored), []);
}

async function keep(ports: FakePorts, record: ReportRecord): Promise<void> {
  const event = {
    revision: record.revision,
    at: new Date(),
    by,
    deed: 'write',
    from: 'open',
    to: record.state,
  } as const;
  await ports.reports.save(record, event, (await ports.reports.find(record.scope, record.period))?.etag);
}

const months = exampleFile().current.followUpPlan.map(({ period }) => period as Month);

describe('A committee’s report, as it is loaded', () => {
  it('is the same alone as among the municipality’s, whichever month it is about', async () => {
    const ports = await theExample();
    await ports.reports.agree(anAgreedMeasure('M1', { period: '2026-04' }));

    for (const period of months) {
      const all = await loadMunicipalReport(ports, period);
      assert.equal(all?.content.committees.length, 6);
      for (const content of all.content.committees) {
        const alone = await loadCommitteeReport(ports, content.committeeId, period);
        assert.deepEqual(alone?.content, content);
      }
    }
  });

  it('is the same also for a committee that has taken over work, areas and measures from others', async () => {
    const ports = aMunicipality(
      aPlanDocument({
        committees: [
          { id: 'GAMLA', name: 'Gamla nämnden', aliases: [], validTo: '2026-06-30' },
          { id: 'NYA', name: 'Nya nämnden', aliases: [], validFrom: '2026-07-01', succeeds: 'GAMLA' },
          { id: 'SN', name: 'Socialnämnden', aliases: [] },
        ],
        budgets: [aBudget('GAMLA', 'FORSKOLA'), aBudget('SN', 'ALDRE'), aBudget('SN', 'OPPEN')],
        areaMoves: [{ businessArea: 'OPPEN', from: 'SN', to: 'NYA', validFrom: '2026-07-01' }],
        indicators: [anIndicatorEntry('LASNING', { committees: ['GAMLA', 'NYA'] })],
        ...{ committeeGoals: [], commitments: [] },
        followUpPlan: [anOccasion('2026-04', 'tertial'), anOccasion('2026-08', 'interim')],
      }),
    );
    await ports.reports.agree(anAgreedMeasure('M1', { committeeId: 'GAMLA', period: '2025-08' }));
    const said = [{ indicatorId: 'LASNING', report: { kind: 'value', value: 77 } }] as const;
    await answer(ports, 'GAMLA', '2025-12', { work: [{ workId: 'M1', status: 'ongoing' }] });
    await answer(ports, 'GAMLA', '2026-04', { areas: [figures('FORSKOLA', 400_000, 1_250_000)], indicators: said });
    await answer(ports, 'SN', '2026-04', { areas: [figures('OPPEN', 400_000, 1_300_000)] });

    const all = await loadMunicipalReport(ports, '2026-08');
    const alone = await loadCommitteeReport(ports, 'NYA', '2026-08');

    assert.deepEqual(
      alone?.content,
      all?.content.committees.find(({ committeeId }) => committeeId === 'NYA'),
    );
    const { finance, indicators, agreedMeasures } = alone?.content ?? {};
    assert.deepEqual(
      [finance?.history, ...(finance?.areas ?? []).map(({ history }) => history)].map(
        (points) => points?.[0]?.deviationKr,
      ),
      [-50_000, -50_000, -100_000],
    );
    assert.deepEqual([indicators?.[0]?.assessment.value?.value, agreedMeasures?.[0]?.status], [77, 'ongoing']);
  });

  it('is as it was, whatever is said later', async () => {
    const occasions = [anOccasion('2026-04', 'tertial'), anOccasion('2026-08', 'interim')];
    const ports = aMunicipality(aPlanDocument({ followUpPlan: occasions }));
    await answer(ports, 'BUN', '2026-04', {});
    const before = await loadMunicipalReport(ports, '2026-04');
    const work = [{ workId: 'BUN-1', status: 'late' }] as const;
    await answer(ports, 'BUN', '2026-08', { work, goals: [{ goalId: 'LASA', gradeId: 'NAS', motivation: 'Ja' }] });

    const after = await loadMunicipalReport(ports, '2026-04');
    const alone = await loadCommitteeReport(ports, 'BUN', '2026-04');

    assert.equal(after?.mark, before?.mark);
    assert.equal(alone?.content.work.find(({ id }) => id === 'BUN-1')?.status, 'notStarted');
  });

  it('rests on what was said under its own plan, but for measures from before', async () => {
    const ports = aMunicipality(aPlanDocument({ followUpPlan: [anOccasion('2026-08', 'interim')] }));
    await answer(ports, 'BUN', '2025-12', { work: [{ workId: 'BUN-1', status: 'late' }] });
    const without = await loadCommitteeReport(ports, 'BUN', '2026-08');
    await ports.reports.agree(anAgreedMeasure('M1', { period: '2025-08' }));

    const withMeasure = await loadCommitteeReport(ports, 'BUN', '2026-08');

    assert.equal(withMeasure?.content.agreedMeasures.length, 1);
    assert.deepEqual({ ...withMeasure?.content, agreedMeasures: [] }, without?.content);
  });

  it('is plain JSON', async () => {
    const ports = await theExample();
    await ports.reports.agree(anAgreedMeasure('M1', { period: '2026-08' }));
    await keep(ports, aReportRecord('municipality', '2026-08', { review: { participants: 'Alla', notes: '' } }));

    for (const period of months) {
      const all = await loadMunicipalReport(ports, period);
      assert(all);
      assert.deepEqual(JSON.parse(JSON.stringify(all.content)), all.content);
    }
  });

  it('comes with the answer and the record that it was made from', async () => {
    const ports = aMunicipality(aPlanDocument({ followUpPlan: [anOccasion('2026-08', 'interim')] }));
    await answer(ports, 'BUN', '2026-08', {});
    await keep(
      ports,
      aReportRecord('BUN', '2026-08', { texts: { summary: 'Gott', events: '', outlook: '', staff: '' } }),
    );

    const [schools, social] = await Promise.all(
      ['BUN', 'SN'].map((committeeId) => loadCommitteeReport(ports, committeeId, '2026-08')),
    );

    assert.deepEqual([schools?.stored?.revision, schools?.record?.revision], [1, 1]);
    assert.equal(schools?.content.texts.summary, 'Gott');
    assert.deepEqual([social?.stored, social?.record, social?.content.texts.summary], [undefined, undefined, '']);
  });

  it('says that what came with the plan was answered by nobody', async () => {
    const ports = await theExample();

    const march = await loadCommitteeReport(ports, 'BUN', '2026-03');

    assert.deepEqual(
      [march?.content.answered?.cameWithPlan, march?.content.answered?.corrected, march?.content.example],
      [true, false, true],
    );
  });

  it('is not there for a committee or a month that the plan doesn’t ask', async () => {
    const ports = await theExample();

    const found = await Promise.all([
      loadCommitteeReport(ports, 'BUN', '2026-01'),
      loadCommitteeReport(ports, 'MSN', '2026-08'),
      loadCommitteeReport(ports, 'XYZ', '2026-08'),
      loadMunicipalReport(ports, '2026-07'),
      loadMunicipalReport(inMemoryWithoutPlan(), '2026-08'),
    ]);

    assert.deepEqual(found, [undefined, undefined, undefined, undefined, undefined]);
  });

  it('is not there for a committee that the follow-up leaves out', async () => {
    const only = { ...anOccasion('2026-08', 'interim'), committees: ['SN'] };
    const ports = inMemoryPorts();
    ports.plans.use(aPlanDocument({ followUpPlan: [only] }));

    const [alone, all] = await Promise.all([
      loadCommitteeReport(ports, 'BUN', '2026-08'),
      loadMunicipalReport(ports, '2026-08'),
    ]);

    assert.equal(alone, undefined);
    assert.deepEqual(
      all?.content.standings.map(({ committeeId }) => committeeId),
      ['SN'],
    );
  });

  it('holds earlier forecasts against the plan of their time, and says what has changed', async () => {
    const followUpPlan = [anOccasion('2026-05'), anOccasion('2026-08', 'interim')];
    const before = aPlanDocument({ followUpPlan });
    const cut = before.budgets.map((budget) => ({ ...budget, netBudgetKr: budget.netBudgetKr - 100_000 }));
    const ports = aMunicipality(before);
    ports.plans.use({ ...before, budgets: cut }, '2026-07');
    for (const period of ['2026-05', '2026-08'] as const) {
      await answer(ports, 'BUN', period, { areas: [figures('FORSKOLA', 400_000, 1_200_000)] });
    }

    const loaded = await loadCommitteeReport(ports, 'BUN', '2026-08');

    assert.deepEqual(
      loaded?.content.finance.history.map(({ deviationKr }) => deviationKr),
      [0, -100_000],
    );
    assert.deepEqual(
      loaded?.content.breaks.map(({ kind, committeeIds }) => [kind, committeeIds]),
      [['budget-changed', ['BUN']]],
    );
  });

  it('starts from what was said in an earlier year, of measures also before the plan', async () => {
    const ports = aMunicipality(aPlanDocument({ followUpPlan: [anOccasion('2027-08', 'interim')], ...twoYears() }));
    await ports.reports.agree(anAgreedMeasure('M1', { period: '2025-08' }));
    await ports.reports.agree(anAgreedMeasure('M2', { period: '2025-08' }));
    await answer(ports, 'BUN', '2025-12', { work: [{ workId: 'M1', status: 'ongoing' }] });
    await answer(ports, 'BUN', '2026-08', {
      work: [
        { workId: 'BUN-1', status: 'late' },
        { workId: 'M2', status: 'ongoing' },
      ],
    });

    const loaded = await loadCommitteeReport(ports, 'BUN', '2027-08');

    assert.equal(loaded?.content.work.find(({ id }) => id === 'BUN-1')?.status, 'late');
    assert.deepEqual(
      loaded?.content.agreedMeasures.map(({ id, status }) => [id, status]),
      [
        ['M1', 'ongoing'],
        ['M2', 'ongoing'],
      ],
    );
  });
});

describe('The municipality’s report, as it is loaded', () => {
  it('sees that what was signed has been changed since', async () => {
    const ports = aMunicipality(aPlanDocument({ followUpPlan: [anOccasion('2026-08', 'interim')] }));
    await answer(ports, 'BUN', '2026-08', {});
    const shown = await loadCommitteeReport(ports, 'BUN', '2026-08');
    assert(shown);
    const signed = {
      state: 'signed',
      signed: { ...by, at: new Date('2026-09-20T10:00:00Z') },
      mark: shown.mark,
    } as const;
    await keep(ports, aReportRecord('BUN', '2026-08', signed));
    const standing = async () =>
      (await loadMunicipalReport(ports, '2026-08'))?.content.standings[0]?.changedSinceSigned;

    const before = await standing();
    await answer(ports, 'BUN', '2026-08', { comment: 'Rättat' });

    assert.deepEqual([before, await standing()], [false, true]);
  });

  it('knows the grades of the year’s earlier reports, the measures of its own review and the decisions on it', async () => {
    const occasions = [anOccasion('2026-04', 'tertial'), anOccasion('2026-08', 'interim')];
    const ports = aMunicipality(aPlanDocument({ followUpPlan: occasions }));
    const grades = [{ goalId: 'SKOLA', gradeId: 'INTE', motivation: 'Nej' }];
    await keep(ports, aReportRecord('municipality', '2026-04', { grades }));
    await ports.reports.agree(anAgreedMeasure('M1', { period: '2026-04' }));
    await ports.reports.agree(anAgreedMeasure('M2', { period: '2026-08' }));

    const loaded = await loadMunicipalReport(ports, '2026-08');

    const [goal] = loaded?.content.councilGoals ?? [];
    assert.deepEqual([goal?.graded, goal?.previous], [undefined, { gradeId: 'INTE', period: '2026-04' }]);
    assert.deepEqual(
      [loaded?.content.agreedMeasures, loaded?.measures].map((measures) => measures?.map(({ id }) => id)),
      [['M2'], ['M2']],
    );
    assert.deepEqual([loaded?.content.decisions, loaded?.records.size], [[], 0]);
  });

  it('has another fingerprint when anything in a committee’s report has changed', async () => {
    const ports = aMunicipality(aPlanDocument({ followUpPlan: [anOccasion('2026-08', 'interim')] }));
    const before = await loadMunicipalReport(ports, '2026-08');
    await answer(ports, 'SN', '2026-08', { areas: [figures('ALDRE', 1, 2)] });

    const after = await loadMunicipalReport(ports, '2026-08');
    const again = await loadMunicipalReport(ports, '2026-08');

    assert.notEqual(before?.mark, after?.mark);
    assert.equal(after?.mark, again?.mark);
  });

  it('asks its stores as often for many indicators as for few', async () => {
    const asked = await Promise.all(
      [2, 200].map(async (count) => {
        const indicators = Array.from({ length: count }, (_, at) =>
          anIndicatorEntry(`I${at}`, { committees: ['BUN', 'SN'] }),
        );
        const occasions = [anOccasion('2026-04', 'tertial'), anOccasion('2026-08', 'interim')];
        const ports = aMunicipality(aPlanDocument({ followUpPlan: occasions, indicators }));
        const reports = indicators.map(({ id }) => ({ indicatorId: id, report: { kind: 'value', value: 5 } as const }));
        await answer(ports, 'BUN', '2026-08', { indicators: reports });
        const counted = countCalls(ports);
        const loaded = await loadMunicipalReport(counted.ports, '2026-08');
        assert.equal(loaded?.content.indicators.length, count);
        return counted.calls;
      }),
    );

    assert.deepEqual(asked[1], asked[0]);
    assert.deepEqual(asked[0], {
      ...{ 'plans.forMonth': 2, 'answers.findYear': 2 },
      ...{ 'reports.findPeriod': 1, 'reports.find': 1, 'reports.agreedMeasures': 1, 'reports.versions': 1 },
    });
  });
});

/** The ports with every call of theirs counted. */
function countCalls(ports: FakePorts) {
  const calls: Record<string, number> = {};
  const counting = <Store extends object>(name: string, store: Store): Store =>
    new Proxy(store, {
      get(target, method) {
        const called: unknown = Reflect.get(target, method, target);
        if (typeof called !== 'function') return called;
        const key = `${name}.${String(method)}`;
        return (...args: unknown[]) => {
          calls[key] = (calls[key] ?? 0) + 1;
          return Reflect.apply(called, target, args) as unknown;
        };
      },
    });
  const { plans, answers, reports } = ports;
  return {
    calls,
    ports: {
      plans: counting('plans', plans),
      answers: counting('answers', answers),
      reports: counting('reports', reports),
    },
  };
}

function inMemoryWithoutPlan(): FakePorts {
  const ports = inMemoryPorts();
  return {
    ...ports,
    plans: Object.assign(Object.create(ports.plans) as typeof ports.plans, { forMonth: async () => undefined }),
  };
}

function twoYears(): Pick<PlanDocument, 'budgets'> {
  const { budgets } = aPlanDocument();
  return { budgets: budgets.flatMap((budget) => [budget, { ...budget, year: 2027 }]) };
}

import assert from 'node:assert/strict';
import type { Answer, StoredAnswer } from '../../src/domain/answer.ts';
import { type MunicipalReportFacts, municipalReport } from '../../src/domain/municipal-report.ts';
import type { Month } from '../../src/domain/period.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import type { MunicipalReportContent } from '../../src/domain/report-content.ts';
import type { ReportRecord } from '../../src/domain/report-record.ts';
import { toPlan } from '../../src/domain/to-plan.ts';
import { anAnswer, aStoredAnswer, figures, kronor, missing } from '../support/builders.ts';
import { aBudget, aCommitment, anActivity } from '../support/part-builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../support/plan-document.ts';
import { aCommitteeReport, anAgreedMeasure, anOccasion, aReportRecord } from '../support/report-facts.ts';

function aPlan(overrides: Partial<PlanDocument> = {}): PlanDocument {
  return aPlanDocument({
    followUpPlan: [anOccasion('2026-04', 'tertial'), anOccasion('2026-05'), anOccasion('2026-08', 'interim')],
    ...overrides,
  });
}

function said(committeeId: string, answer: Partial<Answer>, period: Month = '2026-08'): StoredAnswer {
  return aStoredAnswer({ committeeId, period, answer: anAnswer({ areas: [], ...answer }) });
}

const onBudget = [
  said('BUN', { areas: [figures('FORSKOLA', 800_000, 1_300_000)] }),
  said('SN', { areas: [figures('ALDRE', 750_000, 1_150_000)] }),
];

interface Known extends Partial<Pick<MunicipalReportFacts, 'record' | 'earlier' | 'agreedMeasures' | 'decisions'>> {
  readonly period?: Month;
  /** Of committees. */
  readonly records?: readonly ReportRecord[];
  readonly committees?: readonly string[];
}

function report(
  document: PlanDocument,
  answers: readonly StoredAnswer[] = [],
  { period = '2026-08', records = [], committees = ['BUN', 'SN'], ...known }: Known = {},
): MunicipalReportContent {
  const plan = toPlan(document, period);
  const followUp = plan.followUps.find((one) => one.period === period);
  assert(followUp);
  return municipalReport({
    ...{ plan, document, followUp, answers, earlier: [], agreedMeasures: [], decisions: [] },
    committees: committees.map((id) => {
      const record = records.find(({ scope }) => scope === id);
      const content = aCommitteeReport(document, id, period, answers);
      return { content, mark: `mark of ${id}`, ...(record && { record }) };
    }),
    ...known,
  });
}

function missingIn({ standings }: MunicipalReportContent, committeeId: string) {
  const standing = standings.find((one) => one.committeeId === committeeId);
  return standing?.missing.map(({ what, names }) => [what, ...names]);
}

describe('The municipality’s report: its sums', () => {
  it('are those of the committees, with the deviation in all', () => {
    const { committeesSum } = report(aPlan(), onBudget);

    assert.deepEqual(committeesSum, {
      ...{ budgetKr: 2_400_000, budgetToDateKr: 1_600_000, outcomeKr: 1_550_000 },
      ...{ forecastKr: 2_450_000, deviationKr: -50_000 },
    });
  });

  it('are missing when a committee’s figure is', () => {
    const [schools] = onBudget;
    const answers = [...(schools ? [schools] : []), said('SN', { areas: [figures('ALDRE', 750_000, missing())] })];

    const { committeesSum } = report(aPlan(), answers);

    assert.deepEqual(committeesSum, { budgetKr: 2_400_000, budgetToDateKr: 1_600_000, outcomeKr: 1_550_000 });
  });

  it('stand with and without fee-financed areas, and with what is not divided on areas', () => {
    const plan = aPlan({
      budgets: [
        aBudget('BUN', 'FORSKOLA'),
        aBudget('SN', 'ALDRE'),
        aBudget('SN', 'VA', { feeFinanced: true, netBudgetKr: 600_000 }),
      ],
      supplementaryAppropriations: [
        { committee: 'BUN', amountKr: 60_000, validFrom: '2026-07-01', decision: 'KF § 87' },
      ],
    });
    const [schools] = onBudget;
    const social = said('SN', { areas: [figures('ALDRE', 750_000, missing()), figures('VA', 300_000, 500_000)] });

    const sums = report(plan, [...(schools ? [schools] : []), social]);

    assert.deepEqual(sums.feeFinanced, {
      ...{ budgetKr: 600_000, budgetToDateKr: 400_000, outcomeKr: 300_000, forecastKr: 500_000, deviationKr: 100_000 },
      names: ['Område VA'],
    });
    assert.deepEqual(sums.committeesSumWithoutFees, {
      ...{ budgetKr: 2_460_000, budgetToDateKr: 1_620_000, outcomeKr: 1_550_000 },
    });
    assert.equal(sums.committeesSum.budgetKr, 3_060_000);
  });

  it('name no fee-financed part where there is none', () => {
    assert.equal('feeFinanced' in report(aPlan(), onBudget), false);
  });
});

describe('The municipality’s report: the council’s goals', () => {
  it('stand each before its own sub-goals', () => {
    const { councilGoals } = report(aPlan({ councilGoals: [...aPlan().councilGoals, ...another('MILJO')] }));

    assert.deepEqual(
      councilGoals.map(({ goalId }) => goalId),
      ['SKOLA', 'LASNING_MAL', 'TIDIG', 'MILJO'],
    );
  });

  it('are proposed a grade from the municipality’s own values, never from the committees’', () => {
    const plan = aPlan({
      indicators: [
        anIndicatorEntry('SJUK', { committees: ['BUN', 'SN'], totalReportedBy: 'SN', target: { atLeast: 80 } }),
      ],
      commitments: [],
    });
    const own = { indicatorId: 'SJUK', report: { kind: 'value', value: 20 } } as const;
    const total = { ...own, scope: 'municipality', report: { kind: 'value', value: 90 } } as const;

    const { councilGoals, indicators } = report(plan, [
      said('BUN', { indicators: [own] }),
      said('SN', { indicators: [own, total] }),
    ]);

    assert.equal(councilGoals[0]?.proposal.gradeId, 'NAS');
    assert.deepEqual(
      indicators.map(({ scope, asked, said: now, assessment }) => [scope, asked, now, assessment.value?.value]),
      [['municipality', true, { kind: 'value', value: 90 }, 90]],
    );
  });

  it('have what the one committee that answers for an indicator has said', () => {
    const plan = aPlan({ indicators: [anIndicatorEntry('LASNING')] });
    const value = { indicatorId: 'LASNING', report: { kind: 'too-few' } } as const;

    const { indicators } = report(plan, [said('BUN', { indicators: [value] })]);

    assert.deepEqual(indicators[0]?.said, { kind: 'too-few' });
  });

  it('count what all committees have done, as they have reported it', () => {
    const activities = [anActivity('A1', { status: 'ongoing', startsOn: '2026-01-01', endsOn: '2026-12-31' })];
    const plan = aPlan({
      ...{ indicators: [], commitments: [aCommitment('BUN-1', 'LASA', { activities })] },
    });
    const late = said('BUN', { work: [{ workId: 'A1', status: 'late' }] }, '2026-04');
    const again = said('BUN', { work: [{ workId: 'A1', status: 'done' }] });

    const proposed = [[late], [again, late]].map((answers) => report(plan, answers).councilGoals[0]?.proposal.gradeId);

    assert.deepEqual(proposed, ['INTE', 'NAS']);
  });

  it('have the executive board’s grades, and before them those of earlier reports or of the plan', () => {
    const grade = (gradeId: string) => [{ goalId: 'SKOLA', gradeId, motivation: 'Så är det' }];
    const planned = { goal: 'SKOLA', question: 'bedöms nås', motivation: 'Enligt planen' };
    const plan = aPlan({ goalGrades: [{ ...planned, period: '2026-04', grade: 'INTE' }] });
    const record = aReportRecord('municipality', '2026-08', { grades: grade('DELVIS') });
    const spring = aReportRecord('municipality', '2026-04', { grades: grade('NAS') });

    const first = report(plan, [], { record }).councilGoals[0];
    const second = report(plan, [], { record, earlier: [spring] }).councilGoals[0];
    const ofPlan = report(plan, [], { period: '2026-04' }).councilGoals[0];

    assert.deepEqual(first?.graded, { gradeId: 'DELVIS', motivation: 'Så är det' });
    assert.deepEqual([first?.previous?.gradeId, second?.previous?.gradeId], ['INTE', 'NAS']);
    assert.deepEqual([ofPlan?.graded?.gradeId, ofPlan?.previous], ['INTE', undefined]);
  });

  it('are counted by grade, sub-goals aside, and committees’ goals once for each that graded them', () => {
    const record = aReportRecord('municipality', '2026-08', {
      grades: [
        { goalId: 'SKOLA', gradeId: 'NAS', motivation: 'Ja' },
        { goalId: 'TIDIG', gradeId: 'INTE', motivation: 'Nej' },
      ],
    });
    const trygg = { goalId: 'TRYGG', motivation: 'Så', gradeId: 'DELVIS' };

    const counted = report(
      aPlan(),
      [said('BUN', { goals: [trygg, { ...trygg, goalId: 'LASA', gradeId: 'OKAND' }] }), said('SN', { goals: [trygg] })],
      { record },
    );

    const labels = [
      { gradeId: 'NAS', label: 'Nås' },
      { gradeId: 'DELVIS', label: 'Nås delvis' },
      { gradeId: 'INTE', label: 'Nås inte' },
    ];
    const counts = (...of: number[]) => labels.map((one, at) => ({ ...one, count: of[at] ?? 0 }));
    assert.deepEqual(counted.councilGoalCounts, { of: 1, grades: counts(1, 0, 0), ungraded: 0 });
    assert.deepEqual(counted.committeeGoalCounts, { of: 4, grades: counts(0, 2, 0), ungraded: 2 });
  });

  it('are not in a month’s report', () => {
    const { councilGoals, councilGoalCounts } = report(aPlan(), [], { period: '2026-05' });

    assert.deepEqual([councilGoals, councilGoalCounts.of], [[], 0]);
  });
});

describe('The municipality’s report: where each committee is', () => {
  const by = { upn: 'chef@styrmodell.example', name: 'Carin Chef', at: new Date('2026-09-20T10:00:00Z') };

  it('is open until somebody has done something, and signed by somebody', () => {
    const signed = aReportRecord('SN', '2026-08', { state: 'signed', signed: by, mark: 'mark of SN' });

    const { standings } = report(aPlan(), onBudget, { records: [signed] });

    assert.deepEqual(
      standings.map(({ committeeId, state, signed: who, changedSinceSigned }) => [
        ...[committeeId, state, who, changedSinceSigned],
      ]),
      [
        ['BUN', 'open', undefined, false],
        ['SN', 'signed', { name: 'Carin Chef', at: '2026-09-20T10:00:00.000Z' }, false],
      ],
    );
  });

  it('says that what was signed has been changed since', () => {
    const signed = aReportRecord('SN', '2026-08', { state: 'signed', signed: by, mark: 'mark of something else' });
    const sentBack = aReportRecord('BUN', '2026-08', {
      state: 'sent-back',
      signed: by,
      mark: 'mark of something else',
    });

    const { standings } = report(aPlan(), onBudget, { records: [signed, sentBack] });

    assert.deepEqual(
      standings.map(({ changedSinceSigned, signed: who }) => [changedSinceSigned, who?.name]),
      [
        [false, undefined],
        [true, 'Carin Chef'],
      ],
    );
  });

  it('names what is missing: all of it without names, some of it with', () => {
    const plan = aPlan({
      budgets: [aBudget('BUN', 'FORSKOLA'), aBudget('BUN', 'GRUNDSKOLA'), aBudget('SN', 'ALDRE')],
      indicators: [anIndicatorEntry('LASNING')],
      investments: [
        { committee: 'BUN', project: 'Ny skola', budgetKr: 1, outcomeKr: 1, forecastKr: 1 },
        { committee: 'BUN', project: 'Ny sporthall', budgetKr: 1, outcomeKr: 1 },
      ],
    });
    const areas = [figures('FORSKOLA', missing(), missing()), figures('GRUNDSKOLA', 1, missing())];
    const goals = [{ goalId: 'LASA', gradeId: 'NAS', motivation: 'Ja' }];

    const content = report(plan, [said('BUN', { areas, goals })]);

    assert.deepEqual(missingIn(content, 'BUN'), [
      ['outcome', 'Område FORSKOLA'],
      ['forecast'],
      ['indicator'],
      ['grade', 'Nämndmål TRYGG'],
      ['investment', 'Ny sporthall'],
      ['signature'],
    ]);
    assert.deepEqual(missingIn(content, 'SN'), [['answer'], ['signature']]);
  });

  it('asks a month for no signature, grades or investments, and nothing that its follow-up doesn’t', () => {
    const plan = aPlan({
      investments: [{ committee: 'BUN', project: 'Ny skola', budgetKr: 1 }],
      followUpPlan: [{ ...anOccasion('2026-05'), asks: ['indicators'] }],
    });
    const indicators = [{ indicatorId: 'LASNING', report: { kind: 'no-new-value' } }] as const;

    const content = report(plan, [said('BUN', { indicators }, '2026-05')], { period: '2026-05' });

    assert.deepEqual(missingIn(content, 'BUN'), []);
  });

  it('lacks nothing when all is there and signed', () => {
    const signed = aReportRecord('BUN', '2026-08', { state: 'signed', signed: by, mark: 'mark of BUN' });
    const plan = aPlan({ indicators: [anIndicatorEntry('LASNING')] });
    const whole = said('BUN', {
      areas: [{ areaId: 'FORSKOLA', outcome: kronor(0), forecast: kronor(0) }],
      indicators: [{ indicatorId: 'LASNING', report: { kind: 'not-applicable' } }],
      goals: ['LASA', 'TRYGG'].map((goalId) => ({ goalId, gradeId: 'NAS', motivation: 'Ja' })),
    });

    assert.deepEqual(missingIn(report(plan, [whole], { records: [signed] }), 'BUN'), []);
  });
});

describe('The municipality’s report', () => {
  it('has only the committees that are asked', () => {
    const { committees, standings } = report(aPlan(), onBudget, { committees: ['SN'] });

    assert.deepEqual([committees.length, standings.length], [1, 1]);
  });

  it('has what people have made of it, and what their review has agreed', () => {
    const record = aReportRecord('municipality', '2026-08', {
      registrationNumber: 'KS/2026/0123',
      texts: { summary: 'Ett gott år', events: '', outlook: '', staff: '' },
      review: { date: '2026-10-01', participants: 'Alla', notes: 'Lugnt' },
    });
    const agreedMeasures = [anAgreedMeasure('M1', { period: '2026-08', committeeId: 'SN' })];

    const content = report(aPlan(), onBudget, { record, agreedMeasures });

    assert.deepEqual(
      [content.registrationNumber, content.texts.summary, content.review?.participants],
      ['KS/2026/0123', 'Ett gott år', 'Alla'],
    );
    assert.deepEqual(
      content.agreedMeasures?.map(({ committeeName, name, lateness }) => [committeeName, name, lateness.kind]),
      [['Socialnämnden', 'Åtgärd M1', 'on-time']],
    );
    assert.deepEqual(content.statutory, { rule: 'interim', lastDay: '2026-10-31' });
  });

  it('is without number, review and statutory day where it has none', () => {
    const content = report(aPlan(), onBudget, { period: '2026-05' });

    assert.deepEqual(
      [content.registrationNumber, 'review' in content, 'statutory' in content, content.decisions],
      ['', false, false, []],
    );
  });
});

function another(id: string): PlanDocument['councilGoals'] {
  return [{ id, name: `Mål ${id}`, committeeEffects: [], aliases: [] }];
}

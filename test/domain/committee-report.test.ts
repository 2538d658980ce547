import assert from 'node:assert/strict';
import type { Answer, StoredAnswer } from '../../src/domain/answer.ts';
import type { Month } from '../../src/domain/period.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { aDocument, anAnswer, aStoredAnswer, figures, kronor, missing } from '../support/builders.ts';
import { aBudget, aCommitment, anActivity } from '../support/part-builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../support/plan-document.ts';
import { aCommitteeReport, anAgreedMeasure, anOccasion } from '../support/report-facts.ts';

const YEAR = [
  anOccasion('2026-03'),
  anOccasion('2026-04', 'tertial'),
  anOccasion('2026-05'),
  anOccasion('2026-08', 'interim'),
  anOccasion('2026-12', 'annual'),
];

/** BUN has one area of 1 200 000 kr, three goals' worth of plan, and the year's follow-ups. */
function aPlan(overrides: Partial<PlanDocument> = {}): PlanDocument {
  return aPlanDocument({ followUpPlan: YEAR, ...overrides });
}

function said(period: Month, answer: Partial<Answer> = {}, committeeId = 'BUN'): StoredAnswer {
  return aStoredAnswer({ committeeId, period, answer: anAnswer({ areas: [], ...answer }) });
}

function forecast(period: Month, forecastKr: number, committeeId = 'BUN'): StoredAnswer {
  return said(period, { areas: [figures('FORSKOLA', 400_000, forecastKr)] }, committeeId);
}

describe('A committee’s report: its finance', () => {
  it('has each area and their sum, with the deviation from budget', () => {
    const plan = aPlan({
      budgets: [aBudget('BUN', 'FORSKOLA'), aBudget('BUN', 'GRUNDSKOLA', { netBudgetKr: 2_400_000 })],
    });
    const areas = [figures('FORSKOLA', 800_000, 1_300_000), figures('GRUNDSKOLA', 1_500_000, 2_350_000)];

    const { finance } = aCommitteeReport(plan, 'BUN', '2026-08', [said('2026-08', { areas })]);

    assert.deepEqual(
      finance.areas.map(({ areaId, budgetToDateKr, outcomeKr, deviationKr }) => [
        ...[areaId, budgetToDateKr, outcomeKr, deviationKr],
      ]),
      [
        ['FORSKOLA', 800_000, 800_000, -100_000],
        ['GRUNDSKOLA', 1_600_000, 1_500_000, 50_000],
      ],
    );
    assert.deepEqual(
      [finance.budgetKr, finance.outcomeKr, finance.forecastKr, finance.deviationKr],
      [3_600_000, 2_300_000, 3_650_000, -50_000],
    );
  });

  it('says why a figure is missing, and has no sum without it', () => {
    const areas = [figures('FORSKOLA', missing('Fakturor saknas'), kronor(1_250_000))];

    const { finance } = aCommitteeReport(aPlan(), 'BUN', '2026-08', [said('2026-08', { areas })]);

    assert.equal(finance.areas[0]?.outcomeMissing, 'Fakturor saknas');
    assert.equal('outcomeKr' in (finance.areas[0] ?? {}), false);
    assert.deepEqual(['outcomeKr' in finance, finance.forecastKr], [false, 1_250_000]);
  });

  it('says that a budget without months is spread evenly', () => {
    const monthlyKr = [...Array.from({ length: 11 }, () => 50_000), 650_000];
    const plan = aPlan({ budgets: [aBudget('BUN', 'FORSKOLA'), aBudget('BUN', 'GYMNASIET', { monthlyKr })] });

    const { finance } = aCommitteeReport(plan, 'BUN', '2026-08');

    assert.deepEqual(
      finance.areas.map(({ spreadEvenly, budgetToDateKr }) => [spreadEvenly, budgetToDateKr]),
      [
        [true, 800_000],
        [false, 400_000],
      ],
    );
  });

  it('has the forecast of each follow-up of the year, also of those that were not answered', () => {
    const answers = [forecast('2026-03', 1_210_000), forecast('2026-05', 1_250_000), forecast('2026-08', 1_300_000)];

    const { finance } = aCommitteeReport(aPlan(), 'BUN', '2026-08', answers);

    const history = [
      { period: '2026-03', kind: 'month', forecastKr: 1_210_000, deviationKr: -10_000 },
      { period: '2026-04', kind: 'tertial' },
      { period: '2026-05', kind: 'month', forecastKr: 1_250_000, deviationKr: -50_000 },
      { period: '2026-08', kind: 'interim', forecastKr: 1_300_000, deviationKr: -100_000 },
    ];
    assert.deepEqual(finance.history, history);
    assert.deepEqual(finance.areas[0]?.history, history);
  });

  it('holds an earlier forecast against the budget as it stood then', () => {
    const plan = aPlan({
      supplementaryAppropriations: [
        { committee: 'BUN', amountKr: 60_000, validFrom: '2026-07-01', decision: 'KF § 87' },
        {
          ...{ committee: 'BUN', businessArea: 'FORSKOLA' },
          amountKr: 40_000,
          validFrom: '2026-07-01',
          decision: 'KF § 88',
        },
      ],
    });

    const { finance } = aCommitteeReport(plan, 'BUN', '2026-08', [
      forecast('2026-05', 1_300_000),
      forecast('2026-08', 1_300_000),
    ]);

    const deviations = (points: typeof finance.history) => points.map(({ deviationKr }) => deviationKr);
    assert.deepEqual(deviations(finance.history), [undefined, undefined, -100_000, 0]);
    assert.deepEqual(deviations(finance.areas[0]?.history ?? []), [undefined, undefined, -100_000, -60_000]);
    assert.deepEqual(
      finance.added.map(({ amountKr, decision, areaName }) => [amountKr, decision, areaName]),
      [
        [40_000, 'KF § 88', 'Område FORSKOLA'],
        [60_000, 'KF § 87', undefined],
      ],
    );
  });

  it('has no follow-ups that asked for no finance, nor such that others were asked in', () => {
    const [, ...later] = YEAR.map((one) => (one.period === '2026-05' ? { ...one, committees: ['SN'] } : one));
    const plan = aPlan({ followUpPlan: [{ ...anOccasion('2026-03'), asks: ['indicators'] }, ...later] });

    const { finance } = aCommitteeReport(plan, 'BUN', '2026-08');

    assert.deepEqual(
      finance.history.map(({ period }) => period),
      ['2026-04', '2026-08'],
    );
  });

  it('goes on from the committee that it has taken over all work from', () => {
    const plan = aPlan({
      committees: [
        { id: 'GAMLA', name: 'Gamla nämnden', aliases: [], validTo: '2026-04-30' },
        { id: 'NYA', name: 'Nya nämnden', aliases: [], validFrom: '2026-05-01', succeeds: 'GAMLA' },
      ],
      ...{ budgets: [aBudget('GAMLA', 'FORSKOLA')], committeeGoals: [], commitments: [] },
    });

    const { finance } = aCommitteeReport(plan, 'NYA', '2026-08', [
      forecast('2026-04', 1_250_000, 'GAMLA'),
      forecast('2026-08', 1_280_000, 'NYA'),
    ]);

    assert.deepEqual(
      finance.history.map(({ period, deviationKr }) => [period, deviationKr]),
      [
        ['2026-03', undefined],
        ['2026-04', -50_000],
        ['2026-05', undefined],
        ['2026-08', -80_000],
      ],
    );
    assert.deepEqual(
      finance.areas[0]?.history.map(({ deviationKr }) => deviationKr),
      [undefined, -50_000, undefined, -80_000],
    );
  });

  it('shows of an area that has moved what its former committee forecast', () => {
    const plan = aPlan({
      budgets: [aBudget('BUN', 'FORSKOLA'), aBudget('SN', 'OPPEN', { netBudgetKr: 600_000 }), aBudget('SN', 'ALDRE')],
      areaMoves: [{ businessArea: 'OPPEN', from: 'SN', to: 'BUN', validFrom: '2026-07-01' }],
    });
    const earlier = said('2026-05', { areas: [figures('OPPEN', 250_000, 650_000)] }, 'SN');

    const { finance } = aCommitteeReport(plan, 'BUN', '2026-08', [earlier]);

    assert.deepEqual(
      finance.areas.find(({ areaId }) => areaId === 'OPPEN')?.history.map(({ deviationKr }) => deviationKr),
      [undefined, undefined, -50_000, undefined],
    );
  });

  it('shows fee-financed areas apart', () => {
    const plan = aPlan({ budgets: [aBudget('BUN', 'FORSKOLA'), aBudget('BUN', 'VA', { feeFinanced: true })] });
    const areas = [figures('FORSKOLA', 800_000, 1_200_000), figures('VA', 700_000, 1_100_000)];

    const { finance } = aCommitteeReport(plan, 'BUN', '2026-08', [said('2026-08', { areas })]);

    assert.deepEqual([finance.deviationKr, finance.feeFinanced?.deviationKr], [100_000, 100_000]);
    assert.deepEqual(finance.feeFinanced?.names, ['Område VA']);
  });
});

describe('A committee’s report: its indicators', () => {
  const plan = aPlan({
    indicators: [
      anIndicatorEntry('LASNING', { frequency: 'month', values: [{ period: '2025', value: 73 }] }),
      anIndicatorEntry('SJUK', {
        ...{ committees: ['BUN', 'SN'], totalReportedBy: 'BUN', target: { atMost: 7 }, good: 'down' },
      }),
      anIndicatorEntry('NOJDA', { committees: ['SN'] }),
      anIndicatorEntry('BETYG', { frequency: 'year', target: null }),
    ],
  });

  it('are those that it answers for, the municipality’s total apart from its own value', () => {
    const { indicators } = aCommitteeReport(plan, 'BUN', '2026-08');

    assert.deepEqual(
      indicators.map(({ indicatorId, scope, asked }) => [indicatorId, scope, asked]),
      [
        ['LASNING', 'committee', true],
        ['SJUK', 'committee', true],
        ['SJUK', 'municipality', true],
        ['BETYG', 'committee', false],
      ],
    );
  });

  it('have what was said this time, and stand at their last known value when nothing was', () => {
    const answers = [
      said('2026-05', { indicators: [{ indicatorId: 'LASNING', report: { kind: 'value', value: 84 } }] }),
      said('2026-08', {
        indicators: [
          { indicatorId: 'SJUK', report: { kind: 'value', value: 6.5 } },
          { indicatorId: 'SJUK', scope: 'municipality', report: { kind: 'value', value: 7.5 } },
        ],
      }),
    ];

    const { indicators } = aCommitteeReport(plan, 'BUN', '2026-08', answers);

    assert.deepEqual(
      indicators.map(({ assessment, said: now }) => [
        assessment.value?.value,
        assessment.periodsEnd.verdict,
        now?.kind,
      ]),
      [
        [84, 'reached', undefined],
        [6.5, 'reached', 'value'],
        [7.5, 'behind', 'value'],
        [undefined, 'key-figure', undefined],
      ],
    );
  });

  it('know nothing of what is said later', () => {
    const later = said('2026-12', { indicators: [{ indicatorId: 'BETYG', report: { kind: 'value', value: 220 } }] });

    const august = aCommitteeReport(plan, 'BUN', '2026-08', [later]);
    const december = aCommitteeReport(plan, 'BUN', '2026-12', [later]);

    const grades = [august, december].map(({ indicators }) => indicators.at(-1)?.assessment.value?.value);
    assert.deepEqual(grades, [undefined, 220]);
  });

  it('are held against this year’s step where there is one', () => {
    const stepped = aPlan({
      indicators: [anIndicatorEntry('LASNING', { yearlyTargets: [{ year: 2026, target: { atLeast: 74 } }] })],
    });

    const [now] = aCommitteeReport(stepped, 'BUN', '2026-08').indicators;
    const [later] = aCommitteeReport(aPlan({ indicators: [anIndicatorEntry('LASNING')] }), 'BUN', '2026-08').indicators;

    assert.deepEqual(
      [now?.target, later?.target],
      [
        { kind: 'at-least', value: 74 },
        { kind: 'at-least', value: 80 },
      ],
    );
  });
});

describe('A committee’s report: its goals', () => {
  const grade = (goalId: string, gradeId: string) => ({ goalId, gradeId, motivation: `Därför ${gradeId}` });

  it('have people’s grade beside what is proposed, and the year’s last grade before', () => {
    const answers = [
      said('2026-04', { goals: [grade('LASA', 'INTE'), grade('TRYGG', 'NAS')] }),
      said('2026-08', { goals: [{ ...grade('LASA', 'DELVIS'), proposedGradeId: 'NAS' }] }),
    ];

    const { goals } = aCommitteeReport(aPlan(), 'BUN', '2026-08', answers);

    assert.deepEqual(
      goals.map(({ goalId, graded, previous }) => [goalId, graded, previous]),
      [
        [
          'LASA',
          { gradeId: 'DELVIS', motivation: 'Därför DELVIS', proposedGradeId: 'NAS' },
          { gradeId: 'INTE', period: '2026-04' },
        ],
        ['TRYGG', undefined, { gradeId: 'NAS', period: '2026-04' }],
      ],
    );
  });

  it('take the plan’s own grades where nobody has graded here', () => {
    const planned = { committee: 'BUN', question: 'bedöms nås', motivation: 'Enligt T1' };
    const plan = aPlan({
      goalGrades: [
        { ...planned, goal: 'LASA', period: '2026-04', grade: 'INTE' },
        { ...planned, goal: 'TRYGG', period: '2026-04', grade: 'INTE' },
        { ...planned, goal: 'TRYGG', period: '2026-08', grade: 'DELVIS' },
        { ...planned, goal: 'TRYGG', period: '2026-04', grade: 'NAS', committee: 'SN' },
        { ...planned, goal: 'TRYGG', period: '2026-12', grade: 'NAS' },
        { ...planned, goal: 'TRYGG', period: '2025', grade: 'NAS' },
      ],
    });

    const { goals } = aCommitteeReport(plan, 'BUN', '2026-08', [said('2026-04', { goals: [grade('LASA', 'NAS')] })]);

    assert.deepEqual(
      goals.map(({ previous, graded }) => [previous?.gradeId, graded?.gradeId]),
      [
        ['NAS', undefined],
        ['INTE', 'DELVIS'],
      ],
    );
  });

  it('are proposed a grade from what is said in the report itself', () => {
    const plan = aPlan({ indicators: [anIndicatorEntry('LASNING', { committeeGoal: 'LASA' })], commitments: [] });
    const low = said('2026-08', { indicators: [{ indicatorId: 'LASNING', report: { kind: 'value', value: 40 } }] });

    const proposed = [[], [low]].map((answers) => aCommitteeReport(plan, 'BUN', '2026-08', answers).goals[0]?.proposal);

    assert.deepEqual(
      proposed.map((one) => one?.gradeId),
      [undefined, 'INTE'],
    );
  });

  it('are not in a month’s report', () => {
    assert.deepEqual(aCommitteeReport(aPlan(), 'BUN', '2026-05').goals, []);
  });
});

describe('A committee’s report: what it has to do', () => {
  it('stands as last reported, also in a month that doesn’t ask for it', () => {
    const plan = aPlan({
      commitments: [
        aCommitment('BUN-1', 'LASA', {
          ...{ status: 'ongoing', endsOn: '2026-04-30', owner: 'Skolchefen' },
          activities: [anActivity('BUN-1.1', { endsOn: '2026-12-31' })],
        }),
      ],
    });
    const answers = [said('2026-04', { work: [{ workId: 'BUN-1.1', status: 'ongoing' }] })];

    const { work } = aCommitteeReport(plan, 'BUN', '2026-05', answers);

    assert.deepEqual(
      work.map(({ id, kind, status, lateness, owner }) => [id, kind, status, lateness.kind, owner]),
      [
        ['BUN-1', 'commitment', 'ongoing', 'late', 'Skolchefen'],
        ['BUN-1.1', 'activity', 'ongoing', 'on-time', 'Rektor'],
      ],
    );
  });

  it('counts lateness to the period’s last day', () => {
    const plan = aPlan({ commitments: [aCommitment('BUN-1', 'LASA', { endsOn: '2026-08-21', activities: [] })] });

    const { work } = aCommitteeReport(plan, 'BUN', '2026-08');

    assert.deepEqual(work[0]?.lateness, { kind: 'late', endsOn: '2026-08-21', days: 10 });
  });

  it('has the council’s assignments with decision and due day', () => {
    const order = { committee: 'BUN', decidedAt: '2026-06-10', paragraph: 'KF § 88', dueOn: '2026-10-15' };
    const plan = aPlan({
      councilAssignments: [
        { ...order, id: 'U1', text: 'Återkom med åtgärder', status: 'notStarted' },
        { ...order, id: 'U2', text: 'Någon annans', committee: 'SN', status: 'notStarted' },
        { ...order, id: 'U3', text: 'Beslutat senare', decidedAt: '2026-09-01', status: 'notStarted' },
      ],
    });
    const answers = [said('2026-08', { work: [{ workId: 'U1', status: 'ongoing' }] })];

    const { assignments } = aCommitteeReport(plan, 'BUN', '2026-08', answers);

    assert.deepEqual(assignments, [
      {
        ...{ id: 'U1', kind: 'assignment', name: 'Återkom med åtgärder', status: 'ongoing', endsOn: '2026-10-15' },
        ...{ lateness: { kind: 'on-time', endsOn: '2026-10-15' }, source: '2026-06-10, KF § 88' },
      },
    ]);
  });

  it('has agreed measures until they have been reported as done, and once more in the report after', () => {
    const agreed = [
      anAgreedMeasure('M1', { effectKr: 300_000 }),
      anAgreedMeasure('M2'),
      anAgreedMeasure('M3', { period: '2026-08' }),
      anAgreedMeasure('M4', { committeeId: 'SN' }),
    ];
    const answers = [said('2026-05', { work: [{ workId: 'M2', status: 'done' }] })];

    const measures = (['2026-04', '2026-08', '2026-12'] as const).map((period) =>
      aCommitteeReport(aPlan(), 'BUN', period, answers, { agreed }).agreedMeasures.map(({ id, status }) => [
        id,
        status,
      ]),
    );

    assert.deepEqual(measures, [
      [],
      [
        ['M1', 'notStarted'],
        ['M2', 'done'],
      ],
      [
        ['M1', 'notStarted'],
        ['M3', 'notStarted'],
      ],
    ]);
    const [first] = aCommitteeReport(aPlan(), 'BUN', '2026-12', [], { agreed }).agreedMeasures;
    assert.deepEqual(first, {
      ...{ id: 'M1', kind: 'measure', name: 'Åtgärd M1', status: 'notStarted', endsOn: '2026-09-30' },
      ...{ lateness: { kind: 'late', endsOn: '2026-09-30', days: 92 }, owner: 'Förvaltningschefen', source: '2026-04' },
      effectKr: 300_000,
    });
  });

  it('knows that a measure from the plan before was done then', () => {
    const agreed = [anAgreedMeasure('M1', { period: '2025-08' })];
    const answers = [said('2025-12', { work: [{ workId: 'M1', status: 'done' }] })];

    const { agreedMeasures } = aCommitteeReport(aPlan(), 'BUN', '2026-08', answers, { agreed });

    assert.deepEqual(agreedMeasures, []);
  });
});

describe('A committee’s report: its investments', () => {
  const school = { committee: 'BUN', project: 'Ny skola', budgetKr: 42_000_000 };
  const plan = aPlan({
    investments: [
      { ...school, outcomeKr: 9_000_000, forecastKr: 40_000_000, period: '2026-04' },
      { committee: 'SN', project: 'Nytt boende', budgetKr: 10_000_000 },
    ],
  });

  it('have the committee’s figures, the deviation for the whole project', () => {
    const investments = [{ project: 'Ny skola', outcome: kronor(12_000_000), forecast: kronor(45_000_000) }];

    const report = aCommitteeReport(plan, 'BUN', '2026-08', [said('2026-08', { investments })]);

    assert.deepEqual(report.investments, [
      {
        ...{ committeeId: 'BUN', project: 'Ny skola', budgetKr: 42_000_000, period: '2026-08', example: false },
        ...{ outcomeKr: 12_000_000, forecastKr: 45_000_000, deviationKr: -3_000_000 },
      },
    ]);
  });

  it('have no older figure in the place of one that is said to be missing', () => {
    const investments = [{ project: 'Ny skola', outcome: kronor(12_000_000), forecast: missing() }];
    const answers = [said('2026-08', { investments })];

    const reports = (['2026-08', '2026-12'] as const).map(
      (period) => aCommitteeReport(plan, 'BUN', period, answers).investments[0],
    );

    for (const one of reports) {
      assert.deepEqual([one?.outcomeKr, one?.forecastKr, one?.period], [12_000_000, undefined, '2026-08']);
    }
  });

  it('stand at the plan’s figures until the committee has said any, not before their time', () => {
    const [march, august] = (['2026-03', '2026-08'] as const).map(
      (period) => aCommitteeReport(plan, 'BUN', period).investments[0],
    );

    assert.deepEqual([march?.forecastKr, march?.period, march?.budgetKr], [undefined, undefined, 42_000_000]);
    assert.deepEqual([august?.forecastKr, august?.period, august?.deviationKr], [40_000_000, '2026-04', 2_000_000]);
  });
});

describe('A committee’s report', () => {
  it('without an answer has the budget and nothing else that would have been answered', () => {
    const report = aCommitteeReport(aPlan(), 'BUN', '2026-08');

    const { finance, indicators, comment, measures } = report;
    assert.equal('answered' in report, false);
    assert.deepEqual(
      [finance.budgetKr, 'outcomeKr' in finance, 'forecastKr' in finance, 'deviationKr' in finance],
      [1_200_000, false, false, false],
    );
    assert.deepEqual([comment, measures], ['', []]);
    assert.deepEqual([indicators[0]?.assessment.value?.value, indicators[0]?.said], [73, undefined]);
  });

  it('says who answered, and that a person has corrected it', () => {
    const stored = { ...said('2026-08', { comment: 'Vikarier' }), revision: 2 };

    const { answered, comment } = aCommitteeReport(aPlan(), 'BUN', '2026-08', [stored]);

    assert.deepEqual(answered, {
      ...{ revision: 2, at: '2026-11-05T07:00:00.000Z', name: 'Rut Rapportör', cameWithPlan: false, corrected: true },
    });
    assert.equal(comment, 'Vikarier');
  });

  it('says that figures came with the plan', () => {
    const { answered } = aCommitteeReport(aPlan(), 'BUN', '2026-03', [said('2026-03')], { cameWithPlan: true });

    assert.equal(answered?.cameWithPlan, true);
  });

  it('is an example as soon as a figure in it is', () => {
    const plain = aCommitteeReport(aPlan(), 'BUN', '2026-08');
    const invented = aCommitteeReport(
      aPlan({ budgets: [aBudget('BUN', 'FORSKOLA', { example: true })] }),
      'BUN',
      '2026-08',
    );
    const answered = aCommitteeReport(aPlan(), 'BUN', '2026-08', [{ ...said('2026-08'), example: true }]);

    assert.deepEqual([plain.example, invented.example, answered.example], [false, true, true]);
  });

  it('works for a plan with nothing in it but budgets', () => {
    const report = aCommitteeReport(aDocument({ followUpPlan: YEAR }), 'BUN', '2026-12');

    assert.deepEqual([report.goals, report.work, report.indicators, report.investments], [[], [], [], []]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkPlan } from '../../src/domain/check-plan.ts';
import { exampleFile } from '../support/builders.ts';
import { aCommitment, aCommitteeGoal, aCouncilGoal, anActivity } from '../support/part-builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../support/plan-document.ts';
import { saidOf, saidOfIndicator } from '../support/plan-problems.ts';

const sound = aPlanDocument();
const [bun, sn] = sound.committees;
assert.ok(bun && sn);

describe('A plan that names what it does not have', () => {
  it('bad-155 is told of every missing id at once, of every kind', () => {
    const problems = saidOf({
      gradeRule: { steps: [{ grade: 'G0', fromPercent: 0 }], activitiesWeighIn: false },
      councilGoals: [
        aCouncilGoal('SKOLA', { goalArea: 'A1', committeeEffects: [{ committee: 'N1', text: 'Bättre.', by: 2029 }] }),
      ],
      subGoals: [{ id: 'S', name: 'S', parent: 'M1', committeeEffects: [], aliases: [] }],
      committeeGoals: [...sound.committeeGoals, aCommitteeGoal('EXTRA', ['BUN', 'N2'], ['M2'])],
      indicators: [
        anIndicatorEntry('LASNING', {
          ...{ goal: 'M3', subGoal: 'D1', committeeGoal: 'NM1', committees: ['BUN', 'N3'], totalReportedBy: 'N4' },
          committeeValues: [{ committee: 'N5', period: '2025', value: 70 }],
        }),
      ],
      goalGrades: [
        { goal: 'M4', committee: 'N6', period: '2026-08', grade: 'G1', question: 'bedöms nås', motivation: 'Så.' },
      ],
      commitments: [aCommitment('BUN-1', 'LASA'), aCommitment('X', 'NM2', { committee: 'N7' })],
      channels: [
        { scope: 'municipality', team: 'Ekonomi', channel: 'Uppföljning' },
        { scope: 'N8', team: 'Ekonomi', channel: 'Uppföljning' },
      ],
      committees: [bun, { ...sn, succeeds: 'N9' }],
      followUpPlan: sound.followUpPlan.map((followUp) => ({ ...followUp, committees: ['BUN'] })),
      areaMoves: [{ businessArea: 'ALDRE', from: 'SN', to: 'N10', validFrom: '2026-07-01' }],
      operationalPlans: [{ committee: 'N11', date: '2026-01-20', paragraph: '§ 3' }],
    });

    const missing = (list: string, id: string) =>
      `${list} ${id} finns inte i planen. Rätta id:t eller lägg till det som saknas.`;
    assert.deepEqual(
      problems.map((line) => line.replace(/^error current\./, '')),
      [
        `gradeRule.steps.0.grade: ${missing('Bedömningen', 'G0')}`,
        `councilGoals.0.goalArea: ${missing('Målområdet', 'A1')}`,
        `councilGoals.0.committeeEffects.0.committee: ${missing('Nämnden', 'N1')}`,
        `subGoals.0.parent: ${missing('Målet', 'M1')}`,
        `committeeGoals.3.committees.1: ${missing('Nämnden', 'N2')}`,
        `committeeGoals.3.contributesTo.0: ${missing('Målet', 'M2')}`,
        `commitments.1.committeeGoal: ${missing('Nämndmålet', 'NM2')}`,
        `indicators.0.goal: ${missing('Fullmäktigemålet', 'M3')}`,
        `indicators.0.subGoal: ${missing('Delmålet', 'D1')}`,
        `indicators.0.committeeGoal: ${missing('Nämndmålet', 'NM1')}`,
        `indicators.0.committees.1: ${missing('Nämnden', 'N3')}`,
        `indicators.0.committeeValues.0.committee: ${missing('Nämnden', 'N5')}`,
        `indicators.0.totalReportedBy: ${missing('Nämnden', 'N4')}`,
        `goalGrades.0.goal: ${missing('Målet', 'M4')}`,
        `goalGrades.0.committee: ${missing('Nämnden', 'N6')}`,
        `goalGrades.0.grade: ${missing('Bedömningen', 'G1')}`,
        `commitments.1.committee: ${missing('Nämnden', 'N7')}`,
        `operationalPlans.0.committee: ${missing('Nämnden', 'N11')}`,
        `areaMoves.0.to: ${missing('Nämnden', 'N10')}`,
        `channels.1.scope: ${missing('Nämnden', 'N8')}`,
        `committees.1.succeeds: ${missing('Nämnden', 'N9')}`,
      ],
    );
  });

  for (const list of [
    'councilAssignments',
    'investments',
    'frames',
    'supplementaryAppropriations',
    'budgets',
    'outcomes',
    'contacts',
  ] as const) {
    it(`bad-155 is told of a committee that is missing in ${list}`, () => {
      const [row] = exampleFile().current[list];

      const problems = checkPlan(aPlanDocument({ [list]: [...sound[list], { ...row, committee: 'XX' }] }));

      const at = sound[list].length;
      assert.deepEqual(
        problems.filter(({ code }) => code === 'UNKNOWN_REFERENCE').map(({ path }) => path),
        [`current.${list}.${at}.committee`],
      );
    });
  }

  it('bad-154 is shown the id that was meant when only letter case or the way to write å differs', () => {
    const problems = saidOf({
      committees: [bun, sn, { id: 'MÅN', name: 'Månnämnden', aliases: [], validTo: '2020-12-31' }],
      channels: [{ scope: 'bun', team: 'Ekonomi', channel: 'Uppföljning' }],
      indicators: [anIndicatorEntry('LASNING', { committees: ['BUN', 'MA\u030AN'] })],
    });

    assert.deepEqual(problems, [
      'error current.indicators.0.committees.1: Nämnden MA\u030AN finns inte i planen, men MÅN finns. Skriv MÅN.',
      'error current.channels.0.scope: Nämnden bun finns inte i planen, men BUN finns. Skriv BUN.',
    ]);
  });

  it('bad-155 is refused when an outcome, an appropriation or a move concerns an area without a budget that year', () => {
    const problems = saidOf({
      outcomes: [
        ...[
          { committee: 'BUN', businessArea: 'OKAND', period: '2026-02' },
          { committee: 'BUN', businessArea: 'forskola', period: '2026-02' },
          { committee: 'BUN', businessArea: 'FORSKOLA', period: '2027-02' },
        ].map((outcome) => ({ ...outcome, accumulatedOutcomeKr: 1, fullYearForecastKr: 2 })),
      ],
      supplementaryAppropriations: [
        ...[{ committee: 'SN', businessArea: 'FORSKOLA', amountKr: 1, validFrom: '2026-06-01', decision: 'KF § 1' }],
      ],
      areaMoves: [{ businessArea: 'FORSKOLA', from: 'SN', to: 'BUN', validFrom: '2026-07-01' }],
    });

    assert.deepEqual(
      problems.map((line) => line.split(': ')[0]),
      [
        'error current.supplementaryAppropriations.0.businessArea',
        'error current.areaMoves.0.businessArea',
        'error current.outcomes.0.businessArea',
        'error current.outcomes.1.businessArea',
        'error current.outcomes.2.businessArea',
      ],
    );
    assert.match(problems[2] ?? '', /Verksamhetsområdet OKAND har ingen budget hos BUN för 2026\./);
    assert.match(problems[3] ?? '', /men FORSKOLA finns\. Skriv FORSKOLA\./);
  });

  it('lets the new committee of an area that has moved report its outcomes', () => {
    const problems = saidOf({
      areaMoves: [{ businessArea: 'FORSKOLA', from: 'BUN', to: 'SN', validFrom: '2026-07-01' }],
      outcomes: [
        {
          ...{ committee: 'SN', businessArea: 'FORSKOLA', period: '2026-08' },
          ...{ accumulatedOutcomeKr: 1, fullYearForecastKr: 2 },
        },
      ],
    });

    assert.deepEqual(
      problems.filter((line) => line.startsWith('error')),
      [],
    );
  });

  it('is refused when a value belongs to a group that the indicator does not have', () => {
    const problems = saidOfIndicator({
      breakdown: ['kvinnor', 'män'],
      index: { method: 'mean', components: ['Ledarskap'] },
      values: [
        { period: '2025', value: 1, group: 'kvinnor' },
        { period: '2025', value: 1, group: 'Ledarskap' },
        { period: '2025', value: 1, group: 'barn' },
      ],
    });

    assert.deepEqual(problems, [
      'error current.indicators.0.values.2.group: Indikator LASNING: barn (2025) är varken en uppdelning eller en del av indexet. Rätta gruppen eller lägg till den i uppdelningen.',
    ]);
  });
});

describe('A plan where two things have one name', () => {
  it('bad-154 is refused for the same id, and for one that differs only in letter case or the way to write å', () => {
    const committee = { name: 'Ännu en', aliases: [] };

    for (const [first, second] of [
      ['MÅN', 'MÅN'],
      ['MÅN', 'mån'],
      ['MÅN', 'MA\u030AN'],
    ] as const) {
      const problems = saidOf({
        committees: [bun, sn, ...[first, second].map((id) => ({ ...committee, id, validTo: '2020-12-31' }))],
      });

      assert.deepEqual(problems, [
        `error current.committees.3.id: Id ${second} används redan av Ännu en. Ge den ena ett eget id; stora och små bokstäver räknas som samma.`,
      ]);
    }
  });

  it('bad-154 counts council goals, sub-goals and committee goals as one space', () => {
    const problems = checkPlan(
      aPlanDocument({
        subGoals: [{ id: 'skola', name: 'Delmål', parent: 'SKOLA', committeeEffects: [], aliases: [] }],
        committeeGoals: [...sound.committeeGoals, aCommitteeGoal('Skola', ['BUN'])],
      }),
    );

    assert.deepEqual(
      problems.map(({ code, path }) => `${code} ${path}`),
      ['DUPLICATE_ID current.subGoals.0.id', 'DUPLICATE_ID current.committeeGoals.3.id'],
    );
  });

  it('bad-154 is refused for every kind of thing that has an id', () => {
    const assignment = {
      ...{
        id: 'U1',
        committee: 'BUN',
        text: 'Gör det',
        decidedAt: '2026-01-01',
        paragraph: '§ 1',
        dueOn: '2026-06-01',
      },
      status: 'ongoing',
    } as const;

    const problems = checkPlan(
      aPlanDocument({
        goalAreas: [...sound.goalAreas, ...sound.goalAreas],
        gradeScale: [...sound.gradeScale, { id: 'nas', label: 'Nås igen', colour: 'green' }],
        indicators: [...sound.indicators, ...sound.indicators],
        councilAssignments: [assignment, assignment],
        commitments: [...sound.commitments, aCommitment('bun-1', 'LASA', { activities: [anActivity('BUN-1.1')] })],
      }),
    );

    assert.deepEqual(
      problems.map(({ code, path }) => `${code} ${path}`),
      [
        'DUPLICATE_ID current.goalAreas.1.id',
        'DUPLICATE_ID current.indicators.1.id',
        'DUPLICATE_ID current.gradeScale.3.id',
        'DUPLICATE_ID current.councilAssignments.1.id',
        'DUPLICATE_ID current.commitments.2.id',
        'DUPLICATE_ID current.commitments.2.activities.0.id',
      ],
    );
  });

  it('may add money twice to an area on one day, by two decisions or two amounts of one', () => {
    const money = { committee: 'BUN', businessArea: 'FORSKOLA', validFrom: '2026-06-10' };
    const supplementaryAppropriations = [
      { ...money, amountKr: 1_000, decision: 'KF § 87' },
      { ...money, amountKr: 1_000, decision: 'KF § 88' },
      { ...money, amountKr: 2_000, decision: 'KF § 87' },
    ];

    assert.deepEqual(saidOf({ supplementaryAppropriations }), []);
  });

  for (const list of [
    'goalGrades',
    'investments',
    'frames',
    'supplementaryAppropriations',
    'channels',
    'budgets',
    'outcomes',
    'operationalPlans',
  ] as const) {
    it(`is refused when ${list} says the same thing twice`, () => {
      const { current } = exampleFile();
      const rows =
        list === 'operationalPlans' ? [{ committee: 'KS', date: '2026-01-20', paragraph: '§ 3' }] : current[list];
      const plan = { ...current, [list]: [...rows, rows[0]] };

      const problems = checkPlan(plan).filter(({ severity }) => severity === 'error');

      assert.deepEqual(
        problems.map(({ code, path }) => `${code} ${path}`),
        [`DUPLICATE_ROW current.${list}.${rows.length}`],
      );
    });
  }

  it('is refused when an indicator says the same thing twice', () => {
    const problems = saidOfIndicator({
      ...{ breakdown: ['kvinnor', 'Kvinnor'], index: { method: 'mean', components: ['A', 'B', 'A'] } },
      yearlyTargets: [2027, 2027].map((year) => ({ year, target: { atLeast: 1 } })),
      seriesBreaks: [1, 2].map(() => ({ from: '2024', note: 'Ny definition' })),
      values: [
        { period: '2025', value: 1 },
        { period: '2025', value: 1, group: 'kvinnor' },
        { period: '2025', value: 2 },
      ],
      committeeValues: [1, 2].map((value) => ({ committee: 'BUN', period: '2025', value })),
      comparisons: [1, 2].map((value) => ({ group: 'county', period: '2025', value })),
    });

    assert.deepEqual(
      problems.map((line) => line.split('.').slice(3).join('.').replace('. Ta bort den ena raden.', '')),
      [
        'yearlyTargets.1: LASNING 2027 finns två gånger',
        'breakdown.1: LASNING Kvinnor finns två gånger',
        'index.components.2: LASNING A finns två gånger',
        'seriesBreaks.1: LASNING 2024 finns två gånger',
        'values.2: LASNING 2025 finns två gånger',
        'committeeValues.1: LASNING BUN 2025 finns två gånger',
        'comparisons.1: LASNING länet 2025 finns två gånger',
      ],
    );
  });

  it('bad-157 is refused when a committee is asked twice for one period', () => {
    const [october] = sound.followUpPlan;
    assert.ok(october);

    const twice = saidOf({ followUpPlan: [october, { ...october, committees: ['SN'] }] });
    const apart = saidOf({
      followUpPlan: [
        { ...october, committees: ['BUN'] },
        { ...october, committees: ['SN'] },
      ],
    });

    assert.deepEqual(twice, [
      `error current.followUpPlan.1: Uppföljningen av ${october.period} finns två gånger för SN. Ta bort den ena, eller välj vilka nämnder som varje gäller.`,
    ]);
    assert.deepEqual(apart, []);
  });
});

describe('A plan that goes in circles', () => {
  it('is refused with the way round, once for each circle', () => {
    const subGoal = (id: string, parent: string) => ({ id, name: id, parent, committeeEffects: [], aliases: [] });

    const problems = saidOf({
      subGoals: [
        ...[subGoal('D', 'A'), subGoal('A', 'B'), subGoal('B', 'C'), subGoal('C', 'A')],
        ...[subGoal('E', 'E'), subGoal('F', 'E')],
      ],
      committees: [
        { ...bun, succeeds: 'SN' },
        { ...sn, succeeds: 'BUN' },
      ],
    });

    assert.deepEqual(problems, [
      'error current.subGoals.1.parent: Delmålet går runt i en ring: A → B → C → A. Ta bort en av kopplingarna.',
      'error current.subGoals.4.parent: Delmålet går runt i en ring: E → E. Ta bort en av kopplingarna.',
      'error current.committees.0.succeeds: Nämnden går runt i en ring: BUN → SN → BUN. Ta bort en av kopplingarna.',
    ]);
  });

  it('is refused however the circles hang together', () => {
    const arrows = fc.array(fc.nat(11), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(arrows, (parents) => {
        const subGoals = parents.map((parent, at) => ({
          ...{ id: `D${at}`, name: `D${at}`, parent: parent === at ? 'SKOLA' : `D${parent}` },
          ...{ committeeEffects: [], aliases: [] },
        }));
        const reachesTop = (at: number): boolean => {
          let now = at;
          for (let step = 0; step < 12; step++) now = parents[now] ?? now;
          return parents[now] === now;
        };

        const problems = checkPlan(aPlanDocument({ subGoals })).filter(({ code }) => code === 'CYCLE');

        assert.equal(problems.length > 0, !parents.every((_, at) => reachesTop(at)));
      }),
    );
  });
});

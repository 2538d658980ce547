import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IndicatorAssessment } from '../../src/domain/assess-indicator.ts';
import type { Judgement, Verdict } from '../../src/domain/judgement.ts';
import type { Commitment, Grade, IndicatorEntry, PlanDocument, WorkStatus } from '../../src/domain/plan-document.ts';
import { defaultGradeRule, proposeGrade } from '../../src/domain/propose-grade.ts';
import { aDocument } from '../support/builders.ts';

const today = '2026-11-13';
const gradeScale: Grade[] = [
  { id: 'FULL', label: 'Helt uppfyllt', colour: 'green' },
  { id: 'HIGH', label: 'I hög grad uppfyllt', colour: 'green' },
  { id: 'PARTLY', label: 'Delvis uppfyllt', colour: 'yellow' },
  { id: 'NOT', label: 'Ej uppfyllt', colour: 'red' },
  { id: 'UNASSESSED', label: 'Kan inte bedömas', colour: null },
];

function anEntry(id: string, under: Partial<IndicatorEntry> = { goal: 'SKOLA' }): IndicatorEntry {
  return {
    ...{ id, name: id, unit: '%', committees: ['BUN'], good: 'up', target: { atLeast: 1 }, frequency: 'month' },
    ...{ yearlyTargets: [], breakdown: [], seriesBreaks: [], values: [], committeeValues: [] },
    ...{ comparisons: [], aliases: [], ...under },
  };
}

function anAssessment(indicatorId: string, verdict: Verdict, thisYear?: Verdict): IndicatorAssessment {
  const judged = (of: Verdict) => ({ verdict: of, reason: { kind: 'no-value' } }) as Judgement;
  return {
    indicatorId,
    periodsEnd: judged(verdict),
    ...(thisYear && { thisYear: judged(thisYear) }),
    trend: { kind: 'no-earlier-value' },
  };
}

function aCommitment(statuses: readonly WorkStatus[], overrides: Partial<Commitment> = {}): Commitment {
  return {
    ...{ id: 'BUN-A1', committee: 'BUN', committeeGoal: 'UTBILDAR', name: 'Fler behöriga lärare', status: 'ongoing' },
    activities: statuses.map((status, at) => ({ id: `A1.${at}`, name: `Aktivitet ${at}`, status })),
    ...overrides,
  };
}

/** A council goal with a sub-goal two levels down, and a committee goal that contributes to it. */
function aPlanWith(overrides: Partial<PlanDocument> = {}): PlanDocument {
  const goal = { committeeEffects: [], aliases: [] };
  return aDocument({
    gradeScale,
    councilGoals: [{ id: 'SKOLA', name: 'Alla klarar skolan', ...goal }],
    subGoals: [
      { id: '1A', name: 'Läsa', parent: 'SKOLA', ...goal },
      { id: '1A1', name: 'Läsa i trean', parent: '1A', ...goal },
    ],
    committeeGoals: [
      { id: 'UTBILDAR', name: 'God kvalitet', committees: ['BUN'], contributesTo: ['SKOLA'], aliases: [] },
      { id: 'VARDAR', name: 'God vård', committees: ['SN'], contributesTo: [], aliases: [] },
    ],
    ...overrides,
  });
}

function propose(verdicts: readonly Verdict[], overrides: Partial<PlanDocument> = {}) {
  const indicators = verdicts.map((_, at) => anEntry(`I${at}`));
  const assessments = verdicts.map((verdict, at) => anAssessment(`I${at}`, verdict));
  return proposeGrade(aPlanWith({ indicators, ...overrides }), 'SKOLA', assessments, today);
}

describe('The grade that is proposed for a goal', () => {
  it('is counted from its indicators: one reached is 1, one near ½, one behind 0', () => {
    assert.equal(propose(['reached', 'reached']).gradeId, 'FULL');
    assert.equal(propose(['reached', 'reached', 'behind']).gradeId, 'HIGH');
    assert.equal(propose(['reached', 'near', 'behind', 'behind']).gradeId, 'PARTLY');
    assert.equal(propose(['reached', 'behind', 'behind', 'behind']).gradeId, 'NOT');
    assert.equal(propose(['behind']).gradeId, 'NOT');
    assert.equal(propose(['near']).gradeId, 'PARTLY');
    assert.deepEqual(propose(['reached', 'near', 'behind']).reason, {
      kind: 'counted',
      ...{ reached: 1, near: 1, behind: 1, missing: 0 },
    });
  });

  it('does not count key figures and what cannot be assessed', () => {
    assert.deepEqual(propose(['reached', 'key-figure', 'not-assessable']), {
      gradeId: 'FULL',
      reason: { kind: 'counted', reached: 1, near: 0, behind: 0, missing: 0 },
    });
  });

  it('follows the plan’s own rule', () => {
    const gradeRule = {
      steps: [
        { grade: 'FULL', fromPercent: 60 },
        { grade: 'PARTLY', fromPercent: 50 },
      ],
      activitiesWeighIn: false,
    };

    assert.equal(propose(['reached', 'reached', 'behind'], { gradeRule }).gradeId, 'FULL');
    assert.equal(propose(['reached', 'behind'], { gradeRule }).gradeId, 'PARTLY');
    assert.equal(propose(['behind'], { gradeRule }).gradeId, 'PARTLY');
  });

  it('counts the sub-goals’ indicators, however deep, and each once', () => {
    const indicators = [
      anEntry('I0', { goal: 'SKOLA', subGoal: '1A' }),
      anEntry('I1', { subGoal: '1A1' }),
      anEntry('I2', { goal: 'ANNAT' }),
    ];
    const assessments = indicators.map(({ id }) => anAssessment(id, 'reached'));
    const counted = (goalId: string) => {
      const { reason } = proposeGrade(aPlanWith({ indicators }), goalId, assessments, today);
      return reason.kind === 'counted' && reason.reached;
    };

    assert.deepEqual(['SKOLA', '1A', '1A1'].map(counted), [2, 2, 1]);
  });

  it('goes by this year’s step where the plan has one', () => {
    const plan = aPlanWith({ indicators: [anEntry('I0')] });

    assert.equal(proposeGrade(plan, 'SKOLA', [anAssessment('I0', 'behind', 'reached')], today).gradeId, 'FULL');
  });

  it('is the scale’s colourless grade when there is nothing to judge by, and none when the scale has none', () => {
    const reason = { kind: 'nothing-to-judge-by', missing: 1 };

    assert.deepEqual(propose(['not-measured', 'key-figure']), { gradeId: 'UNASSESSED', reason });
    assert.deepEqual(propose(['not-measured'], { gradeScale: gradeScale.slice(0, 4) }), { reason });
  });

  it('is counted from a committee goal’s own indicators too', () => {
    const plan = aPlanWith({ indicators: [anEntry('I0', { committeeGoal: 'UTBILDAR' })] });

    assert.equal(proposeGrade(plan, 'UTBILDAR', [anAssessment('I0', 'reached')], today).gradeId, 'FULL');
  });

  it('is never the proposal of another goal’s indicators', () => {
    const plan = aPlanWith({ indicators: [anEntry('I0', { goal: 'ANNAT' })] });

    assert.equal(proposeGrade(plan, 'SKOLA', [anAssessment('I0', 'reached')], today).gradeId, 'UNASSESSED');
  });
});

describe('Where results are missing', () => {
  it('activities weigh in: done or going to plan', () => {
    const commitments = [aCommitment(['done', 'ongoing'])];

    assert.deepEqual(propose(['reached', 'reached', 'reached', 'not-measured'], { commitments }), {
      gradeId: 'FULL',
      reason: {
        kind: 'counted',
        ...{ reached: 3, near: 0, behind: 0, missing: 1, activities: { counted: 2, toPlan: 2 } },
      },
    });
    assert.equal(propose(['reached', 'not-measured'], { commitments: [aCommitment(['late'])] }).gradeId, 'PARTLY');
  });

  it('activities are left out while every indicator has a result', () => {
    const { gradeId, reason } = propose(['reached'], { commitments: [aCommitment(['late'])] });

    assert.equal(gradeId, 'FULL');
    assert.ok(!('activities' in reason));
  });

  it('activities are left out when the plan does not let them weigh in', () => {
    const gradeRule = { ...defaultGradeRule(gradeScale), activitiesWeighIn: false };

    assert.deepEqual(propose(['reached', 'not-measured'], { gradeRule, commitments: [aCommitment(['late'])] }), {
      gradeId: 'FULL',
      reason: { kind: 'counted', reached: 1, near: 0, behind: 0, missing: 1 },
    });
  });

  it('activities alone decide for a goal without any indicator that counts', () => {
    const commitments = [aCommitment(['done', 'done', 'late'])];

    assert.equal(propose(['key-figure'], { commitments }).gradeId, 'HIGH');
    assert.equal(propose(['not-measured', 'not-measured'], { commitments }).gradeId, 'HIGH');
    assert.equal(propose([], { commitments }).gradeId, 'HIGH');
  });

  it('only what is not cancelled counts, and a commitment without activities counts itself', () => {
    const commitments = [
      aCommitment(['done', 'cancelled']),
      aCommitment(['late'], { status: 'cancelled' }),
      aCommitment([], { status: 'ongoing', endsOn: '2026-11-12' }),
      aCommitment(['late'], { committeeGoal: 'VARDAR' }),
    ];

    const { reason } = propose(['not-measured'], { commitments });

    assert.deepEqual(reason.kind === 'counted' && reason.activities, { counted: 2, toPlan: 1 });
  });

  it('work that isn’t begun and needn’t be shows nothing, and is left out', () => {
    const [waits, ongoing, late] = [
      { id: 'A1', name: 'Väntar', status: 'notStarted', startsOn: '2026-11-14', endsOn: '2027-03-01' },
      { id: 'A2', name: 'Pågår', status: 'ongoing', endsOn: '2026-12-01' },
      { id: 'A3', name: 'Borde ha börjat', status: 'notStarted', startsOn: '2026-11-01', endsOn: '2027-03-01' },
    ] as const;
    const undated = { id: 'A4', name: 'Utan dagar', status: 'notStarted' } as const;
    const counts = (activities: Commitment['activities']) => {
      const { reason } = propose(['not-measured'], { commitments: [aCommitment([], { activities })] });
      return reason.kind === 'counted' && reason.activities;
    };

    assert.deepEqual(counts([waits, ongoing, late, undated]), { counted: 2, toPlan: 1 });
    assert.equal(counts([waits, undated]), false);
  });

  it('nothing is proposed when all work waits for its time, however much there is', () => {
    const commitments = [aCommitment([], { status: 'notStarted', startsOn: '2027-01-01' })];

    assert.deepEqual(propose([], { commitments }), {
      gradeId: 'UNASSESSED',
      reason: { kind: 'nothing-to-judge-by', missing: 0 },
    });
  });

  it('a committee goal has its own commitments, and those of no other', () => {
    const commitments = [aCommitment(['late']), aCommitment(['done'], { committeeGoal: 'VARDAR' })];

    assert.equal(proposeGrade(aPlanWith({ commitments }), 'VARDAR', [], today).gradeId, 'FULL');
    assert.equal(proposeGrade(aPlanWith({ commitments }), 'UTBILDAR', [], today).gradeId, 'NOT');
  });
});

describe('A plan without a rule of its own', () => {
  it('spreads its coloured grades evenly, whatever the scale', () => {
    const percents = (count: number) =>
      defaultGradeRule(gradeScale.slice(0, count)).steps.map(({ fromPercent }) => Math.round(fromPercent));

    assert.deepEqual(
      [percents(4), percents(3), percents(2), percents(1)],
      [[100, 67, 33, 0], [100, 50, 0], [100, 0], [0]],
    );
    assert.deepEqual(defaultGradeRule(gradeScale).steps.length, 4);
    assert.deepEqual(defaultGradeRule([]), { steps: [], activitiesWeighIn: true });
  });

  it('proposes the second of four grades from two thirds on, exactly', () => {
    assert.equal(propose(['reached', 'reached', 'behind']).gradeId, 'HIGH');
    assert.equal(propose(['reached', 'near', 'near', 'behind', 'reached', 'reached']).gradeId, 'HIGH');
  });
});

describe('Any proposal', () => {
  const judged = ['behind', 'near', 'reached'] as const;
  const rank = (gradeId: string | undefined) => gradeScale.findIndex(({ id }) => id === gradeId);
  const aStatus = fc.constantFrom<WorkStatus>('done', 'ongoing', 'late', 'cancelled');
  const aVerdict = fc.constantFrom<Verdict>(...judged, 'not-measured', 'not-assessable', 'key-figure');

  it('is no worse when one indicator does better', () => {
    fc.assert(
      fc.property(fc.array(aVerdict), fc.array(aStatus), fc.constantFrom(0, 1), (rest, statuses, at) => {
        const commitments = [aCommitment(statuses)];
        const [worse, better] = [judged[at] ?? 'behind', judged[at + 1] ?? 'reached'];
        const before = rank(propose([...rest, worse], { commitments }).gradeId);

        assert.ok(rank(propose([...rest, better], { commitments }).gradeId) <= before);
      }),
    );
  });

  it('is no worse when a missing result turns out to be reached, and no better when it is behind', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...judged, 'not-measured')),
        fc.array(aStatus, { minLength: 1 }),
        (rest, statuses) => {
          const commitments = [aCommitment([...statuses, 'ongoing'])];
          const grade = (verdict: Verdict) => rank(propose([...rest, verdict], { commitments }).gradeId);

          assert.ok(grade('reached') <= grade('not-measured'));
          assert.ok(grade('not-measured') <= grade('behind'));
        },
      ),
    );
  });

  it('accounts for every indicator that counts', () => {
    fc.assert(
      fc.property(fc.array(aVerdict), fc.array(aStatus), (verdicts, statuses) => {
        const { reason } = propose(verdicts, { commitments: [aCommitment(statuses)] });
        const counts = reason.kind === 'counted' ? reason.reached + reason.near + reason.behind : 0;

        const expected = verdicts.filter((verdict) => verdict !== 'key-figure' && verdict !== 'not-assessable');
        assert.equal(counts + reason.missing, expected.length);
      }),
    );
  });
});

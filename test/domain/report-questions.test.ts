import assert from 'node:assert/strict';
import type { Answer, StoredAnswer } from '../../src/domain/answer.ts';
import { type MonthlyPrompt, proposeAgain } from '../../src/domain/monthly-prompt.ts';
import type { Month } from '../../src/domain/period.ts';
import type {
  Assignment,
  Commitment,
  FollowUpEntry,
  IndicatorEntry,
  PlanDocument,
} from '../../src/domain/plan-document.ts';
import { aDocument, anAnswer, aReportPrompt, aStoredAnswer } from '../support/builders.ts';

const asksAll: FollowUpEntry['asks'] = ['finance', 'indicators', 'goals', 'activities'];

function followUp(period: Month, asks = asksAll): FollowUpEntry {
  const when = { opens: 'working day 3 of the following month', due: 'working day 10 of the following month' };
  return { year: Number(period.slice(0, 4)), period, kind: 'interim', asks, reminders: [], ...when };
}

/** On target from 50 up. */
function anIndicatorOf(committeeGoal: string, committees: readonly string[] = ['BUN']): IndicatorEntry {
  return {
    ...{ id: `I-${committeeGoal}`, name: 'Indikator', unit: '%', committees, good: 'up', committeeGoal },
    ...{ target: { atLeast: 50 }, frequency: 'month', yearlyTargets: [], breakdown: [], seriesBreaks: [] },
    ...{ values: [], committeeValues: [], comparisons: [], aliases: [] },
  };
}

const own: Commitment = {
  ...{ id: 'A1', committee: 'BUN', committeeGoal: 'TRYGGA', name: 'Fler vuxna på skolgården', status: 'ongoing' },
  ...{ endsOn: '2026-06-30' },
  activities: [
    { id: 'A1.1', name: 'Rastvärdar', status: 'notStarted', startsOn: '2026-08-01', endsOn: '2026-12-31' },
    { id: 'A1.2', name: 'Trygghetsvandring', status: 'done', endsOn: '2025-11-30' },
  ],
};
const others: Commitment = {
  ...{ id: 'B1', committee: 'SN', committeeGoal: 'TRYGGA', name: 'Fältassistenter', status: 'late', activities: [] },
};

const assignment: Assignment = {
  ...{ id: 'U1', committee: 'BUN', text: 'Redovisa åtgärder', decidedAt: '2026-06-10', paragraph: 'KF § 89' },
  ...{ dueOn: '2026-08-15', status: 'ongoing' },
};

/** The school committee shares one goal with social services and has one of its own. */
function aReportPlan(overrides: Partial<PlanDocument> = {}): PlanDocument {
  return aDocument({
    gradeScale: [
      { id: 'FULL', label: 'Helt uppfyllt', colour: 'green' },
      { id: 'NOT', label: 'Ej uppfyllt', colour: 'red' },
      { id: 'UNASSESSED', label: 'Kan inte bedömas', colour: null },
    ],
    committeeGoals: [
      { id: 'TRYGGA', number: '1', name: 'Alla är trygga', committees: ['BUN', 'SN'], contributesTo: [], aliases: [] },
      { id: 'LASA', name: 'Alla läser', committees: ['BUN'], contributesTo: [], aliases: [] },
      { id: 'VARDA', name: 'God vård', committees: ['SN'], contributesTo: [], aliases: [] },
    ],
    commitments: [own, others],
    indicators: [anIndicatorOf('LASA')],
    followUpPlan: [followUp('2026-08')],
    ...overrides,
  });
}

function answered(period: Month, answer: Partial<Answer>, committeeId = 'BUN'): StoredAnswer {
  return aStoredAnswer({ committeeId, period, answer: anAnswer({ areas: [], ...answer }) });
}

function gradesIn({ goals }: MonthlyPrompt): (string | undefined)[] {
  return goals.map(({ proposal }) => proposal.gradeId);
}

function statusesIn({ work }: MonthlyPrompt): [string, string][] {
  return work.map(({ id, status }) => [id, status]);
}

describe('A report period', () => {
  it('asks a committee for its own goals and those that it shares, and for its own work', () => {
    const { goals, work, gradeScale } = aReportPrompt(aReportPlan(), 'BUN', '2026-08');

    assert.deepEqual(
      goals.map(({ goal }) => goal),
      [
        { id: 'TRYGGA', number: '1', name: 'Alla är trygga' },
        { id: 'LASA', name: 'Alla läser' },
      ],
    );
    assert.deepEqual(
      work.map(({ id, kind }) => [id, kind]),
      [
        ['A1', 'commitment'],
        ['A1.1', 'activity'],
      ],
    );
    assert.equal(gradeScale.length, 3);
  });

  it('asks for the council’s assignments to the committee with its work, and names the decision', () => {
    const { work } = aReportPrompt(
      aReportPlan({ councilAssignments: [assignment, { ...assignment, id: 'U2', committee: 'SN' }] }),
      'BUN',
      '2026-08',
    );

    assert.deepEqual(work.at(-1), {
      ...{ id: 'U1', kind: 'assignment', name: 'Redovisa åtgärder', status: 'ongoing' },
      ...{ endsOn: '2026-08-15', source: '2026-06-10, KF § 89' },
      lateness: { kind: 'late', endsOn: '2026-08-15', days: 16 },
    });
    assert.equal(work.filter(({ kind }) => kind === 'assignment').length, 1);
  });

  it('asks for no assignment that was done in an earlier year, that was decided after the month, or in a usual month', () => {
    const asked = (one: Assignment, answers: StoredAnswer[] = [], asks = asksAll) => {
      const plan = aReportPlan({ councilAssignments: [one], followUpPlan: [followUp('2026-08', asks)] });
      return aReportPrompt(plan, 'BUN', '2026-08', answers).work.filter(({ kind }) => kind === 'assignment').length;
    };

    assert.equal(asked({ ...assignment, status: 'done', dueOn: '2025-12-31' }), 0);
    assert.equal(asked(assignment, [answered('2025-12', { work: [{ workId: 'U1', status: 'done' }] })]), 0);
    assert.equal(asked(assignment, [answered('2026-06', { work: [{ workId: 'U1', status: 'done' }] })]), 1);
    assert.equal(asked({ ...assignment, decidedAt: '2026-09-01' }), 0);
    assert.equal(asked({ ...assignment, decidedAt: '2026-08-31' }), 1);
    assert.equal(asked(assignment, [], ['finance', 'indicators', 'goals']), 0);
  });

  it('lets no assignment weigh in when a grade is proposed', () => {
    const grades = (status: Assignment['status']) =>
      gradesIn(aReportPrompt(aReportPlan({ councilAssignments: [{ ...assignment, status }] }), 'BUN', '2026-08'));
    const prompt = aReportPrompt(aReportPlan({ councilAssignments: [assignment] }), 'BUN', '2026-08');
    const said = proposeAgain(prompt, { indicators: [], work: [{ workId: 'U1', status: 'late' }] });

    assert.deepEqual(grades('late'), grades('done'));
    assert.deepEqual(gradesIn(said), gradesIn(prompt));
  });

  it('asks for no more than the follow-up plan says', () => {
    const plan = aReportPlan({
      followUpPlan: [followUp('2026-04', ['finance', 'goals']), followUp('2026-08', ['activities'])],
    });

    const spring = aReportPrompt(plan, 'BUN', '2026-04');
    const autumn = aReportPrompt(plan, 'BUN', '2026-08');

    assert.deepEqual([spring.goals.length, spring.work.length], [2, 0]);
    assert.deepEqual([autumn.goals.length, autumn.work.length], [0, 2]);
  });

  it('sees work from the last day of its month', () => {
    const { work } = aReportPrompt(aReportPlan(), 'BUN', '2026-08');

    assert.deepEqual(
      work.map(({ lateness }) => lateness),
      [
        { kind: 'late', endsOn: '2026-06-30', days: 62 },
        { kind: 'should-have-started', startsOn: '2026-08-01', days: 30 },
      ],
    );
  });

  it('starts from the status that was last reported, in whichever year', () => {
    const answers = [
      answered('2025-12', { work: [{ workId: 'A1', status: 'late' }] }),
      answered('2026-04', { work: [{ workId: 'A1.1', status: 'ongoing' }] }),
      answered('2025-12', { work: [{ workId: 'A1.1', status: 'cancelled' }] }),
    ];

    assert.deepEqual(statusesIn(aReportPrompt(aReportPlan(), 'BUN', '2026-08', answers)), [
      ['A1', 'late'],
      ['A1.1', 'ongoing'],
    ]);
  });

  it('leaves out what was finished or cancelled in an earlier year, not what was so this year', () => {
    const ended = (status: 'done' | 'cancelled', period: Month) => [
      answered(period, { work: [{ workId: 'A1.1', status }] }),
    ];
    const asked = (answers: StoredAnswer[]) =>
      aReportPrompt(aReportPlan(), 'BUN', '2026-08', answers).work.map(({ id }) => id);

    assert.deepEqual(asked(ended('done', '2025-12')), ['A1']);
    assert.deepEqual(asked(ended('cancelled', '2025-12')), ['A1']);
    assert.deepEqual(asked(ended('done', '2026-04')), ['A1', 'A1.1']);
  });

  it('shows the committee’s own last grade of the year, not another’s and not last year’s', () => {
    const graded = (gradeId: string) => ({ goals: [{ goalId: 'TRYGGA', gradeId, motivation: `Därför ${gradeId}` }] });
    const answers = [
      answered('2026-04', graded('NOT')),
      answered('2026-02', graded('FULL')),
      answered('2026-04', graded('FULL'), 'SN'),
      answered('2025-12', graded('FULL')),
    ];
    const [shared, reading] = aReportPrompt(aReportPlan(), 'BUN', '2026-08', answers).goals;

    assert.deepEqual(shared?.last, { gradeId: 'NOT', motivation: 'Därför NOT', period: '2026-04' });
    assert.equal(reading?.last, undefined);
  });

  it('proposes a grade from the committee’s own indicators as it has reported them', () => {
    const report = (value: number) => [{ indicatorId: 'I-LASA', report: { kind: 'value' as const, value } }];
    const proposed = (answers: StoredAnswer[]) =>
      gradesIn(aReportPrompt(aReportPlan({ commitments: [] }), 'BUN', '2026-08', answers))[1];

    assert.equal(proposed([]), 'UNASSESSED');
    assert.equal(proposed([answered('2026-06', { indicators: report(60) })]), 'FULL');
    assert.equal(proposed([answered('2026-06', { indicators: report(40) })]), 'NOT');
    assert.equal(proposed([answered('2026-06', { indicators: report(60) }, 'SN')]), 'UNASSESSED');
  });

  it('proposes from the indicators of what a goal contributes to when it has none of its own', () => {
    const goal = { committeeEffects: [], aliases: [] };
    const plan = aReportPlan({
      commitments: [],
      councilGoals: [{ id: 'SKOLA', name: 'Alla klarar skolan', ...goal }],
      subGoals: [{ id: '1A', name: 'Läsa', parent: 'SKOLA', ...goal }],
      committeeGoals: [
        { id: 'TRYGGA', name: 'Alla är trygga', committees: ['BUN'], contributesTo: ['SKOLA'], aliases: [] },
        { id: 'LASA', name: 'Alla läser', committees: ['BUN'], contributesTo: ['SKOLA'], aliases: [] },
      ],
      indicators: [
        anIndicatorOf('LASA'),
        { ...anIndicatorOf('X'), goal: 'SKOLA' },
        { ...anIndicatorOf('Y'), subGoal: '1A' },
        { ...anIndicatorOf('Z', ['SN']), goal: 'SKOLA' },
      ],
    });
    const report = (id: string, value: number) => ({ indicatorId: id, report: { kind: 'value' as const, value } });
    const answers = [answered('2026-06', { indicators: [report('I-LASA', 10), report('I-X', 60), report('I-Y', 60)] })];

    const [wide, narrow] = aReportPrompt(plan, 'BUN', '2026-08', answers).goals;

    assert.deepEqual(
      [wide?.proposal.reason, wide?.viaContribution],
      [{ kind: 'counted', reached: 2, near: 0, behind: 0, missing: 0 }, true],
    );
    assert.deepEqual(
      [narrow?.proposal.reason, narrow?.viaContribution],
      [{ kind: 'counted', reached: 0, near: 0, behind: 1, missing: 0 }, undefined],
    );
  });

  it('says that the indicators above a goal count only when they do, and not when its work alone decides', () => {
    const goal = { committeeEffects: [], aliases: [] };
    const aGoalOver = (indicator: IndicatorEntry) =>
      aReportPrompt(
        aReportPlan({
          councilGoals: [{ id: 'SKOLA', name: 'Alla klarar skolan', ...goal }],
          committeeGoals: [
            { id: 'TRYGGA', name: 'Alla är trygga', committees: ['BUN'], contributesTo: ['SKOLA'], aliases: [] },
          ],
          indicators: [{ ...indicator, goal: 'SKOLA' }],
        }),
        'BUN',
        '2026-08',
      ).goals[0];

    const [withTarget, without] = [aGoalOver(anIndicatorOf('X')), aGoalOver({ ...anIndicatorOf('X'), target: null })];

    assert.equal(withTarget?.viaContribution, true);
    assert.equal(without?.proposal.reason.kind, 'counted');
    assert.equal(without?.viaContribution, undefined);
  });

  it('lets a committee’s own work weigh in, as it has said that it stands, and nobody else’s', () => {
    const proposed = (answers: StoredAnswer[] = []) =>
      gradesIn(aReportPrompt(aReportPlan(), 'BUN', '2026-08', answers))[0];
    const finished = answered('2026-04', { work: [{ workId: 'A1.1', status: 'done' }] });

    assert.equal(proposed(), 'NOT'); // one of two activities goes to plan
    assert.equal(proposed([finished]), 'FULL');
  });

  it('proposes anew when the form itself says something of indicators and work', () => {
    const prompt = aReportPrompt(aReportPlan(), 'BUN', '2026-08');

    const again = proposeAgain(prompt, {
      indicators: [{ indicatorId: 'I-LASA', report: { kind: 'value', value: 60 } }],
      work: [{ workId: 'A1.1', status: 'ongoing' }],
    });

    assert.deepEqual(
      [gradesIn(prompt), gradesIn(again)],
      [
        ['NOT', 'UNASSESSED'],
        ['FULL', 'FULL'],
      ],
    );
  });

  it('asks about goals in no other month', () => {
    const { goals, work } = aReportPrompt(
      aReportPlan({ followUpPlan: [followUp('2026-10', ['finance', 'indicators'])] }),
      'BUN',
      '2026-10',
    );

    assert.deepEqual([goals, work], [[], []]);
  });
});

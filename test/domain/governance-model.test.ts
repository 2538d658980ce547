import assert from 'node:assert/strict';
import { governanceModel } from '../../src/domain/governance-model.ts';
import type { IndicatorEntry } from '../../src/domain/plan-document.ts';
import { aDocument, exampleFile } from '../support/builders.ts';

const texts = { committeeEffects: [], aliases: [] };

/** Indicators without a target count as key figures. */
function anIndicator(id: string, overrides: Partial<IndicatorEntry>): IndicatorEntry {
  const [indicator] = exampleFile().current.indicators;
  assert.ok(indicator);
  const { goal: _goal, subGoal: _subGoal, ...rest } = indicator;
  return { ...rest, id, ...overrides };
}

describe('The governance model of a plan', () => {
  it('counts a goal’s sub-goals and indicators at every depth', () => {
    const document = aDocument({
      councilGoals: [{ id: 'M1', name: 'Kommunen växer', ...texts }],
      subGoals: [
        { id: 'D2', name: 'Fler villor', parent: 'D1', ...texts },
        { id: 'D1', name: 'Fler bostäder', parent: 'M1', ...texts },
      ],
      indicators: [
        anIndicator('I1', { goal: 'M1' }),
        anIndicator('I2', { subGoal: 'D2', target: null }),
        anIndicator('I3', { committeeGoal: 'G1' }),
      ],
    });

    const [area] = governanceModel(document).areas;

    assert.deepEqual(area?.goals, [{ name: 'Kommunen växer', subGoals: 2, indicators: 2, keyFigures: 1 }]);
  });

  it('keeps goals that belong to no area, after those that do', () => {
    const document = aDocument({
      goalAreas: [{ id: 'EKO', name: 'Ekonomi' }],
      councilGoals: [
        { id: 'M1', name: 'Utan område', ...texts },
        { id: 'M2', name: 'Med område', goalArea: 'EKO', ...texts },
      ],
    });

    const shown = governanceModel(document).areas.map(({ name, goals }) => [name, goals.map((goal) => goal.name)]);

    assert.deepEqual(shown, [
      ['Ekonomi', ['Med område']],
      [undefined, ['Utan område']],
    ]);
  });

  it('counts what each committee’s operational plan holds, a shared goal with each that shares it', () => {
    const { committees, sharesGoals } = governanceModel(
      aDocument({
        committees: [
          { id: 'BUN', name: 'Barnnämnden', aliases: [] },
          { id: 'SN', name: 'Socialnämnden', aliases: [] },
        ],
        committeeGoals: [{ id: 'G1', name: 'Trivsel', committees: ['BUN', 'SN'], contributesTo: [], aliases: [] }],
        commitments: [
          {
            ...{ id: 'A1', committee: 'SN', committeeGoal: 'G1', name: 'Mer tid', status: 'ongoing' },
            activities: [{ id: 'A1.1', name: 'Anställa', status: 'notStarted' }],
          },
        ],
      }),
    );

    assert.deepEqual(committees, [
      { name: 'Barnnämnden', goals: 1, commitments: 0, activities: 0 },
      { name: 'Socialnämnden', goals: 1, commitments: 1, activities: 1 },
    ]);
    assert.equal(sharesGoals, true);
  });

  it('shares no goal between committees that succeed each other', () => {
    const goal = { id: 'G1', name: 'Alla trivs', committees: ['BUN', 'SN'], contributesTo: [], aliases: [] };
    const [bun, sn] = aDocument().committees;
    assert.ok(bun && sn);
    const committees = [
      { ...bun, validTo: '2026-06-30' },
      { ...sn, validFrom: '2026-07-01' },
    ];

    assert.equal(governanceModel(aDocument({ committees, committeeGoals: [goal] })).sharesGoals, false);
  });

  it('has the kinds of follow-up in the order of the year, whatever order the plan names them in', () => {
    const followUpPlan = exampleFile().current.followUpPlan.filter(({ kind }) => kind !== 'interim');

    const { reports } = governanceModel(aDocument({ followUpPlan: followUpPlan.toReversed() }));

    assert.deepEqual(reports, ['month', 'tertial', 'annual']);
  });

  it('says nothing of amounts, outcomes or persons, so that anybody may see it', () => {
    const { current } = exampleFile();

    const shown = JSON.stringify(governanceModel(current));

    assert.doesNotMatch(shown, /@|Kr"|value|upn|owner/);
  });
});

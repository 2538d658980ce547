import assert from 'node:assert/strict';
import type { PlanDocument } from '../../../src/domain/plan-document.ts';
import { type CoverageOverview, showCoverage } from '../../../src/features/questions/show-coverage.ts';
import { aDocument, exampleFile } from '../../support/builders.ts';
import { FakeClock, FakePlans } from '../../support/fakes.ts';

async function coverageOf(document: PlanDocument, committeeId?: string): Promise<CoverageOverview> {
  const plans = new FakePlans(new FakeClock('2026-11-05T07:00:00Z'));
  plans.use(document);
  const overview = await showCoverage({ plans }, committeeId);
  assert.ok(overview);
  return overview;
}

describe('The coverage of the plan', () => {
  it('names, for every council goal, who contributes through what and who does not', async () => {
    const plan = aDocument({
      title: 'Mål och budget 2026',
      councilGoals: [{ id: 'M1', number: '1', name: 'Fler ska trivas', committeeEffects: [], aliases: [] }],
      committees: [
        { id: 'BUN', name: 'Barnnämnden', aliases: [] },
        { id: 'SN', name: 'Socialnämnden', aliases: [] },
      ],
      committeeGoals: [{ id: 'G1', name: 'Skolan trivs', committees: ['BUN'], contributesTo: ['M1'], aliases: [] }],
      commitments: [
        { id: 'A1', committee: 'BUN', committeeGoal: 'G1', name: 'Mer lek', status: 'ongoing', activities: [] },
      ],
      indicators: [],
    });

    assert.deepEqual(await coverageOf(plan), {
      planTitle: 'Mål och budget 2026',
      committees: [
        { id: 'BUN', name: 'Barnnämnden' },
        { id: 'SN', name: 'Socialnämnden' },
      ],
      goals: [
        {
          number: '1',
          name: 'Fler ska trivas',
          contributions: [
            { committee: 'BUN', committeeGoals: ['Skolan trivs'], commitments: ['Mer lek'], indicators: [] },
          ],
          gaps: ['SN'],
        },
      ],
      example: false,
    });
  });

  it('is about one committee alone when one is asked for, with its gaps among all the council’s goals', async () => {
    const { committees, goals } = await coverageOf(exampleFile().current, 'KFN');

    assert.deepEqual(committees, [{ id: 'KFN', name: 'Kultur- och fritidsnämnden' }]);
    assert.equal(goals.length, exampleFile().current.councilGoals.length);
    for (const { contributions, gaps } of goals) {
      assert.deepEqual([...contributions.map(({ committee }) => committee), ...gaps], ['KFN']);
    }
  });

  it('leaves out committees from before the plan period, and says that example data is that', async () => {
    const { committees, example } = await coverageOf(exampleFile().current);

    assert.ok(!committees.some(({ id }) => id === 'MSN'));
    assert.equal(example, true);
  });

  it('is nothing before there is a plan', async () => {
    const plans = new FakePlans(new FakeClock('2026-11-05T07:00:00Z'));

    assert.equal(await showCoverage({ plans }), undefined);
  });
});

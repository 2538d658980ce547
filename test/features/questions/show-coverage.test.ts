import assert from 'node:assert/strict';
import type { PlanDocument } from '../../../src/domain/plan-document.ts';
import { type CoverageOverview, showCoverage } from '../../../src/features/questions/show-coverage.ts';
import { aDocument, exampleFile } from '../../support/builders.ts';
import { FakeClock, FakePlans } from '../../support/fakes.ts';

async function coverageOf(document: PlanDocument, committeeId?: string): Promise<CoverageOverview> {
  const clock = new FakeClock('2026-11-05T07:00:00Z');
  const plans = new FakePlans(clock);
  plans.use(document);
  const overview = await showCoverage({ plans, clock }, committeeId);
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
      levelNames: {},
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

  it('is about the committees that exist now, and about one that has ended when it is asked for', async () => {
    const [bun, sn] = aDocument().committees;
    assert.ok(bun && sn);
    const councilGoals = [{ id: 'M1', name: 'Fler ska trivas', committeeEffects: [], aliases: [] }];
    const committees = [
      { ...bun, validTo: '2026-11-04' },
      { ...sn, validFrom: '2026-11-05' },
    ];
    const plan = aDocument({ councilGoals, committees });

    assert.deepEqual((await coverageOf(plan)).committees, [{ id: 'SN', name: sn.name }]);
    assert.deepEqual((await coverageOf(plan, 'BUN')).committees, [{ id: 'BUN', name: bun.name }]);
  });

  it('is nothing before there is a plan', async () => {
    const clock = new FakeClock('2026-11-05T07:00:00Z');

    assert.equal(await showCoverage({ plans: new FakePlans(clock), clock }), undefined);
  });
});

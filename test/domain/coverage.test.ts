import assert from 'node:assert/strict';
import { countCoverage, coverage, isGap } from '../../src/domain/coverage.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { exampleFile } from '../support/builders.ts';
import { aCommitment, aCommitteeGoal, aCouncilGoal } from '../support/part-builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../support/plan-document.ts';

const nothing = { committeeGoals: [], indicators: [], commitments: [] };

/** Two council goals, BUN and SN, and nobody who contributes to anything but this. */
function covered(overrides: Partial<PlanDocument>) {
  return coverage(
    aPlanDocument({
      councilGoals: [aCouncilGoal('SKOLA'), aCouncilGoal('VARD_MAL')],
      ...{ committeeGoals: [], indicators: [], commitments: [] },
      ...overrides,
    }),
  );
}

describe('The coverage table', () => {
  it('has a row for every committee and council goal, also where the chain is broken', () => {
    assert.deepEqual(covered({}), [
      { committee: 'BUN', councilGoal: 'SKOLA', ...nothing },
      { committee: 'BUN', councilGoal: 'VARD_MAL', ...nothing },
      { committee: 'SN', councilGoal: 'SKOLA', ...nothing },
      { committee: 'SN', councilGoal: 'VARD_MAL', ...nothing },
    ]);
  });

  it('shows through which goals, indicators and commitments a committee contributes, at any depth of sub-goals', () => {
    const [, careOfBun, , careOfSn] = covered({
      subGoals: [
        { id: 'DJUP', name: 'Djupt', parent: 'MELLAN', committeeEffects: [], aliases: [] },
        { id: 'MELLAN', name: 'Mellan', parent: 'VARD_MAL', committeeEffects: [], aliases: [] },
      ],
      committeeGoals: [aCommitteeGoal('A', ['SN'], ['DJUP']), aCommitteeGoal('B', ['SN', 'BUN'], ['VARD_MAL'])],
      indicators: [
        anIndicatorEntry('I1', { goal: 'VARD_MAL', committees: ['SN'] }),
        anIndicatorEntry('I2', { goal: 'VARD_MAL', subGoal: 'DJUP', committees: ['SN'] }),
      ],
      commitments: [aCommitment('C1', 'A', { committee: 'SN' }), aCommitment('C2', 'B')],
    });

    assert.deepEqual(careOfSn, {
      ...{ committee: 'SN', councilGoal: 'VARD_MAL' },
      ...{ committeeGoals: ['A', 'B'], indicators: ['I1', 'I2'], commitments: ['C1'] },
    });
    assert.deepEqual(careOfBun, {
      ...{ committee: 'BUN', councilGoal: 'VARD_MAL' },
      ...{ committeeGoals: ['B'], indicators: [], commitments: ['C2'] },
    });
  });

  it('lets one committee goal contribute to several council goals', () => {
    const rows = covered({ committeeGoals: [aCommitteeGoal('A', ['BUN'], ['SKOLA', 'VARD_MAL'])] });

    assert.deepEqual(
      rows.filter((row) => !isGap(row)).map(({ committee, councilGoal }) => `${committee} ${councilGoal}`),
      ['BUN SKOLA', 'BUN VARD_MAL'],
    );
  });

  for (const [what, overrides] of [
    ['a committee goal', { committeeGoals: [aCommitteeGoal('A', ['BUN'])] }],
    ['an indicator', { indicators: [anIndicatorEntry('I')] }],
    ['a sub-goal’s indicator', { indicators: [anIndicatorEntry('I', { goal: 'VARD_MAL', subGoal: 'TIDIG' })] }],
    [
      'a commitment under another committee’s goal',
      { committeeGoals: [aCommitteeGoal('A', ['SN'])], commitments: [aCommitment('C', 'A')] },
    ],
  ] as const) {
    it(`calls it no gap when all there is is ${what}`, () => {
      const [school] = covered(overrides);
      assert.ok(school);

      assert.equal(isGap(school), false);
    });
  }

  it('leaves out committees that don’t exist in the plan period', () => {
    const sound = aPlanDocument();
    const committees = [
      ...sound.committees,
      { id: 'GAMMAL', name: 'Gammal', aliases: [], validTo: '2025-12-31' },
      { id: 'KOMMANDE', name: 'Kommande', aliases: [], validFrom: '2030-01-01' },
      { id: 'SLUTAR', name: 'Slutar', aliases: [], validTo: '2026-01-01' },
    ];

    assert.deepEqual([...new Set(covered({ committees }).map(({ committee }) => committee))], ['BUN', 'SN', 'SLUTAR']);
  });

  it('of a day has the committees of that day; a day outside the plan period counts as the period’s nearest', () => {
    const [bun, sn] = aPlanDocument().committees;
    assert.ok(bun && sn);
    const plan = aPlanDocument({
      committees: [
        { ...bun, validTo: '2026-06-30' },
        { ...sn, validFrom: '2026-07-01' },
      ],
    });
    const on = (day: string) => [...new Set(coverage(plan, day).map(({ committee }) => committee))];

    assert.deepEqual([on('2026-06-30'), on('2026-07-01')], [['BUN'], ['SN']]);
    assert.deepEqual([on('2025-11-01'), on('2040-01-01')], [['BUN'], ['SN']]);
  });

  it('of a plan with a circle among its sub-goals ends', () => {
    const subGoal = (id: string, parent: string) => ({ id, name: id, parent, committeeEffects: [], aliases: [] });

    const rows = covered({
      subGoals: [subGoal('A', 'B'), subGoal('B', 'A')],
      committeeGoals: [aCommitteeGoal('X', ['BUN'], ['A'])],
    });

    assert.deepEqual(countCoverage(rows), { committees: 2, councilGoals: 2, pairs: 4, gaps: 4 });
  });

  it('of the example plan counts its gaps', () => {
    assert.deepEqual(countCoverage(coverage(exampleFile().current)), {
      ...{ committees: 6, councilGoals: 8, pairs: 48, gaps: 14 },
    });
  });
});

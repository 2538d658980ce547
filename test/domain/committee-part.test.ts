import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adoptedPlan, mergePart, partOf } from '../../src/domain/committee-part.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { exampleFile } from '../support/builders.ts';
import { aBudget, aCommitment, aCommitteeGoal, aDividedPlan, aPart } from '../support/part-builders.ts';

const COMMITTEES = ['BUN', 'SN', 'KFN'];

/** Plans with goals shared in every way, and everybody's rows mixed. */
const plans: fc.Arbitrary<PlanDocument> = fc
  .record({
    goals: fc.uniqueArray(fc.tuple(fc.string({ maxLength: 3 }), fc.subarray(COMMITTEES)), { selector: ([id]) => id }),
    commitments: fc.uniqueArray(fc.tuple(fc.string({ maxLength: 3 }), fc.constantFrom(...COMMITTEES)), {
      selector: ([id]) => id,
    }),
    budgets: fc.array(fc.tuple(fc.constantFrom(...COMMITTEES), fc.integer({ min: 2024, max: 2031 }))),
  })
  .map(({ goals, commitments, budgets }) =>
    aDividedPlan({
      committeeGoals: goals.map(([id, committees]) => aCommitteeGoal(id, committees)),
      commitments: commitments.map(([id, committee]) => aCommitment(id, 'LASA', { committee })),
      budgets: budgets.map(([committee, year], index) => aBudget(committee, `OMRADE${index}`, { year })),
    }),
  );

describe('A committee’s own part of the plan', () => {
  it('is its goals, alone and shared, its commitments, and its budget of the plan’s years', () => {
    const lastYears = aBudget('BUN', 'FORSKOLA', { year: 2025 });
    const plan = aDividedPlan({ budgets: [aBudget('SN', 'ALDRE'), lastYears, aBudget('BUN', 'FORSKOLA')] });

    const part = partOf(plan, 'BUN');

    assert.deepEqual(
      part.committeeGoals.map(({ id }) => id),
      ['LASA', 'TRYGG'],
    );
    assert.deepEqual(
      part.commitments.map(({ id }) => id),
      ['BUN-1'],
    );
    assert.deepEqual(part.budgets, [aBudget('BUN', 'FORSKOLA')]);
    assert.equal(part.planId, plan.id);
  });

  it('put back as it was taken out leaves the plan as it was, row for row', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...COMMITTEES), (plan, committee) => {
        assert.deepEqual(mergePart(plan, partOf(plan, committee)), plan);
      }),
    );
    const example = exampleFile().current;
    for (const { id } of example.committees) assert.deepEqual(mergePart(example, partOf(example, id)), example);
  });

  it('whatever it says leaves the other committees’ parts as they were, but for who shares their goals', () => {
    fc.assert(
      fc.property(plans, plans, (plan, other) => {
        const merged = mergePart(plan, { ...partOf(other, 'BUN'), planId: plan.id });

        for (const committee of ['SN', 'KFN']) {
          const [before, after] = [partOf(plan, committee), partOf(merged, committee)];
          assert.deepEqual([after.commitments, after.budgets], [before.commitments, before.budgets]);
          const known = new Set(before.committeeGoals.map(({ id }) => id));
          const kept = after.committeeGoals.filter(({ id }) => known.has(id));
          const withoutUs = (goals: typeof kept): object[] =>
            goals.map((goal) => ({ ...goal, committees: goal.committees.filter((id) => id !== 'BUN') }));
          assert.deepEqual(withoutUs(kept), withoutUs([...before.committeeGoals]));
        }
      }),
    );
  });

  it('takes the place of what the committee had, and the rest follows after its last row', () => {
    const plan = aDividedPlan({
      commitments: [
        aCommitment('BUN-1', 'LASA'),
        aCommitment('SN-1', 'VARD', { committee: 'SN' }),
        aCommitment('BUN-2', 'LASA'),
        aCommitment('SN-2', 'VARD', { committee: 'SN' }),
      ],
    });
    const renamed = aCommitment('BUN-1', 'LASA', { name: 'Läsa varje dag' });

    const more = ['BUN-3', 'BUN-4'].map((id) => aCommitment(id, 'LASA'));
    const merged = mergePart(plan, aPart({ commitments: [renamed, ...more] }, plan));
    const fewer = mergePart(plan, aPart({ commitments: [] }, plan));

    assert.deepEqual(
      merged.commitments.map(({ id }) => id),
      ['BUN-1', 'SN-1', 'BUN-3', 'BUN-4', 'SN-2'],
    );
    assert.equal(merged.commitments[0]?.name, 'Läsa varje dag');
    assert.deepEqual(
      fewer.commitments.map(({ id }) => id),
      ['SN-1', 'SN-2'],
    );
  });

  it('comes last when the committee had nothing', () => {
    const plan = aDividedPlan({ commitments: [aCommitment('SN-1', 'VARD', { committee: 'SN' })] });

    const merged = mergePart(plan, aPart({ commitments: [aCommitment('BUN-1', 'LASA')] }, plan));

    assert.deepEqual(
      merged.commitments.map(({ id }) => id),
      ['SN-1', 'BUN-1'],
    );
  });

  it('takes a goal of its own away, but from a shared goal only itself', () => {
    const merged = mergePart(aDividedPlan(), aPart({ committeeGoals: [] }));

    assert.deepEqual(
      merged.committeeGoals.map(({ id, committees }) => [id, committees]),
      [
        ['TRYGG', ['SN']],
        ['VARD', ['SN']],
      ],
    );
  });

  it('leaves a shared goal also by a row that only the others stand in', () => {
    const left = aCommitteeGoal('TRYGG', ['SN']);

    const merged = mergePart(aDividedPlan(), aPart({ committeeGoals: [left] }));

    assert.deepEqual(
      merged.committeeGoals.find(({ id }) => id === 'TRYGG'),
      left,
    );
  });

  it('can begin to share another committee’s goal, in that committee’s words', () => {
    const joined = { ...aCommitteeGoal('VARD', ['SN', 'BUN']), name: 'Ett annat namn' };

    const merged = mergePart(aDividedPlan(), aPart({ committeeGoals: [joined] }));

    assert.deepEqual(
      merged.committeeGoals.find(({ id }) => id === 'VARD'),
      aCommitteeGoal('VARD', ['SN', 'BUN']),
    );
  });

  it('is in force with the committee’s decision, and a later decision takes the place of the earlier', () => {
    const earlier = { committee: 'BUN', date: '2025-12-10', paragraph: '§ 90' };
    const others = { committee: 'SN', date: '2025-12-11', paragraph: '§ 7' };
    const plan = aDividedPlan({ operationalPlans: [earlier, others] });
    const decision = { committee: 'BUN', date: '2026-11-04', paragraph: '§ 112' };

    const adopted = adoptedPlan(plan, aPart({ commitments: [] }), decision);

    assert.deepEqual(adopted.operationalPlans, [decision, others]);
    assert.equal(adopted.commitments.length, 1);
  });
});

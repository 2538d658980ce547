import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changesSince, type Earlier } from '../../src/domain/summary-changes.ts';

type Now = Parameters<typeof changesSince>[1];

const spring: Earlier = { period: '2026-04', kind: 'tertial', deviations: {}, grades: {} };

/** Committees with a deviation each, and goals with a grade each. */
function august(deviations: Readonly<Record<string, number | undefined>>, grades: Earlier['grades'] = {}): Now {
  return {
    period: '2026-08',
    committees: Object.entries(deviations).map(([committeeId, deviationKr]) => ({
      ...{ committeeId, name: committeeId, budgetKr: 0, budgetToDateKr: 0 },
      ...(deviationKr === undefined ? {} : { deviationKr }),
      answered: { name: 'Eva Ek', at: '2026-09-04T07:00:00Z', revision: 1, corrected: false, cameWithPlan: false },
      standing: { committeeId, committeeName: committeeId, state: 'open', changedSinceSigned: false, missing: [] },
      measures: { count: 0, counted: 0, effectKr: 0 },
    })),
    goals: [
      {
        level: 'committee',
        counts: { of: 0, grades: [], ungraded: 0 },
        graded: Object.entries(grades).map(([goalId, gradeId]) => ({ goalId, name: goalId, gradeId })),
        scale: ['FULL', 'PARTLY'].map((id) => ({ id, label: id, colour: 'green' })),
      },
    ],
  };
}

describe('What has changed since the report before', () => {
  it('is nothing when that was about another year’s budget', () => {
    const before: Earlier = { ...spring, period: '2025-12', deviations: { BUN: -1_000_000 } };

    assert.equal(changesSince(before, august({ BUN: 0 })), undefined);
  });

  it('is each forecast that is another, the largest change first, and no less than half a thousand kronor', () => {
    const before = { ...spring, deviations: { BUN: 0, SN: -8_000_000, KFN: 100_000, SBN: 100_000 } };

    const changes = changesSince(before, august({ BUN: 2_000_000, SN: -12_000_000, KFN: 100_499, SBN: 100_500 }));

    assert.deepEqual(changes?.deviations, [
      { name: 'SN', fromKr: -8_000_000, toKr: -12_000_000 },
      { name: 'BUN', fromKr: 0, toKr: 2_000_000 },
      { name: 'SBN', fromKr: 100_000, toKr: 100_500 },
    ]);
    assert.equal(changes?.compared, 4);
  });

  it('is also that a forecast is gone, or new, which is no change from 0', () => {
    const changes = changesSince({ ...spring, deviations: { BUN: -1_000 } }, august({ BUN: undefined, SN: 0 }));

    assert.deepEqual(changes?.deviations, [
      { name: 'BUN', fromKr: -1_000 },
      { name: 'SN', toKr: 0 },
    ]);
    assert.equal(changes?.compared, 0);
  });

  it('is not what somebody who has not answered believed before', () => {
    const now = august({ BUN: -1_000_000, KFN: undefined });
    const silent = now.committees.map(({ answered, ...line }) =>
      line.committeeId === 'KFN' ? line : { ...line, ...(answered && { answered }) },
    );

    const changes = changesSince({ ...spring, deviations: { BUN: 0, KFN: 364_000 } }, { ...now, committees: silent });

    assert.deepEqual(
      changes?.deviations.map(({ name }) => name),
      ['BUN'],
    );
  });

  it('is each goal with another grade, not those that had none', () => {
    const before = { ...spring, grades: { A: 'PARTLY', B: 'FULL', C: 'GONE' } };

    const changes = changesSince(before, august({}, { A: 'FULL', B: 'FULL', C: 'FULL', D: 'FULL' }));

    assert.deepEqual(changes?.grades, [{ name: 'A', from: 'PARTLY', to: 'FULL' }]);
  });

  it('names every committee whose words are others, and no other', () => {
    const kr = fc.option(fc.integer({ min: -2_000, max: 2_000 }), { nil: undefined });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('A', 'B', 'C'), fc.tuple(kr, kr)), (pairs) => {
        const known = Object.entries(pairs).flatMap(([id, [from]]) => (from === undefined ? [] : [[id, from]]));
        const now = Object.fromEntries(Object.entries(pairs).map(([id, [, to]]) => [id, to]));

        const changes = changesSince({ ...spring, deviations: Object.fromEntries(known) }, august(now));

        const others = Object.entries(pairs).filter(([, [from, to]]) =>
          from === undefined || to === undefined ? from !== to : Math.abs(to - from) >= 500,
        );
        assert.deepEqual(changes?.deviations.map(({ name }) => name).toSorted(), others.map(([id]) => id).toSorted());
      }),
    );
  });
});

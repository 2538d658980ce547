import assert from 'node:assert/strict';
import { checkPart } from '../../src/domain/check-part.ts';
import type { CommitteePart } from '../../src/domain/committee-part.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { planProblemText } from '../../src/plan-texts.ts';
import { aCommittee } from '../support/builders.ts';
import {
  aBudget,
  aCommitment,
  aCommitteeGoal,
  aCouncilGoal,
  aDividedPlan,
  anActivity,
  aPart,
} from '../support/part-builders.ts';

const own = aCommitteeGoal('LASA', ['BUN']);
const shared = aCommitteeGoal('TRYGG', ['BUN', 'SN']);

/** Severity, code and place of everything that is wrong with BUN's part. */
function found(part: Partial<CommitteePart>, plan: PlanDocument = aDividedPlan(), reported = noneReported): string[] {
  const problems = checkPart(plan, aPart(part, plan), reported);
  for (const problem of problems) assert.doesNotMatch(planProblemText(problem), /[{}]| {2}/, problem.code);
  return problems.map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

const noneReported: Parameters<typeof checkPart>[2] = [];

describe('A committee’s part', () => {
  it('that the plan has room for has nothing wrong with it', () => {
    assert.deepEqual(found({}), []);
  });

  describe('belongs to a plan and a committee', () => {
    it('and one of another plan is not looked further into', () => {
      assert.deepEqual(found({ planId: '2022-2025', budgets: [] }), ['error OTHER_PLAN planId']);
    });

    it('and one of a committee that the plan does not have says so', () => {
      assert.deepEqual(found({ committee: 'MSN' }), ['error UNKNOWN_REFERENCE committee']);
    });

    it('that must exist at some time in the plan’s period', () => {
      const ended = [aCommittee('BUN', { validTo: '2025-12-31' }), aCommittee('SN')];
      const coming = [aCommittee('BUN', { validFrom: '2030-01-01' }), aCommittee('SN')];
      const short = [aCommittee('BUN', { validFrom: '2029-12-31', validTo: '2029-12-31' }), aCommittee('SN')];

      assert.deepEqual(found({}, aDividedPlan({ committees: ended })), ['error COMMITTEE_NOT_VALID committee']);
      assert.deepEqual(found({}, aDividedPlan({ committees: coming })), ['error COMMITTEE_NOT_VALID committee']);
      assert.deepEqual(found({}, aDividedPlan({ committees: short, budgets: [], frames: [] })), []);
    });

    it('so that another committee’s rows have no place in it', () => {
      const theirs = aCommitment('BUN-1', 'LASA', { committee: 'SN' });

      const problems = found({ commitments: [theirs], budgets: [aBudget('BUN', 'FORSKOLA'), aBudget('SN', 'X')] });

      assert.ok(problems.includes('error OTHER_COMMITTEE commitments.0.committee'));
      assert.ok(problems.includes('error OTHER_COMMITTEE budgets.1.committee'));
    });

    it('so that a budget of a year outside the plan has no place in it', () => {
      const budgets = [aBudget('BUN', 'FORSKOLA'), aBudget('BUN', 'FORSKOLA', { year: 2030 })];

      assert.deepEqual(found({ budgets }), ['error OUTSIDE_PLAN_PERIOD budgets.1.year']);
    });
  });

  describe('with goals that others share', () => {
    it('may leave one, with or without a row that says so', () => {
      assert.deepEqual(found({ committeeGoals: [own] }), []);
      assert.deepEqual(found({ committeeGoals: [own, { ...shared, committees: ['SN'] }] }), []);
    });

    it('may join one', () => {
      assert.deepEqual(found({ committeeGoals: [own, aCommitteeGoal('VARD', ['SN', 'BUN'])] }), []);
    });

    it('may not change its words, its links, or who the others are', () => {
      const changes = [
        { name: 'Trygghet' },
        { contributesTo: [] },
        { committees: ['BUN'] },
        { committees: ['BUN', 'SN', 'KFN'] },
      ];

      for (const change of changes) {
        assert.deepEqual(found({ committeeGoals: [own, { ...shared, ...change }] }), [
          'error SHARED_GOAL_CHANGED committeeGoals.1',
        ]);
      }
    });

    it('is told whom it shares the goal with', () => {
      const [problem] = checkPart(
        aDividedPlan(),
        aPart({ committeeGoals: [own, { ...shared, name: 'Nytt' }] }),
        noneReported,
      );

      assert.deepEqual(problem?.facts, { goal: 'Nämndmål TRYGG', committees: 'SN' });
    });

    it('may not make others answer for a goal of its own, nor bring one that it does not answer for', () => {
      const lent = aCommitteeGoal('NYTT', ['BUN', 'SN']);
      const nobodys = aCommitteeGoal('NYTT', []);

      assert.deepEqual(found({ committeeGoals: [own, lent] }), ['error SHARED_GOAL_CHANGED committeeGoals.1']);
      assert.deepEqual(found({ committeeGoals: [own, nobodys] }), ['error GOAL_NOT_OWN committeeGoals.1.committees']);
    });

    it('may do what it likes with a goal that is its own alone', () => {
      const renamed = { ...own, name: 'Alla läser', contributesTo: ['SKOLA'] };

      assert.deepEqual(found({ committeeGoals: [renamed, shared, aCommitteeGoal('NYTT', ['BUN'])] }), []);
    });

    it('may not take the id of another committee’s goal', () => {
      const taken = { ...aCommitteeGoal('VARD', ['BUN']), name: 'Vår egen vård' };

      assert.deepEqual(found({ committeeGoals: [own, taken] }), ['error DUPLICATE_ID committeeGoals.1.id']);
    });
  });

  describe('with commitments', () => {
    it('hangs them on goals that it answers for', () => {
      const onTheirs = aCommitment('BUN-1', 'VARD');
      const onLeft = aCommitment('BUN-2', 'TRYGG');

      assert.deepEqual(found({ committeeGoals: [own], commitments: [onTheirs, onLeft] }), [
        'error GOAL_NOT_SHARED commitments.0.committeeGoal',
        'error GOAL_NOT_SHARED commitments.1.committeeGoal',
      ]);
    });

    it('says who does each activity, and from when to when', () => {
      const { owner: _, ...noOwner } = anActivity('A');
      const { startsOn: __, ...noStart } = anActivity('B');
      const { endsOn: ___, ...noEnd } = anActivity('C');
      const commitment = aCommitment('BUN-1', 'LASA', { activities: [noOwner, noStart, noEnd] });

      assert.deepEqual(found({ commitments: [commitment] }), [
        'error ACTIVITY_WITHOUT_OWNER commitments.0.activities.0.owner',
        'error ACTIVITY_WITHOUT_DATES commitments.0.activities.1.startsOn',
        'error ACTIVITY_WITHOUT_DATES commitments.0.activities.2.endsOn',
      ]);
    });
  });

  describe('with an internal budget', () => {
    it('adds up to the frame to the krona, whichever way it misses', () => {
      for (const netBudgetKr of [1_199_999, 1_200_001]) {
        const budgets = [aBudget('BUN', 'FORSKOLA', { netBudgetKr })];
        const problems = checkPart(aDividedPlan(), aPart({ budgets }), noneReported);

        assert.deepEqual(problems, [
          {
            code: 'FRAME_NOT_KEPT',
            severity: 'error',
            path: 'budgets',
            facts: { committee: 'BUN', year: 2026, frameKr: 1_200_000, budgetKr: netBudgetKr },
          },
        ]);
      }
    });

    it('keeps fee-financed areas apart: they bear their own cost', () => {
      const budgets = [aBudget('BUN', 'FORSKOLA'), aBudget('BUN', 'VA', { netBudgetKr: 4_499_000, feeFinanced: true })];

      assert.deepEqual(found({ budgets }), []);
    });

    it('is not held against a frame that stands under its successor’s name in the year of the change', () => {
      const plan = aDividedPlan();
      const others = plan.committees.filter(({ id }) => id !== 'BUN');
      const ended = { ...aCommittee('BUN'), validTo: '2026-06-30' };
      const next = { ...aCommittee('LÄR'), validFrom: '2026-07-01', succeeds: 'BUN' };
      const frames = [{ committee: 'LÄR', year: 2026, amountKr: 1_200_000 }];

      assert.deepEqual(found({}, { ...plan, committees: [ended, next, ...others], frames }), []);
      assert.deepEqual(found({}, { ...plan, frames }), ['warning FRAME_UNKNOWN budgets']);
    });

    it('divides the plan’s first year and every year that it had budgeted, but may wait with the others', () => {
      const frames = [2026, 2027, 2028].map((year) => ({ committee: 'BUN', year, amountKr: 1_200_000 }));
      const first = aDividedPlan({ frames, budgets: [] });
      const second = aDividedPlan({
        frames,
        budgets: [2026, 2027].map((year) => aBudget('BUN', 'FORSKOLA', { year })),
      });

      assert.deepEqual(found({}, first), ['error FRAME_NOT_KEPT budgets']);
      assert.deepEqual(found({ budgets: [aBudget('BUN', 'FORSKOLA')] }, first), []);
      assert.deepEqual(found({ budgets: [aBudget('BUN', 'FORSKOLA')] }, second), ['error FRAME_NOT_KEPT budgets']);
    });

    it('can’t be judged when the plan has no frame: that is said, and lets it through', () => {
      assert.deepEqual(found({}, aDividedPlan({ frames: [] })), ['warning FRAME_UNKNOWN budgets']);
    });

    it('keeps the areas that outcomes are reported of in the year, and may drop others', () => {
      const plan = aDividedPlan({ budgets: [aBudget('BUN', 'FORSKOLA'), aBudget('BUN', 'OVRIGT')] });
      const budgets = [aBudget('BUN', 'FORSKOLA')];
      const reported = [{ businessArea: 'OVRIGT', year: 2026 }];

      assert.deepEqual(found({ budgets }, plan, reported), ['error REMOVED_WITH_OUTCOMES budgets']);
      assert.deepEqual(found({ budgets }, plan, [{ businessArea: 'OVRIGT', year: 2027 }]), []);
    });
  });

  it('keeps the areas that the plan itself brings outcomes of, and says it once', () => {
    const outcomes = ['2026-01', '2026-02'].map((period) => ({
      ...{ committee: 'BUN', businessArea: 'FORSKOLA', period, accumulatedOutcomeKr: 1, fullYearForecastKr: 1 },
    }));
    const budgets = [aBudget('BUN', 'SKOLA')];

    assert.deepEqual(found({ budgets }, aDividedPlan({ outcomes })), ['error REMOVED_WITH_OUTCOMES budgets']);
  });

  describe('beside the rest of the plan', () => {
    const grade = { goal: 'LASA', period: '2026-04', grade: 'HELT', question: 'bedöms nås', motivation: 'Bra' };
    const graded = { gradeScale: [{ id: 'HELT', label: 'Helt', colour: 'green' as const }], goalGrades: [grade] };

    it('is told what it breaks there', () => {
      const part = { committeeGoals: [shared], commitments: [] };

      assert.deepEqual(found(part, aDividedPlan(graded)), ['error UNKNOWN_REFERENCE ']);
    });

    it('is not told what was wrong there before, though rows have moved', () => {
      const wrong = aCommitment('SN-1', 'FINNS-EJ', { committee: 'SN' });
      const plan = aDividedPlan({ commitments: [aCommitment('BUN-1', 'LASA'), wrong] });

      assert.deepEqual(found({ commitments: [] }, plan), []);
    });

    it('is told what the plan’s own checks find in it, where it stands in the part', () => {
      const late = anActivity('A', { startsOn: '2026-05-01', endsOn: '2026-04-30' });
      const commitments = [aCommitment('BUN-1', 'LASA'), aCommitment('BUN-2', 'TRYGG', { activities: [late] })];
      const monthlyKr = Array.from({ length: 12 }, (_, month) => (month === 0 ? 100_001 : 100_000));

      assert.deepEqual(found({ commitments, budgets: [aBudget('BUN', 'FORSKOLA', { monthlyKr })] }), [
        'error DATES_REVERSED commitments.1.activities.0.endsOn',
        'error MONTHS_DO_NOT_ADD_UP budgets.0.netBudgetKr',
      ]);
    });

    it('is told of a link from a goal that it shares', () => {
      const plan = aDividedPlan({ committeeGoals: [own, { ...shared, contributesTo: ['FINNS-EJ'] }] });

      assert.deepEqual(found({ commitments: [] }, plan), ['error UNKNOWN_REFERENCE committeeGoals.1.contributesTo.0']);
    });
  });

  describe('beside the council’s goals', () => {
    it('is told of each goal that it does nothing for, and let through', () => {
      const plan = aDividedPlan({ councilGoals: [aCouncilGoal('SKOLA'), aCouncilGoal('KLIMAT')] });
      const problems = checkPart(plan, aPart({}, plan), noneReported);

      assert.deepEqual(
        problems.map(({ code, severity, facts }) => [code, severity, facts.goal]),
        [['NO_CONTRIBUTION', 'warning', 'Mål KLIMAT']],
      );
    });

    it('contributes through a goal that it has joined, too', () => {
      const plan = aDividedPlan({
        councilGoals: [aCouncilGoal('SKOLA'), aCouncilGoal('KLIMAT')],
        committeeGoals: [own, aCommitteeGoal('SOPOR', ['SN'], ['KLIMAT'])],
      });
      const joined = aCommitteeGoal('SOPOR', ['SN', 'BUN'], ['KLIMAT']);

      assert.deepEqual(found({ committeeGoals: [own, joined] }, plan), []);
    });
  });
});

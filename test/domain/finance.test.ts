import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  budgetToDateKr,
  deviationKr,
  expectedOutcomeKr,
  needsComment,
  proposeForecast,
} from '../../src/domain/finance.ts';
import { monthOf } from '../../src/domain/period.ts';
import { anArea, examplePlan } from '../support/builders.ts';

const limit = { percentOfBudget: 1, amountKr: 500_000 };

describe('A deviation from the budget', () => {
  it('is minus when the committee is heading for a deficit', () => {
    assert.equal(deviationKr(1_200_000, 1_300_000), -100_000);
  });

  it('is plus when money is left over', () => {
    assert.equal(deviationKr(1_200_000, 1_150_000), 50_000);
  });

  it('is nothing on budget, and has no sign', () => {
    assert.ok(Object.is(deviationKr(1_200_000, 1_200_000), 0));
  });

  it('is plus when a fee-financed area loses less than it was allowed to', () => {
    const waterAndSewage = anArea('VA', { netBudgetKr: 4_499_000, feeFinanced: true });

    assert.equal(deviationKr(waterAndSewage.netBudgetKr, 4_000_000), 499_000);
  });
});

describe('The budget so far', () => {
  it('is the months’ own amounts when the plan has them', () => {
    const area = anArea('FORSKOLA', { monthlyKr: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 1_199_340] });

    assert.equal(budgetToDateKr(area, '2026-01'), 10);
    assert.equal(budgetToDateKr(area, '2026-03'), 60);
    assert.equal(budgetToDateKr(area, '2026-12'), 1_200_000);
  });

  it('is an even share when the plan has the year’s total only', () => {
    assert.equal(budgetToDateKr(anArea('FORSKOLA'), '2026-10'), 1_000_000);
  });

  it('is in whole kronor also when twelve does not go into the total', () => {
    const area = anArea('FORSKOLA', { netBudgetKr: 1_000_000 });

    assert.equal(budgetToDateKr(area, '2026-01'), 83_333);
    assert.equal(budgetToDateKr(area, '2026-12'), 1_000_000);
  });

  it('is the year’s budget in December for every area of the plan', () => {
    for (const area of examplePlan().businessAreas) assert.equal(budgetToDateKr(area, '2026-12'), area.netBudgetKr);
  });
});

describe('The forecast that is proposed', () => {
  it('is the outcome so far and the budget of the months that are left', () => {
    const proposal = proposeForecast(anArea('FORSKOLA'), { period: '2026-09', outcomeKr: 950_000 });

    assert.deepEqual(proposal, { forecastKr: 1_250_000, from: '2026-09' });
  });

  it('is the budget, and says that nothing lies behind it, when nothing was reported this year', () => {
    assert.deepEqual(proposeForecast(anArea('FORSKOLA'), undefined), { forecastKr: 1_200_000 });
  });

  it('follows the months’ own amounts', () => {
    const area = anArea('FORSKOLA', { monthlyKr: [...Array(11).fill(50_000), 650_000] });

    assert.equal(proposeForecast(area, { period: '2026-11', outcomeKr: 550_000 }).forecastKr, 1_200_000);
  });

  it('is the outcome itself after December, whatever the budget', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (netBudgetKr, outcomeKr) => {
        const proposal = proposeForecast(anArea('FORSKOLA', { netBudgetKr }), { period: '2026-12', outcomeKr });

        assert.equal(proposal.forecastKr, outcomeKr);
      }),
    );
  });
});

describe('The outcome that is expected', () => {
  it('is the budget so far when nothing was reported this year', () => {
    assert.equal(expectedOutcomeKr(anArea('FORSKOLA'), '2026-03', undefined), 300_000);
  });

  it('is the last outcome and the budget of the months since', () => {
    const earlier = { period: '2026-05', outcomeKr: 700_000 } as const;

    assert.equal(expectedOutcomeKr(anArea('FORSKOLA'), '2026-08', earlier), 1_000_000);
  });

  it('starts anew in January: last year’s December does not count', () => {
    const december = { period: '2025-12', outcomeKr: 1_150_000 } as const;

    assert.equal(expectedOutcomeKr(anArea('FORSKOLA'), '2026-01', december), 100_000);
  });

  it('is the outcome so far again when the months keep to the budget', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), (number) => {
        const [area, period] = [anArea('FORSKOLA'), monthOf(2026, number)];
        const onBudget = { period, outcomeKr: budgetToDateKr(area, period) };

        assert.equal(
          expectedOutcomeKr(area, monthOf(2026, number + 1), onBudget),
          budgetToDateKr(area, monthOf(2026, number + 1)),
        );
      }),
    );
  });
});

describe('A deviation that must be explained', () => {
  const large = 400_000_000;
  const small = 10_000_000;

  it('is one of more than 500 000 kr in a large area', () => {
    assert.equal(needsComment(large, large + 500_001, limit), true);
    assert.equal(needsComment(large, large + 500_000, limit), false);
  });

  it('is one of more than one percent in a small area', () => {
    assert.equal(needsComment(small, small + 100_001, limit), true);
    assert.equal(needsComment(small, small + 100_000, limit), false);
  });

  it('is a surplus as much as a deficit', () => {
    assert.equal(needsComment(large, large - 500_001, limit), true);
    assert.equal(needsComment(small, small - 100_001, limit), true);
    assert.equal(needsComment(large, large - 500_000, limit), false);
    assert.equal(needsComment(small, small - 100_000, limit), false);
  });

  it('is the same for an area that is to bring money in', () => {
    assert.equal(needsComment(-small, -small + 100_001, limit), true);
    assert.equal(needsComment(-small, -small + 100_000, limit), false);
  });

  it('is any deviation at all from no budget', () => {
    assert.equal(needsComment(0, 1, limit), true);
    assert.equal(needsComment(0, 0, limit), false);
  });
});

import assert from 'node:assert/strict';
import type { Amount, StoredAnswer } from '../../src/domain/answer.ts';
import type { InvestmentAsked, MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import type { Month } from '../../src/domain/period.ts';
import type { FollowUpEntry, Investment, PlanDocument } from '../../src/domain/plan-document.ts';
import {
  aDocument,
  anAnswer,
  aReportPrompt,
  aStoredAnswer,
  exampleFile,
  kronor,
  missing,
} from '../support/builders.ts';

function followUp(period: Month, kind: FollowUpEntry['kind'], asks: FollowUpEntry['asks'] = ['finance', 'goals']) {
  const when = { opens: 'working day 3 of the following month', due: 'working day 10 of the following month' };
  return { year: Number(period.slice(0, 4)), period, kind, asks, reminders: [], ...when };
}

const school: Investment = {
  ...{ committee: 'BUN', project: 'Ny skola', budgetKr: 42_000_000 },
  ...{ outcomeKr: 9_000_000, forecastKr: 41_000_000, period: '2026-04' },
};

function aTown(investments: readonly Investment[], overrides: Partial<PlanDocument> = {}): PlanDocument {
  return aDocument({ investments, followUpPlan: [followUp('2026-08', 'interim')], ...overrides });
}

function reported(period: Month, outcome: Amount, forecast: Amount, committeeId = 'BUN'): StoredAnswer {
  const answer = anAnswer({ investments: [{ project: 'Ny skola', outcome, forecast }] });
  return aStoredAnswer({ committeeId, period, answer });
}

function askedOf({ investments }: MonthlyPrompt): InvestmentAsked {
  const [asked] = investments;
  assert.ok(asked);
  return asked;
}

describe('The investments of a committee', () => {
  it('are asked for in report periods, its own projects only', () => {
    const others = { ...school, committee: 'SN', project: 'Nytt äldreboende' };

    const { investments } = aReportPrompt(aTown([school, others]), 'BUN', '2026-08');

    assert.deepEqual(investments, [
      {
        ...{ project: 'Ny skola', budgetKr: 42_000_000, example: false },
        outcome: { amountKr: 9_000_000, period: '2026-04' },
        forecast: { amountKr: 41_000_000, period: '2026-04' },
      },
    ]);
  });

  it('are not asked for in a month, nor in a report that does not ask for finance', () => {
    const plan = aTown([school], {
      followUpPlan: [followUp('2026-09', 'month'), followUp('2026-12', 'annual', ['goals', 'activities'])],
    });

    assert.deepEqual(aReportPrompt(plan, 'BUN', '2026-09').investments, []);
    assert.deepEqual(aReportPrompt(plan, 'BUN', '2026-12').investments, []);
  });

  it('start from what was last reported, not from a figure that was missing: missing is not 0', () => {
    const answers = [
      reported('2026-05', kronor(11_000_000), kronor(43_000_000)),
      reported('2026-06', missing(), kronor(0)),
    ];

    const { outcome, forecast } = askedOf(aReportPrompt(aTown([school]), 'BUN', '2026-08', answers));

    assert.deepEqual(outcome, { amountKr: 11_000_000, period: '2026-05' });
    assert.deepEqual(forecast, { amountKr: 0, period: '2026-06' });
  });

  it('start from the plan’s figures where those are newer than what was reported', () => {
    const renewed = { ...school, period: '2026-06' };
    const answers = [reported('2026-05', kronor(11_000_000), kronor(43_000_000))];

    const { outcome } = askedOf(aReportPrompt(aTown([renewed]), 'BUN', '2026-08', answers));

    assert.deepEqual(outcome, { amountKr: 9_000_000, period: '2026-06' });
  });

  it('take no figure from after the month that is asked, and a year’s figures as of its end', () => {
    const known = (period: string) => {
      const { outcome, forecast } = askedOf(aReportPrompt(aTown([{ ...school, period }]), 'BUN', '2026-08'));
      return [outcome?.period, forecast?.period];
    };

    assert.deepEqual(known('2026-08'), ['2026-08', '2026-08']);
    assert.deepEqual(known('2025'), ['2025', '2025']);
    assert.deepEqual(known('2026-09'), [undefined, undefined]);
    assert.deepEqual(known('2026'), [undefined, undefined]);
  });

  it('have nothing to start from when nobody has said anything', () => {
    const plain = { committee: 'BUN', project: 'Ny skola', budgetKr: 42_000_000 };

    const { outcome, forecast } = askedOf(aReportPrompt(aTown([plain]), 'BUN', '2026-08'));

    assert.deepEqual([outcome, forecast], [undefined, undefined]);
  });

  it('start from the predecessor’s figures, never from another committee’s project of the same name', () => {
    const plain = { committee: 'BUN', project: 'Ny skola', budgetKr: 42_000_000 };
    const town = aTown([plain]);
    const successor = { ...town, committees: town.committees.map((one) => ({ ...one, succeeds: 'GAMLA' })) };
    const answers = [reported('2026-05', kronor(1), kronor(2), 'SN')];

    assert.equal(askedOf(aReportPrompt(successor, 'BUN', '2026-08', answers)).outcome, undefined);
    const [old] = [reported('2026-05', kronor(1), kronor(2), 'GAMLA')];
    assert.equal(askedOf(aReportPrompt(successor, 'BUN', '2026-08', [...answers, old])).outcome?.amountKr, 1);
  });

  it('are example data when the plan says so', () => {
    const { current } = exampleFile();

    assert.equal(askedOf(aReportPrompt(current, 'SBN', '2026-08')).example, true);
    assert.equal(aReportPrompt(aTown([school]), 'BUN', '2026-08').example, false);
    assert.equal(aReportPrompt(aTown([{ ...school, example: true }]), 'BUN', '2026-08').example, true);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { confirmationOf, type Doubt, decideAnswer } from '../../src/domain/decide-answer.ts';
import type { InvestmentAsked, MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { anAnswer, aPlan, aPrompt, kronor, missing } from '../support/builders.ts';

const plan = aPlan();
const school: InvestmentAsked = {
  ...{ project: 'Ny skola', budgetKr: 42_000_000, example: false },
  outcome: { amountKr: 9_800_000, period: '2026-04' },
  forecast: { amountKr: 38_000_000, period: '2026-04' },
};

function decide(
  outcomeKr: number,
  forecastKr: number,
  { comment = '', confirmed = [] as string[], asked = school } = {},
) {
  const prompt: MonthlyPrompt = { ...aPrompt(plan, 'BUN', '2026-10'), investments: [asked] };
  const investments = [{ project: asked.project, outcome: kronor(outcomeKr), forecast: kronor(forecastKr) }];
  return decideAnswer(prompt, plan.commentLimit, anAnswer({ comment, investments }), new Set(confirmed));
}

function doubtsOf(decision: ReturnType<typeof decide>): readonly Doubt[] {
  return !decision.ok && decision.problem.code === 'DOUBTFUL' ? decision.problem.doubts : [];
}

function codesOf(outcomeKr: number, forecastKr: number, asked = school): string[] {
  return doubtsOf(decide(outcomeKr, forecastKr, { asked })).map(({ code, field }) => `${code} ${field}`);
}

describe('What an investment will cost', () => {
  it('needs no word within its budget, however much lower', () => {
    assert.equal(decide(10_000_000, 42_000_000).ok, true);
    assert.equal(decide(10_000_000, 12_000_000).ok, true);
  });

  it('needs a comment when it exceeds the budget by more than the plan’s limit, as an area does', () => {
    // The limit is 1 % of the budget, 420 000 kr, or 500 000 kr.
    assert.equal(decide(10_000_000, 42_420_000).ok, true);
    assert.deepEqual(decide(10_000_000, 42_420_001), {
      ok: false,
      problem: { code: 'COMMENT_REQUIRED', areaIds: [], projects: ['Ny skola'] },
    });
    assert.equal(decide(10_000_000, 42_420_001, { comment: 'Dyrare grundläggning' }).ok, true);
  });

  it('may be missing, and is not doubted for it', () => {
    const prompt: MonthlyPrompt = { ...aPrompt(plan, 'BUN', '2026-10'), investments: [school] };
    const investments = [{ project: 'Ny skola', outcome: missing(), forecast: missing() }];

    assert.equal(decideAnswer(prompt, plan.commentLimit, anAnswer({ investments }), new Set()).ok, true);
  });
});

describe('A figure of an investment that looks wrong', () => {
  it('is a thousand times what is known, or far above the whole budget: were they kronor?', () => {
    assert.deepEqual(codesOf(9_900_000_000, 38_000_000), ['FACTOR_1000 outcome']);
    assert.deepEqual(codesOf(25_000_000_000, 38_000_000), ['FACTOR_1000 outcome']);
    assert.deepEqual(codesOf(9_900_000, 38_000_000_000), ['FACTOR_1000 forecast']);
    assert.deepEqual(codesOf(9_900_000, 40_000), ['FACTOR_1000 forecast']);
    const [doubt] = doubtsOf(decide(25_000_000_000, 38_000_000));
    assert.equal(doubt && 'suggestedKr' in doubt && doubt.suggestedKr, 25_000_000);
  });

  it('is one that sinks: an outcome is counted from the project’s start', () => {
    assert.deepEqual(doubtsOf(decide(9_000_000, 38_000_000)), [
      {
        ...{ project: 'Ny skola', amountKr: 9_000_000, field: 'outcome', code: 'SINKS' },
        ...{ earlierKr: 9_800_000, earlierPeriod: '2026-04' },
      },
    ]);
    assert.deepEqual(codesOf(9_800_000, 38_000_000), []);
  });

  it('is a forecast that looks like the deviation from the budget', () => {
    assert.deepEqual(codesOf(9_800_000, 4_000_000), ['DEVIATION_AS_FORECAST forecast']);
    assert.deepEqual(codesOf(9_800_000, -4_000_000), ['DEVIATION_AS_FORECAST forecast']);
  });

  it('may grow as it likes from nothing', () => {
    const unknown: InvestmentAsked = { ...school, outcome: undefined, forecast: undefined };

    for (const outcomeKr of [0, 1, 100_000, 42_000_000]) {
      assert.deepEqual(codesOf(outcomeKr, 42_000_000, unknown), [], String(outcomeKr));
    }
  });

  it('is taken when it is confirmed, whatever it is, and asked about again when it is another', () => {
    const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 1_000_000_000 }), (outcomeKr, forecastKr, budgetKr) => {
        const asked = { ...school, budgetKr };
        const doubts = doubtsOf(decide(outcomeKr, forecastKr, { comment: 'Så är det', asked }));
        const confirmed = doubts.map(confirmationOf);

        assert.equal(decide(outcomeKr, forecastKr, { comment: 'Så är det', confirmed, asked }).ok, true);
        for (const doubt of doubts) {
          assert.ok(!confirmed.includes(confirmationOf({ ...doubt, amountKr: doubt.amountKr + 1 })));
          assert.ok(!confirmed.includes(confirmationOf({ ...doubt, project: 'En annan' } as Doubt)));
        }
      }),
    );
  });
});

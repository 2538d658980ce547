import assert from 'node:assert/strict';
import type { Amount, Answer } from '../../src/domain/answer.ts';
import { confirmationOf, type Doubt, decideAnswer } from '../../src/domain/decide-answer.ts';
import { areaDeviationKr } from '../../src/domain/finance.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import {
  anAnswer,
  anArea,
  aPlan,
  aPrompt,
  aStoredAnswer,
  examplePlan,
  figures,
  kronor,
  missing,
  openingAnswersOf,
} from '../support/builders.ts';

const plan = aPlan();
const nobodyAnsweredBefore = aPrompt(plan, 'BUN', '2026-10');
const afterSeptember = aPrompt(plan, 'BUN', '2026-10', [september(900_000)]);

function september(outcomeKr: number) {
  return aStoredAnswer({ period: '2026-09', answer: anAnswer({ areas: [figures('FORSKOLA', outcomeKr, 1_200_000)] }) });
}

function preschool(outcome: number | Amount, forecast: number | Amount, comment = 'Fler barn'): Answer {
  return anAnswer({ areas: [figures('FORSKOLA', outcome, forecast)], comment });
}

function decide(prompt: MonthlyPrompt, answer: Answer, confirmed: readonly string[] = [], limit = plan.commentLimit) {
  return decideAnswer(prompt, limit, answer, new Set(confirmed));
}

function doubtsOf(prompt: MonthlyPrompt, answer: Answer, confirmed: readonly string[] = []): readonly Doubt[] {
  const decision = decide(prompt, answer, confirmed);
  if (decision.ok || decision.problem.code !== 'DOUBTFUL') return [];
  return decision.problem.doubts;
}

function codesOf(prompt: MonthlyPrompt, answer: Answer): string[] {
  return doubtsOf(prompt, answer).map(({ code, field }) => `${code} ${field}`);
}

function placeOf(doubt: Doubt): string {
  return 'areaId' in doubt ? doubt.areaId : doubt.project;
}

describe('An ordinary answer', () => {
  it('is taken as it is', () => {
    const answer = preschool(1_000_000, 1_200_000);

    assert.deepEqual(decide(afterSeptember, answer), { ok: true, value: answer });
  });

  it('may lie some way from the expected: a quarter, or half a million', () => {
    assert.deepEqual(codesOf(afterSeptember, preschool(1_500_000, 1_200_000)), []);
  });

  it('may stand still: a month without costs', () => {
    assert.deepEqual(codesOf(afterSeptember, preschool(900_000, 1_200_000)), []);
  });

  it('may say that figures are missing, and is not doubted for it', () => {
    assert.deepEqual(decide(afterSeptember, preschool(missing(), missing(), '')).ok, true);
  });

  it('is what every committee of the example plan has reported, month by month', () => {
    const plan = examplePlan();
    const asked: string[] = [];
    const doubted: string[] = [];

    for (const { id } of plan.committees) {
      const answers = openingAnswersOf(plan, id);
      for (const { period, answer } of answers) {
        asked.push(`${id} ${period}`);
        const decision = decide(aPrompt(plan, id, period, answers), { ...answer, comment: 'Enligt plan' });
        if (!decision.ok) doubted.push(`${id} ${period} ${JSON.stringify(decision.problem)}`);
      }
    }

    assert.equal(asked.length, 6 * 6 + 2); // six months of six committees, and October of two
    assert.deepEqual(doubted, []);
  });

  it('is the proposed forecast, with an outcome as expected, for every area of the example plan in October', () => {
    const plan = examplePlan();

    for (const id of ['KS', 'BUN', 'SN', 'KFN', 'SBN', 'NAN']) {
      const prompt = aPrompt(plan, id, '2026-10', openingAnswersOf(plan, id));
      const areas = prompt.areas.map(({ area, expectedOutcomeKr, proposal }) =>
        figures(area.id, expectedOutcomeKr, proposal.forecastKr),
      );
      assert.deepEqual(doubtsOf(prompt, anAnswer({ areas })), [], id);
    }
  });
});

describe('An outcome a thousand times too large', () => {
  it('bad-037 is asked about: are these kronor or tkr?', () => {
    const [doubt] = doubtsOf(afterSeptember, preschool(1_000_000_000, 1_200_000));

    assert.deepEqual(doubt, {
      code: 'FACTOR_1000',
      field: 'outcome',
      areaId: 'FORSKOLA',
      amountKr: 1_000_000_000,
      suggestedKr: 1_000_000,
    });
  });

  it('bad-037 is asked about when it is a thousand times too small, with the larger figure as suggestion', () => {
    const [doubt] = doubtsOf(nobodyAnsweredBefore, preschool(1_000, 1_200_000));

    assert.deepEqual(doubt && 'suggestedKr' in doubt && doubt.suggestedKr, 1_000_000);
  });

  it('is asked about from five hundred times to two thousand', () => {
    const codes = [499, 500, 2_000, 2_001].map(
      (times) => doubtsOf(afterSeptember, preschool(times * 1_000_000, 1_200_000))[0]?.code,
    );

    assert.deepEqual(codes, ['JUMP', 'FACTOR_1000', 'FACTOR_1000', 'JUMP']);
  });

  it('is asked about for an area that brings money in, with its minus', () => {
    const plan = aPlan({ businessAreas: [anArea('HAMN', { netBudgetKr: -1_200_000 })] });
    const answer = anAnswer({ areas: [figures('HAMN', -1_000_000_000, -1_200_000)] });

    const [doubt] = doubtsOf(aPrompt(plan, 'BUN', '2026-10'), answer);

    assert.equal(doubt?.code === 'FACTOR_1000' && doubt.suggestedKr, -1_000_000);
  });
});

describe('An accumulated outcome that sinks', () => {
  it('is asked about, with the earlier figure and its month', () => {
    const [doubt] = doubtsOf(afterSeptember, preschool(899_999, 1_200_000));

    assert.deepEqual(doubt, {
      code: 'SINKS',
      field: 'outcome',
      areaId: 'FORSKOLA',
      amountKr: 899_999,
      earlierKr: 900_000,
      earlierPeriod: '2026-09',
    });
  });

  it('is not asked about the first time in a year: there is nothing to sink from', () => {
    assert.deepEqual(codesOf(nobodyAnsweredBefore, preschool(899_999, 1_200_000)), []);
  });

  it('is not asked about in an area that brings money in and is expected to sink', () => {
    const plan = aPlan({ businessAreas: [anArea('HAMN', { netBudgetKr: -1_200_000 })] });
    const earlier = aStoredAnswer({
      period: '2026-09',
      answer: anAnswer({ areas: [figures('HAMN', -900_000, -1_200_000)] }),
    });

    const codes = codesOf(
      aPrompt(plan, 'BUN', '2026-10', [earlier]),
      anAnswer({ areas: [figures('HAMN', -1_000_000, -1_200_000)] }),
    );

    assert.deepEqual(codes, []);
  });
});

describe('An outcome that jumps', () => {
  it('is asked about beyond half a million in a small area', () => {
    assert.deepEqual(codesOf(afterSeptember, preschool(1_500_000, 1_200_000)), []);
    assert.deepEqual(codesOf(afterSeptember, preschool(1_500_001, 1_200_000)), ['JUMP outcome']);
  });

  it('is asked about beyond a quarter in a large area', () => {
    const plan = aPlan({ businessAreas: [anArea('FORSKOLA', { netBudgetKr: 120_000_000 })] });
    const prompt = aPrompt(plan, 'BUN', '2026-10');

    assert.deepEqual(codesOf(prompt, preschool(125_000_000, 120_000_000)), []);
    assert.deepEqual(codesOf(prompt, preschool(125_000_001, 120_000_000)), ['JUMP outcome']);
    assert.deepEqual(codesOf(prompt, preschool(74_999_999, 120_000_000)), ['JUMP outcome']);
  });
});

describe('A deviation typed where the forecast belongs', () => {
  it('is asked about, with the forecast that it would mean', () => {
    const [doubt] = doubtsOf(afterSeptember, preschool(1_000_000, 100_000));

    assert.deepEqual(doubt, {
      code: 'DEVIATION_AS_FORECAST',
      field: 'forecast',
      areaId: 'FORSKOLA',
      amountKr: 100_000,
      suggestedKr: 1_100_000,
    });
  });

  it('is a deficit when it has a minus', () => {
    const [doubt] = doubtsOf(afterSeptember, preschool(1_000_000, -100_000));

    assert.equal(doubt?.code === 'DEVIATION_AS_FORECAST' && doubt.suggestedKr, 1_300_000);
  });

  it('is suspected below a fifth of the budget, not at it', () => {
    assert.deepEqual(codesOf(afterSeptember, preschool(1_000_000, 239_999)), ['DEVIATION_AS_FORECAST forecast']);
    assert.deepEqual(codesOf(afterSeptember, preschool(1_000_000, 240_000)), []);
  });

  it('is suspected whenever the sign is another than the budget’s', () => {
    assert.deepEqual(codesOf(afterSeptember, preschool(1_000_000, -1_200_000)), ['DEVIATION_AS_FORECAST forecast']);
  });

  it('is not a forecast in the wrong unit: that is asked about as such', () => {
    assert.deepEqual(codesOf(afterSeptember, preschool(1_000_000, 1_200)), ['FACTOR_1000 forecast']);
    assert.deepEqual(codesOf(afterSeptember, preschool(1_000_000, 1_200_000_000)), ['FACTOR_1000 forecast']);
  });

  it('is not suspected of an area without a budget', () => {
    const plan = aPlan({ businessAreas: [anArea('FORSKOLA', { netBudgetKr: 0 })] });

    assert.deepEqual(codesOf(aPrompt(plan, 'BUN', '2026-10'), preschool(0, 50_000)), []);
  });
});

describe('What looks wrong', () => {
  it('is asked about all at once, area by area', () => {
    const plan = examplePlan();
    const prompt = aPrompt(plan, 'BUN', '2026-10', openingAnswersOf(plan, 'BUN'));
    const areas = prompt.areas.map(({ area, expectedOutcomeKr }) => figures(area.id, expectedOutcomeKr * 1000, 1));

    const doubts = doubtsOf(prompt, anAnswer({ areas }));

    assert.deepEqual([...new Set(doubts.map(placeOf))], ['FORSKOLA', 'GRUNDSKOLA', 'OVRIGT']);
    assert.equal(doubts.length, 6);
  });

  it('is taken when it is confirmed', () => {
    const answer = preschool(899_999, 1_200_000);
    const confirmations = doubtsOf(afterSeptember, answer).map(confirmationOf);

    assert.equal(confirmations.length, 1);
    assert.equal(decide(afterSeptember, answer, confirmations).ok, true);
  });

  it('is asked about again when the figure is another than the confirmed one', () => {
    const confirmations = doubtsOf(afterSeptember, preschool(899_999, 1_200_000)).map(confirmationOf);

    assert.equal(doubtsOf(afterSeptember, preschool(899_998, 1_200_000), confirmations).length, 1);
  });

  it('is confirmed for one field and one area only', () => {
    const plan = aPlan({ businessAreas: [anArea('A'), anArea('B')] });
    const prompt = aPrompt(plan, 'BUN', '2026-10');
    const answer = anAnswer({
      areas: [figures('A', 1_200_000_000, 1_200_000_000), figures('B', 1_200_000_000, 1_200_000)],
    });
    const [first] = doubtsOf(prompt, answer);
    assert.ok(first);

    const left = doubtsOf(prompt, answer, [confirmationOf(first)]);

    assert.deepEqual(
      left.map((doubt) => `${placeOf(doubt)} ${doubt.field}`),
      ['A forecast', 'B outcome'],
    );
  });

  it('is confirmed for one kind of doubt only', () => {
    const answer = preschool(899_999, 1_200_000);
    const [sinks] = doubtsOf(afterSeptember, answer);
    assert.ok(sinks?.code === 'SINKS' && 'areaId' in sinks);
    const jump = confirmationOf({ ...sinks, code: 'JUMP', expectedKr: 1_000_000 });

    assert.equal(doubtsOf(afterSeptember, answer, [jump]).length, 1);
  });
});

describe('A large deviation without a word', () => {
  it('is sent back, with the areas that need one', () => {
    const decision = decide(afterSeptember, preschool(1_000_000, 1_212_001, ''));

    assert.deepEqual(decision, {
      ok: false,
      problem: { code: 'COMMENT_REQUIRED', areaIds: ['FORSKOLA'], projects: [] },
    });
  });

  it('is taken with a comment', () => {
    assert.equal(decide(afterSeptember, preschool(1_000_000, 1_212_001, 'Fler barn')).ok, true);
  });

  it('is no large deviation at the limit', () => {
    assert.equal(decide(afterSeptember, preschool(1_000_000, 1_212_000, '')).ok, true);
  });

  it('is asked about only after the figures themselves are clear', () => {
    const decision = decide(afterSeptember, preschool(899_999, 1_300_000, ''));

    assert.equal(!decision.ok && decision.problem.code, 'DOUBTFUL');
  });

  it('is not asked for when the forecast is missing', () => {
    assert.equal(decide(afterSeptember, preschool(1_000_000, missing(), '')).ok, true);
  });

  it('needs a word in October for the grundskola of the example plan, but not for the förskola', () => {
    const plan = examplePlan();
    const answers = openingAnswersOf(plan, 'BUN');
    const prompt = aPrompt(plan, 'BUN', '2026-10', answers);
    const areas = prompt.areas.map(({ area, expectedOutcomeKr }) =>
      figures(area.id, expectedOutcomeKr, area.netBudgetKr + (area.id === 'GRUNDSKOLA' ? 500_001 : 500_000 / 2)),
    );

    const decision = decide(prompt, anAnswer({ areas, comment: '' }));

    assert.deepEqual(decision, {
      ok: false,
      problem: { code: 'COMMENT_REQUIRED', areaIds: ['GRUNDSKOLA'], projects: [] },
    });
  });
});

describe('The deviation of an area', () => {
  it('is minus for a deficit', () => {
    assert.equal(areaDeviationKr(1_200_000, figures('FORSKOLA', 0, kronor(1_300_000))), -100_000);
  });

  it('is unknown, not zero, without a forecast', () => {
    assert.equal(areaDeviationKr(1_200_000, figures('FORSKOLA', 0, missing())), undefined);
  });
});

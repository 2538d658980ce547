import assert from 'node:assert/strict';
import { assessIndicator, judgementInUse } from '../../src/domain/assess-indicator.ts';
import type { Indicator, IndicatorValue, Target } from '../../src/domain/indicator.ts';
import { withReported } from '../../src/domain/indicator-series.ts';
import type { Judgement, Verdict } from '../../src/domain/judgement.ts';
import { anIndicator } from '../support/builders.ts';

function aValue(period: string, value: number, more: Partial<IndicatorValue> = {}): IndicatorValue {
  return { period, value, example: false, ...more };
}

/** The municipality's judgement in October 2026. */
function judgement(indicator: Partial<Indicator>, ...values: readonly IndicatorValue[]): Judgement {
  return assessIndicator(anIndicator('A', indicator), { period: '2026-10', values }).periodsEnd;
}

function verdictAt(value: number, indicator: Partial<Indicator>, period = '2026-10'): Verdict {
  return judgement(indicator, aValue(period, value)).verdict;
}

const increase: Target = { kind: 'direction', direction: 'increase', text: 'Öka' };
const decrease: Target = { kind: 'direction', direction: 'decrease', text: 'Minska' };
const keep: Target = { kind: 'direction', direction: 'keep', tolerance: 0.1, text: 'Bibehålla' };
const keepExactly: Target = { kind: 'direction', direction: 'keep', text: 'Oförändrat' };
const betterThanCountry: Target = { kind: 'better-than', group: 'country', text: 'Bättre än riket' };
const bestQuarter: Target = { kind: 'best-quarter', text: 'Bland de 25 % bästa' };
const baseline = { period: '2025-10', value: 0.7 };

describe('An indicator against its target', () => {
  type Verdicts = Partial<Record<Verdict, readonly number[]>>;
  const atLeast = { target: { kind: 'at-least', value: 75 }, nearLimit: 70 } as const;
  const atMost = { target: { kind: 'at-most', value: 7 }, nearLimit: 7.5, good: 'down' } as const;
  const between = { target: { kind: 'between', from: 2, to: 4 } } as const;
  const onDay = { target: { kind: 'on-date', date: '2026-11-30' }, nearLimit: 20261231 } as const;
  const table: [string, Partial<Indicator>, Verdicts][] = [
    ['at least 75', atLeast, { reached: [75], near: [74.9, 70], behind: [69.9, 0] }],
    ['at most 7', atMost, { reached: [0, 7], near: [7.1, 7.5], behind: [7.6] }],
    ['2–4, near from 1', { ...between, nearLimit: 1 }, { reached: [2, 4], near: [1.5], behind: [0.9, 4.1] }],
    ['2–4, near to 5', { ...between, nearLimit: 5 }, { reached: [3], near: [4.5], behind: [5.1, 1.9] }],
    ['more', { target: increase, baseline, nearLimit: 0.6 }, { reached: [0.8], near: [0.7, 0.6], behind: [0.5] }],
    ['less', { target: decrease, baseline, good: 'down' }, { reached: [0.6], behind: [0.7, 0.8] }],
    ['the same, by 0.1', { target: keep, baseline }, { reached: [0.6, 0.8], behind: [0.81, 0.59] }],
    ['the same', { target: keepExactly, baseline }, { reached: [0.7], behind: [0.71, 0.69] }],
    ['by a day', onDay, { reached: [20261130, 20260901], near: [20261201], behind: [20270101] }],
    ['by a day, with no day', onDay, { 'not-assessable': [7, 20260231, 0] }],
    ['yes', { target: { kind: 'yes-no', value: true } }, { reached: [1], behind: [0] }],
    ['no', { target: { kind: 'yes-no', value: false } }, { reached: [0], behind: [1] }],
    ['words', { target: { kind: 'words', text: 'God kvalitet' } }, { 'not-assessable': [0, 99] }],
    ['nothing', {}, { 'key-figure': [0, 99] }],
  ];

  for (const [name, indicator, verdicts] of table) {
    it(`is judged by what is asked for: ${name}`, () => {
      for (const [verdict, values] of Object.entries(verdicts)) {
        for (const value of values) assert.equal(verdictAt(value, indicator), verdict, `${value}`);
      }
    });
  }

  it('is strictly better than the country, in the direction that is good', () => {
    const comparisons = [{ group: 'country', period: '2026', value: 74.1 }] as const;

    assert.equal(verdictAt(74.2, { target: betterThanCountry, comparisons }), 'reached');
    assert.equal(verdictAt(74.1, { target: betterThanCountry, comparisons }), 'behind');
    assert.equal(verdictAt(74.0, { target: betterThanCountry, comparisons, nearLimit: 73 }), 'near');
    assert.equal(verdictAt(74.0, { target: betterThanCountry, comparisons, good: 'down' }), 'reached');
  });

  it('is among the best quarter at its limit too', () => {
    const comparisons = [{ group: 'bestQuarter', period: '2026', value: 2.1 }] as const;

    assert.equal(verdictAt(2.1, { target: bestQuarter, comparisons, good: 'down' }), 'reached');
    assert.equal(verdictAt(2.2, { target: bestQuarter, comparisons, good: 'down' }), 'behind');
    assert.equal(verdictAt(2.2, { target: bestQuarter, comparisons, good: 'up' }), 'reached');
  });

  it('is never decided by an error far out among the decimals', () => {
    assert.equal(verdictAt(0.1 + 0.2, { target: { kind: 'at-most', value: 0.3 } }), 'reached');
    assert.equal(verdictAt(0.3, { target: { kind: 'at-least', value: 0.1 + 0.2 } }), 'reached');
    assert.equal(verdictAt(0.1 + 0.2, { target: increase, baseline: { period: '2025-10', value: 0.3 } }), 'behind');
  });

  it('is held against the value of the same year, of all that is known of others', () => {
    const comparisons = [
      { group: 'country', period: '2025', value: 90 },
      { group: 'county', period: '2026', value: 90 },
      { group: 'country', period: '2026', value: 74 },
    ] as const;
    const ofTheMonth = { group: 'country', period: '2026-10', value: 80 } as const;

    assert.equal(verdictAt(75, { target: betterThanCountry, comparisons }), 'reached');
    assert.equal(verdictAt(75, { target: betterThanCountry, comparisons: [...comparisons, ofTheMonth] }), 'behind');
  });
});

describe('A value whose year others have no value of yet', () => {
  it('is passed over for the newest one that can be held against theirs', () => {
    const comparisons = [
      { group: 'country', period: '2025', value: 74.1 },
      { group: 'country', period: '2024', value: 60 },
    ] as const;
    const [value, earlier] = [aValue('2025', 73), aValue('2024', 70)];

    assert.deepEqual(judgement({ target: betterThanCountry, comparisons }, aValue('2026-10', 80), value, earlier), {
      verdict: 'behind',
      reason: { kind: 'group', target: betterThanCountry, value, comparison: comparisons[0] },
    });
  });
});

describe('What cannot be judged is never called behind', () => {
  it('when the plan says increase but not from which value', () => {
    assert.deepEqual(judgement({ target: increase }, aValue('2026-10', 1)), {
      verdict: 'not-assessable',
      reason: { kind: 'no-baseline', target: increase },
    });
  });

  it('when the measure was changed between the baseline and the value', () => {
    const seriesBreak = { from: '2026', note: 'Ny definition' };
    const broken = judgement({ target: increase, baseline, seriesBreaks: [seriesBreak] }, aValue('2026-10', 0.1));

    assert.deepEqual(broken, { verdict: 'not-assessable', reason: { kind: 'series-broken', baseline, seriesBreak } });
    const withBreak = (from: string) => ({
      target: increase,
      baseline,
      seriesBreaks: [{ from, note: 'Ny definition' }],
    });
    for (const from of ['2025', '2025-10', '2026-11', '2027']) {
      assert.equal(verdictAt(0.8, withBreak(from)), 'reached', from);
    }
    for (const from of ['2025-11', '2026-10']) assert.equal(verdictAt(0.8, withBreak(from)), 'not-assessable', from);
  });

  it('but is judged from a baseline in the first month of the new measure', () => {
    const january = { period: '2026-01', value: 0.7 };
    const seriesBreaks = [{ from: '2026', note: 'Ny definition' }];

    assert.equal(verdictAt(0.8, { target: increase, baseline: january, seriesBreaks }), 'reached');
  });

  it('when the baseline is a whole year and only months have been measured since', () => {
    const wholeYear = { period: '2025', value: 9.2 };

    assert.deepEqual(judgement({ target: decrease, baseline: wholeYear }, aValue('2026-08', 6.4)), {
      verdict: 'not-assessable',
      reason: { kind: 'unlike-baseline', baseline: wholeYear },
    });
  });

  it('when others have no value for the same year', () => {
    const comparisons = [{ group: 'country', period: '2025', value: 74.1 }] as const;

    assert.deepEqual(judgement({ target: betterThanCountry, comparisons }, aValue('2026-10', 1)), {
      verdict: 'not-assessable',
      reason: { kind: 'no-group-value', group: 'country', year: '2026' },
    });
    assert.equal(verdictAt(1, { target: bestQuarter, comparisons }), 'not-assessable');
  });

  it('when nothing is measured, which is not 0', () => {
    const withheld = { verdict: 'not-measured', reason: { kind: 'no-value' } };

    assert.deepEqual(judgement({ target: { kind: 'at-most', value: 7 } }), withheld);
    assert.deepEqual(judgement({ target: { kind: 'yes-no', value: false } }), withheld);
    assert.deepEqual(judgement({ target: increase }), withheld);
  });

  it('when nothing is measured since the baseline', () => {
    assert.deepEqual(judgement({ target: increase, baseline }, aValue('2025-10', 0.7)), {
      verdict: 'not-measured',
      reason: { kind: 'none-since-baseline', baseline },
    });
  });
});

describe('The value that is judged', () => {
  const atMostSeven: Target = { kind: 'at-most', value: 7 };
  const all = anIndicator('SJUK', {
    target: atMostSeven,
    good: 'down',
    committeeIds: ['KS', 'BUN'],
    totalReportedBy: 'KS',
  });

  it('is the newest until the month that is asked for', () => {
    const values = [aValue('2026-09', 7.4), aValue('2026-11', 6.9), aValue('2026-10', 7.7), aValue('2025', 9)];

    assert.equal(assessIndicator(all, { period: '2026-10', values }).value?.value, 7.7);
    assert.equal(assessIndicator(all, { period: '2026-11', values }).value?.value, 6.9);
    assert.equal(assessIndicator(all, { period: '2026-08', values }).value?.value, 9);
    assert.equal(assessIndicator(all, { period: '2025-11', values }).value, undefined);
  });

  it('is a whole year’s only when the year is over, unless it is measured once a year', () => {
    const values = [aValue('2026', 6), aValue('2025', 8)];
    const yearly = { ...all, frequency: 'year' } as const;

    assert.equal(assessIndicator(all, { period: '2026-11', values }).value?.value, 8);
    assert.equal(assessIndicator(all, { period: '2026-12', values }).value?.value, 6);
    assert.equal(assessIndicator(yearly, { period: '2026-04', values }).value?.value, 6);
    assert.equal(assessIndicator(yearly, { period: '2025-12', values }).value?.value, 8);
    const december = [aValue('2026-12', 5), ...values];
    for (const values of [december, december.toReversed()]) {
      assert.equal(assessIndicator(all, { period: '2026-12', values }).value?.value, 6);
    }
  });

  it('is never computed from the committees’ values, and says so', () => {
    const values = [aValue('2026-10', 6, { committeeId: 'KS' }), aValue('2026-10', 8, { committeeId: 'BUN' })];
    const assessment = assessIndicator(all, { period: '2026-10', values });

    assert.equal(assessment.value, undefined);
    assert.deepEqual(assessment.periodsEnd, { verdict: 'not-measured', reason: { kind: 'no-total' } });
    assert.deepEqual(assessIndicator(all, { period: '2026-09', values }).periodsEnd.reason, { kind: 'no-value' });
  });

  it('is the committee’s own when a committee is asked for, never the municipality’s', () => {
    const values = [aValue('2026-10', 7.7), aValue('2026-09', 6.1, { committeeId: 'KS' })];

    assert.equal(assessIndicator(all, { period: '2026-10', values, committeeId: 'KS' }).value?.value, 6.1);
    assert.deepEqual(assessIndicator(all, { period: '2026-10', values, committeeId: 'BUN' }).periodsEnd.reason, {
      kind: 'no-value',
    });
  });

  it('is the municipality’s and the committee’s at once where one committee alone is responsible', () => {
    const loans = anIndicator('BOKLAN', { committeeIds: ['KFN'] });
    const [plans, reported] = [aValue('2026-09', 3300), aValue('2026-10', 3520, { committeeId: 'KFN' })];

    assert.equal(assessIndicator(loans, { period: '2026-09', values: [plans], committeeId: 'KFN' }).value, plans);
    assert.equal(assessIndicator(loans, { period: '2026-10', values: [plans, reported] }).value, reported);
    assert.equal(assessIndicator(loans, { period: '2026-10', values: [plans], committeeId: 'SN' }).value, undefined);
    const totalFromElsewhere = { ...loans, totalReportedBy: 'KS' };
    assert.equal(assessIndicator(totalFromElsewhere, { period: '2026-10', values: [reported] }).value, undefined);
  });

  it('is for everyone: a breakdown never stands for the total', () => {
    const values = [aValue('2026-10', 4, { group: 'män' }), aValue('2026-09', 7.4)];

    assert.equal(assessIndicator(all, { period: '2026-10', values }).value?.value, 7.4);
  });

  it('is what was reported, in the place of the plan’s value for the same period', () => {
    const planned = anIndicator('A', { values: [aValue('2026-09', 7.4), aValue('2026-10', 7.7)] });
    const values = withReported(planned, [aValue('2026-10', 7.1), aValue('2026-10', 5, { group: 'män' })]);

    assert.equal(values.length, 3);
    assert.equal(assessIndicator(planned, { period: '2026-10', values }).value?.value, 7.1);
  });

  it('is the same when the only responsible committee reports what the plan had for the municipality', () => {
    const loans = anIndicator('BOKLAN', { committeeIds: ['KFN'], values: [aValue('2026-10', 1)] });

    assert.deepEqual(withReported(loans, [aValue('2026-10', 2, { committeeId: 'KFN' })]), [
      aValue('2026-10', 2, { committeeId: 'KFN' }),
    ]);
  });
});

describe('An index', () => {
  const index = { method: 'mean', components: ['Motivation', 'Ledarskap'], minimumRespondents: 5 } as const;
  const hme = anIndicator('HME', { index, target: { kind: 'at-least', value: 80 } });
  const component = (group: string, value: number, respondents?: number) =>
    aValue('2026-10', value, { group, ...(respondents !== undefined && { respondents }) });

  it('is computed from its components when nobody has reported it', () => {
    const values = [component('Motivation', 82, 40), { ...component('Ledarskap', 80, 41), example: true }];
    const assessment = assessIndicator(hme, { period: '2026-10', values });

    assert.deepEqual(assessment.value, { period: '2026-10', value: 81, respondents: 40, example: true });
    assert.equal(assessment.periodsEnd.verdict, 'reached');
    assert.deepEqual(assessIndicator(hme, { period: '2026-10', values: values.toReversed() }), assessment);
  });

  it('is a committee’s own when the components are', () => {
    const values = ['Motivation', 'Ledarskap'].map((group) => ({ ...component(group, 77, 9), committeeId: 'BUN' }));
    const shared = { ...hme, committeeIds: ['BUN', 'SN'] };

    assert.deepEqual(assessIndicator(shared, { period: '2026-10', values, committeeId: 'BUN' }).value, {
      period: '2026-10',
      value: 77,
      respondents: 9,
      committeeId: 'BUN',
      example: false,
    });
    assert.equal(assessIndicator(shared, { period: '2026-10', values }).value, undefined);
  });

  it('is nothing without components: a breakdown is not one', () => {
    assert.deepEqual(judgement(hme, component('män', 82, 40)).reason, { kind: 'no-value' });
  });

  it('is what was reported when it was', () => {
    const values = [component('Motivation', 82, 40), component('Ledarskap', 80, 40), aValue('2026-10', 79)];

    assert.equal(assessIndicator(hme, { period: '2026-10', values }).value?.value, 79);
  });

  it('is not shown for few answers, reported or computed', () => {
    const reason = { kind: 'too-few', minimum: 5 };

    assert.deepEqual(judgement(hme, aValue('2026-10', 90, { respondents: 4 })).reason, reason);
    assert.deepEqual(judgement(hme, component('Motivation', 82, 40), component('Ledarskap', 82, 4)).reason, reason);
    assert.equal(judgement(hme, aValue('2026-10', 90, { respondents: 5 })).verdict, 'reached');
  });

  it('is not computed without knowing how many answered', () => {
    assert.deepEqual(judgement(hme, component('Motivation', 82, 40), component('Ledarskap', 82)).reason, {
      kind: 'answers-unknown',
      minimum: 5,
    });
  });

  it('says which component is missing, and the latest whole index stands meanwhile', () => {
    const half = component('Motivation', 82, 40);

    assert.deepEqual(judgement(hme, half).reason, { kind: 'incomplete', missing: ['Ledarskap'] });
    assert.equal(judgement(hme, half, aValue('2026-04', 81)).verdict, 'reached');
  });
});

describe('This year’s step towards the target', () => {
  const steps = anIndicator('A', {
    target: { kind: 'at-least', value: 90 },
    yearlyTargets: [
      { year: 2026, target: { kind: 'at-least', value: 80 } },
      { year: 2027, target: { kind: 'at-least', value: 85 } },
    ],
  });
  const values = [aValue('2026-10', 82)];

  it('is judged beside the period’s end, and is what counts during the year', () => {
    const assessment = assessIndicator(steps, { period: '2026-10', values });

    assert.equal(assessment.thisYear?.verdict, 'reached');
    assert.equal(assessment.periodsEnd.verdict, 'behind');
    assert.equal(judgementInUse(assessment), assessment.thisYear);
  });

  it('is the year’s own, and there is none in a year without a step', () => {
    assert.equal(assessIndicator(steps, { period: '2027-10', values }).thisYear?.verdict, 'behind');
    assert.equal(assessIndicator(steps, { period: '2025-10', values: [aValue('2025', 82)] }).thisYear, undefined);
    const withoutStep = assessIndicator(steps, { period: '2028-10', values });
    assert.equal(withoutStep.thisYear, undefined);
    assert.equal(judgementInUse(withoutStep), withoutStep.periodsEnd);
  });
});

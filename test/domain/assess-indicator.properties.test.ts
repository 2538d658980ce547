import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assessIndicator } from '../../src/domain/assess-indicator.ts';
import type { Indicator, IndicatorValue } from '../../src/domain/indicator.ts';
import type { Verdict } from '../../src/domain/judgement.ts';
import { monthOf } from '../../src/domain/period.ts';
import { anIndicator } from '../support/builders.ts';

const period = '2026-10';
const RANK: Readonly<Partial<Record<Verdict, number>>> = { behind: 0, near: 1, reached: 2 };

const aFigure = fc.integer({ min: -2_000, max: 2_000 }).map((tenths) => tenths / 10);
const aPeriod = fc.oneof(
  fc.integer({ min: 2022, max: 2027 }).map(String),
  fc.tuple(fc.integer({ min: 2024, max: 2027 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => monthOf(y, m)),
);
const aValue: fc.Arbitrary<IndicatorValue> = fc.record(
  {
    period: aPeriod,
    value: aFigure,
    example: fc.constant(false),
    committeeId: fc.constantFrom('BUN', 'SN'),
    group: fc.constantFrom('kvinnor', 'män'),
  },
  { requiredKeys: ['period', 'value', 'example'] },
);
/** One for each period, committee and group, as the plan has them. */
const someValues = fc.uniqueArray(aValue, {
  selector: ({ period, committeeId, group }) => JSON.stringify([period, committeeId, group]),
});
const anyIndicator: fc.Arbitrary<Indicator> = fc
  .record({
    good: fc.constantFrom('up', 'down'),
    frequency: fc.constantFrom('month', 'tertial', 'year', 'everyFollowUp'),
    target: fc.oneof(
      aFigure.map((value) => ({ kind: 'at-least', value }) as const),
      aFigure.map((value) => ({ kind: 'at-most', value }) as const),
      fc.constant({ kind: 'direction', direction: 'increase', text: 'Öka' } as const),
      fc.constant({ kind: 'better-than', group: 'county', text: 'Bättre än länet' } as const),
    ),
    baseline: fc.record({ period: aPeriod, value: aFigure }),
    comparisons: fc.array(fc.record({ group: fc.constant('county' as const), period: aPeriod, value: aFigure })),
    seriesBreaks: fc.array(fc.record({ from: aPeriod, note: fc.constant('Ny mätning') }), { maxLength: 1 }),
    nearLimit: aFigure,
  })
  .map((overrides) => anIndicator('A', { ...overrides, committeeIds: ['BUN', 'SN'] }));

function rankOf(indicator: Indicator, value: number): number {
  const values = [{ period, value, example: false }];
  return RANK[assessIndicator(indicator, { period, values }).periodsEnd.verdict] ?? Number.NaN;
}

describe('Any indicator', () => {
  it('is never judged worse for a higher value, where at least something is asked for', () => {
    fc.assert(
      fc.property(aFigure, aFigure, aFigure, aFigure, (limit, nearLimit, one, other) => {
        const indicator = anIndicator('A', { target: { kind: 'at-least', value: limit }, nearLimit });

        assert.ok(rankOf(indicator, Math.max(one, other)) >= rankOf(indicator, Math.min(one, other)));
      }),
    );
  });

  it('is never judged worse for a lower value, where at most something is allowed', () => {
    fc.assert(
      fc.property(aFigure, aFigure, aFigure, aFigure, (limit, nearLimit, one, other) => {
        const indicator = anIndicator('A', { target: { kind: 'at-most', value: limit }, nearLimit, good: 'down' });

        assert.ok(rankOf(indicator, Math.min(one, other)) >= rankOf(indicator, Math.max(one, other)));
      }),
    );
  });

  it('is judged the same in whatever order its values are kept', () => {
    fc.assert(
      fc.property(
        anyIndicator,
        someValues.chain((values) =>
          fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
        ),
        (indicator, [values, shuffled]) => {
          const assessment = assessIndicator(indicator, { period, values });

          assert.deepEqual(assessIndicator(indicator, { period, values: shuffled }), assessment);
        },
      ),
    );
  });

  it('is judged the same whatever other committees, groups and later months say', () => {
    fc.assert(
      fc.property(anyIndicator, someValues, (indicator, values) => {
        const own = values.filter(
          ({ committeeId, group, period: measured }) =>
            committeeId === 'BUN' && group === undefined && measured.slice(0, 4) <= '2026',
        );
        const asked = { period: monthOf(2026, 12), committeeId: 'BUN' };

        assert.deepEqual(
          assessIndicator(indicator, { ...asked, values }),
          assessIndicator(indicator, { ...asked, values: own }),
        );
      }),
    );
  });

  it('is behind or near only against a value that was measured', () => {
    fc.assert(
      fc.property(anyIndicator, someValues, (indicator, values) => {
        const { periodsEnd, value } = assessIndicator(indicator, { period, values });

        assert.equal(
          value === undefined,
          periodsEnd.verdict === 'not-measured' && periodsEnd.reason.kind !== 'none-since-baseline',
        );
        if (periodsEnd.verdict in RANK && 'value' in periodsEnd.reason)
          assert.ok(values.includes(periodsEnd.reason.value));
      }),
    );
  });

  it('is worse where it would be improving if less were better', () => {
    const turned = { improving: 'worse', worse: 'improving' } as Readonly<Record<string, string>>;

    fc.assert(
      fc.property(anyIndicator, someValues, (indicator, values) => {
        const other = { ...indicator, good: indicator.good === 'up' ? 'down' : 'up' } as const;
        const { kind } = assessIndicator(indicator, { period, values }).trend;

        assert.equal(assessIndicator(other, { period, values }).trend.kind, turned[kind] ?? kind);
      }),
    );
  });
});

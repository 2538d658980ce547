import assert from 'node:assert/strict';
import type { Indicator } from '../../src/domain/indicator.ts';
import { trendOf } from '../../src/domain/trend.ts';
import { anIndicator } from '../support/builders.ts';

/** @param values newest first */
function trend(indicator: Partial<Indicator>, ...values: readonly (readonly [string, number])[]) {
  return trendOf(
    anIndicator('A', indicator),
    values.map(([period, value]) => ({ period, value, example: false })),
  );
}

describe('The trend of an indicator', () => {
  it('is as the good direction has it', () => {
    assert.equal(trend({ good: 'up' }, ['2025', 72], ['2024', 70]).kind, 'improving');
    assert.equal(trend({ good: 'down' }, ['2025', 72], ['2024', 70]).kind, 'worse');
    assert.equal(trend({ good: 'down' }, ['2025', 69], ['2024', 70]).kind, 'improving');
    assert.equal(trend({ good: 'up' }, ['2025', 0.3], ['2024', 0.1 + 0.2]).kind, 'unchanged');
  });

  it('goes from a year to the year before it that was measured, never to a month', () => {
    const years = trend({}, ['2021', 7.9], ['2020-10', 7], ['2018', 7.4], ['2017', 9]);

    assert.deepEqual(years, {
      kind: 'improving',
      from: { period: '2018', value: 7.4, example: false },
      to: { period: '2021', value: 7.9, example: false },
    });
  });

  it('goes to the same month last year, because months differ through the year', () => {
    const loans = trend({}, ['2026-08', 2_410], ['2026-05', 2_990], ['2025-08', 2_300]);

    assert.equal(loans.kind, 'improving');
    assert.equal('from' in loans && loans.from.period, '2025-08');
  });

  it('goes to the month before that was measured when there is none from last year', () => {
    const sickLeave = trend({ good: 'down' }, ['2026-10', 7.7], ['2026-09', 7.4], ['2026-08', 7.2], ['2024-10', 9]);

    assert.equal(sickLeave.kind, 'worse');
    assert.equal('from' in sickLeave && sickLeave.from.period, '2026-09');
  });

  it('compares what is reported every four months with the same months only, because it grows from January', () => {
    const turnover: Partial<Indicator> = { frequency: 'tertial', good: 'down' };

    assert.equal(trend(turnover, ['2026-08', 6.4], ['2026-04', 3.2]).kind, 'no-earlier-value');
    assert.equal(trend(turnover, ['2026-08', 6.4], ['2026-04', 3.2], ['2025-08', 6.8]).kind, 'improving');
    assert.equal(trend(turnover, ['2026', 9.0], ['2025', 9.2]).kind, 'improving');
  });

  it('is broken when the measure was changed since every earlier value', () => {
    const seriesBreak = { from: '2024', note: 'Ny definition' };

    assert.deepEqual(trend({ seriesBreaks: [seriesBreak] }, ['2024', 70], ['2023', 60]), {
      kind: 'series-broken',
      seriesBreak,
    });
    assert.equal(trend({ seriesBreaks: [seriesBreak] }, ['2025', 70], ['2024', 60]).kind, 'improving');
  });

  it('goes to the month before when the measure was changed since last year', () => {
    const seriesBreaks = [{ from: '2026', note: 'Ny definition' }];
    const sinceThen = trend({ seriesBreaks }, ['2026-10', 5], ['2026-09', 6], ['2025-10', 4]);

    assert.equal('from' in sinceThen && sinceThen.from.period, '2026-09');
  });

  it('needs an earlier value', () => {
    assert.deepEqual(trend({}), { kind: 'no-earlier-value' });
    assert.deepEqual(trend({}, ['2026-10', 5]), { kind: 'no-earlier-value' });
    assert.deepEqual(trend({}, ['2026-10', 5], ['2025', 5]), { kind: 'no-earlier-value' });
  });
});

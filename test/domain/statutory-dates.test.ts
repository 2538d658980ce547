import assert from 'node:assert/strict';
import { statutoryDate } from '../../src/domain/statutory-dates.ts';

describe('The law’s last day for a report', () => {
  it('is two months after the period for an interim report', () => {
    assert.deepEqual(statutoryDate('interim', '2026-08'), { rule: 'interim', lastDay: '2026-10-31' });
    assert.deepEqual(statutoryDate('interim', '2026-06'), { rule: 'interim', lastDay: '2026-08-31' });
  });

  it('is 15 April of the year after for an annual report', () => {
    assert.deepEqual(statutoryDate('annual', '2026-12'), { rule: 'annual', lastDay: '2027-04-15' });
  });

  it('is none for what the municipality sets itself', () => {
    assert.deepEqual([statutoryDate('tertial', '2026-04'), statutoryDate('month', '2026-10')], [undefined, undefined]);
  });
});

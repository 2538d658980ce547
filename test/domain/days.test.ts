import assert from 'node:assert/strict';
import { addDays, daysBetween, isoWeek, weekdayOf } from '../../src/domain/days.ts';

describe('A week by its number', () => {
  it('begins on a Monday, and the first holds the fourth of January', () => {
    assert.deepEqual(isoWeek(2026, 1), { from: '2025-12-29', to: '2026-01-04' });
    assert.deepEqual(isoWeek(2027, 1), { from: '2027-01-04', to: '2027-01-10' });
  });

  it('is the last of a year with 53, such as 2020 and 2026, and there is none after it', () => {
    assert.deepEqual(isoWeek(2026, 53), { from: '2026-12-28', to: '2027-01-03' });
    assert.deepEqual(isoWeek(2020, 53), { from: '2020-12-28', to: '2021-01-03' });
    for (const year of [2021, 2022, 2023, 2024, 2025, 2027]) assert.equal(isoWeek(year, 53), undefined);
    assert.equal(isoWeek(2026, 54), undefined);
    assert.equal(isoWeek(2026, 0), undefined);
  });

  it('follows on the week before it, all year and over New Year', () => {
    for (let year = 2020; year <= 2034; year++) {
      const weeks = Array.from({ length: 53 }, (_, at) => isoWeek(year, at + 1)).filter((week) => week !== undefined);
      for (const [at, { from, to }] of weeks.entries()) {
        assert.equal(weekdayOf(from), 1);
        assert.equal(daysBetween(from, to), 6);
        assert.equal(addDays(to, 1), weeks[at + 1]?.from ?? isoWeek(year + 1, 1)?.from);
      }
    }
  });
});

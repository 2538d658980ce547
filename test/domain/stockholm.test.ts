import assert from 'node:assert/strict';
import { stockholmDate, stockholmHour } from '../../src/domain/stockholm.ts';

function dateAt(instant: string): string {
  return stockholmDate(new Date(instant));
}

describe('The municipality’s day', () => {
  it('turns at midnight in winter, an hour before midnight in UTC', () => {
    assert.equal(dateAt('2026-12-31T22:59:59.999Z'), '2026-12-31');
    assert.equal(dateAt('2026-12-31T23:00:00.000Z'), '2027-01-01');
  });

  it('turns at midnight in summer, two hours before midnight in UTC', () => {
    assert.equal(dateAt('2026-06-30T21:59:59.999Z'), '2026-06-30');
    assert.equal(dateAt('2026-06-30T22:00:00.000Z'), '2026-07-01');
  });

  it('is one and the same while the clocks go forward', () => {
    assert.equal(dateAt('2026-03-29T00:59:59Z'), '2026-03-29');
    assert.equal(dateAt('2026-03-29T01:00:00Z'), '2026-03-29');
    assert.equal(dateAt('2027-03-28T01:00:00Z'), '2027-03-28');
  });

  it('is one and the same while the clocks go back', () => {
    assert.equal(dateAt('2026-10-25T00:30:00Z'), '2026-10-25');
    assert.equal(dateAt('2026-10-25T01:30:00Z'), '2026-10-25');
    assert.equal(dateAt('2027-10-31T01:00:00Z'), '2027-10-31');
  });

  it('is 23 hours long when summer time begins', () => {
    assert.equal(dateAt('2026-03-28T23:00:00Z'), '2026-03-29');
    assert.equal(dateAt('2026-03-29T21:59:59Z'), '2026-03-29');
    assert.equal(dateAt('2026-03-29T22:00:00Z'), '2026-03-30');
  });

  it('is 25 hours long when summer time ends', () => {
    assert.equal(dateAt('2026-10-24T22:00:00Z'), '2026-10-25');
    assert.equal(dateAt('2026-10-25T22:59:59Z'), '2026-10-25');
    assert.equal(dateAt('2026-10-25T23:00:00Z'), '2026-10-26');
  });
});

describe('The hour on the municipality’s clocks', () => {
  const hourAt = (instant: string): number => stockholmHour(new Date(instant));

  it('is one ahead of UTC in winter and two in summer', () => {
    assert.equal(hourAt('2026-11-04T06:59:59.999Z'), 7);
    assert.equal(hourAt('2026-11-04T07:00:00Z'), 8);
    assert.equal(hourAt('2026-06-03T05:59:59.999Z'), 7);
    assert.equal(hourAt('2026-06-03T06:00:00Z'), 8);
  });

  it('is 0 at midnight', () => {
    assert.equal(hourAt('2026-12-31T22:59:59Z'), 23);
    assert.equal(hourAt('2026-12-31T23:00:00Z'), 0);
  });

  it('is never 2 in the night when summer time begins, and is 2 twice when it ends', () => {
    assert.deepEqual([hourAt('2026-03-29T00:59:59Z'), hourAt('2026-03-29T01:00:00Z')], [1, 3]);
    assert.deepEqual([hourAt('2026-10-25T00:30:00Z'), hourAt('2026-10-25T01:30:00Z')], [2, 2]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stockholmInstant, stockholmTime } from '../../src/domain/stockholm.ts';

describe('A time on the municipality’s clocks', () => {
  const at = (day: string, time: string): string => stockholmTime(stockholmInstant(day, time));

  it('is two hours ahead of UTC in summer and one in winter', () => {
    assert.equal(stockholmInstant('2026-10-14', '08:30').toISOString(), '2026-10-14T06:30:00.000Z');
    assert.equal(at('2026-10-14', '08:30'), '2026-10-14T08:30:00+02:00');
    assert.equal(stockholmInstant('2026-11-02', '08:30').toISOString(), '2026-11-02T07:30:00.000Z');
    assert.equal(at('2026-11-02', '08:30'), '2026-11-02T08:30:00+01:00');
  });

  it('is right on both sides of the nights when the clocks are changed', () => {
    assert.equal(at('2026-03-28', '23:30'), '2026-03-28T23:30:00+01:00');
    assert.equal(at('2026-03-29', '08:00'), '2026-03-29T08:00:00+02:00');
    assert.equal(at('2026-10-24', '23:30'), '2026-10-24T23:30:00+02:00');
    assert.equal(at('2026-10-25', '08:00'), '2026-10-25T08:00:00+01:00');
  });

  it('that the clocks leap over is an hour later, and one that comes twice is the first', () => {
    assert.equal(at('2026-03-29', '02:30'), '2026-03-29T03:30:00+02:00');
    assert.equal(stockholmInstant('2026-10-25', '02:30').toISOString(), '2026-10-25T00:30:00.000Z');
  });

  it('names every instant of ten years exactly', () => {
    const [from, to] = [Date.parse('2020-01-01T00:00:00Z'), Date.parse('2030-01-01T00:00:00Z')];
    fc.assert(
      fc.property(fc.integer({ min: from / 60_000, max: to / 60_000 }), (minute) => {
        const instant = new Date(minute * 60_000);

        assert.equal(new Date(stockholmTime(instant)).getTime(), instant.getTime());
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isMonth,
  isSameYear,
  monthNumber,
  monthOf,
  nextMonth,
  previousMonth,
  yearOf,
} from '../../src/domain/period.ts';

const anyMonth = fc
  .tuple(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => monthOf(year, number));

describe('The months that the municipality follows up', () => {
  it('are written with four and two digits', () => {
    const months = ['2026-01', '2026-10', '2026-12', '2020-02', '2035-09'];

    assert.deepEqual(months.filter(isMonth), months);
  });

  it('are nothing else', () => {
    const others = [
      '',
      '2026',
      '2026-00',
      '2026-13',
      '2026-1',
      '26-01',
      '0000-01',
      '2026-10-01',
      ' 2026-10',
      '2026-10\n',
    ];

    assert.deepEqual(others.filter(isMonth), []);
  });

  it('say their year and their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const month = monthOf(year, number);

        assert.ok(isMonth(month));
        assert.deepEqual([yearOf(month), monthNumber(month)], [year, number]);
      }),
    );
  });

  it('follow each other in the order of their names', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const next = nextMonth(month);

        assert.ok(isMonth(next));
        assert.ok(next > month);
      }),
    );
  });

  it('follow the one before them', () => {
    fc.assert(fc.property(anyMonth, (month) => assert.equal(previousMonth(nextMonth(month)), month)));
  });

  it('come back after twelve steps, a year later', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        let later = month;
        for (let step = 0; step < 12; step++) later = nextMonth(later);

        assert.equal(later, monthOf(yearOf(month) + 1, monthNumber(month)));
      }),
    );
  });

  it('share a year with the next one, except December', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        assert.equal(isSameYear(month, nextMonth(month)), monthNumber(month) !== 12);
      }),
    );
  });

  it('go from December to January', () => {
    assert.equal(nextMonth('2026-12'), '2027-01');
  });
});

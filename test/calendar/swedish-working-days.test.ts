import assert from 'node:assert/strict';
import fc from 'fast-check';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import { type Month, monthOf } from '../../src/domain/period.ts';

const calendar = swedishWorkingDays();

/** Every working day of a month, first to last. */
function workingDaysOf(month: Month): string[] {
  const days: string[] = [];
  for (let n = 1; n <= 31; n++) {
    try {
      days.push(calendar.nthOf(month, n));
    } catch {
      break;
    }
  }
  return days;
}

function isOpen(date: string): boolean {
  return workingDaysOf(date.slice(0, 7) as Month).includes(date);
}

/** Days on which the offices are shut though they are Mondays to Fridays. */
const shut: Readonly<Record<string, readonly string[]>> = {
  'New Year’s Day': ['2026-01-01', '2027-01-01'],
  Epiphany: ['2026-01-06', '2027-01-06', '2028-01-06'],
  'Good Friday': ['2026-04-03', '2027-03-26', '2028-04-14'],
  'Easter Monday': ['2026-04-06', '2027-03-29', '2028-04-17'],
  '1 May': ['2026-05-01', '2028-05-01'],
  'Ascension Day': ['2026-05-14', '2027-05-06', '2028-05-25'],
  'the national day': ['2028-06-06'],
  'Midsummer Eve': ['2026-06-19', '2027-06-25', '2028-06-23'],
  'Christmas Eve': ['2026-12-24', '2027-12-24'],
  'Christmas Day': ['2026-12-25', '2028-12-25'],
  'Boxing Day': ['2028-12-26'],
  'New Year’s Eve': ['2026-12-31', '2027-12-31'],
};

/** Days that the calendar has names for, and the offices work as usual. */
const open: Readonly<Record<string, readonly string[]>> = {
  'the eve of Epiphany': ['2026-01-05', '2027-01-05', '2028-01-05'],
  'Maundy Thursday': ['2026-04-02', '2027-03-25', '2028-04-13'],
  'Walpurgis Eve': ['2026-04-30', '2027-04-30'],
  'Whit Monday': ['2026-05-25', '2027-05-17', '2028-06-05'],
  'the eve of All Saints': ['2026-10-30', '2027-11-05', '2028-11-03'],
  'Gustavus Adolphus Day': ['2026-11-06', '2028-11-06'],
  'Lucia’s Day': ['2027-12-13', '2028-12-13'],
  'the days between Christmas and New Year': ['2026-12-28', '2027-12-29', '2028-12-29'],
};

describe('The municipality’s offices', () => {
  for (const [name, dates] of Object.entries(shut)) {
    it(`are shut on ${name}`, () => {
      assert.deepEqual(dates.filter(isOpen), []);
    });
  }

  for (const [name, dates] of Object.entries(open)) {
    it(`are open on ${name}`, () => {
      assert.deepEqual(dates.filter(isOpen), dates);
    });
  }

  it('are shut on Saturdays and Sundays, All Saints and the national day among them', () => {
    const weekend = ['2026-10-31', '2027-11-06', '2028-11-04', '2026-06-06', '2027-06-06', '2026-11-07', '2026-11-08'];

    assert.deepEqual(weekend.filter(isOpen), []);
  });

  it('work 251 days in 2026, 253 in 2027 and 251 in 2028', () => {
    const worked = [2026, 2027, 2028].map((year) =>
      Array.from({ length: 12 }, (_, index) => workingDaysOf(monthOf(year, index + 1)).length).reduce(
        (sum, n) => sum + n,
      ),
    );

    // Mondays to Fridays of the year, less the shut ones among them, counted by hand in an almanac.
    assert.deepEqual(worked, [261 - 10, 261 - 8, 260 - 9]);
  });
});

describe('The working days of a month', () => {
  it('are counted from its first', () => {
    assert.equal(calendar.nthOf('2026-11', 1), '2026-11-02');
    assert.equal(calendar.nthOf('2026-11', 3), '2026-11-04');
    assert.equal(calendar.nthOf('2026-11', 10), '2026-11-13');
  });

  it('skip New Year and Epiphany', () => {
    assert.equal(calendar.nthOf('2027-01', 3), '2027-01-07');
  });

  it('skip Easter', () => {
    assert.equal(calendar.nthOf('2026-04', 3), '2026-04-07');
  });

  it('come in order, none twice, all within the month, for every month of 2020 to 2035', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const days = workingDaysOf(monthOf(year, number));

        assert.deepEqual(days, [...new Set(days)].sort());
        assert.ok(days.every((date) => date.startsWith(monthOf(year, number))));
        assert.ok(days.length >= 17 && days.length <= 23, `${monthOf(year, number)}: ${days.length}`);
      }),
    );
  });

  it('end: the thirtieth working day is no day', () => {
    assert.throws(() => calendar.nthOf('2026-11', 30), /2026-11 has 21 working days/);
  });
});

describe('So many working days before or after a day', () => {
  const shifts: readonly (readonly [string, string, number, string])[] = [
    ['an ordinary weekend', '2026-11-13', 2, '2026-11-17'],
    ['Easter', '2026-04-02', 1, '2026-04-07'],
    ['Ascension Day', '2026-05-13', 1, '2026-05-15'],
    ['Midsummer Eve', '2026-06-18', 1, '2026-06-22'],
    ['Christmas', '2026-12-23', 1, '2026-12-28'],
    ['New Year’s Eve, into the next year', '2026-12-30', 1, '2027-01-04'],
    ['New Year and Epiphany', '2026-12-30', 3, '2027-01-07'],
    ['29 February', '2028-02-28', 2, '2028-03-01'],
    ['the night when summer time begins', '2026-03-27', 1, '2026-03-30'],
    ['the night when it ends', '2026-10-23', 1, '2026-10-26'],
  ];

  for (const [what, from, days, to] of shifts) {
    it(`pass over ${what}, both ways`, () => {
      assert.equal(calendar.shift(from, days), to);
      assert.equal(calendar.shift(to, -days), from);
    });
  }

  it('are counted from a day that nobody works on, too', () => {
    assert.equal(calendar.shift('2026-11-14', 1), '2026-11-16');
    assert.equal(calendar.shift('2026-11-15', -1), '2026-11-13');
  });

  it('are none on the day itself, working day or not', () => {
    assert.deepEqual(
      ['2026-11-13', '2026-11-14', '2026-12-24'].map((day) => calendar.shift(day, 0)),
      ['2026-11-13', '2026-11-14', '2026-12-24'],
    );
  });

  it('end on a working day, with so many of them on the way, and lead back again from one', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: -20, max: 20 }), (instant, count) => {
        const from = instant.toISOString().slice(0, 10);
        const to = calendar.shift(from, count);

        if (count !== 0) assert.ok(calendar.isWorkingDay(to), to);
        assert.equal(workedBetween(from, to), Math.abs(count));
        if (calendar.isWorkingDay(from)) assert.equal(calendar.shift(to, -count), from);
      }),
    );
  });
});

/** Working days after the one day up to the other, whichever of them comes first; the day that is counted from is not among them. */
function workedBetween(from: string, to: string): number {
  const step = from <= to ? 1 : -1;
  let worked = 0;
  for (let day = from; day !== to; ) {
    const next = new Date(`${day}T12:00:00Z`);
    next.setUTCDate(next.getUTCDate() + step);
    day = next.toISOString().slice(0, 10);
    if (isOpen(day)) worked++;
  }
  return worked;
}

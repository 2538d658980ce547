import Holidays from 'date-holidays';
import type { WorkingDays } from '../domain/follow-up.ts';
import { type Month, monthNumber, yearOf } from '../domain/period.ts';

/** Days when municipal offices are shut though the calendar calls them eves. The library's type for them is `bank`. */
const SHUT: ReadonlySet<string> = new Set(['public', 'bank']);

/**
 * Swedish working days: not Saturdays, Sundays, public holidays, nor Midsummer, Christmas and New Year's Eve.
 * Holiday data: date-holidays (CC-BY-3.0 for the data, attribution in docs/dependencies.md).
 */
export function swedishWorkingDays(): WorkingDays {
  const holidays = new Holidays('SE');
  const shutByYear = new Map<number, ReadonlySet<string>>();

  function shutIn(year: number): ReadonlySet<string> {
    const known = shutByYear.get(year);
    if (known) return known;
    const shut = new Set(
      holidays
        .getHolidays(year)
        .filter(({ type }) => SHUT.has(type))
        .map(({ date }) => date.slice(0, 10)),
    );
    shutByYear.set(year, shut);
    return shut;
  }

  return {
    nthOf(month: Month, n: number): string {
      const year = yearOf(month);
      const shut = shutIn(year);
      let found = 0;
      for (let day = 1; day <= daysIn(month); day++) {
        const date = `${month}-${String(day).padStart(2, '0')}`;
        const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
        if (weekday === 0 || weekday === 6 || shut.has(date)) continue;
        found++;
        if (found === n) return date;
      }
      throw new Error(`${month} has ${found} working days, not ${n}`);
    },
  };
}

function daysIn(month: Month): number {
  return new Date(Date.UTC(yearOf(month), monthNumber(month), 0)).getUTCDate();
}

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

  function isWorkingDay(date: string): boolean {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !shutIn(Number(date.slice(0, 4))).has(date);
  }

  return {
    isWorkingDay,
    shift(date: string, workingDays: number): string {
      const step = Math.sign(workingDays);
      let day = date;
      for (let left = Math.abs(workingDays); left > 0; ) {
        day = nextDay(day, step);
        if (isWorkingDay(day)) left--;
      }
      return day;
    },
    nthOf(month: Month, n: number): string {
      let found = 0;
      for (let day = 1; day <= daysIn(month); day++) {
        const date = `${month}-${String(day).padStart(2, '0')}`;
        if (isWorkingDay(date)) found++;
        if (found === n) return date;
      }
      throw new Error(`${month} has ${found} working days, not ${n}`);
    },
  };
}

function daysIn(month: Month): number {
  return new Date(Date.UTC(yearOf(month), monthNumber(month), 0)).getUTCDate();
}

/** At noon UTC no day is 23 or 25 hours long. */
function nextDay(date: string, step: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);
}

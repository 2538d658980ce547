/** A calendar month, `2026-10`. Follow-up is cumulative: the month names the interval from January to its end. */
export type Month = `${number}-${number}`;

const MONTH = /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/;

export function isMonth(text: string): text is Month {
  return MONTH.test(text);
}

export function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}

/** 1 for January to 12 for December. */
export function monthNumber(month: Month): number {
  return Number(month.slice(5, 7));
}

export function monthOf(year: number, number: number): Month {
  return `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}` as Month;
}

export function nextMonth(month: Month): Month {
  return monthNumber(month) === 12 ? monthOf(yearOf(month) + 1, 1) : monthOf(yearOf(month), monthNumber(month) + 1);
}

export function previousMonth(month: Month): Month {
  return monthNumber(month) === 1 ? monthOf(yearOf(month) - 1, 12) : monthOf(yearOf(month), monthNumber(month) - 1);
}

/** `2026-02-28` for February 2026. */
export function lastDayOf(month: Month): string {
  return new Date(Date.UTC(yearOf(month), monthNumber(month), 0)).toISOString().slice(0, 10);
}

/** True when both lie in the same calendar year, so that their accumulated figures can be compared. */
export function isSameYear(one: Month, other: Month): boolean {
  return yearOf(one) === yearOf(other);
}

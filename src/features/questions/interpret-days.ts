import { addDays, daysBetween, isoWeek, weekdayOf } from '../../domain/days.ts';
import { dayOf } from '../../domain/indicator.ts';
import { plainDay, type WrittenDay, waysToRead } from '../../domain/written-day.ts';

/** Days that somebody wrote, both included, `2026-11-09`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export type DaysReading =
  | { readonly kind: 'days'; readonly days: Days }
  /** Not said so that it can mean one thing only; what it probably means, as far as that can be told. */
  | { readonly kind: 'unsure'; readonly days: Partial<Days> }
  | { readonly kind: 'problem'; readonly code: DaysProblem };

export type DaysProblem = 'NO_SUCH_WEEK' | 'NO_SUCH_DAY' | 'DAYS_REVERSED';

/** One end of the days: the day that it is in a year, if there is one. */
interface End {
  /** As written; none: the coming one is meant. */
  readonly year: number | undefined;
  readonly on: (year: number) => string | undefined;
  readonly unsure?: boolean;
}

/** Longer than this over New Year, without a year, is more likely a slip of the pen. Days. */
const LONGEST_OVER_NEW_YEAR = 183;
/** Days. */
const SELDOM_AHEAD = 300;
const LONGEST = 80;
const WEEKDAYS = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
const WEEKS =
  /^(?:veckorna|veckan|vecka|v|weeks|week)\.? ?(?<first>\d{1,2})(?: ?(?:-|till och med|t\.?o\.?m\.?|till|to) ?(?:(?:veckan|vecka|v|week)\.? ?)?(?<last>\d{1,2}))?(?:,? (?<year>\d{4}))?$/;
const BETWEEN = / ?(?:-| till och med | t\.?o\.?m\.? | till | to ) ?/g;
const UNTIL = /^(?:fram )?(?<including>till och med|t\.?o\.?m\.?|till|until) (?<day>.+)$/;
const ONWARDS = /^(?:från och med|fr\.?o\.?m\.?|från|from) (?<day>.+)$/;
const BARE_DAY = /^\d{1,2}(?::?[ae])?$/;

/**
 * Reads the days of an absence or a question as people write them in Swedish: `v. 28–31`, `3–14 november`, `idag`. Without a
 * year the coming ones are meant, or those under way. `today`: the day in Sweden.
 */
export function interpretDays(text: string, today: string): DaysReading {
  const plain = plainDay(text)
    .replace(/^(?:under|på|den) /, '')
    .replace(/^mellan (.+) och /, '$1 till ');
  if (plain === '' || plain.length > LONGEST) return { kind: 'unsure', days: {} };
  return readWeeks(plain, today) ?? readNamed(plain, today) ?? readOpen(plain, today) ?? readRange(plain, today);
}

function readWeeks(plain: string, today: string): DaysReading | undefined {
  const { first, last = first, year } = WEEKS.exec(plain)?.groups ?? {};
  if (first === undefined) return undefined;
  const end = (week: string | undefined, side: keyof Days): End => ({
    year: year === undefined ? undefined : Number(year),
    on: (of) => isoWeek(of, Number(week))?.[side],
  });
  return resolve(end(first, 'from'), end(last, 'to'), today, 'NO_SUCH_WEEK');
}

/** `resten av veckan`, `nästa vecka`. */
function readNamed(plain: string, today: string): DaysReading | undefined {
  const sunday = addDays(today, 7 - weekdayOf(today));
  if (/^(?:resten av|hela|den här|denna|this) (?:veckan|vecka|week)$/.test(plain))
    return { kind: 'days', days: { from: today, to: sunday } };
  if (!/^(?:hela )?(?:nästa|next) (?:vecka|week)$/.test(plain)) return undefined;
  return { kind: 'days', days: { from: addDays(sunday, 1), to: addDays(sunday, 7) } };
}

/** `till och med fredag`; `till fredag` leaves open whether Friday is one of the days. */
function readOpen(plain: string, today: string): DaysReading | undefined {
  const until = UNTIL.exec(plain)?.groups;
  const onwards = ONWARDS.exec(plain)?.groups;
  if (until?.day !== undefined && until.including !== undefined) {
    const last = readRange(until.day, today);
    if (last.kind === 'problem') return last;
    const { to } = last.days;
    if (to === undefined) return last;
    const days = { from: today, to };
    const isSure = last.kind === 'days' && !['till', 'until'].includes(until.including);
    return { kind: isSure ? 'days' : 'unsure', days };
  }
  if (onwards?.day === undefined) return undefined;
  const reading = readRange(onwards.day, today);
  // From one day on: nobody has said for how long.
  const isOneDay = reading.kind === 'days' && reading.days.from === reading.days.to;
  return isOneDay ? { kind: 'unsure', days: { from: reading.days.from } } : reading;
}

/** One day, or two with something between them: the first may leave out what the last one says, `3–14 november`. */
function readRange(plain: string, today: string): DaysReading {
  const only = readEnd(plain, today);
  if (only) return resolve(only, only, today, 'NO_SUCH_DAY');
  for (const { index, 0: between } of plain.matchAll(BETWEEN)) {
    const [before, after] = [plain.slice(0, index), plain.slice(index + between.length)];
    const first = BARE_DAY.test(before) ? sameMonth(before, after) : readEnd(before, today);
    const last = first && readEnd(after, today, (first.year !== undefined && first.on(first.year)) || today);
    if (last) return resolve(first, last, today, 'NO_SUCH_DAY');
  }
  return { kind: 'unsure', days: {} };
}

/** `9 november`, `idag`, `fredag`. A weekday is the next one after `from`. */
function readEnd(plain: string, today: string, from: string = today): End | undefined {
  if (/^(?:idag|i dag|today)$/.test(plain)) return fixed(today);
  if (/^(?:imorgon|i morgon|tomorrow)$/.test(plain)) return fixed(addDays(today, 1));
  const weekday = WEEKDAYS.findIndex((name) => plain === name || plain === `${name}en`) + 1;
  if (weekday > 0) {
    const ahead = (weekday - weekdayOf(from) + 7) % 7;
    return { ...fixed(addDays(from, ahead)), unsure: ahead === 0 }; // said on a Friday, Friday may be today
  }
  return endOf(waysToRead(plain));
}

/** `3` before `14 november`. */
function sameMonth(day: string, last: string): End | undefined {
  return endOf(waysToRead(last).map((written) => ({ ...written, day: day.replace(/\D/g, '') })));
}

function fixed(day: string): End {
  return { year: Number(day.slice(0, 4)), on: () => day };
}

function endOf(ways: readonly WrittenDay[]): End | undefined {
  const [first] = ways;
  if (!first) return undefined;
  const year = first.year === undefined ? undefined : Number(first.year);
  const days = (of: number): string[] => [...new Set(ways.flatMap((written) => dayIn(of, written) ?? []))];
  // In a leap year every day that may be meant exists.
  const unsure = days(year ?? 2028).length > 1;
  return year !== undefined && year < 100
    ? { year: undefined, on: (of) => days(of)[0], unsure: true }
    : { year, on: (of) => days(of)[0], unsure };
}

function dayIn(year: number, { month, day }: WrittenDay): string | undefined {
  return dayOf(Number(`${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`));
}

function resolve(first: End, last: End, today: string, missing: DaysProblem): DaysReading {
  const days = inYears(first, last, today);
  if (days === undefined) return { kind: 'problem', code: missing };
  if (days === 'reversed') return { kind: 'problem', code: 'DAYS_REVERSED' };
  // What was just over is seldom meant a year ahead.
  const isFar = last.year === undefined && daysBetween(today, days.from) > SELDOM_AHEAD;
  return { kind: first.unsure || last.unsure || isFar ? 'unsure' : 'days', days };
}

/** The days in the year that is written, or in the first one in which they are not over. */
function inYears(first: End, last: End, today: string): Days | 'reversed' | undefined {
  if (first.year !== undefined) return daysOf(first, last, first.year, last.year);
  if (last.year !== undefined) {
    const sameYear = daysOf(first, last, last.year, last.year);
    return sameYear === 'reversed' ? daysOf(first, last, last.year - 1) : sameYear;
  }
  const now = Number(today.slice(0, 4));
  const found = [now - 1, now, now + 1].map((year) => daysOf(first, last, year));
  const coming = found.find((days) => typeof days === 'object' && days.to >= today);
  return coming ?? found.find((days) => days === 'reversed');
}

/** Without a year of its own the last day may lie in the year after. */
function daysOf(first: End, last: End, fromYear: number, toYear?: number): Days | 'reversed' | undefined {
  const from = first.on(fromYear);
  const to = last.on(toYear ?? fromYear);
  if (from === undefined || to === undefined) return undefined;
  if (from <= to) return { from, to };
  const next = toYear === undefined ? last.on(fromYear + 1) : undefined;
  return next !== undefined && daysBetween(from, next) <= LONGEST_OVER_NEW_YEAR ? { from, to: next } : 'reversed';
}

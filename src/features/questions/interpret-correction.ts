import type { Committee } from '../../domain/plan.ts';
import { monthNamed } from '../../domain/written-day.ts';

/** A month as somebody wrote it. Without a year it is the latest one that has opened. */
export interface MonthAsked {
  /** 1 for January to 12 for December. */
  readonly number: number;
  readonly year?: number;
}

/** A question to correct a committee's month: what is named in it, `unknown` where it names none that we know. */
export interface CorrectionAsked {
  readonly committee?: Committee | 'unknown';
  readonly month?: MonthAsked | 'unknown';
}

type FindCommittee = (name: string) => Committee | undefined;

const CORRECT = /^(rätta|ratta|korrigera|ändra)( (?<what>.+))?$/;
const IN_WORDS = /^(?<name>\p{L}{3,9})\.?( (?<year>\d{4}))?$/u;
const YEAR_FIRST = /^(?<year>\d{4})[-/.]?(?<number>\d{2})$/;
const BETWEEN = new Set(['för', 'for', 'i', 'hos', 'av']);
/** More words than a committee's name and a month have. */
const MOST_WORDS = 20;

/** Reads `rätta oktober för BUN` and `rätta BUN okt 2026`, tidied; nothing when it is no such question. */
export function interpretCorrection(words: string, find: FindCommittee): CorrectionAsked | undefined {
  const asked = CORRECT.exec(words);
  if (!asked) return undefined;
  const all = (asked.groups?.what ?? '').split(' ').filter((word) => word !== '');
  if (all.length === 0) return {};
  if (all.length > MOST_WORDS) return { month: 'unknown' };

  const readings = all.flatMap((_, at) => {
    const [one, other] = [joined(all.slice(0, at)), joined(all.slice(at))];
    return [read(one, other, find), read(other, one, find)];
  });
  return readings.toSorted((one, other) => other.sense - one.sense)[0]?.asked;
}

/** A month such as `oktober`, `okt 2026` or `2026-10`. */
function interpretMonth(words: string): MonthAsked | undefined {
  const { name, year, number } = IN_WORDS.exec(words)?.groups ?? YEAR_FIRST.exec(words)?.groups ?? {};
  const at = Number(name === undefined ? number : monthNamed(name));
  if (!(at >= 1 && at <= 12)) return undefined;
  return { number: at, ...(year === undefined ? {} : { year: Number(year) }) };
}

/** One way to divide the words between committee and month, and how much sense it makes. */
function read(who: string, when: string, find: FindCommittee): { asked: CorrectionAsked; sense: number } {
  const committee: CorrectionAsked['committee'] | undefined = who === '' ? undefined : (find(who) ?? 'unknown');
  const month: CorrectionAsked['month'] | undefined = when === '' ? undefined : (interpretMonth(when) ?? 'unknown');
  const asked = { ...(committee && { committee }), ...(month && { month }) };
  // What is no name we know was rather meant as a month when there is a digit in it.
  return { asked, sense: sense(committee, /\d/.test(who)) + sense(month, !/\d/.test(when)) };
}

function sense(named: CorrectionAsked['committee' | 'month'] | undefined, isUnlikely: boolean): number {
  if (named === 'unknown') return isUnlikely ? -3 : 0;
  return named === undefined ? 1 : 3;
}

/** Without the small words between month and committee. */
function joined(words: readonly string[]): string {
  const from = words.findIndex((word) => !BETWEEN.has(word));
  const to = words.findLastIndex((word) => !BETWEEN.has(word));
  return from < 0 ? '' : words.slice(from, to + 1).join(' ');
}

/** A day as somebody wrote it, in digits as they stand: whether there is such a day is another question. */
export interface WrittenDay {
  readonly year: string | undefined;
  readonly month: string;
  readonly day: string;
}

/** The words of Swedish calendars: they are read, never shown, from here. */
const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');

const YEAR_FIRST = /^(?<year>\d{2,5})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/;
const TOGETHER = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/;
const IN_WORDS = /^(?:den )?(?<day>\d{1,2})(?::?e|:a)? (?<month>\p{L}+)\.?(?: (?<year>\d{1,5}))?$/u;
/** `5/6` and `6.5.2026`: day and month to some, month and day to others. */
const TWO_WAYS = /^(?<one>\d{1,2})[/.](?<other>\d{1,2})(?:[/.](?<year>\d{1,5}))?$/;

/** In small letters, with one kind of dash and of space, and without signs that nobody sees. */
export function plainDay(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[‐-–−]/gu, '-')
    .trim()
    .toLowerCase();
}

/** The days that a plain text can mean, the way it is usually meant in Sweden first; none when it is no day. */
export function waysToRead(plain: string): WrittenDay[] {
  const groups = (pattern: RegExp) => pattern.exec(plain)?.groups;
  const twoWays = groups(TWO_WAYS);
  if (twoWays) {
    const { one = '', other = '', year } = twoWays;
    return [
      { year, month: other, day: one },
      { year, month: one, day: other },
    ];
  }
  const { year, month = '', day = '' } = groups(YEAR_FIRST) ?? groups(TOGETHER) ?? groups(IN_WORDS) ?? {};
  const number = /^\d/.test(month) ? month : monthNamed(month);
  return number === undefined ? [] : [{ year, month: number, day }];
}

/** The number of `oktober`, or of its beginning: `okt` and `sept`. */
export function monthNamed(word: string): string | undefined {
  const at = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(word));
  return at < 0 ? undefined : String(at + 1);
}

import { TIME_ZONE } from '../domain/stockholm.ts';

/**
 * Numbers, money, months and dates as people read them in Swedish (sv-SE): no-break space between groups of three,
 * decimal comma, U+2212 as minus, never "−0". The Intl objects are made once, because making them is slow.
 */

/** Intl's own limit; without it Intl would cut at three decimals. */
const ALL_DECIMALS = 100;
const MINUS = '\u2212';

const wholeNumber = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0, signDisplay: 'negative' });
const oneDecimal = numberFormat(1, 1);
const atMostThreeDecimals = numberFormat(0, 3);
const everyDecimal = numberFormat(0, ALL_DECIMALS);
const fixedDecimals = new Map<number, Intl.NumberFormat>([[1, oneDecimal]]);

const monthAndYear = new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const calendarDate = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' });
const localDate = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: TIME_ZONE });
const localTime = new Intl.DateTimeFormat('sv-SE', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: TIME_ZONE,
});

/** Whole kronor as thousands: 7 500 000 is `7 500 tkr`. Half a thousand is rounded away from zero. */
export function tkr(kr: number): string {
  return `${wholeNumber.format(inUnitsOf(kr, 1_000))} tkr`;
}

/** Whole kronor in full: `7 500 000 kr`. */
export function kronorInFull(kr: number): string {
  return `${wholeNumber.format(kr)} kr`;
}

/** Whole kronor as millions with one decimal: `7,5 mnkr`. */
export function mnkr(kr: number): string {
  return `${oneDecimal.format(inUnitsOf(kr, 100_000) / 10)} mnkr`;
}

/** Budget minus forecast in words, because a bare minus is read in two ways: `underskott 7,5 mnkr`. */
export function deviationInWords(kr: number): string {
  return isToBudget(kr) ? 'enligt budget' : `${kr < 0 ? 'underskott' : 'överskott'} ${sizeInWords(kr)}`;
}

/** How large an amount is, where words beside it say which way: `7,5 mnkr`, `900 tkr`. */
export function sizeInWords(kr: number): string {
  const thousands = Math.abs(inUnitsOf(kr, 1_000));
  return thousands < 1_000 ? tkr(Math.abs(kr)) : mnkr(Math.abs(kr));
}

/** Too small to be seen in thousands: the words say that the budget is kept, and so does whatever counts or colours. */
export function isToBudget(kr: number): boolean {
  return inUnitsOf(kr, 1_000) === 0;
}

/** A deviation that the words call a deficit; one that is missing is none. */
export function isDeficit(kr: number | undefined): boolean {
  return kr !== undefined && kr < 0 && !isToBudget(kr);
}

/**
 * Whole kronor as text for an input in tkr that readSwedishNumber reads back as exactly the same kronor.
 * 1 234 kr is written so, with its unit: `1,234` could be read as 1 234 tkr.
 */
export function tkrInput(kr: number): string {
  const size = Math.abs(kr);
  const mayBeReadAsGroups = size % 10 !== 0 && size > 1_000 && size < 1_000_000;
  return mayBeReadAsGroups ? kronorInFull(kr) : decimalNumber(BigInt(kr), 3);
}

/** An indicator's value as text for an input; reads back as exactly the same number (`1,2340`: `1,234` would be asked about). */
export function numberInput(value: number): string {
  const text = everyDecimal.format(value);
  return /^\u2212?[1-9]\d{0,2},\d{3}$/u.test(text) ? `${text}0` : text;
}

/** A number with exactly `decimals` decimals, or with those it has, at most three. */
export function swedishNumber(value: number, decimals?: number): string {
  if (decimals === undefined) return atMostThreeDecimals.format(value);

  const format = fixedDecimals.get(decimals) ?? numberFormat(decimals, decimals);
  fixedDecimals.set(decimals, format);
  return format.format(value);
}

/** An exact whole number of 10^-scale, without trailing zeros: 12345678 at scale 3 is `12 345,678`. Any size. */
export function decimalNumber(scaled: bigint, scale: number): string {
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(scale + 1, '0');
  const whole = wholeNumber.format(BigInt(digits.slice(0, digits.length - scale)));
  const decimals = digits.slice(digits.length - scale).replace(/0+$/u, '');
  return `${scaled < 0n ? MINUS : ''}${whole}${decimals === '' ? '' : `,${decimals}`}`;
}

/** A month such as `2026-10`: `oktober 2026`. */
export function swedishMonth(month: string): string {
  return monthAndYear.format(firstDayOf(month));
}

/** The year so far, as accumulated figures are named: `januari–oktober 2026`; January alone is `januari 2026`. */
export function cumulativePeriod(month: string): string {
  const lastMonth = swedishMonth(month);
  return month.endsWith('-01') ? lastMonth : `januari–${lastMonth}`;
}

/** A calendar date such as `2026-11-13`: `13 november 2026`. */
export function swedishDate(date: string): string {
  return calendarDate.format(new Date(`${date}T00:00:00Z`));
}

/** The day of an instant on Swedish clocks: `5 november 2026`. */
export function swedishDay(instant: Date | string): string {
  return localDate.format(new Date(instant));
}

/** An instant on Swedish clocks: `5 november 2026 kl. 08.03`. */
export function swedishDateTime(instant: Date): string {
  return `${swedishDay(instant)} kl. ${localTime.format(instant).replace(':', '.')}`;
}

/** Throws for a month that does not exist, as Intl refuses the date. */
function firstDayOf(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}

/** Rounds half away from zero by remainders, so no decimal fraction is ever formed. */
function inUnitsOf(kr: number, unit: number): number {
  const size = Math.abs(kr);
  const rest = size % unit;
  const units = (size - rest) / unit + (rest * 2 >= unit ? 1 : 0);
  return kr < 0 ? -units : units;
}

function numberFormat(atLeast: number, atMost: number): Intl.NumberFormat {
  return new Intl.NumberFormat('sv-SE', {
    minimumFractionDigits: atLeast,
    maximumFractionDigits: atMost,
    signDisplay: 'negative',
  });
}

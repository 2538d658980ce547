/**
 * Finds what does not belong in a comment: Swedish personal identity numbers (personnummer), coordination numbers
 * (samordningsnummer: the day plus 60) and payment cards. A hit is only asked about, so it may be generous, but sums of
 * money, organisation numbers and dates must pass.
 */

/** Looked ahead for, so that a number which begins inside another is found too. */
const PERSONAL =
  /(?<!\d)(?=(?<century>18|19|20)?(?<year>\d\d)(?<dash>-?)(?<month>\d\d)\k<dash>(?<day>\d\d)(?<sign>[-+ ]?)(?<last>\d{4})(?!\d))/gu;
const CARD = /(?<!\d)(?:\d{13,19}|\d{4}([- ])\d{4}\1\d{4}\1\d{1,7}|\d{4}([- ])\d{6}\2\d{4,5})(?!\d)/gu;
/** First digits of the large issuers; leaves out Swedish bar codes (73) and rows of years. */
const ISSUER = /^(?:[3-6]|2[2-7])/u;

/** Whether the text seems to hold a personal number or a card number, by form and check digit. */
export function looksLikePersonalNumber(text: string): boolean {
  const plain = text
    .replace(/\p{Cf}/gu, '')
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\p{Zs}/gu, ' ');
  return [...plain.matchAll(PERSONAL)].some(isPersonal) || [...plain.matchAll(CARD)].some(([digits]) => isCard(digits));
}

function isPersonal({ groups }: RegExpMatchArray): boolean {
  const { century = '20', year = '', month = '', day = '', last = '' } = groups ?? {};
  return isDay(`${century}${year}`, month, day) && hasCheckDigit(`${year}${month}${day}${last}`);
}

/** Without a century any will do: 29 February of a year 00 is taken as 2000. */
function isDay(year: string, month: string, day: string): boolean {
  const dayOfMonth = Number.parseInt(day, 10) % 60;
  const lastDay = new Date(Date.UTC(Number.parseInt(year, 10), Number.parseInt(month, 10), 0)).getUTCDate();
  return month >= '01' && month <= '12' && dayOfMonth >= 1 && dayOfMonth <= lastDay;
}

function isCard(written: string): boolean {
  const digits = written.replace(/[- ]/gu, '');
  return ISSUER.test(digits) && hasCheckDigit(digits);
}

/** Luhn's check digit, which personal numbers and cards share. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = (digit.charCodeAt(0) - 48) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

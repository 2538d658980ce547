/*
 * Numbers that people wrote as text in a cell, in the Swedish way: `1 234,5`. What can mean two things is refused, never guessed.
 */

const SPACES = '[ \\u00a0\\u2009\\u202f]';
const WHOLE_THEN_COMMA = new RegExp(`^(-?)(\\d+|\\d{1,3}(?:${SPACES}\\d{3})+)(?:,(\\d+))?$`, 'u');
const DOTTED_GROUPS = /^(-?)(\d{1,3}(?:\.\d{3})+),(\d+)$/u;
const LONE_DOT = /^(-?)(\d+)\.(\d{1,2})$/u;
const COULD_BE_TWO = /^-?\d{1,3}[.,]\d{3}$/u;

export type TextNumber = { readonly value: number } | { readonly slip: 'ambiguous' | 'notANumber' | 'tooLarge' };

/** Reads a number that stands as text. */
export function readTextNumber(text: string): TextNumber {
  const plain = plainSigns(text.trim());
  if (COULD_BE_TWO.test(plain)) return { slip: 'ambiguous' };
  const match = WHOLE_THEN_COMMA.exec(plain) ?? DOTTED_GROUPS.exec(plain) ?? LONE_DOT.exec(plain);
  if (!match) return { slip: 'notANumber' };
  const [, sign = '', whole = '', decimals = ''] = match;
  return readDigits(sign, whole.replaceAll(/\D/g, ''), decimals);
}

/** Typographic minus and full-width digits as plain ones. */
function plainSigns(text: string): string {
  return text
    .replace(/^[\u2212\u2013](?=\d)/u, '-')
    .replace(/[\uff10-\uff19]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** Only digits get here, so that JSON's own reader gives the nearest number. */
function readDigits(sign: string, whole: string, decimals: string): TextNumber {
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (digits.length + decimals.length > 15) return { slip: 'tooLarge' };
  const value: number = JSON.parse(`${digits}${decimals === '' ? '' : `.${decimals}`}`);
  return { value: sign === '-' && value !== 0 ? -value : value };
}

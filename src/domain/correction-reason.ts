/** Why an answer is changed: long enough to say something, short enough to be read. Characters as people count them. */
export const FEWEST_REASON_CHARACTERS = 3;
export const MOST_REASON_CHARACTERS = 500;
/** UTF-16 units: a character can carry any number of accents. */
const MOST_REASON_UNITS = 4_000;

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/**
 * A reason as it is stored: trimmed and in NFC; '' when none was given (signs alone say nothing), and undefined when it is too
 * short or too long.
 */
export function readReason(typed: string | undefined): string | undefined {
  const reason = (typed ?? '').normalize('NFC').trim();
  if (!/[\p{L}\p{N}]/u.test(reason)) return '';
  if (reason.length > MOST_REASON_UNITS) return undefined;
  const characters = [...graphemes.segment(reason)].length;
  return characters >= FEWEST_REASON_CHARACTERS && characters <= MOST_REASON_CHARACTERS ? reason : undefined;
}

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** A character can carry any number of accents; a family of emojis with skin tones takes eleven units. */
const MOST_UNITS_EACH = 20;
/** One property of Azure Table Storage holds 64 KiB, which is 32 768 UTF-16 units. */
const MOST_STORED_UNITS = 32_000;

/** True for a text with more characters than so many, as people count them, or that takes too much room whatever they count. */
export function isLongerThan(text: string, most: number): boolean {
  if (text.length <= most) return false;
  if (text.length > Math.min(MOST_STORED_UNITS, most * MOST_UNITS_EACH)) return true;
  let count = 0;
  for (const _ of graphemes.segment(text)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

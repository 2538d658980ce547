import { createHash } from 'node:crypto';

/**
 * What Azure refuses in a key, halves of signs, and the two signs that we use ourselves: `!` escapes, `|` separates.
 * `%` and `+` go too: Azure decodes a key in an address twice, and then finds another row or none.
 */
const REFUSED = /[/\\#?%+!|\p{Cc}\p{Cs}]/gu;
const HALF_SIGN = /\p{Cs}$/u;
const LONGEST = 512;

/** One part of a key out of any text: NFC, case kept, different texts give different parts. */
export function keyPart(text: string): string {
  const escaped = text
    .normalize('NFC')
    .replace(REFUSED, (sign) => `!${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  if (escaped.length <= LONGEST / 4) return escaped === '' ? '!' : escaped;
  return `${escaped.slice(0, 40).replace(HALF_SIGN, '')}!!${createHash('sha256').update(escaped).digest('hex')}`;
}

/** Parts joined with `|`, at most 1 KiB as Azure allows. */
export function key(...parts: readonly string[]): string {
  const joined = parts.map(keyPart).join('|');
  if (joined.length > LONGEST) throw new Error(`Key of ${joined.length} characters is longer than ${LONGEST}`);
  return joined;
}

/** The keys that begin with a part and more behind it: `}` follows `|`. */
export function keysUnder(part: string): { readonly from: string; readonly to: string } {
  return { from: `${part}|`, to: `${part}}` };
}

/**
 * Small letters without dots, rings and accents: half of all phones and tired people leave them out, so words are compared
 * without. `Å` and `a` with a combining ring are the same letter; full-width digits are digits.
 */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'a');
}

/**
 * A letter typed with its dots or ring is that letter (`länet` is no `lån`); typed without, it may have been meant with.
 * Compared as far as the two are alike: after that comes an ending.
 */
export function agrees(typed: string, known: string): boolean {
  for (let at = 0; at < typed.length && at < known.length; at++) {
    const [one = '', other = ''] = [typed[at], known[at]];
    if (one === other) continue;
    if (fold(one) !== fold(other)) return true;
    if ('åäö'.includes(one)) return false;
  }
  return true;
}

/** More digits than any indicator has, and fewer than those that binary arithmetic gets wrong. */
const DIGITS = 12;

/** The decimal number that is meant: 0.1 + 0.2 is 0.3, so that an error far out never decides a judgement. */
export function settled(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

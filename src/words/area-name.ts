/** What a plan may write behind an area's name, and what is said beside it anyway. */
const SAYS_FEES = /\s*\(avgiftsfinansiera(?:d|t|de)\)\s*$/iu;

/** An area's name where the words around it say that its users pay for it: nobody reads that twice. */
export function withoutFeeWord(name: string): string {
  return name.replace(SAYS_FEES, '');
}

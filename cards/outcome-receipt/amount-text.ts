import type { Amount } from '../../src/domain/answer.ts';
import { decimalNumber } from '../../src/words/swedish.ts';
import { forCard } from '../peoples-words.ts';

/** What is stored of an amount, and why it is missing in the reporter's own words. */
export function amountText(amount: Amount): string {
  if (amount.kind === 'value') return exactTkr(amount.amountKr);
  return /^saknas?\.?$|^$/i.test(amount.reason) ? 'saknas' : `saknas, ”${forCard(amount.reason)}”`;
}

/** To the krona, unlike other cards: what is shown is what is stored. */
export function exactTkr(kr: number): string {
  return `${decimalNumber(BigInt(kr), 3)} tkr`;
}

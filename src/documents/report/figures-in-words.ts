import { listed } from '../../words/sentence-parts.ts';
import { deviationInWords, isToBudget, mnkr, sizeInWords, swedishNumber, tkr } from '../../words/swedish.ts';
import { MISSING } from './blocks.ts';
import { writtenText } from './written-text.ts';

/** Whole kronor as whole thousands for a table whose caption says so: `−7 500`; `saknas` for what is not reported. */
export function inThousands(kr: number | undefined): string {
  return kr === undefined ? MISSING : tkr(kr).replace(/\s?tkr$/u, '');
}

/** An amount in millions with one decimal, which no line ends within. */
export function inMillions(kr: number): string {
  return bound(mnkr(kr));
}

/** Budget − forecast in words: `underskott 7,5 mnkr`, `enligt budget`. A line may end before the amount. */
export function deviationText(kr: number): string {
  return deviationInWords(kr).replace(sizeInWords(kr), bound);
}

/** How large a deviation is, where a word beside it says which way: `7,5 mnkr`. */
export function sizeOfDeviation(kr: number): string {
  return bound(sizeInWords(kr));
}

/** Budget − forecast within a sentence: `ett underskott på 7,5 mnkr`, `att budgeten hålls`. */
export function deviationInSentence(kr: number): string {
  return isToBudget(kr) ? 'att budgeten hålls' : `ett ${kr < 0 ? 'underskott' : 'överskott'} på ${sizeOfDeviation(kr)}`;
}

/** A decision as it is cited, its `§` and number in one: `KF § 88`. */
export function decisionText(decision: string): string {
  return writtenText(decision).replaceAll('§ ', `§${NO_BREAK}`);
}

function bound(amount: string): string {
  return amount.replaceAll(' ', NO_BREAK);
}

const NO_BREAK = '\u00a0';

const SMALL = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];

/** Up to twelve in letters, as running text has them. */
export function inLetters(count: number): string {
  return SMALL[count] ?? swedishNumber(count);
}

/** Of many the first: `A, B, C och 12 till`. */
export function listedAtMost(names: readonly string[], most: number): string {
  return names.length <= most ? listed(names) : `${names.slice(0, most).join(', ')} och ${names.length - most} till`;
}

/** A sentence's full stop, unless the text has its own. */
export function sentence(text: string): string {
  return /[.!?:…]$/u.test(text) ? text : `${text}.`;
}

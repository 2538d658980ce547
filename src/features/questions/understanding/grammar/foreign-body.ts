import type { Lexicon } from '../lexicon/lexicon.ts';
import { MONTH_NUMBERS } from '../periods/calendar-words.ts';
import type { Token } from './recognise.ts';

/** A company, an association or another place, as it was written, and its words. */
export interface ForeignBody {
  readonly kind: 'company' | 'place';
  readonly name: string;
  readonly tokens: readonly number[];
}

/** What the names of municipal companies and associations end in. */
const COMPOUND =
  /^.{4,}(bostader|bolaget|bolag|bolagen|energi|forbund|forbundet|hamnar|fastigheter|stiftelsen|stiftelse|vatten|invest)$/;
const APART = /^(ab|aktiebolag|bolaget|bolag|kommunalforbund|forbund|stiftelse|bostader|energi|fastigheter)$/;
const PLACE_BEFORE = /^(kommun|kommuns|stad|municipality)$/;
const PLACE_AFTER = /^(i|for|mot|med|in|an)$/;

/**
 * Companies and other places aren't followed up in the plan, and a word of a goal in a company's name must not turn into an
 * answer about the goal. What the plan itself calls so is no foreign body.
 */
export function foreignBody(tokens: readonly Token[], lexicon: Lexicon): ForeignBody | undefined {
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const isPlans = lexicon.byStem.has(token.stem) || lexicon.byCode.has(token.plain);
    if (COMPOUND.test(token.plain) && !isPlans && isBodyName(token, lexicon))
      return { kind: 'company', name: written(token), tokens: [at] };
    if (APART.test(token.plain) && isName(before) && (token.capital || token.plain.length > 4))
      return { kind: 'company', name: `${written(before)} ${written(token)}`, tokens: [at - 1, at] };
    if (PLACE_BEFORE.test(token.plain) && isName(before) && isElsewhere(before, lexicon))
      return { kind: 'place', name: written(before), tokens: [at - 1, at] };
    if (PLACE_AFTER.test(before?.plain ?? '') && token.capital && token.plain.length > 2 && isElsewhere(token, lexicon))
      return { kind: token.hasSmall ? 'place' : 'company', name: written(token), tokens: [at] };
  }
  return undefined;
}

/** A municipality's name stands before it, or it is written as a name. */
function isBodyName({ capital, stems }: Token, { places }: Lexicon): boolean {
  return capital || stems.some((stem) => places.has(stem));
}

/** Written with a capital and small letters: abbreviations are written with capitals alone. */
function isName(token: Token | undefined): token is Token {
  return token?.capital === true && !token.isFunction && token.hasSmall;
}

/** No word of ours or of the plan, and no month. */
function isElsewhere({ isKnown, repaired, plain, stems }: Token, { byStem }: Lexicon): boolean {
  if (MONTH_NUMBERS.has(plain)) return false;
  return repaired !== undefined || (!isKnown && !stems.some((stem) => byStem.has(stem)));
}

function written({ text, capital }: Token): string {
  return capital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

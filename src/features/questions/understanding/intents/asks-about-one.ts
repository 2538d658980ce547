import type { Clues } from '../clues.ts';
import type { Mention } from '../grammar/mention.ts';
import type { Sign } from '../vocabulary/signs.ts';
import { hasMoneyMeasure, MONEY } from './sign-groups.ts';

/** What would be foreign is a word of the plan, or the rest is about us beyond doubt. */
export function isOurs(clues: Clues, signs: readonly Sign[]): boolean {
  const foreign = clues.found.filter(({ sign }) => signs.includes(sign));
  const isPlans = (at: number) => clues.mentions.some(({ tokens, score }) => tokens.includes(at) && score >= 0.6);
  const isCompound = (at: number) =>
    (clues.tokens[at]?.stems.length ?? 0) > 1 || clues.tokens[at]?.repaired !== undefined;
  return foreign.every(({ from, to }) => to - from === 1 && (isPlans(from) || isCompound(from)));
}

export function isResponsible({ has, mentions }: Clues): boolean {
  return (
    has('responsible') &&
    (has('who', 'which', 'it') || mentions.length > 0 || has('committee', 'report', 'goal', 'indicator')) &&
    !has('define', 'submittedPast', 'whatIs') &&
    !(
      has('which') &&
      has('indicator', 'goal') &&
      mentions.length > 0 &&
      mentions.every(({ thing }) => thing.kind === 'committee')
    )
  );
}

export function isHelp({ has, mentions }: Clues): boolean {
  if (has('export') && !has('submitted')) return true;
  if (has('define', 'tell', 'compare', 'trend', 'summary') && !has('personal')) return false;
  if (
    has('canYou') &&
    (has('botThings', 'helpWords') || mentions.length === 0) &&
    !has('startReport', 'money', 'goal', 'indicator', 'due', 'show', 'interimReport', 'annualReport', 'tertialReport')
  )
    return true;
  return has('helpWords') && mentions.length === 0 && !has('startReport', 'money', 'goal', 'indicator', 'report');
}

/** "Hur går det?" about everything, when no other thing is asked about that we don't know. */
export function isGeneralStatus({ has, mentions, tokens, foreign }: Clues): boolean {
  const isUnknown = tokens.some(({ isKnown, repaired }) => !isKnown || repaired !== undefined);
  const isAboutOther = foreign !== undefined || (isUnknown && !has('committee', 'municipality'));
  return mentions.length === 0 && has('howGoes', 'committee') && !isAboutOther;
}

/** Of a money question that also names an indicator or a goal, what is named best decides. */
export function isBest(clues: Clues, kind: 'indicator' | 'goal'): boolean {
  const [mention] = kind === 'indicator' ? clues.named('indicator') : clues.named('goal', 'goalArea');
  if (!mention) return false;
  const other = clues.named(kind === 'indicator' ? 'goal' : 'indicator')[0];
  const [own, others] = [strength(mention, clues), other ? strength(other, clues) : 0];
  if (others > own) return false;
  if (kind === 'indicator' && clues.has('target', 'ofTarget', 'belowTarget', 'reachedTarget')) return true;
  return !hasMoneyMeasure(clues) || mention.score >= 0.9 || clues.has(kind) || isMoneyIn(mention, clues);
}

/** Where something is counted or measured, an indicator is rather meant than a goal. */
function strength({ thing, score, tokens }: Mention, { has }: Clues): number {
  const isMeasured = has('howMany', 'howMuch', 'figures');
  return score * tokens.length * (thing.kind !== 'indicator' && isMeasured ? 0.6 : 1);
}

/** What looks like a word of money is a word of the name: "resultat" in what a result is compared with. */
function isMoneyIn({ tokens }: Mention, { found }: Clues): boolean {
  return found
    .filter(({ sign }) => MONEY.includes(sign))
    .every(({ from, to }) => to - from === 1 && tokens.includes(from));
}

import type { Clues } from '../clues.ts';
import { hasMoney, hasMoneyMeasure, isWork } from './sign-groups.ts';

const comparesTwo = (clues: Clues) =>
  clues.periods.length > 1 || ['committee', 'goal', 'indicator'].some((kind) => clues.named(kind as 'goal').length > 1);

export function isComparison(clues: Clues): boolean {
  const { has } = clues;
  if (clues.foreign?.kind === 'place' && clues.named('indicator').length > 0) return true;
  if (has('elsewhere')) return clues.mentions.length > 0 || has('compare', 'against') || hasMoney(clues);
  if (clues.named('committee').length > 1 && has('highest', 'lowest', 'best', 'worst')) return true;
  if (has('compare', 'difference')) return !has('target', 'againstBudget') || comparesTwo(clues);
  if (has('women') && has('men') && has('against', 'compare', 'difference')) return true;
  return has('against') && (comparesTwo(clues) || clues.periods.length > 0) && !has('againstBudget', 'target');
}

export function isRanking(clues: Clues): boolean {
  const { has } = clues;
  if (has('rank')) return true;
  const isAsked =
    has('which', 'show', 'what', 'who', 'committee', 'indicator') || clues.named('committee', 'goal').length === 0;
  if (has('highest', 'lowest') && isAsked && !has('howMuch')) return true;
  return has('best', 'worst', 'improve', 'decline') && isAsked && !has('trend', 'how') && clues.tokens.length > 1;
}

export function isTrend({ has, periods, named }: Clues): boolean {
  if (has('trend', 'graph')) return true;
  const isSpan = periods.some(({ code }) => /^\d{4}-$|^last_3_years$|^all$/.test(code));
  return isSpan && (named('indicator', 'committee', 'goal').length > 0 || has('how', 'money'));
}

export function isList(clues: Clues): boolean {
  const { has } = clues;
  const thing = has('goal', 'indicator', 'committee', 'periodThing', 'businessArea', 'goalArea', 'report', 'planThing');
  const isPlural = has('exists') || clues.tokens.some(({ plain }) => plain === 'vilka' || PLURAL.test(plain));
  if (isWork(clues) || has('howMany')) return false;
  if (
    clues.tokens.length === 1 &&
    has('indicator', 'committee') &&
    clues.tokens.some(({ plain }) => PLURAL.test(plain))
  )
    return true;
  if (has('someone') && has('committee', 'goal', 'indicator') && has('negative', 'positive', 'red', 'belowTarget'))
    return true;
  if (has('show') && hasMoneyMeasure(clues) && !has('negative', 'positive', 'which')) return false;
  if (has('indicator') && clues.named('goal', 'committee').length > 0 && clues.named('indicator').length === 0)
    return true;
  if (has('exists') && clues.named('goal', 'goalArea').length > 0) return true;
  if ((has('howGoes') && !has('which')) || has('measuresAsked')) return false;
  if (has('gradeWords', 'figures') && clues.named('goal', 'indicator').length > 0 && !has('indicator')) return false;
  if (has('submitted', 'submittedPast', 'done') && !has('goal', 'indicator')) return false;
  if (has('subLevel') && clues.named('goal').some(({ thing }) => thing.level === 'council')) return true;
  if (has('which', 'exists') && thing && (isPlural || clues.named('indicator', 'goal').length === 0)) return true;
  if (
    has('which') &&
    isPlural &&
    !has('responsible') &&
    (clues.periods.length > 0 ||
      has(
        'red',
        'green',
        'yellow',
        'deviation',
        'negative',
        'positive',
        'late',
        'ongoing',
        'notStarted',
        'belowTarget',
        'reachedTarget',
      ))
  )
    return true;
  if (has('all') && thing && isPlural) return true;
  if (has('show') && thing && (has('all') || isPlural)) return true;
  return false;
}

/** Several of what is asked for: `målen`, `indikatorer`. */
const PLURAL =
  /^(mal|malen|.*malen|indikatorer(na)?|nyckeltal(en)?|namnder(na)?|ataganden(a)?|aktiviteter(na)?|uppdrag(en)?|investeringar(na)?|insatser(na)?|verksamheter(na)?|projekten?|goals|indicators|committees|activities)$/;

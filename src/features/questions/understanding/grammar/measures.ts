import type { Clues } from '../clues.ts';
import type { Intent } from '../reading.ts';
import type { Sign } from '../vocabulary/signs.ts';

/**
 * What of the money is asked for. The more particular comes first: "hur mycket är kvar av budgeten" asks for what remains,
 * not for the budget.
 */
const MONEY_MEASURES: readonly (readonly [Sign, string])[] = [
  ['supplementaryAppropriation', 'supplementaryAppropriation'],
  ['measuresEffect', 'measuresEffect'],
  ['why', 'comment'],
  ['measuresAsked', 'measures'],
  ['againstBudget', 'outcomeAndBudget'],
  ['deviationPercent', 'deviationPercent'],
  ['remaining', 'remaining'],
  ['monthlyCost', 'monthlyCost'],
  ['deviation', 'deviation'],
  ['forecast', 'forecast'],
  ['internalBudget', 'internalBudget'],
  ['netCost', 'netCost'],
  ['income', 'income'],
  ['outcome', 'outcome'],
  ['result', 'result'],
  ['cost', 'cost'],
  ['budget', 'budget'],
];

export function moneyMeasure({ has }: Pick<Clues, 'has'>): string | undefined {
  return MONEY_MEASURES.find(([sign]) => has(sign))?.[1];
}

/** Measures of goals and indicators; for money those above. */
export function measureOf(intent: Intent, clues: Clues): string | undefined {
  const { has } = clues;
  if (intent === 'goal_status') {
    if (has('why')) return 'comment';
    if (has('howMany')) return 'count';
    if (has('future') && has('gradeWords', 'ofTarget', 'deviation', 'future') && !has('howGoes')) return 'goalForecast';
    return has('gradeWords', 'ofTarget', 'done') ? 'grade' : undefined;
  }
  if (intent === 'indicator_status') {
    if (has('why')) return 'comment';
    if (has('when')) return has('published', 'due') ? 'nextPublication' : 'periodOfValue';
    const isHeldAgainst =
      has('target', 'ofTarget', 'reachedTarget', 'belowTarget') || (has('compare', 'against') && has('goal'));
    if (isHeldAgainst)
      return has('what') && has('target') && !has('compare', 'against') ? 'target' : 'outcomeAndTarget';
    return undefined;
  }
  if (intent === 'committee_status') return has('why') ? 'comment' : has('measuresAsked') ? 'measures' : undefined;
  if (intent === 'list' || intent === 'report_status' || intent === 'missing_reports')
    return has('howMany') ? 'count' : intent === 'list' ? moneyMeasure(clues) : undefined;
  if (intent === 'commitment_status' || intent === 'activity_status')
    return has('when') ? 'endDate' : has('howMany') ? 'count' : undefined;
  const takesMoney =
    intent === 'finance_status' ||
    intent === 'trend' ||
    intent === 'compare' ||
    intent === 'ranking' ||
    intent === 'correct_report';
  return takesMoney ? moneyMeasure(clues) : undefined;
}

import type { Clues } from '../clues.ts';
import type { Entities, Intent } from '../reading.ts';
import type { Sign } from '../vocabulary/signs.ts';

/** What is listed or ranked, by the word for it. */
const KINDS: readonly (readonly [Sign, string])[] = [
  ['commitment', 'commitment'],
  ['assignment', 'assignment'],
  ['activity', 'activity'],
  ['investment', 'investment'],
  ['goalArea', 'goalArea'],
  ['indicator', 'indicator'],
  ['committee', 'committee'],
  ['goal', 'goal'],
  ['businessArea', 'businessArea'],
  ['periodThing', 'period'],
  ['report', 'report'],
];

export function whatOf(intent: Intent, clues: Clues): string | undefined {
  const { has } = clues;
  if (intent === 'missing_reports')
    return has('noValue') && has('indicator', 'which', 'what') ? 'indicator' : undefined;
  if (intent !== 'list' && intent !== 'ranking') return undefined;
  const said = KINDS.find(([sign]) => has(sign))?.[1];
  if (said === 'goal' && intent === 'list' && has('exists') && !has('which')) return 'goal';
  if (said !== undefined) return said;
  if (intent === 'list') return has('deviation', 'forecast', 'negative', 'positive') ? 'committee' : 'all';
  return isAboutMoney(clues) || clues.named('indicator').length > 0 || has('who') ? 'committee' : 'indicator';
}

function isAboutMoney({ has }: Clues): boolean {
  return has('money', 'deviation', 'forecast', 'cost', 'netCost', 'outcome', 'budget');
}

/** Less of something isn't always worse: only the words say which end is asked for. */
export function orderOf({ has }: Clues): Entities['order'] {
  if (has('worst', 'decline')) return 'worst';
  if (has('best', 'improve')) return 'best';
  if (has('negative') && has('highest', 'rank')) return 'worst';
  if (has('positive') && has('highest', 'rank')) return 'best';
  if (has('lowest')) return 'lowest';
  return has('highest') ? 'highest' : 'best';
}

const FILTERS: readonly (readonly [Sign, string])[] = [
  ['belowTarget', 'belowTarget'],
  ['reachedTarget', 'reached'],
  ['keyFigure', 'keyFigure'],
  ['red', 'red'],
  ['yellow', 'yellow'],
  ['green', 'green'],
  ['cancelled', 'cancelled'],
  ['notStarted', 'notStarted'],
  ['late', 'late'],
  ['ongoing', 'ongoing'],
  ['done', 'done'],
  ['open', 'open'],
  ['negative', 'negative'],
  ['positive', 'positive'],
];

export function filterOf(intent: Intent, { has }: Clues): string | undefined {
  if (intent !== 'list' && intent !== 'commitment_status' && intent !== 'activity_status' && intent !== 'ranking')
    return undefined;
  if (intent === 'ranking') return undefined;
  return FILTERS.find(([sign]) => has(sign))?.[1];
}

/** "Hur många mål är gröna". */
export function gradeOf(intent: Intent, { has }: Clues): string | undefined {
  if (intent !== 'goal_status') return undefined;
  return has('green') ? 'GREEN' : has('yellow') ? 'YELLOW' : has('red') ? 'RED' : undefined;
}

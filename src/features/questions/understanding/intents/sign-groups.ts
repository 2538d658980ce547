import type { Clues } from '../clues.ts';
import type { Sign } from '../vocabulary/signs.ts';

export const FOREIGN: readonly Sign[] = ['weather', 'food', 'party', 'pay', 'chores', 'cases'];

export const SOFT_FOREIGN: readonly Sign[] = ['daily', 'private'];

export const MONEY: readonly Sign[] = [
  ...([
    'money',
    'forecast',
    'deviation',
    'deviationPercent',
    'budget',
    'internalBudget',
    'netCost',
    'cost',
    'income',
  ] as const),
  ...([
    'outcome',
    'remaining',
    'monthlyCost',
    'supplementaryAppropriation',
    'againstBudget',
    'measuresEffect',
    'result',
  ] as const),
];

export const OURS: readonly Sign[] = [
  'report',
  'goal',
  'indicator',
  'committee',
  'submitted',
  'due',
  'deadlineThing',
  'startReport',
  ...MONEY,
];

export const hasMoney = (clues: Clues) => clues.has(...MONEY) || clues.named('businessArea').length > 0;

export function hasMoneyMeasure({ has }: Clues): boolean {
  return has(...MONEY.filter((sign) => sign !== 'money'));
}

export const isWork = (clues: Clues) => clues.has('commitment', 'activity', 'assignment', 'investment');

export const namesWork = (clues: Clues) => clues.named('commitment', 'activity', 'assignment', 'investment').length > 0;

import type { Draft } from '../draft.ts';
import { periodsOf } from '../grammar/period-of.ts';
import type { Entities, Reading } from '../reading.ts';
import { kept } from './kept.ts';

/** A short follow-up that a single sign decides. */
export function byOneSign(previous: Reading, { clues, reading }: Draft): Reading | undefined {
  const { has } = clues;
  const { entities } = previous;
  if (has('measuresAsked') && entities.committee !== undefined)
    return kept(previous, { ...entities, measure: 'measures' }, 'finance_status');
  if (has('indicator') && entities.goal !== undefined)
    return kept(previous, { goal: entities.goal, what: 'indicator' }, 'list');
  if (has('judging') && entities.indicator !== undefined)
    return kept(previous, { ...entities, measure: 'outcomeAndTarget' }, 'indicator_status');
  if (entities.indicator !== undefined && has('what') && has('goal', 'target'))
    return kept(previous, { ...entities, measure: 'target' }, 'indicator_status');
  if (entities.indicator !== undefined && has('elsewhere'))
    return kept(previous, { ...entities, ...elsewhere(clues) }, 'compare');
  if (previous.intent === 'finance_status' && clues.tokens.some(({ plain }) => plain === 'procent'))
    return kept(previous, { ...entities, measure: 'deviationPercent' }, 'finance_status');
  if (entities.report !== undefined && has('approved', 'published', 'done') && reading.intent === 'clarify')
    return kept(previous, { ...entities, ...(has('approved') && { step: 'approved' }) }, 'report_status');
  if (has('more') || clues.tokens.every(({ plain }) => plain === 'mer' || plain === 'more'))
    return kept(previous, { ...entities, step: 'more' }, previous.intent);
  if (has('when') && entities.report !== undefined && reading.intent !== 'deadline') {
    const { step: _, ...rest } = entities;
    return kept(previous, rest, 'deadline');
  }
  return undefined;
}

function elsewhere(clues: Draft['clues']): Entities {
  const { compareWith } = periodsOf('compare', clues);
  return compareWith === undefined ? {} : { compareWith };
}

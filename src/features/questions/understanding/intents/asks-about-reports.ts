import type { Clues } from '../clues.ts';
import { reportNamed } from '../grammar/asks.ts';
import { hasMoney, hasMoneyMeasure, isWork } from './sign-groups.ts';

export const isAskedToReport = (clues: Clues) =>
  clues.has('startReport', 'reportVerb') &&
  !clues.has('where') &&
  !clues.has('when', 'who', 'which', 'submittedPast', 'not', 'deadlineSaid', 'done', 'define');

export function isMissing(clues: Clues): boolean {
  const { has } = clues;
  if ((has('remaining') && hasMoneyMeasure(clues)) || has('keyFigure')) return false;
  if (isWork(clues) || (has('belowTarget') && !has('reportVerb', 'submitted'))) return false;
  if (has('not') && has('submitted') && !has('when')) return true;
  if (has('howMuch') && has('deviation')) return false;
  if (has('late') && (has('who', 'someone', 'committee', 'report', 'submitted') || clues.named('committee').length > 0))
    return true;
  if (has('done') && has('not') && has('which', 'who') && !has('goal', 'indicator')) return true;
  return has('missing') && !has('when') && !(has('deviation', 'budget') && !has('report', 'submitted', 'who', 'which'));
}

export function isDeadline({ has, named }: Clues): boolean {
  if (has('when'))
    return (
      has(
        'due',
        'report',
        'submitted',
        'open',
        'approved',
        'decided',
        'published',
        'interimReport',
        'annualReport',
        'tertialReport',
        'startReport',
        'deadlineSaid',
        'reminder',
      ) &&
      !has('submittedPast') &&
      named('indicator', 'goal').length === 0
    );
  return has('deadlineSaid') && !has('who', 'which', 'forecast');
}

export function isReportStatus(clues: Clues): boolean {
  const { has } = clues;
  if (isWork(clues)) return false;
  const report = reportNamed(clues);
  if (has('unapprove')) return true;
  if (has('done') && has('which', 'who', 'all', 'someone') && clues.mentions.length === 0 && !has('goal', 'indicator'))
    return true;
  if (
    has('done') &&
    clues.named('committee').length > 0 &&
    !has('howGoes', 'goal', 'indicator') &&
    !hasMoneyMeasure(clues)
  )
    return true;
  if (
    has('submitted', 'submittedPast') &&
    (has('myself', 'we', 'all', 'someone', 'who', 'which', 'howMany', 'own') ||
      clues.named('committee').length > 0 ||
      report !== undefined)
  )
    return true;
  return (
    report !== undefined &&
    has('done', 'approved', 'howGoes', 'published', 'decided', 'unapprove', 'ongoing', 'open') &&
    !(has('past') && has('howGoes') && !has('done'))
  );
}

export function isSummary(clues: Clues): boolean {
  const { has } = clues;
  if (has('summary'))
    return clues.named('committee').length === 0 || reportNamed(clues) !== undefined || clues.periods.length > 0;
  if (has('publish')) return has('report', 'summary') || clues.periods.length > 0;
  return has('content', 'show') && reportNamed(clues) !== undefined && !has('goal', 'indicator', 'which', 'all');
}

export function isPeriodAsked(clues: Clues): boolean {
  const { has } = clues;
  return (
    has('howGoes', 'past', 'tell') &&
    has('past', 'tell') &&
    (clues.periods.length > 0 || reportNamed(clues) !== undefined) &&
    clues.mentions.length === 0 &&
    !hasMoney(clues) &&
    !has('goal', 'indicator')
  );
}

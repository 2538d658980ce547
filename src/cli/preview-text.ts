import type { PlanProblem } from '../domain/plan-problem.ts';
import type { PlanPreview } from '../features/planning/preview-plan.ts';
import { planProblemText } from '../plan-texts.ts';
import type { FileProblem } from '../ports.ts';
import { periodText } from '../words/period-text.ts';
import { type ChangeWords, changesData, changesText, countsText } from './changes-text.ts';
import type { Outcome } from './command.ts';
import type { GivenPlan } from './plan-reading.ts';
import { problemList } from './problem-list.ts';

/** What an import would do: from when, what changes, what is odd, and what has to be chosen first. */
export function previewOutcome(plan: GivenPlan, preview: PlanPreview, words: ChangeWords): Outcome {
  const { changes, validFrom, asks, basedOn } = preview;
  const problems = [...plan.warnings, ...preview.againstStored.map(asFileProblem)];
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const text = [
    'Provläsning: inget är ändrat.',
    startText(preview),
    basedOn === 0 ? countsText(changes, words) : changesText(changes, words),
    problemList(problems),
  ];
  return {
    text: text.filter(Boolean).join('\n\n'),
    data: { dryRun: true, basedOn, validFrom, ...(asks && { asks }), changes: changesData(changes, words), problems },
    hasErrors,
  };
}

function startText({ basedOn, changes, validFrom, asks }: PlanPreview): string {
  if (basedOn > 0 && changes.length === 0) return 'Planen gäller redan.';
  return asks ? choiceText(asks) : `Planen skulle gälla från och med ${periodText(validFrom)}.`;
}

/** Both ways out when somebody has answered the month that is open. */
export function choiceText({ open, next }: NonNullable<PlanPreview['asks']>): string {
  return `Uppföljningen av ${periodText(open)} är öppen och någon har redan svarat. Välj från vilken månad planen ska gälla:
  --from ${open}   ${periodText(open)} följs upp mot den nya planen, även de svar som redan finns
  --from ${next}   ${periodText(open)} följs upp mot den gamla planen, som svaren gavs mot`;
}

/** What only storage knows of stands in no row of the file. */
export function asFileProblem(problem: PlanProblem): FileProblem {
  return { severity: problem.severity, where: '', what: planProblemText(problem) };
}

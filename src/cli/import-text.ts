import type { ImportProblem, PlanImport } from '../features/planning/import-plan.ts';
import type { PlanVersion } from '../ports.ts';
import { periodText } from '../words/period-text.ts';
import { type ChangeWords, changesData } from './changes-text.ts';
import { type Outcome, Refusal } from './command.ts';
import type { GivenPlan } from './plan-reading.ts';
import { asFileProblem, choiceText } from './preview-text.ts';
import { counted, problemList } from './problem-list.ts';

/** What became of an import, with the version that the plan stands in now. */
export function importedOutcome(
  { warnings }: GivenPlan,
  { outcome, preview, leftAside }: PlanImport,
  version: PlanVersion,
  words: ChangeWords,
): Outcome {
  const fromStored = preview.againstStored.map(asFileProblem);
  const { number, validFrom } = version;
  const text = [
    outcome === 'published'
      ? `Planen är inläst som version ${number} och gäller från och med ${periodText(validFrom)}.`
      : 'Planen gäller redan, inget är ändrat.',
    leftAside
      .map(
        ({ committeeId, period }) =>
          `${committeeId} ${period}: planens utfall används inte, nämnden har redan rapporterat.`,
      )
      .join('\n'),
    problemList(fromStored),
    outcome === 'published' && warnings.length > 0
      ? `Filen har ${counted(warnings.length, 'varning', 'varningar')}. Visa dem med: styr plan check FIL`
      : '',
  ];
  return {
    text: text.filter(Boolean).join('\n\n'),
    data: {
      outcome,
      version: number,
      validFrom,
      leftAside,
      changes: changesData(preview.changes, words),
      problems: [...warnings, ...fromStored],
    },
  };
}

/** Why nothing was stored, and what to do. */
export function importRefusal(problem: ImportProblem): Refusal {
  const { code, ...facts } = problem;
  const refusal = (message: string, data: object = facts): Refusal =>
    new Refusal(code, message, undefined, { ...data });
  switch (problem.code) {
    case 'PLAN_HAS_ERRORS': {
      const problems = problem.problems.map(asFileProblem);
      return refusal(`Planen går inte att läsa in, och inget är ändrat.\n\n${problemList(problems)}`, { problems });
    }
    case 'MONTH_ANSWERED':
      return refusal(`Inget är ändrat ännu.\n${choiceText(problem)}`);
    case 'OUTSIDE_PLAN_PERIOD':
      return refusal(`Planen gäller ${problem.from}–${problem.to}. Välj en månad i de åren med --from.`);
    case 'PLAN_CHANGED':
      return refusal('Någon annan läste in en plan samtidigt. Gör en provläsning med --dry-run och försök igen.');
  }
}

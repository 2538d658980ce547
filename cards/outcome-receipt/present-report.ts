import type { Answer, GoalAnswer, InvestmentFigures } from '../../src/domain/answer.ts';
import { deviationKr } from '../../src/domain/finance.ts';
import type { GoalAsked, MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { gradeLabel } from '../../src/words/grade-text.ts';
import { deviationInWords } from '../../src/words/swedish.ts';
import { workStatusWords } from '../../src/words/work-status.ts';
import { forCard } from '../peoples-words.ts';
import { shortened, type WorkGroup, workGroupHeadings, workGroupOf, workName } from '../work-names.ts';
import { amountText } from './amount-text.ts';

/** UTF-16 units that all motivations take together: a receipt has to fit in a message. */
const MOST_UNITS = 10_000;
const MOST_PROJECT_UNITS = 200;

/** Each goal with its grade, what was proposed when that was another, and the motivation. */
export function presentGoals({ goals, gradeScale }: MonthlyPrompt, answer: Answer): object[] {
  const graded = goals.flatMap((asked) => {
    const said = answer.goals.find(({ goalId }) => goalId === asked.goal.id);
    return said ? [{ asked, said }] : [];
  });
  const most = MOST_UNITS / Math.max(1, graded.length);
  return graded.map(({ asked, said }) => ({
    name: forCard(nameOf(asked)),
    lines: [{ text: gradeText(said, gradeScale) }, ...motivationLines(said.motivation, most)],
  }));
}

/** One line for each project, apart from operations. */
export function presentInvestments({ investments }: MonthlyPrompt, answer: Answer): object[] {
  const lines = investments.flatMap(({ project, budgetKr }) => {
    const said = answer.investments.find((figures) => figures.project === project);
    return said ? [{ text: `${forCard(shortened(project, MOST_PROJECT_UNITS))}: ${figuresText(said, budgetKr)}` }] : [];
  });
  return lines.length === 0 ? [] : [{ name: 'Investeringar', lines }];
}

function figuresText({ outcome, forecast }: InvestmentFigures, budgetKr: number): string {
  const deviation = forecast.kind === 'value' ? ` (${deviationInWords(deviationKr(budgetKr, forecast.amountKr))})` : '';
  return `utfall från start ${amountText(outcome)}, prognos för hela projektet ${amountText(forecast)}${deviation}`;
}

/** A line for each commitment, activity, assignment and agreed measure, under the headings that the form has. */
export function presentWork({ work }: MonthlyPrompt, answer: Answer): object[] {
  const lines = work.flatMap((asked) => {
    const said = answer.work.find(({ workId }) => workId === asked.id);
    const text = said && `${forCard(workName(asked))}: ${workStatusWords[said.status].toLowerCase()}`;
    return text === undefined ? [] : [{ group: workGroupOf[asked.kind], text }];
  });
  const groups = new Map<WorkGroup, { text: string }[]>();
  for (const { group, text } of lines) groups.set(group, [...(groups.get(group) ?? []), { text }]);
  return [...groups].map(([group, some]) => ({ name: workGroupHeadings[group], lines: some }));
}

function nameOf({ goal: { number, name } }: GoalAsked): string {
  return `Mål: ${number === undefined ? '' : `${number} `}${name}`;
}

function gradeText({ gradeId, proposedGradeId }: GoalAnswer, scale: MonthlyPrompt['gradeScale']): string {
  const grade = forCard(gradeLabel(gradeId, scale) ?? gradeId);
  if (proposedGradeId === undefined || proposedGradeId === gradeId) return grade;
  return `${grade} (beräknat förslag: ${forCard(gradeLabel(proposedGradeId, scale) ?? proposedGradeId)})`;
}

function motivationLines(motivation: string, most: number): { text: string }[] {
  if (motivation.length <= most) return [{ text: forCard(motivation) }];
  const beginning = motivation.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return [{ text: `${forCard(beginning)} …` }, { text: 'Här visas början. Hela motiveringen är sparad.' }];
}

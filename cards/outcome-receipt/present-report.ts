import type { Answer, GoalAnswer } from '../../src/domain/answer.ts';
import type { GoalAsked, MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { gradeLabel } from '../../src/words/grade-text.ts';
import { workStatusWords } from '../../src/words/work-status.ts';
import { forCard } from '../peoples-words.ts';

/** UTF-16 units that all motivations take together: a receipt has to fit in a message. */
const MOST_UNITS = 10_000;

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

/** One line for each commitment and activity. */
export function presentWork({ work }: MonthlyPrompt, answer: Answer): object[] {
  const lines = work.flatMap(({ id, name }) => {
    const said = answer.work.find(({ workId }) => workId === id);
    return said ? [{ text: `${forCard(name)}: ${workStatusWords[said.status].toLowerCase()}` }] : [];
  });
  return lines.length === 0 ? [] : [{ name: 'Åtaganden och aktiviteter', lines }];
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

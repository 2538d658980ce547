import type { GoalAsked, MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { lastDayOf } from '../../src/domain/period.ts';
import { computedProposalText, gradeLabel } from '../../src/words/grade-text.ts';
import { shortInterval } from '../../src/words/period-text.ts';
import { swedishDate } from '../../src/words/swedish.ts';
import { forCard } from '../peoples-words.ts';
import * as fields from './fields.ts';
import type { FormFields } from './form-fields.ts';
import type { FormPage } from './pages.ts';

/** Of an earlier motivation as much as reminds its reader of it. */
const MOST_REMINDER = 200;
const VIA_CONTRIBUTION = ' Räknat på nämndens indikatorer under de mål som målet bidrar till.';

/** What has to be known before goals are graded, or projects' figures are given. */
export function reportIntro({ goals, investments }: FormPage, { followUp }: MonthlyPrompt): { text: string }[] {
  const day = swedishDate(lastDayOf(followUp.period));
  const lines = [
    ...(investments.length > 0
      ? [
          `Utfallet räknas från projektets start till och med ${day}. Prognosen är för hela projektet. Beloppen räknas inte in i driften. Blir prognosen mycket högre än budgeten behövs en kommentar, på sidan Ekonomi.`,
        ]
      : []),
    ...(goals.length > 0
      ? [
          `${isYearEnd(followUp) ? 'Nåddes målen?' : 'Bedöms målen nås?'} Välj grad och motivera. Förslaget är beräknat av nämndens indikatorer och aktiviteter till och med ${day}. Du bestämmer.`,
        ]
      : []),
  ];
  return lines.map((text) => ({ text }));
}

/** A goal's part of the form: its grade, with the computed proposal chosen beforehand, and its motivation. */
export function presentGoal(form: FormFields, asked: GoalAsked, prompt: MonthlyPrompt): object {
  const { goal, proposal, viaContribution, last } = asked;
  const { gradeScale, followUp } = prompt;
  const name = goal.number === undefined ? goal.name : `${goal.number} ${goal.name}`;
  const question = isYearEnd(followUp) ? 'nåddes målet?' : 'bedöms målet nås?';
  return {
    name: forCard(name),
    last: last ? [{ text: lastText(last, gradeScale) }] : [],
    grade: {
      ...form.field(fields.gradeOf(goal.id), `${name}: ${question}`, {
        value: proposal.gradeId ?? '',
        hint: `${computedProposalText(proposal, gradeScale, forCard)}${viaContribution ? VIA_CONTRIBUTION : ''}`,
        inWords: (stored) => forCard(gradeLabel(stored, gradeScale) ?? stored),
      }),
      choices: gradeScale.map(({ id, label }) => ({
        title: id === proposal.gradeId ? `${label} (beräknat förslag)` : label,
        value: id,
      })),
    },
    motivation: form.field(fields.motivationOf(goal.id), `${name}: motivering`, {
      mostUnits: fields.MOST_MOTIVATION_UNITS,
    }),
  };
}

function isYearEnd({ kind }: MonthlyPrompt['followUp']): boolean {
  return kind === 'annual';
}

function lastText({ gradeId, motivation, period }: NonNullable<GoalAsked['last']>, scale: MonthlyPrompt['gradeScale']) {
  const beginning = motivation.slice(0, MOST_REMINDER).replace(/[\uD800-\uDBFF]$/, '');
  const said = motivation.length <= MOST_REMINDER ? motivation : `${beginning.trimEnd()} …`;
  const grade = gradeLabel(gradeId, scale) ?? gradeId;
  return `Förra bedömningen (${shortInterval(period)}): ${forCard(grade)}. ”${forCard(said.replace(/\s+/g, ' '))}”`;
}

import type { Amount, Answer } from '../../src/domain/answer.ts';
import { FEWEST_REASON_CHARACTERS, MOST_REASON_CHARACTERS } from '../../src/domain/correction-reason.ts';
import type { DecisionProblem, Doubt } from '../../src/domain/decide-answer.ts';
import { confirmationOf } from '../../src/domain/decide-answer.ts';
import { deviationKr } from '../../src/domain/finance.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { periodText } from '../../src/words/period-text.ts';
import { cumulativePeriod, deviationInWords, tkr } from '../../src/words/swedish.ts';
import { type Choice, confirmation, confirmChoice, useChoice, usedValue } from './choices.ts';
import * as fields from './fields.ts';

/** What stands under a field that could not be taken: a reason, or a question with choices. Plain text. */
export interface FieldNote {
  readonly text: string;
  readonly choices: readonly Choice[];
  /** The choice that was made when the form came back for another reason. */
  readonly chosen?: string;
}

export type FieldNotes = ReadonlyMap<string, FieldNote>;

export function problemNote(text: string): FieldNote {
  return { text, choices: [] };
}

/** What a reason for a correction has to be. */
export function reasonNote(): FieldNote {
  return problemNote(
    `Skriv varför uppgiften rättas, med ${FEWEST_REASON_CHARACTERS} till ${MOST_REASON_CHARACTERS} tecken.`,
  );
}

/** A choice made earlier goes with the form until its text is changed: nobody is asked twice. */
export function keptChoice(chosen: string | undefined, typed: string): FieldNote | undefined {
  if (chosen === undefined) return undefined;
  if (confirmation(chosen, typed) !== undefined) {
    return { text: 'Bekräftat', choices: [{ title: 'Ja, det stämmer', value: chosen }], chosen };
  }
  if (usedValue(chosen, typed) === 'missing') {
    return { text: 'Bekräftat', choices: [{ title: 'Uppgift saknas', value: chosen }], chosen };
  }
  return undefined;
}

/** The questions about figures that look wrong, at their fields. */
export function doubtNotes(
  prompt: MonthlyPrompt,
  doubts: readonly Doubt[],
  typed: Readonly<Record<string, string>>,
): FieldNotes {
  return new Map(
    doubts.map((doubt) => {
      const field = fieldOf(doubt);
      const text = typed[field] ?? '';
      const choices = [confirmChoice(`Ja, ${tkr(doubt.amountKr)} stämmer`, confirmationOf(doubt), text)];
      if ('suggestedKr' in doubt) {
        const label = doubt.code === 'DEVIATION_AS_FORECAST' ? 'Nej, prognosen ska vara' : 'Nej, det ska vara';
        choices.push(useChoice({ value: doubt.suggestedKr, label: `${label} ${tkr(doubt.suggestedKr)}` }, text));
      }
      return [field, { text: doubtText(prompt, doubt), choices }];
    }),
  );
}

function fieldOf(doubt: Doubt): string {
  if ('areaId' in doubt) {
    return doubt.field === 'outcome' ? fields.outcomeOf(doubt.areaId) : fields.forecastOf(doubt.areaId);
  }
  const { field, project } = doubt;
  return field === 'outcome' ? fields.investmentOutcomeOf(project) : fields.investmentForecastOf(project);
}

function doubtText(prompt: MonthlyPrompt, doubt: Doubt): string {
  switch (doubt.code) {
    case 'FACTOR_1000':
      return `${tkr(doubt.amountKr)} är ungefär 1 000 gånger ${Math.abs(doubt.amountKr) > Math.abs(doubt.suggestedKr) ? 'mer' : 'mindre'} än väntat. Är enheten rätt?`;
    case 'SINKS':
      return `${sinksText(doubt)} Stämmer det?`;
    case 'JUMP':
      return `Det är långt från väntade ${tkr(doubt.expectedKr)} för ${cumulativePeriod(prompt.followUp.period)}. Stämmer det?`;
    case 'DEVIATION_AS_FORECAST':
      return `${tkr(doubt.amountKr)} ser ut som avvikelsen mot budget. Här skrivs prognosen för hela ${'areaId' in doubt ? 'året' : 'projektet'}.`;
  }
}

function sinksText(doubt: Extract<Doubt, { code: 'SINKS' }>): string {
  const earlier = tkr(doubt.earlierKr);
  if ('areaId' in doubt) {
    return `Det är mindre än utfallet för ${cumulativePeriod(doubt.earlierPeriod)}, ${earlier}. Utfallet räknas från årets början.`;
  }
  const when = doubt.earlierPeriod === undefined ? '' : ` (${periodText(doubt.earlierPeriod)})`;
  return `Det är mindre än det senast kända utfallet${when}, ${earlier}. Utfallet räknas från projektets start.`;
}

/** Says which deviations the comment has to explain: of areas from the year's budget, of projects from the whole project's. */
export function commentNote(
  prompt: MonthlyPrompt,
  { areaIds, projects }: Pick<Extract<DecisionProblem, { code: 'COMMENT_REQUIRED' }>, 'areaIds' | 'projects'>,
  answer: Pick<Answer, 'areas' | 'investments'>,
): FieldNotes {
  const areas = prompt.areas
    .filter(({ area }) => areaIds.includes(area.id))
    .map(({ area: { id, name, netBudgetKr } }) =>
      deviationText(name, netBudgetKr, answer.areas.find(({ areaId }) => areaId === id)?.forecast),
    );
  const investments = prompt.investments
    .filter(({ project }) => projects.includes(project))
    .map(({ project, budgetKr }) =>
      deviationText(project, budgetKr, answer.investments.find((said) => said.project === project)?.forecast),
    );
  return new Map([[fields.comment, problemNote(`Kommentera avvikelsen: ${[...areas, ...investments].join(', ')}.`)]]);
}

function deviationText(name: string, budgetKr: number, forecast: Amount | undefined): string {
  return forecast?.kind === 'value' ? `${name} (${deviationInWords(deviationKr(budgetKr, forecast.amountKr))})` : name;
}

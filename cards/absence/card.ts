import { swedishDate } from '../../src/words/swedish.ts';
import { executeAction } from '../actions.ts';
import { daysText } from '../days-text.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { inputId, typedFields } from '../input-ids.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

/** Days away, both included, `2026-11-09`. */
export interface AbsenceDays {
  readonly from: string;
  readonly to: string;
}

/** Who is asked for a committee meanwhile. */
export interface StandInLine {
  readonly committeeName: string;
  /** Absent: nobody is left. */
  readonly upn?: string;
  /** The last day before that person is away too. */
  readonly until?: string;
}

export type AbsenceCard =
  | {
      readonly view: 'form';
      /** What was typed, or what a message seemed to say. */
      readonly typed: AbsenceDays;
      /** How many times it has been shown before: each time its fields need new ids. */
      readonly attempt: number;
      /** What is wrong with the days, or what is asked about them. */
      readonly problem?: string;
      /** What was said before. */
      readonly said?: AbsenceDays;
      readonly standIns: readonly StandInLine[];
    }
  | { readonly view: 'saved'; readonly said: AbsenceDays; readonly standIns: readonly StandInLine[] }
  | { readonly view: 'back'; readonly wasAway: boolean };

/** Tells a press on this card from one on a card about something else, which stays as it is. */
export const OWN_CARD = 'absence';

/** A reporter hands over for some days. Verbs: askAbsence, saveAbsence, endAbsence. */
export const absenceCard = defineCard<AbsenceCard & { readonly context: CardContext }>(template, (facts) => ({
  ...(facts.view === 'form' ? form(facts) : { problems: [], fields: [], ...answer(facts) }),
  notices: noticesOf(false, facts.context),
}));

function form({ typed, attempt, problem, said, standIns }: Extract<AbsenceCard, { view: 'form' }>): object {
  const day = (id: keyof AbsenceDays, label: string, errorMessage: string): object => ({
    ...{ id: inputId(attempt, id), label, value: typed[id], errorMessage },
  });
  return {
    title: 'När är du borta?',
    lines: [
      ...(said ? [`Du har sagt att du är borta ${daysText(said.from, said.to)}. Sparar du igen ersätts det.`] : []),
      ...standIns.map(standInText),
    ].map((text) => ({ text })),
    problems: problem === undefined ? [] : [{ text: problem }],
    fields: [
      day('from', 'Första dagen', 'Välj den första dagen som du är borta.'),
      day('to', 'Sista dagen', 'Välj den sista dagen som du är borta.'),
    ],
    actions: [
      executeAction('Spara', 'saveAbsence', { id: '', revision: 0 }, 'positive'),
      ...(said ? [executeAction('Jag är tillbaka', 'endAbsence', { id: '', revision: 0 })] : []),
    ],
  };
}

function answer(facts: Exclude<AbsenceCard, { view: 'form' }>): object {
  if (facts.view === 'back') {
    const title = facts.wasAway ? 'Välkommen tillbaka' : 'Du är inte anmäld som borta';
    return { title, lines: [{ text: 'Du får frågor och påminnelser som vanligt.' }], actions: [] };
  }
  return {
    title: `Du är borta ${daysText(facts.said.from, facts.said.to)}`,
    lines: facts.standIns.map((standIn) => ({ text: standInText(standIn) })),
    actions: [
      executeAction('Ändra dagarna', 'askAbsence', { id: OWN_CARD, revision: 0 }),
      executeAction('Jag är tillbaka', 'endAbsence', { id: '', revision: 0 }),
    ],
  };
}

function standInText({ committeeName, upn, until }: StandInLine): string {
  const committee = forCard(committeeName);
  if (upn === undefined) return `${committee}: ingen är kvar att fråga. Controllern får veta det när ett svar behövs.`;
  if (until === undefined) return `${committee}: under tiden frågas ${forCard(upn)}.`;
  return `${committee}: till och med ${swedishDate(until)} frågas ${forCard(upn)}. Sedan är ingen kvar, och controllern får veta det när ett svar behövs.`;
}

/** The days as typed in the form, and how many times it has been shown. Nothing typed is ''. */
export function readAbsenceForm(data: Readonly<Record<string, unknown>>): {
  readonly typed: AbsenceDays;
  readonly attempt: number;
} {
  const { typed, attempt } = typedFields(data);
  return { typed: { from: dayIn(typed.from), to: dayIn(typed.to) }, attempt };
}

/** What is no day is shown as nothing typed. */
function dayIn(text = ''): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? text.trim() : '';
}

import { type Activity, MessageFactory } from 'botbuilder';
import { stockholmDate } from '../domain/stockholm.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import { interpretDays } from '../features/questions/interpret-days.ts';
import { absenceProblems, absenceTexts } from '../texts.ts';
import { askDays, endDays, saveDays } from './absence-views.ts';
import type { CardAnswer } from './card-answer.ts';
import { isPersonal } from './incoming.ts';
import type { Asked } from './questions.ts';
import { answerMessage } from './render-notice.ts';

type Reply = Partial<Activity>;

/** Somebody is away: on days that can be read for certain it is saved at once, else the card asks for them. */
export function answerAway(asked: Asked, { days }: { readonly days: string }): Promise<Reply> {
  return forOneself(asked, (person) => {
    const reading = interpretDays(days, stockholmDate(asked.ports.clock.now()));
    if (reading.kind === 'problem') return askDays(asked, person, { problem: absenceProblems[reading.code] });
    if (reading.kind === 'days') return saveDays(asked, person, { typed: reading.days, attempt: 0 });
    if (days === '') return askDays(asked, person);
    const isProposed = reading.days.from !== undefined;
    const problem = isProposed ? absenceTexts.areTheseTheDays : absenceTexts.whichDays;
    return askDays(asked, person, { typed: reading.days, problem });
  });
}

export function answerBack(asked: Asked): Promise<Reply> {
  return forOneself(asked, (person) => endDays(asked, person));
}

/** An absence changes who is asked: the jobs have to look. */
async function forOneself(asked: Asked, answer: (person: KnownPerson) => Promise<CardAnswer>): Promise<Reply> {
  if (!isPersonal(asked.activity)) return MessageFactory.text(absenceTexts.inPersonalChat);
  const person = await asked.person();
  if (!person) return MessageFactory.text(absenceProblems.NOT_A_REPORTER);
  const said = await answer(person);
  asked.nudge();
  return answerMessage(said);
}

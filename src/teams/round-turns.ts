import { type Activity, MessageFactory } from 'botbuilder';
import { stockholmDate } from '../domain/stockholm.ts';
import { interpretDays } from '../features/questions/interpret-days.ts';
import { roundTexts, texts } from '../texts.ts';
import type { CardAnswer } from './card-answer.ts';
import { isPersonal } from './incoming.ts';
import type { Asked } from './questions.ts';
import { answerMessage } from './render-notice.ts';
import { mayLead, showDryRun, showLedger, showRound } from './round-views.ts';

type Reply = Partial<Activity>;

export function answerRound(asked: Asked): Promise<Reply> {
  return forLeaders(asked, () => showRound(asked));
}

export function answerLedger(asked: Asked): Promise<Reply> {
  return forLeaders(asked, () => showLedger(asked));
}

/** What a day would bring, as it was written in the message; without one, today. */
export function answerDryRun(asked: Asked, { day }: { readonly day: string }): Promise<Reply> {
  if (day === '') return forLeaders(asked, () => showDryRun(asked, {}));
  const reading = interpretDays(day, stockholmDate(asked.ports.clock.now()));
  const isOneDay = reading.kind === 'days' && reading.days.from === reading.days.to;
  return forLeaders(asked, () => showDryRun(asked, { day: isOneDay ? reading.days.from : '' }));
}

/** Rounds are led by controllers and administrators, each in a chat of their own. */
async function forLeaders(asked: Asked, show: () => Promise<CardAnswer>): Promise<Reply> {
  if (!isPersonal(asked.activity)) return MessageFactory.text(roundTexts.inPersonalChat);
  if (!asked.inForce) return MessageFactory.text(texts.noPlan);
  const person = await asked.person();
  if (!person || !(await mayLead(asked.ports, person.upn))) {
    asked.ports.log.warn({ event: 'audit', reason: 'LEADS_NO_ROUNDS', oid: person?.oid }, 'round not shown');
    return MessageFactory.text(roundTexts.notYours);
  }
  return answerMessage(await show());
}

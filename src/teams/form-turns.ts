import { type Activity, MessageFactory } from 'botbuilder';
import type { KnownPerson } from '../features/installation/know-person.ts';
import { noteFormShown, openForms } from '../features/prompting/open-form.ts';
import { texts } from '../texts.ts';
import { isPersonal, personalConversation } from './incoming.ts';
import type { Asked } from './questions.ts';
import { renderNotice } from './render-notice.ts';

/** The month's forms of the one who asks for them, or why there is none. Nothing: they are sent already. */
export async function answerShowForm(asked: Asked): Promise<Partial<Activity> | undefined> {
  if (!isPersonal(asked.activity)) return MessageFactory.text(texts.formInPersonalChat);
  if (!asked.inForce) return MessageFactory.text(texts.noPlan);
  const person = await asked.person();
  return person && (await sendForms(asked, person)) ? undefined : MessageFactory.text(texts.noForm);
}

/** Sends a person's forms, each noted with the message that shows it. True when there was something to send. */
export async function sendForms(
  { ports, context, activity, send }: Asked,
  person: KnownPerson,
  which: { readonly onlySent?: boolean } = {},
): Promise<boolean> {
  const opened = await openForms(ports, person, personalConversation(activity, person.oid), which);
  for (const { form, delivery } of opened) {
    const activityId = await send(renderNotice({ kind: 'monthly-prompt', form }, context));
    await noteFormShown(ports, delivery, activityId);
  }
  return opened.length > 0;
}

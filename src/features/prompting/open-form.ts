import { committeesThatReport, openFollowUp } from '../../domain/follow-up.ts';
import { isReporterOf } from '../../domain/plan.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Delivery, KnownConversation, Ports, PromptForm } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { loadPrompt } from './load-prompt.ts';
import { savedTyping } from './saved-typing.ts';

/** A prompt that went out so short a time ago is on the screen already. */
const JUST_NOW_MS = 60_000;

/** A form to show to somebody who asks for it, and the delivery that has to be told where it was shown. */
export interface OpenedForm {
  readonly form: PromptForm;
  readonly delivery: Delivery;
}

/**
 * The month's forms of everything a person may report, filled in with what the person had typed. `onlySent` leaves out what
 * the round has not sent yet: it will come by itself.
 */
export async function openForms(
  ports: Pick<Ports, 'clock' | 'plans' | 'workingDays' | 'answers' | 'deliveries' | 'tickets'>,
  person: KnownPerson,
  conversation: KnownConversation,
  { onlySent = false } = {},
): Promise<OpenedForm[]> {
  const inForce = await ports.plans.current();
  const followUp = inForce && openFollowUp(inForce.plan, ports.workingDays, stockholmDate(ports.clock.now()));
  if (!inForce || !followUp) return [];

  const opened: OpenedForm[] = [];
  const { period } = followUp;
  for (const { id: committeeId } of committeesThatReport(inForce.plan, period)) {
    if (!isReporterOf(inForce.plan, person.upn, committeeId)) continue;
    if (onlySent && !(await wasSent(ports, committeeId, period, person.upn))) continue;
    const prompt = await loadPrompt(ports, inForce.plan, committeeId, period);
    if (!prompt) continue;
    const wanted = { committeeId, period, recipient: person.upn, kind: 'prompt' } as const;
    const delivery = await ports.deliveries.ensure(wanted);
    await ports.tickets.save({
      promptId: delivery.id,
      committeeId,
      period,
      upn: person.upn,
      conversationId: conversation.id,
    });
    opened.push({ form: await formFor(ports, delivery, prompt, person.oid), delivery });
  }
  return opened;
}

/** True for what came earlier, not for what the round sends by itself around the welcome: she would get that twice. */
async function wasSent(
  { deliveries, clock }: Pick<Ports, 'deliveries' | 'clock'>,
  ...[committeeId, period, upn]: [string, PromptForm['prompt']['followUp']['period'], string]
): Promise<boolean> {
  const sent = await deliveries.find(committeeId, period, 'prompt');
  const justNow = clock.now().getTime() - JUST_NOW_MS;
  return sent.some(
    ({ recipient, state, claimedAt }) =>
      recipient.toLowerCase() === upn &&
      state !== 'ready' &&
      state !== 'refused' && // an installation makes it ready again
      (claimedAt?.getTime() ?? 0) < justNow,
  );
}

/** The form as it stands: what is stored, or what its reader had typed. */
export async function formFor(
  { answers }: Pick<Ports, 'answers'>,
  delivery: Delivery,
  prompt: PromptForm['prompt'],
  oid: string,
): Promise<PromptForm> {
  const stored = await answers.find(delivery.committeeId, delivery.period);
  const revision = stored?.revision ?? 0;
  return {
    promptId: delivery.id,
    prompt,
    revision,
    typed: await savedTyping({ answers }, delivery, revision, oid),
    ...(stored ? { stored } : {}),
  };
}

/** Notes that a form was shown in answer to its reader: the round need not send it, and the message can be kept up to date. */
export async function noteFormShown(
  { deliveries, clock }: Pick<Ports, 'deliveries' | 'clock'>,
  delivery: Delivery,
  activityId: string | undefined,
): Promise<void> {
  const note = (row: Delivery): Promise<Delivery | undefined> => {
    const activityIds = activityId ? [...row.activityIds, activityId].slice(-5) : row.activityIds;
    return deliveries.change(row, { state: 'sent', claimedAt: clock.now(), activityIds });
  };
  // Somebody else may have changed the row meanwhile: the message is on the screen all the same.
  if ((await note(delivery)) === undefined) await note(await deliveries.ensure(delivery));
}

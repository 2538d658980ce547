import { committeesThatReport } from '../../domain/follow-up.ts';
import { FIRST_HOUR } from '../../domain/ladder.ts';
import { isReporterOf, type Plan, reportersOf, sameUpn } from '../../domain/plan.ts';
import { stockholmHour } from '../../domain/stockholm.ts';
import type { Delivery, KnownConversation, Ports, PromptForm } from '../../ports.ts';
import { shownIn } from '../delivery/shown-in.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { whatHolds } from '../rounds/goes-out.ts';
import { findOpenFollowUp } from './find-open-follow-up.ts';
import { type LoadPorts, loadPrompt } from './load-prompt.ts';
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
  ports: LoadPorts & Pick<Ports, 'deliveries' | 'tickets' | 'rounds' | 'crew'>,
  person: KnownPerson,
  conversation: KnownConversation,
  { onlySent = false } = {},
): Promise<OpenedForm[]> {
  const open = await findOpenFollowUp(ports);
  if (!open) return [];

  const opened: OpenedForm[] = [];
  const { plan, followUp } = open;
  const { period } = followUp;
  const isHeld = onlySent && (await whatHolds(ports, open)) !== undefined;
  for (const { id: committeeId } of committeesThatReport(plan, period)) {
    if (!isReporterOf(plan, person.upn, committeeId)) continue;
    const willCome = onlySent && (isHeld || !isAskedAtNight(ports, plan, committeeId, person.upn));
    if (willCome && !(await wasSent(ports, committeeId, period, person.upn))) continue;
    const loaded = await loadPrompt(ports, committeeId, period);
    if (!loaded) continue;
    const wanted = { committeeId, period, recipient: person.upn, kind: 'prompt' } as const;
    const delivery = await ports.deliveries.ensure(wanted);
    opened.push({ form: await prepareForm(ports, delivery, loaded.prompt, person, conversation), delivery });
  }
  return opened;
}

/** The round sleeps until the morning; the reporter who comes to us before that is up, and gets the form at once. */
function isAskedAtNight({ clock }: Pick<Ports, 'clock'>, plan: Plan, committeeId: string, upn: string): boolean {
  const [first] = reportersOf(plan, committeeId);
  return first !== undefined && sameUpn(first.upn, upn) && stockholmHour(clock.now()) < FIRST_HOUR;
}

/** True for what came earlier, not for what the round sends by itself around the welcome: she would get that twice. */
async function wasSent(
  { deliveries, clock }: Pick<Ports, 'deliveries' | 'clock'>,
  ...[committeeId, period, upn]: [string, PromptForm['prompt']['followUp']['period'], string]
): Promise<boolean> {
  const sent = await deliveries.find(committeeId, period, 'prompt');
  const justNow = clock.now().getTime() - JUST_NOW_MS;
  return sent.some(
    ({ recipient, variant, state, claimedAt }) =>
      recipient.toLowerCase() === upn &&
      variant === undefined && // a rehearsal's went to somebody else
      state !== 'ready' &&
      state !== 'refused' && // an installation makes it ready again
      (claimedAt?.getTime() ?? 0) < justNow,
  );
}

/** The form as it stands: what is stored, or what its reader had typed. Its id is made valid for this person and chat first. */
async function prepareForm(
  { answers, tickets }: Pick<Ports, 'answers' | 'tickets'>,
  delivery: Delivery,
  prompt: PromptForm['prompt'],
  { oid, upn }: KnownPerson,
  conversation: KnownConversation,
): Promise<PromptForm> {
  const { id: promptId, committeeId, period } = delivery;
  await tickets.save({ promptId, committeeId, period, upn, conversationId: conversation.id });
  const stored = await answers.find(committeeId, period);
  const revision = stored?.revision ?? 0;
  return {
    promptId,
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
  const now = clock.now();
  const shown = { state: 'sent', claimedAt: now, notBefore: now } as const; // whatever the round was waiting for is over
  const note = (row: Delivery): Promise<Delivery | undefined> =>
    deliveries.change(row, { ...shown, activityIds: shownIn(row, activityId) });
  // Somebody else may have changed the row meanwhile: the message is on the screen all the same.
  if ((await note(delivery)) === undefined) await note(await deliveries.ensure(delivery));
}

import type { StoredAnswer } from '../../domain/answer.ts';
import { sameUpn } from '../../domain/plan.ts';
import type { Delivery, Effect, KnownConversation, Notice, Ports, SendOutcome } from '../../ports.ts';
import { type LoadedPrompt, loadPrompt } from '../prompting/load-prompt.ts';
import { findNextOwed } from '../prompting/next-owed.ts';
import { listAgain } from './list-again.ts';
import { rehearsalOf } from './outgoing.ts';
import { shownIn } from './shown-in.ts';
import { afterUpdate, type Updated, updateMessage } from './update-message.ts';

/** How many times a list is written again because another committee answered meanwhile. */
const MOST_TIMES = 3;

/** An answer that is being shown, and the messages that have been changed for it so far. */
interface Showing {
  readonly effect: Effect;
  readonly stored: StoredAnswer;
  readonly updates: Map<string, Promise<SendOutcome>>;
  /** The month's questions, read once for all receipts. */
  readonly questions: () => Promise<LoadedPrompt | undefined>;
}

/**
 * Brings every message about a committee's month up to date with its answer: a form becomes the receipt, and in a list the
 * committee's line says who answered.
 */
export async function showAnswer(ports: Ports, effect: Effect): Promise<Updated> {
  const { committeeId, period } = effect;
  const stored = await ports.answers.find(committeeId, period);
  if (!stored || stored.revision > effect.revision) return 'done'; // a later revision has its own effect

  let loaded: Promise<LoadedPrompt | undefined> | undefined;
  const questions = (): Promise<LoadedPrompt | undefined> => {
    loaded ??= loadPrompt(ports, committeeId, period);
    return loaded;
  };
  const showing: Showing = { effect, stored, updates: new Map(), questions };
  const { deliveries } = await ports.deliveries.ledger(committeeId, period);
  const rows = deliveries.filter((row) => row.kind !== 'summary' && rehearsalOf(row) === undefined);
  const outcomes = new Set(await Promise.all(rows.map((row) => showIn(ports, showing, row))));
  return outcomes.has('failed') ? 'failed' : outcomes.has('later') ? 'later' : 'done';
}

async function showIn(ports: Ports, showing: Showing, row: Delivery): Promise<Updated> {
  const { effect, stored, updates } = showing;
  const delivery = await adoptPressed(ports, row, effect, stored);
  // What is shown already is left alone: its reader may have opened the form again in its place.
  const shown = String(stored.revision);
  if (delivery.shown === shown) return 'done';
  if (mustWait(ports, delivery)) return 'later';
  const conversation = await conversationOf(ports, delivery);
  if (!conversation) return 'done';
  for (const activityId of delivery.activityIds) {
    const message = `${conversation.id}|${activityId}`;
    const update = updates.get(message) ?? write(ports, showing, { delivery, conversation, activityId });
    updates.set(message, update);
    const updated = await afterUpdate(ports, delivery, await update, effect.attempts + 1);
    if (updated === 'later' || updated === 'failed') return updated;
  }
  if (delivery.activityIds.length > 0) await ports.deliveries.change(delivery, { shown });
  return 'done';
}

/** A message that is on its way shows the form as it was: it is changed when it has arrived. */
function mustWait({ clock, claimSeconds }: Pick<Ports, 'clock' | 'claimSeconds'>, delivery: Delivery): boolean {
  const now = clock.now();
  if (delivery.state === 'sending') {
    return Math.abs(now.getTime() - (delivery.claimedAt?.getTime() ?? 0)) < claimSeconds * 1_000;
  }
  return delivery.state === 'sent' && delivery.notBefore !== undefined && delivery.notBefore > now;
}

/** A press proves that the message arrived, whatever became of our record of sending it, with all that it was about. */
async function adoptPressed(
  ports: Pick<Ports, 'deliveries'>,
  row: Delivery,
  { pressedActivityId: pressed }: Effect,
  { reporter }: StoredAnswer,
): Promise<Delivery> {
  if (!pressed || row.kind !== 'prompt' || !sameUpn(row.recipient, reporter.upn)) return row;
  if (row.state === 'sent' && row.activityIds.includes(pressed)) return row;
  if (row.state !== 'sent') await adoptBeside(ports, row, pressed);
  return adopt(ports, row, pressed);
}

async function adopt({ deliveries }: Pick<Ports, 'deliveries'>, row: Delivery, pressed: string): Promise<Delivery> {
  return (await deliveries.change(row, { state: 'sent', activityIds: shownIn(row, pressed) })) ?? row;
}

async function adoptBeside(ports: Pick<Ports, 'deliveries'>, row: Delivery, pressed: string): Promise<void> {
  for (const { committeeId, kind, variant } of row.bundle ?? []) {
    if (committeeId === row.committeeId && kind === row.kind && variant === row.variant) continue;
    const { deliveries } = await ports.deliveries.ledger(committeeId, row.period);
    const beside = deliveries.find(
      (other) => other.kind === kind && other.variant === variant && other.recipient === row.recipient,
    );
    if (beside && beside.state !== 'sent') await adopt(ports, beside, pressed);
  }
}

async function conversationOf(
  { people, conversations }: Pick<Ports, 'people' | 'conversations'>,
  { recipient, activityIds }: Delivery,
): Promise<KnownConversation | undefined> {
  if (activityIds.length === 0) return undefined;
  const person = await people.findByUpn(recipient);
  return person && conversations.find('personal', person.oid);
}

interface ShownMessage {
  readonly delivery: Delivery;
  readonly conversation: KnownConversation;
  readonly activityId: string;
}

/** Writes the message as things stand. A list is read again afterwards: an older picture must not stay over a newer one. */
async function write(ports: Ports, showing: Showing, message: ShownMessage): Promise<SendOutcome> {
  const { delivery, conversation, activityId } = message;
  for (let time = 1; ; time++) {
    const list = await listAgain(ports, delivery, activityId);
    const notice: Notice | undefined = list?.notice ?? (await receiptOf(ports, showing, delivery));
    if (!notice) return { kind: 'refused', reason: 'NOT_IN_PLAN' };
    const outcome = await updateMessage(ports, conversation, activityId, notice);
    ports.checkpoint('S7');
    if (outcome.kind !== 'sent' || !list || time === MOST_TIMES || !(await list.hasChanged())) return outcome;
  }
}

async function receiptOf(
  ports: Ports,
  { stored, questions }: Showing,
  { id: promptId, period, recipient }: Delivery,
): Promise<Notice | undefined> {
  const loaded = await questions();
  if (!loaded) return undefined;
  const next = await findNextOwed(ports, loaded.plan, period, recipient);
  return { kind: 'receipt', prompt: loaded.prompt, stored, promptId, ...(next ? { next } : {}) };
}

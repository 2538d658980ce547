import type { StoredAnswer } from '../../domain/answer.ts';
import type { MonthlyPrompt } from '../../domain/monthly-prompt.ts';
import { yearOf } from '../../domain/period.ts';
import { sameUpn } from '../../domain/plan.ts';
import type { Delivery, Effect, Ports } from '../../ports.ts';
import { loadPrompt } from '../prompting/load-prompt.ts';
import { postSummary } from '../reporting/post-summary.ts';
import { shownIn } from './shown-in.ts';

/** After a card could not be updated, the next attempt waits; five failed ones park the effect. */
const UPDATE_PAUSE_MS = 60_000;

/**
 * Does what stored answers still have to lead to. Corrections that came close together are shown once, as they stand now.
 * One effect that fails does not stop the others.
 */
export async function carryOutEffects(ports: Ports): Promise<void> {
  const places = await placesToLook(ports.plans);
  const waiting = await Promise.all(places.map(({ committeeId, year }) => findWaiting(ports, committeeId, year)));
  for (const effects of Map.groupBy(waiting.flat(), placeOf).values()) {
    if (ports.stopping.aborted) return;
    await carryOut(ports, effects);
  }
}

/** A month of last year can still be corrected: every year that is followed up is looked through, with its own committees. */
async function placesToLook(plans: Ports['plans']): Promise<{ committeeId: string; year: number }[]> {
  const months = (await plans.current())?.plan.followUps ?? [];
  const committees = new Map<number, Set<string>>();
  for (const { period } of months) {
    const ids = (await plans.forMonth(period))?.plan.committees.map(({ id }) => id) ?? [];
    committees.set(yearOf(period), new Set([...(committees.get(yearOf(period)) ?? []), ...ids]));
  }
  return [...committees].flatMap(([year, ids]) => [...ids].map((committeeId) => ({ committeeId, year })));
}

/** A committee whose rows can't be read does not keep the others' effects from being carried out. */
async function findWaiting({ effects, log }: Ports, committeeId: string, year: number): Promise<Effect[]> {
  try {
    return await effects.findWaiting(committeeId, year);
  } catch (error) {
    log.error({ err: error, event: 'effect', committee: committeeId }, 'effects not read');
    return [];
  }
}

/** What an effect changes: the cards of one committee and month, or the summary of a month. */
function placeOf({ kind, committeeId, period }: Effect): string {
  return kind === 'cards' ? `${kind}|${committeeId}|${period}` : `${kind}|${period}`;
}

/** All effects in one place are carried out by doing what the newest of them asks for. */
async function carryOut(ports: Ports, effects: readonly Effect[]): Promise<void> {
  const [newest] = effects.toSorted((one, other) => other.revision - one.revision);
  if (!newest) return;
  const { kind, committeeId, period } = newest;
  try {
    const outcome = kind === 'cards' ? await showReceipts(ports, newest) : await postSummary(ports, period);
    if (outcome === 'later') return;
    if (outcome === 'failed') return await fail(ports, effects, 'CARD_NOT_UPDATED');
    await ports.effects.finish(effects);
    ports.checkpoint('S9');
  } catch (error) {
    ports.log.error({ err: error, event: 'effect', kind, committee: committeeId }, 'effect failed');
    await fail(ports, effects, error instanceof Error ? error.name : 'unknown');
  }
}

async function fail({ effects: store }: Ports, effects: readonly Effect[], reason: string): Promise<void> {
  await Promise.all(effects.map((effect) => store.fail(effect, reason)));
}

/** `later` is not counted as an attempt, `failed` is. */
type Update = 'done' | 'later' | 'failed';

/** Brings every message that shows the form up to date. A PUT can be repeated, so an uncertain one is simply tried again. */
async function showReceipts(ports: Ports, effect: Effect): Promise<Update> {
  const { committeeId, period } = effect;
  const stored = await ports.answers.find(committeeId, period);
  const loaded = await loadPrompt(ports, committeeId, period);
  if (!stored || !loaded || stored.revision > effect.revision) return 'done'; // a later revision has its own effect

  const outcomes = new Set<Update>();
  for (const delivery of await ports.deliveries.find(committeeId, period, 'prompt')) {
    const adopted = await adoptPressed(ports, delivery, effect, stored);
    outcomes.add(await updateCards(ports, adopted, loaded.prompt, stored));
  }
  return outcomes.has('failed') ? 'failed' : outcomes.has('later') ? 'later' : 'done';
}

/** A press proves that the message arrived, whatever became of our record of sending it. */
async function adoptPressed(ports: Ports, delivery: Delivery, effect: Effect, stored: StoredAnswer): Promise<Delivery> {
  const pressed = effect.pressedActivityId;
  if (!pressed || !sameUpn(delivery.recipient, stored.reporter.upn)) return delivery;
  if (delivery.state === 'sent' && delivery.activityIds.includes(pressed)) return delivery;
  const activityIds = shownIn(delivery, pressed);
  return (await ports.deliveries.change(delivery, { state: 'sent', activityIds })) ?? delivery;
}

async function updateCards(
  ports: Ports,
  delivery: Delivery,
  prompt: MonthlyPrompt,
  stored: StoredAnswer,
): Promise<Update> {
  // What is shown already is left alone: its reader may have opened the form again in its place.
  const shown = String(stored.revision);
  if (delivery.shown === shown) return 'done';
  const now = ports.clock.now();
  if (delivery.state === 'sent' && delivery.notBefore && delivery.notBefore > now) return 'later';
  const person = await ports.people.findByUpn(delivery.recipient);
  const conversation = person && (await ports.conversations.find('personal', person.oid));
  if (!conversation) return 'done';
  for (const activityId of delivery.activityIds) {
    const notice = { kind: 'receipt', prompt, stored, promptId: delivery.id } as const;
    const outcome = await ports.messenger.update(conversation, activityId, notice);
    ports.checkpoint('S7');
    if (outcome.kind === 'waiting' || outcome.kind === 'ambiguous') {
      const pause = 'retryAfterMs' in outcome ? (outcome.retryAfterMs ?? UPDATE_PAUSE_MS) : UPDATE_PAUSE_MS;
      await ports.deliveries.change(delivery, { notBefore: new Date(now.getTime() + pause), reason: outcome.reason });
      return outcome.reason === 'THROTTLED' ? 'later' : 'failed';
    }
  }
  await ports.deliveries.change(delivery, { shown });
  return 'done';
}

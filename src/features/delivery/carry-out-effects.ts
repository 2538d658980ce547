import type { StoredAnswer } from '../../domain/answer.ts';
import { committeesThatReport } from '../../domain/follow-up.ts';
import type { MonthlyPrompt } from '../../domain/monthly-prompt.ts';
import { type Month, yearOf } from '../../domain/period.ts';
import { type Plan, sameUpn } from '../../domain/plan.ts';
import type { Delivery, Effect, Ports } from '../../ports.ts';
import { loadPrompt } from '../prompting/load-prompt.ts';
import { postSummary } from '../reporting/post-summary.ts';

/** Does what stored answers still have to lead to. One effect that fails does not stop the others. */
export async function carryOutEffects(ports: Ports, plan: Plan, open: Month): Promise<void> {
  for (const { id } of committeesThatReport(plan, open)) {
    for (const effect of await ports.effects.findWaiting(id, yearOf(open))) {
      try {
        const outcome =
          effect.kind === 'cards'
            ? await showReceipts(ports, plan, effect)
            : await postSummary(ports, plan, effect.period);
        if (outcome === 'later') continue;
        await ports.effects.finish(effect);
        ports.checkpoint('S9');
      } catch (error) {
        ports.log.error({ err: error, event: 'effect', kind: effect.kind, committee: id }, 'effect failed');
        await ports.effects.fail(effect, error instanceof Error ? error.name : 'unknown');
      }
    }
  }
}

/** Brings every message that shows the form up to date. A PUT can be repeated, so an uncertain one is simply tried again. */
async function showReceipts(ports: Ports, plan: Plan, effect: Effect): Promise<'done' | 'later'> {
  const { committeeId, period } = effect;
  const stored = await ports.answers.find(committeeId, period);
  const prompt = await loadPrompt(ports, plan, committeeId, period);
  if (!stored || !prompt || stored.revision > effect.revision) return 'done'; // a later revision has its own effect

  let outcome: 'done' | 'later' = 'done';
  for (const delivery of await ports.deliveries.find(committeeId, period, 'prompt')) {
    const adopted = await adoptPressed(ports, delivery, effect, stored);
    if ((await updateCards(ports, adopted, prompt, stored)) === 'later') outcome = 'later';
  }
  return outcome;
}

/** A press proves that the message arrived, whatever became of our record of sending it. */
async function adoptPressed(ports: Ports, delivery: Delivery, effect: Effect, stored: StoredAnswer): Promise<Delivery> {
  const pressed = effect.pressedActivityId;
  if (!pressed || !sameUpn(delivery.recipient, stored.reporter.upn)) return delivery;
  if (delivery.state === 'sent' && delivery.activityIds.includes(pressed)) return delivery;
  const activityIds = [...new Set([...delivery.activityIds, pressed])].slice(-5);
  return (await ports.deliveries.change(delivery, { state: 'sent', activityIds })) ?? delivery;
}

async function updateCards(
  ports: Ports,
  delivery: Delivery,
  prompt: MonthlyPrompt,
  stored: StoredAnswer,
): Promise<'done' | 'later'> {
  const person = await ports.people.findByUpn(delivery.recipient);
  const conversation = person && (await ports.conversations.find('personal', person.oid));
  if (!conversation) return 'done';
  for (const activityId of delivery.activityIds) {
    const notice = { kind: 'receipt', prompt, stored, promptId: delivery.id } as const;
    const outcome = await ports.messenger.update(conversation, activityId, notice);
    ports.checkpoint('S7');
    if (outcome.kind === 'waiting' || outcome.kind === 'ambiguous') return 'later';
  }
  return 'done';
}

import type { Delivery, Ports } from '../../ports.ts';
import { loadPrompt } from '../prompting/load-prompt.ts';
import { formFor } from '../prompting/open-form.ts';
import { sendOnce, settleExpiredClaim } from './send-once.ts';

/**
 * Takes waiting prompts through the gates, one after the other: claimed by nobody, time to try, still owed, person known,
 * conversation known. The facts are read now, not when the prompt was planned.
 */
export async function deliverPrompts(ports: Ports, prompts: readonly Delivery[]): Promise<void> {
  const inForce = await ports.plans.current();
  if (!inForce) return;
  for (const planned of prompts) {
    const delivery = await settleExpiredClaim(ports, planned);
    if (delivery.state !== 'ready') continue;
    if (delivery.notBefore && delivery.notBefore > ports.clock.now()) continue;
    if (await ports.answers.find(delivery.committeeId, delivery.period)) continue;

    const person = await ports.people.findByUpn(delivery.recipient);
    const conversation = person && (await ports.conversations.find('personal', person.oid));
    if (!person || !conversation) continue;

    const prompt = await loadPrompt(ports, inForce.plan, delivery.committeeId, delivery.period);
    if (!prompt) continue;
    await ports.tickets.save({
      promptId: delivery.id,
      committeeId: delivery.committeeId,
      period: delivery.period,
      upn: person.upn,
      conversationId: conversation.id,
    });
    const form = await formFor(ports, delivery, prompt, person.oid);
    await sendOnce(ports, delivery, conversation, { kind: 'monthly-prompt', form });
  }
}

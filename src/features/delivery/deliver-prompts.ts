import type { Delivery, Ports } from '../../ports.ts';
import { loadPrompt } from '../prompting/load-prompt.ts';
import { prepareForm } from '../prompting/open-form.ts';
import { sendOnce, settleExpiredClaim } from './send-once.ts';

/**
 * Takes waiting prompts through the gates, one after the other: claimed by nobody, time to try, still owed, person known,
 * conversation known. The facts are read now, not when the prompt was planned. One that fails does not stop the others.
 */
export async function deliverPrompts(ports: Ports, prompts: readonly Delivery[]): Promise<void> {
  for (const planned of prompts) {
    if (ports.stopping.aborted) return;
    try {
      await deliver(ports, planned);
    } catch (error) {
      ports.log.error(
        { err: error, event: 'delivery', kind: 'prompt', committee: planned.committeeId },
        'delivery failed',
      );
    }
  }
}

async function deliver(ports: Ports, planned: Delivery): Promise<void> {
  const delivery = await settleExpiredClaim(ports, planned);
  if (delivery.state !== 'ready') return;
  if (delivery.notBefore && delivery.notBefore > ports.clock.now()) return;
  if (await ports.answers.find(delivery.committeeId, delivery.period)) return;

  const person = await ports.people.findByUpn(delivery.recipient);
  const conversation = person && (await ports.conversations.find('personal', person.oid));
  if (!person || !conversation) return;

  const loaded = await loadPrompt(ports, delivery.committeeId, delivery.period);
  if (!loaded) return;
  const form = await prepareForm(ports, delivery, loaded.prompt, person, conversation);
  await sendOnce(ports, delivery, conversation, { kind: 'monthly-prompt', form });
}

import type { Delivery, KnownConversation, Notice, Ports, SendOutcome } from '../../ports.ts';
import { pauseAfter } from './after-attempt.ts';
import { heed } from './heed.ts';

/** What can't be had within this time is changed a later time. */
const LONGEST_WAIT_MS = 30_000;

/** Changes a message in place. It can be repeated, so nothing is claimed for it. */
export async function updateMessage(
  ports: Pick<Ports, 'messenger' | 'limits' | 'crew' | 'clock' | 'log'>,
  conversation: KnownConversation,
  activityId: string,
  notice: Notice,
): Promise<SendOutcome> {
  const release = await ports.limits.take(conversation.id, LONGEST_WAIT_MS);
  if (!release) return { kind: 'waiting', reason: 'THROTTLED' };
  try {
    const outcome = await ports.messenger.update(conversation, activityId, notice);
    await heed(ports, conversation.id, outcome);
    return outcome;
  } finally {
    release();
  }
}

/** `gone`: the message is not there any more. `later` is not counted as an attempt, `failed` is. */
export type Updated = 'done' | 'gone' | 'later' | 'failed';

/** What an update means for the message's line: after one that did not come through, it waits. `attempts`: with this one. */
export async function afterUpdate(
  { deliveries, clock }: Pick<Ports, 'deliveries' | 'clock'>,
  delivery: Delivery,
  outcome: SendOutcome,
  attempts = 1,
): Promise<Updated> {
  if (outcome.kind === 'sent') return 'done';
  if (outcome.kind === 'refused') return 'gone';
  const pause = pauseAfter(outcome.kind === 'waiting' ? outcome : {}, attempts);
  const notBefore = new Date(clock.now().getTime() + pause);
  await deliveries.change(delivery, { notBefore, reason: outcome.reason });
  const isTeamsWord = outcome.kind === 'waiting' && (outcome.reason === 'THROTTLED' || outcome.stopsRun);
  return isTeamsWord ? 'later' : 'failed';
}

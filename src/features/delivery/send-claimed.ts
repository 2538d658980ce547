import type { KnownConversation, Notice, Ports, SendOutcome } from '../../ports.ts';
import { mayGoOut } from './outgoing.ts';
import { ticketsOf } from './prepare-messages.ts';
import { type Claimed, noticeOf, shortNoticeOf } from './write-notice.ts';

/** A call to Teams is given up after ten seconds; what is written down after it takes some time too. */
const CALL_MS = 11_000;
const LEAST_MS = 1_000;
/** What has waited longer after its claim is looked at again: an answer may have come, or the round been paused. */
const FRESH_MS = 1_000;

type SendPorts = Pick<
  Ports,
  | 'messenger'
  | 'limits'
  | 'clock'
  | 'log'
  | 'stopping'
  | 'claimSeconds'
  | 'answers'
  | 'rounds'
  | 'tickets'
  | 'conversations'
  | 'installLink'
>;

/** How a claimed message fared. */
export interface Sending {
  /** `unsent`: it never left, and is nobody's any more. `soon`: it may be claimed again at once. */
  readonly outcome: SendOutcome | { readonly kind: 'unsent'; readonly soon: boolean };
  /** Where it went in the end. */
  readonly conversation: KnownConversation;
}

/**
 * Sends a claimed message, when there is room for it within the time that the claim allows. `mayLeave` is asked when it is about
 * to leave.
 */
export async function sendClaimed(ports: SendPorts, claimed: Claimed, mayLeave: () => boolean): Promise<Sending> {
  const { conversation } = claimed.prepared.addressee;
  const notice = noticeOf(ports, claimed);
  const release = await roomFor(ports, claimed);
  if (!release) return { outcome: { kind: 'unsent', soon: false }, conversation };
  try {
    const isStale = ageOf(ports, claimed) > FRESH_MS && !(await isStillWanted(ports, claimed));
    if (isStale || isTooOld(ports, claimed)) return { outcome: { kind: 'unsent', soon: true }, conversation };
    if (!mayLeave()) return { outcome: { kind: 'unsent', soon: false }, conversation };
    return await attempt(ports, claimed, notice);
  } finally {
    release();
  }
}

/** None when there is no room in time, or the service is to stop. */
async function roomFor(ports: SendPorts, claimed: Claimed): Promise<(() => void) | undefined> {
  const withinMs = oldestOf(ports) - ageOf(ports, claimed);
  return ports.limits.take(claimed.prepared.addressee.conversation.id, withinMs).catch(() => undefined);
}

/** A claim that is older, in milliseconds, may run out before its message has arrived. */
function oldestOf({ claimSeconds }: SendPorts): number {
  return Math.max(LEAST_MS, claimSeconds * 1_000 - CALL_MS);
}

/** For others it is a dead process's from then on, and somebody may have the message sent again. */
function isTooOld(ports: SendPorts, claimed: Claimed): boolean {
  return ageOf(ports, claimed) > oldestOf(ports);
}

/** Of its lines' claims the oldest counts. */
function ageOf({ clock }: SendPorts, { deliveries }: Claimed): number {
  return clock.now().getTime() - Math.min(...deliveries.map(({ claimedAt }) => claimedAt?.getTime() ?? 0));
}

async function isStillWanted({ answers, rounds }: SendPorts, { prepared, deliveries }: Claimed): Promise<boolean> {
  const { period } = prepared.outgoing;
  if (!mayGoOut(prepared.outgoing, await rounds.find(period))) return false;
  const committees = [...new Set(deliveries.map(({ committeeId }) => committeeId))];
  const found = await Promise.all(committees.map((committeeId) => answers.find(committeeId, period)));
  return found.every((stored) => stored === undefined);
}

/** One attempt, and another where Teams says for certain that the first can't arrive and how one could. */
async function attempt(ports: SendPorts, claimed: Claimed, notice: Notice): Promise<Sending> {
  const first = await sendSafely(ports, claimed, claimed.prepared.addressee.conversation, notice);
  const second = isRefused(first, 'CONVERSATION_GONE') ? await sendInNew(ports, claimed, notice) : first;
  if (!isRefused(second, 'TOO_LARGE') || notice.kind !== 'monthly-prompt') return second;
  if (isTooOld(ports, claimed)) return { ...second, outcome: claimedAnew('TOO_LARGE') };
  ports.limits.note(second.conversation.id);
  return sendSafely(ports, claimed, second.conversation, shortNoticeOf(ports, claimed));
}

async function sendSafely(
  { messenger, log }: SendPorts,
  { deliveries }: Claimed,
  conversation: KnownConversation,
  notice: Notice,
): Promise<Sending> {
  try {
    return { outcome: await messenger.send(conversation, notice), conversation };
  } catch (error) {
    log.error({ err: error, event: 'delivery', committee: deliveries[0]?.committeeId }, 'sending failed');
    return { outcome: { kind: 'ambiguous', reason: 'FAILED' }, conversation }; // it may have left before that
  }
}

function isRefused({ outcome }: Sending, reason: string): boolean {
  return outcome.kind === 'refused' && outcome.reason === reason;
}

/** Once more, in the person's conversation made anew; the forms can be answered there. */
async function sendInNew(ports: SendPorts, claimed: Claimed, notice: Notice): Promise<Sending> {
  const { addressee } = claimed.prepared;
  const { oid } = addressee.person;
  const opened = await ports.messenger.openConversation(oid);
  if (!('reference' in opened)) return { outcome: notSent(opened), conversation: addressee.conversation };
  const conversation: KnownConversation = { ...opened, kind: 'personal', key: oid };
  await ports.conversations.remember(conversation);
  await ports.tickets.saveAll(
    ticketsOf({ ...claimed.prepared, addressee: { ...addressee, conversation } }, claimed.ledgers),
  );
  if (isTooOld(ports, claimed)) return { outcome: claimedAnew('CONVERSATION_RENEWED'), conversation };
  ports.limits.note(conversation.id);
  return sendSafely(ports, claimed, conversation, notice);
}

/** It has not arrived: it is tried at once, under a new claim. */
function claimedAnew(reason: string): SendOutcome {
  return { kind: 'waiting', reason, retryAfterMs: 0 };
}

/** A conversation that perhaps was made has nothing in it. */
function notSent(outcome: Exclude<SendOutcome, { kind: 'sent' }>): SendOutcome {
  return outcome.kind === 'ambiguous' ? { kind: 'waiting', reason: outcome.reason } : outcome;
}

import type { Delivery, DeliveryChange, SendOutcome } from '../../ports.ts';
import { changeAfter, pauseAfter } from './after-attempt.ts';
import type { Sending } from './send-claimed.ts';
import type { WantedLine } from './working-ledgers.ts';
import { bundleOf, type Claimed } from './write-notice.ts';

/** What has to wait longer is left to a later round. */
const LONGEST_WAIT_MS = 60_000;

export interface Settled {
  /** What the ledger is to say. */
  readonly rows: readonly WantedLine[];
  /** When it is to be tried again, in milliseconds. */
  readonly againAt?: number;
}

/** What becomes of a message's lines. `now`: when the attempt ended. */
export function settleMessage(
  { deliveries, prepared }: Claimed,
  { outcome, conversation }: Sending,
  now: Date,
): Settled {
  if (outcome.kind === 'unsent') {
    const rows = deliveries.map((delivery) => ({ delivery, change: unclaimed(delivery) }));
    return { rows, ...(outcome.soon ? { againAt: now.getTime() } : {}) };
  }
  const timed = withPause(outcome, Math.max(...deliveries.map(({ attempts }) => attempts)));
  const shared = {
    conversationId: conversation.id,
    // The message said what could be claimed, which may be less than was planned.
    ...(deliveries.length === prepared.items.length ? {} : { bundle: bundleOf(deliveries) }),
  };
  const rows = deliveries.map((delivery) => ({
    delivery,
    change: { ...changeAfter(delivery, timed, now), ...shared },
  }));
  return { rows, ...again(timed, now) };
}

function unclaimed({ attempts }: Delivery): DeliveryChange {
  return { state: 'ready', attempts: attempts - 1 };
}

/** All lines of a message wait equally long. */
function withPause(outcome: SendOutcome, attempts: number): SendOutcome {
  return outcome.kind === 'waiting' ? { ...outcome, retryAfterMs: pauseAfter(outcome, attempts) } : outcome;
}

function again(outcome: SendOutcome, now: Date): Pick<Settled, 'againAt'> {
  if (outcome.kind !== 'waiting' || outcome.stopsRun) return {};
  const wait = outcome.retryAfterMs ?? 0;
  return wait > LONGEST_WAIT_MS ? {} : { againAt: now.getTime() + wait };
}

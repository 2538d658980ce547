import type { CrewStore, Ports, SendOutcome } from '../../ports.ts';
import { pauseAfter } from './after-attempt.ts';

/** Until somebody may have done something about it. */
const HALT_MS = 5 * 60_000;

/** Thirty messages under way find out the same thing at the same time. */
const halting = new WeakMap<CrewStore, Promise<void>>();

/** What an answer of Teams means for other messages than its own. `attempts`: with this one. */
export async function heed(
  ports: Pick<Ports, 'limits' | 'crew' | 'clock' | 'log'>,
  conversationId: string,
  outcome: SendOutcome,
  attempts = 1,
): Promise<void> {
  if (outcome.kind !== 'waiting') return;
  if (outcome.stopsRun) await haltCrew(ports, outcome.reason);
  if (outcome.reason === 'THROTTLED') ports.limits.throttled(conversationId, pauseAfter(outcome, attempts));
}

/**
 * Nothing will arrive anywhere until somebody has done something: no instance tries for a while, and an administrator is told,
 * once.
 */
function haltCrew(ports: Pick<Ports, 'crew' | 'clock' | 'log'>, reason: string): Promise<void> {
  const underWay = halting.get(ports.crew);
  if (underWay) return underWay;
  const halt = haltAll(ports, reason).finally(() => halting.delete(ports.crew));
  halting.set(ports.crew, halt);
  return halt;
}

async function haltAll({ crew, clock, log }: Pick<Ports, 'crew' | 'clock' | 'log'>, reason: string): Promise<void> {
  const now = clock.now();
  if (await crew.halted(now)) return;
  const until = new Date(now.getTime() + HALT_MS);
  log.error({ event: 'alarm', reason, until }, 'sending halted');
  await crew.halt(reason, until);
}

import { yearOf } from '../../domain/period.ts';
import type { Effect, Ports } from '../../ports.ts';
import { postSummary } from '../reporting/post-summary.ts';
import { showAnswer } from './show-answer.ts';

/**
 * Does what stored answers still have to lead to. Corrections that came close together are shown once, as they stand now.
 * One effect that fails, or takes its time, does not keep the others waiting.
 */
export async function carryOutEffects(ports: Ports): Promise<void> {
  const places = await placesToLook(ports.plans);
  const waiting = await Promise.all(places.map(({ committeeId, year }) => findWaiting(ports, committeeId, year)));
  if (ports.stopping.aborted) return;
  await Promise.all([...Map.groupBy(waiting.flat(), placeOf).values()].map((effects) => carryOut(ports, effects)));
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
    const outcome = kind === 'cards' ? await showAnswer(ports, newest) : await postSummary(ports, period);
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

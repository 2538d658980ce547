import { type ForeseenMessage, foresee } from '../../domain/foresee.ts';
import type { Month } from '../../domain/period.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { RoundProblem } from '../../domain/round-problem.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';
import { findRound, type RoundPorts } from './find-round.ts';
import { type FactsPorts, loadRoundFacts } from './round-facts.ts';

export interface DryRun {
  readonly period: Month;
  /** The day in Sweden that was asked about. */
  readonly date: string;
  /** Nothing goes out while it is paused. */
  readonly paused: boolean;
  /** Everything would go there instead while the rehearsal is on. */
  readonly rehearsalTo?: string;
  /** In the order of their time, and then the plan's. */
  readonly messages: readonly ForeseenMessage[];
}

/**
 * Who would get what on a day, today or later, if nothing more is answered until then. Nothing is sent or stored.
 * `date`: a day in Sweden, `2026-11-12`; `hour`: not after that hour, 0–23. Whoever shows it has made sure that the reader leads
 * rounds (`leadsRounds`).
 */
export async function dryRun(
  ports: RoundPorts & FactsPorts & Pick<Ports, 'rounds'>,
  date: string,
  hour?: number,
): Promise<Result<DryRun, RoundProblem>> {
  const today = stockholmDate(ports.clock.now());
  if (date < today) return refused({ code: 'DAY_PASSED', date, today });
  const found = await findRound(ports, undefined, date);
  if (!found.ok) return found;

  const { plan, followUp } = found.value;
  if (Number(date.slice(0, 4)) > plan.periodTo + 1)
    return refused({ code: 'DAY_OUTSIDE_PLAN', date, to: plan.periodTo });
  const { period } = followUp;
  const [{ facts }, settings] = await Promise.all([
    loadRoundFacts(ports, found.value),
    ports.rounds.find(period, 'fresh'),
  ]);
  const { paused = false, rehearsal } = settings ?? {};
  return done({
    ...{ period, date, paused },
    ...(rehearsal?.on && { rehearsalTo: rehearsal.to }),
    messages: foresee(facts, date, hour),
  });
}

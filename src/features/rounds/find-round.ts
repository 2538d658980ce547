import { type FollowUpDates, followUpDates, openFollowUp } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import type { FollowUp, Plan } from '../../domain/plan.ts';
import { managesPlan } from '../../domain/plan-roles.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { RoundOverview } from '../../domain/round-overview.ts';
import type { RoundProblem } from '../../domain/round-problem.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';

/** Who does something by the command line: whoever may reach the storage. */
export const COMMAND_LINE = 'styr';

/** A follow-up with its plan and its days. */
export interface Round {
  readonly plan: Plan;
  readonly followUp: FollowUp;
  readonly dates: FollowUpDates;
  readonly standing: RoundOverview['standing'];
  /** The follow-up that is open today. */
  readonly open?: Month;
}

export type RoundPorts = Pick<Ports, 'plans' | 'workingDays' | 'clock'>;

/** A month's round, or without a month the one that is open on a day: today, when nothing else is said. */
export async function findRound(
  { plans, workingDays, clock }: RoundPorts,
  period?: Month,
  day: string = stockholmDate(clock.now()),
): Promise<Result<Round, RoundProblem>> {
  const current = (await plans.current())?.plan;
  if (!current) return refused({ code: 'NO_PLAN' });
  const open = openFollowUp(current, workingDays, day)?.period;
  const wanted = period ?? open;
  const next = nextRound(current, workingDays, day);
  if (wanted === undefined) return refused({ code: 'NOTHING_OPEN', ...(next && { next }) });

  const plan = (await plans.forMonth(wanted))?.plan;
  const followUp = plan?.followUps.find((candidate) => candidate.period === wanted);
  if (!plan || !followUp) return refused({ code: 'NO_SUCH_ROUND', period: wanted, ...(open && { open }) });
  const dates = followUpDates(followUp, workingDays);
  const standing = wanted === open ? 'open' : dates.opensOn > day ? 'coming' : 'over';
  return done({ plan, followUp, dates, standing, ...(open && { open }) });
}

/** The follow-up that opens next after a day; none: the plan has no later one. */
export function nextRound(
  plan: Plan,
  workingDays: Ports['workingDays'],
  day: string,
): { readonly period: Month; readonly opensOn: string } | undefined {
  return plan.followUps
    .map((followUp) => ({ period: followUp.period, opensOn: followUpDates(followUp, workingDays).opensOn }))
    .filter(({ opensOn }) => opensOn > day)
    .sort((one, other) => one.opensOn.localeCompare(other.opensOn))[0];
}

/** Controllers and administrators lead rounds, and so does the command line. `by`: UPN, or `styr`. */
export function leadsRounds(plan: Plan, by: string): boolean {
  return by === COMMAND_LINE || managesPlan(plan, by);
}

/** The same as a refusal. */
export async function findRoundToLead(
  ports: RoundPorts,
  period: Month,
  by: string,
): Promise<Result<Round, RoundProblem>> {
  const current = (await ports.plans.current())?.plan;
  if (current && !leadsRounds(current, by)) return refused({ code: 'NOT_ALLOWED' });
  return findRound(ports, period);
}

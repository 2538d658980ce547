import { type Month, nextMonth } from '../../domain/period.ts';
import { isInRoster } from '../../domain/plan.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { RoundProblem } from '../../domain/round-problem.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports, RoundChange, RoundSettings } from '../../ports.ts';
import { findRoundToLead, type Round } from './find-round.ts';

type ChangePorts = Pick<Ports, 'plans' | 'workingDays' | 'clock' | 'rounds' | 'people' | 'conversations'>;

/** What a round was changed to, for whoever did it. The service acts on it at its next turn. */
export interface ChangedRound {
  readonly period: Month;
  readonly standing: Round['standing'];
  readonly opensOn: string;
  readonly paused: boolean;
  readonly rehearsal?: { readonly number: number; readonly to: string };
}

/** What a change amounts to, or why it can't be made, as the round stands. */
type Decide = (
  round: Round,
  settings: Partial<RoundSettings>,
) => Result<{ readonly change: RoundChange; readonly what: string }, RoundProblem>;

/**
 * Opens a follow-up ahead of the calendar, at the earliest the day after its month has ended. The one that was open is over
 * from then on. `by`: UPN, or `styr`.
 */
export async function startRound(
  ports: ChangePorts,
  period: Month,
  by: string,
): Promise<Result<ChangedRound, RoundProblem>> {
  const today = stockholmDate(ports.clock.now());
  const earliest = `${nextMonth(period)}-01`;
  return change(ports, period, by, ({ standing, dates, open }) => {
    if (standing === 'open') return refused({ code: 'ALREADY_OPEN', period, since: dates.opensOn });
    if (isPast(period, open)) return refused({ code: 'ROUND_OVER', period, open });
    if (today < earliest) return refused({ code: 'MONTH_NOT_OVER', period, earliest });
    return done({ change: { startedOn: today }, what: 'started' });
  });
}

/** Nothing of the round goes out until it is resumed. Answers come in all the same. */
export async function pauseRound(
  ports: ChangePorts,
  period: Month,
  by: string,
): Promise<Result<ChangedRound, RoundProblem>> {
  return change(ports, period, by, ({ open }, { paused }) => {
    if (isPast(period, open)) return refused({ code: 'ROUND_OVER', period, open });
    if (paused) return refused({ code: 'ALREADY_PAUSED', period });
    return done({ change: { paused: true }, what: 'paused' });
  });
}

export async function resumeRound(
  ports: ChangePorts,
  period: Month,
  by: string,
): Promise<Result<ChangedRound, RoundProblem>> {
  return change(ports, period, by, (_, { paused }) =>
    paused ? done({ change: { paused: false }, what: 'resumed' }) : refused({ code: 'NOT_PAUSED', period }),
  );
}

/** Everything that the round would send goes to one person of the roster instead, and counts for nothing. */
export async function rehearse(
  ports: ChangePorts,
  period: Month,
  to: string,
  by: string,
): Promise<Result<ChangedRound, RoundProblem>> {
  const person = await ports.people.findByUpn(to);
  const canBeWrittenTo = person && (await ports.conversations.find('personal', person.oid));
  const upn = to.toLowerCase();
  return change(ports, period, by, ({ plan, open }, { rehearsal }) => {
    if (isPast(period, open)) return refused({ code: 'ROUND_OVER', period, open });
    if (rehearsal?.on) return refused({ code: 'ALREADY_REHEARSING', period, to: rehearsal.to });
    if (!isInRoster(plan, upn)) return refused({ code: 'NOT_IN_ROSTER', upn });
    if (!canBeWrittenTo) return refused({ code: 'NOT_REACHABLE', upn, reason: 'NOT_INSTALLED' });
    const number = (rehearsal?.number ?? 0) + 1;
    return done({ change: { rehearsal: { number, to: upn, on: true } }, what: `rehearsal ${number} ${upn}` });
  });
}

/** From now on the round is real: what is due goes to those whom it is for. */
export async function endRehearsal(
  ports: ChangePorts,
  period: Month,
  by: string,
): Promise<Result<ChangedRound, RoundProblem>> {
  return change(ports, period, by, (_, { rehearsal }) => {
    if (!rehearsal?.on) return refused({ code: 'NOT_REHEARSING', period });
    return done({
      change: { rehearsal: { ...rehearsal, on: false } },
      what: `rehearsal-ended ${rehearsal.number}`,
    });
  });
}

/** A month before the one that is open never opens again. */
function isPast(period: Month, open: Month | undefined): open is Month {
  return open !== undefined && period < open;
}

async function change(
  ports: ChangePorts,
  period: Month,
  by: string,
  decide: Decide,
): Promise<Result<ChangedRound, RoundProblem>> {
  const round = await findRoundToLead(ports, period, by);
  if (!round.ok) return round;
  const settings = (await ports.rounds.find(period, 'fresh')) ?? {};
  const decision = decide(round.value, settings);
  if (!decision.ok) return decision;

  const { change: wanted, what } = decision.value;
  const event = { at: ports.clock.now(), by, what };
  if ((await ports.rounds.change(period, wanted, event)) === 'conflict') return refused({ code: 'CHANGED_MEANWHILE' });
  return done(changed(round.value, { ...settings, ...wanted }));
}

function changed({ followUp, dates, standing }: Round, settings: Partial<RoundSettings>): ChangedRound {
  const { paused = false, rehearsal, startedOn } = settings;
  return {
    period: followUp.period,
    standing: standing === 'coming' && startedOn !== undefined ? 'open' : standing,
    opensOn: startedOn ?? dates.opensOn,
    paused,
    ...(rehearsal?.on && { rehearsal: { number: rehearsal.number, to: rehearsal.to } }),
  };
}

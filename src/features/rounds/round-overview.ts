import { committeesThatReport, locksOn } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import { done, type Result } from '../../domain/result.ts';
import type { RoundCommittee, RoundCounts, RoundLine, RoundOverview } from '../../domain/round-overview.ts';
import type { RoundProblem } from '../../domain/round-problem.ts';
import { whoHasNobody, whoMustInstall } from '../../domain/who-is-reached.ts';
import type { PeriodLedger, Ports } from '../../ports.ts';
import { findRound, type Round, type RoundPorts } from './find-round.ts';
import { type FactsPorts, loadRoundFacts } from './round-facts.ts';
import { inOrder, isPersonal, lineOf } from './round-lines.ts';

export type OverviewPorts = RoundPorts & FactsPorts & Pick<Ports, 'answers' | 'rounds' | 'crew' | 'installLink'>;

/**
 * Where a month's round is, by default the one that is open. Whoever shows it has made sure that the reader leads rounds
 * (`leadsRounds`).
 */
export async function roundOverview(
  ports: OverviewPorts,
  period?: Month,
): Promise<Result<RoundOverview, RoundProblem>> {
  const found = await findRound(ports, period);
  if (!found.ok) return found;
  const round = found.value;
  const month = round.followUp.period;
  const [{ facts, ledgers }, settings, history, halted] = await Promise.all([
    loadRoundFacts(ports, round),
    ports.rounds.find(month, 'fresh'),
    ports.rounds.history(month),
    ports.crew.halted(ports.clock.now()),
  ]);
  const committees = await Promise.all(ledgers.map((ledger) => committeeOf(ports, round, ledger)));
  const lines = committees.flatMap((committee) => committee.lines).filter(({ rehearsal }) => rehearsal === undefined);
  const lock = locksOn(round.plan, month, ports.workingDays);
  const { startedOn } = round.followUp;
  return done({
    ...{ period: month, kind: round.followUp.kind, standing: round.standing, dates: round.dates },
    ...{ committees, history, paused: settings?.paused ?? false },
    ...(lock && { locksOn: lock }),
    ...(startedOn && { startedOn }),
    ...(settings?.rehearsal?.on && { rehearsal: { number: settings.rehearsal.number, to: settings.rehearsal.to } }),
    ...(halted && { halted }),
    counts: countsOf(committees, lines),
    ambiguous: lines.filter(({ state }) => state === 'ambiguous'),
    refused: lines.filter(({ state }) => state === 'refused'),
    unreachable: whoHasNobody(facts),
    mustInstall: whoMustInstall(facts),
    ...(ports.installLink && { installLink: ports.installLink }),
  });
}

async function committeeOf(
  { answers, clock }: Pick<Ports, 'answers' | 'clock'>,
  { plan, followUp }: Round,
  { committeeId, answered, deliveries }: PeriodLedger,
): Promise<RoundCommittee> {
  const stored = answered ? await answers.find(committeeId, followUp.period) : undefined;
  const committee = committeesThatReport(plan, followUp.period).find(({ id }) => id === committeeId);
  return {
    committeeId,
    name: committee?.name ?? committeeId,
    ...(stored && {
      answer: {
        ...{ upn: stored.reporter.upn, name: stored.reporter.name },
        ...{ at: stored.reportedAt, revision: stored.revision },
      },
    }),
    // What waited when the answer came is no longer needed.
    lines: inOrder(deliveries.filter(isPersonal).map((one) => lineOf(one, clock.now()))).filter(
      ({ state }) => !answered || state !== 'ready',
    ),
  };
}

function countsOf(committees: readonly RoundCommittee[], lines: readonly RoundLine[]): RoundCounts {
  const inState = (...states: RoundLine['state'][]): number =>
    lines.filter(({ state }) => states.includes(state)).length;
  return {
    committees: committees.length,
    answered: committees.filter(({ answer }) => answer !== undefined).length,
    sent: inState('sent'),
    waiting: inState('ready', 'sending'),
    ambiguous: inState('ambiguous'),
    refused: inState('refused'),
  };
}

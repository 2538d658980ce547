import type { RoundFacts } from '../../domain/due-items.ts';
import { committeesThatReport, locksOn } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import { done, type Result } from '../../domain/result.ts';
import type { RoundCommittee, RoundCounts, RoundLine, RoundOverview } from '../../domain/round-overview.ts';
import type { RoundProblem } from '../../domain/round-problem.ts';
import { whoHasNobody, whoIsAway, whoMustInstall } from '../../domain/who-is-reached.ts';
import type { Delivery, PeriodLedger, Ports } from '../../ports.ts';
import { findRound, type Round, type RoundPorts } from './find-round.ts';
import { dueOnceReady } from './goes-out.ts';
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
  const rehearsed = settings?.rehearsal?.on ? [{ ...facts, rehearsal: settings.rehearsal.number }] : [];
  const needed = round.standing === 'open' ? stillNeeded(ledgers, [facts, ...rehearsed]) : new Set<Delivery>();
  const committees = await Promise.all(
    ledgers.map(async (ledger) => ({
      ...(await committeeOf(ports, round, ledger)),
      lines: linesOf(ledger, needed, { ...facts, now: ports.clock.now() }),
    })),
  );
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
    away: whoIsAway(facts),
    mustInstall: whoMustInstall(facts),
    ...(ports.installLink && { installLink: ports.installLink }),
  });
}

async function committeeOf(
  { answers }: Pick<Ports, 'answers'>,
  { plan, followUp }: Round,
  { committeeId, answered }: PeriodLedger,
): Promise<Omit<RoundCommittee, 'lines'>> {
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
  };
}

/** Of what waits, what is still to go out: not what waited when the answer came, or when somebody else could be asked. */
function stillNeeded(ledgers: readonly PeriodLedger[], runs: readonly RoundFacts[]): ReadonlySet<Delivery> {
  const waiting = ledgers.flatMap(({ deliveries }) => deliveries.filter(({ state }) => state === 'ready'));
  return new Set(waiting.length === 0 ? [] : runs.flatMap((facts) => dueOnceReady(facts, waiting)));
}

/** What waits for somebody to install the app says so. */
function linesOf(
  { deliveries }: PeriodLedger,
  needed: ReadonlySet<Delivery>,
  { unreachable, now }: Pick<RoundFacts, 'unreachable'> & { readonly now: Date },
): readonly RoundLine[] {
  const lines = deliveries
    .filter(isPersonal)
    .filter((row) => row.state !== 'ready' || needed.has(row))
    .map((row) => lineOf(row, now))
    .map((line) => {
      const reason =
        line.state === 'ready' && line.rehearsal === undefined ? unreachable.get(line.recipient) : undefined;
      return reason === undefined ? line : { ...line, reason };
    });
  return inOrder(lines);
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

import { triedPersons } from '../../domain/asked-persons.ts';
import type { RoundFacts } from '../../domain/due-items.ts';
import type { Month } from '../../domain/period.ts';
import { sameUpn } from '../../domain/plan.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { RoundLine } from '../../domain/round-overview.ts';
import type { RoundProblem } from '../../domain/round-problem.ts';
import type { Delivery, PeriodLedger, Ports } from '../../ports.ts';
import { rehearsalOf } from '../delivery/outgoing.ts';
import { findRoundToLead, type Round, type RoundPorts } from './find-round.ts';
import { dueOnceReady, type Held, whatHolds } from './goes-out.ts';
import { type FactsPorts, loadRoundFacts } from './round-facts.ts';
import { isPersonal, lineOf } from './round-lines.ts';

export interface ResendRequest {
  readonly upn: string;
  /** Absent: everything that the person still has to know of. */
  readonly committeeId?: string;
}

export interface ResentLines {
  readonly lines: readonly RoundLine[];
  /** They go out when this is over. */
  readonly held?: Held;
}

/** A person's form goes before a reminder of it; word to a controller or an approver is what else there is. */
const FIRST_CHOICE: readonly Delivery['kind'][] = ['prompt', 'unreachable', 'late'];

/**
 * Lets one person's message go out again: the same rows, so that it is still one form, and saying that it stands in for an
 * earlier one. `by`: UPN, or `styr`.
 */
export async function resendItem(
  ports: RoundPorts & FactsPorts & Pick<Ports, 'rounds' | 'crew'>,
  period: Month,
  { upn, committeeId }: ResendRequest,
  by: string,
): Promise<Result<ResentLines, RoundProblem>> {
  const round = await findRoundToLead(ports, period, by);
  if (!round.ok) return round;
  const closed = whyClosed(round.value, period);
  if (closed) return refused(closed);
  const { facts, ledgers } = await loadRoundFacts(ports, round.value);
  if (committeeId !== undefined && !facts.ledgers.has(committeeId)) {
    return refused({ code: 'NO_SUCH_COMMITTEE', committeeId });
  }
  const asked = ledgers.filter((ledger) => committeeId === undefined || ledger.committeeId === committeeId);
  const rows = rowsToResend(asked, facts, upn.toLowerCase());
  if (!rows.ok) return rows;

  const now = ports.clock.now();
  const again = { state: 'ready', replaces: true, attempts: 0, notBefore: now } as const;
  const changed = await Promise.all(rows.value.map((row) => ports.deliveries.change(row, again)));
  const there = changed.filter((row) => row !== undefined);
  if (there.length === 0) return refused({ code: 'CHANGED_MEANWHILE' });
  const committees = there.map((row) => row.committeeId).join(', ');
  await ports.rounds.note(period, { at: now, by, what: `resent ${upn.toLowerCase()} ${committees}` });
  const held = await whatHolds(ports, round.value);
  return done({ lines: there.filter(isPersonal).map((one) => lineOf(one, now)), ...(held && { held }) });
}

function whyClosed({ standing, dates, open }: Round, period: Month): RoundProblem | undefined {
  if (standing === 'coming') return { code: 'ROUND_NOT_OPEN', period, opensOn: dates.opensOn };
  return standing === 'over' && open ? { code: 'ROUND_OVER', period, open } : undefined;
}

/** Of what the person has been sent: what is still owed, has come to an end, and would go out. */
function rowsToResend(
  ledgers: readonly PeriodLedger[],
  facts: RoundFacts,
  upn: string,
): Result<readonly Delivery[], RoundProblem> {
  const meant = ledgers.flatMap(({ answered, deliveries }) => {
    const row = mostTelling(deliveries, upn);
    return row ? [{ row, answered }] : [];
  });
  if (meant.length === 0) return refused({ code: 'NOT_ASKED', upn });
  const owed = meant.filter(({ answered }) => !answered).map(({ row }) => row);
  if (owed.length === 0) {
    return refused({ code: 'ANSWERED', committeeIds: meant.map(({ row }) => row.committeeId) });
  }
  const [first] = owed;
  const due = dueOnceReady(facts, owed);
  if (first && (facts.unreachable.has(upn) || due.length === 0)) return refused(whyNotDue(facts, first));
  const ended = due.filter(({ state }) => state !== 'ready' && state !== 'sending');
  return ended.length === 0 ? refused({ code: 'GOES_OUT_ANYWAY', upn }) : done(ended);
}

/** What tells the person most about one committee. */
function mostTelling(deliveries: readonly Delivery[], upn: string): Delivery | undefined {
  const own = deliveries
    .filter(isPersonal)
    .filter((delivery) => sameUpn(delivery.recipient, upn) && rehearsalOf(delivery) === undefined);
  return FIRST_CHOICE.flatMap((kind) =>
    own
      .filter((delivery) => delivery.kind === kind)
      .toSorted((one, other) => Number(other.variant ?? 0) - Number(one.variant ?? 0)),
  )[0];
}

function whyNotDue(facts: RoundFacts, { committeeId, recipient: upn }: Delivery): RoundProblem {
  const reason = facts.unreachable.get(upn);
  if (reason !== undefined) return { code: 'NOT_REACHABLE', upn, reason };
  const tried = triedPersons(facts, committeeId).find((one) => one.upn === upn && one.reason === 'AWAY');
  return tried ? { code: 'NOT_REACHABLE', ...tried } : { code: 'NOT_NEEDED', upn };
}

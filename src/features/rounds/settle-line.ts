import type { Month } from '../../domain/period.ts';
import { sameUpn } from '../../domain/plan.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { RoundLine } from '../../domain/round-overview.ts';
import type { RoundProblem } from '../../domain/round-problem.ts';
import type { Delivery, DeliveryChange, Ports } from '../../ports.ts';
import { findRoundToLead, type RoundPorts } from './find-round.ts';
import { dueOnceReady, type Held, whatHolds } from './goes-out.ts';
import { type FactsPorts, loadRoundFacts } from './round-facts.ts';
import { isPersonal, lineOf } from './round-lines.ts';

/** Which line, by what a controller sees of it. Without a step it is every line of that kind. */
export type LineName = Pick<RoundLine, 'committeeId' | 'recipient' | 'kind' | 'step'>;

export interface SettledLines {
  /** All that the message was about, as it stands now. */
  readonly lines: readonly RoundLine[];
  /** False when it arrived, and when nobody needs it any more: the committee has answered, or a later reminder has gone out. */
  readonly goesOutAgain: boolean;
  /** It goes out when this is over. */
  readonly held?: Held;
}

/**
 * A person says whether a message of unknown fate arrived. `unsent`: it goes out again, saying that it stands in for an earlier
 * one. Whatever else was in the same message shares its fate. `by`: UPN, or `styr`.
 */
export async function settleLine(
  ports: RoundPorts & FactsPorts & Pick<Ports, 'rounds' | 'crew'>,
  period: Month,
  name: LineName,
  as: 'sent' | 'unsent',
  by: string,
): Promise<Result<SettledLines, RoundProblem>> {
  const round = await findRoundToLead(ports, period, by);
  if (!round.ok) return round;
  const { facts, ledgers } = await loadRoundFacts(ports, round.value);
  const { committeeId, recipient, kind } = name;
  const all = ledgers.flatMap(({ deliveries }) => deliveries);
  if (!facts.ledgers.has(committeeId)) return refused({ code: 'NO_SUCH_COMMITTEE', committeeId });
  const now = ports.clock.now();
  const named = all.filter(isPersonal).filter((delivery) => isNamed(lineOf(delivery, now), name));
  const [first] = named;
  if (!first) return refused({ code: 'NO_SUCH_LINE', recipient, committeeId });
  const unsettled = named.filter(({ state }) => state === 'ambiguous');
  if (unsettled.length === 0) return refused({ code: 'NOT_AMBIGUOUS', recipient, state: first.state });

  const rows = wholeMessages(all, unsettled);
  const changed = await Promise.all(rows.map((row) => ports.deliveries.change(row, changeTo(as, now))));
  const settled = changed.filter((row) => row !== undefined);
  if (settled.length === 0) return refused({ code: 'CHANGED_MEANWHILE' });
  const what = `settled-${as} ${kind} ${recipient.toLowerCase()} ${committeeId}`;
  await ports.rounds.note(period, { at: now, by, what });
  const goesOutAgain = as === 'unsent' && round.value.standing === 'open' && dueOnceReady(facts, settled).length > 0;
  const held = goesOutAgain ? await whatHolds(ports, round.value) : undefined;
  return done({
    lines: settled.filter(isPersonal).map((one) => lineOf(one, now)),
    goesOutAgain,
    ...(held && { held }),
  });
}

function isNamed(line: RoundLine, { committeeId, recipient, kind, step }: LineName): boolean {
  return (
    line.committeeId === committeeId &&
    line.kind === kind &&
    line.rehearsal === undefined &&
    sameUpn(line.recipient, recipient) &&
    (step === undefined || line.step === step)
  );
}

function changeTo(as: 'sent' | 'unsent', now: Date): DeliveryChange {
  return as === 'sent' ? { state: 'sent' } : { state: 'ready', replaces: true, attempts: 0, notBefore: now };
}

/** The rows with everything else of their messages whose fate is unknown too. */
function wholeMessages(all: readonly Delivery[], rows: readonly Delivery[]): readonly Delivery[] {
  return all.filter(
    (one) =>
      one.state === 'ambiguous' && rows.some((row) => row.recipient === one.recipient && isInMessageOf(row, one)),
  );
}

function isInMessageOf(row: Delivery, one: Delivery): boolean {
  return [row, ...(row.bundle ?? [])].some(
    ({ committeeId, kind, variant }) => committeeId === one.committeeId && kind === one.kind && variant === one.variant,
  );
}

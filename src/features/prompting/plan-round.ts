import { type DueItem, dueItems } from '../../domain/due-items.ts';
import { committeesThatReport } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import type { Delivery, DeliveryKey, DeliveryOrder, PeriodLedger, Ports } from '../../ports.ts';
import { settleExpiredClaim } from '../delivery/after-attempt.ts';
import { nameOfLine } from '../delivery/outgoing.ts';
import { findRound } from '../rounds/find-round.ts';
import { loadSurroundings, roundFacts } from '../rounds/round-facts.ts';
import { installMissing } from './install-missing.ts';

/** Messages in one order: what an instance takes on at a time. */
const MOST_IN_ORDER = 30;

/**
 * Who should get what in the open round, as messages for any instance to carry out: all that is due for one person goes in one.
 * What is due follows from the plan, the calendar and the ledger, so running it twice, late, or in two places changes nothing.
 */
export async function planRound(ports: Ports): Promise<readonly DeliveryOrder[]> {
  const found = await findRound(ports);
  if (!found.ok) return [];
  const { period } = found.value.followUp;
  const committees = committeesThatReport(found.value.plan, period).map(({ id }) => id);
  const [settings, around, read] = await Promise.all([
    ports.rounds.find(period),
    loadSurroundings(ports),
    Promise.all(committees.map((committeeId) => readLedger(ports, committeeId, period))),
  ]);
  if (settings?.paused) return [];
  const ledgers = read.filter((ledger) => ledger !== undefined);
  const readable = new Set(ledgers.map(({ committeeId }) => committeeId));
  const plan = { ...found.value.plan, committees: found.value.plan.committees.filter(({ id }) => readable.has(id)) };
  const facts = roundFacts(ports.clock.now(), { ...found.value, plan }, ledgers, around);
  const rehearsal = settings?.rehearsal?.on ? settings.rehearsal.number : undefined;
  if (rehearsal === undefined) installMissing(ports, facts);
  const due = dueItems(rehearsal === undefined ? facts : { ...facts, rehearsal });
  const ready = await waiting(ports, period, due, ledgers);
  // In a rehearsal there is one reader. Otherwise who has not got the app yet gets it all later.
  return ordersOf(
    period,
    rehearsal === undefined ? ready.filter((item) => !facts.unreachable.has(item.recipient)) : ready,
  );
}

/** With what no living process is sending any more. A committee whose rows can't be read does not keep the others from being asked. */
async function readLedger(ports: Ports, committeeId: string, period: Month): Promise<PeriodLedger | undefined> {
  try {
    const ledger = await ports.deliveries.ledger(committeeId, period);
    const deliveries = await Promise.all(ledger.deliveries.map((delivery) => settleExpiredClaim(ports, delivery)));
    return { ...ledger, deliveries };
  } catch (error) {
    ports.log.error({ err: error, event: 'job', committee: committeeId }, 'ledger not read');
    return undefined;
  }
}

/** Those of the due items whose lines are ready and need not wait longer; a line that is missing is made. */
async function waiting(
  ports: Ports,
  period: Month,
  due: readonly DueItem[],
  ledgers: readonly PeriodLedger[],
): Promise<readonly DueItem[]> {
  const byCommittee = new Map(ledgers.map((ledger) => [ledger.committeeId, ledger]));
  const groups = [...Map.groupBy(due, ({ committeeId }) => committeeId)];
  const lines = await Promise.all(
    groups.map(([committeeId, items]) => ensureLines(ports, period, items, byCommittee.get(committeeId))),
  );
  const byName = new Map(lines.flat().map((line) => [nameOf(line), line]));
  const now = ports.clock.now();
  return due.filter((item) => {
    const line = byName.get(nameOf(item));
    return line?.state === 'ready' && (!line.notBefore || line.notBefore <= now);
  });
}

async function ensureLines(
  { deliveries, log }: Pick<Ports, 'deliveries' | 'log'>,
  period: Month,
  items: readonly DueItem[],
  ledger: PeriodLedger | undefined,
): Promise<readonly Delivery[]> {
  const known = new Set(ledger?.deliveries.map(nameOf));
  const missing = items.filter((item) => !known.has(nameOf(item)));
  const wanted = ledger?.owedMark === undefined ? items : missing;
  if (wanted.length === 0) return ledger?.deliveries ?? [];
  try {
    const made = await deliveries.ensureAll(wanted.map((item) => keyOf(item, period)));
    return [...(ledger?.deliveries ?? []), ...made];
  } catch (error) {
    log.error({ err: error, event: 'job', committee: items[0]?.committeeId }, 'round not planned');
    return [];
  }
}

function nameOf(line: Pick<DeliveryKey, 'committeeId' | 'kind' | 'variant' | 'recipient'>): string {
  return `${line.committeeId}|${nameOfLine(line)}`;
}

function keyOf({ committeeId, recipient, kind, variant }: DueItem, period: Month): DeliveryKey {
  return { committeeId, period, recipient, kind, ...(variant === undefined ? {} : { variant }) };
}

function ordersOf(period: Month, due: readonly DueItem[]): DeliveryOrder[] {
  const messages = [...Map.groupBy(due, ({ recipient }) => recipient)].map(([recipient, items]) => ({
    recipient,
    items: items.map(({ committeeId, kind, variant }) => ({
      ...{ committeeId, kind },
      ...(variant === undefined ? {} : { variant }),
    })),
  }));
  const orders = Array.from({ length: Math.ceil(messages.length / MOST_IN_ORDER) }, (_, index) =>
    messages.slice(index * MOST_IN_ORDER, (index + 1) * MOST_IN_ORDER),
  );
  return orders.map((some) => ({ period, messages: some }));
}

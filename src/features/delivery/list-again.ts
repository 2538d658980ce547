import { triedPersons } from '../../domain/asked-persons.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { WorkItem } from '../../domain/work-item.ts';
import type { BundleItem, Delivery, Notice, PeriodLedger, Ports } from '../../ports.ts';
import { findRound, type Round } from '../rounds/find-round.ts';
import { loadSurroundings, roundFacts } from '../rounds/round-facts.ts';
import { workItem } from './work-items.ts';

/** A list as it is to be shown now. */
export interface ListAgain {
  readonly notice: Notice;
  /** Whether an answer has come since it was written. */
  hasChanged(): Promise<boolean>;
}

/** The list that a message is, as things stand now: none when the message is a form, and no list. */
export async function listAgain(ports: Ports, delivery: Delivery, activityId: string): Promise<ListAgain | undefined> {
  const { period, recipient } = delivery;
  const items = itemsOf(delivery);
  if (delivery.kind === 'prompt' && items.length === 1) return undefined;
  const committees = [...new Set(items.map(({ committeeId }) => committeeId))];
  const ledgers = new Map(
    await Promise.all(committees.map(async (id) => [id, await ports.deliveries.ledger(id, period)] as const)),
  );
  if (delivery.kind === 'prompt' && !isShared(delivery, items, ledgers, activityId)) return undefined;
  const found = await findRound(ports, period);
  if (!found.ok) return undefined;

  const read = await revisionsOf(ports, delivery, committees);
  const shown: WorkItem[] = [];
  for (const item of items) {
    const ledger = ledgers.get(item.committeeId);
    if (ledger) shown.push(await itemAgain(ports, found.value, ledger, recipient, item));
  }
  const { installLink } = ports;
  const list = {
    ...{ period, today: stockholmDate(ports.clock.now()), items: shown },
    ...(delivery.replaces ? { replacesEarlier: true } : {}),
    ...(installLink === undefined ? {} : { installLink }),
  };
  return {
    notice: { kind: 'work-list', list },
    hasChanged: async () => committees.length > 1 && (await revisionsOf(ports, delivery, committees)) !== read,
  };
}

function itemsOf({ bundle = [], committeeId, kind, variant }: Delivery): readonly BundleItem[] {
  return bundle.length > 0 ? bundle : [{ committeeId, kind, ...(variant === undefined ? {} : { variant }) }];
}

/** True when another line is shown in the same message: a form that was asked for is its own. */
function isShared(
  { id, recipient }: Delivery,
  items: readonly BundleItem[],
  ledgers: ReadonlyMap<string, PeriodLedger>,
  activityId: string,
): boolean {
  return items.some(({ committeeId, kind, variant }) =>
    ledgers
      .get(committeeId)
      ?.deliveries.some(
        (row) =>
          row.id !== id &&
          row.kind === kind &&
          row.variant === variant &&
          row.recipient === recipient &&
          row.activityIds.includes(activityId),
      ),
  );
}

async function revisionsOf(
  { answers }: Pick<Ports, 'answers'>,
  { period }: Delivery,
  committees: readonly string[],
): Promise<string> {
  const found = await Promise.all(committees.map((committeeId) => answers.find(committeeId, period)));
  return found.map((stored) => stored?.revision ?? 0).join(' ');
}

async function itemAgain(
  ports: Ports,
  round: Round,
  ledger: PeriodLedger,
  recipient: string,
  item: BundleItem,
): Promise<WorkItem> {
  const { committeeId, period } = ledger;
  const about = workItem(round, ledger, recipient, item);
  const stored = ledger.answered ? await ports.answers.find(committeeId, period) : undefined;
  if (stored) return { ...about, stored };
  if (item.kind !== 'unreachable') return about;
  const facts = roundFacts(ports.clock.now(), round, [ledger], await loadSurroundings(ports));
  return { ...about, tried: triedPersons(facts, committeeId) };
}

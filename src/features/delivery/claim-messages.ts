import type { BundleItem, Delivery, DeliveryChange, Ports } from '../../ports.ts';
import { nameOfLine, nameOfPlace, type Place } from './outgoing.ts';
import type { PreparedMessage } from './prepare-messages.ts';
import type { WantedLine, WorkingLedger, WorkingLedgers } from './working-ledgers.ts';
import { bundleOf, type Claimed } from './write-notice.ts';

type ClaimPorts = Pick<Ports, 'clock' | 'log' | 'instance'>;

/** One thing in one of the messages. */
interface Part {
  readonly message: PreparedMessage;
  readonly item: BundleItem;
}

/** What could be claimed of a message so far. */
interface Gathered {
  readonly deliveries: Delivery[];
  readonly ledgers: Map<string, WorkingLedger>;
}

/**
 * Claims what the messages are about, committee by committee: what is still owed, and nobody else's. What could be claimed is what
 * a message says; one of which nothing could be is left out.
 */
export async function claimMessages(
  ports: ClaimPorts,
  ledgers: WorkingLedgers,
  messages: readonly PreparedMessage[],
): Promise<readonly Claimed[]> {
  const parts = messages.flatMap((message) => message.items.map((item) => ({ message, item })));
  const places = [...Map.groupBy(parts, ({ message, item }) => nameOfPlace(placeOf(message, item))).values()];
  const claimed = new Map<PreparedMessage, Gathered>();
  await Promise.all(
    places.map(async (some) => {
      for (const [{ message }, delivery, ledger] of await claimParts(ports, ledgers, some)) {
        const known: Gathered = claimed.get(message) ?? { deliveries: [], ledgers: new Map() };
        known.deliveries.push(delivery);
        known.ledgers.set(delivery.committeeId, ledger);
        claimed.set(message, known);
      }
    }),
  );
  return [...claimed].map(([prepared, { deliveries, ledgers: read }]) => ({
    prepared,
    deliveries: inOrderOf(prepared.items, deliveries),
    ledgers: read,
  }));
}

/** A committee whose rows can't be claimed does not keep the others' messages from going out. */
async function claimParts(
  ports: ClaimPorts,
  ledgers: WorkingLedgers,
  parts: readonly Part[],
): Promise<(readonly [Part, Delivery, WorkingLedger])[]> {
  const [first] = parts;
  if (!first) return [];
  const place = placeOf(first.message, first.item);
  const byLine = new Map(parts.map((part) => [lineOf(part), part]));
  let seen: WorkingLedger | undefined;
  try {
    const rows = await ledgers.claim(place, (ledger) => {
      seen = ledger;
      return wantedOf(ports, ledger, parts);
    });
    return rows.flatMap((row) => {
      const part = byLine.get(nameOfLine(row));
      return part && seen ? [[part, row, seen] as const] : [];
    });
  } catch (error) {
    ledgers.forget(place);
    ports.log.error({ err: error, event: 'delivery', committee: place.committeeId }, 'claim failed');
    return [];
  }
}

/** What may go out now, of what is wanted. */
function wantedOf(
  { clock, instance }: ClaimPorts,
  ledger: WorkingLedger,
  parts: readonly Part[],
): readonly WantedLine[] {
  if (ledger.answered) return [];
  const now = clock.now();
  return parts.flatMap(({ message, item }) => {
    const delivery = ledger.line({ ...item, recipient: message.outgoing.recipient });
    if (delivery?.state !== 'ready' || (delivery.notBefore && delivery.notBefore > now)) return [];
    const bundle = bundleOf(message.items);
    const change: DeliveryChange = {
      ...{ state: 'sending', owner: instance, claimedAt: now, attempts: delivery.attempts + 1 },
      conversationId: message.addressee.conversation.id,
      ...(bundle.length > 0 || delivery.bundle ? { bundle } : {}),
    };
    return [{ delivery, change }];
  });
}

function placeOf({ outgoing: { period } }: PreparedMessage, { committeeId }: BundleItem): Place {
  return { committeeId, period };
}

function lineOf({ message, item }: Part): string {
  return nameOfLine({ ...item, recipient: message.outgoing.recipient });
}

function inOrderOf(items: readonly BundleItem[], deliveries: readonly Delivery[]): readonly Delivery[] {
  const place = ({ committeeId, kind, variant }: BundleItem): number =>
    items.findIndex((item) => item.committeeId === committeeId && item.kind === kind && item.variant === variant);
  return deliveries.toSorted((one, other) => place(one) - place(other));
}

import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { BundleItem, Delivery, DeliveryKey } from '../ports.ts';
import { key, keysUnder } from './keys.ts';
import { periodPartition } from './period-table.ts';
import { odata, type StoredRow } from './storage.ts';

const Kind = z.enum(['prompt', 'reminder', 'late', 'unreachable', 'summary', 'report']);
const Instant = z.iso.datetime().transform((text) => new Date(text));
const ActivityIds = z.array(z.string());
/** A bundle can be a whole council's committees, and a text takes 32,768 characters: no names of fields in it. */
const Bundle = z.array(z.tuple([z.string(), Kind, z.string().nullable()]));

const DeliveryRow = z.object({
  committeeId: z.string(),
  period: z.string().refine(isMonth),
  recipient: z.string(),
  kind: Kind,
  variant: z.string().exactOptional(),
  id: z.string(),
  state: z.enum(['ready', 'sending', 'sent', 'refused', 'ambiguous']),
  owner: z.string().exactOptional(),
  claimedAt: Instant.exactOptional(),
  notBefore: Instant.exactOptional(),
  attempts: z.int(),
  reason: z.string().exactOptional(),
  conversationId: z.string().exactOptional(),
  activityIds: z.string().transform((text) => ActivityIds.parse(JSON.parse(text))),
  shown: z.string().exactOptional(),
  bundle: z
    .string()
    .transform((text) => Bundle.parse(JSON.parse(text)).map(toItem))
    .exactOptional(),
  replaces: z.boolean().exactOptional(),
});

export const deliveryColumns: readonly string[] = Object.keys(DeliveryRow.shape);

export type DeliveryPlace = { readonly partitionKey: string; readonly rowKey: string };
export type WrittenRow = DeliveryPlace & Readonly<Record<string, unknown>>;

/** `delivery|reminder@-2|rut@styrmodell.example`: what is sent to whom, so that whoever plans it again finds the same row. */
export function placeOf({ committeeId, period, kind, variant, recipient }: DeliveryKey): DeliveryPlace {
  const what = variant === undefined ? kind : `${kind}@${variant}`;
  return {
    partitionKey: periodPartition(committeeId, period),
    rowKey: key('delivery', what, recipient.toLowerCase()),
  };
}

/** Filter for the deliveries of one kind, of every variant. */
export function deliveriesOfKind(partition: string, kind: Delivery['kind']): string {
  const { to } = keysUnder(`delivery|${kind}`);
  const from = `delivery|${kind}@`;
  return odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
}

export function deliveryRow(delivery: Omit<Delivery, 'etag'>): WrittenRow {
  const { claimedAt, notBefore, activityIds, bundle, ...plain } = delivery;
  return {
    ...placeOf(delivery),
    ...plain,
    ...(claimedAt ? { claimedAt: claimedAt.toISOString() } : {}),
    ...(notBefore ? { notBefore: notBefore.toISOString() } : {}),
    ...(bundle ? { bundle: JSON.stringify(bundle.map(fromItem)) } : {}),
    activityIds: JSON.stringify(activityIds),
  };
}

export function readDelivery(row: StoredRow): Delivery {
  const parsed = DeliveryRow.parse(row);
  return { ...parsed, period: parsed.period as Month, etag: row.etag };
}

function fromItem({ committeeId, kind, variant }: BundleItem): z.infer<typeof Bundle>[number] {
  return [committeeId, kind, variant ?? null];
}

function toItem([committeeId, kind, variant]: z.infer<typeof Bundle>[number]): BundleItem {
  return { committeeId, kind, ...(variant === null ? {} : { variant }) };
}

import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { BundleItem, DeliveryOrder } from '../ports.ts';

/** Version of the message below. An instance leaves one that it doesn't know to those that do. */
const VERSION = 1;
/** Azure takes 64 KiB a message, which is so much before it is base64. */
export const LARGEST_MESSAGE = 48 * 1024;

const OrderMessage = z.object({
  version: z.literal(VERSION),
  period: z.string().refine(isMonth),
  messages: z.array(
    z.object({
      recipient: z.string(),
      items: z.array(
        z.object({
          committeeId: z.string(),
          kind: z.enum(['prompt', 'reminder', 'late', 'unreachable', 'summary']),
          variant: z.string().exactOptional(),
        }),
      ),
    }),
  ),
});

type Message = DeliveryOrder['messages'][number];

/** The texts of an order's messages: one, or more when it is too large for one. */
export function inPieces(order: DeliveryOrder): readonly string[] {
  const bytes = Buffer.from(JSON.stringify({ version: VERSION, ...order }));
  if (bytes.length <= LARGEST_MESSAGE) return [bytes.toString('base64')];
  return halvesOf(order.messages).flatMap((messages) => inPieces({ ...order, messages }));
}

/** Half of the people each; of one person, half of what it is about. */
function halvesOf(messages: readonly Message[]): (readonly Message[])[] {
  const [only] = messages;
  if (messages.length > 1 || !only) return halves(messages);
  if (only.items.length < 2) throw new Error('One thing for one person is larger than a message in a queue');
  return halves<BundleItem>(only.items).map((items) => [{ ...only, items }]);
}

function halves<Item>(items: readonly Item[]): (readonly Item[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}

/** None for what is no order of this version. */
export function readOrder(text: string): DeliveryOrder | undefined {
  const parsed = OrderMessage.safeParse(jsonOf(Buffer.from(text, 'base64').toString('utf8')));
  if (!parsed.success) return undefined;
  const { period, messages } = parsed.data;
  return { period: period as Month, messages };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { PromptTicket, TicketStore } from '../ports.ts';
import { atOnce, chunksOf } from './at-once.ts';
import { keyPart } from './keys.ts';
import { MOST_IN_TRANSACTION } from './row-limits.ts';
import type { Table } from './storage.ts';

const TicketRow = z.object({
  committeeId: z.string(),
  period: z.string().refine(isMonth),
  upn: z.string(),
  conversationId: z.string(),
});

/** `202610`: an id begins with its period, so that a round's tickets are written together. */
const PERIOD_DIGITS = 6;
/** Transactions at a time. */
const AT_ONCE = 4;
/** At most this many are remembered in memory: a month's prompts many times over. */
const REMEMBERED = 5_000;

/**
 * The table `Prompts`: from the random id on a card to what it asks.
 *   PartitionKey  202610        the first six characters of the id: its period
 *   RowKey        <prompt id>
 * A ticket's committee, month and person never change; its conversation may, so a press elsewhere asks for a fresh read.
 */
export class TicketRows implements TicketStore {
  readonly #table: Table;
  readonly #remembered = new Map<string, PromptTicket>();

  constructor(table: Table) {
    this.#table = table;
  }

  async find(promptId: string, how?: 'fresh'): Promise<PromptTicket | undefined> {
    const remembered = this.#remembered.get(promptId);
    if (remembered && how !== 'fresh') return remembered;
    const { partitionKey, rowKey } = placeOf(promptId);
    const row = await this.#table.find(partitionKey, rowKey);
    if (!row) return undefined;
    const parsed = TicketRow.parse(row);
    return this.#remember({ promptId, ...parsed, period: parsed.period as Month });
  }

  async save(ticket: PromptTicket): Promise<void> {
    await this.saveAll([ticket]);
  }

  /** The newest conversation is right, so that a call that is repeated does no harm. */
  async saveAll(tickets: readonly PromptTicket[]): Promise<void> {
    const unknown = new Map(tickets.filter((ticket) => !this.#isKnown(ticket)).map((one) => [one.promptId, one]));
    const partitions = Map.groupBy(unknown.values(), ({ promptId }) => placeOf(promptId).partitionKey).values();
    const transactions = [...partitions].flatMap((ofPartition) => chunksOf(ofPartition, MOST_IN_TRANSACTION));
    await atOnce(AT_ONCE, transactions, async (some) => {
      const outcome = await this.#table.attempt(some.map((ticket) => ['upsert', ticketRow(ticket), 'Replace']));
      if (outcome instanceof Error) throw outcome;
      for (const ticket of some) this.#remember(ticket);
    });
  }

  #isKnown({ promptId, conversationId }: PromptTicket): boolean {
    return this.#remembered.get(promptId)?.conversationId === conversationId;
  }

  #remember(ticket: PromptTicket): PromptTicket {
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    this.#remembered.set(ticket.promptId, ticket);
    return ticket;
  }
}

function placeOf(promptId: string): { readonly partitionKey: string; readonly rowKey: string } {
  return { partitionKey: keyPart(promptId.slice(0, PERIOD_DIGITS)), rowKey: keyPart(promptId) };
}

function ticketRow(ticket: PromptTicket): ReturnType<typeof placeOf> & Omit<PromptTicket, 'promptId'> {
  const { promptId, ...columns } = ticket;
  return { ...placeOf(promptId), ...columns };
}

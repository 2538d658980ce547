import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import type { PromptTicket, TicketStore } from '../ports.ts';
import { keyPart } from './keys.ts';
import type { Table } from './storage.ts';

const TicketRow = z.object({
  committeeId: z.string(),
  period: z.string().refine(isMonth),
  upn: z.string(),
  conversationId: z.string(),
});

/** At most this many are remembered in memory: a month's prompts many times over. */
const REMEMBERED = 5_000;

/**
 * The table `Prompts`: from the random id on a card to what it asks.
 *   PartitionKey  <prompt id>
 *   RowKey        prompt
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
    const row = await this.#table.find(keyPart(promptId), 'prompt');
    if (!row) return undefined;
    const parsed = TicketRow.parse(row);
    return this.#remember({ promptId, ...parsed, period: parsed.period as Month });
  }

  async save(ticket: PromptTicket): Promise<void> {
    const { promptId, ...columns } = ticket;
    const known = this.#remembered.get(promptId);
    if (known && known.conversationId === ticket.conversationId) return;
    await this.#table.put({ partitionKey: keyPart(promptId), rowKey: 'prompt', ...columns });
    this.#remember(ticket);
  }

  #remember(ticket: PromptTicket): PromptTicket {
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    this.#remembered.set(ticket.promptId, ticket);
    return ticket;
  }
}

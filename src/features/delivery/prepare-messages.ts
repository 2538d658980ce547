import { triedPersons } from '../../domain/asked-persons.ts';
import { dueItems, type RoundFacts } from '../../domain/due-items.ts';
import type { Month } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Tried } from '../../domain/round-overview.ts';
import type { BundleItem, KnownConversation, Ports, PromptTicket, RoundSettings } from '../../ports.ts';
import { type LoadedPrompt, loadPrompt } from '../prompting/load-prompt.ts';
import { findRound, type Round } from '../rounds/find-round.ts';
import { loadSurroundings, roundFacts, type Surroundings } from '../rounds/round-facts.ts';
import { type Addressee, nameOfLine, nameOfPlace, type Outgoing, type Place, rehearsalOf } from './outgoing.ts';
import { PerTurn } from './per-turn.ts';
import { formOf } from './work-items.ts';
import type { WorkingLedger, WorkingLedgers } from './working-ledgers.ts';

/** A message that is still due, with where it goes and what it will say. */
export interface PreparedMessage {
  readonly outgoing: Outgoing;
  readonly addressee: Addressee;
  readonly round: Round;
  readonly items: readonly BundleItem[];
  /** The month's questions, by committee: of what may go out as a form. */
  readonly prompts: ReadonlyMap<string, LoadedPrompt>;
  /** Who was tried, by committee: of what nobody can be asked for. */
  readonly tried: ReadonlyMap<string, readonly Tried[]>;
}

/** One month's messages that are being prepared. */
interface Bench {
  readonly round: Round;
  readonly settings: RoundSettings | undefined;
  readonly around: Surroundings;
  readonly facts: RoundFacts;
  readonly ledgers: ReadonlyMap<string, WorkingLedger>;
}

/**
 * Looks at messages anew before they are claimed: when they were ordered the facts may have been others. What is not due any more
 * is left out, and the ids on the cards are made valid.
 */
export class Preparation {
  readonly #ports: Ports;
  readonly #ledgers: WorkingLedgers;
  readonly #rounds: PerTurn<Round | undefined>;
  readonly #around: PerTurn<Surroundings>;
  readonly #prompts: PerTurn<LoadedPrompt | undefined>;

  constructor(ports: Ports, ledgers: WorkingLedgers) {
    this.#ports = ports;
    this.#ledgers = ledgers;
    this.#rounds = new PerTurn(ports.clock, async (period) => {
      const found = await findRound(ports, period as Month);
      return found.ok && found.value.standing === 'open' ? found.value : undefined;
    });
    this.#around = new PerTurn(ports.clock, () => loadSurroundings(ports));
    this.#prompts = new PerTurn(ports.clock, (place) => {
      const at = place.lastIndexOf('|'); // an id may have one of its own
      return loadPrompt(ports, place.slice(0, at), place.slice(at + 1) as Month);
    });
  }

  /** `turn`: nothing that was read before it counts. */
  async prepare(messages: readonly Outgoing[], turn: number): Promise<readonly PreparedMessage[]> {
    const months = [...Map.groupBy(messages, ({ period }) => period)];
    const prepared = await Promise.all(months.map(([period, some]) => this.#prepareMonth(period, some, turn)));
    return prepared.flat();
  }

  forgetAll(): void {
    for (const known of [this.#rounds, this.#around, this.#prompts]) known.forgetAll();
  }

  async #prepareMonth(period: Month, messages: readonly Outgoing[], turn: number): Promise<PreparedMessage[]> {
    const bench = await this.#bench(period, messages, turn);
    if (!bench || bench.settings?.paused) return [];
    const due = new Set(dueItems(bench.facts).map((item) => `${item.committeeId}|${nameOfLine(item)}`));
    const prepared = await Promise.all(
      messages.map(async (outgoing) => {
        const { recipient } = outgoing;
        const items = outgoing.items.filter((item) =>
          due.has(`${item.committeeId}|${nameOfLine({ ...item, recipient })}`),
        );
        return items.length === 0 ? undefined : this.#prepareOne(bench, outgoing, items, turn);
      }),
    );
    const ready = prepared.filter((message) => message !== undefined);
    await this.#ports.tickets.saveAll(ready.flatMap((message) => ticketsOf(message, bench.ledgers)));
    return ready;
  }

  async #bench(period: Month, messages: readonly Outgoing[], turn: number): Promise<Bench | undefined> {
    const round = await this.#rounds.get(period, turn);
    if (!round) return undefined;
    const committees = new Set(messages.flatMap(({ items }) => items.map(({ committeeId }) => committeeId)));
    const [ledgers, around, settings] = await Promise.all([
      Promise.all([...committees].map((committeeId) => this.#readLedger({ committeeId, period }, turn))),
      this.#around.get('', turn),
      this.#ports.rounds.find(period),
    ]);
    const known = ledgers.filter((ledger) => ledger !== undefined);
    // Of a committee whose rows are not known nothing is due.
    const plan = partOf(round.plan, new Set(known.map(({ committeeId }) => committeeId)));
    const facts = roundFacts(this.#ports.clock.now(), { ...round, plan }, known, around);
    return {
      ...{ round, settings, around },
      facts: settings?.rehearsal?.on ? { ...facts, rehearsal: settings.rehearsal.number } : facts,
      ledgers: new Map(known.map((ledger) => [ledger.committeeId, ledger])),
    };
  }

  /** A committee whose rows can't be read does not keep the others' messages from going out. */
  async #readLedger(place: Place, turn: number): Promise<WorkingLedger | undefined> {
    try {
      return await this.#ledgers.read(place, turn);
    } catch (error) {
      this.#ports.log.error({ err: error, event: 'delivery', committee: place.committeeId }, 'ledger not read');
      return undefined;
    }
  }

  async #prepareOne(
    { round, settings, around, facts }: Bench,
    outgoing: Outgoing,
    items: readonly BundleItem[],
    turn: number,
  ): Promise<PreparedMessage | undefined> {
    const { period, recipient } = outgoing;
    const to = items.some((item) => rehearsalOf(item) !== undefined) ? settings?.rehearsal?.to : recipient;
    const addressee = to === undefined ? undefined : addresseeOf(around, to);
    if (!addressee) return undefined;
    const prompts = await this.#loadPrompts(items, period, turn);
    const ready = items.filter(({ kind, committeeId }) => kind !== 'prompt' || prompts.has(committeeId));
    if (ready.length === 0) return undefined;
    const nobody = ready.filter(({ kind }) => kind === 'unreachable').map(({ committeeId }) => committeeId);
    const tried = new Map(nobody.map((committeeId) => [committeeId, triedPersons(facts, committeeId)]));
    return { outgoing, addressee, round, items: ready, prompts, tried };
  }

  /** Those that can be had. A form that can't is left to the next round, and keeps none of its reader's others. */
  async #loadPrompts(
    items: readonly BundleItem[],
    period: Month,
    turn: number,
  ): Promise<ReadonlyMap<string, LoadedPrompt>> {
    const prompts = new Map<string, LoadedPrompt>();
    for (const { committeeId } of items.filter(({ kind }) => kind === 'prompt')) {
      try {
        const loaded = await this.#prompts.get(nameOfPlace({ committeeId, period }), turn);
        if (loaded) prompts.set(committeeId, loaded);
      } catch (error) {
        this.#ports.log.error({ err: error, event: 'delivery', committee: committeeId }, 'prompt not loaded');
      }
    }
    return prompts;
  }
}

/** The plan as far as it is about some committees: the rest is not gone through for every chunk of messages. */
function partOf(plan: Plan, ids: ReadonlySet<string>): Plan {
  return {
    ...plan,
    committees: plan.committees.filter(({ id }) => ids.has(id)),
    contacts: plan.contacts.filter(({ committeeId }) => committeeId === undefined || ids.has(committeeId)),
  };
}

function addresseeOf({ oids, conversations }: Surroundings, upn: string): Addressee | undefined {
  const oid = oids.get(upn);
  const conversation: KnownConversation | undefined = oid === undefined ? undefined : conversations.get(oid);
  return oid === undefined || !conversation ? undefined : { person: { oid, upn }, conversation };
}

/** What makes the forms answerable in that conversation. In a rehearsal nothing is. */
export function ticketsOf(
  { outgoing: { period, recipient }, addressee, items }: PreparedMessage,
  ledgers: ReadonlyMap<string, WorkingLedger>,
): PromptTicket[] {
  const asked = items.filter((item) => item.kind === 'prompt' || item.kind === 'reminder');
  return asked
    .filter((item) => rehearsalOf(item) === undefined)
    .flatMap((item) => {
      const { committeeId } = item;
      const form = formOf(ledgers.get(committeeId)?.deliveries ?? [], recipient, item);
      const conversationId = addressee.conversation.id;
      return form ? [{ promptId: form.id, committeeId, period, upn: recipient, conversationId }] : [];
    });
}

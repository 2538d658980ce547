import { randomBytes } from 'node:crypto';
import type { PlanFile } from '../../src/domain/plan-document.ts';
import type { AnswerStore, Clock, DeliveryStore, Ports } from '../../src/ports.ts';
import { AbsenceRows } from '../../src/tables/absence-rows.ts';
import { AnswerRows } from '../../src/tables/answer-rows.ts';
import { ConversationRows } from '../../src/tables/conversation-rows.ts';
import { CrewRows } from '../../src/tables/crew-rows.ts';
import { DeliveryRows } from '../../src/tables/delivery-rows.ts';
import { EffectRows } from '../../src/tables/effect-rows.ts';
import { PeopleRows } from '../../src/tables/people-rows.ts';
import { PlanRows, type PlanText } from '../../src/tables/plan-rows.ts';
import { RoundRows } from '../../src/tables/round-rows.ts';
import { openTable, type Table } from '../../src/tables/storage.ts';
import { TicketRows } from '../../src/tables/ticket-rows.ts';
import { azuriteConnectionString } from '../support/azurite.ts';
import {
  FakeAbsences,
  FakeAnswers,
  FakeConversations,
  FakeCrew,
  FakeDeliveries,
  FakeEffects,
  FakePeople,
  FakePlans,
  FakeRounds,
  FakeTickets,
} from '../support/fakes.ts';

export type Stores = Pick<
  Ports,
  | 'plans'
  | 'answers'
  | 'effects'
  | 'deliveries'
  | 'tickets'
  | 'people'
  | 'conversations'
  | 'absences'
  | 'rounds'
  | 'crew'
>;

/** Reads and writes plans as they are, without looking at their form. */
export const asItIs: PlanText = {
  read: (text) => JSON.parse(text) as PlanFile,
  write: (file) => JSON.stringify(file),
};

/** The same storage as two processes see it. */
export interface TwoProcesses {
  readonly one: Stores;
  readonly other: Stores;
}

export async function inMemory(clock: Clock): Promise<TwoProcesses> {
  const effects = new FakeEffects();
  const answers = new FakeAnswers(effects);
  const stores = {
    plans: new FakePlans(clock),
    answers,
    effects,
    deliveries: new FakeDeliveries(answers),
    tickets: new FakeTickets(),
    people: new FakePeople(),
    conversations: new FakeConversations(),
    absences: new FakeAbsences(),
    rounds: new FakeRounds(),
    crew: new FakeCrew(),
  };
  return { one: stores, other: stores };
}

/** Tables of their own in Azurite, seen by two processes. */
export async function inAzurite(clock: Clock): Promise<TwoProcesses> {
  const connectionString = await azuriteConnectionString();
  const run = randomBytes(6).toString('hex');
  const open = (name: string): Table => openTable({ connectionString }, `${name}${run}`, () => undefined);
  const names = ['Plans', 'Periods', 'Prompts', 'People', 'Conversations', 'Rounds'];
  await Promise.all(names.map((name) => open(name).prepare()));
  const stores = (): Stores => ({
    plans: new PlanRows(open('Plans'), asItIs, clock),
    answers: new AnswerRows(open('Periods'), () => undefined, clock),
    effects: new EffectRows(open('Periods')),
    deliveries: new DeliveryRows(open('Periods'), newId),
    tickets: new TicketRows(open('Prompts')),
    people: new PeopleRows(open('People')),
    conversations: new ConversationRows(open('Conversations')),
    absences: new AbsenceRows(open('People')),
    rounds: new RoundRows(open('Rounds'), clock, newId),
    crew: new CrewRows(open('Rounds')),
  });
  return { one: stores(), other: stores() };
}

/** One table in Azurite, empty, perhaps through another address. */
export async function aTable(
  connectionString?: string,
  name = `Test${randomBytes(6).toString('hex')}`,
): Promise<Table> {
  const table = openTable(
    { connectionString: connectionString ?? (await azuriteConnectionString()) },
    name,
    () => undefined,
  );
  await table.prepare();
  return table;
}

export function answersIn(table: Table, clock: Clock): AnswerStore {
  return new AnswerRows(table, () => undefined, clock);
}

export function deliveriesIn(table: Table): DeliveryStore {
  return new DeliveryRows(table, newId);
}

export function newId(): string {
  return randomBytes(16).toString('base64url');
}

import { randomBytes } from 'node:crypto';
import { swedishWorkingDays } from './calendar/swedish-working-days.ts';
import type { Configuration } from './config.ts';
import { planText } from './documents/plan-text.ts';
import type { Checkpoint, Clock, Ports } from './ports.ts';
import { AnswerRows } from './tables/answer-rows.ts';
import { ConversationRows } from './tables/conversation-rows.ts';
import { DeliveryRows } from './tables/delivery-rows.ts';
import { EffectRows } from './tables/effect-rows.ts';
import { PartRows } from './tables/part-rows.ts';
import { PeopleRows } from './tables/people-rows.ts';
import { PlanRows } from './tables/plan-rows.ts';
import { openTable, type StorageAddress } from './tables/storage.ts';
import { TicketRows } from './tables/ticket-rows.ts';
import { UploadRows } from './tables/upload-rows.ts';

export const systemClock: Clock = { now: () => new Date() };

export function clockFrom(demoStart: Date | undefined): Clock {
  return demoStart ? demoClock(demoStart) : systemClock;
}

/** The clock of a demonstration: it starts at an instant of its own and then goes on as time does. */
function demoClock(start: Date): Clock {
  const offset = start.getTime() - Date.now();
  return { now: () => new Date(Date.now() + offset) };
}

export type Stores = Pick<
  Ports,
  'plans' | 'uploads' | 'parts' | 'answers' | 'effects' | 'deliveries' | 'tickets' | 'people' | 'conversations'
>;

/** All stores, over tables that exist. */
export async function openStores(
  address: StorageAddress,
  clock: Clock,
  checkpoint: Checkpoint = () => undefined,
): Promise<Stores> {
  const names = ['Plans', 'Periods', 'Prompts', 'People', 'Conversations'] as const;
  const tables = names.map((name) => openTable(address, name, checkpoint));
  await Promise.all(tables.map((table) => table.prepare()));
  const [plans, periods, prompts, people, conversations] = tables;
  if (!plans || !periods || !prompts || !people || !conversations) throw new Error('A table is missing');
  return {
    plans: new PlanRows(plans, planText, clock),
    uploads: new UploadRows(plans),
    parts: new PartRows(plans),
    answers: new AnswerRows(periods, checkpoint, clock),
    effects: new EffectRows(periods),
    deliveries: new DeliveryRows(periods, newId),
    tickets: new TicketRows(prompts),
    people: new PeopleRows(people),
    conversations: new ConversationRows(conversations),
  };
}

/** What the command line does its work with: no bot, no server. */
export async function openForCommands({
  storage,
  demoClock: startsAt,
}: Pick<Configuration, 'storage' | 'demoClock'>): Promise<Stores & Pick<Ports, 'clock' | 'workingDays'>> {
  const clock = clockFrom(startsAt);
  return { ...(await openStores(storage, clock)), clock, workingDays: swedishWorkingDays() };
}

/** 128 random bits, URL-safe. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

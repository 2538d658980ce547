import { randomBytes } from 'node:crypto';
import { swedishWorkingDays } from './calendar/swedish-working-days.ts';
import type { Configuration, readForCommands } from './config.ts';
import { planText } from './documents/plan-text.ts';
import { StartedPlans } from './features/rounds/started-plans.ts';
import type { Checkpoint, Clock, Log, Ports } from './ports.ts';
import { AbsenceRows } from './tables/absence-rows.ts';
import { AnswerRows } from './tables/answer-rows.ts';
import { ConversationRows } from './tables/conversation-rows.ts';
import { CrewRows } from './tables/crew-rows.ts';
import { DeliveryRows } from './tables/delivery-rows.ts';
import { EffectRows } from './tables/effect-rows.ts';
import { PartRows } from './tables/part-rows.ts';
import { PeopleRows } from './tables/people-rows.ts';
import { PlanRows } from './tables/plan-rows.ts';
import { ReportRows } from './tables/report-rows.ts';
import { RoundRows } from './tables/round-rows.ts';
import { openTable, type StorageAddress } from './tables/storage.ts';
import { TicketRows } from './tables/ticket-rows.ts';
import { UploadRows } from './tables/upload-rows.ts';
import { QueuedWork } from './tables/work-queue.ts';

export const systemClock: Clock = { now: () => new Date() };

export function clockFrom(demoStart: Date | undefined): Clock {
  return demoStart ? demoClock(demoStart) : systemClock;
}

/** The clock of a demonstration: it starts at an instant of its own and then goes on as time does. */
function demoClock(start: Date): Clock {
  const offset = start.getTime() - Date.now();
  return { now: () => new Date(Date.now() + offset) };
}

type StoresInTables = Pick<
  Ports,
  | 'plans'
  | 'uploads'
  | 'parts'
  | 'answers'
  | 'effects'
  | 'deliveries'
  | 'tickets'
  | 'people'
  | 'conversations'
  | 'absences'
  | 'rounds'
  | 'crew'
  | 'reports'
>;
export type Stores = StoresInTables & Pick<Ports, 'work'>;

/** All stores, over tables that exist. The queue is made when it is first used. */
export async function openStores(
  storage: Configuration['storage'],
  clock: Clock,
  checkpoint: Checkpoint = () => undefined,
  log: Pick<Log, 'error'> = { error: () => undefined },
): Promise<Stores> {
  return { ...(await openTables(storage, clock, checkpoint)), work: new QueuedWork(storage, log) };
}

async function openTables(address: StorageAddress, clock: Clock, checkpoint: Checkpoint): Promise<StoresInTables> {
  const names = ['Plans', 'Periods', 'Prompts', 'People', 'Conversations', 'Rounds', 'Reports'] as const;
  const tables = names.map((name) => openTable(address, name, checkpoint));
  await Promise.all(tables.map((table) => table.prepare()));
  const [plans, periods, prompts, people, conversations, rounds, reports] = tables;
  if (!plans || !periods || !prompts || !people || !conversations || !rounds || !reports)
    throw new Error('A table is missing');
  const roundRows = new RoundRows(rounds, clock, newId);
  return {
    plans: new StartedPlans(new PlanRows(plans, planText, clock), roundRows),
    uploads: new UploadRows(plans),
    parts: new PartRows(plans),
    answers: new AnswerRows(periods, checkpoint, clock),
    effects: new EffectRows(periods),
    deliveries: new DeliveryRows(periods, newId),
    tickets: new TicketRows(prompts),
    people: new PeopleRows(people),
    conversations: new ConversationRows(conversations),
    absences: new AbsenceRows(people),
    rounds: roundRows,
    crew: new CrewRows(rounds),
    reports: new ReportRows(reports),
  };
}

/** What the command line does its work with: no bot, no server, no queue. */
export async function openForCommands({
  storage,
  demoClock: startsAt,
}: Pick<ReturnType<typeof readForCommands>, 'storage' | 'demoClock'>): Promise<
  StoresInTables & Pick<Ports, 'clock' | 'workingDays'>
> {
  const clock = clockFrom(startsAt);
  return { ...(await openTables(storage, clock, () => undefined)), clock, workingDays: swedishWorkingDays() };
}

/** 128 random bits, URL-safe. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

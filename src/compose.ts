import { randomBytes, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { CardContext } from '../cards/define-card.ts';
import { swedishWorkingDays } from './calendar/swedish-working-days.ts';
import type { Configuration } from './config.ts';
import { drawModel, modelPicturePng } from './documents/model-picture.ts';
import { planFilesInChat } from './documents/plan-files.ts';
import { planText } from './documents/plan-text.ts';
import { stockholmDate } from './domain/stockholm.ts';
import { ModelPictures } from './features/questions/model-pictures.ts';
import { startJobs } from './jobs/run-jobs.ts';
import type { Checkpoint, Clock, Log, Ports } from './ports.ts';
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
import { TeamsAdapter } from './teams/adapter.ts';
import { Bot } from './teams/bot.ts';
import { Connectors } from './teams/connector.ts';
import { FileTransfer } from './teams/file-transfer.ts';
import { TeamsMessenger } from './teams/messenger.ts';
import { traceOf } from './trace.ts';
import { createWebServer } from './web/server.ts';
import { isAllowedServiceUrl } from './web/service-url.ts';

const systemClock: Clock = { now: () => new Date() };

export function clockFrom(demoStart: Date | undefined): Clock {
  return demoStart ? demoClock(demoStart) : systemClock;
}

/** The clock of a demonstration: it starts at an instant of its own and then goes on as time does. */
function demoClock(start: Date): Clock {
  const offset = start.getTime() - Date.now();
  return { now: () => new Date(Date.now() + offset) };
}

/** Kills the process at a step, for the crash tests; in use everywhere else it does nothing. */
function checkpointFor({ crashAt }: Pick<Configuration, 'crashAt'>): Checkpoint {
  if (crashAt === undefined) return () => undefined;
  const kill = (): void => void process.kill(process.pid, 'SIGKILL');
  return (step) => {
    if (step !== crashAt) return;
    // The transaction is leaving: killed at once it is not stored, milliseconds later it mostly is, and nobody has been told.
    if (step === 'S4' && Math.random() < 0.5) setTimeout(kill, Math.random() * 4);
    else kill();
  };
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

/** 128 random bits. */
function newId(): string {
  return randomBytes(16).toString('base64url');
}

export interface Service {
  /** Answers where it listens. */
  listen(): Promise<{ readonly host: string; readonly port: number }>;
  /** Ends what is under way and closes. */
  stop(): Promise<void>;
  readonly log: Log;
}

/** Puts the service together from its configuration. */
export async function compose(config: Configuration): Promise<Service> {
  const log: Log = pino({ level: config.logLevel, serializers: { err: traceOf } });
  const clock = clockFrom(config.demoClock);
  const checkpoint = checkpointFor(config);
  const connectors = new Connectors(config.bot, config.inbound.allowLoopbackServiceUrls);
  const { publicUrl } = config;
  const context = (): CardContext => ({
    ...(config.demoClock ? { demoDate: stockholmDate(clock.now()) } : {}),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  });
  const addresses = config.inbound;
  const stopping = new AbortController();
  const ports: Ports = {
    stopping: stopping.signal,
    ...(await openStores(config.storage, clock, checkpoint)),
    clock,
    newId,
    log,
    checkpoint,
    workingDays: swedishWorkingDays(),
    planFiles: planFilesInChat,
    messenger: new TeamsMessenger(connectors, context, (url) => isAllowedServiceUrl(addresses, url), systemClock),
    instance: randomUUID(),
    claimSeconds: config.claimSeconds,
  };
  const jobs = startJobs(ports, config.tickSeconds);
  const adapter = new TeamsAdapter(config.bot.appId, connectors);
  const files = new FileTransfer({ rule: config.files, log });
  const bot = new Bot({ ports, adapter, connectors, files, context, nudge: jobs.nudge });
  const pictures = new ModelPictures(ports, (document) => modelPicturePng(drawModel(document)));
  const server = createWebServer({
    auth: {
      appId: config.bot.appId,
      tenantId: config.bot.tenantId,
      issuer: config.inbound.issuer,
      openIdMetadataUrl: config.inbound.openIdMetadataUrl,
      serviceHosts: config.inbound.serviceHosts,
      allowLoopbackServiceUrls: config.inbound.allowLoopbackServiceUrls,
      anonymous: config.inbound.anonymous,
    },
    receive: (activity) => bot.receive(activity),
    findPicture: (version) => pictures.find(version),
    log,
    clock: systemClock,
    checkpoint,
    rateLimitPerMinute: config.rateLimitPerMinute,
  });
  return {
    log,
    listen: () =>
      new Promise((resolve, reject) => {
        server.server.once('error', reject);
        server.listen(config.port, config.host, () => resolve({ host: config.host, port: server.address().port }));
      }),
    stop: async () => {
      stopping.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.server.closeIdleConnections();
      await jobs.stop();
      await closed;
    },
  };
}

import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { CardContext } from '../cards/define-card.ts';
import { swedishWorkingDays } from './calendar/swedish-working-days.ts';
import { clockFrom, newId, openStores, systemClock } from './compose-stores.ts';
import type { Configuration } from './config.ts';
import { drawModel, modelPicturePng } from './documents/model-picture.ts';
import { planFilesInChat } from './documents/plan-files.ts';
import { reportFiles } from './documents/report-files.ts';
import { stockholmDate } from './domain/stockholm.ts';
import { SlidingLimits } from './features/delivery/sending-limits.ts';
import { WorkAtHand } from './features/delivery/work-at-hand.ts';
import { ModelPictures } from './features/questions/model-pictures.ts';
import { GraphInstaller } from './graph/app-installer.ts';
import { graphTokens, localGraphToken } from './graph/graph-token.ts';
import { type Jobs, startJobs } from './jobs/run-jobs.ts';
import type { Checkpoint, Log, Ports } from './ports.ts';
import { TeamsAdapter } from './teams/adapter.ts';
import { Bot } from './teams/bot.ts';
import { Connectors } from './teams/connector.ts';
import { FileTransfer } from './teams/file-transfer.ts';
import { TeamsMessenger } from './teams/messenger.ts';
import { traceOf } from './trace.ts';
import { createWebServer } from './web/server.ts';
import { isAllowedServiceUrl } from './web/service-url.ts';

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

/** How somebody who has never met the bot comes to have it. */
function firstContact(
  { bot, graph, installLink }: Configuration,
  log: Log,
  stopping: AbortSignal,
): Pick<Ports, 'installer' | 'installLink'> {
  const link = installLink === undefined ? {} : { installLink };
  if (!graph) return link;
  const getToken = graph.local ? localGraphToken : graphTokens(graph.graphUrl, bot);
  return { ...link, installer: new GraphInstaller({ ...graph, getToken, log, stopping }) };
}

export interface Service {
  /** Answers where it listens. */
  listen(): Promise<{ readonly host: string; readonly port: number }>;
  /** Ends what is under way and closes. */
  stop(): Promise<void>;
  readonly log: Log;
}

/** Who knocks at a service that has just started is answered before it begins its own work. */
const FIRST_RUN_AFTER_MS = 250;

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
    // A local Teams has no chat that a link could open.
    ...(config.inbound.allowLoopbackServiceUrls ? {} : { botId: config.bot.appId }),
  });
  const addresses = config.inbound;
  const stopping = new AbortController();
  const stores = await openStores(config.storage, clock, checkpoint, log);
  const ports: Ports = {
    stopping: stopping.signal,
    ...stores,
    work: new WorkAtHand(stores.work, { clock: systemClock, log }),
    clock,
    newId,
    log,
    checkpoint,
    workingDays: swedishWorkingDays(),
    planFiles: planFilesInChat,
    reportFiles,
    municipality: config.municipality,
    messenger: new TeamsMessenger(connectors, context, (url) => isAllowedServiceUrl(addresses, url), systemClock),
    limits: new SlidingLimits(systemClock, stopping.signal),
    ...firstContact(config, log, stopping.signal),
    instance: randomUUID(),
    claimSeconds: config.claimSeconds,
  };
  let jobs: Jobs | undefined;
  let firstRun: NodeJS.Timeout | undefined;
  const adapter = new TeamsAdapter(config.bot.appId, connectors, (conversationId) => ports.limits.note(conversationId));
  const files = new FileTransfer({ rule: config.files, log });
  const bot = new Bot({ ports, adapter, connectors, files, context, nudge: (what) => jobs?.nudge(what) });
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
        server.listen(config.port, config.host, () => {
          firstRun = setTimeout(() => {
            jobs = startJobs(ports, config.tickSeconds);
          }, FIRST_RUN_AFTER_MS);
          resolve({ host: config.host, port: server.address().port });
        });
      }),
    stop: async () => {
      stopping.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.server.closeIdleConnections();
      clearTimeout(firstRun);
      await jobs?.stop();
      await closed;
    },
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import { openStores } from '../../src/compose-stores.ts';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import { freshStorage } from './azurite.ts';
import { type FakeConnector, type Shown, startConnector } from './fake-connector.ts';
import { type KeyServer, startKeyServer } from './key-server.ts';
import { putInForce } from './put-in-force.ts';
import { type ServiceProcess, startService } from './service-process.ts';
import { type Place, TeamsUser } from './teams-user.ts';
import { tenantId } from './tokens.ts';

/** A municipality with storage of its own, its plan imported, a Teams of its own, and services that come and go. */
export interface Municipality {
  readonly connector: FakeConnector;
  readonly keys: KeyServer;
  readonly storage: string;
  /** The channel that the plan wants the summary in, and a person who installs the bot there. */
  readonly channel: Place;
  /** The service that activities go to: the newest started. */
  readonly service: ServiceProcess;
  /** The municipality's clock: 5 November 2026 at first unless said otherwise, and then as time goes. */
  now(): Date;
  /** Time goes by while no service runs: those started from now on live that much later. */
  pass(seconds: number): void;
  person(upn: string, name: string): TeamsUser;
  /** Starts a service; with one running it becomes the second. */
  start(env?: Readonly<Record<string, string>>): Promise<ServiceProcess>;
  /** Stops the newest in order, and starts one in its place. */
  restart(env?: Readonly<Record<string, string>>): Promise<ServiceProcess>;
  /** What that channel shows. */
  channelShows(): Shown[];
  /** Rows of a table, as stored. */
  rows(table: string, filter?: string): Promise<Record<string, unknown>[]>;
  table(name: string): TableClient;
  close(): Promise<void>;
}

const PLAN = join(PROJECT_ROOT, 'src/local/example-plan.json');
const CLOCK_STARTS = new Date('2026-11-05T08:00:00+01:00');
const TEAM = '19:ekonomi-och-styrning@thread.tacv2';
const CHANNEL = '19:uppfoljning@thread.tacv2';

/** Which municipality it is, and when; what is left out is as in the example plan. */
export interface Setting {
  /** What its clock says at first. */
  readonly clockStarts?: Date;
  readonly teamName?: string;
  readonly channelName?: string;
  /** Puts its plan in force in a storage that is empty. */
  /** The plan as a file has it; Nynäshamn's example when none is named. */
  readonly plan?: string;
  readonly putPlanInForce?: (storage: string) => Promise<unknown>;
}

export async function openMunicipality({
  clockStarts = CLOCK_STARTS,
  teamName = 'Ekonomi och styrning',
  channelName = 'Uppföljning',
  plan = readFileSync(PLAN, 'utf8'),
  putPlanInForce,
}: Setting = {}): Promise<Municipality> {
  const [keys, connector, storage] = await Promise.all([startKeyServer(), startConnector(), freshStorage()]);
  const started = performance.now();
  let passedMs = 0;
  const now = (): Date => new Date(clockStarts.getTime() + passedMs + performance.now() - started);
  const clock = { now };
  if (putPlanInForce) await putPlanInForce(storage);
  else await putInForce(await openStores({ connectionString: storage }, clock), clock, plan);

  connector.addTeam(TEAM, {
    name: teamName,
    channels: [{ id: TEAM }, { id: CHANNEL, name: channelName }],
  });
  const services: ServiceProcess[] = [];
  const newest = (): ServiceProcess => {
    const service = services.at(-1);
    if (!service) throw new Error('No service is started');
    return service;
  };
  const start = async (env: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> => {
    const service = await startService({ storage, keys, now: now(), env });
    services.push(service);
    return service;
  };
  const table = (name: string): TableClient =>
    TableClient.fromConnectionString(storage, name, { allowInsecureConnection: true });

  return {
    connector,
    keys,
    storage,
    channel: {
      conversation: { id: CHANNEL, conversationType: 'channel', isGroup: true, tenantId, name: channelName },
      channelData: {
        tenant: { id: tenantId },
        team: { id: TEAM, name: teamName },
        channel: { id: CHANNEL },
      },
    },
    get service() {
      return newest();
    },
    now,
    pass: (seconds) => {
      passedMs += seconds * 1000;
    },
    person: (upn, name) => new TeamsUser({ keys, connector, serviceUrl: () => newest().url }, upn, name),
    start,
    restart: async (env = {}) => {
      await newest().stop();
      return start(env);
    },
    channelShows: () => connector.shows(CHANNEL),
    rows: async (name, filter) => {
      const rows: Record<string, unknown>[] = [];
      for await (const row of table(name).listEntities(filter === undefined ? {} : { queryOptions: { filter } }))
        rows.push(row);
      return rows;
    },
    table,
    close: async () => {
      await Promise.all(services.map((service) => service.stop()));
      await Promise.all([connector.close(), keys.close()]);
    },
  };
}

/** Waits until something is so: for work that the service does by itself, after it has answered. */
export async function until<Found>(
  what: string,
  look: () => Found | undefined | false | Promise<Found | undefined | false>,
  withinMs = 30_000,
): Promise<Found> {
  for (const since = performance.now(); performance.now() - since < withinMs; ) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await delay(25);
  }
  throw new Error(`Waited ${withinMs / 1000} s in vain: ${what}`);
}

import { z } from 'zod';
import { type CrashStep, crashSteps } from './ports.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/*
 * Every setting of the service, by its name in the environment. botbuilder's own names are kept as they are.
 * An empty value counts as not given.
 */
const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),

  MicrosoftAppId: z.string().optional(),
  MicrosoftAppType: z.enum(['UserAssignedMSI', 'SingleTenant']).optional(),
  MicrosoftAppTenantId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  ToBotFromChannelTokenIssuer: z.string().default('https://api.botframework.com'),
  ToBotFromChannelOpenIdMetadataUrl: z
    .url()
    .default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  ToChannelFromBotLoginUrl: z.url().optional(),
  ToChannelFromBotOAuthScope: z.string().default('https://api.botframework.com'),
  /** Hosts that Teams may be answered at, with comma between. */
  SERVICE_URL_HOSTS: z.string().default('smba.trafficmanager.net'),
  /** Hosts that people's files are fetched from and put to; with a leading dot everything below a domain. */
  FILE_HOSTS: z.string().default('.sharepoint.com'),

  /** Azure Tables by managed identity, and the queue of the same account when its address is another than the usual. */
  STORAGE_TABLES_URL: z.url().optional(),
  STORAGE_QUEUES_URL: z.url().optional(),
  /** Azurite, or an account where keys are still allowed. */
  STORAGE_CONNECTION_STRING: z
    .string()
    .regex(/UseDevelopmentStorage=true|DefaultEndpointsProtocol=https?;|TableEndpoint=https?:/)
    .optional(),
  /** Client id of the user-assigned identity; read by Azure's own library too. */
  AZURE_CLIENT_ID: z.string().optional(),

  /** The app's id in the municipality's own app catalogue (not the id in the package): the link to install it has it. */
  TEAMS_CATALOG_APP_ID: z.guid().optional(),
  /** How people get the app: from the link, or by the bot through Microsoft Graph, which takes consent. */
  FIRST_CONTACT: z.enum(['link', 'graph']).default('link'),
  /** A Graph on the own machine, for tests. */
  GRAPH_URL: z.url({ protocol: /^http$/ }).optional(),

  /** Where people's Teams fetches the cards' pictures; without it cards are text alone. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  MUNICIPALITY: z.string().trim().max(80).default(''),

  TICK_SECONDS: seconds(60),
  CLAIM_SECONDS: seconds(60),
  RATE_LIMIT_PER_MINUTE: seconds(300),

  LOCAL_TEAMS: z.enum(['loopback']).optional(),
  ANONYMOUS: z.enum(['playground']).optional(),
  DEMO_CLOCK: z.iso.datetime({ offset: true }).optional(),
  CRASH_AT: z.enum(crashSteps).optional(),
});

/** The names that `readConfiguration` knows, for the deployment's own test. */
export const configurationNames: readonly string[] = Object.keys(Environment.shape);

export interface Configuration {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly bot: BotIdentity;
  readonly inbound: {
    readonly issuer: string;
    readonly openIdMetadataUrl: string;
    readonly serviceHosts: readonly string[];
    readonly allowLoopbackServiceUrls: boolean;
    readonly anonymous: boolean;
  };
  readonly files: { readonly fileHosts: readonly string[]; readonly allowLoopbackFileHosts: boolean };
  readonly storage:
    | { readonly connectionString: string }
    | { readonly tablesUrl: string; readonly queuesUrl: string; readonly clientId?: string };
  /** Without a slash at its end. */
  readonly publicUrl?: string;
  /** The municipality's name as its documents have it; '' where nobody has set it. */
  readonly municipality: string;
  /** Where people install the app themselves. */
  readonly installLink?: string;
  /** How the bot installs it for them; absent where it may not. `graphUrl` without a slash at its end. */
  readonly graph?: { readonly graphUrl: string; readonly catalogAppId: string; readonly local: boolean };
  readonly tickSeconds: number;
  readonly claimSeconds: number;
  readonly rateLimitPerMinute: number;
  readonly demoClock?: Date;
  readonly crashAt?: CrashStep;
}

/** The tables alone. */
type TableStorage = { readonly connectionString: string } | { readonly tablesUrl: string; readonly clientId?: string };

export interface BotIdentity {
  readonly appId: string;
  readonly appType: 'UserAssignedMSI' | 'SingleTenant';
  readonly tenantId: string;
  readonly password?: string;
  readonly loginUrl: string;
  readonly oauthScope: string;
}

/** Where the tables are, what time it is and where people install the app: commands need nothing else. */
export function readForCommands(
  environment: NodeJS.ProcessEnv,
): { readonly storage: TableStorage } & Pick<Configuration, 'demoClock' | 'installLink' | 'municipality'> {
  const problems: string[] = [];
  const env = parse(environment, problems);
  const storage = tablesOf(env, problems);
  failOn(problems, 'Lagret är inte rätt angivet');
  return { storage, municipality: env.MUNICIPALITY, ...installLinkOf(env), ...demoClockOf(env) };
}

/** What time it is, for commands that need no storage. */
export function readClock(environment: NodeJS.ProcessEnv): Pick<Configuration, 'demoClock'> {
  return demoClockOf(parse(environment, []));
}

/**
 * Reads the whole configuration, or throws one error that names every setting that is missing or wrong.
 * Values are never in the message: one of them could be a secret.
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const problems: string[] = [];
  const env = parse(environment, problems);
  const production = env.NODE_ENV === 'production';
  const anonymous = env.ANONYMOUS !== undefined;
  const local = env.LOCAL_TEAMS !== undefined;

  if (production) {
    for (const name of ['LOCAL_TEAMS', 'ANONYMOUS', 'DEMO_CLOCK'] as const) {
      if (env[name] !== undefined) problems.push(`${name} får inte finnas i produktion`);
    }
  }
  if (!local && env.PUBLIC_URL?.startsWith('http:')) problems.push('PUBLIC_URL måste börja med https://');
  if (env.CRASH_AT !== undefined && env.NODE_ENV !== 'test') problems.push('CRASH_AT får bara finnas i test');
  if (anonymous && !local) problems.push('ANONYMOUS kräver LOCAL_TEAMS');
  if (anonymous && !LOOPBACK.has(env.HOST)) problems.push('ANONYMOUS kräver att HOST är loopback (127.0.0.1)');
  if (!env.MicrosoftAppTenantId) problems.push('MicrosoftAppTenantId saknas');
  if (!env.MicrosoftAppId && !anonymous) problems.push('MicrosoftAppId saknas');
  if (!local) {
    if (!env.MicrosoftAppType) problems.push('MicrosoftAppType saknas (UserAssignedMSI eller SingleTenant)');
    if (env.MicrosoftAppType === 'SingleTenant' && !env.MicrosoftAppPassword)
      problems.push('MicrosoftAppPassword saknas');
  }
  const storage = storageOf(env, problems);
  const firstContact = firstContactOf(env, problems);
  failOn(problems, 'Tjänsten kan inte starta');

  return {
    production,
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    bot: {
      appId: env.MicrosoftAppId ?? '',
      appType: env.MicrosoftAppType ?? 'SingleTenant',
      tenantId: env.MicrosoftAppTenantId ?? '',
      ...(env.MicrosoftAppPassword === undefined ? {} : { password: env.MicrosoftAppPassword }),
      loginUrl: env.ToChannelFromBotLoginUrl ?? `https://login.microsoftonline.com/${env.MicrosoftAppTenantId}`,
      oauthScope: env.ToChannelFromBotOAuthScope,
    },
    inbound: {
      issuer: env.ToBotFromChannelTokenIssuer,
      openIdMetadataUrl: env.ToBotFromChannelOpenIdMetadataUrl,
      serviceHosts: hostsIn(env.SERVICE_URL_HOSTS),
      allowLoopbackServiceUrls: local,
      anonymous,
    },
    files: { fileHosts: hostsIn(env.FILE_HOSTS), allowLoopbackFileHosts: local },
    storage,
    municipality: env.MUNICIPALITY,
    ...(env.PUBLIC_URL === undefined ? {} : { publicUrl: env.PUBLIC_URL.replace(/\/+$/, '') }),
    ...firstContact,
    tickSeconds: env.TICK_SECONDS,
    claimSeconds: env.CLAIM_SECONDS,
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    ...demoClockOf(env),
    ...(env.CRASH_AT === undefined ? {} : { crashAt: env.CRASH_AT }),
  };
}

function hostsIn(list: string): string[] {
  return list
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');
}

type Parsed = z.infer<typeof Environment>;

/** With a wrong value the defaults stand in, so that every other problem is still found and named at once. */
function parse(environment: NodeJS.ProcessEnv, problems: string[]): Parsed {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;

  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  for (const name of wrong) problems.push(`${name} har ett värde som inte går att använda`);
  return Environment.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
}

/** The service shares its work in a queue beside the tables. */
function storageOf(env: Parsed, problems: string[]): Configuration['storage'] {
  const tables = tablesOf(env, problems);
  if ('connectionString' in tables) return tables;
  return { ...tables, queuesUrl: env.STORAGE_QUEUES_URL ?? tables.tablesUrl.replace('.table.', '.queue.') };
}

function tablesOf(env: Parsed, problems: string[]): TableStorage {
  if (env.STORAGE_CONNECTION_STRING) return { connectionString: env.STORAGE_CONNECTION_STRING };
  if (!env.STORAGE_TABLES_URL) problems.push('STORAGE_TABLES_URL saknas (eller STORAGE_CONNECTION_STRING)');
  return {
    tablesUrl: env.STORAGE_TABLES_URL ?? '',
    ...(env.AZURE_CLIENT_ID === undefined ? {} : { clientId: env.AZURE_CLIENT_ID }),
  };
}

/** The Graph that gets the bot's token is Microsoft's own, or one on this machine that gets none. */
function firstContactOf(env: Parsed, problems: string[]): Pick<Configuration, 'installLink' | 'graph'> {
  const { TEAMS_CATALOG_APP_ID: catalogAppId, FIRST_CONTACT, GRAPH_URL } = env;
  const local = env.LOCAL_TEAMS !== undefined;
  const isLoopback = GRAPH_URL !== undefined && LOOPBACK.has(new URL(GRAPH_URL).hostname);
  if (GRAPH_URL !== undefined && !(local && isLoopback))
    problems.push('GRAPH_URL får bara vara loopback, med LOCAL_TEAMS');
  if (FIRST_CONTACT === 'graph' && !catalogAppId) problems.push('TEAMS_CATALOG_APP_ID saknas (FIRST_CONTACT är graph)');
  if (FIRST_CONTACT === 'graph' && local && !GRAPH_URL) problems.push('GRAPH_URL saknas (FIRST_CONTACT är graph)');
  if (!catalogAppId) return {};

  const graphUrl = (GRAPH_URL ?? 'https://graph.microsoft.com').replace(/\/+$/, '');
  return {
    ...installLinkOf(env),
    ...(FIRST_CONTACT === 'graph' ? { graph: { graphUrl, catalogAppId, local } } : {}),
  };
}

function installLinkOf({ TEAMS_CATALOG_APP_ID: id }: Parsed): Pick<Configuration, 'installLink'> {
  return id === undefined ? {} : { installLink: `https://teams.microsoft.com/l/app/${id}` };
}

function demoClockOf({ DEMO_CLOCK }: Parsed): { demoClock?: Date } {
  return DEMO_CLOCK === undefined ? {} : { demoClock: new Date(DEMO_CLOCK) };
}

function failOn(problems: readonly string[], what: string): void {
  if (problems.length > 0) throw new Error(`${what}:\n- ${problems.join('\n- ')}`);
}

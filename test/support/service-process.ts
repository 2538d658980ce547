import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildExit, startChild } from '../../src/local/child.ts';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import type { KeyServer } from './key-server.ts';
import { appId, tenantId } from './tokens.ts';

export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

/** The whole service as a process of its own, told of its surroundings by environment alone. */
export interface ServiceProcess {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly pid: number;
  readonly exited: Promise<ChildExit>;
  /** What it has logged so far, oldest first. */
  logged(message?: string): LogLine[];
  /** All that it has written so far, also what is no log line. */
  output(): string;
  /** SIGTERM, as Azure does it. */
  stop(): Promise<void>;
  /** SIGKILL: nothing gets a chance to end in order. */
  kill(): Promise<void>;
}

export interface ServiceOptions {
  readonly storage: string;
  readonly keys: KeyServer;
  /** Where its clock starts. */
  readonly now: Date;
  /** Set or replaced; '' counts as not given. */
  readonly env?: Readonly<Record<string, string>>;
}

const STARTED_WITHIN_MS = 30_000;

export async function startService({ storage, keys, now, env }: ServiceOptions): Promise<ServiceProcess> {
  let text = '';
  const child = startChild({
    name: 'service',
    args: [join(PROJECT_ROOT, 'src/main.ts')],
    cwd: PROJECT_ROOT,
    env: { ...serviceEnvironment(storage, keys, now), ...env },
    onOutput: (piece) => {
      text += piece;
    },
  });
  const [, port] = await child.written(/"port":(\d+)[^\n]*"msg":"listening"/, STARTED_WITHIN_MS);
  const logged = (message?: string): LogLine[] => {
    const lines = text
      .split('\n')
      .flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? [JSON.parse(line) as LogLine] : []));
    return message === undefined ? lines : lines.filter(({ msg }) => msg === message);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    exited: child.exited,
    logged,
    output: () => text,
    stop: () => child.stop(),
    kill: async () => {
      process.kill(child.pid, 'SIGKILL');
      await child.exited;
    },
  };
}

/** Every name that the service reads: those that a developer's shell may hold for something else are emptied. */
function serviceEnvironment(storage: string, keys: KeyServer, now: Date): Record<string, string> {
  return {
    NODE_ENV: 'test',
    // Node's own: a service that is started a hundred times is compiled once.
    NODE_COMPILE_CACHE: join(tmpdir(), 'styrmodell-compile-cache'),
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    MicrosoftAppId: appId,
    MicrosoftAppType: '',
    MicrosoftAppPassword: '',
    MicrosoftAppTenantId: tenantId,
    ToBotFromChannelOpenIdMetadataUrl: keys.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: keys.issuer,
    STORAGE_CONNECTION_STRING: storage,
    STORAGE_TABLES_URL: '',
    AZURE_CLIENT_ID: '',
    TEAMS_CATALOG_APP_ID: '',
    FIRST_CONTACT: '',
    GRAPH_URL: '',
    LOCAL_TEAMS: 'loopback',
    ANONYMOUS: '',
    DEMO_CLOCK: now.toISOString(),
    TICK_SECONDS: '1',
    CLAIM_SECONDS: '60',
    RATE_LIMIT_PER_MINUTE: '5000',
    CRASH_AT: '',
  };
}

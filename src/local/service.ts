import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import { LOCAL_TENANT_ID } from './playground.ts';
import { freePort, PROJECT_ROOT } from './project.ts';

/** The service itself, as a process of its own, told of its surroundings by environment alone. */
export interface LocalService {
  /** Where it takes activities. */
  readonly botUrl: string;
  readonly child: Child;
}

export interface ServiceOptions {
  readonly connectionString: string;
  readonly clockStartsAt: Date;
  readonly logFile: string;
  /** Is told of the process before it is known to be ready, so that it can be stopped at any time. */
  readonly onStarted: (child: Child) => void;
}

export async function startService(options: ServiceOptions): Promise<LocalService> {
  const port = await freePort(3978);
  const log = createWriteStream(options.logFile);
  const child = startChild({
    name: 'Tjänsten',
    args: [join(PROJECT_ROOT, 'src/main.ts')],
    cwd: PROJECT_ROOT,
    env: {
      ...localEnvironment(options.connectionString),
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DEMO_CLOCK: options.clockStartsAt.toISOString(),
    },
    onOutput: (text) => log.write(text),
  });
  options.onStarted(child);
  void child.exited.then(() => log.end());
  await child.written(/"msg":"listening"/, 30_000);

  return { botUrl: `http://127.0.0.1:${port}/api/messages`, child };
}

/** Takes the plan into use, the first time: what somebody has imported since then stays in force. Gives what was said about it. */
export async function importPlan(file: string, connectionString: string): Promise<string> {
  const versions = await runStyr(['plan', 'versions', '--json'], connectionString);
  if (!versions.includes('"versions":[]')) return 'En plan är redan inläst.';
  return runStyr(['plan', 'import', file], connectionString);
}

async function runStyr(args: readonly string[], connectionString: string): Promise<string> {
  const child = startChild({
    name: 'Inläsningen av planen',
    args: [join(PROJECT_ROOT, 'src/cli/styr.ts'), ...args],
    cwd: PROJECT_ROOT,
    env: localEnvironment(connectionString),
  });
  const { code } = await child.exited;
  if (code !== 0) throw new Error(`Planen kunde inte läsas in.\n${child.lastLines().join('\n')}`);
  return child.lastLines().join('\n');
}

/** Names that a developer's shell may hold for another service are emptied: empty counts as not given. */
function localEnvironment(connectionString: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    ANONYMOUS: 'playground',
    LOCAL_TEAMS: 'loopback',
    MicrosoftAppTenantId: LOCAL_TENANT_ID,
    MicrosoftAppId: '',
    MicrosoftAppType: '',
    MicrosoftAppPassword: '',
    STORAGE_CONNECTION_STRING: connectionString,
    STORAGE_TABLES_URL: '',
    TEAMS_CATALOG_APP_ID: '',
    FIRST_CONTACT: '',
    MUNICIPALITY: 'Nynäshamns kommun (exempel)',
    GRAPH_URL: '',
    TICK_SECONDS: '10',
    LOG_LEVEL: 'info',
    CRASH_AT: '',
  };
}

import { join } from 'node:path';
import { openStores, type Stores } from '../../src/compose.ts';
import { type Child, startChild } from '../../src/local/child.ts';
import { startAzurite } from '../../src/local/azurite.ts';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import { type KeyServer, startKeyServer } from '../support/key-server.ts';
import { appId, channelToken, tenantId } from '../support/tokens.ts';

/** The example plan's October is open at this instant. */
export const BENCH_CLOCK = '2026-11-05T08:00:00+01:00';

/** Everything around the service, each part in a process of its own. */
export interface World {
  readonly connectionString: string;
  readonly keys: KeyServer;
  /** Where the service sends its own messages. */
  readonly serviceUrl: string;
  readonly token: string;
  readonly stores: Stores;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const azurite = await startAzurite();
  const keys = await startKeyServer();
  const connector = await startListening('connector', 'test/bench/connector.ts', {});
  const serviceUrl = `${connector.url}/`;
  const { connectionString } = azurite;
  await runToEnd('plan import', ['src/cli/styr.ts', 'plan', 'import', 'src/local/example-plan.json'], {
    NODE_ENV: 'test',
    STORAGE_CONNECTION_STRING: connectionString,
  });
  return {
    connectionString,
    keys,
    serviceUrl,
    token: await channelToken(keys, { claims: { serviceurl: serviceUrl } }),
    stores: await openStores({ connectionString }, { now: () => new Date(BENCH_CLOCK) }),
    stop: async () => {
      await connector.child.stop();
      await keys.close();
      await azurite.stop();
    },
  };
}

export interface Listening {
  readonly url: string;
  readonly child: Child;
}

/** The service as it is run, told of its surroundings by environment alone. */
export async function startService(world: World, nodeOptions: readonly string[] = []): Promise<Listening> {
  const child = startChild({
    name: 'service',
    args: [...nodeOptions, join(PROJECT_ROOT, 'src/main.ts')],
    cwd: PROJECT_ROOT,
    env: {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      MicrosoftAppId: appId,
      MicrosoftAppTenantId: tenantId,
      ToBotFromChannelOpenIdMetadataUrl: world.keys.openIdMetadataUrl,
      ToBotFromChannelTokenIssuer: world.keys.issuer,
      STORAGE_CONNECTION_STRING: world.connectionString,
      LOCAL_TEAMS: 'loopback',
      DEMO_CLOCK: BENCH_CLOCK,
      RATE_LIMIT_PER_MINUTE: '1000000',
    },
  });
  const [, port] = await child.written(/"port":(\d+).*"listening"/, 30_000);
  return { url: `http://127.0.0.1:${port}`, child };
}

/** Starts a script of the bench that says `listening PORT`. */
export async function startListening(name: string, script: string, env: NodeJS.ProcessEnv): Promise<Listening> {
  const child = startChild({ name, args: [join(PROJECT_ROOT, script)], cwd: PROJECT_ROOT, env });
  const [, port] = await child.written(/listening (\d+)/, 30_000);
  return { url: `http://127.0.0.1:${port}`, child };
}

/** Runs a script to its end; answers the last line that it wrote. */
export async function runToEnd(name: string, [script = '', ...rest]: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = startChild({ name, args: [join(PROJECT_ROOT, script), ...rest], cwd: PROJECT_ROOT, env });
  const { code } = await child.exited;
  if (code !== 0) throw new Error(`${name} failed:\n${child.lastLines().join('\n')}`);
  return child.lastLines().at(-1) ?? '';
}

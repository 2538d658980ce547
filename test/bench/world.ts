import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStores, type Stores } from '../../src/compose-stores.ts';
import { startAzurite } from '../../src/local/azurite.ts';
import { type Child, startChild } from '../../src/local/child.ts';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import type { Clock } from '../../src/ports.ts';
import { type FakeConnector, startConnector } from '../support/fake-connector.ts';
import { type KeyServer, startKeyServer } from '../support/key-server.ts';
import { putInForce } from '../support/put-in-force.ts';
import { type ServiceProcess, startService } from '../support/service-process.ts';
import { channelToken } from '../support/tokens.ts';

/** The example plan's October is open at this instant, and stays so while the bench runs. */
const NOW = new Date('2026-11-05T08:00:00+01:00');

/** Everything around the service. Azurite has a process of its own; connector and key server are in this one. */
export interface World {
  readonly storage: string;
  readonly keys: KeyServer;
  readonly connector: FakeConnector;
  /** The Bot Connector's, for our connector's address. */
  readonly token: string;
  readonly stores: Stores;
  startService(env?: Readonly<Record<string, string>>): Promise<ServiceProcess>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const [azurite, keys, connector] = await Promise.all([startAzurite(), startKeyServer(), startConnector()]);
  const storage = azurite.connectionString;
  const clock: Clock = { now: () => NOW };
  const stores = await openStores({ connectionString: storage }, clock);
  await putInForce(stores, clock, readFileSync(join(PROJECT_ROOT, 'src/local/example-plan.json'), 'utf8'));
  return {
    storage,
    keys,
    connector,
    token: await channelToken(keys, { claims: { serviceurl: connector.url } }),
    stores,
    startService: (env = {}) =>
      startService({ storage, keys, now: NOW, env: { TICK_SECONDS: '60', RATE_LIMIT_PER_MINUTE: '1000000', ...env } }),
    close: async () => {
      await Promise.all([connector.close(), keys.close()]);
      await azurite.stop();
    },
  };
}

/** A script of the bench as a process of its own. */
export function startScript(script: string, env: NodeJS.ProcessEnv): Child {
  return startChild({ name: script, args: [join(PROJECT_ROOT, 'test/bench', script)], cwd: PROJECT_ROOT, env });
}

import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import { PROJECT_ROOT } from './project.ts';

/** A running Azure Storage emulator. */
export interface Azurite {
  readonly connectionString: string;
  readonly child: Child;
  stop(): Promise<void>;
}

export interface AzuriteOptions {
  readonly location?: string;
  /** Is told of the process before it is known to be ready, so that it can be stopped at any time. */
  readonly onStarted?: (child: Child) => void;
}

/** Azurite's own well-known account, printed in its documentation: it opens nothing but an emulator. */
const ACCOUNT = 'devstoreaccount1';
const ACCOUNT_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/**
 * Starts Azurite on free ports of the loopback interface. With a location its data is kept in that folder, without
 * one everything is in memory and gone when it stops.
 */
export async function startAzurite({ location, onStarted }: AzuriteOptions = {}): Promise<Azurite> {
  const kept = location === undefined ? ['--inMemoryPersistence'] : ['--location', location];
  const child = startChild({
    name: 'Azurite',
    // The `azurite` entry, not `azurite-table`: only this one says which port it got when asked for port 0.
    args: [
      join(PROJECT_ROOT, 'node_modules/azurite/dist/src/azurite.js'),
      ...kept,
      '--silent',
      '--disableTelemetry',
      ...['--blobPort', '0', '--queuePort', '0', '--tablePort', '0'],
    ],
    cwd: PROJECT_ROOT,
  });
  onStarted?.(child);
  const endpoints = await Promise.all(['Blob', 'Queue', 'Table'].map((service) => endpoint(child, service)));

  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${ACCOUNT_KEY};${endpoints.join('')}`,
    child,
    stop: () => child.stop(),
  };
}

async function endpoint(child: Child, service: string): Promise<string> {
  const said = new RegExp(`Azurite ${service} service (?:is )?successfully listen(?:s|ing) (?:at|on) (\\S+)`, 'i');
  const [, url] = await child.written(said, 30_000);
  return `${service}Endpoint=${url}/${ACCOUNT};`;
}

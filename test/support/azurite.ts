import { type Azurite, startAzurite } from '../../src/local/azurite.ts';

let running: Promise<Azurite> | undefined;

/**
 * A real Azurite, in memory: started by the first test that asks and shared by the whole run. A test that must have
 * its storage to itself uses tables, or names within them, of its own.
 */
export async function azuriteConnectionString(): Promise<string> {
  running ??= startAzurite();
  return (await running).connectionString;
}

// At the top of a file that tests import, `after` means after the whole run.
after(async () => {
  await (await running)?.stop();
  running = undefined;
});

// By default nobody is told that a process ends by SIGTERM; leaving by the door stops Azurite too.
process.once('SIGTERM', () => process.exit(143));

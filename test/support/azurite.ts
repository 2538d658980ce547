import { type Azurite, startAzurite } from '../../src/local/azurite.ts';
import './leave-in-order.ts';

let running: Promise<Azurite> | undefined;

/** Accounts beside the usual one: tables have fixed names, so a service that must be alone gets an account of its own. */
const ACCOUNTS = 100;
const KEY = Buffer.from('opens nothing but an emulator').toString('base64');
const USUAL_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
let taken = 0;

/**
 * A real Azurite, in memory: started by the first test that asks and shared by all files that its process runs. A test that must have
 * its storage to itself uses tables, or names within them, of its own.
 */
export async function azuriteConnectionString(): Promise<string> {
  running ??= start();
  return (await running).connectionString;
}

/** An empty storage account of its own in the shared Azurite. */
export async function freshStorage(): Promise<string> {
  taken += 1;
  const account = `test${taken}`;
  if (taken > ACCOUNTS) throw new Error(`Azurite was started with ${ACCOUNTS} accounts; raise ACCOUNTS.`);
  const usual = await azuriteConnectionString();
  return usual.replace(/AccountKey=[^;]*/, `AccountKey=${KEY}`).replaceAll('devstoreaccount1', account);
}

function start(): Promise<Azurite> {
  const own = Array.from({ length: ACCOUNTS }, (_, index) => `test${index + 1}:${KEY}`);
  process.env.AZURITE_ACCOUNTS = [`devstoreaccount1:${USUAL_KEY}`, ...own].join(';');
  return startAzurite();
}

/*
 * At the top of a file that tests import, `after` means after the whole run. A process that is handed one file after the other has no
 * such moment: its Azurite serves them all, and ends with it.
 */
if (process.env.MOCHA_WORKER_ID === undefined) {
  after(async () => {
    await (await running)?.stop();
    running = undefined;
  });
}

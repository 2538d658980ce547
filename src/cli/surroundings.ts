import { setTimeout as delay } from 'node:timers/promises';
import { clockFrom, openForCommands } from '../compose-stores.ts';
import { readClock, readForCommands } from '../config.ts';
import { planFiles } from '../documents/plan-files.ts';
import { reportFiles } from '../documents/report-files.ts';
import { EXIT, Refusal, type StoredPorts, type Surroundings } from './command.ts';

/** A person waits at the other end; the service itself is more patient with storage that is starting. */
const PATIENCE_MS = 10_000;

/** The real ones, as the environment says. */
export function surroundingsOf(environment: NodeJS.ProcessEnv): Surroundings {
  return {
    files: planFiles,
    reportFiles,
    clock: clockFrom(readClock(environment).demoClock),
    openStores: () => openStores(environment),
  };
}

async function openStores(environment: NodeJS.ProcessEnv): Promise<StoredPorts> {
  const configuration = configured(environment);
  const tooLate = delay(PATIENCE_MS, undefined, { ref: false });
  const ports = (await Promise.race([openForCommands(configuration), tooLate])) ?? noStorage();
  const { installLink, municipality } = configuration;
  return { ...ports, municipality, ...(installLink && { installLink }) };
}

function configured(environment: NodeJS.ProcessEnv): ReturnType<typeof readForCommands> {
  try {
    return readForCommands(environment);
  } catch (error) {
    throw new Refusal('NO_STORAGE_GIVEN', error instanceof Error ? error.message : String(error), EXIT.noStorage);
  }
}

function noStorage(): never {
  const message = `Lagret svarar inte. Kontrollera adressen (STORAGE_TABLES_URL eller STORAGE_CONNECTION_STRING) och att
lagret är igång, och försök igen.`;
  throw new Refusal('STORAGE_UNREACHABLE', message, EXIT.noStorage);
}

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The time that the demo lives in: it starts where the plan says, runs as time does, and never goes backwards. */
export interface DemoClock {
  readonly startsAt: Date;
  /** True when no demo has run in this data folder before. */
  readonly isFirst: boolean;
  /** Writes down where it stands, and goes no further. */
  stop(): Promise<void>;
}

const SAVED_EVERY_MS = 5_000;

/** Passes between two starts, so that what was sent just before the first one stopped counts as sent earlier. */
const BETWEEN_STARTS_MS = 60_000;

/** Goes on from what the file says, or from the plan's own time when there is no such file yet. */
export async function startDemoClock(file: string, planned: string): Promise<DemoClock> {
  const saved = await read(file);
  const startsAt = new Date(Math.max(Date.parse(planned), saved === undefined ? 0 : saved + BETWEEN_STARTS_MS));
  const started = performance.now();
  const save = (aheadMs: number): Promise<void> =>
    write(file, startsAt.getTime() + performance.now() - started + aheadMs);

  // What is saved lies one interval ahead: were we killed before the next time, nothing has yet happened after it.
  await save(SAVED_EVERY_MS);
  let saving = Promise.resolve();
  const timer = setInterval(() => {
    saving = save(SAVED_EVERY_MS).catch(() => undefined); // tried again in a moment
  }, SAVED_EVERY_MS);

  return {
    startsAt,
    isFirst: saved === undefined,
    async stop(): Promise<void> {
      clearInterval(timer);
      await saving;
      await save(0);
    },
  };
}

async function read(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const instant = Date.parse(text.trim());
  if (Number.isNaN(instant)) throw new Error(`${file} innehåller ingen tidpunkt. Ta bort filen och starta igen.`);
  return instant;
}

/** The file is whole at every moment: it is written beside and moved into its place. */
async function write(file: string, instant: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${new Date(instant).toISOString()}\n`);
  await rename(`${file}.new`, file);
}

import type { PlanFile } from '../domain/plan-document.ts';
import type { FileProblem, FileReading } from '../ports.ts';
import { Refusal, type StoredPorts, type Surroundings } from './command.ts';
import { readBytes } from './file-access.ts';
import { problemList } from './problem-list.ts';

/** A plan that a person gave as a file, with what is odd in it. Errors are a refusal that names them all. */
export interface GivenPlan {
  readonly file: PlanFile;
  readonly warnings: readonly FileProblem[];
}

export async function readPlan(path: string, { files }: Surroundings): Promise<GivenPlan> {
  const { content, problems } = await readAnyFile(path, files);
  if (!content) {
    throw new Refusal('PLAN_HAS_ERRORS', `${path} går inte att läsa in.\n\n${problemList(problems)}`, undefined, {
      problems,
    });
  }
  if (content.kind === 'part') {
    const message = `${path} är en nämnds del av planen (${content.part.committee}), inte hela planen. Nämnden lämnar in den i Teams.`;
    throw new Refusal('ONLY_A_PART', message);
  }
  return { file: content.file, warnings: problems };
}

export async function readAnyFile(path: string, files: Surroundings['files']): Promise<FileReading> {
  return files.read(await readBytes(path), path);
}

/** A version's whole file, by its number or the newest. */
export async function storedPlan({ plans }: Pick<StoredPorts, 'plans'>, number?: number): Promise<PlanFile> {
  const file = await plans.file(number);
  if (file) return file;

  const newest = (await plans.versions()).at(-1)?.number;
  if (newest === undefined)
    throw new Refusal('NO_PLAN', 'Ingen plan är inläst ännu. Läs in en med: styr plan import FIL');
  throw new Refusal('NO_SUCH_VERSION', `Version ${number} finns inte. Det finns version 1–${newest}.`);
}

/** The plan in a file, or without one the newest that is stored. */
export async function givenOrStored(path: string | undefined, surroundings: Surroundings): Promise<PlanFile> {
  if (path !== undefined) return (await readPlan(path, surroundings)).file;
  return storedPlan(await surroundings.openStores());
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT_ROOT } from './project.ts';

/** The example plan that `npm start` imports; where its figures come from is said in the file itself. */
export const EXAMPLE_PLAN_FILE: string = join(PROJECT_ROOT, 'src/local/example-plan.json');

/** The little that the local Teams needs to know of the plan: the service reads it through its own import. */
const LocalPlan = z.object({
  demoClock: z.iso.datetime({ offset: true }),
  current: z.object({
    contacts: z.array(z.object({ upn: z.string() })),
    channels: z.array(z.object({ scope: z.string(), team: z.string(), channel: z.string() })),
  }),
});
export type LocalPlan = z.infer<typeof LocalPlan>;

export async function readLocalPlan(file: string = EXAMPLE_PLAN_FILE): Promise<LocalPlan> {
  return LocalPlan.parse(JSON.parse(await readFile(file, 'utf8')));
}

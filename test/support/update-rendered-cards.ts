import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAll } from '../../cards/all.ts';

/** Rewrites every cards/<name>/rendered.json (`npm run cards:update`); the difference is read in review. */
for (const { name, situations } of buildAll()) {
  const file = join(import.meta.dirname, '../../cards', name, 'rendered.json');
  await writeFile(file, `${JSON.stringify(situations, null, 2)}\n`);
  process.stdout.write(`${name}: ${Object.keys(situations).length}\n`);
}

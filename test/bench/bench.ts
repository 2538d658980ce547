import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readPlanJson } from '../../src/documents/plan-json.ts';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import { compareCardBuilding } from './card-building.ts';
import { compareColdStarts } from './cold-start.ts';
import { compareInboundAnswers } from './inbound-answers.ts';
import { describeComparison, keepsFloor } from './statistics.ts';
import { openWorld } from './world.ts';

/*
 * Our service against raw baselines, in the same run and by turns. Only ratios are judged: the process ends with 1 when one
 * misses its floor. `npm run bench -- cards` runs those whose name is given: cards, start, answers.
 */
const ROUNDS = 7;

const plan = readPlanJson(readFileSync(join(PROJECT_ROOT, 'src/local/example-plan.json'), 'utf8'));
const world = await openWorld();
const benches = {
  cards: () => compareCardBuilding(ROUNDS, plan),
  start: () => compareColdStarts(world, ROUNDS),
  answers: () => compareInboundAnswers(world, ROUNDS),
};
const wanted = process.argv.slice(2);
let missed = 0;
try {
  process.stdout.write(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores\n`,
  );
  for (const [name, compare] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const comparison = await compare();
    if (!keepsFloor(comparison)) missed += 1;
    process.stdout.write(`\n${describeComparison(comparison)}\n`);
  }
} finally {
  await world.close();
}
process.stdout.write(
  missed === 0 ? '\nEvery ratio keeps its floor.\n' : `\n${missed} of the ratios missed their floor.\n`,
);
process.exit(missed === 0 ? 0 : 1);

import { availableParallelism } from 'node:os';
import { compareInboundAnswers } from './inbound-answers.ts';
import { type Comparison, describeComparison, keepsFloor } from './statistics.ts';
import { openWorld } from './world.ts';

const ROUNDS = 5;

const comparisons: Comparison[] = [];
const world = await openWorld();
try {
  process.stdout.write(`Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores\n`);
  for (const compare of [compareInboundAnswers]) {
    const comparison = await compare(world, ROUNDS);
    comparisons.push(comparison);
    process.stdout.write(`\n${describeComparison(comparison)}\n`);
  }
} finally {
  await world.close();
}
process.exit(comparisons.every(keepsFloor) ? 0 : 1);

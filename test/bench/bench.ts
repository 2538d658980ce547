import { availableParallelism } from 'node:os';
import { compareColdStarts } from './cold-start.ts';
import { compareCompiledReport } from './compiled-report.ts';
import { compareDueItems } from './due-items.ts';
import { compareInboundAnswers } from './inbound-answers.ts';
import { compareAllowedRate, compareAllowedRateOnABadDay } from './limited-rate.ts';
import { comparePlanImport } from './plan-import.ts';
import { comparePromptCard } from './prompt-card.ts';
import { compareRound, compareSequential } from './rounds.ts';
import { describeComparison, keepsFloor } from './statistics.ts';
import { openWorld } from './world.ts';

/*
 * Our service against raw baselines, in the same run and by turns. Only ratios are judged: the process ends with 1 when one
 * misses its floor. `npm run bench -- cards` runs those whose names are given.
 */
const ROUNDS = 7;
const benches = {
  cards: comparePromptCard,
  start: compareColdStarts,
  answers: compareInboundAnswers,
  import: comparePlanImport,
  due: compareDueItems,
  report: compareCompiledReport,
  round: compareRound,
  sequential: compareSequential,
  rate: compareAllowedRate,
  'bad-day': compareAllowedRateOnABadDay,
};

const wanted = process.argv.slice(2);
let missed = 0;
process.stdout.write(`Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores\n`);
for (const [name, compare] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const world = await openWorld();
  try {
    const comparison = await compare(world, ROUNDS);
    if (!keepsFloor(comparison)) missed += 1;
    process.stdout.write(`\n${describeComparison(comparison)}\n`);
  } finally {
    await world.close();
  }
}
process.stdout.write(missed === 0 ? '\nEvery ratio keeps its floor.\n' : `\n${missed} of the ratios missed.\n`);
process.exit(missed === 0 ? 0 : 1);

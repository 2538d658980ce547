import { parentPort, workerData } from 'node:worker_threads';
import type { GridLimits } from './grid.ts';
import { readWorkbook } from './read-workbook.ts';
import { RefusedFile } from './refused-file.ts';

/** More than anybody reads; passing on a million would keep the others waiting after all. */
const MOST_PROBLEMS = 1_000;

/* Runs in a thread of its own, so that a file that takes all memory or never ends takes nothing else with it. */
try {
  const { bytes, limits } = workerData as { bytes: Uint8Array; limits: GridLimits };
  const { problems, ...reading } = readWorkbook(bytes, limits);
  parentPort?.postMessage({ read: { ...reading, problems: problems.slice(0, MOST_PROBLEMS) } });
} catch (error) {
  if (!(error instanceof RefusedFile)) throw error;
  parentPort?.postMessage({ refused: error.message });
}

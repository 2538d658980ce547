import { parentPort, workerData } from 'node:worker_threads';
import { RefusedFile } from './plan-workbook/refused-file.ts';
import { readJsonFile } from './read-json-file.ts';

/** More than anybody reads; passing on a million would keep the others waiting after all. */
const MOST_PROBLEMS = 1_000;

/* Runs in a thread of its own: a file of small faults can take a minute to look through. */
try {
  const { problems, ...reading } = readJsonFile((workerData as { bytes: Uint8Array }).bytes);
  parentPort?.postMessage({ read: { ...reading, problems: problems.slice(0, MOST_PROBLEMS) } });
} catch (error) {
  if (!(error instanceof RefusedFile)) throw error;
  parentPort?.postMessage({ refused: error.message });
}

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileReading } from '../../plan-ports.ts';
import type { GridLimits } from './grid.ts';
import { RefusedFile, TOO_LARGE_OR_BROKEN } from './refused-file.ts';

const MEMORY_MB = 256;
const TIME_MS = 20_000;
/** Threads at once: more would outgrow a small machine when many send on the last day. The others wait for their turn. */
const AT_ONCE = 2;

let running = 0;
const queue: (() => void)[] = [];

type Answer<Value> = { readonly read: Value } | { readonly refused: string };

/** Reads a workbook in a thread with limits on memory and time. Rejects with RefusedFile, and with nothing else. */
export function readInWorker(bytes: Uint8Array, limits: GridLimits, timeMs = TIME_MS): Promise<FileReading> {
  return inWorker('./read-worker', { bytes, limits }, timeMs);
}

/** What a script beside this one posts of a file: `read`, or `refused` with the reason. Same limits, same way to reject. */
export async function inWorker<Value>(script: string, workerData: object, timeMs = TIME_MS): Promise<Value> {
  if (running < AT_ONCE) running += 1;
  else await new Promise<void>((takeOver) => queue.push(takeOver));
  try {
    return await run(script, workerData, timeMs);
  } finally {
    const takeOver = queue.shift();
    if (takeOver) takeOver();
    else running -= 1;
  }
}

function run<Value>(script: string, workerData: object, timeMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`${script}${extname(import.meta.url)}`, import.meta.url), {
      workerData,
      execArgv: [], // flags of the process, such as those of `node --eval`, would keep the script from starting
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const timer = setTimeout(() => void worker.terminate(), timeMs);
    worker.once('message', (answer: Answer<Value>) => {
      if ('read' in answer) resolve(answer.read);
      else reject(new RefusedFile(answer.refused));
    });
    worker.once('error', (cause) => reject(new RefusedFile(TOO_LARGE_OR_BROKEN, { cause })));
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new RefusedFile(TOO_LARGE_OR_BROKEN));
    });
  });
}

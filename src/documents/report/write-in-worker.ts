import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReportFormat, ReportToWrite } from '../../ports.ts';

const MEMORY_MB = 768;
const TIME_MS = 120_000;

let last: Promise<unknown> = Promise.resolve();

/** Writes a report in a thread of its own, one at a time: several large ones at once would outgrow a small machine. */
export function writeInWorker(report: ReportToWrite, format: ReportFormat): Promise<Uint8Array> {
  const written = last.then(() => run(report, format));
  last = written.catch(() => undefined);
  return written;
}

function run(report: ReportToWrite, format: ReportFormat): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./report-worker${extname(import.meta.url)}`, import.meta.url), {
      workerData: { report, format },
      execArgv: [], // flags of the process, such as those of `node --eval`, would keep the script from starting
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const timer = setTimeout(() => void worker.terminate(), TIME_MS);
    worker.once('message', resolve);
    worker.once('error', (cause) => reject(new Error(`The report could not be written as ${format}`, { cause })));
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`The report was not written as ${format} in time`));
    });
  });
}

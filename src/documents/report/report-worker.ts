import { parentPort, workerData } from 'node:worker_threads';
import type { ReportFormat, ReportToWrite } from '../../ports.ts';
import { writeReport } from './write-report.ts';

/* Runs in a thread of its own: laying out a long report for Word takes seconds, and nobody else's answer waits for it. */
const { report, format } = workerData as { report: ReportToWrite; format: ReportFormat };
parentPort?.postMessage(await writeReport(report, format));

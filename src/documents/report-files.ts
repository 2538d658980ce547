import type { ReportFiles } from '../ports.ts';
import { reportFileName } from './report/report-file-name.ts';

/** Reports as Word, PDF, Excel and open data. No format is loaded before a report is written. */
export const reportFiles: ReportFiles = {
  nameOf: reportFileName,
  write: async (report, format) => {
    const { writeInWorker } = await import('./report/write-in-worker.ts');
    return writeInWorker(report, format);
  },
};

import type { ReportFiles } from '../ports.ts';

/** Reports as Word, PDF, Excel and open data. */
export const reportFiles: ReportFiles = {
  write: () => Promise.reject(new Error('not written yet')),
};

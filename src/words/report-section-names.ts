import type { ReportTexts } from '../domain/report-record.ts';

/** What each text of a report is called, as its heading. */
export const reportSectionNames: Readonly<Record<keyof ReportTexts, string>> = {
  summary: 'Sammanfattning',
  events: 'Händelser av väsentlig betydelse',
  outlook: 'Förväntad utveckling',
  staff: 'Väsentliga personalförhållanden',
};

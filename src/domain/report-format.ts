/** What a report is written as. */
export const reportFormats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

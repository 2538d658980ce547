import type { ReportToWrite } from '../../../ports.ts';
import { addedSheet, financeSheet, historySheet, investmentSheet } from './finance-sheets.ts';
import { goalSheet, indicatorSheet } from './goal-sheets.ts';
import { missingSheet, standingSheet, textSheet } from './report-sheets.ts';
import type { DataSheet } from './sheet-columns.ts';
import { measureSheet, workSheet } from './work-sheets.ts';

/** Everything in a report, a sheet for each kind of thing; sheets that would be empty are left out. */
export function dataSheets(report: ReportToWrite): readonly DataSheet[] {
  const committees = report.scope === 'committee' ? [report.content] : report.content.committees;
  const all = [
    financeSheet(report, committees),
    historySheet(committees),
    goalSheet(report, committees),
    indicatorSheet(report, committees),
    workSheet(committees),
    measureSheet(committees),
    investmentSheet(committees),
    addedSheet(committees),
    textSheet(report),
    standingSheet(report),
    missingSheet(report),
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

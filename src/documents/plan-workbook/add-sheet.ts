import type { Workbook } from '@cj-tech-master/excelts';
import { FACT_WIDTHS, fillFacts } from './fill-facts.ts';
import { fillRows, type SheetContent } from './fill-rows.ts';
import { newWorksheet, protect } from './new-worksheet.ts';
import type { Sheet } from './sheet.ts';

/** One sheet of a workbook that has these sheets. */
export async function addSheet(
  workbook: Workbook,
  sheet: Sheet,
  content: SheetContent,
  sheets: readonly Sheet[],
): Promise<void> {
  const widths = sheet.facts ? FACT_WIDTHS : sheet.columns.map(({ width }) => width);
  const worksheet = newWorksheet(workbook, sheet.name, widths);
  if (sheet.facts) fillFacts(worksheet, sheet, content);
  else fillRows(worksheet, sheet, content, sheets);
  await protect(worksheet);
}

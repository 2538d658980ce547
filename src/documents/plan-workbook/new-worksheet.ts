import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { Column } from './sheet.ts';

/** Number of the paper size in the file format. */
const A4 = 9;
/** So broad that it can still be read on an A4 page. */
const CHARACTERS_ON_PAPER = 200;

/** A sheet whose first row and column are always in sight, on screen and on paper. Widths are in characters. */
export function newWorksheet(workbook: Workbook, name: string, widths: readonly number[]): Worksheet {
  const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  const width = widths.reduce((sum, one) => sum + one, 0);
  Object.assign(worksheet.pageSetup, {
    orientation: 'landscape',
    paperSize: A4,
    fitToPage: true,
    fitToWidth: Math.max(1, Math.round(width / CHARACTERS_ON_PAPER)),
    fitToHeight: 0,
    printTitlesRow: '1:1',
    printTitlesColumn: 'A:A',
    showGridLines: true,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  worksheet.headerFooter.oddFooter = '&L&A&RSida &P av &N';
  for (const [index, one] of widths.entries()) worksheet.getColumn(index + 1).width = one;
  return worksheet;
}

/** Without a password: against slips, not against anybody. */
export function protect(worksheet: Worksheet): Promise<void> {
  return worksheet.protect('', {
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  });
}

export function headingOf({ heading, required }: Column): string {
  return required ? `${heading} *` : heading;
}

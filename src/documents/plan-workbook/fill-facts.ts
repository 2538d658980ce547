import type { Worksheet } from '@cj-tech-master/excelts';
import type { SheetContent } from './fill-rows.ts';
import { cellStyle, headingStyle, lockedStyle, setHeight } from './look.ts';
import { headingOf } from './new-worksheet.ts';
import type { Column, Sheet } from './sheet.ts';
import { validationFor } from './validations.ts';
import { writeCell } from './write-cell.ts';

const HEADINGS = ['Uppgift', 'Värde', 'Förklaring'];
export const FACT_WIDTHS = [32, 60, 80];

/** A row per fact, with its value and what it means. The first row of the content has the values. */
export function fillFacts(worksheet: Worksheet, sheet: Sheet, { rows, isReadOnly = false }: SheetContent): void {
  const [values = []] = rows;
  for (const [index, heading] of HEADINGS.entries()) {
    const cell = worksheet.getCell(1, index + 1);
    cell.value = heading;
    cell.style = headingStyle;
  }
  for (const [index, column] of sheet.columns.entries()) {
    writeFact(worksheet, index + 2, column, values[index], isReadOnly);
  }
}

function writeFact(worksheet: Worksheet, number: number, column: Column, value: unknown, isReadOnly: boolean): void {
  const example = column.example === '' ? '' : ` Till exempel ${column.example}.`;
  const cells = [headingOf(column), writeCell(column, value), `${column.help}${example}`];
  const row = worksheet.getRow(number);
  const [shown, open] = [lockedStyle(column), cellStyle(column)];
  for (const [index, cell] of cells.entries()) {
    const place = row.getCell(index + 1);
    place.value = cell;
    const isValue = index === 1;
    place.style = { ...(isValue && !isReadOnly ? open : shown), ...(isValue ? {} : { numFmt: '@' }), alignment: LEFT };
  }
  setHeight(row, cells, FACT_WIDTHS);
  const validation = isReadOnly ? undefined : validationFor(column, 1, []);
  if (validation) worksheet.dataValidations.add(`B${number}`, validation);
}

const LEFT = { vertical: 'top', wrapText: true, horizontal: 'left', indent: 1 } as const;

import type { Worksheet } from '@cj-tech-master/excelts';
import { cellStyle, headingStyleFor, lockedStyle, type Style, setHeight } from './look.ts';
import { headingOf } from './new-worksheet.ts';
import type { Column, Sheet } from './sheet.ts';
import { validationFor } from './validations.ts';
import { type Written, writeCell } from './write-cell.ts';

/** Rows that are prepared with lists to choose from, below the headings. */
const PREPARED_ROWS = 2000;
const SPARE_ROWS = 500;
const HEADING_POINTS = 42;

export interface SheetContent {
  readonly rows: readonly (readonly unknown[])[];
  /** Rows that are shown but can't be written in; without it none. */
  readonly isLocked?: (row: readonly unknown[]) => boolean;
  /** The whole sheet is there to be read. */
  readonly isReadOnly?: boolean;
}

/** Headings, rows and what can be chosen in them. `sheets` are those of the workbook, which cells may refer to. */
export function fillRows(worksheet: Worksheet, sheet: Sheet, content: SheetContent, sheets: readonly Sheet[]): void {
  const { rows, isReadOnly = false, isLocked = () => isReadOnly } = content;
  const { columns } = sheet;
  writeHeadings(worksheet, columns);
  const widths = columns.map(({ width }) => width);
  const open = columns.map(cellStyle);
  const locked = columns.map(lockedStyle);
  for (const [index, values] of rows.entries()) {
    const cells = columns.map((column, place) => writeCell(column, values[place]));
    if (isLocked(values)) writeLocked(worksheet, index + 2, cells, locked);
    else writeOpen(worksheet, index + 2, cells, open);
    setHeight(worksheet.getRow(index + 2), cells, widths);
  }
  worksheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: 1, col: columns.length } };
  if (!isReadOnly) offerChoices(worksheet, columns, Math.max(PREPARED_ROWS, rows.length + SPARE_ROWS), sheets);
  prepareEmptyCells(worksheet, isReadOnly ? locked : open);
}

function writeHeadings(worksheet: Worksheet, columns: readonly Column[]): void {
  const row = worksheet.getRow(1);
  row.height = HEADING_POINTS;
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 1);
    cell.value = headingOf(column);
    cell.style = headingStyleFor(column);
    cell.note = column.help;
  }
}

type Cells = readonly Written[];

/** Empty cells are left out: they look as their column does. */
function writeOpen(worksheet: Worksheet, number: number, cells: Cells, styles: readonly Style[]): void {
  for (const [index, value] of cells.entries()) {
    if (value !== null) writeStyled(worksheet, number, index, value, styles);
  }
}

function writeLocked(worksheet: Worksheet, number: number, cells: Cells, styles: readonly Style[]): void {
  for (const [index, value] of cells.entries()) writeStyled(worksheet, number, index, value, styles);
}

function writeStyled(
  worksheet: Worksheet,
  number: number,
  index: number,
  value: Written,
  styles: readonly Style[],
): void {
  const cell = worksheet.getCell(number, index + 1);
  cell.value = value;
  cell.style = styles[index] ?? {};
}

function offerChoices(
  worksheet: Worksheet,
  columns: readonly Column[],
  lastRow: number,
  sheets: readonly Sheet[],
): void {
  for (const [index, column] of columns.entries()) {
    const validation = validationFor(column, lastRow, sheets);
    const { letter } = worksheet.getColumn(index + 1);
    if (validation) worksheet.dataValidations.add(`${letter}2:${letter}${lastRow}`, validation);
  }
}

/** Comes last: cells that are made after it would each get a copy of the style, which takes ten times as long. */
function prepareEmptyCells(worksheet: Worksheet, styles: readonly Style[]): void {
  for (const [index, style] of styles.entries()) worksheet.getColumn(index + 1).style = style;
}

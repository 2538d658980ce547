import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { ReportToWrite } from '../../../ports.ts';
import { bodyStyle, headingStyle, type Style, setHeight, subtitleStyle, titleStyle } from '../../plan-workbook/look.ts';
import { newWorkbook } from '../../plan-workbook/new-workbook.ts';
import { newWorksheet } from '../../plan-workbook/new-worksheet.ts';
import type { ReportDocument } from '../blocks.ts';
import { settledZip } from '../settled-zip.ts';
import { dataSheets } from './data-sheets.ts';
import type { DataCell, DataColumn, DataSheet } from './sheet-columns.ts';

/** What Excel can hold in one cell. */
const LONGEST = 32_767;
const ABOUT_WIDTHS = [24, 110];

const GUIDANCE = [
  'Belopp är i hela kronor. Nettokostnader är positiva tal. Avvikelse är budget minus prognos: minus är ett underskott.',
  'Det som inte är rapporterat står som saknas, aldrig som 0.',
  'Summan av nämndernas driftbudgetar är inte kommunens resultat.',
];

/** Every figure of a report, to sort, filter and reckon with. Same report, same bytes. */
export async function writeXlsx(report: ReportToWrite, document: ReportDocument): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const sheets = dataSheets(report);
  describeFile(workbook, document);
  addAbout(workbook, document, sheets);
  for (const sheet of sheets) addSheet(workbook, sheet);
  return settledZip(await workbook.xlsx.writeBuffer());
}

function describeFile(workbook: Workbook, { title, owner, madeAt }: ReportDocument): void {
  const at = new Date(madeAt);
  Object.assign(workbook, { title, subject: owner, creator: owner, lastModifiedBy: owner, created: at, modified: at });
}

/** The first sheet: which report it is, and what the others have. */
function addAbout(
  workbook: Workbook,
  { title, owner, facts, notices }: ReportDocument,
  sheets: readonly DataSheet[],
): void {
  const worksheet = newWorksheet(workbook, 'Om rapporten', ABOUT_WIDTHS);
  worksheet.views = [{ state: 'normal', showGridLines: false }];
  delete worksheet.pageSetup.printTitlesRow;
  writeRow(worksheet, [title], [titleStyle]);
  if (owner !== '') writeRow(worksheet, [owner], [subtitleStyle]);
  worksheet.addRow([]);
  for (const { label, text } of facts) writeRow(worksheet, [label, text], [LABEL, bodyStyle]);
  for (const line of [...notices, ...GUIDANCE]) writeRow(worksheet, ['', line], [LABEL, bodyStyle]);
  writeRow(worksheet, ['Blad', sheets.map(({ name }) => name).join(', ')], [LABEL, bodyStyle]);
}

const LABEL: Style = { ...bodyStyle, font: { ...bodyStyle.font, bold: true } };

function addSheet(workbook: Workbook, { name, columns, rows }: DataSheet): void {
  const widths = columns.map(({ width }) => width);
  const worksheet = newWorksheet(workbook, name, widths);
  writeRow(
    worksheet,
    columns.map(({ heading }) => heading),
    columns.map(headingFor),
    widths,
  );
  for (const row of rows) {
    const styles = row.map((cell, at) => styleFor(columns[at], cell));
    writeRow(worksheet, row, styles, widths);
  }
  worksheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: 1, col: columns.length } };
}

function headingFor({ kind }: DataColumn): Style {
  const horizontal = kind === 'text' ? 'left' : 'right';
  return { ...headingStyle, alignment: { vertical: 'middle', wrapText: true, horizontal, indent: 1 } };
}

function styleFor(column: DataColumn | undefined, cell: DataCell): Style {
  return column === undefined || column.kind === 'text'
    ? TEXT
    : typeof cell === 'string'
      ? AMONG_NUMBERS
      : NUMBERS[column.kind];
}

const RIGHT = { vertical: 'top', wrapText: true, horizontal: 'right', indent: 1 } as const;
/** Formatted as text, so that 2026-10 and 1A stay what they are. */
const TEXT: Style = { ...bodyStyle, numFmt: '@' };
const AMONG_NUMBERS: Style = { ...TEXT, alignment: RIGHT };
const NUMBERS: Readonly<Record<'kronor' | 'number', Style>> = {
  kronor: { ...bodyStyle, numFmt: '#,##0', alignment: RIGHT },
  number: { ...bodyStyle, numFmt: 'General', alignment: RIGHT },
};

/** Texts are always written as texts, so that none of them becomes a formula. */
function writeRow(
  worksheet: Worksheet,
  cells: readonly DataCell[],
  styles: readonly Style[],
  widths: readonly number[] = ABOUT_WIDTHS,
): void {
  const row = worksheet.addRow([]);
  for (const [at, cell] of cells.entries()) {
    if (cell === '') continue;
    const place = row.getCell(at + 1);
    place.value = typeof cell === 'string' ? cell.slice(0, LONGEST) : cell;
    place.style = styles[at] ?? TEXT;
  }
  if (cells.length > 1) setHeight(row, cells, widths);
}

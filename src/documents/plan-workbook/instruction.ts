import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { bodyStyle, headingStyle, type Style, setHeight, subtitleStyle, titleStyle } from './look.ts';
import { headingOf, newWorksheet, protect } from './new-worksheet.ts';
import type { Sheet } from './sheet.ts';

const WIDTHS = [34, 9, 80, 46];

/** The first sheet: how to fill in the others, and what each column means. */
export async function addInstruction(
  workbook: Workbook,
  title: string,
  guidance: readonly string[],
  sheets: readonly Sheet[],
  closing?: string,
): Promise<void> {
  const worksheet = newWorksheet(workbook, 'Instruktion', WIDTHS);
  worksheet.views = [{ state: 'normal', showGridLines: false }];
  delete worksheet.pageSetup.printTitlesRow;
  worksheet.pageSetup.showGridLines = false;
  writeLine(worksheet, [title], titleStyle);
  for (const line of guidance) writeAcross(worksheet, line);
  for (const sheet of sheets) describe(worksheet, sheet);
  if (closing !== undefined) writeClosing(worksheet, closing);
  await protect(worksheet);
}

function describe(worksheet: Worksheet, { name, about, facts, columns }: Sheet): void {
  worksheet.addRow([]);
  writeLine(worksheet, [name], subtitleStyle);
  writeAcross(worksheet, about);
  writeLine(worksheet, [facts ? 'Uppgift' : 'Kolumn', 'Krävs', 'Vad som ska stå', 'Exempel'], headingStyle);
  for (const column of columns) {
    writeLine(worksheet, [headingOf(column), column.required ? 'ja' : '', column.help, column.example], bodyStyle);
  }
}

function writeClosing(worksheet: Worksheet, line: string): void {
  worksheet.addRow([]);
  writeAcross(worksheet, line);
}

function writeLine(worksheet: Worksheet, texts: readonly string[], style: Style): void {
  const row = worksheet.addRow([...texts]);
  for (let column = 1; column <= texts.length; column += 1) row.getCell(column).style = style;
  if (texts.length > 1) setHeight(row, texts, WIDTHS);
}

/** A text over the whole breadth. */
function writeAcross(worksheet: Worksheet, text: string): void {
  const row = worksheet.addRow([text]);
  row.getCell(1).style = { ...bodyStyle, alignment: { vertical: 'top', wrapText: false } };
}

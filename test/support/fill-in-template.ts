import { Workbook, type Worksheet } from '@cj-tech-master/excelts';

/** What a person types into a cell; `null`: left as it is. */
export type Typed = string | number | null;
/** A sheet's name, and under its headings (without the star of those that must be filled in) the rows as typed. */
export type Sheets = Readonly<Record<string, readonly (readonly Typed[])[]>>;

/** A plan workbook, typed into cell by cell: what the sheet's form is comes from its headings and nothing else. */
export async function fillIn(bytes: Uint8Array, sheets: Sheets): Promise<Uint8Array> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  for (const [name, [headings = [], ...rows]] of Object.entries(sheets)) {
    const sheet = book.getWorksheet(name);
    if (!sheet) throw new Error(`The workbook has no sheet ${name}`);
    const columns = headings.map((heading) => columnOf(sheet, String(heading)));
    for (const [at, row] of rows.entries()) {
      const rowNumber = name === 'Plan' ? rowOf(sheet, String(row[0])) : at + 2;
      for (const [column, typed] of row.entries())
        if (typed !== null && !(name === 'Plan' && column === 0))
          sheet.getCell(rowNumber, columns[column] ?? 0).value = asExcelTakesIt(typed);
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Excel makes a date of what looks like one; the rest stays as typed. */
function asExcelTakesIt(typed: string | number): string | number | Date {
  return /^\d{4}-\d\d-\d\d$/.test(String(typed)) ? new Date(`${typed}T00:00:00Z`) : typed;
}

function columnOf(sheet: Worksheet, heading: string): number {
  for (let column = 1; column <= sheet.columnCount; column++)
    if (same(sheet.getCell(1, column).text, heading)) return column;
  throw new Error(`${sheet.name} has no heading ${heading}`);
}

/** The sheet Plan has one fact to a row, named in the first column. */
function rowOf(sheet: Worksheet, fact: string): number {
  for (let row = 2; row <= sheet.rowCount; row++) if (same(sheet.getCell(row, 1).text, fact)) return row;
  throw new Error(`${sheet.name} has no fact ${fact}`);
}

function same(shown: string, name: string): boolean {
  return shown === name || shown === `${name} *`;
}

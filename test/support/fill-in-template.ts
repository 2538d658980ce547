import { Workbook, type Worksheet } from '@cj-tech-master/excelts';

/** A sheet as somebody types it: its name, the headings (without the star of those that must be filled in), and rows. */
interface TypedSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A plan workbook, typed into cell by cell: where things go is found by the sheets' names and headings and nothing else.
 * The text has a line `# Sheet`, then its headings and its rows with bars between the cells; an empty one is left alone.
 */
export async function fillIn(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  for (const typed of sheetsIn(text)) {
    const sheet = book.getWorksheet(typed.name);
    if (!sheet) throw new Error(`The workbook has no sheet ${typed.name}`);
    if (typed.name === 'Plan') fillInFacts(sheet, typed);
    else fillInRows(sheet, typed);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function sheetsIn(text: string): TypedSheet[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [name = '', headings = '', ...rows] = part.trimEnd().split('\n');
      return { name, headings: cellsIn(headings), rows: rows.map(cellsIn) };
    });
}

function cellsIn(line: string): string[] {
  return line.split('|').map((cell) => cell.trim());
}

/** The sheet Plan has one fact to a row, named in its first column. */
function fillInFacts(sheet: Worksheet, { rows }: TypedSheet): void {
  for (const [fact = '', typed = ''] of rows) {
    const row = numberOf(sheet.rowCount, (at) => isNamed(sheet.getCell(at, 1).text, fact));
    if (row === undefined) throw new Error(`${sheet.name} has no fact ${fact}`);
    type(sheet, row, 2, typed);
  }
}

function fillInRows(sheet: Worksheet, { headings, rows }: TypedSheet): void {
  const columns = headings.map((heading) => {
    const column = numberOf(sheet.columnCount, (at) => isNamed(sheet.getCell(1, at).text, heading));
    if (column === undefined) throw new Error(`${sheet.name} has no heading ${heading}`);
    return column;
  });
  for (const [at, cells] of rows.entries())
    for (const [index, column] of columns.entries()) type(sheet, at + 2, column, cells[index] ?? '');
}

/** As Excel takes it: a day or a number where it looks like one, unless the cell is formatted as text. */
function type(sheet: Worksheet, row: number, column: number, typed: string): void {
  if (typed === '') return;
  const cell = sheet.getCell(row, column);
  const isText = (cell.numFmt ?? sheet.getColumn(column).numFmt) === '@';
  if (!isText && /^\d{4}-\d\d-\d\d$/.test(typed)) cell.value = new Date(`${typed}T00:00:00Z`);
  else if (!isText && /^-?\d+(,\d+)?$/.test(typed)) cell.value = Number(typed.replace(',', '.'));
  else cell.value = typed;
}

function numberOf(count: number, isIt: (at: number) => boolean): number | undefined {
  return Array.from({ length: count }, (_, index) => index + 1).find(isIt);
}

function isNamed(shown: string, name: string): boolean {
  return shown === name || shown === `${name} *`;
}

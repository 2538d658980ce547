import type { FileProblem } from '../../plan-ports.ts';
import { findSheets } from './find-sheets.ts';
import type { Cell, Grid, GridRow } from './grid.ts';
import { findHeadings, sameName } from './headings.ts';
import { putAt, valueAt } from './item-path.ts';
import { readCell } from './read-cell.ts';
import { type Column, ITSELF, type List, PARENT, type Sheet } from './sheet.ts';
import { splitList } from './sheet-rows.ts';
import { gatherTarget, targetKindLabel } from './target-columns.ts';

/** Where an item of the plan stands in the workbook. */
export interface Place {
  /** `current.indicators.3` */
  readonly path: string;
  readonly sheet: string;
  readonly row: number;
}

export interface SheetsReading {
  /** In the plan file's form, as far as the cells could be read; what is missing is left out. */
  readonly raw: Record<string, unknown>;
  readonly places: readonly Place[];
  readonly problems: readonly FileProblem[];
}

/** The sheets that a workbook holds: those that are read, and those that are there to be looked at. */
export interface SheetsToRead {
  readonly read: readonly Sheet[];
  readonly shown?: readonly Sheet[];
}

/** Reads grids as the plan that they hold. Nothing is judged here but the cells: whether the plan holds together is for others. */
export function readPlanSheets(
  grids: readonly Grid[],
  { read: sheets, shown = [] }: SheetsToRead,
  mostRows: number,
): SheetsReading {
  const reader = new PlanBeingRead();
  const { grids: found, problems } = findSheets(grids, sheets, shown);
  for (const sheet of sheets) {
    const grid = found.get(sheet);
    if (grid && grid.rows.length > mostRows + 1) reader.tooLong(grid, mostRows);
    else if (grid) reader.read(sheet, grid);
  }
  const reading = reader.done();
  return { ...reading, problems: [...problems, ...reading.problems] };
}

type Item = Record<string, unknown>;

/** Errors in cells that are told, and warnings: more than anybody reads. */
const MOST_TOLD = 1000;

/** For a target whose cells have been complained of already, so that it isn't called missing as well. */
const STAND_IN = { yesNo: true };

class PlanBeingRead {
  readonly #raw: Item = { current: {} };
  readonly #places: Place[] = [];
  readonly #problems: FileProblem[] = [];
  readonly #told = { error: 0, warning: 0 };
  /** Items that hold lists, by their list and id. */
  readonly #holders = new Map<string, { readonly path: string; readonly item: Item }>();

  done(): SheetsReading {
    return { raw: this.#raw, places: this.#places, problems: this.#problems };
  }

  tooLong(grid: Grid, mostRows: number): void {
    const what = `Bladet har fler än ${mostRows.toLocaleString('sv-SE')} rader och kan inte tas emot här. Be den som sköter tjänsten att läsa in filen.`;
    this.#problems.push({ severity: 'error', where: grid.name, sheet: grid.name, what });
  }

  read(sheet: Sheet, grid: Grid): void {
    for (const range of grid.merged) {
      this.#problems.push({
        severity: 'error',
        where: `${grid.name}, cell ${range}`,
        sheet: grid.name,
        what: `Cellerna ${range} är sammanfogade. Dela upp dem och fyll i varje cell.`,
      });
    }
    if (sheet.facts) this.#readFacts(sheet, grid);
    else this.#readRows(sheet, grid);
  }

  #readFacts(sheet: Sheet, grid: Grid): void {
    const known = new Map(sheet.columns.map((column) => [sameName(column.heading), column]));
    for (const { number, cells } of grid.rows) {
      const column = known.get(sameName(typeof cells[0] === 'string' ? cells[0] : ''));
      if (!column) continue;
      const value = this.#value(column, cells[1], grid, number);
      if (value !== undefined) putAt(this.#raw, column.path, value);
      this.#places.push({ path: column.path, sheet: grid.name, row: number });
    }
  }

  #readRows(sheet: Sheet, grid: Grid): void {
    const headings = findHeadings(grid, sheet);
    for (const { severity, row, heading, what } of headings.slips) {
      this.#problems.push({
        severity,
        where: `${grid.name}, rad ${row}`,
        sheet: grid.name,
        row,
        column: heading,
        what,
      });
    }
    const list = new RowsOfSheet(sheet, headings.columns);
    for (const row of grid.rows) {
      if (row.number > headings.row && list.isFilled(row)) this.#readRow(sheet, grid, row, headings.columns);
    }
  }

  #readRow(sheet: Sheet, grid: Grid, { number, cells }: GridRow, columns: ReadonlyMap<Column, number>): void {
    const item: Item = {};
    let itself: unknown;
    let parent: unknown;
    for (const column of sheet.columns) {
      const index = columns.get(column);
      const value = index === undefined ? undefined : this.#value(column, cells[index], grid, number);
      const kept = value === undefined ? emptyValue(column) : value;
      if (column.path === ITSELF) itself = kept;
      else if (column.path === PARENT) parent = kept;
      else if (kept !== undefined) putAt(item, column.path, kept);
    }
    this.#gatherTarget(sheet, item, grid, number);
    const list = sheet.lists.find(({ when }) => !when || (valueAt(item, when.column) !== undefined) === when.filled);
    const isText = sheet.columns.some(({ path }) => path === ITSELF);
    if (list) this.#keep(list, { sheet, grid, row: number, parent, item: isText ? itself : item });
  }

  #value(column: Column, cell: Cell | undefined, grid: Grid, row: number): unknown {
    const { value, slip, notice } = readCell(column.kind, cell);
    if (slip !== undefined) this.#tell('error', grid, row, column.heading, slip);
    if (notice !== undefined) this.#tell('warning', grid, row, column.heading, notice);
    return value;
  }

  #tell(severity: FileProblem['severity'], grid: Grid, row: number, column: string, what: string): void {
    this.#told[severity] += 1;
    if (this.#told[severity] > MOST_TOLD) return;
    const where = `${grid.name}, rad ${row}, kolumn ${column}`;
    this.#problems.push({ severity, where, sheet: grid.name, row, column, what });
  }

  #gatherTarget(sheet: Sheet, item: Item, grid: Grid, row: number): void {
    const cells = item.target as Parameters<typeof gatherTarget>[0] | undefined;
    if (cells === undefined) return;
    const { target, slips } = gatherTarget(cells);
    for (const { cell, is } of slips) {
      const heading = sheet.columns.find(({ path }) => path === cell)?.heading ?? '';
      const label = targetKindLabel(cells.kind ?? null);
      const what =
        is === 'missing'
          ? `${heading} saknas. Måltypen ${label} behöver det.`
          : `Töm cellen, eller ändra måltypen: ${label} har inget här.`;
      this.#tell('error', grid, row, heading, what);
    }
    if (slips.length > 0) item.target = STAND_IN;
    else if (target === undefined) delete item.target;
    else item.target = target;
  }

  #keep(list: List, found: { sheet: Sheet; grid: Grid; row: number; parent: unknown; item: unknown }): void {
    const { owners, key } = splitList(list.path);
    const holder = owners === undefined ? { path: '', item: this.#raw } : this.#holderOf(found);
    if (!holder) return;
    const path = holder.path === '' ? key : `${holder.path}.${key}`;
    const items = (valueAt(holder.item, key) as unknown[] | undefined) ?? [];
    if (items.length === 0) putAt(holder.item, key, items);
    items.push(found.item);
    const itemPath = `${path}.${items.length - 1}`;
    this.#places.push({ path: itemPath, sheet: found.grid.name, row: found.row });
    this.#remember(path, itemPath, found.item);
  }

  #remember(listPath: string, path: string, item: unknown): void {
    const id = valueAt(item, 'id');
    const name = `${listPath}\n${String(id)}`;
    if (id !== undefined && !this.#holders.has(name)) this.#holders.set(name, { path, item: item as Item });
  }

  /** The item that a row says it belongs to. */
  #holderOf({ sheet, grid, row, parent }: { sheet: Sheet; grid: Grid; row: number; parent: unknown }) {
    const column = sheet.columns.find(({ path }) => path === PARENT);
    if (typeof parent !== 'string') {
      this.#tell('error', grid, row, column?.heading ?? '', `${column?.heading} saknas. ${column?.help}`);
      return undefined;
    }
    for (const { path } of sheet.lists) {
      const holder = this.#holders.get(`${splitList(path).owners}\n${parent}`);
      if (holder) return holder;
    }
    const sheets = column?.kind.is === 'reference' ? column.kind.to.join(' eller ') : '';
    this.#tell(
      'error',
      grid,
      row,
      column?.heading ?? '',
      `${parent} finns inte i bladet ${sheets}. Skriv ett id som står där.`,
    );
    return undefined;
  }
}

/** Which rows of a sheet hold something in the columns that are read. */
class RowsOfSheet {
  readonly #indexes: readonly number[];

  constructor(sheet: Sheet, columns: ReadonlyMap<Column, number>) {
    this.#indexes = sheet.columns.flatMap((column) => columns.get(column) ?? []);
  }

  isFilled({ cells }: GridRow): boolean {
    return this.#indexes.some((index) => {
      const cell = cells[index];
      return cell !== undefined && !(typeof cell === 'string' && cell.trim() === '');
    });
  }
}

function emptyValue({ empty }: Column): unknown {
  if (empty === 'null') return null;
  return empty === 'list' ? [] : undefined;
}

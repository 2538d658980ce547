import type { FileProblem } from '../../plan-ports.ts';
import { findSheets } from './find-sheets.ts';
import type { Cell, Grid, GridRow } from './grid.ts';
import { findHeadings, sameName } from './headings.ts';
import { putAt, valueAt } from './item-path.ts';
import { measureOf } from './measured.ts';
import { emptyMonths, hasAllMonths } from './month-columns.ts';
import { readCell } from './read-cell.ts';
import { type MissingColumn, ReadingProblems, tooLongFor } from './reading-problems.ts';
import { type RowBeingRead, RowsOfSheet } from './row-being-read.ts';
import { RowNames } from './row-names.ts';
import { type Column, ITSELF, type Kind, type List, PARENT, type Sheet } from './sheet.ts';
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
  /** Columns that must be there and aren't, which is told of their headings and not row by row. */
  readonly missing: readonly MissingColumn[];
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
  const { grids: found, problems } = findSheets(grids, sheets, shown);
  const reader = new PlanBeingRead(new RowNames(new Map([...found, ...findSheets(grids, shown).grids])));
  const tooLong: FileProblem[] = [];
  for (const sheet of sheets) {
    const grid = found.get(sheet);
    if (grid && grid.rows.length > mostRows + 1) tooLong.push(tooLongFor(grid, mostRows));
    else if (grid) reader.read(sheet, grid);
  }
  const reading = reader.done();
  return { ...reading, problems: [...problems, ...tooLong, ...reading.problems] };
}

type Item = Record<string, unknown>;

/** For a target whose cells have been complained of already: words that judge nothing, so that nothing more is said of it. */
const STAND_IN = { text: 'oläsligt' };

interface FoundRow extends Omit<RowBeingRead, 'item'> {
  readonly parent: unknown;
  /** An object, or a text where the sheet is a list of texts. */
  readonly item: unknown;
}

class PlanBeingRead {
  readonly #names: RowNames;
  readonly #raw: Item = { current: {} };
  readonly #places: Place[] = [];
  readonly #problems = new ReadingProblems();
  /** Kinds of targets by the indicators' ids: what a value is depends on it. */
  readonly #targetKinds = new Map<unknown, string | null | undefined>();
  /** Items that hold lists, by their list and id. */
  readonly #holders = new Map<string, { readonly path: string; readonly item: Item }>();

  constructor(names: RowNames) {
    this.#names = names;
  }

  done(): SheetsReading {
    return { raw: this.#raw, places: this.#places, ...this.#problems.done() };
  }

  read(sheet: Sheet, grid: Grid): void {
    this.#problems.ofMergedCells(grid);
    if (sheet.facts) this.#readFacts(sheet, grid);
    else this.#readRows(sheet, grid);
  }

  #readFacts(sheet: Sheet, grid: Grid): void {
    const known = new Map(sheet.columns.map((column) => [sameName(column.heading), column]));
    for (const { number, cells } of grid.rows) {
      const column = known.get(sameName(typeof cells[0] === 'string' ? cells[0] : ''));
      if (!column) continue;
      const { value } = this.#cell(column.kind, cells[1], { grid, row: number, heading: column.heading });
      if (value !== undefined) putAt(this.#raw, column.path, value);
      this.#places.push({ path: column.path, sheet: grid.name, row: number });
    }
  }

  #readRows(sheet: Sheet, grid: Grid): void {
    const headings = findHeadings(grid, sheet);
    this.#problems.ofHeadings(sheet, grid, headings);
    const list = new RowsOfSheet(sheet, headings.columns);
    for (const row of grid.rows) {
      if (row.number > headings.row && list.isFilled(row)) this.#readRow(sheet, grid, row, headings.columns);
    }
  }

  #readRow(sheet: Sheet, grid: Grid, { number, cells }: GridRow, columns: ReadonlyMap<Column, number>): void {
    const item: Item = {};
    const row: RowBeingRead = { sheet, grid, number, columns, item, unread: new Set() };
    let itself: unknown;
    let parent: unknown;
    for (const column of sheet.columns) {
      const value = this.#columnOf(row, column, cells, parent);
      const kept = value === undefined ? emptyValue(column) : value;
      if (column.path === ITSELF) itself = kept;
      else if (column.path === PARENT) parent = kept;
      else if (kept !== undefined) putAt(item, column.path, kept);
    }
    this.#gatherTarget(row, parent);
    this.#gatherMonths(row);
    const list = sheet.lists.find(({ when }) => !when || (valueAt(item, when.column) !== undefined) === when.filled);
    const isText = sheet.columns.some(({ path }) => path === ITSELF);
    if (list) this.#keep(list, { ...row, parent, item: isText ? itself : item });
  }

  /** What a row has in a column. */
  #columnOf(row: RowBeingRead, column: Column, cells: GridRow['cells'], parent: unknown): unknown {
    const { item, unread } = row;
    const index = row.columns.get(column);
    if (index === undefined) {
      if (column.required) unread.add(column.path);
      return undefined;
    }
    const place = { grid: row.grid, row: row.number, heading: column.heading };
    const reading = this.#cell(this.#kindOf(column, item, parent), cells[index], place);
    if (reading.slip !== undefined) unread.add(column.path);
    return reading.value;
  }

  /** A value is read as its indicator is measured: of the indicator that the row belongs to, or is. */
  #kindOf({ kind }: Column, item: Item, parent: unknown): Kind {
    if (kind.is !== 'measured') return kind;
    const target = parent === undefined ? valueAt(item, 'target.kind') : this.#targetKinds.get(parent);
    const measure = measureOf(target as string | null | undefined);
    return measure === undefined ? kind : { is: 'measured', as: measure };
  }

  #cell(kind: Kind, cell: Cell | undefined, { grid, row, heading }: { grid: Grid; row: number; heading: string }) {
    const reading = this.#names.asIds(kind, readCell(kind, cell));
    if (reading.slip !== undefined) this.#problems.tell('error', grid, row, heading, reading.slip);
    if (reading.notice !== undefined) this.#problems.tell('warning', grid, row, heading, reading.notice);
    return reading;
  }

  #gatherTarget(row: RowBeingRead, parent: unknown): void {
    const { item, unread } = row;
    const cells = item.target as Parameters<typeof gatherTarget>[0] | undefined;
    if (cells === undefined) return;
    if (parent === undefined) this.#targetKinds.set(item.id, cells.kind);
    const { target, slips } = gatherTarget(cells);
    const label = targetKindLabel(cells.kind ?? null);
    for (const { cell, is } of slips) {
      const column = row.sheet.columns.find(({ path }) => path === cell);
      if (!column || unread.has(cell)) continue;
      if (is === 'missing')
        this.#problems.tellNeeded(row, column, `${column.heading} saknas. Måltypen ${label} behöver det.`);
      else this.#problems.tellNeeded(row, column, `Töm cellen, eller ändra måltypen: ${label} har inget här.`);
    }
    if (slips.length > 0) item.target = STAND_IN;
    else if (target === undefined) delete item.target;
    else item.target = target;
  }

  #gatherMonths(row: RowBeingRead): void {
    if (hasAllMonths(row.item)) return;
    const { column, what } = emptyMonths(row.sheet, row.item, row.unread) ?? {};
    if (column && what !== undefined) this.#problems.tellNeeded(row, column, what);
    delete row.item.monthlyKr;
  }

  #keep(list: List, found: FoundRow): void {
    const { owners, key } = splitList(list.path);
    const holder = owners === undefined ? { path: '', item: this.#raw } : this.#holderOf(found);
    if (!holder) return;
    const path = holder.path === '' ? key : `${holder.path}.${key}`;
    const items = (valueAt(holder.item, key) as unknown[] | undefined) ?? [];
    if (items.length === 0) putAt(holder.item, key, items);
    items.push(found.item);
    const itemPath = `${path}.${items.length - 1}`;
    this.#places.push({ path: itemPath, sheet: found.grid.name, row: found.number });
    this.#remember(path, itemPath, found.item);
  }

  #remember(listPath: string, path: string, item: unknown): void {
    const id = valueAt(item, 'id');
    const name = `${listPath}\n${String(id)}`;
    if (id !== undefined && !this.#holders.has(name)) this.#holders.set(name, { path, item: item as Item });
  }

  /** The item that a row says it belongs to. */
  #holderOf({ sheet, grid, number: row, parent, unread }: FoundRow) {
    const column = sheet.columns.find(({ path }) => path === PARENT);
    if (typeof parent !== 'string') {
      if (unread.has(PARENT)) return undefined;
      this.#problems.tell('error', grid, row, column?.heading ?? '', `${column?.heading} saknas. ${column?.help}`);
      return undefined;
    }
    for (const { path } of sheet.lists) {
      const holder = this.#holders.get(`${splitList(path).owners}\n${parent}`);
      if (holder) return holder;
    }
    const sheets = column?.kind.is === 'reference' ? column.kind.to.join(' eller ') : '';
    this.#problems.tell(
      'error',
      grid,
      row,
      column?.heading ?? '',
      `${parent} finns inte i bladet ${sheets}. Skriv ett id som står där.`,
    );
    return undefined;
  }
}

function emptyValue({ empty }: Column): unknown {
  if (empty === 'null') return null;
  return empty === 'list' ? [] : undefined;
}

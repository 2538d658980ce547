import type { Grid, GridRow } from './grid.ts';
import type { Column, Sheet } from './sheet.ts';

/** A row of a sheet while its cells are put together. */
export interface RowBeingRead {
  readonly sheet: Sheet;
  readonly grid: Grid;
  readonly number: number;
  readonly columns: ReadonlyMap<Column, number>;
  readonly item: Record<string, unknown>;
  /** Paths of cells that have been complained of, or whose column is missing: nothing more is said of them. */
  readonly unread: Set<string>;
}

/** Which rows of a sheet hold something in the columns that are read. */
export class RowsOfSheet {
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

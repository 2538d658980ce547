/*
 * A workbook's sheets as plain rows of cells, with nothing of any library or file format left: what goes from the thread that
 * parses the file to the rest of the reader.
 */

/** A cell as it was found. Absent for an empty one. */
export type Cell = string | number | boolean | OddCell;

export type OddCell =
  | { readonly is: 'day'; readonly day: string }
  /** `#DIV/0!` and the like. */
  | { readonly is: 'error'; readonly code: string }
  /** A formula and the value that was saved with it, if any. */
  | { readonly is: 'formula'; readonly result?: Cell }
  /** A number that is shown as a percentage: 0.12 for 12 %. */
  | { readonly is: 'percent'; readonly value: number };

/** How much of a workbook is taken in. */
export interface GridLimits {
  /** Filled rows in a sheet; of a longer one so many more are kept that it shows. */
  readonly rowsInSheet: number;
  /** Filled cells in the whole workbook. */
  readonly cells: number;
}

export interface GridRow {
  /** As the sheet numbers it, from 1. */
  readonly number: number;
  /** From the first column; empty ones are undefined. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  /** Numbers of hidden or filtered rows that hold something. */
  readonly hiddenRows: readonly number[];
  /** Indexes, from 0, of hidden columns. */
  readonly hiddenColumns: readonly number[];
  /** `A1:B2`. */
  readonly merged: readonly string[];
  /** Rows that hold something, in order. */
  readonly rows: readonly GridRow[];
}

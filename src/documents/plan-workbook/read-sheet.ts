import type { Cell, Grid, GridLimits, GridRow } from './grid.ts';
import type { Shared, SheetPart } from './read-parts.ts';
import { RefusedFile, TOO_LARGE_OR_BROKEN } from './refused-file.ts';
import { attribute, excelText, type Tag, tagsOf } from './xml-tags.ts';

/** What Excel can hold, which nobody's plan comes near. */
const LAST_ROW = 1_048_576;
/** Far more columns than any sheet of the plan has; a cell beyond them is a slip, or meant to do harm. */
const LAST_COLUMN = 500;
/** Headings and titles, and one row more than there may be. */
const ROWS_ABOVE = 12;
const MERGES_TOLD = 20;
/** A row counts as this many cells, since each of its columns may be complained of even when it has but one. */
const LEAST_ROW_COST = 20;

/** One sheet's XML as a grid of cells. */
export function readSheet(
  { name, hidden, xml }: SheetPart,
  shared: Shared,
  limits: GridLimits,
): { readonly grid: Grid; readonly cellsUsed: number } {
  const sheet = new SheetBeingRead(shared, limits);
  for (const tag of tagsOf(xml)) sheet.take(tag);
  return { grid: { name, hidden, ...sheet.found() }, cellsUsed: limits.cells - sheet.cellsLeft };
}

interface CellBeingRead {
  readonly index: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string | undefined;
}

class SheetBeingRead {
  readonly #shared: Shared;
  readonly #rows: GridRow[] = [];
  readonly #hiddenRows: number[] = [];
  readonly #hiddenColumns = new Set<number>();
  readonly #merged: string[] = [];
  #row: { readonly number: number; readonly hidden: boolean; readonly cells: (Cell | undefined)[] } | undefined;
  #cell: CellBeingRead | undefined;
  #inValue = false;
  #lastRow = 0;
  cellsLeft: number;
  readonly #mostRows: number;

  constructor(shared: Shared, { rowsInSheet, cells }: GridLimits) {
    this.#shared = shared;
    this.#mostRows = rowsInSheet + ROWS_ABOVE;
    this.cellsLeft = cells;
  }

  found(): Omit<Grid, 'name' | 'hidden'> {
    return {
      hiddenRows: this.#hiddenRows,
      hiddenColumns: [...this.#hiddenColumns],
      merged: this.#merged,
      rows: this.#rows,
    };
  }

  take(tag: Tag): void {
    if (tag.is === 'text') {
      if (this.#inValue && this.#cell) this.#cell.value = (this.#cell.value ?? '') + tag.text;
    } else if (tag.is === 'open') {
      this.#open(tag);
      if (tag.empty) this.#close(tag.name);
    } else this.#close(tag.name);
  }

  #open(tag: Extract<Tag, { is: 'open' }>): void {
    switch (tag.name) {
      case 'row':
        this.#openRow(tag);
        break;
      case 'c':
        this.#openCell(tag);
        break;
      case 'f':
        if (this.#cell) this.#cell.formula = true;
        break;
      case 'v':
      case 't':
        this.#inValue = true;
        break;
      case 'col':
        if (isOn(attribute(tag, 'hidden'))) this.#hideColumns(tag);
        break;
      case 'mergeCell':
        if (this.#merged.length < MERGES_TOLD) this.#merged.push(attribute(tag, 'ref') ?? '');
        break;
    }
  }

  #openRow(tag: Extract<Tag, { is: 'open' }>): void {
    const number = wholeNumber(attribute(tag, 'r')) ?? this.#lastRow + 1;
    if (number <= this.#lastRow || number > LAST_ROW) throw new RefusedFile(TOO_LARGE_OR_BROKEN);
    this.#lastRow = number;
    this.#row = { number, hidden: isOn(attribute(tag, 'hidden')), cells: [] };
  }

  #openCell(tag: Extract<Tag, { is: 'open' }>): void {
    const index = columnIndex(attribute(tag, 'r')) ?? this.#row?.cells.length ?? 0;
    this.#cell = {
      index,
      type: attribute(tag, 't') ?? 'n',
      style: wholeNumber(attribute(tag, 's')) ?? 0,
      formula: false,
      value: undefined,
    };
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    if (name === 'c') this.#closeCell();
    if (name === 'row') this.#closeRow();
  }

  #closeCell(): void {
    if (!this.#cell || !this.#row) return;
    const cell = cellOf(this.#cell, this.#shared);
    if (cell !== undefined && this.#cell.index >= LAST_COLUMN) throw new RefusedFile(TOO_LARGE_OR_BROKEN);
    if (cell !== undefined) this.#row.cells[this.#cell.index] = cell;
    this.#cell = undefined;
  }

  #closeRow(): void {
    if (!this.#row) return;
    const { number, hidden, cells } = this.#row;
    this.cellsLeft -= Math.max(cells.length, LEAST_ROW_COST);
    if (this.cellsLeft < 0) throw new RefusedFile(TOO_LARGE_OR_BROKEN);
    if (cells.length > 0 && this.#rows.length < this.#mostRows) {
      this.#rows.push({ number, cells: Array.from(cells) });
      if (hidden) this.#hiddenRows.push(number);
    }
    this.#row = undefined;
  }

  #hideColumns(tag: Extract<Tag, { is: 'open' }>): void {
    const last = Math.min(wholeNumber(attribute(tag, 'max')) ?? 0, LAST_COLUMN);
    for (let column = wholeNumber(attribute(tag, 'min')) ?? 1; column <= last; column += 1) {
      this.#hiddenColumns.add(column - 1);
    }
  }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function wholeNumber(digits: string | undefined): number | undefined {
  return digits !== undefined && /^\d{1,10}$/.test(digits) ? Number.parseInt(digits, 10) : undefined;
}

/** 0 for `A`, 27 for `AB12`. */
function columnIndex(reference: string | undefined): number | undefined {
  const letters = reference === undefined ? undefined : /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf(found: CellBeingRead, shared: Shared): Cell | undefined {
  const value = plainCell(found, shared);
  if (!found.formula) return value;
  return value === undefined ? { is: 'formula' } : { is: 'formula', result: value };
}

function plainCell({ type, style, value }: CellBeingRead, shared: Shared): Cell | undefined {
  if (value === undefined) return undefined;
  switch (type) {
    case 's':
      return shared.texts[wholeNumber(value) ?? -1];
    case 'str':
    case 'inlineStr':
      return excelText(value);
    case 'b':
      return value === '1' || value === 'true';
    case 'e':
      return { is: 'error', code: value };
    case 'd':
      return { is: 'day', day: value.slice(0, 10) };
    default:
      return numberCell(value, shared.formats[style] ?? 'plain', shared.from1904);
  }
}

const DAY_MS = 86_400_000;
/** Days between the two ways of counting. */
const DAYS_TO_1904 = 1462;
/** Before 1 March 1900 Excel counts a day that never was. */
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;

/** XML's numbers have a point and no groups, which is JSON's way too; what isn't so stands as its text. */
function numberCell(digits: string, format: 'day' | 'percent' | 'plain', from1904: boolean): Cell {
  if (!/^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(digits)) return digits;
  const value: number = JSON.parse(digits.replace(/^(-?)0+(?=\d)/, '$1'));
  if (format === 'percent') return { is: 'percent', value };
  const serial = from1904 ? value + DAYS_TO_1904 : value;
  if (format === 'plain' || serial < FIRST_DAY || serial > LAST_DAY + 1) return value;
  return { is: 'day', day: new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10) };
}

import type { Grid, GridRow } from './grid.ts';
import type { Column, Sheet } from './sheet.ts';
import { renamed } from './similar-headings.ts';

/** How headings and sheet names are compared: people change case and spaces, and `*` only says that a column is required. */
export function sameName(name: string): string {
  return name.normalize('NFC').replaceAll('*', '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

export interface HeadingSlip {
  readonly severity: 'error' | 'warning';
  readonly row: number;
  readonly heading: string;
  readonly what: string;
}

export interface Headings {
  /** Number of the heading row; rows above it aren't read. */
  readonly row: number;
  /** Index of each column's cells. */
  readonly columns: ReadonlyMap<Column, number>;
  readonly slips: readonly HeadingSlip[];
}

/** A title or two may stand above the headings. */
const LOOK_AT = 10;

/** Finds a sheet's columns by their headings, in any order. */
export function findHeadings(grid: Grid, sheet: Sheet): Headings {
  const row = headingRow(grid, sheet);
  const found = row === undefined ? [] : headingsIn(row);
  const number = row?.number ?? 1;
  const columns = new Map<Column, number>();
  for (const column of sheet.columns) {
    const place = found.find(({ name }) => name === sameName(column.heading));
    if (place) columns.set(column, place.index);
  }
  const absent = sheet.columns.filter((column) => !columns.has(column));
  const unknown = unknownIn(sheet, found);
  const pairs = renamed(
    absent.map(({ heading }) => sameName(heading)),
    unknown.map(({ name }) => name),
  );
  const others = unknown.filter(({ name }) => ![...pairs.values()].includes(name));
  const slips = [...missing(absent, unknown, pairs), ...twice(found), ...others.map(notRead)];
  return { row: number, columns, slips: slips.map((slip) => ({ ...slip, row: number })) };
}

/** Every heading of the sheet, and no other, stands in this grid. */
export function hasHeadingsOf(grid: Grid, sheet: Sheet): boolean {
  const row = headingRow(grid, sheet);
  const found = row === undefined ? [] : headingsIn(row).map(({ name }) => name);
  return (
    found.length === sheet.columns.length && sheet.columns.every(({ heading }) => found.includes(sameName(heading)))
  );
}

interface Found {
  readonly name: string;
  readonly heading: string;
  readonly index: number;
}

function headingRow(grid: Grid, sheet: Sheet): GridRow | undefined {
  const wanted = new Set(sheet.columns.map(({ heading }) => sameName(heading)));
  const hits = (row: GridRow) => headingsIn(row).filter(({ name }) => wanted.has(name)).length;
  return grid.rows.slice(0, LOOK_AT).find((row) => hits(row) * 2 >= wanted.size);
}

function headingsIn(row: GridRow): readonly Found[] {
  return row.cells.flatMap((cell, index) =>
    typeof cell === 'string' && sameName(cell) !== '' ? [{ name: sameName(cell), heading: cell.trim(), index }] : [],
  );
}

type Slip = Omit<HeadingSlip, 'row'>;

function missing(
  absent: readonly Column[],
  unknown: readonly Found[],
  pairs: ReadonlyMap<string, string>,
): readonly Slip[] {
  return absent.map(({ heading, required }) => {
    const found = unknown.find(({ name }) => name === pairs.get(sameName(heading)));
    if (found) return { severity: 'error', heading, what: `Kolumnen heter ${found.heading} men ska heta ${heading}.` };
    return required
      ? { severity: 'error', heading, what: `Kolumnen ${heading} saknas. Lägg tillbaka den med den rubriken.` }
      : {
          severity: 'warning',
          heading,
          what: `Kolumnen ${heading} saknas, så uppgiften räknas som tom på alla rader.`,
        };
  });
}

function twice(found: readonly Found[]): readonly Slip[] {
  return found
    .filter(({ name }, index) => found.findIndex((other) => other.name === name) < index)
    .map(({ heading }) => ({
      severity: 'error',
      heading,
      what: `Rubriken ${heading} finns två gånger. Ta bort eller byt namn på den ena kolumnen.`,
    }));
}

function unknownIn(sheet: Sheet, found: readonly Found[]): readonly Found[] {
  const known = new Set(sheet.columns.map(({ heading }) => sameName(heading)));
  return found.filter(({ name }) => !known.has(name));
}

function notRead({ heading }: Found): Slip {
  return { severity: 'warning', heading, what: `Kolumnen ${heading} hör inte till planen och läses inte.` };
}

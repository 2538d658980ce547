import type { FileProblem, FoundProblem } from '../../plan-ports.ts';
import { valueAt } from './item-path.ts';
import type { Place, SheetsReading } from './read-plan-sheets.ts';
import type { Column, Sheet } from './sheet.ts';

/** Says where in the workbook each problem of a plan stands, and of an empty cell what to write in it. */
export function placeProblems(
  problems: readonly FoundProblem[],
  { raw, places }: Pick<SheetsReading, 'raw' | 'places'>,
  sheets: readonly Sheet[],
): readonly FileProblem[] {
  const byPath = new Map(places.map((place) => [place.path, place]));
  return problems.map(({ severity, path, what }) => {
    const spot = spotOf(path, byPath, sheets);
    const { column } = spot;
    const isMissing = column && severity === 'error' && valueAt(raw, path) === undefined;
    return { severity, what: isMissing ? missing(column) : sentence(what), ...named(spot) };
  });
}

/** The same for what was found in the whole: its words say what is missing. */
export function placeFound(
  found: readonly FoundProblem[],
  places: readonly Place[],
  sheets: readonly Sheet[],
): readonly FileProblem[] {
  const byPath = new Map(places.map((place) => [place.path, place]));
  return found.map(({ severity, path, what }) => ({ severity, what, ...named(spotOf(path, byPath, sheets)) }));
}

/** What to write where nothing stands. */
export function missing({ heading, help, example }: Column): string {
  return `${heading} saknas. ${help}${example === '' ? '' : ` Skriv till exempel ${example}.`}`;
}

interface Spot {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: Column;
  readonly isFact?: boolean;
}

/** The row of the item that a path lies in and the column of the rest; or the fact; or the list's sheet. */
function spotOf(path: string, byPath: ReadonlyMap<string, Place>, sheets: readonly Sheet[]): Spot {
  const keys = path.split('.');
  for (let length = keys.length; length > 0; length -= 1) {
    const place = byPath.get(keys.slice(0, length).join('.'));
    if (!place) continue;
    const [column] = columnsFor(sheetFor(place.path, sheets), keys.slice(length).join('.'));
    if (column) return { sheet: place.sheet, row: place.row, column };
    if (!factAt(place.path, sheets).column) return { sheet: place.sheet, row: place.row };
  }
  const fact = factAt(path, sheets);
  const row = fact.column && byPath.get(fact.column.path)?.row;
  if (fact.column) return row === undefined ? fact : { ...fact, row };
  const sheet = sheetFor(path, sheets)?.name;
  return sheet === undefined ? {} : { sheet };
}

function factAt(path: string, sheets: readonly Sheet[]): Spot {
  const sheet = sheets.find(({ facts }) => facts === true);
  const [column] = columnsFor(sheet, path);
  return sheet && column ? { sheet: sheet.name, column, isFact: true } : {};
}

function named({ sheet, row, column, isFact }: Spot): Omit<FileProblem, 'severity' | 'what'> {
  const parts = [
    sheet,
    row === undefined ? undefined : `rad ${row}`,
    column && (isFact ? column.heading : `kolumn ${column.heading}`),
  ];
  return {
    where: parts.filter((part) => part !== undefined).join(', '),
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { row }),
    ...(column ? { column: column.heading } : {}),
  };
}

/** The sheet that an item or a list stands in: of `current.indicators.3.values.1`, Indikatorvärden. */
export function sheetFor(path: string, sheets: readonly Sheet[]): Sheet | undefined {
  const list = path.replaceAll(/\.\d+(?=\.|$)/g, '.*').replace(/\.\*$/, '');
  return sheets.find(({ lists }) => lists.some((known) => known.path === list));
}

/** The columns that hold what stands at a path within an item: one, or all of what has several. */
export function columnsFor(sheet: Sheet | undefined, path: string): readonly Column[] {
  const columns = sheet?.columns ?? [];
  const exact = columns.filter((column) => column.path === path || column.also.includes(path));
  if (exact.length > 0 || path === '') return exact;
  return columns.filter((column) => path.startsWith(`${column.path}.`) || column.path.startsWith(`${path}.`));
}

function sentence(what: string): string {
  const text = what.charAt(0).toUpperCase() + what.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

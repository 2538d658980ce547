import type { FileProblem } from '../../plan-ports.ts';
import type { Grid } from './grid.ts';
import { GROUND_SHEET } from './ground-sheet.ts';
import { hasHeadingsOf, sameName } from './headings.ts';
import type { Sheet } from './sheet.ts';

/** Every workbook's first sheet is for people only, and so is what next year's has of the year behind. */
const INSTRUCTION = 'Instruktion';

export interface FoundSheets {
  readonly grids: ReadonlyMap<Sheet, Grid>;
  readonly problems: readonly FileProblem[];
}

/** Finds each sheet by its name, or by its headings where it was renamed. `shown` are there for people to look at. */
export function findSheets(
  grids: readonly Grid[],
  sheets: readonly Sheet[],
  shown: readonly Sheet[] = [],
): FoundSheets {
  const skipped = [INSTRUCTION, GROUND_SHEET, ...shown.map(({ name }) => name)].map(sameName);
  const read = grids.filter(({ name }) => !skipped.includes(sameName(name)));
  const found = new Map<Sheet, Grid>();
  const problems: FileProblem[] = [];
  for (const sheet of sheets) {
    const candidates = candidatesFor(sheet, read, sheets);
    const [grid, second] = candidates;
    if (grid) found.set(sheet, grid);
    if (!grid) problems.push(missing(sheet));
    if (grid && second) problems.push(ambiguous(candidates));
  }
  const used = new Set(found.values());
  const doubtful = new Set(problems.map(({ sheet }) => sheet));
  const unknown = read.filter((grid) => !used.has(grid) && !doubtful.has(grid.name) && grid.rows.length > 0);
  return {
    grids: found,
    problems: [...problems, ...unknown.map(unread), ...read.filter(isHidden(used)).flatMap(hidden)],
  };
}

/** The sheet of that name first, then others with exactly its headings. */
function candidatesFor(sheet: Sheet, grids: readonly Grid[], sheets: readonly Sheet[]): readonly Grid[] {
  const named = grids.filter(({ name }) => sameName(name) === sameName(sheet.name));
  const names = new Set(sheets.map(({ name }) => sameName(name)));
  const alike = grids.filter((grid) => !names.has(sameName(grid.name)) && !sheet.facts && hasHeadingsOf(grid, sheet));
  return [...named, ...alike];
}

function missing({ name }: Sheet): FileProblem {
  return {
    severity: 'error',
    where: name,
    sheet: name,
    what: `Bladet ${name} saknas. Lägg tillbaka det från mallen, utan rader om det ska vara tomt.`,
  };
}

function ambiguous(grids: readonly Grid[]): FileProblem {
  const names = grids.map(({ name }) => name);
  return {
    severity: 'error',
    where: names.join(' och '),
    sheet: names.at(-1) ?? '',
    what: `Bladen ${names.join(' och ')} har samma rubriker. Ta bort det som inte ska gälla.`,
  };
}

function unread({ name }: Grid): FileProblem {
  return { severity: 'warning', where: name, sheet: name, what: `Bladet ${name} hör inte till planen och läses inte.` };
}

function isHidden(used: ReadonlySet<Grid>): (grid: Grid) => boolean {
  return (grid) => used.has(grid) && (grid.hidden || grid.hiddenRows.length > 0 || grid.hiddenColumns.length > 0);
}

/** What is hidden or filtered away is part of the plan all the same, and is told. */
function hidden(grid: Grid): readonly FileProblem[] {
  const { name } = grid;
  const filled = grid.hiddenColumns.filter((column) => grid.rows.some(({ cells }) => cells[column] !== undefined));
  const told = [
    ...(grid.hidden && grid.rows.length > 1 ? ['Bladet är dolt men läses ändå.'] : []),
    ...hiddenRows(grid.hiddenRows),
    ...(filled.length > 0
      ? [`${filled.length === 1 ? 'En dold kolumn' : `${filled.length} dolda kolumner`} läses ändå.`]
      : []),
  ];
  return told.map((what) => ({ severity: 'warning', where: name, sheet: name, what }));
}

function hiddenRows(rows: readonly number[]): readonly string[] {
  const [first] = rows;
  if (first === undefined) return [];
  if (rows.length === 1) return [`Rad ${first} är dold eller bortfiltrerad men läses ändå.`];
  return [
    `${rows.length} rader (från rad ${first} till rad ${rows.at(-1)}) är dolda eller bortfiltrerade men läses ändå.`,
  ];
}

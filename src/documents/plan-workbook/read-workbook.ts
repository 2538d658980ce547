import type { FileProblem, FileReading, FoundProblem, RowPlace } from '../../plan-ports.ts';
import { CommitteePartJson } from '../part-schema.ts';
import { parsePlanFile } from '../plan-json.ts';
import { readShape } from '../schema-problems.ts';
import { allSheets } from './all-sheets.ts';
import type { Grid, GridLimits } from './grid.ts';
import { sameName } from './headings.ts';
import { ownSheets, partFacts, referenceSheets } from './part-sheets.ts';
import { readGrids } from './read-grids.ts';
import { readPlanSheets, type SheetsReading } from './read-plan-sheets.ts';
import { placeFound, placeProblems } from './where-is.ts';

/** Reads a workbook that may be anything. Throws RefusedFile for what can't be one. */
export function readWorkbook(bytes: Uint8Array, limits: GridLimits): FileReading {
  return readGridsAsPlan(readGrids(bytes, limits), limits.rowsInSheet);
}

/** Reads a workbook's cells as a plan or a committee's part of one. All that is wrong is said at once, cell by cell. */
export function readGridsAsPlan(grids: readonly Grid[], mostRows: number): FileReading {
  const isPart = grids.some(({ name }) => sameName(name) === sameName(partFacts.name));
  return isPart ? readPart(grids, mostRows) : readPlan(grids, mostRows);
}

function readPlan(grids: readonly Grid[], mostRows: number): FileReading {
  const sheets = readPlanSheets(grids, { read: allSheets }, mostRows);
  const { file, problems: inPlan } = parsePlanFile(sheets.raw);
  const problems = withoutEchoes(sheets, placeProblems(inPlan, sheets, allSheets));
  return file && !problems.some(isError) ? { content: { kind: 'plan', file }, problems } : { problems };
}

const partSheets = [partFacts, ...ownSheets];

function readPart(grids: readonly Grid[], mostRows: number): FileReading {
  const sheets = readPlanSheets(grids, { read: partSheets, shown: referenceSheets }, mostRows);
  const { current, ...facts } = sheets.raw;
  const shape = readShape(CommitteePartJson, { ...facts, ...(current as object | undefined) });
  const inPart = 'problems' in shape ? shape.problems : [];
  const found = inPart.map((problem) => inPlan({ ...problem, severity: 'error' }));
  const problems = withoutEchoes(sheets, placeProblems(found, sheets, partSheets));
  return 'value' in shape && !problems.some(isError)
    ? { content: { kind: 'part', part: shape.value }, problems, places: sheets.places }
    : { problems };
}

/** Where in a part's workbook stands what was found wrong with it beside the plan. */
export function placeInPart(places: readonly RowPlace[], found: readonly FoundProblem[]): readonly FileProblem[] {
  return placeFound(found.map(inPlan), places, partSheets);
}

/** A part's lists stand where the plan's do. */
function inPlan(problem: FoundProblem): FoundProblem {
  const isFact = partFacts.columns.some((column) => column.path === problem.path);
  return isFact ? problem : { ...problem, path: `current.${problem.path}` };
}

/** Errors first. A cell that couldn't be read, and a column that isn't there, is missing in the plan too: said once. */
function withoutEchoes(
  { problems: inCells, missing }: SheetsReading,
  inPlan: readonly FileProblem[],
): readonly FileProblem[] {
  const told = new Set(inCells.filter(isError).map(spot));
  const absent = new Set(missing.map(spot));
  const isTold = ({ sheet, row, column }: FileProblem): boolean =>
    told.has(spot({ sheet, row, column })) || absent.has(spot({ sheet, column }));
  const all = [...inCells, ...inPlan.filter((problem) => !isTold(problem))];
  return [...all.filter(isError), ...all.filter((problem) => !isError(problem))];
}

function spot({ sheet, row, column }: Spot): string {
  return JSON.stringify([sheet, row, column]);
}

interface Spot {
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
}

function isError({ severity }: FileProblem): boolean {
  return severity === 'error';
}

import type { Grid, GridLimits } from './grid.ts';
import { sharedParts, sheetParts } from './read-parts.ts';
import { readSheet } from './read-sheet.ts';
import { unpack } from './unpack.ts';

/** Every sheet of a workbook as a grid. Throws RefusedFile for what can't be one, or is too large. */
export function readGrids(bytes: Uint8Array, limits: GridLimits): readonly Grid[] {
  const parts = unpack(bytes);
  const shared = sharedParts(parts);
  let cellsLeft = limits.cells;
  return sheetParts(parts).map((sheet) => {
    const { grid, cellsUsed } = readSheet(sheet, shared, { ...limits, cells: cellsLeft });
    cellsLeft -= cellsUsed;
    return grid;
  });
}

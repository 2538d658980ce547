import assert from 'node:assert/strict';
import { Workbook } from '@cj-tech-master/excelts';
import { PlanFileJson } from '../../../src/documents/plan-schema.ts';
import { addSheet } from '../../../src/documents/plan-workbook/add-sheet.ts';
import { allSheets } from '../../../src/documents/plan-workbook/all-sheets.ts';
import type { Grid } from '../../../src/documents/plan-workbook/grid.ts';
import { readGrids } from '../../../src/documents/plan-workbook/read-grids.ts';
import { readGridsAsPlan } from '../../../src/documents/plan-workbook/read-workbook.ts';
import type { Sheet } from '../../../src/documents/plan-workbook/sheet.ts';
import { sheetContent, writeWorkbook } from '../../../src/documents/plan-workbook/write-workbook.ts';
import { fullPlan } from './full-plan.ts';
import { filledLeaves, schemaLeaves } from './schema-leaves.ts';
import { LIMITS } from './workbook-files.ts';

describe('Every field of a plan in the workbook', () => {
  it('is filled in the plan that these tests are made with', () => {
    const all = new Set(schemaLeaves(PlanFileJson));

    const filled = new Set(filledLeaves(fullPlan));

    assert.deepEqual(
      [...all].filter((leaf) => !filled.has(leaf)),
      [],
    );
    assert.ok(all.size > 200, `only ${all.size} fields`);
  });

  it('comes back as it was', async () => {
    const grids = readGrids(await writeWorkbook(fullPlan), LIMITS);

    const { content } = readGridsAsPlan(grids, LIMITS.rowsInSheet);

    assert.deepEqual(content, { kind: 'plan', file: fullPlan });
  });

  it('is missed when its column is not written', async () => {
    const grids = readGrids(await writeWorkbook(fullPlan), LIMITS);

    const unmissed: string[] = [];
    for (const sheet of allSheets) {
      for (const column of sheet.columns) {
        const without = { ...sheet, columns: sheet.columns.filter((other) => other !== column) };
        const grid = await written(without);
        const { content } = readGridsAsPlan(
          grids.map((other) => (other.name === sheet.name ? grid : other)),
          LIMITS.rowsInSheet,
        );
        if (isSame(content)) unmissed.push(`${sheet.name}: ${column.heading}`);
      }
    }

    assert.deepEqual(unmissed, []);
  }).timeout(60_000);
});

async function written(sheet: Sheet): Promise<Grid> {
  if (sheet.columns.length === 0) return { ...NOTHING, name: sheet.name };
  const workbook = new Workbook();
  await addSheet(workbook, sheet, sheetContent(fullPlan, sheet), []);
  const [grid] = readGrids(await workbook.xlsx.writeBuffer(), LIMITS);
  assert.ok(grid);
  return grid;
}

function isSame(content: unknown): boolean {
  try {
    assert.deepEqual(content, { kind: 'plan', file: fullPlan });
    return true;
  } catch {
    return false;
  }
}

const NOTHING: Omit<Grid, 'name'> = { hidden: false, hiddenRows: [], hiddenColumns: [], merged: [], rows: [] };

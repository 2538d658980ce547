import assert from 'node:assert/strict';
import { planFiles } from '../../../src/documents/plan-files.ts';
import type { PlanFile } from '../../../src/domain/plan-document.ts';
import { fullPlan } from './full-plan.ts';
import { cellUnder, changed, errorsIn, planIn } from './workbook-files.ts';

/** The full plan with one value of an indicator with a yes or no (PLAN) and of one with a day (SKOLA) as its target. */
const plan: PlanFile = {
  ...fullPlan,
  current: {
    ...fullPlan.current,
    indicators: fullPlan.current.indicators.map((indicator) => {
      const value = { PLAN: 1, SKOLA: 20_271_001 }[indicator.id];
      return value === undefined
        ? { ...indicator, values: [], committeeValues: [], comparisons: [] }
        : {
            ...indicator,
            baseline: { period: '2024', value },
            values: [{ period: '2025', value }],
            comparisons: [{ group: 'country', period: '2025', value }],
          };
    }),
  },
};

/** The rows of their values: SKOLA comes first. */
const [DAY_ROW, ANSWER_ROW] = [2, 3];

describe('Values of an indicator that is no number', () => {
  let workbook: Uint8Array;

  before(async () => {
    workbook = await planFiles.writeWorkbook(plan);
  });

  function withValue(row: number, written: unknown, numFmt = 'General'): Promise<Uint8Array> {
    return changed(workbook, (opened) => {
      const cell = cellUnder(opened, 'Indikatorvärden', 'Värde', row);
      cell.value = written as typeof cell.value;
      cell.numFmt = numFmt;
    });
  }

  it('stand in the workbook as people write them, and come back as the plan keeps them', async () => {
    const shown: unknown[] = [];

    await changed(workbook, (opened) => {
      for (const [sheet, heading, row] of [
        ['Indikatorvärden', 'Värde', DAY_ROW],
        ['Indikatorvärden', 'Värde', ANSWER_ROW],
        ['Jämförelser', 'Värde', DAY_ROW],
        ['Indikatorer', 'Startvärde', 6],
        ['Indikatorer', 'Startvärde', 7],
      ] as const)
        shown.push(cellUnder(opened, sheet, heading, row).value);
    });

    assert.deepEqual(shown, ['2027-10-01', 'ja', '2027-10-01', '2027-10-01', 'ja']);
    assert.deepEqual(await planIn(workbook), plan);
  });

  for (const [row, written, value, numFmt] of [
    [ANSWER_ROW, 'nej', 0],
    [ANSWER_ROW, ' Ja', 1],
    [ANSWER_ROW, false, 0],
    [ANSWER_ROW, 0, 0],
    [DAY_ROW, '2027-11-15', 20_271_115],
    [DAY_ROW, 20_271_115, 20_271_115],
    [DAY_ROW, new Date('2027-11-15T00:00:00Z'), 20_271_115, 'yyyy-mm-dd'],
  ] as const) {
    it(`takes ${String(written)} as ${value}`, async () => {
      const { indicators } = (await planIn(await withValue(row, written, numFmt))).current;

      assert.deepEqual(
        indicators.flatMap(({ values }) => values.map((one) => one.value)),
        row === DAY_ROW ? [value, 1] : [20_271_001, value],
      );
    });
  }

  for (const [row, written, what] of [
    [ANSWER_ROW, 'kanske', 'Skriv ja eller nej.'],
    [ANSWER_ROW, 77, 'Skriv ja eller nej.'],
    [DAY_ROW, 'hösten', 'Skriv en dag som finns, till exempel 2027-10-01.'],
    [DAY_ROW, 2027, 'Skriv en dag som finns, till exempel 2027-10-01.'],
    [DAY_ROW, '2027-02-30', 'Skriv en dag som finns, till exempel 2027-10-01.'],
  ] as const) {
    it(`refuses ${JSON.stringify(written)}`, async () => {
      assert.deepEqual(await errorsIn(await withValue(row, written)), [
        `Indikatorvärden, rad ${row}, kolumn Värde: ${what}`,
      ]);
    });
  }

  it('refuses a yes for an indicator that is measured in numbers', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Indikatorvärden', 'Indikator', ANSWER_ROW).value = 'SJUK';
    });

    assert.deepEqual(await errorsIn(bytes), [
      `Indikatorvärden, rad ${ANSWER_ROW}, kolumn Värde: ”ja” är inget tal. Skriv till exempel 1 234,5.`,
    ]);
  });

  it('are not complained of as well when nobody can tell which indicator is meant', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Indikatorvärden', 'Indikator', ANSWER_ROW).value = 'OKAND';
    });

    assert.deepEqual(await errorsIn(bytes), [
      `Indikatorvärden, rad ${ANSWER_ROW}, kolumn Indikator: OKAND finns inte i bladet Indikatorer. Skriv ett id som står där.`,
    ]);
  });
});

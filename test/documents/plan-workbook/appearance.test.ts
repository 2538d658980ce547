import assert from 'node:assert/strict';
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { planFiles } from '../../../src/documents/plan-files.ts';
import { allSheets } from '../../../src/documents/plan-workbook/all-sheets.ts';
import { fullPlan } from './full-plan.ts';
import { cellUnder } from './workbook-files.ts';

describe('The workbook that a controller works in', () => {
  let workbook: Workbook;

  before(async () => {
    workbook = new Workbook();
    await workbook.xlsx.load(await planFiles.writeWorkbook(fullPlan));
  });

  it('has an instruction first, that explains every column of every sheet but the archive’s', () => {
    const [instruction, ...sheets] = workbook.worksheets;

    assert.equal(instruction?.name, 'Instruktion');
    assert.deepEqual(
      sheets.map(({ name }) => name),
      allSheets.map(({ name }) => name),
    );
    const texts = instruction?.getColumn(1).values ?? [];
    for (const { name, columns } of allSheets.filter((sheet) => !sheet.name.startsWith('Arkiv'))) {
      assert.ok(texts.includes(name), name);
      for (const { heading, required } of columns)
        assert.ok(texts.includes(required ? `${heading} *` : heading), heading);
    }
    assert.match(String(texts[2]), /^Börja med bladen Plan, /);
    assert.match(String(texts.at(-1)), /Arkiv: tidigare planer/);
  });

  it('explains every column by itself too, and gives an example of every one that must be filled in', () => {
    const columns = allSheets.flatMap(({ columns }) => columns);

    assert.deepEqual(
      columns.filter(({ help }) => !/[.]$/.test(help)),
      [],
    );
    const without = columns.filter(({ required, example, kind }) => required && example === '' && kind.is !== 'text');
    assert.deepEqual(without, []);
  });

  it('locks headings and leaves the cells below open, without a password', () => {
    for (const sheet of dataSheets(workbook)) {
      const { sheetProtection, name } = sheet;
      assert.equal(sheetProtection?.sheet, true, name);
      assert.equal(sheetProtection?.hashValue, undefined, name);
      assert.equal(sheetProtection?.insertRows, true, name);
      assert.notEqual(sheet.getCell('A1').protection?.locked, false, name);
      assert.equal(sheet.getColumn(1).style.protection?.locked, false, name);
    }
  });

  it('keeps headings in sight and lets rows be filtered', () => {
    for (const sheet of dataSheets(workbook)) {
      assert.equal(sheet.views[0]?.state, 'frozen', sheet.name);
      assert.ok(sheet.autoFilter, sheet.name);
    }
  });

  it('has days as days, amounts as numbers in groups, and months, ids and texts as texts', () => {
    assert.deepEqual(cellUnder(workbook, 'Uppdrag', 'Beslutsdag', 2).value, new Date('2026-06-10T00:00:00Z'));
    assert.equal(cellUnder(workbook, 'Uppdrag', 'Beslutsdag', 2).numFmt, 'yyyy-mm-dd');
    assert.equal(cellUnder(workbook, 'Budgetramar', 'Ram, kr', 2).value, 17_200_000);
    assert.equal(cellUnder(workbook, 'Budgetramar', 'Ram, kr', 2).numFmt, '#,##0');
    assert.equal(cellUnder(workbook, 'Utfall', 'Månad', 2).value, '2026-02');
    assert.equal(cellUnder(workbook, 'Utfall', 'Månad', 2).numFmt, '@');
    assert.equal(cellUnder(workbook, 'Plan', 'Värde', 2).numFmt, '@');
  });

  it('offers Swedish words and other sheets’ ids to choose between, also in empty rows', () => {
    assert.equal(listAt('Indikatorer', 'Måltyp', 1500), '"minst,högst,mellan,senast,ja/nej,ord,inget målvärde"');
    assert.equal(listAt('Indikatorer', 'KF-mål', 1500), "'KF-mål'!$A$2:$A$2000");
    assert.equal(
      listAt('Indikatorer', 'Målord', 2),
      '"Öka,Minska,Bibehålla,Bättre än länet,Bättre än riket,Bland de 25 % bästa"',
    );
    assert.equal(listAt('Åtaganden', 'Status', 2), '"ej påbörjad,pågår,försenad,klar,avbruten"');
  });

  it('has a template with the same sheets and nothing in them', async () => {
    const template = new Workbook();
    await template.xlsx.load(await planFiles.writeWorkbook(undefined));

    assert.deepEqual(
      template.worksheets.map(({ name }) => name),
      workbook.worksheets.map(({ name }) => name),
    );
    assert.deepEqual(
      dataSheets(template).filter((sheet) => sheet.getCell('A2').value !== null),
      [],
    );
  });

  function listAt(sheet: string, heading: string, row: number): unknown {
    const cell = cellUnder(workbook, sheet, heading, row);
    const validation = workbook.getWorksheet(sheet)?.dataValidations.find(cell.address);
    return validation && 'formulae' in validation ? validation.formulae[0] : undefined;
  }
});

function dataSheets(workbook: Workbook): readonly Worksheet[] {
  return workbook.worksheets.filter(({ name }) => !['Instruktion', 'Plan'].includes(name));
}

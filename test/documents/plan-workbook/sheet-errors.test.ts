import assert from 'node:assert/strict';
import { planFiles } from '../../../src/documents/plan-files.ts';
import { fullPlan } from './full-plan.ts';
import { cellUnder, changed, errorsIn, planIn, warningsIn } from './workbook-files.ts';

describe('How a person has changed the sheets of the workbook', () => {
  let workbook: Uint8Array;

  before(async () => {
    workbook = await planFiles.writeWorkbook(fullPlan);
  });

  it('says which sheet is missing, since a plan without it would lose what stood there', async () => {
    const bytes = await changed(workbook, (opened) => opened.removeWorksheet('Verksamhetsplaner'));

    assert.deepEqual(await errorsIn(bytes), [
      'Verksamhetsplaner: Bladet Verksamhetsplaner saknas. Lägg tillbaka det från mallen, utan rader om det ska vara tomt.',
    ]);
  });

  it('finds a renamed sheet by its headings', async () => {
    const bytes = await changed(workbook, (opened) => {
      const sheet = opened.getWorksheet('Verksamhetsplaner');
      if (sheet) sheet.name = 'VP 2026';
    });

    assert.deepEqual(await planIn(bytes), fullPlan);
  });

  it('asks which of two sheets is meant', async () => {
    const bytes = await changed(workbook, (opened) => {
      const copy = opened.addWorksheet('Målområden (2)');
      copy.addRow(['Id *', 'Namn *']);
      copy.addRow(['EKO', 'Annat namn']);
    });

    assert.deepEqual(await errorsIn(bytes), [
      'Målområden och Målområden (2): Bladen Målområden och Målområden (2) har samma rubriker. Ta bort det som inte ska gälla.',
    ]);
  });

  it('tells of sheets and columns that are not read', async () => {
    const bytes = await changed(workbook, (opened) => {
      opened.addWorksheet('Mina anteckningar').addRow(['Ring Anna']);
      const sheet = opened.getWorksheet('Målområden');
      if (sheet) sheet.getCell('C1').value = 'Kommentar';
    });

    assert.deepEqual(await planIn(bytes), fullPlan);
    const warnings = await warningsIn(bytes);
    assert.ok(warnings.includes('Mina anteckningar: Bladet Mina anteckningar hör inte till planen och läses inte.'));
    assert.ok(warnings.includes('Målområden, rad 1: Kolumnen Kommentar hör inte till planen och läses inte.'));
  });

  it('names a heading that is missing or stands twice', async () => {
    const bytes = await changed(workbook, (opened) => {
      const areas = opened.getWorksheet('Målområden');
      if (areas) areas.getCell('B1').value = 'Namnet';
      const channels = opened.getWorksheet('Kanaler');
      if (channels) channels.getCell('D1').value = 'Kanal';
    });

    const errors = await errorsIn(bytes);

    assert.ok(errors.includes('Målområden, rad 1: Kolumnen heter Namnet men ska heta Namn.'));
    assert.ok(
      errors.includes('Kanaler, rad 1: Rubriken Kanal finns två gånger. Ta bort eller byt namn på den ena kolumnen.'),
    );
  });

  it('says once that a column is missing, and nothing of its rows', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Budgetramar', 'Ram, kr', 1).value = 'Ram (tkr)';
      cellUnder(opened, 'Roller', 'Ordning', 1).value = null;
      cellUnder(opened, 'Aktiviteter', 'Åtagande', 1).value = 'Till';
      cellUnder(opened, 'Indikatorer', 'Måltyp', 1).value = 'Sort';
    });

    assert.deepEqual(await errorsIn(bytes), [
      'Indikatorer, rad 1: Kolumnen Måltyp saknas. Lägg tillbaka den med den rubriken.',
      'Aktiviteter, rad 1: Kolumnen Åtagande saknas. Lägg tillbaka den med den rubriken.',
      'Budgetramar, rad 1: Kolumnen heter Ram (tkr) men ska heta Ram, kr.',
      'Roller, rad 1: Kolumnen Ordning saknas. Lägg tillbaka den med den rubriken.',
    ]);
  });

  it('says once that a column is missing which only some rows need', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Indikatorer', 'Målvärde', 1).value = null;
    });

    assert.deepEqual(await errorsIn(bytes), [
      'Indikatorer, rad 2, kolumn Målvärde: Målvärde saknas. Måltypen minst behöver det.',
    ]);
  });

  it('reads what stands below a title, and says nothing of it', async () => {
    const bytes = await changed(workbook, (opened) => {
      opened.getWorksheet('Målområden')?.insertRow(1, ['Våra målområden']);
    });

    assert.deepEqual(await planIn(bytes), fullPlan);
  });

  it('refuses merged cells', async () => {
    const bytes = await changed(workbook, (opened) => opened.getWorksheet('Målområden')?.mergeCells('B2:B3'));

    assert.ok(
      (await errorsIn(bytes)).includes(
        'Målområden, cell B2:B3: Cellerna B2:B3 är sammanfogade. Dela upp dem och fyll i varje cell.',
      ),
    );
  });

  it('reads hidden sheets, rows and columns, and says so', async () => {
    const bytes = await changed(workbook, (opened) => {
      const [areas, channels, roles] = ['Målområden', 'Kanaler', 'Roller'].map((name) => opened.getWorksheet(name));
      if (areas) areas.state = 'hidden';
      if (channels) channels.getRow(2).hidden = true;
      if (roles) roles.getColumn(4).hidden = true;
    });

    assert.deepEqual(await planIn(bytes), fullPlan);
    const warnings = await warningsIn(bytes);
    assert.ok(warnings.includes('Målområden: Bladet är dolt men läses ändå.'));
    assert.ok(warnings.includes('Kanaler: Rad 2 är dold eller bortfiltrerad men läses ändå.'));
    assert.ok(warnings.includes('Roller: En dold kolumn läses ändå.'));
  });

  it('answers a template that nobody has filled in with what is missing', async () => {
    const errors = await errorsIn(await planFiles.writeWorkbook(undefined));

    assert.ok(
      errors.includes('Plan, rad 2, Planens id: Planens id saknas. Kort och varaktigt. Skriv till exempel 2026-2029.'),
    );
    assert.ok(errors.some((error) => error.startsWith('Plan, rad 9, Visionens namn')));
  });
});

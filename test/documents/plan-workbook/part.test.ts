import assert from 'node:assert/strict';
import type { Workbook } from '@cj-tech-master/excelts';
import { planFiles } from '../../../src/documents/plan-files.ts';
import { partOf } from '../../../src/domain/committee-part.ts';
import { fullPlan } from './full-plan.ts';
import { cellUnder, changed, errorsIn } from './workbook-files.ts';

describe('A committee’s part of the plan as a workbook', () => {
  let workbook: Uint8Array;

  before(async () => {
    workbook = await planFiles.writePart(fullPlan, 'BUN');
  });

  it('comes back as what the plan has of the committee’s own', async () => {
    const { content, problems } = await planFiles.read(workbook, 'del.xlsx');

    assert.deepEqual(problems, []);
    assert.deepEqual(content, { kind: 'part', part: partOf(fullPlan.current, 'BUN') });
  });

  it('comes back with what the committee has added', async () => {
    const bytes = await changed(workbook, (opened) => {
      opened.getWorksheet('Nämndmål')?.addRow(['LASER', '', 'Alla läser', 'BUN', 'TRYGG']);
      opened.getWorksheet('Åtaganden')?.addRow(['BUN-A2', 'BUN', 'LASER', 'Läsa mer', 'pågår']);
      opened.getWorksheet('Aktiviteter')?.addRow(['BUN-A2', 'BUN-A2.1', 'Bokcirkel', 'ej påbörjad']);
    });

    const { content } = await planFiles.read(bytes, 'del.xlsx');

    assert.ok(content?.kind === 'part');
    assert.deepEqual(content.part.committeeGoals.at(-1), {
      id: 'LASER',
      name: 'Alla läser',
      committees: ['BUN'],
      contributesTo: ['TRYGG'],
      aliases: [],
    });
    assert.deepEqual(content.part.commitments.at(-1)?.activities, [
      { id: 'BUN-A2.1', name: 'Bokcirkel', status: 'notStarted' },
    ]);
  });

  it('shows the council’s goals, the frame and the committee’s indicators, which can’t be written in', async () => {
    await changed(workbook, (opened) => {
      assert.deepEqual(idsIn(opened, 'KF-mål'), ['VAXER', 'TRYGG']);
      assert.deepEqual(idsIn(opened, 'Delmål'), ['MAL_1A', 'MAL_1B']);
      assert.deepEqual(idsIn(opened, 'Indikatorer'), ['HME']);
      assert.deepEqual(idsIn(opened, 'Budgetramar'), ['BUN']);
      assert.notEqual(cellUnder(opened, 'KF-mål', 'Namn', 2).protection?.locked, false);
      assert.equal(cellUnder(opened, 'Åtaganden', 'Namn', 2).protection?.locked, false);
      assert.equal(cellUnder(opened, 'Internbudget', 'jan', 2).protection?.locked, false);
    });
  });

  it('locks goals that belong to other committees too', async () => {
    await changed(workbook, (opened) => {
      assert.notEqual(cellUnder(opened, 'Nämndmål', 'Namn', 2).protection?.locked, false);
      assert.equal(cellUnder(opened, 'Nämndmål', 'Namn', 3).protection?.locked, false);
    });
  });

  it('is not read from the sheets that are only shown', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Budgetramar', 'Ram, kr', 2).value = 'mer pengar';
    });

    assert.deepEqual((await planFiles.read(bytes, 'del.xlsx')).problems, []);
  });

  it('says where something is wrong', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Åtaganden', 'Namn', 2).value = null;
      cellUnder(opened, 'Internbudget', 'mar', 2).value = null;
      cellUnder(opened, 'Aktiviteter', 'Åtagande', 2).value = 'BUN-A9';
    });

    assert.deepEqual(await errorsIn(bytes), [
      'Aktiviteter, rad 2, kolumn Åtagande: BUN-A9 finns inte i bladet Åtaganden. Skriv ett id som står där.',
      'Internbudget, rad 2, kolumn mar: Här saknas belopp för mar. Fyll i alla tolv månader, eller ingen.',
      'Åtaganden, rad 2, kolumn Namn: Namn saknas. Vad som ska göras. Skriv till exempel Minska andelen vikarier.',
    ]);
  });
});

function idsIn(workbook: Workbook, sheet: string): readonly unknown[] {
  const values = workbook.getWorksheet(sheet)?.getColumn(1).values ?? [];
  return values.slice(2).filter((value) => value !== null && value !== undefined);
}

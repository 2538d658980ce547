import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { planFiles } from '../../../src/documents/plan-files.ts';
import { readPlanJson } from '../../../src/documents/plan-json.ts';
import { partOf } from '../../../src/domain/committee-part.ts';
import { comparePlans } from '../../../src/domain/compare-plans.ts';
import type { PlanFile } from '../../../src/domain/plan-document.ts';
import { fullPlan } from './full-plan.ts';
import { LibreOffice } from './libreoffice.ts';
import { planIn } from './workbook-files.ts';

describe('A workbook saved by LibreOffice', () => {
  it('is read as it was: a committee’s part that LibreOffice 7.4 has saved', async () => {
    const saved = readFileSync('test/documents/plan-workbook/saved/part-by-libreoffice.xlsx');

    const { content } = await planFiles.read(saved, 'del.xlsx');

    assert.deepEqual(content, { kind: 'part', part: partOf(fullPlan.current, 'BUN') });
  });
});

describe('LibreOffice on this machine', () => {
  let office: LibreOffice;

  before(function () {
    if (!LibreOffice.isHere()) this.skip();
    office = new LibreOffice();
  });

  after(() => office?.close());

  it('saves the full plan without changing it', async () => {
    const saved = office.convert(await planFiles.writeWorkbook(fullPlan), 'xlsx', 'xlsx');

    assert.deepEqual(await planIn(saved), fullPlan);
  }).timeout(120_000);

  it('changes three cells of the example plan, and those three are what differs', async () => {
    const plan = examplePlan();
    const flat = office.convert(await planFiles.writeWorkbook(plan), 'xlsx', 'fods').toString('utf8');
    const edited = edit(flat, [
      ['<text:p>Nynäshamn växer som kommun</text:p>', '<text:p>Nynäshamn växer som kommun varje år</text:p>'],
      ['office:value="42000000"', 'office:value="45000000"'],
      ['office:date-value="2026-10-15"', 'office:date-value="2026-11-15"'],
    ]);

    const after = await planIn(office.convert(edited, 'fods', 'xlsx'));

    assert.deepEqual(
      comparePlans(plan.current, after.current).map(({ list, item, field, before, after }) => [
        list,
        item,
        field,
        before,
        after,
      ]),
      [
        ['councilGoals', 'VAXER', 'name', 'Nynäshamn växer som kommun', 'Nynäshamn växer som kommun varje år'],
        ['councilAssignments', 'UPPDRAG-1', 'dueOn', '2026-10-15', '2026-11-15'],
        ['investments', 'KS Ny skola i Sunnerby', 'budgetKr', '42000000', '45000000'],
      ],
    );
  }).timeout(120_000);

  it('shows texts that look like formulas as texts', async () => {
    const texts = ['=1+1', '+46 70', '-5', '@anna', '=HYPERLINK("http://a.example")'];
    const goalAreas = texts.map((name, index) => ({ id: `M${index}`, name }));
    const councilGoals = fullPlan.current.councilGoals.map(({ goalArea: _, ...goal }) => goal);

    const flat = office
      .convert(
        await planFiles.writeWorkbook({ ...fullPlan, current: { ...fullPlan.current, goalAreas, councilGoals } }),
        'xlsx',
        'fods',
      )
      .toString('utf8');

    assert.ok(!flat.includes('table:formula'), 'a text became a formula');
    for (const text of ['=1+1', '+46 70', '-5', '@anna']) assert.ok(flat.includes(`<text:p>${text}</text:p>`), text);
  }).timeout(120_000);
});

function examplePlan(): PlanFile {
  const { file } = readPlanJson(readFileSync('src/local/example-plan.json', 'utf8'));
  assert.ok(file);
  return file;
}

/** Each change is made in the one place where that stands. */
function edit(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((edited, [before, after]) => {
    assert.equal(edited.split(before).length, 2, `${before} stands in ${edited.split(before).length - 1} places`);
    return edited.replace(before, after);
  }, text);
}

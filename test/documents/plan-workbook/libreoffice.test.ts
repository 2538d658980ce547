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

/** Names that a spreadsheet may take for something to work out. */
const TEXTS = ['=1+1', '+46 70', '-5', '@anna', '=HYPERLINK("http://a.example")'];

describe('A workbook saved by LibreOffice', () => {
  it('is read as it was: a committee’s part that LibreOffice 7.4 has saved', async () => {
    const saved = readFileSync('test/documents/plan-workbook/saved/part-by-libreoffice.xlsx');

    const { content } = await planFiles.read(saved, 'del.xlsx');

    assert.deepEqual(content, { kind: 'part', part: partOf(fullPlan.current, 'BUN') });
  });
});

describe('LibreOffice on this machine', function () {
  this.timeout(120_000);

  const plan = withGoalAreas(examplePlan(), TEXTS);
  let office: LibreOffice;
  /** What it saved: the full plan; the example plan as it shows it; that with three cells edited. */
  let saved: { full: Buffer; flat: string; edited: Buffer };

  before(async function () {
    if (!LibreOffice.isHere()) this.skip();
    office = new LibreOffice();
    const [flat] = office.convert([{ name: 'example.xlsx', bytes: await planFiles.writeWorkbook(plan) }], 'fods');
    const edits = edit(String(flat), [
      ['<text:p>Nynäshamn växer som kommun</text:p>', '<text:p>Nynäshamn växer som kommun varje år</text:p>'],
      ['office:value="42000000"', 'office:value="45000000"'],
      ['office:date-value="2026-10-15"', 'office:date-value="2026-11-15"'],
    ]);
    const [full, edited] = office.convert(
      [
        { name: 'full.xlsx', bytes: await planFiles.writeWorkbook(fullPlan) },
        { name: 'edited.fods', bytes: edits },
      ],
      'xlsx',
    );
    assert(full && edited);
    saved = { full, flat: String(flat), edited };
  });

  after(() => office?.close());

  it('saves the full plan without changing it', async () => {
    assert.deepEqual(await planIn(saved.full), fullPlan);
  });

  it('changes three cells of the example plan, and those three are what differs', async () => {
    const after = await planIn(saved.edited);

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
  });

  it('shows texts that look like formulas as texts', () => {
    assert.ok(!saved.flat.includes('table:formula'), 'a text became a formula');
    for (const text of TEXTS.slice(0, 4)) assert.ok(saved.flat.includes(`<text:p>${text}</text:p>`), text);
  });
});

/** The same plan with more goal areas, which no goal is in. */
function withGoalAreas({ current, ...file }: PlanFile, names: readonly string[]): PlanFile {
  const more = names.map((name, index) => ({ id: `M${index}`, name }));
  return { ...file, current: { ...current, goalAreas: [...current.goalAreas, ...more] } };
}

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

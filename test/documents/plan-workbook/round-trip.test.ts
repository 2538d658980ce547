import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { planFiles } from '../../../src/documents/plan-files.ts';
import { readPlanJson } from '../../../src/documents/plan-json.ts';
import { PlanFileJson } from '../../../src/documents/plan-schema.ts';
import { allSheets } from '../../../src/documents/plan-workbook/all-sheets.ts';
import { readGrids } from '../../../src/documents/plan-workbook/read-grids.ts';
import { readPlanSheets } from '../../../src/documents/plan-workbook/read-plan-sheets.ts';
import { writeWorkbook } from '../../../src/documents/plan-workbook/write-workbook.ts';
import { readShape } from '../../../src/documents/schema-problems.ts';
import type { PlanDocument, PlanFile } from '../../../src/domain/plan-document.ts';
import { fullPlan } from './full-plan.ts';
import { changed, LIMITS, planIn } from './workbook-files.ts';

describe('A plan out to a workbook and in again', () => {
  it('is the same, for the example plan', async () => {
    const { file } = readPlanJson(readFileSync('src/local/example-plan.json', 'utf8'));
    assert.ok(file);

    assert.deepEqual(await planIn(await planFiles.writeWorkbook(file)), file);
  });

  it('is the same as JSON says', async () => {
    const fromWorkbook = await planIn(await planFiles.writeWorkbook(fullPlan));

    assert.equal(planFiles.writeJson(fromWorkbook), planFiles.writeJson(fullPlan));
  });

  it('is the same when columns have been moved and renamed with other case and spaces', async () => {
    const bytes = await changed(await planFiles.writeWorkbook(fullPlan), (workbook) => {
      const sheet = workbook.getWorksheet('Roller');
      for (const row of sheet?.getRows(1, 3) ?? []) {
        const [committee, upn] = [row.getCell(1).value, row.getCell(4).value];
        row.getCell(1).value = upn;
        row.getCell(4).value = committee;
      }
      const heading = sheet?.getCell('B1');
      if (heading) heading.value = ' ROLL ';
    });

    assert.deepEqual(await planIn(bytes), fullPlan);
  });

  it('is the same whatever texts, numbers and days it holds', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (file) => {
        const { raw, problems } = readPlanSheets(
          readGrids(await writeWorkbook(file), LIMITS),
          { read: allSheets },
          LIMITS.rowsInSheet,
        );

        assert.deepEqual(problems, []);
        assert.deepEqual(readShape(PlanFileJson, raw), { value: file });
      }),
      { numRuns: 25 },
    );
  }).timeout(60_000);
});

/** Signs that have meant something to some program: formulas, quotes, separators, escapes, emoji, other scripts. */
const tricky = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '"',
  "'",
  ';',
  ',',
  '\\',
  '<',
  '&',
  '_x0041_',
  '👩‍🚒',
  'å',
  'Ö',
  '‮',
  'ÿ',
  '0',
  ' ',
);
const oneLine = fc
  .array(fc.oneof({ weight: 3, arbitrary: tricky }, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 12 })
  .map((parts) => parts.join('').normalize('NFC').trim())
  .filter(
    (text) => text !== '' && !/[\t\r\n\u2028\u2029]|\p{Cc}|\p{Cs}|[\ufffe\uffff]/u.test(text) && /\S/u.test(text),
  );
const freeText = fc.array(oneLine, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n').normalize('NFC'));
const ids = fc.stringMatching(/^[A-ZÅÄÖa-z0-9][A-ZÅÄÖ0-9_.-]{0,12}$/);
const kronor = fc
  .maxSafeInteger()
  .map((amount) => (Math.abs(amount) > 999_999_999_999_999 ? amount % 1_000_000 : amount) + 0);
/** As many digits as Excel keeps. */
const figures = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
  .map((value) => JSON.parse(value.toPrecision(12)) + 0);
const years = fc.integer({ min: 1990, max: 2100 });
const days = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const months = days.map((day) => day.slice(0, 7));
const periods = fc.oneof(months, years.map(String));
const yes = fc.constant(true as const);

function some<Fields extends object, Key extends keyof Fields>(
  model: { [Field in keyof Fields]: fc.Arbitrary<Fields[Field]> },
  requiredKeys: readonly Key[],
): fc.Arbitrary<never> {
  return fc.record(model, { requiredKeys: [...requiredKeys], noNullPrototype: true }) as unknown as fc.Arbitrary<never>;
}

const targets = fc.oneof(
  fc.record({ atLeast: figures }),
  fc.record({ atMost: figures }),
  fc.record({ between: fc.tuple(figures, figures) }),
  fc.record({ onDate: days }),
  fc.record({ yesNo: fc.boolean() }),
  some({ text: oneLine, atLeastLongTerm: figures, tolerance: figures.map(Math.abs) }, ['text']),
);
const value = {
  period: periods,
  value: figures,
  group: oneLine,
  respondents: fc.nat(),
  source: freeText,
  example: yes,
};
const texts = fc.array(oneLine, { maxLength: 3 });
const effect = some({ text: freeText, by: years, example: yes }, ['text', 'by']);

const anyIndicator = some(
  {
    id: ids,
    name: oneLine,
    unit: oneLine,
    goal: fc.constantFrom('VAXER', 'TRYGG'),
    committees: fc.array(ids, { maxLength: 3 }),
    good: fc.constantFrom('up', 'down'),
    target: fc.option(targets, { nil: null }),
    yearlyTargets: fc.array(fc.record({ year: years, target: targets }), { maxLength: 2 }),
    nearLimit: figures,
    scale: fc.record({ min: figures, max: figures }),
    baseline: some({ period: periods, value: figures, source: freeText, example: yes }, ['period', 'value']),
    frequency: fc.constantFrom('month', 'tertial', 'year', 'everyFollowUp'),
    breakdown: texts,
    seriesBreaks: fc.array(fc.record({ from: periods, note: freeText }), { maxLength: 2 }),
    values: fc.array(some(value, ['period', 'value']), { maxLength: 3 }),
    committeeValues: fc.array(some({ ...value, committee: ids }, ['period', 'value', 'committee']), { maxLength: 3 }),
    comparisons: fc.array(fc.record({ group: fc.constantFrom('county', 'country'), period: periods, value: figures }), {
      maxLength: 2,
    }),
    aliases: texts,
    example: yes,
  },
  [
    'id',
    'name',
    'unit',
    'committees',
    'good',
    'target',
    'yearlyTargets',
    'frequency',
    'breakdown',
    'seriesBreaks',
    'values',
    'committeeValues',
    'comparisons',
    'aliases',
  ],
);

/** Values as the target is: 0 or 1 for a yes or no, and digits of a day (20271001) for a day. */
const indicators = fc.tuple(anyIndicator, days).map(([indicator, day]) => {
  const { target } = indicator as { readonly target: object | null };
  const measured = (value: number): number => {
    if (target !== null && 'yesNo' in target) return value > 0 ? 1 : 0;
    return target !== null && 'onDate' in target ? JSON.parse(day.replaceAll('-', '')) : value;
  };
  return JSON.parse(JSON.stringify(indicator), (_, found) =>
    typeof found?.value === 'number' ? { ...found, value: measured(found.value) } : found,
  );
});

const councilGoals = some(
  {
    id: ids,
    number: oneLine,
    name: oneLine,
    effect,
    committeeEffects: fc.array(
      some({ committee: ids, text: freeText, by: years, example: yes }, ['committee', 'text', 'by']),
    ),
    aliases: texts,
    example: yes,
  },
  ['id', 'name', 'committeeEffects', 'aliases'],
);

const budgets = some(
  {
    committee: ids,
    businessArea: ids,
    businessAreaName: oneLine,
    year: years,
    netBudgetKr: kronor,
    monthlyKr: fc.array(kronor, { minLength: 12, maxLength: 12 }),
    feeFinanced: yes,
    decision: oneLine,
    note: freeText,
    example: yes,
  },
  ['committee', 'businessArea', 'businessAreaName', 'year', 'netBudgetKr'],
);

const unique = <Item>(items: fc.Arbitrary<Item>) =>
  fc.uniqueArray(items, { maxLength: 4, selector: (item) => (item as { readonly id: string }).id });

/** The full plan, with what is most varied in it made up. */
const plans: fc.Arbitrary<PlanFile> = fc
  .record({
    title: oneLine,
    vision: some({ name: oneLine, text: freeText, focusAreas: texts }, ['name', 'focusAreas']),
    indicators: unique(indicators),
    councilGoals: unique(councilGoals),
    budgets: fc.array(budgets, { maxLength: 4 }),
  })
  .map((made) => ({ ...fullPlan.current, subGoals: [], ...(made as Partial<PlanDocument>) }))
  .map((current) => JSON.parse(JSON.stringify({ ...fullPlan, current })));

import assert from 'node:assert/strict';
import { planFiles } from '../../../src/documents/plan-files.ts';

describe('A change as people read it', () => {
  for (const [list, field, written, read] of [
    ['indicators', 'good', 'up', 'ökar'],
    ['indicators', 'frequency', 'everyFollowUp', 'vid varje uppföljning'],
    ['indicators', 'target', 'atLeast 5', 'minst 5'],
    ['indicators', 'target', 'between 2, 4.5', 'mellan 2 och 4,5'],
    ['indicators', 'target', 'text Minska tolerance 0.5', 'Minska'],
    ['indicators', 'target', 'yesNo true', 'ja'],
    ['indicators', 'target', 'onDate 2028-06-30', 'senast 2028-06-30'],
    ['indicators', 'target.atMost', '6.5', '6,5'],
    ['indicators', 'target.between', '2.5, 4', '2,5; 4'],
    ['indicators', 'committees', 'BUN, SN', 'BUN, SN'],
    ['indicators', 'name', 'up', 'up'],
    ['budgets', 'netBudgetKr', '-26090000', '−26\u00a0090\u00a0000'],
    ['budgets', 'monthlyKr', '1280000, 0', '1\u00a0280\u00a0000; 0'],
    ['budgets', 'year', '2026', '2026'],
    ['budgets', 'example', 'true', 'ja'],
    ['commitments', 'status', 'notStarted', 'ej påbörjad'],
    ['commitments.activities', 'status', 'done', 'klar'],
    ['contacts', 'role', 'committeeApprover', 'nämndens godkännare'],
    ['channels', 'scope', 'municipality', 'hela kommunen'],
    ['followUpPlan', 'asks', 'finance, indicators', 'ekonomi, indikatorer'],
    ['followUpPlan', 'due', 'working day 10 of the following month', '10'],
    ['followUpPlan', 'reminders', '2 working days before, on the due day', '2 arbetsdagar före, på sista dagen'],
    ['plan', 'vision.focusAreas', 'Stolt, Modig', 'Stolt, Modig'],
    ['plan', 'deviationCommentLimit.orKr', '500000', '500\u00a0000'],
  ] as const) {
    it(`has ${list} ${field} ${written} as ${read}`, () => {
      const change = planFiles.inWords({ kind: 'changed', list, item: '', field, before: written, after: written });

      assert.deepEqual([change.before, change.after], [read, read]);
    });
  }

  for (const [list, item, read] of [
    ['contacts', 'KS reporter 1', 'KS rapportör 1'],
    ['channels', 'municipality', 'hela kommunen'],
    ['indicators.comparisons', 'TRYGGHET country 2025', 'TRYGGHET riket 2025'],
    ['budgets', 'BUN FORSKOLA 2026', 'BUN FORSKOLA 2026'],
    ['indicators', 'month', 'month'],
  ] as const) {
    it(`is about ${read} when the plan calls it ${item} among its ${list}`, () => {
      assert.equal(planFiles.inWords({ kind: 'added', list, item }).item, read);
    });
  }

  it('names a list that has a sheet to itself, and leaves its rows to be read there', () => {
    const change = planFiles.inWords({
      ...{ kind: 'changed', list: 'plan', item: '', field: 'gradeRule.steps' },
      ...{ before: 'grade FULL fromPercent 90', after: 'grade FULL fromPercent 95' },
    });

    assert.deepEqual([change.before, change.after], [undefined, undefined]);
  });

  it('is an empty cell on the side where nothing stood', () => {
    const change = planFiles.inWords({
      kind: 'changed',
      list: 'indicators',
      item: 'HME',
      field: 'good',
      after: 'down',
    });

    assert.deepEqual(change, { kind: 'changed', list: 'indicators', item: 'HME', field: 'good', after: 'minskar' });
  });

  it('tells the order of the grades, the best first', () => {
    const turned = {
      kind: 'changed',
      list: 'plan',
      item: '',
      field: 'gradeScale',
      before: 'NAS, INTE',
      after: 'INTE, NAS',
    } as const;

    assert.deepEqual(planFiles.inWords(turned), turned);
    assert.equal(planFiles.nameOf(turned).list, 'Bedömningsskala');
  });
});

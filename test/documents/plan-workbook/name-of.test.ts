import assert from 'node:assert/strict';
import { planFiles } from '../../../src/documents/plan-files.ts';
import { PlanFileJson } from '../../../src/documents/plan-schema.ts';
import type { PlanChange } from '../../../src/domain/plan-change.ts';
import { schemaLeaves } from './schema-leaves.ts';

describe('What the workbook calls a change', () => {
  for (const [list, field, named] of [
    ['indicators', 'unit', { list: 'Indikatorer', field: 'Enhet' }],
    ['indicators', 'target.atLeast', { list: 'Indikatorer', field: 'Målvärde' }],
    ['indicators', 'target', { list: 'Indikatorer', field: 'Måltyp' }],
    ['indicators', undefined, { list: 'Indikatorer' }],
    ['indicators.committeeValues', 'value', { list: 'Indikatorvärden', field: 'Värde' }],
    ['subGoals.committeeEffects', 'text', { list: 'Effektmål per nämnd', field: 'Effektmål' }],
    ['commitments.activities', 'endsOn', { list: 'Aktiviteter', field: 'Klart senast' }],
    ['budgets', 'monthlyKr', { list: 'Internbudget', field: 'jan–dec' }],
    ['plan', 'vision.name', { list: 'Plan', field: 'Visionens namn' }],
    ['plan', 'vision.focusAreas', { list: 'Fokusområden' }],
    ['plan', 'gradeRule.steps', { list: 'Bedömningsregel' }],
    ['plan', undefined, { list: 'Plan' }],
  ] as const) {
    it(`${list} ${field ?? ''} is ${JSON.stringify(named)}`, () => {
      const change: PlanChange = { kind: 'changed', list, item: 'X', ...(field === undefined ? {} : { field }) };

      assert.deepEqual(planFiles.nameOf(change), named);
    });
  }

  it('has a name for every field of a plan', () => {
    const fields = schemaLeaves(PlanFileJson)
      .filter((path) => /^current\.\w+\.\*\./.test(path))
      .map((path) => path.replace('current.', '').split('.*.'));

    const unnamed = fields.filter(([list = '', ...rest]) => {
      const inner = rest.length === 2 ? `${list}.${rest[0]}` : list;
      const field = rest.at(-1)?.replace('.*', '') ?? '';
      return planFiles.nameOf({ kind: 'changed', list: inner, item: '', field }).field === field;
    });

    assert.deepEqual(unnamed, []);
  });
});

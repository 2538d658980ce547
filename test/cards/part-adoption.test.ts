import assert from 'node:assert/strict';
import { readAdoptionForm } from '../../cards/part-adoption/card.ts';

describe('The form for a committee’s decision', () => {
  it('reads the day and the paragraph as they were typed', () => {
    assert.deepEqual(readAdoptionForm({ v: 1, p: 'x', r: 0, i_2_date: '2026-11-04', i_2_paragraph: ' § 112 ' }), {
      typed: { date: '2026-11-04', paragraph: '§ 112' },
      attempt: 2,
    });
  });

  it('reads nothing as nothing', () => {
    assert.deepEqual(readAdoptionForm({}), { typed: { date: '', paragraph: '' }, attempt: 0 });
  });

  it('takes signs that nobody sees out of what will stand in the plan', () => {
    const { typed } = readAdoptionForm({ i_1_paragraph: '\u202E§\u0000 112\nA\uD800' });

    assert.equal(typed.paragraph, '§  112 A\uFFFD');
  });
});

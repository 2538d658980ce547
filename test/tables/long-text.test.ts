import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longText, longTextColumns, readLongText } from '../../src/tables/long-text.ts';

/** Texts around the places where columns end, with pairs that lie across them. */
const anyLongText = fc
  .tuple(fc.integer({ min: 29_990, max: 60_010 }), fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(3))
  .map(([length, text, more]) => `${'å'.repeat(length)}${text}${'😀'.repeat(more * 15_000)}`);

describe('A long text in a row', () => {
  it('comes back as it was, whatever lies where a column ends', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyLongText), (text) => {
        assert.equal(readLongText(longText('typed', text), 'typed'), text);
      }),
      { numRuns: 60 },
    );
  });

  it('takes columns that Azure accepts, each ending between two characters', () => {
    fc.assert(
      fc.property(anyLongText, (text) => {
        for (const piece of Object.values(longText('typed', text))) {
          assert.ok(piece.length <= 32_768 && piece.isWellFormed());
        }
      }),
      { numRuns: 30 },
    );
  });

  it('takes no column that is not asked for when its row is read', () => {
    const text = `å${'😀'.repeat(100_000)}`;

    const columns = Object.keys(longText('typed', text));

    assert.equal(columns.length, 7);
    assert.deepEqual(
      columns.filter((column) => !longTextColumns('typed', text.length).includes(column)),
      [],
    );
  });

  it('is told apart from a row without one', () => {
    assert.equal(readLongText({ typed2: 'rest' }, 'typed'), undefined);
    assert.equal(readLongText(longText('typed', ''), 'typed'), '');
  });
});

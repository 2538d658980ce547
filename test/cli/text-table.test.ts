import assert from 'node:assert/strict';
import { textTable } from '../../src/cli/text-table.ts';

describe('A table on the command line', () => {
  it('is aligned by what is seen, also for å, ä and ö that are written in two parts', () => {
    const table = textTable(
      ['Nämnd', 'Antal'],
      [
        ['Åre', '1'],
        ['A\u030Are', '2'],
        ['Skolnämnden', '3'],
      ],
    );

    assert.equal(table, 'Nämnd        Antal\nÅre              1\nÅre              2\nSkolnämnden      3');
  });

  it('cuts what is too long to follow, but not in the last column', () => {
    const long = 'x'.repeat(100);

    const [, row = ''] = textTable(['A', 'B'], [[long, long]]).split('\n');

    assert.equal(row, `${'x'.repeat(59)}…  ${long}`);
  });

  it('has amounts to the right, below each other, with empty cells where nothing is known', () => {
    const table = textTable(
      ['År', 'Kostnad', 'Not'],
      [
        ['2020', '−1\u00a0954,5', '1'],
        ['2021', '', 'a'],
        ['2022', '8', ''],
      ],
    );

    assert.equal(table, '  År   Kostnad  Not\n2020  −1\u00a0954,5  1\n2021            a\n2022         8');
  });

  it('keeps a row on one line', () => {
    assert.equal(textTable(['A', 'B'], [['två\nrader', 'b']]), 'A          B\ntvå rader  b');
  });
});

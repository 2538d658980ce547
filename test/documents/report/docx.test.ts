import assert from 'node:assert/strict';
import { compose, writeReport } from '../../../src/documents/report/write-report.ts';
import { docxPart, docxTables, paragraphsOf } from './read-back.ts';
import { COMMITTEES, committeeReport, monthReport, municipalReport } from './sample-reports.ts';

describe('The municipality’s report in Word', () => {
  let bytes: Uint8Array;
  let xml: string;
  before(async () => {
    bytes = await writeReport(municipalReport(), 'docx');
    xml = docxPart(bytes, 'word/document.xml');
  });

  it('has the municipality, the report and its registration number on the first page', () => {
    const texts = paragraphsOf(xml).slice(0, 4);

    assert.deepEqual(texts.slice(0, 3), [
      'Nynäshamns kommun',
      'Delårsrapport januari–augusti 2026',
      'Diarienummer\tKS 2026/0123',
    ]);
  });

  it('has real headings, as many of each level as the report has', () => {
    const headings = compose(municipalReport()).blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.level] : [],
    );

    for (const level of [1, 2, 3]) {
      const styled = xml.match(new RegExp(`<w:pStyle w:val="Heading${level}"/>`, 'gu')) ?? [];
      assert.equal(styled.length, headings.filter((one) => one === level).length);
    }
  });

  it('lists its headings with their pages, without asking to update anything', () => {
    const [contents = ''] = xml.match(/<w:sdt>.*?<\/w:sdt>/su) ?? [];
    const entries = paragraphsOf(contents).filter((text) => text !== '');

    assert.match(contents, /TOC \\h \\o &quot;1-2&quot;/u);
    assert.ok(entries.length > 15);
    for (const entry of entries) assert.match(entry, /^.+\t\d+$/u);
    assert.doesNotMatch(xml, /w:dirty="(?:true|1)"/u);
    assert.doesNotMatch(docxPart(bytes, 'word/settings.xml'), /<w:updateFields(?: w:val="(?:true|1)")?\/>/u);
  });

  it('repeats the header row of every table, and tells programs which row it is', () => {
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? [];

    assert.ok(tables.length > 20);
    for (const table of tables) {
      assert.equal((table.match(/<w:tblHeader\/>/gu) ?? []).length, 1);
      assert.match(table, /<w:tblLook [^>]*w:firstRow="(?:1|true)"/u);
    }
  });

  it('says in words what its picture shows', () => {
    const [picture = ''] = xml.match(/<wp:docPr[^>]*>/u) ?? [];

    assert.match(picture, /descr="[^"]*Barn- och utbildningsnämnden: underskott\u00a0?\s?12,0\u00a0mnkr/u);
  });

  it('is in Swedish, and has a title', () => {
    assert.match(docxPart(bytes, 'word/styles.xml'), /<w:lang w:val="sv-SE"/u);
    assert.match(
      docxPart(bytes, 'docProps/core.xml'),
      /<dc:title>Delårsrapport januari–augusti 2026, Nynäshamns kommun</u,
    );
  });

  it('has its page numbers in the footer', () => {
    const footer = docxPart(bytes, 'word/footer1.xml');

    assert.match(footer, /PAGE/u);
    assert.match(footer, /NUMPAGES/u);
  });

  it('has as many cells in each row as its table has columns', () => {
    for (const { head, rows } of docxTables(bytes)) for (const row of rows) assert.equal(row.length, head.length);
  });
});

describe('A committee’s report in Word', () => {
  it('has the committee’s own headings and no other committee', async () => {
    const xml = docxPart(await writeReport(committeeReport(), 'docx'), 'word/document.xml');

    assert.match(xml, /Barn- och utbildningsnämnden/u);
    assert.doesNotMatch(xml, /Socialnämnden/u);
  });

  it('has no table of contents when it is a month’s', async () => {
    const xml = docxPart(await writeReport(monthReport(), 'docx'), 'word/document.xml');

    assert.doesNotMatch(xml, /<w:sdt>/u);
  });

  it('is written soon, whatever somebody has pasted into it', async () => {
    const [, bun] = COMMITTEES;
    assert.ok(bun);
    const started = performance.now();

    const bytes = await writeReport(
      committeeReport({ ...bun, comment: 'a'.repeat(4000), measures: [{ text: 'x'.repeat(4000) }] }),
      'docx',
    );

    assert.ok(performance.now() - started < 8000);
    assert.match(docxPart(bytes, 'word/document.xml'), /a{4000}/u);
  });
});

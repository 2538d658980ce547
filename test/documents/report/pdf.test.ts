import assert from 'node:assert/strict';
import type { ReportDocument, Table } from '../../../src/documents/report/blocks.ts';
import { layOut } from '../../../src/documents/report/pdf/lay-out.ts';
import type { Drawn, Element, LaidOut, Piece } from '../../../src/documents/report/pdf/pieces.ts';
import { FLOOR, MARGIN, PAGE } from '../../../src/documents/report/pdf/typography.ts';
import { widthOf } from '../../../src/documents/report/pdf/wrap-runs.ts';
import { drawFigures } from '../../../src/documents/report/pictures.ts';
import { compose, writeReport } from '../../../src/documents/report/write-report.ts';
import type { ReportToWrite } from '../../../src/ports.ts';
import { hasPoppler, poppler } from './read-back.ts';
import {
  approvedReport,
  COMMITTEES,
  committeeReport,
  monthReport,
  municipalContent,
  municipalReport,
} from './sample-reports.ts';

const REPORTS: Readonly<Record<string, () => ReportToWrite>> = {
  'the municipality’s report': municipalReport,
  'an approved report': approvedReport,
  'a committee’s report': committeeReport,
  'a month’s report': monthReport,
};

async function laid(report: ReportToWrite): Promise<LaidOut> {
  const document = compose(report);
  return layOut(document, await drawFigures(document));
}

function piecesOf({ kids }: Element): readonly Piece[] {
  return kids.flatMap((kid) => ('tag' in kid ? piecesOf(kid) : [kid]));
}

function textOf(drawn: readonly Drawn[]): string {
  return drawn.map((one) => (one.kind === 'text' ? one.text : '')).join('');
}

for (const [name, report] of Object.entries(REPORTS)) {
  describe(`The pages of ${name}`, () => {
    let pages: LaidOut;
    before(async () => {
      pages = await laid(report());
    });

    it('have all text within their margins', () => {
      for (const { drawn } of pages.elements.flatMap(piecesOf)) {
        for (const one of drawn) {
          if (one.kind !== 'text') continue;
          assert.ok(one.x >= MARGIN.left - 0.1, one.text);
          const end = one.x + widthOf(one.text.trimEnd(), one.weight, one.size);
          assert.ok(end <= PAGE.width - MARGIN.right + 0.1, `${one.text} ends at ${end}`);
          assert.ok(one.y > MARGIN.top && one.y < FLOOR + 0.1, `${one.text} stands at ${one.y}`);
        }
      }
    });

    it('never end with a heading', () => {
      const body = pages.elements.flatMap((element) => (element.tag.startsWith('H') ? [] : piecesOf(element)));
      for (const { page, y, text } of pages.bookmarks) {
        const below = body.filter((piece) => piece.page === page).flatMap(({ drawn }) => drawn);
        assert.ok(
          below.some((one) => one.y > y),
          text,
        );
      }
    });

    it('have the page numbers in the contents that the headings stand on', () => {
      const contents = pages.elements.find(({ tag }) => tag === 'TOC')?.kids ?? [];
      const listed = pages.bookmarks.filter(({ level }) => level <= 2);
      if (compose(report()).hasContents) assert.equal(contents.length, listed.length);
      for (const [at, entry] of contents.entries()) {
        assert.ok('tag' in entry);
        const line = textOf(piecesOf(entry).flatMap(({ drawn }) => drawn));
        assert.equal(line.replaceAll(' ', ''), `${listed[at]?.text}${(listed[at]?.page ?? 0) + 1}`.replaceAll(' ', ''));
      }
    });
  });
}

/** A document with nothing but a table of so many rows. */
function documentWith(table: Table): ReportDocument {
  return {
    title: 'Rapport',
    owner: 'Kommun',
    facts: [],
    notices: [],
    hasContents: false,
    madeAt: '2026-09-01T00:00:00Z',
    blocks: [table],
  };
}

function aTable(rows: readonly (readonly string[])[]): Table {
  return {
    kind: 'table',
    caption: 'Indikatorer',
    columns: [
      { heading: 'Namn', kind: 'text', share: 3 },
      { heading: 'Värde', kind: 'amount', share: 1 },
    ],
    rows: rows.map((cells) => ({ cells })),
  };
}

describe('A table that is longer than a page', () => {
  const rows = Array.from({ length: 150 }, (_, at) => [`Indikator ${at}`, `${at},5`]);

  it('has its header again on every page, for the eye alone', () => {
    const pages = layOut(documentWith(aTable(rows)), new Map());

    assert.ok(pages.pages >= 4);
    for (let page = 1; page < pages.pages; page += 1) {
      const seen = textOf(pages.artifacts.filter((piece) => piece.page === page).flatMap(({ drawn }) => drawn));
      assert.match(seen, /NamnVärde/u);
    }
    const heard = pages.elements.flatMap(piecesOf).flatMap(({ drawn }) => drawn);
    assert.equal(heard.filter((one) => one.kind === 'text' && one.text === 'Namn').length, 1);
  });

  it('has every row once, in order', () => {
    const pages = layOut(documentWith(aTable(rows)), new Map());

    const [table] = pages.elements.filter(({ tag }) => tag === 'Table');
    const [, , ...found] = table?.kids ?? [];
    assert.deepEqual(
      found.map((row) =>
        'tag' in row
          ? row.kids.map((cell) => ('tag' in cell ? textOf(piecesOf(cell).flatMap(({ drawn }) => drawn)) : ''))
          : [],
      ),
      rows,
    );
  });

  it('divides a row that no page is high enough for', () => {
    const long = Array.from({ length: 1500 }, (_, at) => `ord${at}`).join(' ');

    const pages = layOut(
      documentWith(
        aTable([
          ['Först', '1'],
          [long, '2'],
          ['Sist', '3'],
        ]),
      ),
      new Map(),
    );

    const text = textOf(pages.elements.flatMap(piecesOf).flatMap(({ drawn }) => drawn));
    assert.ok(pages.pages > 1);
    assert.match(text, /ord0 .*ord1499/u);
    assert.match(text, /Sist/u);
  });
});

describe('The PDF', () => {
  before(function () {
    if (!hasPoppler()) this.skip();
  });

  it('is tagged, has its title and its typeface in it', async () => {
    const bytes = await writeReport(municipalReport(), 'pdf');

    const info = poppler('pdfinfo', bytes);
    assert.match(info, /Tagged:\s+yes/u);
    assert.match(info, /Title:\s+Delårsrapport januari–augusti 2026, Nynäshamns kommun/u);
    const [, , ...fonts] = poppler('pdffonts', bytes).trim().split('\n');
    assert.equal(fonts.length, 2);
    for (const font of fonts) assert.match(font, /DejaVuSansCondensed.* yes yes yes/u);
  });

  it('tells a reader of headings, tables with headers, lists, a picture in words, and a table of contents', async () => {
    const two = COMMITTEES.filter(({ committeeId }) => ['SBN', 'MHN'].includes(committeeId));
    const structure = poppler(
      'pdfinfo',
      await writeReport(municipalReport(municipalContent(two)), 'pdf'),
      '-struct-text',
    );

    assert.match(structure, /H1 \(block\)\s+"Sammanfattning"/u);
    assert.match(structure, /H3 \(block\)\s+"1 En trygg uppväxt/u);
    assert.match(structure, /TH:\s+\/Scope \/Column\s+"Nämnd"/u);
    assert.match(structure, /TH:\s+\/Scope \/Row\s+"Summa nämndernas driftbudget"/u);
    assert.match(structure, /LI \(block\)\s+Lbl/u);
    assert.match(structure, /TOCI\s+Link/u);
    assert.match(structure, /Figure/u);
    assert.doesNotMatch(structure, /Sida 2 av/u);
  });

  it('says that it is made for readers and archives', async () => {
    const text = Buffer.from(await writeReport(monthReport(), 'pdf')).toString('latin1');

    assert.match(text, /<pdfuaid:part>1</u);
    assert.match(text, /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</u);
    assert.match(text, /\/Lang \(sv-SE\)/u);
    assert.match(text, /\/DisplayDocTitle true/u);
  });
});

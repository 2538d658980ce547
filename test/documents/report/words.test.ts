import assert from 'node:assert/strict';
import { withAgreedMeasures } from '../../../src/documents/report/agreed-measures.ts';
import type { Block } from '../../../src/documents/report/blocks.ts';
import { compose, writeReport } from '../../../src/documents/report/write-report.ts';
import { writtenLines, writtenParagraphs, writtenText } from '../../../src/documents/report/written-text.ts';
import type { CommitteeMeasure } from '../../../src/domain/report-content.ts';
import type { ReportToWrite } from '../../../src/ports.ts';
import {
  approvedReport,
  COMMITTEES,
  committeeReport,
  correctedReport,
  monthReport,
  municipalContent,
  municipalReport,
} from './sample-reports.ts';

/** All that stands under a heading, up to the next of its level or higher. */
function under(report: ReportToWrite, heading: string): string {
  const { blocks } = compose(report);
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  assert.ok(start >= 0, `no heading ${heading}`);
  const [first, ...rest] = blocks.slice(start);
  assert.ok(first?.kind === 'heading');
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= first.level);
  return rest
    .slice(0, end < 0 ? undefined : end)
    .map(wordsOf)
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'table':
      return [block.caption, ...block.rows.map(({ cells }) => cells.join(' | '))].join('\n');
    case 'list':
      return block.items.join('\n');
    case 'figure':
      return block.alt;
    case 'paragraph':
      return `${block.label ?? ''} ${block.text}`.trim();
    default:
      return block.text;
  }
}

function headings(report: ReportToWrite): readonly string[] {
  return compose(report).blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));
}

function statusIn(report: ReportToWrite): string {
  return (compose(report).facts.find(({ label }) => label === 'Status')?.text ?? '').replaceAll('\u00a0', ' ');
}

describe('The municipality’s report says', () => {
  it('who is in it, who is not, and what cannot be summed', () => {
    const summary = under(municipalReport(), 'Sammanfattning');

    assert.match(
      summary,
      /Rapporten omfattar sex nämnder\. Fyra av sex har attesterat sina rapporter\. Svar saknas från Kultur- och fritidsnämnden\./u,
    );
    assert.match(
      summary,
      /samlade avvikelse för helåret kan inte räknas: prognos saknas för Kultur- och fritidsnämnden/u,
    );
  });

  it('the deviation in words, and without what is fee-financed', () => {
    const all = municipalContent(COMMITTEES.filter(({ answered }) => answered));

    const summary = under(municipalReport(all), 'Sammanfattning');

    assert.match(summary, /Nämnderna räknar tillsammans med ett underskott på 13,5 mnkr för helåret/u);
    assert.match(summary, /Utan avgiftsfinansierad verksamhet \(VA\): underskott 9,2 mnkr\./u);
    assert.match(
      summary,
      /Underskott väntas för Barn- och utbildningsnämnden \(12,0 mnkr\) och Samhällsbyggnadsnämnden \(4,2 mnkr\)\./u,
    );
  });

  it('that the committees’ sum is not the municipality’s result', () => {
    const finance = under(municipalReport(), 'Ekonomi');

    assert.match(finance, /Summa nämndernas driftbudget/u);
    assert.match(finance, /Den är inte kommunens resultat/u);
    assert.match(finance, /varav avgiftsfinansierat \(VA\)/u);
  });

  it('what the computed proposal was where people graded otherwise', () => {
    const goals = under(municipalReport(), 'God ekonomisk hushållning: måluppfyllelse');

    assert.match(goals, /Bedömning: Delvis uppfyllt\./u);
    assert.match(
      goals,
      /Det beräknade förslaget är ett annat\. Förslag: I hög grad uppfyllt\. 3 av 4 indikatorer når målet\./u,
    );
  });

  it('what cannot be judged, and never that it is behind', () => {
    const goals = under(municipalReport(), 'Övriga indikatorer för kommunen');

    assert.match(goals, /Nöjd kund-index, företagsklimat \| 64 \(index 0–100\) \| 2026 \| öka \| kan inte bedömas/u);
    assert.match(goals, /1 nyckeltal utan målvärde finns i rapportens Excelfil\./u);
  });

  it('by name what is missing', () => {
    const missing = under(municipalReport(), 'Det som saknas');

    assert.match(missing, /Kultur- och fritidsnämnden: svar på formuläret; attest/u);
    assert.match(missing, /Socialnämnden: attest av det som ändrades efter den förra attesten/u);
    assert.match(missing, /Fullmäktiges mål: bedömning av mål: Läckaget i ledningsnätet minskar/u);
  });

  it('that nothing is missing when nothing is', () => {
    const content = municipalContent(COMMITTEES);
    const whole = {
      ...content,
      standings: content.standings.map((one) => ({ ...one, missing: [], changedSinceSigned: false })),
      councilGoalCounts: { ...content.councilGoalCounts, ungraded: 0 },
    };

    assert.match(under(municipalReport(whole), 'Det som saknas'), /Inget saknas/u);
  });

  it('how far it has come', () => {
    const { version: _, ...open } = municipalReport();

    assert.equal(statusIn(open), 'Preliminär: rapporten är inte sammanställd ännu');
    assert.match(statusIn(municipalReport()), /^Sammanställd av kommunstyrelsen, version 1, den 18 september 2026/u);
    assert.equal(statusIn(approvedReport()), 'Godkänd av kommunfullmäktige den 21 oktober 2026, KF § 141 (version 1)');
  });

  it('what the council decided', () => {
    const report = approvedReport();

    assert.match(
      under(report, 'Kommunfullmäktiges beslut'),
      /Återkomma med åtgärder för en budget i balans \| Barn- och utbildningsnämnden \| 9 december 2026/u,
    );
  });

  it('what has been changed since the version that the council approved', () => {
    const report = correctedReport();

    assert.match(
      under(report, 'Så har rapporten gjorts'),
      /augusti 2026 rättades 2 november 2026\. Skäl: fel konto\./u,
    );
    assert.ok(compose(report).notices.some((text) => text.startsWith('Rättad version')));
  });

  it('the day that the law has, and what it does not hold of a statutory report', () => {
    const made = under(municipalReport(), 'Så har rapporten gjorts');

    assert.match(made, /senast den 31 oktober 2026 \(kommunallagen 11 kap\. 16 §\)/u);
    assert.match(made, /Resultaträkning, balansräkning, balanskravsresultat och den kommunala koncernen/u);
  });

  it('that its figures are invented when they are', () => {
    assert.ok(compose(municipalReport()).notices.some((text) => text.startsWith('Exempeldata')));
  });

  it('“nåddes” at year-end and “bedöms nås” during the year', () => {
    const content = municipalContent(COMMITTEES);
    const annual = municipalReport({ ...content, kind: 'annual', period: '2026-12' });

    assert.equal(compose(annual).title, 'Årsredovisning 2026');
    assert.match(under(annual, 'God ekonomisk hushållning: måluppfyllelse'), /om målen nåddes under året/u);
    assert.match(under(municipalReport(), 'God ekonomisk hushållning: måluppfyllelse'), /om målen bedöms nås/u);
  });
});

describe('What this period’s joint review agreed', () => {
  const measure: CommitteeMeasure = {
    id: 'M9',
    kind: 'measure',
    name: 'Gemensam vikariepool',
    status: 'notStarted',
    lateness: { kind: 'on-time', endsOn: '2026-12-31' },
    endsOn: '2026-12-31',
    owner: 'Per Holm',
    source: '2026-08',
    committeeId: 'BUN',
    committeeName: 'Barn- och utbildningsnämnden',
  };
  const agreed = municipalReport({ ...municipalContent(COMMITTEES), agreedMeasures: [measure] });

  it('stands in the report for the council, and in its figures', async () => {
    assert.match(under(withAgreedMeasures(agreed), 'Gemensam genomgång'), /Gemensam vikariepool/u);
    assert.match(Buffer.from(await writeReport(agreed, 'csv')).toString('utf8'), /Gemensam vikariepool/u);
  });
});

describe('A figure that is missing', () => {
  it('has a reason only where somebody has given one', () => {
    const [content] = COMMITTEES;
    assert.ok(content);
    const areas = content.finance.areas.map((area) => ({
      ...area,
      outcomeMissing: 'Saknas.',
      forecastMissing: 'Systemet låg nere',
    }));

    const said = under(committeeReport({ ...content, finance: { ...content.finance, areas } }), 'Ekonomi');

    assert.doesNotMatch(said, /Utfall saknas för/u);
    assert.match(said, /Prognos saknas för .*: Systemet låg nere\./u);
  });
});

describe('A committee’s report', () => {
  it('says the deviation in words, why, and what is done', () => {
    const finance = under(committeeReport(), 'Ekonomi');

    assert.match(finance, /Nämnden räknar med ett underskott på 12,0 mnkr för helåret, mot en budget på 732,5 mnkr\./u);
    assert.match(finance, /fler elever i behov av särskilt stöd/u);
    assert.match(finance, /Vakanser på skolornas stödfunktioner tillsätts inte i höst\. \| 2 450/u);
  });

  it('says who signed it, or what it waits for', () => {
    const report = committeeReport();
    assert.ok(report.scope === 'committee');

    const handedIn: ReportToWrite = {
      ...report,
      standing: {
        committeeId: 'BUN',
        committeeName: 'BUN',
        state: 'handed-in',
        changedSinceSigned: false,
        missing: [],
      },
    };

    assert.equal(statusIn(report), 'Attesterad av Per Åberg den 11 september 2026');
    assert.equal(
      statusIn(handedIn),
      'Preliminär: rapporterad av Karin Lindqvist den 9 september 2026, inlämnad och väntar på attest',
    );
  });

  it('has only chapters with something in them', () => {
    const bare = COMMITTEES.find(({ committeeId }) => committeeId === 'MHN');
    assert.ok(bare);

    assert.deepEqual(headings(committeeReport(bare)), [
      'Sammanfattning',
      'Ekonomi',
      'Det som saknas',
      'Så har rapporten gjorts',
    ]);
  });

  it('of a month has finance, indicators, measures and assignments, and no goals', () => {
    const found = headings(monthReport());

    for (const chapter of ['Ekonomi', 'Indikatorer', 'Uppdrag från kommunfullmäktige'])
      assert.ok(found.includes(chapter), chapter);
    assert.ok(!found.includes('Mål'));
    assert.equal(compose(monthReport()).title, 'Månadsrapport januari–augusti 2026');
  });

  it('as it was compiled says which version of the municipality’s report it is part of', () => {
    const { version } = municipalReport();
    const report: ReportToWrite = { ...committeeReport(), ...(version && { version }) };

    const facts = compose(report).facts.map(({ label, text }) => `${label}: ${text}`);

    assert.ok(
      facts.some((text) => text.startsWith('Ingår i: Kommunens rapport. Sammanställd av kommunstyrelsen, version 1')),
    );
  });
});

describe('The headings of every report', () => {
  it('never skip a level on the way down, and have something under them', () => {
    for (const report of [municipalReport(), approvedReport(), committeeReport(), monthReport()]) {
      const { blocks } = compose(report);
      let above = 0;
      for (const [at, block] of blocks.entries()) {
        if (block.kind !== 'heading') continue;
        const next = blocks[at + 1];
        assert.ok(block.level <= above + 1, block.text);
        assert.ok(next && (next.kind !== 'heading' || next.level > block.level), block.text);
        above = block.level;
      }
    }
  });
});

describe('What people have written', () => {
  it('stands in paragraphs as they wrote it', () => {
    assert.deepEqual(writtenParagraphs('En rad\r\n\r\nEn till\u2028och en'), ['En rad', 'En till', 'och en']);
    assert.equal(writtenLines('a\n\nb'), 'a\nb');
  });

  it('loses what no file can hold, and what hides or turns other text', () => {
    assert.equal(writtenText('a\u0000b\ud800c\ufffe'), 'abc');
    assert.equal(writtenText('kr\u202e005\u202c'), 'kr005');
    assert.equal(writtenText('A\u{e0041}B\u200bC'), 'ABC');
  });

  it('keeps letters, signs and emoji of every kind', () => {
    for (const text of ['räksmörgås', 'Ⅷ ½ € “ja”', '👩‍👩‍👧 😀', 'العربية', '日本語'])
      assert.equal(writtenText(text), text);
  });
});

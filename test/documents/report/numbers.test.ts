import assert from 'node:assert/strict';
import { compose, writeReport } from '../../../src/documents/report/write-report.ts';
import type {
  CommitteeReportContent,
  FinanceFigures,
  MunicipalReportContent,
} from '../../../src/domain/report-content.ts';
import { csvRows, docxTables, hasPoppler, poppler, tableNamed, xlsxRows } from './read-back.ts';
import { approvedReport, COMMITTEES, committeeReport, municipalContent, municipalReport } from './sample-reports.ts';

/** Whole kronor as thousands, reckoned here by other means than the documents do. */
function inTkr(kr: number | undefined): string {
  if (kr === undefined) return 'saknas';
  const [size, negative] = [BigInt(Math.abs(kr)), kr < 0];
  const thousands = (size + 500n) / 1000n;
  const grouped = String(thousands).replace(/\B(?=(\d{3})+$)/gu, '\u00a0');
  return `${negative && thousands > 0n ? '\u2212' : ''}${grouped}`;
}

function financeCells({ budgetKr, budgetToDateKr, outcomeKr, forecastKr, deviationKr }: FinanceFigures): string[] {
  return [budgetKr, budgetToDateKr, outcomeKr, forecastKr, deviationKr].map(inTkr);
}

function municipal(): MunicipalReportContent {
  return municipalContent(COMMITTEES);
}

function committee(id: string): CommitteeReportContent {
  const found = COMMITTEES.find(({ committeeId }) => committeeId === id);
  assert.ok(found);
  return found;
}

describe('Every number in a report is a stored one', () => {
  describe('in Word', () => {
    it('shows each committee, what is fee-financed and the sums as they are stored', async () => {
      const content = municipal();

      const tables = docxTables(await writeReport(municipalReport(content), 'docx'));

      const { rows } = tableNamed(tables, 'Nämndernas driftbudget, nettokostnad i tkr');
      const expected = [
        ...content.committees.flatMap(({ finance }) => [
          finance,
          ...(finance.feeFinanced ? [finance.feeFinanced] : []),
        ]),
        content.committeesSum,
        content.feeFinanced,
        content.committeesSumWithoutFees,
      ];
      assert.deepEqual(
        rows.map((cells) => cells.slice(1, 6)),
        expected.map((figures) => financeCells(figures ?? { budgetKr: 0, budgetToDateKr: 0 })),
      );
    });

    it('shows each business area of a committee', async () => {
      const content = committee('BUN');

      const tables = docxTables(await writeReport(committeeReport(content), 'docx'));

      const { rows } = tableNamed(tables, /^Driftbudget per verksamhet/u);
      assert.deepEqual(
        rows.map(([name, ...cells]) => [name, ...cells.slice(0, 5)]),
        [
          ...content.finance.areas.map((area) => [area.name, ...financeCells(area)]),
          ['Nämndens driftbudget', ...financeCells(content.finance)],
        ],
      );
    });

    it('shows how the forecast has moved, with the sum missing where a committee has not answered', async () => {
      const content = municipal();

      const tables = docxTables(await writeReport(municipalReport(content), 'docx'));

      const { rows, head } = tableNamed(tables, /^Prognostiserad avvikelse/u);
      assert.deepEqual(head, ['Nämnd', 'jan–feb', 'jan–mars', 'jan–april', 'jan–maj', 'jan–aug']);
      for (const [at, { finance }] of content.committees.entries()) {
        assert.deepEqual(
          rows[at]?.slice(1),
          finance.history.map(({ deviationKr }) => inTkr(deviationKr)),
        );
      }
      assert.deepEqual(rows.at(-1), [
        'Summa avvikelse',
        '\u22126\u00a0000',
        '\u22126\u00a0100',
        '\u22129\u00a0350',
        'saknas',
        'saknas',
      ]);
    });

    it('shows investments, measures and appropriations', async () => {
      const content = committee('BUN');

      const tables = docxTables(await writeReport(committeeReport(content), 'docx'));

      assert.deepEqual(
        tableNamed(tables, /^Investeringar/u).rows.map((cells) => cells.slice(1, 5)),
        content.investments.map((one) => [one.budgetKr, one.outcomeKr, one.forecastKr, one.deviationKr].map(inTkr)),
      );
      assert.deepEqual(
        tableNamed(tables, /^Åtgärder och väntad effekt/u).rows.map(([, effect]) => effect),
        content.measures.map(({ effectKr }) => (effectKr === undefined ? 'inte beräknad' : inTkr(effectKr))),
      );
      assert.deepEqual(
        tableNamed(tables, /^Tilläggsanslag/u).rows.map((cells) => cells.at(-1)),
        content.finance.added.map(({ amountKr }) => inTkr(amountKr)),
      );
    });

    it('counts grades and never averages them', async () => {
      const content = municipal();

      const tables = docxTables(await writeReport(municipalReport(content), 'docx'));

      const { rows } = tableNamed(tables, 'Antal mål per bedömning');
      const { of, grades, ungraded } = content.councilGoalCounts;
      assert.deepEqual(
        rows.map(([label, council]) => [label, council]),
        [
          ...grades.map(({ label, count }) => [label, `${count} av ${of}`]),
          ['Inte bedömt ännu', `${ungraded} av ${of}`],
        ],
      );
    });
  });

  describe('in PDF', () => {
    it('has every cell of every table', function () {
      if (!hasPoppler()) this.skip();
      return everyCellIsInPdf();
    });
  });

  async function everyCellIsInPdf(): Promise<void> {
    const report = approvedReport();

    const text = squeezed(poppler('pdftotext', await writeReport(report, 'pdf'), '-raw'));

    const cells = compose(report).blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [],
    );
    assert.ok(cells.length > 300);
    for (const cell of cells) assert.ok(text.includes(squeezed(cell)), cell);
  }

  /** A cell may stand in several lines, its long words divided. */
  function squeezed(text: string): string {
    return text.replaceAll(/[\s\u00a0-]/gu, '');
  }

  describe('in Excel', () => {
    it('has whole kronor as numbers, and says what is missing', async () => {
      const content = municipal();

      const [headings, ...rows] = await xlsxRows(await writeReport(municipalReport(content), 'xlsx'), 'Ekonomi');

      assert.deepEqual(headings?.slice(3, 8), [
        'Budget helår',
        'Budget hittills',
        'Utfall hittills',
        'Prognos helår',
        'Avvikelse',
      ]);
      const expected = [
        ...content.committees.flatMap(({ finance }) => [
          ...finance.areas,
          finance,
          ...(finance.feeFinanced ? [finance.feeFinanced] : []),
        ]),
        content.committeesSum,
        content.feeFinanced,
        content.committeesSumWithoutFees,
      ];
      assert.deepEqual(
        rows.map((row) => row.slice(3, 8)),
        expected.map((figures) =>
          [
            figures?.budgetKr,
            figures?.budgetToDateKr,
            figures?.outcomeKr,
            figures?.forecastKr,
            figures?.deviationKr,
          ].map((kr) => kr ?? 'saknas'),
        ),
      );
    });

    it('has every indicator with its value as it was reported, key figures too', async () => {
      const content = municipal();

      const [, ...rows] = await xlsxRows(await writeReport(municipalReport(content), 'xlsx'), 'Indikatorer');

      const all = [...content.indicators, ...content.committees.flatMap(({ indicators }) => indicators)];
      assert.deepEqual(
        rows.map((row) => [row[1], row[5]]),
        all.map(({ indicatorId, assessment }) => [indicatorId, assessment.value?.value ?? 'saknas']),
      );
    });
  });

  describe('as open data', () => {
    it('has every area’s figures in kronor, with nothing where nothing is reported', async () => {
      const content = municipal();

      const rows = csvRows(await writeReport(municipalReport(content), 'csv'));

      for (const { committeeId, finance } of content.committees) {
        for (const area of finance.areas) {
          const own = rows.filter(
            (row) => row.namnd_id === committeeId && row.slag === 'ekonomi' && row.id === area.areaId,
          );
          assert.deepEqual(
            own.map(({ matt, varde, status }) => [matt, varde, status === 'saknas']),
            [
              ['budget_helar', String(area.budgetKr), false],
              ['budget_hittills', String(area.budgetToDateKr), false],
              ['utfall_hittills', String(area.outcomeKr ?? ''), area.outcomeKr === undefined],
              ['prognos_helar', String(area.forecastKr ?? ''), area.forecastKr === undefined],
              ['avvikelse_helar', String(area.deviationKr ?? ''), area.deviationKr === undefined],
            ],
          );
        }
      }
    });

    it('has the same figures as JSON, where what is missing is null', async () => {
      const report = municipalReport();

      const rows = csvRows(await writeReport(report, 'csv'));
      const { uppgifter, version, sigill } = JSON.parse(new TextDecoder().decode(await writeReport(report, 'json')));

      assert.deepEqual(
        uppgifter.map(({ varde, id, matt }: { varde: number | null; id: string; matt: string }) => [
          id,
          matt,
          String(varde ?? ''),
        ]),
        rows.map(({ id, matt, varde }) => [id, matt, varde]),
      );
      assert.deepEqual([version, sigill], [report.version?.number, report.version?.seal]);
    });
  });
});

import assert from 'node:assert/strict';
import { compose, writeReport } from '../../../src/documents/report/write-report.ts';
import { reportFiles } from '../../../src/documents/report-files.ts';
import type { MunicipalReportContent } from '../../../src/domain/report-content.ts';
import { docxTables } from './read-back.ts';
import { COMMITTEES, municipalContent, municipalReport } from './sample-reports.ts';

/** Ten committees with two hundred indicators each. */
function largeContent(): MunicipalReportContent {
  const [, bun] = COMMITTEES;
  assert.ok(bun);
  const { indicators } = bun;
  return municipalContent(
    Array.from({ length: 10 }, (_, number) => ({
      ...bun,
      committeeId: `N${number}`,
      committeeName: `Nämnd ${number}`,
      indicators: Array.from({ length: 200 }, (_, at) => {
        const one = indicators[at % indicators.length];
        assert.ok(one);
        return { ...one, indicatorId: `${number}-${at}` };
      }),
    })),
  );
}

describe('A report is written in a thread of its own', () => {
  it('so that others get their answers meanwhile', async () => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);

    const bytes = await reportFiles.write(municipalReport(), 'docx');

    clearInterval(timer);
    assert.ok(bytes.length > 20_000);
    assert.ok(longest < 400, `others waited for ${longest} ms`);
  });

  it('and one that cannot be written is refused with the reason, the next one written', async () => {
    const broken = { ...municipalReport(), madeAt: 'ingen dag' };

    await assert.rejects(reportFiles.write(broken, 'pdf'), /could not be written as pdf/u);

    assert.ok((await reportFiles.write(municipalReport(), 'json')).length > 1000);
  });
});

describe('Ten committees with two hundred indicators each', () => {
  it('are written in reasonable time, the paper with the first of them and the number of the others', async () => {
    const report = municipalReport(largeContent());

    const [pdf, docx] = [await writeReport(report, 'pdf'), await writeReport(report, 'docx')];

    assert.ok(pdf.length < 5_000_000);
    const tables = docxTables(docx).filter(({ caption }) => caption === 'Nämndens indikatorer');
    assert.deepEqual(
      tables.map(({ rows }) => rows.length),
      Array.from({ length: 10 }, () => 60),
    );
    const said = compose(report).blocks.flatMap((block) =>
      block.kind === 'paragraph' && /Excelfil/u.test(block.text) ? [block.text] : [],
    );
    assert.ok(
      said.includes('107 indikatorer till och 33 nyckeltal utan målvärde finns i rapportens Excelfil.'),
      said.join(),
    );
  }).timeout(60_000);
});

import assert from 'node:assert/strict';
import { reportFileName } from '../../../src/documents/report/report-file-name.ts';
import { approvedReport, committeeReport } from './sample-reports.ts';

describe('A document’s name', () => {
  it('says which report it is, whose and which version', () => {
    assert.equal(reportFileName(committeeReport(), 'pdf'), 'Delårsrapport januari–augusti 2026 BUN.pdf');
    assert.equal(
      reportFileName(approvedReport(), 'docx'),
      'Delårsrapport januari–augusti 2026 Nynäshamns kommun version 1.docx',
    );
  });

  it('holds nothing that a file name can’t', () => {
    const odd = { ...approvedReport(), municipality: '../A:B*C?"<D>|\\' };
    const long = { ...approvedReport(), municipality: 'N'.repeat(4_000) };

    assert.equal(reportFileName(odd, 'csv'), 'Delårsrapport januari–augusti 2026 ..ABCD version 1.csv');
    assert.ok(reportFileName(long, 'xlsx').length <= 125);
  });
});

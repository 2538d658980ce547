import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeReport } from '../../../src/documents/report/write-report.ts';
import { reportFiles } from '../../../src/documents/report-files.ts';
import { reportFormats } from '../../../src/domain/report-format.ts';
import { approvedReport, COMMITTEES, monthReport, municipalContent, municipalReport } from './sample-reports.ts';

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('A frozen report is the same file every time', () => {
  for (const format of reportFormats) {
    it(`as ${format}, whatever has been written before it in the same process`, async () => {
      const first = sha256(await writeReport(approvedReport(), format));
      await writeReport(monthReport(), format);

      const second = sha256(await writeReport(approvedReport(), format));

      assert.equal(second, first);
    });
  }

  it('in another time zone, another process and another thread', async () => {
    const here = await Promise.all(
      reportFormats.map(async (format) => sha256(await reportFiles.write(municipalReport(), format))),
    );

    const there = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', SCRIPT], {
      env: { ...process.env, TZ: 'Pacific/Kiritimati' },
      encoding: 'utf8',
      cwd: import.meta.dirname,
    });

    assert.deepEqual(there.trim().split(','), here);
  }).timeout(60_000);

  it('and another file when one figure is another', async () => {
    const [ks, ...others] = COMMITTEES;
    assert.ok(ks);
    const content = municipalContent([{ ...ks, finance: { ...ks.finance, outcomeKr: 86_901_000 } }, ...others]);

    for (const format of reportFormats) {
      const [changed, before] = [municipalReport(content), municipalReport()];
      assert.notEqual(sha256(await writeReport(changed, format)), sha256(await writeReport(before, format)), format);
    }
  });
});

const SCRIPT = `
import { createHash } from 'node:crypto';
import { writeReport } from '${new URL('../../../src/documents/report/write-report.ts', import.meta.url)}';
import { municipalReport } from '${new URL('./sample-reports.ts', import.meta.url)}';
const hashes = [];
for (const format of ${JSON.stringify(reportFormats)}) {
  hashes.push(createHash('sha256').update(await writeReport(municipalReport(), format)).digest('hex'));
}
process.stdout.write(hashes.join(','));
`;

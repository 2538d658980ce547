import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { planFiles, planFilesInChat } from '../../../src/documents/plan-files.ts';
import { PROJECT_ROOT } from '../../../src/local/project.ts';

describe('many who send files at once, on the last day', () => {
  it('are all read, whoever comes first, also after one file that could not be', async () => {
    const json = await readFile(join(PROJECT_ROOT, 'src/local/example-plan.json'));
    const { content } = await planFiles.read(json, 'plan.json');
    assert(content?.kind === 'plan');
    const workbook = await planFiles.writeWorkbook(content.file);
    const broken = workbook.slice(0, 5_000);

    const files = [workbook, broken, workbook, broken, workbook, workbook];
    const readings = await Promise.all(files.map((bytes) => planFilesInChat.read(bytes, 'plan.xlsx')));

    assert.deepEqual(
      readings.map((reading) => reading.content !== undefined),
      [true, false, true, false, true, true],
    );
  });
});

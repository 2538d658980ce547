import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { planFiles, planFilesInChat } from '../../src/documents/plan-files.ts';
import { fullPlan } from './plan-workbook/full-plan.ts';

describe('The plan’s files', () => {
  it('read JSON by what is in the file, whatever it is called', async () => {
    const bytes = new TextEncoder().encode(`\uFEFF  ${planFiles.writeJson(fullPlan)}`);

    for (const name of ['plan.json', 'plan.xlsx', '']) {
      assert.deepEqual((await planFiles.read(bytes, name)).content, { kind: 'plan', file: fullPlan });
    }
  });

  it('read a workbook by what is in the file, whatever it is called', async () => {
    const bytes = await planFilesInChat.writeWorkbook(fullPlan);

    for (const name of ['plan.xlsx', 'plan.json', 'plan']) {
      assert.deepEqual((await planFilesInChat.read(bytes, name)).content, { kind: 'plan', file: fullPlan });
    }
  });

  it('say where in JSON something is wrong', async () => {
    const text = readFileSync('src/local/example-plan.json', 'utf8').replace('"unit": "%"', '"unit": 5');

    const { content, problems } = await planFiles.read(new TextEncoder().encode(text), 'plan.json');

    assert.equal(content, undefined);
    assert.deepEqual(problems.map(({ where }) => where).filter((where) => where.endsWith('.unit')).length, 1);
  });

  it('never fail for what is in the bytes', async () => {
    const starts = fc.constantFrom([], [0x50, 0x4b, 0x03, 0x04], [0x50, 0x4b, 0x05, 0x06], [0x7b], [0x5b]);
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 300 }), fc.string(), async (start, rest, name) => {
        const { content, problems } = await planFilesInChat.read(Uint8Array.from([...start, ...rest]), name);

        assert.equal(content, undefined);
        assert.ok(problems.some(({ severity, what }) => severity === 'error' && what !== ''));
      }),
      { numRuns: 40 },
    );
  }).timeout(30_000);
});

import assert from 'node:assert/strict';
import type { Upload, UploadStore } from '../../src/ports.ts';
import type { Table } from '../../src/tables/storage.ts';
import { UploadRows } from '../../src/tables/upload-rows.ts';
import { aPlanFile } from '../support/builders.ts';
import { FakeUploads } from '../support/fakes.ts';
import { aPart } from '../support/part-builders.ts';
import { aTable } from './open-stores.ts';

function anUpload(id: string, overrides: Partial<Upload> = {}): Upload {
  return {
    id,
    oid: 'oid-1',
    conversationId: 'a:1',
    fileName: 'Mål och budget ’26’.xlsx',
    content: { kind: 'plan', file: aPlanFile() },
    basedOn: 3,
    choices: ['2026-10', '2026-11'],
    receivedAt: new Date('2026-11-05T07:00:00.000Z'),
    state: 'waiting',
    ...overrides,
  };
}

const places: Readonly<Record<string, () => Promise<UploadStore>>> = {
  'in memory': async () => new FakeUploads(),
  'in Azure Tables': async () => new UploadRows(await aTable()),
};

for (const [place, open] of Object.entries(places)) {
  describe(`A file that waits to be confirmed ${place}`, () => {
    let uploads: UploadStore;

    before(async () => {
      uploads = await open();
    });

    it('comes back as it was read, also when it is a committee’s part', async () => {
      const plan = anUpload('plan');
      const part = anUpload('part', { content: { kind: 'part', part: aPart() }, choices: [] });
      await uploads.save(plan);
      await uploads.save(part);

      assert.deepEqual(await uploads.find('plan'), plan);
      assert.deepEqual(await uploads.find('part'), part);
    });

    it('comes back whole when it is larger than a row and a transaction of storage', async () => {
      const title = `${'å😀'.repeat(20_000)}|`.repeat(50);
      const large = anUpload('large', { content: { kind: 'plan', file: aPlanFile({ title }) } });
      await uploads.save(large);

      assert.deepEqual(await uploads.find('large'), large);
    });

    it('is nobody’s under another id, whatever signs that has', async () => {
      await uploads.save(anUpload('aB-_9'));

      for (const id of ['', 'ab-_9', 'aB-_9|', "' or '1' eq '1", 'x'.repeat(10_240)]) {
        assert.equal(await uploads.find(id), undefined, id);
      }
    });

    it('ends once, however many end it at the same time', async () => {
      await uploads.save(anUpload('pressed'));

      const ended = await Promise.all(Array.from({ length: 10 }, () => uploads.end('pressed', 'done')));

      assert.equal(ended.filter(Boolean).length, 1);
      assert.deepEqual(await uploads.find('pressed'), anUpload('pressed', { state: 'done' }));
      assert.equal(await uploads.end('pressed', 'cancelled'), false);
      assert.equal((await uploads.find('pressed'))?.state, 'done');
    });

    it('can’t be ended when there is none', async () => {
      assert.equal(await uploads.end('nothing', 'done'), false);
    });
  });
}

describe('Files that waited in Azure Tables', () => {
  let table: Table;
  let uploads: UploadStore;

  before(async () => {
    table = await aTable();
    uploads = new UploadRows(table);
  });

  it('are removed, all of them, when another comes a week later; younger ones stay', async () => {
    await uploads.save(anUpload('old', { content: { kind: 'plan', file: aPlanFile({ title: 'x'.repeat(100_000) }) } }));
    await uploads.save(anUpload('younger', { receivedAt: new Date('2026-11-06T07:00:00.000Z') }));

    await uploads.save(anUpload('new', { receivedAt: new Date('2026-11-12T07:00:00.001Z') }));

    assert.equal(await uploads.find('old'), undefined);
    assert.deepEqual(await table.list("PartitionKey eq 'upload|old'"), []);
    assert.equal((await uploads.find('younger'))?.id, 'younger');
    assert.equal((await uploads.find('new'))?.id, 'new');
  });
});

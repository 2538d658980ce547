import assert from 'node:assert/strict';
import { anAnswer, aStoredAnswer, kronor, missing } from '../support/builders.ts';
import { FakeClock } from '../support/fakes.ts';
import { answersIn, aTable } from './open-stores.ts';

describe('An answer from before investments were asked for', () => {
  it('is read as one without any, and can be corrected to one that has some', async () => {
    const clock = new FakeClock('2026-11-05T08:00:00+01:00');
    const table = await aTable();
    const stored = aStoredAnswer();
    await answersIn(table, clock).save(stored, []);
    for (const rowKey of ['answer', 'log|000001']) {
      const row = (await table.find('BUN|2026-10', rowKey)) ?? assert.fail();
      assert.equal(row.investments, '[]');
      const columns = Object.entries(row).filter(([name]) => !/^(?:odata\.|etag|timestamp|investments)/.test(name));
      await table.replace({ ...Object.fromEntries(columns), partitionKey: 'BUN|2026-10', rowKey }, row.etag);
    }
    const store = answersIn(table, clock);

    assert.deepEqual(await store.find('BUN', '2026-10'), stored);

    const investments = [{ project: 'Ny skola', outcome: kronor(1), forecast: missing() }];
    const corrected = aStoredAnswer({ revision: 2, answer: anAnswer({ investments }) });
    assert.equal(await store.save(corrected, []), 'saved');
    assert.deepEqual(await answersIn(table, clock).find('BUN', '2026-10'), corrected);
    assert.deepEqual(await store.findRevision('BUN', '2026-10', 1), stored);
  });
});

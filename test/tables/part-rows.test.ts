import assert from 'node:assert/strict';
import type { HandedInPart } from '../../src/ports.ts';
import { PartRows } from '../../src/tables/part-rows.ts';
import { StorageUnreachable } from '../../src/tables/storage.ts';
import { FakeParts } from '../support/fakes.ts';
import { aCommitment, anActivity, aPart } from '../support/part-builders.ts';
import { aTable } from './open-stores.ts';

function handedIn(id: string, overrides: Partial<HandedInPart> = {}): Omit<HandedInPart, 'etag'> {
  return {
    ...{ id, part: aPart(), handedInBy: 'rapportor.bun@styrmodell.example' },
    handedInAt: new Date('2026-11-05T08:00:00.000Z'),
    ...overrides,
  };
}

function withoutEtag(stored: HandedInPart | undefined): object | undefined {
  if (!stored) return undefined;
  const { etag: _, ...rest } = stored;
  return rest;
}

const adopted = {
  ...{ date: '2026-11-04', paragraph: '§ 112 "å"', by: 'forvaltningschef.bun@styrmodell.example' },
  at: new Date('2026-11-05T09:00:00.000Z'),
};

const places = {
  'in memory': async () => new FakeParts(),
  'in Azure Tables': async () => new PartRows(await aTable()),
};

for (const [place, open] of Object.entries(places)) {
  describe(`A committee’s part ${place}`, () => {
    it('comes back as it was handed in, with its decision when it has one', async () => {
      const parts = await open();
      const first = handedIn('first', { basedOn: 3 });
      await parts.save(first);

      const stored = await parts.find('2026-2029', 'BUN');
      assert.deepEqual(withoutEtag(stored), first);

      assert.equal(await parts.save({ ...first, adopted }, stored?.etag), 'saved');
      assert.deepEqual(withoutEtag(await parts.find('2026-2029', 'BUN')), { ...first, adopted });
    });

    it('is nobody else’s, and no other plan’s', async () => {
      const parts = await open();
      await parts.save(handedIn('first'));

      assert.equal(await parts.find('2026-2029', 'SN'), undefined);
      assert.equal(await parts.find('2030-2033', 'BUN'), undefined);
      assert.deepEqual(await parts.list('2030-2033'), []);
    });

    it('is listed with those of the plan’s other committees', async () => {
      const parts = await open();
      await parts.save(handedIn('one'));
      await parts.save(handedIn('two', { part: aPart({ committee: 'SN' }) }));

      const listed = await parts.list('2026-2029');

      assert.deepEqual(listed.map(({ part }) => part.committee).sort(), ['BUN', 'SN']);
    });

    it('is replaced only by somebody who has seen it', async () => {
      const parts = await open();
      await parts.save(handedIn('first'));
      const seen = await parts.find('2026-2029', 'BUN');

      assert.equal(await parts.save(handedIn('blind')), 'conflict');
      assert.equal(await parts.save(handedIn('second'), seen?.etag), 'saved');
      assert.equal(await parts.save(handedIn('late'), seen?.etag), 'conflict');
      assert.equal((await parts.find('2026-2029', 'BUN'))?.id, 'second');
    });

    it('is large when the committee is', async () => {
      const parts = await open();
      const activities = Array.from({ length: 600 }, (_, index) =>
        anActivity(`A${index}`, { name: `Läsa 😀 ${'å'.repeat(200)} ${index}` }),
      );
      const large = handedIn('large', { part: aPart({ commitments: [aCommitment('BUN-1', 'LASA', { activities })] }) });

      await parts.save(large);

      assert.deepEqual(withoutEtag(await parts.find('2026-2029', 'BUN')), large);
    });
  });
}

describe('The history of a committee’s part', () => {
  it('keeps every time that it was handed in, with its content, and the decision', async () => {
    const table = await aTable();
    const parts = new PartRows(table);
    await parts.save(handedIn('first'));
    const first = await parts.find('2026-2029', 'BUN');
    await parts.save(handedIn('second', { part: aPart({ commitments: [] }) }), first?.etag);
    const second = await parts.find('2026-2029', 'BUN');
    assert.ok(second);
    await parts.save({ ...second, adopted }, second.etag);

    const rows = await table.list("PartitionKey eq 'part|2026-2029' and RowKey lt 'log}' and RowKey ge 'log|'");
    assert.deepEqual(
      rows.map(({ rowKey, id, adopted: decision }) => [rowKey, id, decision !== undefined]),
      [
        ['log|BUN|000001', 'first', false],
        ['log|BUN|000002', 'second', false],
        ['log|BUN|000003', 'second', true],
      ],
    );
    assert.equal((await table.list("PartitionKey eq 'handed-in|first'")).length, 1);
  });

  it('tells success from failure when the answer to the write was lost', async () => {
    const table = await aTable();
    const parts = new PartRows(table);
    const transact = table.transact.bind(table);
    let arrives = true;
    table.transact = async (actions) => {
      const isIndex = actions.some(([, row]) => String(row.rowKey).startsWith('log|'));
      if (!isIndex || arrives) await transact(actions);
      if (isIndex) throw new StorageUnreachable('lost');
      return [];
    };

    assert.equal(await parts.save(handedIn('first')), 'saved');
    arrives = false;
    const seen = await parts.find('2026-2029', 'BUN');
    await assert.rejects(parts.save(handedIn('second'), seen?.etag), /lost/);
    assert.equal((await parts.find('2026-2029', 'BUN'))?.id, 'first');
  });

  it('is not told that a decision is stored when another one took its place', async () => {
    const table = await aTable();
    const parts = new PartRows(table);
    await parts.save(handedIn('first'));
    const seen = await parts.find('2026-2029', 'BUN');
    assert.ok(seen);
    const transact = table.transact.bind(table);
    table.transact = async (actions) => {
      if (!actions.some(([, row]) => String(row.rowKey).startsWith('log|'))) return transact(actions);
      table.transact = transact;
      await parts.save({ ...seen, adopted: { ...adopted, paragraph: '§ 113' } }, seen.etag);
      throw new StorageUnreachable('lost');
    };

    await assert.rejects(parts.save({ ...seen, adopted }, seen.etag), /lost/);
  });
});

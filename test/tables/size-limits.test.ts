import assert from 'node:assert/strict';
import type { Answer } from '../../src/domain/answer.ts';
import type { Table } from '../../src/tables/storage.ts';
import { anAnswer, aStoredAnswer } from '../support/builders.ts';
import { FakeClock } from '../support/fakes.ts';
import { answersIn, aTable } from './open-stores.ts';

/** Azure’s limits, which Azurite does not keep: we have to. */
describe('A row that Azure would refuse', () => {
  let table: Table;
  const where = { partitionKey: 'p', rowKey: 'r' };

  before(async () => {
    table = await aTable();
  });

  it('bad-122 is one with a text of more than 32 768 characters', async () => {
    await table.put({ ...where, text: 'å'.repeat(32_768) });

    assert.equal(String((await table.find('p', 'r'))?.text).length, 32_768);
    await assert.rejects(table.put({ ...where, text: 'å'.repeat(32_769) }), /text has 32769 characters/);
    await assert.rejects(table.create({ ...where, text: 'å'.repeat(32_769) }), /text has 32769 characters/);
    await assert.rejects(table.replace({ ...where, text: 'å'.repeat(32_769) }, '*'), /text has 32769 characters/);
  });

  it('bad-122 is one of more than a mebibyte', async () => {
    const columns = Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`text${n}`, 'å'.repeat(31_000)]));

    await assert.rejects(table.put({ ...where, ...columns }), /larger than Azure takes/);
  });

  it('bad-124 is one with a property name that Azure does not take, or keeps for itself', async () => {
    for (const name of [
      'a-b',
      'a b',
      '1a',
      'å',
      '',
      'a'.repeat(256),
      'PartitionKey',
      'RowKey',
      'Timestamp',
      '__proto__',
    ]) {
      const row = Object.defineProperty({ ...where }, name, { value: 1, enumerable: true });
      await assert.rejects(table.put(row), /Azure refuses the property name/, name);
    }
    await table.put({ ...where, ['a'.repeat(255)]: 1 });
  });

  it('bad-124 is one of more than 252 properties', async () => {
    const columns = Object.fromEntries(Array.from({ length: 251 }, (_, n) => [`n${n}`, n]));

    await assert.rejects(table.put({ ...where, ...columns }), /takes 252 properties, not 253/);
  });

  it('is one with a number that is none, or that loses its last digits', async () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 0.1, 2 ** 53])
      await assert.rejects(table.put({ ...where, value }), /value: numbers are kept as whole numbers/, String(value));
  });

  it('bad-127 is one of more than a hundred in a transaction', async () => {
    const rows = (count: number): ['create', { partitionKey: string; rowKey: string }][] =>
      Array.from({ length: count }, (_, n) => ['create', { partitionKey: `of ${count}`, rowKey: String(n) }]);

    await assert.rejects(table.transact(rows(101)), /takes 1–100 rows, not 101/);
    await assert.rejects(table.transact([]), /takes 1–100 rows, not 0/);
    assert.notEqual(await table.transact(rows(100)), 'conflict');
  });

  it('bad-127 is one that is twice in a transaction, or of another partition', async () => {
    await assert.rejects(
      table.transact([
        ['create', { partitionKey: 'twice', rowKey: 'a' }],
        ['upsert', { partitionKey: 'twice', rowKey: 'a' }],
      ]),
      /takes each row once/,
    );
    await assert.rejects(
      table.transact([
        ['create', { partitionKey: 'one', rowKey: 'a' }],
        ['create', { partitionKey: 'other', rowKey: 'b' }],
      ]),
      /rows of one partition/,
    );
    assert.equal(await table.find('twice', 'a'), undefined);
  });

  it('bad-127 is one that makes a transaction larger than four mebibytes', async () => {
    const text = 'å'.repeat(30_000);
    const full = Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`text${n}`, text]));
    const rows = Array.from({ length: 5 }, (_, n): ['create', { partitionKey: string; rowKey: string }] => [
      'create',
      { partitionKey: 'large', rowKey: String(n), ...full },
    ]);

    await assert.rejects(table.transact(rows), /transaction of \d+ bytes is larger than Azure takes/);
  });

  it('leaves nothing of an answer behind: all of it is stored or none', async () => {
    const store = answersIn(table, new FakeClock('2026-11-05T08:00:00+01:00'));
    const tooLong: Answer = anAnswer({ comment: 'x'.repeat(40_000) });

    await assert.rejects(store.save(aStoredAnswer({ answer: tooLong }), []), /comment has 40000 characters/);

    assert.equal(await store.find('BUN', '2026-10'), undefined);
    assert.equal(await store.findRevision('BUN', '2026-10', 1), undefined);
  });
});

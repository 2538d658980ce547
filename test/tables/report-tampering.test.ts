import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import type { BrokenRow } from '../../src/ports.ts';
import { ReportRows } from '../../src/tables/report-rows.ts';
import { seal } from '../../src/tables/sealed-row.ts';
import { azuriteConnectionString } from '../support/azurite.ts';
import {
  aCommitteeContent,
  aDecision,
  aMunicipalContent,
  anIndicatorContent,
  aVersion,
} from '../support/frozen-reports.ts';
import { aTable } from './open-stores.ts';

type RawRow = { partitionKey: string; rowKey: string } & Record<string, unknown>;

const anotherPeriod = '2026-04';
/** Large enough to take two rows. */
const large = aCommitteeContent('BUN', {
  indicators: Array.from({ length: 600 }, (_, at) => anIndicatorContent(`I${at}`)),
});

describe('A frozen report that somebody has changed in storage', () => {
  let client: TableClient;
  let reports: ReportRows;
  let rows: readonly RawRow[];

  before(async () => {
    const name = `Test${randomBytes(6).toString('hex')}`;
    reports = new ReportRows(await aTable(undefined, name));
    const connectionString = await azuriteConnectionString();
    client = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
    await compile('2026-04', 1);
    await compile('2026-08', 1);
    await decide(1);
    await compile('2026-08', 2);
    await compile('2026-08', 3);
    await decide(3);
    rows = (await allRows()).filter(({ partitionKey }) => partitionKey !== 'decisions');
  });

  async function compile(period: '2026-04' | '2026-08', number: number): Promise<void> {
    const [, ...others] = aMunicipalContent().committees;
    const content = aMunicipalContent({ period, committees: number === 1 ? [large, ...others] : others });
    const reason = number === 1 ? {} : { reason: 'Rättat efter "beslutet"' };
    assert.notEqual(await reports.freeze(aVersion(period, { number, content, ...reason })), 'conflict');
  }

  async function decide(number: number): Promise<void> {
    const seal = (await reports.findVersion('2026-08', number))?.seal ?? '';
    assert.equal(await reports.decide('2026-08', aDecision({ version: number, seal })), 'saved');
  }

  async function allRows(): Promise<RawRow[]> {
    const found: RawRow[] = [];
    for await (const { etag: _, timestamp: __, ...row } of client.listEntities<Record<string, unknown>>())
      found.push({ ...row, partitionKey: String(row.partitionKey), rowKey: String(row.rowKey) });
    return found;
  }

  /** Puts one row in the place of another, asks, and puts the old one back. */
  async function brokenWith(row: RawRow, instead: RawRow | undefined): Promise<readonly BrokenRow[]> {
    await (instead
      ? client.upsertEntity(instead, 'Replace')
      : client.deleteEntity(row.partitionKey, row.rowKey, { etag: '*' }));
    const { broken } = await reports.verify();
    await client.upsertEntity(row, 'Replace');
    return broken;
  }

  /** What people call a row. */
  function nameOf({ partitionKey, rowKey, name, piece }: RawRow): string {
    if (rowKey === 'version|chain') return `${partitionKey}|chain`;
    const [, period, number] = /^frozen\|([\d-]+)\|(\d+)\|/.exec(partitionKey) ?? [];
    if (period) return `${period}|${number}|${name}${piece === '1' ? '' : `|${piece}`}`;
    const [, of, isDecision] = /^version\|(\d+)(\|decision)?$/.exec(rowKey) ?? [];
    return `${partitionKey}|${of}|${isDecision ? 'decision' : 'head'}`;
  }

  it('is known by all its rows, and is whole before anybody touches it', async () => {
    const verified = await reports.verify();

    assert.deepEqual(verified, { versions: 4, rows: rows.length, broken: [] });
    assert.deepEqual(
      rows
        .map(nameOf)
        .filter((name) => name.startsWith('2026-08|') && !/\|00000[23]\|/.test(name))
        .sort(),
      [
        ...['2026-08|000001|about', '2026-08|000001|committee-BUN', '2026-08|000001|committee-BUN|2'],
        ...['2026-08|000001|committee-BUN|3', '2026-08|000001|committee-MSN', '2026-08|000001|committee-SN'],
        ...['2026-08|000001|decision', '2026-08|000001|head', '2026-08|000001|report', '2026-08|chain'],
      ],
    );
    assert.deepEqual((await reports.verify(anotherPeriod)).versions, 1);
  });

  it('is found by any column of any row, and that row is named', async () => {
    let columns = 0;
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (column === 'partitionKey' || column === 'rowKey') continue;
        const text = String(value);
        const changed = `${text.slice(0, -1)}${text.endsWith('x') ? 'y' : 'x'}`;
        const broken = await brokenWith(row, { ...row, [column]: changed });

        assert.deepEqual(broken, [{ row: nameOf(row), what: 'changed' }], `${nameOf(row)} ${column}`);
        columns += 1;
      }
    }
    assert.ok(columns > 150, `only ${columns} columns`);
  });

  it('is found by one sign in a figure, by a column that is gone, added, or of another kind', async () => {
    for (const row of rows) {
      const { hash, schema, ...withoutSchema } = row;
      const ways: readonly RawRow[] = [
        { ...withoutSchema, hash },
        { ...row, more: 'x' },
        { ...row, schema: Number(schema) },
        { ...row, schema: true },
      ];
      for (const way of ways)
        assert.deepEqual(await brokenWith(row, way), [{ row: nameOf(row), what: 'changed' }], nameOf(row));
    }
    const [figure] = rows.filter(({ name }) => name === 'committee-SN');
    assert.ok(figure);
    const content = String(figure.content).replace('"outcomeKr":812345', '"outcomeKr":812346');
    assert.deepEqual(await brokenWith(figure, { ...figure, content }), [{ row: nameOf(figure), what: 'changed' }]);
  });

  it('is found when the row’s own hash was reckoned anew', async () => {
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (['partitionKey', 'rowKey', 'hash'].includes(column)) continue;
        const forged = seal({ ...(row as Record<string, string> & RawRow), [column]: `${String(value)} ` });
        const broken = await brokenWith(row, forged);

        assert.equal(broken[0]?.row, nameOf(row), `${nameOf(row)} ${column}: ${JSON.stringify(broken)}`);
      }
    }
  });

  it('is found when all of a version’s rows were made anew: the last one is not the seal', async () => {
    const own = rows.filter(({ partitionKey }) => partitionKey.startsWith('frozen|2026-08|000001|'));
    let previous = '';
    const forged = own.map((row) => {
      const content = String(row.content).replace('controller@', 'nobody@');
      const next = seal({ ...(row as Record<string, string> & RawRow), content, previous });
      previous = next.hash;
      return next;
    });
    for (const row of forged) await client.upsertEntity(row, 'Replace');
    const { broken } = await reports.verify('2026-08');
    for (const row of own) await client.upsertEntity(row, 'Replace');

    assert.deepEqual(broken, [
      { row: '2026-08|000001|head', what: 'changed' },
      { row: '2026-08|000001|committee-MSN', what: 'changed' },
    ]);
  });

  it('is found by each row that is gone, and by its name', async () => {
    for (const row of rows)
      assert.deepEqual(await brokenWith(row, undefined), [{ row: nameOf(row), what: 'missing' }], nameOf(row));
  });

  it('is found by rows that were added, wherever they were put', async () => {
    for (const row of rows) {
      const frozen = row.partitionKey.startsWith('frozen|');
      const added = { ...row, rowKey: frozen ? 'row|000999' : 'version|000009', name: 'committee-NY' };
      await client.upsertEntity(added, 'Replace');
      const { broken } = await reports.verify();
      await client.deleteEntity(added.partitionKey, added.rowKey);

      assert.equal(broken.length, 1, nameOf(row));
      assert.equal(broken[0]?.what, 'added');
      assert.match(broken[0]?.row ?? '', frozen ? /\|committee-NY(\|\d)?$/ : /^2026-0[48]\|000009\|head$/);
    }
  });

  it('is found when two rows have changed places, or one stands in another’s', async () => {
    const [one, other] = rows.filter(({ name }) => name === 'committee-SN' || name === 'committee-MSN');
    assert.ok(one && other);
    await client.upsertEntity({ ...one, rowKey: other.rowKey }, 'Replace');
    const broken = await brokenWith(one, { ...other, rowKey: one.rowKey });
    await client.upsertEntity(other, 'Replace');

    assert.deepEqual(
      broken,
      [one, other].map((row) => ({ row: nameOf(row), what: 'changed' })),
    );
  });

  it('is found when the newest version or all of them were taken away, as long as the record knows of them', async () => {
    const heads = rows.filter(
      ({ rowKey, partitionKey }) => partitionKey === '2026-04' && rowKey.startsWith('version|'),
    );
    await client.createEntity({ partitionKey: '2026-04', rowKey: 'report|municipality', version: 1 });
    for (const head of heads) await client.deleteEntity(head.partitionKey, head.rowKey);
    const { broken } = await reports.verify();
    for (const head of heads) await client.createEntity(head);
    await client.deleteEntity('2026-04', 'report|municipality');

    assert.deepEqual(broken, [{ row: '2026-04|000001|head', what: 'missing' }]);
  });

  it('makes no document: what is not as it was frozen is not shown as if it were', async () => {
    const names = ['about', 'report', 'committee-SN', 'head', 'decision'].map((name) => `2026-08|000001|${name}`);
    for (const name of names) {
      const row = rows.find((one) => nameOf(one) === name);
      assert.ok(row, name);
      await client.upsertEntity({ ...row, mark: 'x', content: '{"committeeId":"SN"}' }, 'Replace');
      await assert.rejects(reports.findVersion('2026-08', 1), /is not as it was frozen: verify it/, name);
      await client.upsertEntity(row, 'Replace');
    }

    assert.equal((await reports.findVersion('2026-08', 1))?.content.committees.length, 3);
  });

  it('is whole after all this', async () => {
    assert.deepEqual((await reports.verify()).broken, []);
  });
});

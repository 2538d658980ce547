import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { planText } from '../../src/documents/plan-text.ts';
import type { PlanFile } from '../../src/domain/plan-document.ts';
import { PlanRows, type PlanText } from '../../src/tables/plan-rows.ts';
import { StorageUnreachable, Table } from '../../src/tables/storage.ts';
import { azuriteConnectionString } from '../support/azurite.ts';
import { aPlanFile, exampleFile, examplePlanText } from '../support/builders.ts';
import { FakeClock } from '../support/fakes.ts';
import { type FlakyStorage, startFlakyStorage } from '../support/flaky-storage.ts';
import { asItIs, aTable } from './open-stores.ts';

const how = { validFrom: '2026-01', publishedBy: 'styr', reason: '' } as const;

/** Every part of every plan text, as it lies in storage. */
async function partsIn(table: Table): Promise<string[]> {
  const rows = await table.list("PartitionKey ne 'current' and PartitionKey ne 'versions'");
  return rows.map((row) => String(row.text));
}

function aPlanFileSaying(text: string): PlanFile {
  return aPlanFile({ vision: { name: 'En kommun', text, focusAreas: [] } });
}

/** Lets so many writes through, and then kills whoever writes. */
function killedAfter(table: Table, writes: number): Table {
  const { create, transact } = { create: table.create.bind(table), transact: table.transact.bind(table) };
  let left = writes;
  const live = (): void => {
    if (left === 0) throw new Error('killed');
    left -= 1;
  };
  return Object.assign(Object.create(table) as Table, {
    list: table.list.bind(table),
    find: table.find.bind(table),
    create: async (row: Parameters<Table['create']>[0]) => {
      live();
      return create(row);
    },
    transact: async (actions: Parameters<Table['transact']>[0]) => {
      live();
      return transact(actions);
    },
  });
}

/** Storage as it was before there were versions: the text in parts, and a pointer to the one in force. */
async function storedBeforeVersions(table: Table, text: string): Promise<void> {
  const version = createHash('sha256').update(text).digest('hex');
  const parts = text.match(/[\s\S]{1,30000}/g) ?? [];
  for (const [index, part] of parts.entries())
    await table.put({ partitionKey: version, rowKey: `part|${String(index).padStart(4, '0')}`, text: part });
  await table.put({ partitionKey: 'current', rowKey: 'current', version, parts: parts.length });
}

describe('A plan in storage', () => {
  const clock = new FakeClock('2026-11-05T08:00:00+01:00');

  it('is cut between signs, never through one, and no part is longer than Azure takes', async () => {
    const table = await aTable();
    const plans = new PlanRows(table, asItIs, clock);

    for (const offset of [0, 1])
      await plans.publish(aPlanFileSaying(`${'x'.repeat(offset)}${'😀'.repeat(40_000)}`), how);

    const parts = await partsIn(table);
    assert.equal(parts.length, 6);
    assert.ok(parts.every((part) => part.isWellFormed() && part.length <= 32_768));
  });

  it('is the text that a plan file has, of the example plan too', async () => {
    const table = await aTable();
    const plans = new PlanRows(table, planText, clock);

    await plans.publish(exampleFile(), how);

    assert.equal((await partsIn(table)).join(''), planText.write(exampleFile()));
    assert.deepEqual(await new PlanRows(table, planText, clock).file(), exampleFile());
  });

  it('may be as large as ten thousand indicators make it', async () => {
    const table = await aTable();
    const [indicator] = exampleFile().current.indicators;
    assert.ok(indicator);
    const indicators = Array.from({ length: 10_000 }, (_, n) => ({ ...indicator, id: `IND-${n}` }));
    const file = aPlanFile({ indicators });

    await new PlanRows(table, asItIs, clock).publish(file, how);

    assert.deepEqual(await new PlanRows(table, asItIs, clock).file(), file);
  });

  // The first version’s row again, four transactions of parts, and the new version’s row.
  for (const writes of [0, 1, 3, 5]) {
    it(`whose publisher is killed after ${writes} writes is not in force: the old one is, until the next try`, async () => {
      const table = await aTable();
      const old = aPlanFile({ title: 'Den gamla' });
      const file = aPlanFileSaying('x'.repeat(5_000_000));
      await new PlanRows(table, asItIs, clock).publish(old, how);

      await assert.rejects(new PlanRows(killedAfter(table, writes), asItIs, clock).publish(file, how), /killed/);

      assert.deepEqual(await new PlanRows(table, asItIs, clock).file(), old);
      assert.equal(await new PlanRows(table, asItIs, clock).publish(file, how), 'published');
      assert.deepEqual(await new PlanRows(table, asItIs, clock).file(), file);
    });
  }

  it('is seen by a process that has read an earlier one, within five seconds', async () => {
    const table = await aTable();
    const moving = new FakeClock('2026-11-05T08:00:00+01:00');
    const [writer, reader] = [new PlanRows(table, asItIs, moving), new PlanRows(table, asItIs, moving)];
    await writer.publish(aPlanFile({ title: 'Första' }), how);
    await reader.current();
    await writer.publish(aPlanFile({ title: 'Andra' }), how);
    moving.pass(5);

    assert.equal((await reader.current())?.plan.title, 'Andra');
  });

  it('is seen at once by a process that was too late with its own', async () => {
    const table = await aTable();
    const [faster, late] = [1, 2].map(() => new PlanRows(table, planText, clock));
    assert.ok(faster && late);
    await late.versions();
    await faster.publish(aPlanFile(), how, 0);

    assert.equal(await late.publish(aPlanFileSaying('för sent'), how, 0), 'conflict');

    assert.equal((await late.versions()).length, 1);
  });

  it('is read and put together once for all months with the same budgets, however often it is asked for', async () => {
    const table = await aTable();
    const moving = new FakeClock('2026-11-05T08:00:00+01:00');
    let read = 0;
    const counting: PlanText = {
      ...asItIs,
      read: (text) => {
        read += 1;
        return asItIs.read(text);
      },
    };
    const plans = new PlanRows(table, counting, moving);
    await plans.publish(aPlanFile(), how);
    const october = await plans.forMonth('2026-10');
    for (let round = 0; round < 4; round++) {
      await Promise.all([plans.current(), plans.forMonth('2026-10')]);
      moving.pass(60);
    }

    assert.equal(read, 1);
    assert.equal(await plans.forMonth('2026-10'), october);
    assert.equal(await plans.forMonth('2026-03'), october);
  });
});

describe('A plan on a line that breaks', () => {
  const clock = new FakeClock('2026-11-05T08:00:00+01:00');
  const name = `Plans${randomBytes(6).toString('hex')}`;
  const old = aPlanFile({ title: 'Den gamla' });
  let line: FlakyStorage;
  /** Through the line that breaks. */
  let plans: PlanRows;
  /** Past it. */
  let truth: PlanRows;

  before(async () => {
    line = await startFlakyStorage(await azuriteConnectionString());
    truth = new PlanRows(await aTable(undefined, name), asItIs, clock);
    plans = new PlanRows(await aTable(line.connectionString, name), asItIs, clock);
    await truth.publish(old, how);
    await truth.publish(aPlanFile(), how); // from here on the first version has its row
  });
  beforeEach(() => {
    clock.pass(60);
  });
  after(() => line.close());

  it('is in force when only the storage’s last answer was lost', async () => {
    line.fates.push('pass', 'lose-answer'); // its text, and its row

    assert.equal(await plans.publish(aPlanFile({ title: 'Ny' }), how), 'published');
    assert.equal((await truth.current())?.plan.title, 'Ny');
  });

  for (const fates of [['lose-call'], ['lose-answer'], ['pass', 'lose-call'], ['pass', 'busy']] as const) {
    it(`is not in force, and nobody is told so, when the storage never got it (${fates.join(', ')})`, async () => {
      const file = aPlanFile({ title: `Ny ${fates.join(' ')}` });
      const before = await truth.file();
      line.fates.push(...fates);

      await assert.rejects(plans.publish(file, how), StorageUnreachable);

      clock.pass(5);
      assert.deepEqual(await truth.file(), before);
      assert.equal(await plans.publish(file, how), 'published');
    });
  }

  it('is not taken for in force when it was another’s that got its number', async () => {
    const theirs = aPlanFile({ title: 'Deras' });
    const create = Table.prototype.create;
    Table.prototype.create = async function (row) {
      Table.prototype.create = create;
      await truth.publish(theirs, how);
      line.fates.push('lose-answer');
      return create.call(this, row);
    };

    await assert.rejects(plans.publish(aPlanFile({ title: 'Min' }), how), StorageUnreachable);

    clock.pass(5);
    assert.deepEqual(await truth.file(), theirs);
  });
});

describe('Two plans', () => {
  it('are each unchanged by their own file once more, also when the other one was put in force last', async () => {
    const plans = new PlanRows(await aTable(), planText, new FakeClock('2026-11-05T08:00:00+01:00'));
    const [current, next] = [aPlanFile(), aPlanFile({ id: '2027-2030', periodFrom: 2027, periodTo: 2030 })];
    await plans.publish(current, how);
    await plans.publish(next, { ...how, validFrom: '2027-01' });

    assert.equal(await plans.publish(current, { ...how, validFrom: '2026-10' }), 'unchanged');
    assert.equal((await plans.versions()).length, 2);
  });
});

describe('A plan that was put in force before there were versions', () => {
  const clock = new FakeClock('2026-11-05T08:00:00+01:00');

  it('is the first version, valid from its first month', async () => {
    const table = await aTable();
    await storedBeforeVersions(table, examplePlanText());
    const plans = new PlanRows(table, planText, clock);

    const [first, ...more] = await plans.versions();

    assert.deepEqual(more, []);
    assert.deepEqual(
      [first?.number, first?.planId, first?.validFrom, first?.publishedBy],
      [1, '2026-2029', '2026-01', 'styr'],
    );
    assert.ok(first && Math.abs(first.publishedAt.getTime() - Date.now()) < 60_000);
    assert.deepEqual((await plans.forMonth('2026-10'))?.document, exampleFile().current);
  });

  it('is unchanged by an import of the same file', async () => {
    const table = await aTable();
    await storedBeforeVersions(table, examplePlanText());

    assert.equal(await new PlanRows(table, planText, clock).publish(exampleFile(), how), 'unchanged');
  });

  it('stays as the first version when the second comes', async () => {
    const table = await aTable();
    await storedBeforeVersions(table, examplePlanText());
    const plans = new PlanRows(table, planText, clock);
    const [first] = await plans.versions();
    const file = exampleFile();
    const corrected = { ...file, current: { ...file.current, title: 'Rättad' } };

    assert.equal(await plans.publish(corrected, { ...how, validFrom: '2026-11' }, 1), 'published');

    const after = new PlanRows(table, planText, clock);
    assert.deepEqual((await after.versions())[0], first);
    assert.equal((await after.forMonth('2026-10'))?.plan.title, file.current.title);
    assert.equal((await after.forMonth('2026-11'))?.plan.title, 'Rättad');
  });
});

import assert from 'node:assert/strict';
import { PlanRows } from '../../src/tables/plan-rows.ts';
import type { Table } from '../../src/tables/storage.ts';
import { aPlan, examplePlanText } from '../support/builders.ts';
import { FakeClock } from '../support/fakes.ts';
import { aTable, readAsTitle } from './open-stores.ts';

/** Every part of every plan text, as it lies in storage. */
async function partsIn(table: Table): Promise<string[]> {
  const rows = await table.list("PartitionKey ne 'current'");
  return rows.map((row) => String(row.text));
}

describe('A plan’s text in storage', () => {
  const clock = new FakeClock('2026-11-05T08:00:00+01:00');

  it('is cut between signs, never through one, and no part is longer than Azure takes', async () => {
    const table = await aTable();
    const plans = new PlanRows(table, readAsTitle, clock);

    for (const offset of [0, 1]) await plans.publish(`${'x'.repeat(offset)}${'😀'.repeat(40_000)}`);

    const parts = await partsIn(table);
    assert.equal(parts.length, 6);
    assert.ok(parts.every((part) => part.isWellFormed() && part.length <= 32_768));
  });

  it('is whole, of the example plan too', async () => {
    const table = await aTable();
    const plans = new PlanRows(table, readAsTitle, clock);

    await plans.publish(examplePlanText());

    assert.equal((await partsIn(table)).join(''), examplePlanText());
    assert.equal((await new PlanRows(table, readAsTitle, clock).current())?.plan.title, examplePlanText());
  });

  it('that cannot be read is not written', async () => {
    const table = await aTable();
    const broken = new PlanRows(
      table,
      () => {
        throw new Error('Planen kan inte läsas');
      },
      clock,
    );

    await assert.rejects(broken.publish('broken'), /Planen kan inte läsas/);

    assert.deepEqual(await partsIn(table), []);
  });

  it('half of which was written is not in force: the old one is, until the next import', async () => {
    const table = await aTable();
    const plans = new PlanRows(table, readAsTitle, clock);
    await plans.publish('the old plan');
    const put = table.put.bind(table);
    let left = 2;
    table.put = async (row) => {
      if (left === 0) throw new Error('killed');
      left -= 1;
      return put(row);
    };
    await assert.rejects(plans.publish('x'.repeat(100_000)), /killed/);
    table.put = put;

    assert.equal((await new PlanRows(table, readAsTitle, clock).current())?.plan.title, 'the old plan');
    assert.equal(await plans.publish('x'.repeat(100_000)), 'published');
    assert.equal((await new PlanRows(table, readAsTitle, clock).current())?.plan.title.length, 100_000);
  });

  it('is seen by a process that has read an earlier one, within five seconds', async () => {
    const table = await aTable();
    const moving = new FakeClock('2026-11-05T08:00:00+01:00');
    const [writer, reader] = [new PlanRows(table, readAsTitle, moving), new PlanRows(table, readAsTitle, moving)];
    await writer.publish('first');
    await reader.current();
    await writer.publish('second');
    moving.pass(5);

    assert.equal((await reader.current())?.plan.title, 'second');
  });

  it('is read once for as long as it is in force', async () => {
    const table = await aTable();
    const moving = new FakeClock('2026-11-05T08:00:00+01:00');
    let read = 0;
    const plans = new PlanRows(
      table,
      () => {
        read += 1;
        return aPlan();
      },
      moving,
    );
    await plans.publish('a plan');
    for (let round = 0; round < 4; round++) {
      await plans.current();
      moving.pass(60);
    }

    assert.equal(read, 2); // once to see that it can be read, once out of storage
  });
});

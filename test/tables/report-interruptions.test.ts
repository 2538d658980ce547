import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { NO_TEXTS, type ReportEvent, type ReportRecord } from '../../src/domain/report-record.ts';
import type { ReportVersion } from '../../src/ports.ts';
import { ReportRows } from '../../src/tables/report-rows.ts';
import { StorageUnreachable } from '../../src/tables/storage.ts';
import { azuriteConnectionString } from '../support/azurite.ts';
import { type FlakyStorage, startFlakyStorage } from '../support/flaky-storage.ts';
import {
  aCommitteeContent,
  aDecision,
  aMunicipalContent,
  anIndicatorContent,
  aVersion,
} from '../support/frozen-reports.ts';
import { killedTable } from '../support/killed-table.ts';
import { aTable } from './open-stores.ts';

const period = '2026-08';
const rut = { upn: 'rut@styrmodell.example', name: 'Rut Ek' };

/** Ten committees with two hundred indicators each, and texts as long as they may be in the signs that take most room. */
function aLargeContent(): ReportVersion['content'] {
  const text = '😀'.repeat(4_000);
  const goals = Array.from({ length: 10 }, (_, at) => ({
    ...{ goalId: `G${at}`, name: `Mål ${at}`, contributesTo: [] },
    graded: { gradeId: 'hog', motivation: text },
    proposal: { reason: { kind: 'nothing-to-judge-by', missing: 2 } } as const,
  }));
  const committees = Array.from({ length: 10 }, (_, number) =>
    aCommitteeContent(`N${number}`, {
      indicators: Array.from({ length: 200 }, (__, at) => anIndicatorContent(`I${number}-${at}`)),
      texts: { summary: text, events: text, outlook: text, staff: text },
      ...{ comment: text, goals },
    }),
  );
  return aMunicipalContent({ committees, texts: { summary: text, events: text, outlook: text, staff: text } });
}

describe('A compiled report of a large municipality', () => {
  it('fits in rows that Azure takes, and comes back exactly as it was with two questions', async () => {
    const table = await aTable();
    const reports = new ReportRows(table);
    const version = aVersion(period, { content: aLargeContent() });
    await reports.freeze(version);
    let questions = 0;
    const list = table.list.bind(table);
    table.list = (...given) => {
      questions += 1;
      return list(...given);
    };

    const found = await reports.findVersion(period);

    assert.deepEqual(found?.content, version.content);
    assert.equal(questions, 2);
    assert.deepEqual((await reports.verify(period)).broken, []);
  });
});

describe('A compilation that is killed', () => {
  it('is not there until all of it is, and can be done again with what holds then', async () => {
    const content = aLargeContent();
    let kills = 0;
    for (;;) {
      const table = await aTable();
      const reports = new ReportRows(table);
      const killed = new ReportRows(killedTable(table, { left: kills }));
      const outcome = await killed.freeze(aVersion(period, { content })).catch((error: Error) => error.message);
      if (outcome !== 'killed') break;

      assert.deepEqual(await reports.versions(period), []);
      assert.deepEqual((await reports.verify()).broken, []);
      const again = aVersion(period, { content: aMunicipalContent(), compiledBy: 'annan@styrmodell.example' });
      assert.notEqual(await reports.freeze(again), 'conflict');
      assert.deepEqual((await reports.findVersion(period))?.content, again.content);
      assert.deepEqual((await reports.verify()).broken, []);
      kills += 1;
    }
    assert.ok(kills > 2, `only ${kills} steps`);
  });
});

describe('A decision that is killed while it is registered', () => {
  it('is stored with its money waiting, or not at all, and can be registered again', async () => {
    let kills = 0;
    for (;;) {
      const table = await aTable();
      const reports = new ReportRows(table);
      const frozen = await reports.freeze(aVersion(period));
      assert.ok(frozen !== 'conflict');
      const decision = aDecision({ seal: frozen.seal });
      const killed = new ReportRows(killedTable(table, { left: kills }));
      const outcome = await killed.decide(period, decision).catch((error: Error) => error.message);
      if (outcome !== 'killed') break;

      assert.deepEqual(await reports.decisionsToCarryOut(), []);
      assert.equal(await reports.decide(period, decision), 'saved');
      assert.deepEqual(await reports.decisionsToCarryOut(), [{ period, decision }]);
      kills += 1;
    }
    assert.equal(kills, 2);
  });
});

describe('A report on a line that breaks', () => {
  let line: FlakyStorage;
  let reports: ReportRows;
  let truth: ReportRows;

  before(async () => {
    line = await startFlakyStorage(await azuriteConnectionString());
  });
  beforeEach(async () => {
    const name = `Test${randomBytes(6).toString('hex')}`;
    truth = new ReportRows(await aTable(undefined, name));
    reports = new ReportRows(await aTable(line.connectionString, name));
  });
  afterEach(() => {
    line.fates.length = 0;
  });
  after(() => line.close());

  const record: ReportRecord = {
    ...{ scope: 'BUN', period, revision: 1, state: 'open', grades: [], registrationNumber: '' },
    texts: { ...NO_TEXTS, summary: 'Min' },
  };
  const event: ReportEvent = {
    ...{ revision: 1, at: new Date('2026-09-10T08:00:00Z'), by: rut, deed: 'write', from: 'open', to: 'open' },
  };

  it('is saved when only the storage’s answer was lost', async () => {
    line.fates.push('lose-answer');

    assert.equal(await reports.save(record, event, undefined), 'saved');

    assert.equal((await truth.history('BUN', period)).length, 1);
  });

  it('is not saved when the storage never got it', async () => {
    line.fates.push('lose-call');

    await assert.rejects(reports.save(record, event, undefined), StorageUnreachable);

    assert.equal(await truth.find('BUN', period), undefined);
  });

  it('is not taken for saved when somebody else’s took its place', async () => {
    const table = await aTable();
    const mine = new ReportRows(table);
    const theirs = { ...record, texts: { ...NO_TEXTS, summary: 'Deras' } };
    const transact = table.transact.bind(table);
    table.transact = async () => {
      table.transact = transact;
      await mine.save(theirs, event, undefined);
      throw new StorageUnreachable('lost');
    };

    await assert.rejects(mine.save(record, event, undefined), /lost/);

    assert.equal((await mine.find('BUN', period))?.texts.summary, 'Deras');
  });

  it('is frozen when only the answer to the last call was lost, and decided on likewise', async () => {
    line.fates.push('pass', 'lose-answer');
    const frozen = await reports.freeze(aVersion(period));
    assert.ok(frozen !== 'conflict');
    const decision = aDecision({ seal: frozen.seal });

    line.fates.push('pass', 'lose-answer');
    assert.equal(await reports.decide(period, decision), 'saved');

    assert.deepEqual((await truth.findVersion(period))?.decision, decision);
    assert.deepEqual(await truth.decisionsToCarryOut(), [{ period, decision }]);
    assert.deepEqual((await truth.verify()).broken, []);
  });

  it('is not frozen when the last call never came', async () => {
    line.fates.push('pass', 'lose-call');

    await assert.rejects(reports.freeze(aVersion(period)), StorageUnreachable);

    assert.equal(await truth.findVersion(period), undefined);
  });
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { sendOnce } from '../../src/features/delivery/send-once.ts';
import type { AnswerStore, Delivery, DeliveryKey, DeliveryStore, PeriodLedger, PromptForm } from '../../src/ports.ts';
import { CrewRows } from '../../src/tables/crew-rows.ts';
import { RoundRows } from '../../src/tables/round-rows.ts';
import { StorageUnreachable } from '../../src/tables/storage.ts';
import { azuriteConnectionString } from '../support/azurite.ts';
import { aPlan, aPrompt, aStoredAnswer } from '../support/builders.ts';
import { aKnownPerson, FakeClock, inMemoryPorts } from '../support/fakes.ts';
import { type Fate, type FlakyStorage, startFlakyStorage } from '../support/flaky-storage.ts';
import { answersIn, aTable, deliveriesIn, newId } from './open-stores.ts';

describe('An answer on a line that breaks', () => {
  const clock = new FakeClock('2026-11-05T08:00:00+01:00');
  const name = `Periods${randomBytes(6).toString('hex')}`;
  let line: FlakyStorage;
  /** Through the line that breaks. */
  let store: AnswerStore;
  /** Past it. */
  let truth: AnswerStore;
  let used = 0;
  function aFreshAnswer() {
    used += 1;
    return aStoredAnswer({ committeeId: `N${used}` });
  }
  function save(fate: Fate, ...[stored]: [ReturnType<typeof aFreshAnswer>]) {
    line.fates.push(fate);
    return store.save(stored, [{ kind: 'summary' }]);
  }

  before(async () => {
    line = await startFlakyStorage(await azuriteConnectionString());
    truth = answersIn(await aTable(undefined, name), clock);
    store = answersIn(await aTable(line.connectionString, name), clock);
  });
  afterEach(() => {
    line.fates.length = 0;
    line.always = undefined;
  });
  after(() => line.close());

  it('is saved when only the storage’s answer was lost, and asked for once', async () => {
    const stored = aFreshAnswer();
    const before = line.changes;

    assert.equal(await save('lose-answer', stored), 'saved');

    assert.deepEqual(await truth.find(stored.committeeId, '2026-10'), stored);
    assert.deepEqual((await truth.findYear(stored.committeeId, 2026)).length, 1);
    assert.equal(line.changes - before, 1);
  });

  it('is saved when only the storage’s answer to a correction was lost, and can be corrected again', async () => {
    const first = aFreshAnswer();
    await store.save(first, []);
    const second = aStoredAnswer({ committeeId: first.committeeId, revision: 2 });

    assert.equal(await save('lose-answer', second), 'saved');
    assert.deepEqual(await truth.find(first.committeeId, '2026-10'), second);

    const third = aStoredAnswer({ committeeId: first.committeeId, revision: 3 });
    assert.equal(await store.save(third, []), 'saved');
    assert.deepEqual(await truth.findRevision(first.committeeId, '2026-10', 1), first);
    assert.deepEqual(await truth.find(first.committeeId, '2026-10'), third);
  });

  it('is not taken for saved when somebody else’s was', async () => {
    const theirs = aFreshAnswer();
    await truth.save(theirs, []);

    const mine = { ...theirs, submissionKey: 'mine' };

    await assert.rejects(save('lose-answer', mine), StorageUnreachable);
    assert.deepEqual(await truth.find(theirs.committeeId, '2026-10'), theirs);
  });

  for (const fate of ['lose-call', 'busy'] as const) {
    it(`is told to be unsaved when the storage never got it (${fate}), and nothing is stored`, async () => {
      const stored = aFreshAnswer();
      const before = line.changes;

      await assert.rejects(save(fate, stored), StorageUnreachable);

      assert.equal(await truth.find(stored.committeeId, '2026-10'), undefined);
      assert.equal(line.changes - before, 1);
      assert.equal(await store.save(stored, []), 'saved');
    });
  }

  it('is not waited for without end: unsaved when the storage never took it, saved when it took it and never said so', async () => {
    const [never, taken] = [aFreshAnswer(), aFreshAnswer()];
    const before = line.changes;

    const waiting = assert.rejects(save('hang', never), StorageUnreachable);
    while (line.changes === before) await delay(5);
    assert.equal(await save('late', taken), 'saved');
    await waiting;

    assert.equal(await truth.find(never.committeeId, '2026-10'), undefined);
    assert.deepEqual(await truth.find(taken.committeeId, '2026-10'), taken);
  });

  it('is neither saved nor lost as far as anybody knows, when the storage is gone altogether', async () => {
    const stored = aFreshAnswer();
    line.always = 'lose-call';

    await assert.rejects(store.save(stored, []), StorageUnreachable);
    await assert.rejects(store.find(stored.committeeId, '2026-10'), StorageUnreachable);
    await assert.rejects(store.findYear(stored.committeeId, 2026), StorageUnreachable);
    line.always = undefined;

    assert.equal(await store.save(stored, []), 'saved');
  });
});

describe('A message’s claim on a line that breaks', () => {
  const name = `Periods${randomBytes(6).toString('hex')}`;
  const claim = { state: 'sending', owner: 'instance-1', claimedAt: new Date('2026-11-05T07:00:00Z') } as const;
  let line: FlakyStorage;
  let store: DeliveryStore;
  let truth: DeliveryStore;
  let used = 0;
  async function aFreshRow(): Promise<Delivery> {
    used += 1;
    return truth.ensure({ committeeId: `N${used}`, period: '2026-10', recipient: 'rut', kind: 'prompt' });
  }
  async function found(row: Delivery): Promise<Delivery | undefined> {
    return (await truth.find(row.committeeId, '2026-10', 'prompt'))[0];
  }

  before(async () => {
    line = await startFlakyStorage(await azuriteConnectionString());
    truth = deliveriesIn(await aTable(undefined, name));
    store = deliveriesIn(await aTable(line.connectionString, name));
  });
  afterEach(() => {
    line.fates.length = 0;
  });
  after(() => line.close());

  it('is ours when only the storage’s answer was lost, and can be ended', async () => {
    const row = await aFreshRow();
    line.fates.push('lose-answer');

    const claimed = await store.change(row, claim);

    assert.ok(claimed);
    assert.ok(await store.change(claimed, { state: 'sent' }));
    assert.equal((await found(row))?.state, 'sent');
  });

  it('goes out once, also when the answer to the record of it is lost too', async () => {
    const row = await aFreshRow();
    const world = inMemoryPorts();
    const ports = { ...world, deliveries: store };
    const conversation = await aKnownPerson(world, 'rut');
    line.fates.push('lose-answer', 'lose-answer');
    ports.messenger.willSend({ kind: 'sent', activityId: 'card-1' });

    await sendOnce(ports, row, conversation, { kind: 'monthly-prompt', form: theForm(row) });
    await sendOnce(ports, row, conversation, { kind: 'monthly-prompt', form: theForm(row) });

    const after = await found(row);
    assert.deepEqual([after?.state, after?.activityIds], ['sent', ['card-1']]);
    assert.equal(ports.messenger.messages.length, 1);
  });

  it('is not taken for ours when another’s is there', async () => {
    const row = await aFreshRow();
    await truth.change(row, { ...claim, owner: 'instance-2' });
    line.fates.push('lose-answer');

    await assert.rejects(store.change(row, claim), StorageUnreachable);

    assert.equal((await found(row))?.owner, 'instance-2');
  });

  it('is nobody’s when the storage never got it', async () => {
    const row = await aFreshRow();
    line.fates.push('lose-call');

    await assert.rejects(store.change(row, claim), StorageUnreachable);

    assert.equal((await found(row))?.state, 'ready');
  });
});

describe('A round on a line that breaks', () => {
  const name = `Periods${randomBytes(6).toString('hex')}`;
  const claim = { state: 'sending', owner: 'instance-1', claimedAt: new Date('2026-11-05T07:00:00Z') } as const;
  let line: FlakyStorage;
  let store: DeliveryStore;
  let truth: DeliveryStore;
  let answers: AnswerStore;
  let used = 0;
  function wanted(): DeliveryKey[] {
    used += 1;
    return ['a', 'b', 'c'].map((recipient) => ({
      ...{ committeeId: `N${used}`, period: '2026-10', kind: 'prompt', recipient },
    }));
  }
  async function planned(): Promise<{ rows: readonly Delivery[]; ledger: PeriodLedger }> {
    const rows = await truth.ensureAll(wanted());
    return { rows, ledger: await truth.ledger(rows[0]?.committeeId ?? '', '2026-10') };
  }
  function claiming(rows: readonly Delivery[], owner = 'instance-1'): Parameters<DeliveryStore['record']>[0] {
    return rows.map((delivery) => ({ delivery, change: { ...claim, owner } }));
  }
  async function states({ committeeId }: PeriodLedger): Promise<string[]> {
    const { deliveries } = await truth.ledger(committeeId, '2026-10');
    return deliveries.map(({ state, owner = '' }) => `${state} ${owner}`.trim());
  }

  before(async () => {
    line = await startFlakyStorage(await azuriteConnectionString());
    const table = await aTable(undefined, name);
    truth = deliveriesIn(table);
    answers = answersIn(table, new FakeClock('2026-11-05T08:00:00+01:00'));
    store = deliveriesIn(await aTable(line.connectionString, name));
  });
  afterEach(() => {
    line.fates.length = 0;
  });
  after(() => line.close());

  // Reading a partition is a GET: only transactions and changed rows are counted among the fates.
  it('is planned when only the storage’s answer was lost, each line once', async () => {
    const keys = wanted();
    line.fates.push('lose-answer');

    const rows = await store.ensureAll(keys);

    assert.deepEqual(
      rows.map(({ recipient, state }) => `${recipient} ${state}`),
      ['a ready', 'b ready', 'c ready'],
    );
    assert.deepEqual(await truth.ensureAll(keys), rows);
  });

  it('is not planned when the storage never got it, and can be planned again', async () => {
    const keys = wanted();
    line.fates.push('lose-call');

    await assert.rejects(store.ensureAll(keys), StorageUnreachable);

    assert.equal((await store.ensureAll(keys)).length, 3);
  });

  it('is planned for other committees also when one of them could not be', async () => {
    const [unlucky, lucky] = [wanted(), wanted()];
    line.fates.push('lose-call');

    await assert.rejects(store.ensureAll([...unlucky, ...lucky]), StorageUnreachable);

    const planned = await Promise.all(
      [unlucky, lucky].map(async ([key]) => (await truth.ledger(key?.committeeId ?? '', '2026-10')).deliveries.length),
    );
    assert.deepEqual(planned.sort(), [0, 3]);
  });

  it('is claimed when only the storage’s answer was lost, and goes on from there', async () => {
    const { rows, ledger } = await planned();
    line.fates.push('lose-answer');

    const claimed = await store.claim(ledger, claiming(rows.slice(0, 2)));
    assert.ok(claimed !== 'changed');
    const next = await store.claim({ ...ledger, ...claimed }, claiming(rows.slice(2)));
    assert.ok(next !== 'changed');
    await store.record(claimed.deliveries.map((delivery) => ({ delivery, change: { state: 'sent' } })));

    assert.deepEqual(await states(ledger), ['sent instance-1', 'sent instance-1', 'sending instance-1']);
    assert.equal((await truth.ledger(ledger.committeeId, '2026-10')).owedMark, next.owedMark);
  });

  it('is not taken for claimed when another’s claim is there', async () => {
    const { rows, ledger } = await planned();
    await truth.claim(ledger, claiming(rows, 'instance-2'));
    line.fates.push('lose-answer');

    await assert.rejects(store.claim(ledger, claiming(rows)), StorageUnreachable);

    assert.deepEqual(await states(ledger), Array(3).fill('sending instance-2'));
  });

  it('is claimed by nobody when the storage never got it', async () => {
    const { rows, ledger } = await planned();
    line.fates.push('busy');

    await assert.rejects(store.claim(ledger, claiming(rows)), StorageUnreachable);

    assert.deepEqual(await states(ledger), ['ready', 'ready', 'ready']);
    assert.notEqual(await store.claim(ledger, claiming(rows)), 'changed');
  });

  it('gives no mark to claim with when an answer came between the claim and the news of it', async () => {
    const { rows, ledger } = await planned();
    line.fates.push('lose-answer');
    line.onLost = () => answers.save(aStoredAnswer({ committeeId: ledger.committeeId }), []);

    const claimed = await store.claim(ledger, claiming(rows.slice(0, 1)));
    line.onLost = undefined;

    assert.ok(claimed !== 'changed');
    assert.equal(await store.claim({ ...ledger, ...claimed }, claiming(rows.slice(1))), 'changed');
    assert.deepEqual(await states(ledger), ['sending instance-1', 'ready', 'ready']);
  });

  for (const fate of ['lose-answer', 'lose-call'] as const) {
    it(`has its outcomes recorded all the same (${fate})`, async () => {
      const { rows, ledger } = await planned();
      line.fates.push(fate);

      await store.record(rows.map((delivery) => ({ delivery, change: { state: 'sent' } })));

      assert.deepEqual(await states(ledger), ['sent', 'sent', 'sent']);
    });
  }

  it('is paused once, and that is in its history once, when the storage’s answer was lost', async () => {
    const clock = new FakeClock('2026-11-05T08:00:00+01:00');
    const table = `Rounds${randomBytes(6).toString('hex')}`;
    const rounds = new RoundRows(await aTable(line.connectionString, table), clock, newId);
    const event = { at: clock.now(), by: 'styr', what: 'paused' };

    line.fates.push('lose-answer');
    assert.equal(await rounds.change('2026-10', { paused: true }, event), 'saved');
    line.fates.push('lose-answer');
    await rounds.note('2026-10', event);
    line.fates.push('lose-call');
    await assert.rejects(rounds.change('2026-10', { paused: false }, event), StorageUnreachable);

    assert.equal((await rounds.find('2026-10'))?.paused, true);
    assert.equal((await rounds.history('2026-10')).length, 2);
  });

  it('is led by whoever took the lease, also when the storage’s answer was lost', async () => {
    const table = `Rounds${randomBytes(6).toString('hex')}`;
    const crew = new CrewRows(await aTable(line.connectionString, table));
    const now = new Date('2026-11-05T07:00:00Z');

    line.fates.push('lose-answer');
    assert.equal(await crew.takeLease('one', now, 30), true);
    line.fates.push('lose-answer');
    assert.equal(await crew.takeLease('one', new Date(now.getTime() + 1000), 30), true);
    assert.equal(await crew.takeLease('other', now, 30), false);
  });
});

function theForm({ id: promptId }: Delivery): PromptForm {
  return { promptId, prompt: aPrompt(aPlan(), 'BUN', '2026-10'), revision: 0, typed: {} };
}

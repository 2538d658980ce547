import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { sendOnce } from '../../src/features/delivery/send-once.ts';
import type { AnswerStore, Delivery, DeliveryStore, PromptForm } from '../../src/ports.ts';
import { StorageUnreachable } from '../../src/tables/storage.ts';
import { azuriteConnectionString } from '../support/azurite.ts';
import { aPlan, aPrompt, aStoredAnswer } from '../support/builders.ts';
import { aKnownPerson, FakeClock, inMemoryPorts } from '../support/fakes.ts';
import { type Fate, type FlakyStorage, startFlakyStorage } from '../support/flaky-storage.ts';
import { answersIn, aTable, deliveriesIn } from './open-stores.ts';

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

  it('is not waited for without end', async () => {
    const stored = aFreshAnswer();

    await assert.rejects(save('hang', stored), StorageUnreachable);

    assert.equal(await truth.find(stored.committeeId, '2026-10'), undefined);
  });

  it('is saved when the storage took it and never said so', async () => {
    const stored = aFreshAnswer();

    assert.equal(await save('late', stored), 'saved');

    assert.deepEqual(await truth.find(stored.committeeId, '2026-10'), stored);
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

function theForm({ id: promptId }: Delivery): PromptForm {
  return { promptId, prompt: aPrompt(aPlan(), 'BUN', '2026-10'), revision: 0, typed: {} };
}

import assert from 'node:assert/strict';
import { type KeyServer, startKeyServer } from '../support/key-server.ts';
import { tenantId } from '../support/tokens.ts';
import { anActivity, assertReceived, assertRefused, type OpenDoor, openDoor } from './open-door.ts';

describe('An activity at the door', () => {
  let keys: KeyServer;
  let door: OpenDoor;

  beforeEach(async () => {
    keys = await startKeyServer();
    door = await openDoor(keys);
  });
  afterEach(async () => {
    await door.close();
    await keys.close();
  });
  const takes = async (changes: Record<string, unknown>): Promise<void> =>
    assertReceived(door, await door.post(anActivity(changes)), JSON.stringify(changes).slice(0, 80));
  const refuses = async (changes: Record<string, unknown>): Promise<void> =>
    assertRefused(door, await door.post(anActivity(changes)), 400, JSON.stringify(changes).slice(0, 80));

  it('is handed on whole', async () => {
    await door.post(anActivity({ somethingNew: { of: ['Teams'] } }));

    assert.deepEqual(door.received, [anActivity({ somethingNew: { of: ['Teams'] } })]);
  });

  it('IN-18 bad-092 is handed on whatever its invoke is called, and the log keeps only plain names', async () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'nope/x',
      'x'.repeat(10_000),
      'rad\nbruten',
      5,
      null,
      undefined,
      {},
    ]) {
      const reply = await door.post(anActivity({ type: 'invoke', name, value: { action: { verb: name } } }));
      const logged = door.lines()[0]?.facts.invoke;
      assert.ok(logged === undefined || ['constructor', 'toString', 'nope/x'].includes(String(logged)), String(logged));
      assertReceived(door, reply, String(name).slice(0, 20));
    }
    await door.post(anActivity({ type: 'invoke', name: 'adaptiveCard/action' }));
    assert.equal(door.lines()[0]?.facts.invoke, 'adaptiveCard/action');
  });

  it('IN-19 is taken when Teams tells of something that we do not know', async () => {
    await takes({ type: 'weird' });
    await takes({ type: 'installationUpdate', action: 'add-upgrade' });
    await takes({ type: 'conversationUpdate', channelData: undefined });
    await takes({ type: 'conversationUpdate', membersAdded: [null] });
    for (const from of [null, undefined, 5, 'x', {}, [], { id: null }, { id: '' }]) {
      for (const type of ['weird', 'conversationUpdate', 'installationUpdate', 'messageReaction', 'event']) {
        const reply = await door.post(anActivity({ type, from }));
        assert.deepEqual(door.received[0]?.from, { id: '' });
        assertReceived(door, reply, `${type} from ${JSON.stringify(from)}`);
      }
    }
  });

  it('IN-20 gets no reaction when a bot or an app says it', async () => {
    const machines = [
      { id: '28:44444444-4444-4444-4444-444444444444' },
      { id: '29:1', role: 'bot' },
      { id: '29:1', role: 'skill' },
    ];
    for (const type of ['message', 'invoke', 'event', 'messageReaction']) {
      for (const from of machines) {
        const reply = await door.post(anActivity({ type, from }));
        assert.equal(reply.status, 200);
        assert.equal(reply.text, '');
      }
    }
    assert.equal(door.received.length, 0);
    assert.equal(door.lines().length, 12);

    door.log.length = 0;
    await takes({ from: { id: '29:1', role: 'user' } });
    await takes({ type: 'conversationUpdate', from: machines[0] });
  });

  it('bad-085 has a type of some sense', async () => {
    for (const type of [5, null, undefined, '', {}, ['message'], 'x'.repeat(65), 'x'.repeat(10_000)])
      await refuses({ type });
    await takes({ type: 'weird' });
    await takes({ type: '__proto__' });
  });

  it('has a conversation and, where a person is to be answered, a person', async () => {
    for (const conversation of [
      undefined,
      null,
      'a',
      [],
      {},
      { id: '' },
      { id: 5 },
      { id: 'x'.repeat(1025), tenantId },
    ]) {
      await refuses({ conversation });
    }
    for (const type of ['message', 'invoke']) {
      for (const from of [undefined, null, 'x', {}, { id: 5 }, { id: '' }, { id: 'x'.repeat(1025) }])
        await refuses({ type, from });
    }
  });

  it('names an Entra id or none', async () => {
    for (const aadObjectId of [5, null, {}, ['x']]) {
      await door.post(anActivity({ from: { id: '29:1', aadObjectId } }));
      assert.deepEqual(door.received.pop()?.from, { id: '29:1' });
    }
  });

  it('bad-090 may have any text', async () => {
    for (const text of [null, 5, { a: 1 }, undefined, ['x'], '']) await takes({ text });
  });

  it('bad-091 may add any members', async () => {
    const thousand = Array.from({ length: 1000 }, (_, i) => ({ id: `29:${i}` }));
    for (const membersAdded of ['x', [null], thousand, 5, {}])
      await takes({ type: 'conversationUpdate', membersAdded });
  });

  it('IN-09 IN-10 IN-11 is handed on as often as it comes and in the order it comes: what it means is decided behind the door', async () => {
    const press = anActivity({ type: 'invoke', name: 'adaptiveCard/action' });
    const later = anActivity({ ...press, id: 'new', timestamp: '2026-11-05T08:00:30.000Z' });
    const replies = [];
    for (const activity of [press, press, press, later, press]) replies.push(await door.post(activity));

    assert.equal(new Set(replies.map((reply) => reply.status + reply.text)).size, 1);
    assert.deepEqual(
      door.received.map(({ id }) => id),
      [press.id, press.id, press.id, 'new', press.id],
    );
  });

  it('bad-116 is not believed more, or less, for headers that anybody can write', async () => {
    const headers = {
      'X-Forwarded-For': '127.0.0.1',
      'X-MS-CLIENT-PRINCIPAL': 'eyJ',
      'X-MS-CLIENT-PRINCIPAL-ID': 'x',
      'X-HTTP-Method-Override': 'GET',
    };

    assertRefused(door, await door.post(anActivity(), { authorization: null, headers }), 401);
    assertReceived(door, await door.post(anActivity(), { headers }));
  });
});

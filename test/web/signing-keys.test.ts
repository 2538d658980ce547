import assert from 'node:assert/strict';
import { type KeyServer, startKeyServer } from '../support/key-server.ts';
import { channelToken } from '../support/tokens.ts';
import { anActivity, assertReceived, assertRefused, type OpenDoor, openDoor } from './open-door.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('The channel’s signing keys', () => {
  let keys: KeyServer;
  let door: OpenDoor;
  const post = async (kid?: string): ReturnType<OpenDoor['post']> => {
    const token = await channelToken(keys, { now: door.now(), ...(kid ? { header: { kid } } : {}) });
    return door.post(anActivity(), { authorization: `Bearer ${token}` });
  };
  /** The next request starts a renewal in the background; this waits until the key server has seen it. */
  const renewalSeen = async (metadataFetches: number): Promise<void> => {
    while (keys.fetches.metadata < metadataFetches) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
  };

  beforeEach(async () => {
    keys = await startKeyServer();
    door = await openDoor(keys, { keysTimeoutMs: 300 });
  });
  afterEach(async () => {
    await door.close();
    await keys.close();
  });

  it('are fetched once for any number of requests', async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, () => post()));

    assert.ok(replies.every((reply) => reply.status === 200));
    assert.deepEqual(keys.fetches, { metadata: 1, keys: 1 });
  });

  it('IN-14 go on working when they are 25 hours old and the key server is down', async () => {
    assertReceived(door, await post());
    keys.mode = 'down';
    door.advance(25 * hour);

    assertReceived(door, await post(), '25 hours old');
    await renewalSeen(2);
    assertReceived(door, await post(), 'after the failed renewal');
    assert.equal(keys.fetches.metadata, 2, 'no second attempt within the minute');
    door.advance(94 * hour);
    assertReceived(door, await post(), 'nearly five days old');

    await renewalSeen(3);
    door.advance(2 * hour);
    assertRefused(door, await post(), 503, 'more than five days old');
  });

  it('IN-14 are renewed after a day without anybody waiting', async () => {
    assertReceived(door, await post());
    door.advance(25 * hour);

    assertReceived(door, await post());
    await renewalSeen(2);
    door.advance(23 * hour);
    assertReceived(door, await post());

    assert.deepEqual(keys.fetches, { metadata: 2, keys: 2 });
  });

  it('IN-14 are asked for once a minute, not once a request, when the key server is down from the start', async () => {
    keys.mode = 'down';

    const replies = await Promise.all(Array.from({ length: 50 }, () => post()));

    for (const reply of replies) {
      assert.equal(reply.status, 503);
      assert.ok(Number(reply.headers['retry-after']) >= 1 && Number(reply.headers['retry-after']) <= 60);
    }
    assert.equal(door.received.length, 0);
    assert.equal(door.lines().length, 50);
    assert.equal(keys.fetches.metadata, 1);
    keys.mode = 'ok';
    assert.equal((await post()).status, 503, 'still resting');
    door.advance(minute);
    assert.equal((await post()).status, 200, 'back');
    assert.equal(keys.fetches.metadata, 2);
  });

  it('IN-14 keep nobody waiting when the key server hangs or answers nonsense', async () => {
    keys.mode = 'hang';
    assertRefused(door, await post(), 503, 'hangs');

    door.advance(minute);
    keys.mode = 'broken';
    assertRefused(door, await post(), 503, 'nonsense');
  });

  it('IN-15 are taken within a minute when they are new', async () => {
    assertReceived(door, await post());
    await keys.addKey('new-key');

    assertRefused(door, await post('new-key'), 401, 'fetched less than a minute ago');
    door.advance(minute);
    assertReceived(door, await post('new-key'), 'a minute later');

    assert.equal(keys.fetches.metadata, 2);
  });

  it('IN-15 are not asked for because somebody makes up key ids', async () => {
    assertReceived(door, await post());
    door.advance(minute);
    const token = await channelToken(keys);
    const rest = token.slice(token.indexOf('.'));
    const statuses = new Set<number>();
    for (let i = 0; i < 1000; i += 1) {
      const head = Buffer.from(JSON.stringify({ alg: 'RS256', kid: `made-up-${i}` })).toString('base64url');
      statuses.add((await door.post(anActivity(), { authorization: `Bearer ${head}${rest}` })).status);
    }

    assert.deepEqual([...statuses], [401]);
    assert.equal(keys.fetches.metadata, 2);
  });

  it('leave nothing but a static line when they can’t be renewed', async () => {
    keys.mode = 'down';
    await post();

    const lines = door.log.filter((line) => line.message === 'signing keys not renewed');
    assert.equal(lines.length, 1);
    assert.equal(lines[0]?.level, 'warn');
  });
});

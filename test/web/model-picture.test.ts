import assert from 'node:assert/strict';
import { type KeyServer, startKeyServer } from '../support/key-server.ts';
import { assertRefused, type OpenDoor, openDoor, type Reply } from './open-door.ts';

const version = '0123456789abcdef'.repeat(4);
const address = `/bilder/styrmodell/${version}.png`;
const picture = new TextEncoder().encode('a picture');

describe('The window for pictures', () => {
  let keys: KeyServer;
  let door: OpenDoor;
  const asked: string[] = [];
  const look = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> =>
    door.send({ method, path, headers });

  beforeEach(async () => {
    asked.length = 0;
    keys = await startKeyServer();
    door = await openDoor(keys, {
      findPicture: async (wanted) => {
        asked.push(wanted);
        if (wanted.startsWith('f')) throw new Error('AccountKey=abc');
        return wanted === version ? picture : undefined;
      },
    });
  });
  afterEach(async () => {
    await door.close();
    await keys.close();
  });

  it('shows the governance model of a version to anybody, to be kept for a year', async () => {
    const { status, text, headers } = await look(address);

    assert.deepEqual([status, text], [200, 'a picture']);
    assert.equal(headers['content-type'], 'image/png');
    assert.equal(headers['content-length'], '9');
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.deepEqual(door.log, []);
  });

  it('sends nothing again to whoever has it', async () => {
    const first = await look(address);

    const again = await look(address, { 'if-none-match': String(first.headers.etag) });
    const other = await look(address, { 'if-none-match': '"other"' });

    assert.deepEqual([again.status, again.text, other.status], [304, '', 200]);
  });

  it('has no picture of a version that never was', async () => {
    const reply = await look(`/bilder/styrmodell/${'1'.repeat(64)}.png`);

    assertRefused(door, reply, 404);
    assert.equal(reply.headers['cache-control'], 'no-store');
  });

  it('looks nothing up for an address that no picture can have', async () => {
    const wrong = [
      '',
      '..%2f',
      version.toUpperCase(),
      `${version}0`,
      version.slice(1),
      `${version}/x`,
      `%00${version}`,
    ];
    for (const name of wrong) assert.equal((await look(`/bilder/styrmodell/${name}.png`)).status, 404, name);
    for (const path of ['/bilder/', '/bilder/styrmodell', `/bilder/styrmodell/${version}.svg`, `${address}/`])
      assert.equal((await look(path)).status, 404, path);

    assert.deepEqual(asked, []);
  });

  it('is only looked through: nothing is taken in', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const reply = await look(address, {}, method);

      assertRefused(door, reply, 405);
      assert.equal(reply.headers.allow, 'GET');
    }
    assert.deepEqual(asked, []);
  });

  it('turns a crowd away until the next minute', async () => {
    const replies: number[] = [];
    for (let i = 0; i < 601; i += 1) replies.push((await look(address)).status);

    assert.deepEqual([replies.at(599), replies.at(600)], [200, 429]);
    door.advance(60_000);
    assert.equal((await look(address)).status, 200);
  });

  it('keeps what went wrong to itself', async () => {
    const reply = await look(`/bilder/styrmodell/${'f'.repeat(64)}.png`);

    assert.equal(reply.status, 500);
    assert.ok(!reply.text.includes('AccountKey'));
    assert.deepEqual(
      door.log.map(({ level }) => level),
      ['error'],
    );
    assert.ok(!JSON.stringify(door.log).includes('AccountKey'));
  });
});

import assert from 'node:assert/strict';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type KeyServer, startKeyServer } from '../support/key-server.ts';
import { channelToken } from '../support/tokens.ts';
import { anActivity, assertReceived, assertRefused, type OpenDoor, openDoor } from './open-door.ts';

const limit = 262_144;
/** An activity of exactly so many bytes. */
const ofSize = (bytes: number): string => {
  const empty = JSON.stringify(anActivity({ text: '' }));
  return JSON.stringify(anActivity({ text: 'a'.repeat(bytes - empty.length) }));
};

describe('The door reads a request', () => {
  let keys: KeyServer;
  let door: OpenDoor;
  let authorization: string;

  beforeEach(async () => {
    keys = await startKeyServer();
    door = await openDoor(keys);
    authorization = `Bearer ${await channelToken(keys)}`;
  });
  /** Whatever was sent: the next request is served by the same process. */
  afterEach(async () => {
    const reply = await door.post(anActivity()).finally(async () => {
      await door.close();
      await keys.close();
    });
    assert.equal(reply.status, 200);
  });

  const json = (body: string | Buffer, more: Record<string, string> = {}): ReturnType<OpenDoor['send']> =>
    door.send({ headers: { 'content-type': 'application/json', authorization, ...more }, body });

  it('bad-075 and answers broken JSON without an echo', async () => {
    for (const body of [
      '{"type":"message"',
      '{"type":"mess\nage"}',
      "{'type':1}",
      '{"a":1}x',
      '{"a":NaN}',
      'åäö',
      '{}{}',
    ]) {
      const reply = await json(body);
      assert.ok(!reply.text.includes('type'));
      assertRefused(door, reply, 400, body);
    }
  });

  it('IN-12 bad-076 and refuses what is no activity, with a token and without', async () => {
    for (const body of ['', ' ', '{}', '[]', '"x"', 'null', '5', 'true', '[{"type":"message"}]']) {
      assertRefused(door, await json(body), 400, body);
      assertRefused(door, await door.send({ body }), 400, `${body} from a stranger`);
    }
    assert.deepEqual(keys.fetches, { metadata: 0, keys: 0 });
  });

  it('IN-12 bad-077 up to 256 KB and not a byte more', async () => {
    assertReceived(door, await json(ofSize(limit)), 'exactly 256 KB');
    assertRefused(door, await json(ofSize(limit + 1)), 413, '256 KB + 1');
    assertRefused(door, await json(ofSize(20_000_000)), 413, '20 MB');
    const chunked = { 'transfer-encoding': 'chunked' };
    assertReceived(door, await json(ofSize(limit), chunked), 'exactly 256 KB in chunks');
    assertRefused(door, await json(ofSize(limit + 1), chunked), 413, '256 KB + 1 in chunks');
    assertRefused(door, await json(ofSize(20_000_000), chunked), 413, '20 MB in chunks');
  });

  it('IN-12 bad-077 and keeps none of what is too large', async () => {
    const before = process.memoryUsage().external;
    const [head, chunk] = [Buffer.from('{"text":"'), Buffer.alloc(limit, 'a')];
    const body = Buffer.concat([head, ...Array.from({ length: 40 }, () => chunk)]);
    for (let i = 0; i < 10; i += 1) assertRefused(door, await json(body, { 'transfer-encoding': 'chunked' }), 413);

    assert.ok(process.memoryUsage().external - before < 50_000_000 + body.length);
  });

  it('IN-12 bad-079 R2 and never unpacks anything', async () => {
    const activity = JSON.stringify(anActivity());
    const packed: [string, Buffer | string][] = [
      ['gzip', 'hello'],
      ['gzip', gzipSync(activity).subarray(0, 15)],
      ['gzip', gzipSync(Buffer.alloc(300_000_000, 'a'))],
      ['gzip', gzipSync(activity)],
      ['gzip', ''],
      ['GZIP', 'hello'],
      ['x-gzip', 'hello'],
      ['gzip, gzip', 'hello'],
      ['br', brotliCompressSync(activity)],
      ['deflate', deflateSync(activity)],
      ['deflate', 'hello'],
      ['identity', activity],
    ];
    for (const [encoding, body] of packed) {
      assertRefused(door, await json(body, { 'content-encoding': encoding }), 415, `${encoding} ${body.length}`);
    }
    const watcher = await door.send({ method: 'GET', path: '/healthz', headers: { 'content-encoding': 'gzip' } });
    assert.equal(watcher.status, 415);
  }).timeout(30_000);

  it('bad-080 and refuses a byte order mark, every time', async () => {
    for (let i = 0; i < 2; i += 1) assertRefused(door, await json(`\ufeff${JSON.stringify(anActivity())}`), 400);
  });

  it('bad-081 and refuses what is not UTF-8 instead of mending it', async () => {
    const latin1 = Buffer.from(JSON.stringify(anActivity({ text: 'åäö' })), 'latin1');
    const utf16 = Buffer.from(JSON.stringify(anActivity()), 'utf16le');
    const cutShort = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3]), Buffer.from('"}')]);
    const surrogate = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]);
    for (const body of [latin1, utf16, cutShort, surrogate]) assertRefused(door, await json(body), 400);

    assertReceived(door, await json(JSON.stringify(anActivity({ text: 'åäö 👩‍👩‍👧' }))), 'UTF-8');
  });

  it('bad-062 and refuses half a character, wherever it is', async () => {
    for (const half of ['\\ud800', '\\uDC00', 'a\\ud83d', '\\udc00\\ud800']) {
      assertRefused(door, await json(JSON.stringify(anActivity()).replace('hjälp', half)), 400, half);
      assertRefused(door, await json(JSON.stringify(anActivity()).replace('"text"', `"${half}"`)), 400, `key ${half}`);
    }
    const family = JSON.stringify(anActivity()).replace('hjälp', '\\ud83d\\udc69 \\u00e5');
    assertReceived(door, await json(family), 'whole characters, escaped');
  });

  it('bad-082 and believes the last of two equal keys, everywhere', async () => {
    const twice = JSON.stringify(anActivity({ type: 'event' })).replace('"type"', '"type":"message","type"');

    const reply = await json(twice);

    assert.equal(reply.status, 200);
    assert.equal(door.received[0]?.type, 'event');
    assert.equal(door.lines()[0]?.facts.type, 'event');
    door.received.length = 0;
  });

  it('IN-12 and refuses what is nested beyond reason', async () => {
    const nested = (depth: number, open = '[', close = ']'): string =>
      JSON.stringify(anActivity({ value: 'HERE' })).replace('"HERE"', open.repeat(depth) + close.repeat(depth));

    assertRefused(door, await json(nested(100_000)), 400, '100 000 lists');
    assertRefused(door, await json('['.repeat(100_000) + ']'.repeat(100_000)), 400, 'lists alone');
    assertRefused(door, await json('['.repeat(200_000)), 400, 'lists without an end');
    assertRefused(door, await json(nested(40_000, '{"a":', '}').replace('{"a":}', '{"a":1}')), 400, '40 000 objects');
    assertRefused(door, await json(nested(32)), 400, 'one level too many');
    assertReceived(door, await json(nested(31)), 'as deep as allowed');
  });

  it('bad-096 and refuses a key that could change what objects are, anywhere', async () => {
    const bodies = [
      '"__proto__":{"a":1},',
      '"value":{"__proto__":null},',
      '"value":[[{"__proto__":5}]],',
      '"value":{"\\u005f_proto__":{}},',
    ];
    for (const evil of bodies) {
      assertRefused(door, await json(JSON.stringify(anActivity()).replace('{', `{${evil}`)), 400, evil);
    }
    assert.equal(Reflect.get({}, 'a'), undefined);
  });

  it('of JSON and no other kind', async () => {
    const body = JSON.stringify(anActivity());
    const types = [
      'text/plain',
      'text/json',
      'application/jsonp',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=X',
      'text/xml',
      'application/json; charset=utf-16le',
      'application/json, text/plain',
      '',
    ];
    for (const type of types) assertRefused(door, await json(body, { 'content-type': type }), 415, type);
    assertRefused(door, await door.send({ headers: { authorization }, body }), 415, 'no type');

    for (const type of [
      'application/json; charset=utf-8',
      'Application/JSON;charset=UTF-8',
      'application/json; charset="utf-8"',
    ]) {
      assertReceived(door, await json(body, { 'content-type': type }), type);
    }
  });

  it('bad-084 by POST and no other way', async () => {
    for (const method of ['GET', 'PUT', 'TRACE', 'OPTIONS', 'DELETE', 'PATCH', 'PROPFIND']) {
      const reply = await door.send({ method });
      assert.equal(reply.headers.allow, 'POST', method);
      assertRefused(door, reply, 405, method);
    }
    const head = await door.send({ method: 'HEAD' });
    assert.equal(head.status, 405);
    assert.equal(head.text, '');
  });

  it('in the order of its rules: the first that is broken is the one that is answered', async () => {
    const [gzip, plain] = [{ 'content-encoding': 'gzip' }, { 'content-type': 'text/plain' }];
    const large = 'x'.repeat(limit + 1);

    assertRefused(
      door,
      await door.send({ method: 'PUT', headers: { ...gzip, ...plain }, body: large }),
      405,
      'method first',
    );
    assertRefused(door, await door.send({ headers: { ...gzip, ...plain }, body: large }), 415, 'then encoding');
    assertRefused(door, await door.send({ headers: plain, body: large }), 415, 'then type');
    assertRefused(door, await door.send({ body: large }), 413, 'then size');
    assertRefused(door, await door.send({ body: '{}' }), 400, 'then shape');
    const stranger = anActivity({ channelData: { tenant: { id: 'x' } } });
    assertRefused(door, await door.post(stranger, { authorization: null }), 401, 'then token');
    assertRefused(door, await door.post(stranger), 403, 'then tenant');
  });

  it('with a target or host that is no address, without falling over', async () => {
    const hosts = ['[', 'a b', '%%', 'a:99999', '<x>', '[::1', 'a/b?c'];
    const targets = ['http://[::1/api/messages', 'http://a:99999/api/messages', 'http://a/api/messages', '*', 'x'];
    const requests = [
      ...hosts.map((host) => `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
      ...targets.map(
        (target) => `POST ${target} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      ),
    ];
    for (const request of requests) {
      const answer = await door.socket(request);
      assert.match(answer, /^HTTP\/1\.1 (400|405|200)/, request);
    }
    assert.match(await door.socket(requests[0] ?? ''), /^HTTP\/1\.1 400 [\s\S]*\{"fel":"/);
  });

  it('and leaves no socket behind when somebody asks for another protocol', async () => {
    const body = JSON.stringify(anActivity());
    const answer = await door.socket(
      `POST /api/messages HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nContent-Type: application/json\r\n` +
        `Authorization: ${authorization}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );

    assert.match(answer, /^HTTP\/1\.1 200/);
    door.received.length = 0;
  });

  it('and shrugs when the sender hangs up halfway', async () => {
    const { connect } = await import('node:net');
    const socket = connect(door.port, '127.0.0.1');
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"type"',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    while (door.lines().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    assert.equal(door.lines()[0]?.facts.reason, 'body-cut-short');
    assert.equal(door.received.length, 0);
  });
});

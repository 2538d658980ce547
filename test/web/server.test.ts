import assert from 'node:assert/strict';
import net from 'node:net';
import { type KeyServer, startKeyServer } from '../support/key-server.ts';
import { anActivity, assertReceived, assertRefused, type DoorOptions, type OpenDoor, openDoor } from './open-door.ts';

describe('The web server', () => {
  let keys: KeyServer;
  let door: OpenDoor;
  const open = async (options?: DoorOptions): Promise<void> => {
    door = await openDoor(keys, options);
  };

  beforeEach(async () => {
    keys = await startKeyServer();
  });
  afterEach(async () => {
    await door.close();
    await keys.close();
  });

  it('says that it is well, without a line in the log', async () => {
    await open();

    const reply = await door.send({ method: 'GET', path: '/healthz', headers: {} });

    assert.equal(reply.status, 200);
    assert.deepEqual(JSON.parse(reply.text), { status: 'ok' });
    assert.equal(door.log.length, 0);
  });

  it('does not say what it is made of, nor repeat what was asked', async () => {
    await open();
    const replies = [
      await door.post(anActivity()),
      await door.send({ method: 'GET', path: '/healthz', headers: {} }),
      await door.send({ path: '/secret-path' }),
      await door.send({ method: 'OPTIONS' }),
    ];

    for (const { headers, text } of replies) {
      assert.equal(headers.server, undefined);
      assert.ok(!Object.keys(headers).some((name) => name.startsWith('access-control')));
      assert.ok(!text.includes('secret-path'));
    }
    assert.equal(replies[2]?.status, 404);
  });

  it('gives the receiver’s answer as it is', async () => {
    await open({ receive: async () => ({ status: 501, body: { svar: 'åäö' } }) });

    const reply = await door.post(anActivity());

    assert.equal(reply.status, 501);
    assert.equal(reply.headers['content-type'], 'application/json; charset=utf-8');
    assert.deepEqual(JSON.parse(reply.text), { svar: 'åäö' });
    assert.equal(door.lines()[0]?.facts.status, 501);
  });

  it('gives an empty answer where there is nothing to say', async () => {
    await open({ receive: async () => ({ status: 200 }) });

    const reply = await door.post(anActivity());

    assert.deepEqual([reply.status, reply.text, reply.headers['content-length']], [200, '', '0']);
  });

  it('IN-16 keeps what went wrong to itself, and finds it in the log by its id', async () => {
    const failures: (() => Promise<never>)[] = [
      () => Promise.reject(new Error('AccountKey=abc', { cause: new RangeError('AccountKey=abc inside') })),
      () => {
        throw new TypeError('AccountKey=abc\n    at AccountKey=abc');
      },
      () => Promise.reject('AccountKey=abc'),
      () => Promise.reject(undefined),
    ];
    for (const fail of failures) {
      await open({ receive: fail });

      const reply = await door.post(anActivity());

      assert.equal(reply.status, 500);
      const body = JSON.parse(reply.text) as { fel: string; id: string };
      assert.deepEqual(Object.keys(body), ['fel', 'id']);
      assert.ok(!reply.text.includes('AccountKey'));
      assert.deepEqual(
        door.log.map(({ level, facts }) => [level, facts.id]),
        [['error', body.id]],
      );
      assert.ok(!JSON.stringify(door.log).includes('AccountKey'));
      await door.close();
    }
    await open({ receive: failures[0] as () => Promise<never> });
    await door.post(anActivity());
    assert.match(
      JSON.stringify(door.log),
      /"error":"Error","stack":".*server\.test\.ts.*"cause":\{"error":"RangeError"/,
    );
  });

  it('IN-16 answers the fixed text also when the receiver’s answer can’t be written', async () => {
    await open({ receive: async () => ({ status: 200, body: { figure: 1n } }) });

    const reply = await door.post(anActivity());

    assert.equal(reply.status, 500);
    assert.deepEqual(Object.keys(JSON.parse(reply.text) as object), ['fel', 'id']);
    assert.equal(door.log.length, 1);
  });

  it('IN-17 leaves one line a request, with no token, no figure and no words of anybody’s', async () => {
    await open();
    const words = { text: 'Hemligt 1234567\nrad två', name: 'fri text\n', value: { i_value: '7654321' } };

    await door.post(anActivity(words));
    await door.post(anActivity({ ...words, type: 'invoke' }));
    await door.post(anActivity({ ...words, type: 'fri text\n1234567' }));
    await door.post(anActivity({ ...words, channelData: { tenant: { id: 'Hemligt' } } }));
    await door.post(anActivity(words), { authorization: 'Bearer aGVtbGlndA.b.c' });

    assert.deepEqual(
      door.log.map(({ message }) => message),
      ['activity received', 'activity received', 'activity received', 'activity refused', 'activity refused'],
    );
    assert.ok(!/Hemligt|1234567|7654321|eyJ|aGVtbGlndA|\\n|fri text/.test(JSON.stringify(door.log)));
    assert.deepEqual(
      door.log.map(({ facts }) => facts.type),
      ['message', 'invoke', undefined, 'message', 'message'],
    );
  });

  it('lets each person do so much a minute, and says when to come back', async () => {
    const now = new Date(); // stands still, so that no minute ends meanwhile
    await open({ rateLimitPerMinute: 3, clock: { now: () => now } });
    const other = { from: { id: '29:other', aadObjectId: '55555555-5555-5555-5555-555555555555' } };
    const press = { type: 'invoke', name: 'adaptiveCard/action' };

    for (let i = 0; i < 3; i += 1) assertReceived(door, await door.post(anActivity(press)));
    const over = await door.post(anActivity(press));

    assert.ok(Number(over.headers['retry-after']) >= 1 && Number(over.headers['retry-after']) <= 60);
    assertRefused(door, over, 429);
    assertReceived(door, await door.post(anActivity({ ...press, ...other })), 'somebody else');
  });

  it('lets a person go on in the next minute', async () => {
    await open({ rateLimitPerMinute: 1 });
    const person = anActivity();
    await door.post(person);
    door.advance(60_000);
    await door.post(person);

    assert.deepEqual(
      door.lines().map(({ facts }) => facts.status),
      [200, 200],
    );
  });

  it('does not count what strangers send in somebody’s name', async () => {
    await open({ rateLimitPerMinute: 1 });
    for (let i = 0; i < 5; i += 1) await door.post(anActivity(), { authorization: null });
    door.log.length = 0;

    assertReceived(door, await door.post(anActivity()));
  });

  it('passes the crash points in their order', async () => {
    await open();
    await door.post(anActivity(), { authorization: null });
    assert.deepEqual(door.steps, ['S1']);

    door.steps.length = 0;
    await door.post(anActivity());
    assert.deepEqual(door.steps, ['S1', 'S2', 'S6']);
  });

  describe('and slow senders', () => {
    const limits = { headersMs: 200, requestMs: 400, checkMs: 50, connections: 100 };
    const headers =
      'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n';

    it('IN-13 closes sockets that send a byte now and then, and serves the others meanwhile', async () => {
      await open({ limits });
      const sockets = Array.from({ length: 20 }, (_, i) => {
        const socket = net.connect(door.port, '127.0.0.1');
        socket.on('error', () => {}).resume();
        const bytes = i % 2 === 0 ? headers : `${headers}\r\n{"type":"message"`;
        let at = i % 2 === 0 ? 0 : bytes.length - 10;
        socket.write(bytes.slice(0, at));
        const drip = setInterval(() => socket.write(bytes[at++] ?? ' '), 20);
        return new Promise<void>((resolve) => {
          socket.on('close', () => {
            clearInterval(drip);
            resolve();
          });
        });
      });

      const watcher = await door.send({ method: 'GET', path: '/healthz', headers: {} });
      await Promise.all(sockets);

      assert.equal(watcher.status, 200);
      assert.equal(door.received.length, 0);
      assert.deepEqual([...new Set(door.lines().map(({ facts }) => facts.reason))], ['body-cut-short']);
      assert.equal(door.lines().length, 10);
    });

    it('IN-13 closes a socket that never says a word, and one that goes on after it was refused', async () => {
      await open({ limits });

      await door.socket('');
      const refused = await door.socket(`${headers}Content-Encoding: gzip\r\n\r\nx`);

      assert.match(refused, /^HTTP\/1\.1 415/);
    });

    it('IN-13 has a largest number of connections', async () => {
      await open({ limits: { ...limits, headersMs: 5000, requestMs: 5000, connections: 2 } });
      const held = [net.connect(door.port, '127.0.0.1'), net.connect(door.port, '127.0.0.1')];
      await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
      await new Promise((resolve) => setTimeout(resolve, 50));

      await assert.rejects(door.send({ method: 'GET', path: '/healthz', headers: {} }));

      for (const socket of held) socket.destroy();
    });
  });
});

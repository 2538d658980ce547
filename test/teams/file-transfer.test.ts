import assert from 'node:assert/strict';
import { publicLookup } from '../../src/teams/file-address.ts';
import { FileTransfer, LARGEST_FILE } from '../../src/teams/file-transfer.ts';
import { FakeLog } from '../support/fakes.ts';
import { type FileAnswer, type FileServer, startFileServer } from '../support/file-server.ts';

const PATIENCE_MS = 400;

describe('A file that is fetched from where Teams keeps it', () => {
  let server: FileServer;
  let elsewhere: FileServer;
  let log: FakeLog;
  let files: FileTransfer;

  beforeEach(async () => {
    [server, elsewhere] = await Promise.all([startFileServer(), startFileServer()]);
    log = new FakeLog();
    const rule = { fileHosts: ['.sharepoint.com'], allowLoopbackFileHosts: true };
    files = new FileTransfer({ rule, log, timeoutMs: PATIENCE_MS });
  });
  afterEach(() => Promise.all([server.close(), elsewhere.close()]));

  it('comes whole, byte for byte, and no token is given for it', async () => {
    const bytes = Buffer.from('PK\u0003\u0004 en plan med åäö');

    const fetched = await files.fetch(server.link({ bytes }));

    assert.deepEqual(fetched, { ok: true, value: bytes });
    assert.deepEqual(
      server.calls.map(({ method, headers }) => [method, headers.authorization, headers.cookie]),
      [['GET', undefined, undefined]],
    );
  });

  it('may be exactly 5 MB', async () => {
    const fetched = await files.fetch(server.link({ bytes: Buffer.alloc(LARGEST_FILE, 1) }));

    assert.equal(fetched.ok && fetched.value.length, LARGEST_FILE);
  });

  const large = Buffer.alloc(LARGEST_FILE + 1, 1);
  const answers: Readonly<Record<string, readonly [FileAnswer, string]>> = {
    'bad-131 a byte too large': [{ bytes: large }, 'TOO_LARGE'],
    'FI-02 too large without saying so': [{ bytes: large, headers: { 'transfer-encoding': 'chunked' } }, 'TOO_LARGE'],
    'FI-02 without end': [{ endless: 'flood' }, 'TOO_LARGE'],
    'bad-150 a drop at a time': [{ endless: 'drip' }, 'TOO_SLOW'],
    'bad-150 never sent': [{ fate: 'hang' }, 'TOO_SLOW'],
    'bad-150 gone': [{ bytes: Buffer.from(''), status: 404 }, 'GONE'],
    'bad-150 no longer ours to fetch': [{ bytes: Buffer.from(''), status: 403 }, 'GONE'],
    'bad-150 cut short': [{ bytes: Buffer.from('PK'), headers: { 'content-length': '5000' } }, 'FAILED'],
    'cut off': [{ fate: 'reset' }, 'FAILED'],
    'a page of errors': [{ bytes: Buffer.from('<html>'), status: 500 }, 'FAILED'],
  };
  for (const [what, [answer, problem]] of Object.entries(answers)) {
    it(`is refused when it is ${what}`, async () => {
      const link = server.link(answer);

      const started = performance.now();
      const fetched = await files.fetch(link);

      assert.deepEqual(fetched, { ok: false, problem });
      assert.ok(performance.now() - started < 5 * PATIENCE_MS);
      assert.doesNotMatch(JSON.stringify(log.entries), /tempauth|hemlig|127\.0\.0\.1/);
    });
  }

  it('FI-01 bad-150 is not followed to where it redirects', async () => {
    const target = elsewhere.link({ bytes: Buffer.from('PK') });

    const fetched = await files.fetch(
      server.link({ bytes: Buffer.from(''), status: 302, headers: { location: target } }),
    );

    assert.deepEqual(fetched, { ok: false, problem: 'FAILED' });
    assert.equal(elsewhere.connections, 0);
  });

  it('FI-01 is asked for nowhere but at the hosts of files, and the refusal is audited without the address', async () => {
    for (const address of ['http://169.254.169.254/metadata', 'https://a.sharepoint.com.evil.se/x', 'nonsens']) {
      assert.deepEqual(await files.fetch(address), { ok: false, problem: 'ADDRESS_REFUSED' });
    }

    assert.equal(log.entries.filter(({ facts }) => facts.event === 'audit').length, 3);
    assert.doesNotMatch(JSON.stringify(log.entries), /169|evil|nonsens/);
  });

  it('FI-01 is not fetched from a host of files whose name leads to this machine', async () => {
    const lookup = publicLookup((_host, done) => done(null, [{ address: '127.0.0.1', family: 4 }]));
    const rule = { fileHosts: ['.sharepoint.com'], allowLoopbackFileHosts: false };
    files = new FileTransfer({ rule, log, timeoutMs: PATIENCE_MS, lookup });

    const fetched = await files.fetch('https://kommunen.sharepoint.com/plan.xlsx');

    assert.deepEqual(fetched, { ok: false, problem: 'ADDRESS_REFUSED' });
  });
});

describe('A file that is put where Teams keeps them', () => {
  let server: FileServer;
  let files: FileTransfer;

  beforeEach(async () => {
    server = await startFileServer();
    const rule = { fileHosts: ['.sharepoint.com'], allowLoopbackFileHosts: true };
    files = new FileTransfer({ rule, log: new FakeLog(), timeoutMs: PATIENCE_MS });
  });
  afterEach(() => server.close());

  it('arrives whole, with its range, and no token is given', async () => {
    const bytes = Buffer.from('planen');

    const put = await files.put(server.link({ bytes: Buffer.from('{}'), status: 201 }), bytes);

    assert.deepEqual(put, { ok: true, value: 'put' });
    const [call] = server.calls;
    assert.deepEqual([call?.method, call?.body.toString()], ['PUT', 'planen']);
    assert.equal(call?.headers['content-range'], 'bytes 0-5/6');
    assert.equal(call?.headers.authorization, undefined);
  });

  it('bad-112 goes to no other host', async () => {
    assert.deepEqual(await files.put('https://evil.se/upload', Buffer.from('planen')), {
      ok: false,
      problem: 'ADDRESS_REFUSED',
    });
  });

  it('is not said to be there when the upload was refused', async () => {
    for (const [status, problem] of [
      [404, 'GONE'],
      [500, 'FAILED'],
      [302, 'FAILED'],
    ] as const) {
      const link = server.link({ bytes: Buffer.from(''), status });

      assert.deepEqual(await files.put(link, Buffer.from('planen')), { ok: false, problem });
    }
  });
});

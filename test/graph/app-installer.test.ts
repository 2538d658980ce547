import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { GraphInstaller } from '../../src/graph/app-installer.ts';
import { localGraphToken } from '../../src/graph/graph-token.ts';
import { FakeLog } from '../support/fakes.ts';
import { type GraphAnswer, type GraphServer, startGraphServer } from '../support/graph-server.ts';

const catalogAppId = 'b7d5a1f0-6a3f-4e55-9d1c-000000000001';
const EVA = 'rapportor.bun@styrmodell.example';
const PATIENCE_MS = 300;

describe('Microsoft Graph, asked to give a reporter the app', () => {
  let graph: GraphServer;
  let log: FakeLog;
  let stopping: AbortController;

  before(async () => {
    graph = await startGraphServer();
  });
  after(() => graph.close());
  beforeEach(() => {
    graph.calls.length = 0;
    graph.answer = () => ({ status: 201 });
    log = new FakeLog();
    stopping = new AbortController();
  });

  function anInstaller(getToken = localGraphToken, timeoutMs = 10_000): GraphInstaller {
    const { signal } = stopping;
    return new GraphInstaller({ graphUrl: graph.url, catalogAppId, getToken, log, stopping: signal, timeoutMs });
  }

  it('is asked once for one person, with the catalogue’s id of the app and the bot’s own token', async () => {
    const outcome = await anInstaller().install(EVA);

    assert.deepEqual(outcome, { kind: 'installed' });
    assert.deepEqual(
      graph.calls.map(({ method, path, headers, body }) => ({ method, path, token: headers.authorization, body })),
      [
        {
          method: 'POST',
          path: '/v1.0/users/rapportor.bun%40styrmodell.example/teamwork/installedApps',
          token: 'Bearer local-graph',
          body: { 'teamsApp@odata.bind': `${graph.url}/v1.0/appCatalogs/teamsApps/${catalogAppId}` },
        },
      ],
    );
    assert.deepEqual(log.entries, []);
  });

  for (const upn of [
    'åsa.öberg@kommunen.se',
    "o'brien@kommunen.se",
    'a/../b?c=d#e&$filter=1@kommunen.se',
    '%2e%2e/me',
  ]) {
    it(`is asked about ${upn} and nobody else`, async () => {
      const asked: string[] = [];
      graph.answer = (who) => {
        asked.push(who);
        return { status: 201 };
      };

      await anInstaller().install(upn);

      assert.deepEqual(asked, [upn]);
    });
  }

  it('is not asked about a name that no address can hold', async () => {
    const outcome = await anInstaller().install('\ud800@kommunen.se');

    assert.deepEqual(outcome, { kind: 'waiting', reason: 'NO_ANSWER' });
    assert.equal(graph.calls.length, 0);
  });

  const answers: Readonly<Record<string, readonly [GraphAnswer, object]>> = {
    'bad-190 has the app already': [{ status: 409 }, { kind: 'installed' }],
    'bad-190 is unknown, or the app is': [{ status: 404 }, { kind: 'refused', reason: 'USER_OR_APP_NOT_FOUND' }],
    'bad-190 has to wait some seconds': [
      { status: 429, headers: { 'retry-after': '17' } },
      { kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 17_000 },
    ],
    'has to wait until a time that has passed': [
      { status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' } },
      { kind: 'waiting', reason: 'GRAPH_503', retryAfterMs: 0 },
    ],
    'has to wait, nobody says how long': [{ status: 429 }, { kind: 'waiting', reason: 'THROTTLED' }],
    'has to wait for something unreadable': [
      { status: 503, headers: { 'retry-after': 'snart' } },
      { kind: 'waiting', reason: 'GRAPH_503' },
    ],
    'meets a token that has run out': [{ status: 401 }, { kind: 'waiting', reason: 'GRAPH_401' }],
    'is asked about in a way that Graph does not take': [{ status: 400 }, { kind: 'waiting', reason: 'GRAPH_400' }],
    'meets a broken Graph': [
      { status: 500, body: '<html>' },
      { kind: 'waiting', reason: 'GRAPH_500' },
    ],
    'is said to be done, in some other way': [
      { status: 200, body: '{}' },
      { kind: 'waiting', reason: 'GRAPH_200' },
    ],
    'meets a connection that breaks': [{ fate: 'reset' }, { kind: 'waiting', reason: 'NO_ANSWER' }],
    'gets it with an answer that is no JSON': [{ status: 201, body: '{"id":' }, { kind: 'installed' }],
    'gets it with an answer that never ends': [{ fate: 'endless' }, { kind: 'installed' }],
  };
  for (const [what, [answer, outcome]] of Object.entries(answers)) {
    it(`is asked once about somebody who ${what}`, async () => {
      graph.answer = () => answer;

      assert.deepEqual(await anInstaller().install(EVA), outcome);
      assert.equal(graph.calls.length, 1);
      assert.deepEqual(log.entries, []);
    });
  }

  it('may name the time that it wants to be asked again', async () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    graph.answer = () => ({ status: 429, headers: { 'retry-after': inAMinute } });

    const outcome = await anInstaller().install(EVA);

    assert.equal(outcome.kind, 'waiting');
    const { retryAfterMs = 0 } = outcome as { retryAfterMs?: number };
    assert.ok(retryAfterMs > 50_000 && retryAfterMs <= 60_000, `${retryAfterMs}`);
  });

  it('does not send the bot’s token elsewhere', async () => {
    const elsewhere = await startGraphServer();
    graph.answer = () => ({
      status: 307,
      headers: { location: `${elsewhere.url}/v1.0/users/x/teamwork/installedApps` },
    });

    const outcome = await anInstaller().install(EVA);

    await elsewhere.close();
    assert.deepEqual(outcome, { kind: 'waiting', reason: 'GRAPH_307' });
    assert.equal(elsewhere.calls.length, 0);
  });

  it('is asked about a hundred people a few at a time, and about each of them', async () => {
    let atOnce = 0;
    let most = 0;
    graph.answer = async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await delay(1);
      atOnce -= 1;
      return { status: 201 };
    };
    const installer = anInstaller();
    const everybody = Array.from({ length: 100 }, (_, at) => `rapportor.${at}@styrmodell.example`);

    const outcomes = await Promise.all(everybody.map((upn) => installer.install(upn)));

    assert.equal(new Set(graph.calls.map(({ path }) => path)).size, 100);
    assert.ok(outcomes.every(({ kind }) => kind === 'installed'));
    assert.ok(most > 1 && most < 10, `${most} at once`);
  });

  it('is given up when it does not answer', async () => {
    graph.answer = () => ({ fate: 'hang' });

    const outcome = await anInstaller(localGraphToken, PATIENCE_MS).install(EVA);

    assert.deepEqual(outcome, { kind: 'waiting', reason: 'NO_ANSWER' });
  });

  it('is given up at once when the service is to stop', async () => {
    graph.answer = () => {
      stopping.abort();
      return { fate: 'hang' };
    };
    const installer = anInstaller();

    assert.deepEqual(await installer.install(EVA), { kind: 'waiting', reason: 'NO_ANSWER' });
    assert.deepEqual(await installer.install(EVA), { kind: 'waiting', reason: 'TOKEN_UNAVAILABLE' });
    assert.equal(graph.calls.length, 1);
    assert.deepEqual(log.entries, []);
  });

  describe('without the municipality’s consent', () => {
    beforeEach(() => {
      graph.answer = () => ({ status: 403, headers: { 'request-id': 'a1b2' }, body: '{"error":{"code":"Forbidden"}}' });
    });

    it('bad-190 refuses, and the IT department is told once what to look at', async () => {
      const installer = anInstaller();

      const outcomes = [await installer.install(EVA), await installer.install('rapportor.sn@styrmodell.example')];

      assert.deepEqual(outcomes, [
        { kind: 'refused', reason: 'NO_CONSENT' },
        { kind: 'refused', reason: 'NO_CONSENT' },
      ]);
      assert.deepEqual(
        log.entries.map(({ level, facts }) => [level, facts]),
        [['error', { event: 'alarm', reason: 'NO_CONSENT', requestId: 'a1b2' }]],
      );
      assert.match(log.entries[0]?.message ?? '', /TeamsAppInstallation\.ReadWriteSelfForUser\.All is not granted/);
    });

    it('tells it again when consent was given and has been taken back', async () => {
      const installer = anInstaller();

      await installer.install(EVA);
      graph.answer = () => ({ status: 201 });
      await installer.install(EVA);
      graph.answer = () => ({ status: 403 });
      await installer.install(EVA);

      assert.equal(log.entries.length, 2);
    });
  });

  describe('without a token for it', () => {
    it('is not asked, and the IT department is told once', async () => {
      const installer = anInstaller(() => Promise.reject(new Error('secret AADSTS7000215')));

      const outcomes = [await installer.install(EVA), await installer.install(EVA)];

      assert.deepEqual(outcomes, [
        { kind: 'waiting', reason: 'TOKEN_UNAVAILABLE' },
        { kind: 'waiting', reason: 'TOKEN_UNAVAILABLE' },
      ]);
      assert.equal(graph.calls.length, 0);
      assert.deepEqual(
        log.entries.map(({ level, facts }) => [level, (facts as { reason?: string }).reason]),
        [['error', 'TOKEN_UNAVAILABLE']],
      );
      assert.doesNotMatch(log.entries[0]?.message ?? '', /secret/);
    });

    it('is not asked when Entra does not answer', async () => {
      const installer = anInstaller(() => new Promise(() => undefined), PATIENCE_MS);

      assert.deepEqual(await installer.install(EVA), { kind: 'waiting', reason: 'TOKEN_UNAVAILABLE' });
      assert.equal(graph.calls.length, 0);
    });
  });
});

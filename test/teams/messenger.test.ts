import assert from 'node:assert/strict';
import type { KnownConversation, Notice } from '../../src/ports.ts';
import { Connectors } from '../../src/teams/connector.ts';
import { TeamsMessenger } from '../../src/teams/messenger.ts';
import { aPlan, aPrompt } from '../support/builders.ts';
import { type FakeConnector, startConnector } from '../support/fake-connector.ts';
import { tenantId } from '../support/tokens.ts';

const bot = { appId: 'app-1', appType: 'SingleTenant', tenantId, loginUrl: '', oauthScope: '' } as const;
const notice: Notice = {
  kind: 'monthly-prompt',
  form: { promptId: '202610prompt', prompt: aPrompt(aPlan(), 'BUN', '2026-10'), revision: 0, typed: {} },
};

describe('A person’s conversation that is made anew', () => {
  let connector: FakeConnector;

  before(async () => {
    connector = await startConnector();
  });
  after(() => connector.close());

  function messenger(mayWriteTo: (serviceUrl: string) => boolean = () => true): TeamsMessenger {
    return new TeamsMessenger(new Connectors(bot, true), () => ({}), mayWriteTo, { now: () => new Date() });
  }

  function conversation(oid: string): KnownConversation {
    const id = `chat of ${oid}`;
    const reference = {
      ...{ channelId: 'msteams', serviceUrl: connector.url, bot: { id: '28:app-1', name: 'Styrmodellen' } },
      user: { id: `29:${oid}`, aadObjectId: oid },
      conversation: { id, conversationType: 'personal', tenantId },
    };
    return { id, kind: 'personal', key: oid, reference };
  }

  it('is asked for by her object id, where Teams was written to last, and can be written to', async () => {
    const teams = messenger();
    await teams.send(conversation('rut'), notice);

    const opened = await teams.openConversation('eva');

    const [call] = connector.callsOf('conversation');
    assert.deepEqual(call?.body, {
      ...{ isGroup: false, bot: { id: '28:app-1', name: 'Styrmodellen' }, members: [{ id: 'eva' }] },
      ...{ tenantId, channelData: { tenant: { id: tenantId } } },
    });
    assert.ok(opened.kind === 'personal');
    assert.deepEqual([opened.id, opened.key], ['a:1-eva', 'eva']);
    assert.deepEqual(await teams.send(opened, notice), {
      kind: 'sent',
      activityId: connector.shows('a:1-eva')[0]?.activityId,
    });
  });

  it('is one attempt, and says what became of it', async () => {
    const teams = messenger();
    await teams.send(conversation('rut'), notice);
    const before = connector.callsOf('conversation').length;
    const isOpening = ({ operation }: { operation: string }): boolean => operation === 'conversation';
    connector.script(
      isOpening,
      { status: 502 },
      { status: 429, headers: { 'retry-after': '3' } },
      { status: 201, body: {} },
    );

    const outcomes = [];
    for (let attempt = 0; attempt < 3; attempt++) outcomes.push(await teams.openConversation('eva'));

    assert.deepEqual(outcomes, [
      { kind: 'ambiguous', reason: '502' },
      { kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 3_000 },
      { kind: 'ambiguous', reason: 'UNREADABLE_ANSWER' },
    ]);
    assert.equal(connector.callsOf('conversation').length - before, 3);
  });

  it('is not asked for where the bot may not write', async () => {
    assert.deepEqual(await messenger(() => false).openConversation('eva'), {
      kind: 'refused',
      reason: 'SERVICE_URL_NOT_ALLOWED',
    });
  });
});

describe('The form of a month', () => {
  let connector: FakeConnector;

  before(async () => {
    connector = await startConnector();
  });
  after(() => connector.close());

  it('carries each reader’s own id, though it is drawn once for all', async () => {
    const teams = new TeamsMessenger(
      new Connectors(bot, true),
      () => ({}),
      () => true,
      { now: () => new Date() },
    );
    const { form } = notice;
    const seen: string[] = [];
    for (const [oid, own] of [
      ['rut', { promptId: '202610first' }],
      ['eva', { promptId: '202610second' }],
      ['dag', { promptId: '202610third', insteadOf: 'rut@styrmodell.example' }],
      ['ann', { promptId: '202610fourth', typed: { comment: 'Anns egen text' } }],
    ] as const) {
      const id = `chat of ${oid}`;
      const reference = { serviceUrl: connector.url, user: { aadObjectId: oid }, conversation: { id } };
      await teams.send(
        { id, kind: 'personal', key: oid, reference },
        { kind: 'monthly-prompt', form: { ...form, ...own } },
      );
      seen.push(JSON.stringify(connector.shows(id)[0]?.card));
    }

    const has = (text: string): boolean[] => seen.map((card) => card.includes(text));
    assert.deepEqual(has('"p":"202610first"'), [true, false, false, false]);
    assert.deepEqual(has('"p":"202610second"'), [false, true, false, false]);
    assert.deepEqual(has('"p":"202610third"'), [false, false, true, false]);
    assert.deepEqual(has('"p":"202610fourth"'), [false, false, false, true]);
    assert.deepEqual(has('ersättare för'), [false, false, true, false]);
    assert.deepEqual(has('Anns egen text'), [false, false, false, true]);
    assert.equal(new Set(seen.map((card) => card.replaceAll(/202610(first|second)/g, ''))).size, 3);
  });
});

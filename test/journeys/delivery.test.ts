import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { hasButton, textOf } from '../support/card-view.ts';
import { type Call, type FakeConnector, type Reaction, startConnector } from '../support/fake-connector.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { type Owing, octoberOf } from '../support/october-answers.ts';
import type { OnScreen, TeamsUser } from '../support/teams-user.ts';

/** botbuilder by itself would try again after 1 and 2.3 s. */
const LONGER_THAN_A_RETRY_MS = 2_500;

describe('prompts that Teams does not take', function () {
  this.timeout(60_000);

  let town: Municipality;
  let waited: TeamsUser;
  let blocked: TeamsUser;
  let refused: TeamsUser;
  let redirected: TeamsUser;
  let controller: TeamsUser;
  let elsewhere: FakeConnector;

  before(async () => {
    town = await openMunicipality();
    await town.start();
    waited = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    blocked = town.person('rapportor.ks@styrmodell.example', 'Karin Kant');
    refused = town.person('rapportor.sn@styrmodell.example', 'Stina Ström');
    redirected = town.person('rapportor.sbn@styrmodell.example', 'Sven Sand');
    controller = town.person('controller@styrmodell.example', 'Carin Control');
    elsewhere = await startConnector();
    town.connector.script(isPromptTo(waited), { status: 429, headers: { 'retry-after': '2' } });
    // Put off first, so that she has been welcomed when she is found to be blocked.
    town.connector.script(
      isPromptTo(blocked),
      { status: 429, headers: { 'retry-after': '2' } },
      refusal('MessageWritesBlocked'),
    );
    town.connector.script(isPromptTo(refused), refusal('ServiceError'));
    town.connector.script(isPromptTo(redirected), {
      status: 307,
      headers: { location: `${elsewhere.url}v3/conversations/x/activities` },
    });
    await Promise.all([waited, blocked, refused, redirected, controller].map((person) => person.install()));
    await until('five attempts', () => town.service.logged('message not sent').length === 5);
  });
  after(async () => {
    await elsewhere?.close();
    await town?.close();
  });

  it('are sent when Teams wanted to wait, not before and only once (429 with Retry-After)', async () => {
    await until('the prompt', () => forms(waited).length > 0);
    await delay(LONGER_THAN_A_RETRY_MS);

    const [first, second, ...more] = town.connector.calls.filter(isPromptTo(waited));
    assert.deepEqual(more, []);
    assert((second?.at ?? 0) - (first?.at ?? 0) >= 2_000);
    assert.equal((await delivery(town, 'BUN')).state, 'sent');
  });

  it('are tried once a call: nothing in between repeats them', () => {
    for (const person of [refused, redirected]) {
      assert.equal(town.connector.calls.filter(isPromptTo(person)).length, 1, person.name);
    }
  });

  it("do not follow Teams to another address, and do not give away the bot's token (307)", () => {
    assert.deepEqual(elsewhere.calls, []);
  });

  it('are tried again an hour later when the refusal said nothing about the person (an unknown 403)', async () => {
    assert.equal((await delivery(town, 'SN')).reason, 'UNKNOWN_403');
    town.pass(3600);
    await town.restart();

    await until('the prompt', () => forms(refused).length > 0);
    assert.equal(town.connector.calls.filter(isPromptTo(refused)).length, 2);
  });

  it('are not tried again when the person has blocked the bot (403 MessageWritesBlocked)', async () => {
    assert.deepEqual(await delivery(town, 'KS'), { state: 'refused', reason: 'MessageWritesBlocked', activityIds: [] });
    assert.equal(town.connector.calls.filter(isPromptTo(blocked)).length, 2);
  });

  it('are told of to the controller when nobody else of the committee can be asked', async () => {
    const word = await until('the word', () => wordsTo(controller).find((text) => text.includes('Kommunstyrelsen')));

    assert.match(word, /rapportor\.ks@styrmodell\.example/);
    assert.match(word, /ersattare\.ks@styrmodell\.example/);
  });
});

describe('a person who can be written to again', function () {
  this.timeout(60_000);

  let town: Municipality;
  let eva: TeamsUser;
  let stina: TeamsUser;
  let karin: TeamsUser;
  let sven: TeamsUser;

  before(async () => {
    town = await openMunicipality();
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    stina = town.person('rapportor.sn@styrmodell.example', 'Stina Ström');
    karin = town.person('rapportor.ks@styrmodell.example', 'Karin Kant');
    sven = town.person('rapportor.sbn@styrmodell.example', 'Sven Sand');
    town.connector.script(isPromptTo(eva), refusal('MessageWritesBlocked'));
    town.connector.script(isPromptTo(stina), { status: 404, body: { error: { code: 'ConversationNotFound' } } });
    town.connector.script(isPromptTo(karin), refusal('BotDisabledByAdmin'));
    await Promise.all([eva.install(), stina.install()]);
    await until('the refusal', async () => (await delivery(town, 'BUN')).state === 'refused');
  });
  after(() => town?.close());

  it('is sent once more when the app is installed again, though nobody saw it being taken away', async () => {
    await Promise.all([
      eva.send({ type: 'installationUpdate', action: 'add' }),
      eva.send({ type: 'installationUpdate', action: 'add' }),
    ]);

    await until('the prompt', () => forms(eva).length > 0);
    await delay(LONGER_THAN_A_RETRY_MS);
    assert.equal(forms(eva).length, 1);
    assert.equal(town.connector.calls.filter(isPromptTo(eva)).length, 2);
    assert.equal((await delivery(town, 'BUN')).state, 'sent');
  });

  it('gets it in a conversation made anew when the old one is gone (404), and can answer there', async () => {
    const renewed = { ...stina.chat, conversation: { ...stina.chat.conversation, id: `a:1-${stina.oid}` } };
    const shown = await until('the form', () =>
      town.connector.shows(renewed.conversation.id).find(({ card }) => card && hasButton(card, 'saveOutcome')),
    );
    assert(shown.card);
    assert.equal((await delivery(town, 'SN')).state, 'sent');

    const on = { activityId: shown.activityId, card: shown.card };
    const reply = await stina.send(stina.pressed(on, { verb: 'saveOutcome', inputs: octoberOf('SN') }), renewed);

    assert.match(textOf(reply.card ?? {}), /^Kvitto SN-2026-10-1/);
  });

  it('is not tried, nor is anybody else, for five minutes after Teams said that the bot is switched off', async () => {
    await karin.install();
    await until('the alarm', () => town.service.logged('sending halted').length > 0);
    await sven.install();
    await delay(LONGER_THAN_A_RETRY_MS);

    assert.equal(town.connector.calls.filter(isPromptTo(karin)).length, 1);
    assert.equal(town.connector.calls.filter(isPromptTo(sven)).length, 0);
    assert.deepEqual(
      town.service.logged().flatMap(({ event, reason }) => (event === 'alarm' ? [reason] : [])),
      ['BotDisabledByAdmin'],
    );
    town.pass(300);
    await town.restart();
    await until('both forms', () => forms(karin).length > 0 && forms(sven).length > 0);
  });
});

describe('prompts that may have arrived', function () {
  this.timeout(60_000);

  const fates: readonly (readonly [Owing, string, Reaction])[] = [
    ['BUN', 'an error of Teams (500)', { status: 500, delivered: true }],
    ['KS', 'a connection that broke', { fate: 'reset', delivered: true }],
    ['SN', 'an answer that never came', { fate: 'hang', delivered: true }],
    ['SBN', 'a page instead of an answer (200)', { status: 200, delivered: true, body: '<html>Hello</html>' }],
  ];
  const people = new Map<Owing, TeamsUser>();
  let town: Municipality;

  before(async () => {
    town = await openMunicipality();
    await town.start();
    for (const [committee, , reaction] of fates) {
      const person = town.person(`rapportor.${committee.toLowerCase()}@styrmodell.example`, `Rapportör ${committee}`);
      people.set(committee, person);
      town.connector.script(isPromptTo(person), reaction);
    }
    await Promise.all([...people.values()].map((person) => person.install()));
    for (const committee of people.keys()) {
      await until(
        'an end',
        async () => ['ambiguous', 'sent'].includes(String((await delivery(town, committee)).state)),
        30_000,
      );
    }
    town.pass(24 * 3600);
    await town.restart();
    await delay(LONGER_THAN_A_RETRY_MS);
  });
  after(() => town?.close());

  for (const [committee, what] of fates) {
    it(`are never sent again by themselves after ${what}, and are settled by the press on their card`, async () => {
      const person = personOf(committee);
      const [arrived, ...more] = forms(person);
      assert(arrived);
      assert.deepEqual(more, []);
      assert.equal(town.connector.calls.filter(isPromptTo(person)).length, 1);
      assert.deepEqual((await delivery(town, committee)).activityIds, []);

      const reply = await person.press(arrived, { verb: 'saveOutcome', inputs: octoberOf(committee) });

      assert.match(textOf(reply.card ?? {}), new RegExp(`^Kvitto ${committee}-2026-10-1`));
      await until('its card a receipt', () => forms(person).length === 0);
      const settled = await delivery(town, committee);
      assert.deepEqual([settled.state, settled.activityIds], ['sent', [arrived.activityId]]);
      assert.equal(person.sees().length, 2);
    });
  }

  function personOf(committee: Owing): TeamsUser {
    const person = people.get(committee);
    assert(person);
    return person;
  }
});

describe('an address that is not Teams', function () {
  this.timeout(60_000);

  let town: Municipality;
  let eva: TeamsUser;
  let foreign: FakeConnector;

  before(async () => {
    town = await openMunicipality();
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    // Reaches this machine, but is none of the names that a local Teams has.
    foreign = await startConnector('0.0.0.0');
  });
  after(async () => {
    await foreign?.close();
    await town?.close();
  });

  it('is not answered, though the token is written for it', async () => {
    const replies = [
      await eva.send({ type: 'message', text: 'hjälp', serviceUrl: foreign.url }),
      await eva.send({ type: 'installationUpdate', action: 'add', serviceUrl: foreign.url }),
    ];

    for (const { status } of replies) assert.equal(status, 400);
    assert.deepEqual(foreign.calls, []);
  });

  it('gets no prompt and no token, though it stands in the table where people can be reached', async () => {
    town.connector.script(isPromptTo(eva), { status: 429, headers: { 'retry-after': '600' } });
    await eva.install();
    await until('the attempt', () => town.connector.calls.some(isPromptTo(eva)));
    const table = town.table('Conversations');
    const row = await table.getEntity<{ reference: string }>('personal', eva.oid);
    const reference = { ...(JSON.parse(row.reference) as object), serviceUrl: foreign.url };
    await table.updateEntity(
      { partitionKey: 'personal', rowKey: eva.oid, reference: JSON.stringify(reference) },
      'Merge',
    );

    town.pass(3600);
    await town.restart();

    await until('the refusal', async () => (await delivery(town, 'BUN')).reason === 'SERVICE_URL_NOT_ALLOWED');
    assert.deepEqual(foreign.calls, []);
  });
});

describe('the summary in the channel when Teams does not take it as it should', function () {
  this.timeout(60_000);

  let town: Municipality;
  let eva: TeamsUser;
  const isSummaryUpdate = ({ operation, conversationId }: Call): boolean =>
    operation === 'update' && conversationId === town.channel.conversation.id;

  before(async () => {
    town = await openMunicipality();
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    await eva.install();
    await eva.install(town.channel);
    await until('both', () => forms(eva).length > 0 && summaries().length > 0);
  });
  after(() => town?.close());

  it('is brought up to date as soon as Teams takes it: an update can be repeated', async () => {
    town.connector.script(isSummaryUpdate, { status: 500 }, { status: 429, headers: { 'retry-after': '1' } });

    await eva.press(newest(), { verb: 'saveOutcome', inputs: octoberOf('BUN') });
    await until('the first attempt', () => town.connector.calls.some(isSummaryUpdate));
    town.pass(60);
    await town.restart();

    await until('the figures', () => /3 av 6/.test(textOf(summaries()[0]?.card ?? {})));
    assert.equal(summaries().length, 1);
    assert.equal(town.connector.calls.filter(isSummaryUpdate).length, 3);
  });

  it('is posted anew when somebody has deleted it', async () => {
    town.connector.script(isSummaryUpdate, {
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation' } },
    });
    const [deleted] = summaries();
    await eva.say('visa formuläret');

    await eva.press(newest(), { verb: 'saveOutcome', inputs: octoberOf('BUN', 1_000) });

    await until('a new card', () => summaries().some(({ card }) => /BUN-2026-10-2/.test(textOf(card ?? {}))));
    await delay(LONGER_THAN_A_RETRY_MS);
    assert.deepEqual(
      summaries().map(({ activityId }) => activityId === deleted?.activityId),
      [true, false],
    );
  });

  function summaries(): OnScreen[] {
    return town
      .channelShows()
      .flatMap(({ activityId, card }) =>
        card && textOf(card).startsWith('Månadsuppföljning') ? [{ activityId, card }] : [],
      );
  }

  function newest(): OnScreen {
    const form = forms(eva).at(-1);
    assert(form);
    return form;
  }
});

/** The round's own message with the form; forms that somebody asks for come as answers to her message. */
function isPromptTo(person: TeamsUser): (call: Call) => boolean {
  return ({ operation, activityId, conversationId, body }) =>
    operation === 'post' &&
    activityId === undefined &&
    conversationId === person.chat.conversation.id &&
    JSON.stringify(body).includes('saveOutcome');
}

function refusal(code: string): Reaction {
  return { status: 403, body: { error: { code, message: 'Refused' } } };
}

interface StoredDelivery {
  readonly state: unknown;
  readonly reason: unknown;
  readonly activityIds: unknown;
}

async function delivery(town: Municipality, committee: Owing): Promise<StoredDelivery> {
  const filter = `PartitionKey eq '${committee}|2026-10' and RowKey ge 'delivery|prompt|' and RowKey lt 'delivery|prompt}'`;
  const [row] = await town.rows('Periods', filter);
  return {
    state: row?.state,
    reason: row?.reason,
    activityIds: JSON.parse(String(row?.activityIds ?? 'null')),
  };
}

/** What the cards say that are no forms. */
function wordsTo(person: TeamsUser): string[] {
  return person.sees().flatMap(({ card }) => (card && !hasButton(card, 'saveOutcome') ? [textOf(card)] : []));
}

function forms(person: TeamsUser): OnScreen[] {
  return person
    .sees()
    .flatMap(({ activityId, card }) => (card && hasButton(card, 'saveOutcome') ? [{ activityId, card }] : []));
}

import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { openStores } from '../../src/compose-stores.ts';
import { hasButton, textOf } from '../support/card-view.ts';
import { type Call, type Reaction, times } from '../support/fake-connector.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { type Owing, octoberOf } from '../support/october-answers.ts';
import { formsOf } from '../support/owed-october.ts';
import type { TeamsUser } from '../support/teams-user.ts';

/** Two rounds of the service, and longer than the first retry of Bot Framework's own. */
const LONG_ENOUGH_MS = 2_500;

const json = { 'content-type': 'application/json' };
/** The message has arrived; only the answer is odd. */
const oddAnswers: readonly (readonly [string, Extract<Reaction, { status: number }>])[] = [
  ['no body', { status: 201 }],
  ['an empty object', { status: 201, body: {} }],
  ['a page of HTML', { status: 200, body: '<html><body>OK</body></html>' }],
  ['half a body', { status: 201, headers: json, body: '{"id":"179' }],
  ['an id of 10 KB', { status: 201, body: { id: 'i'.repeat(10_240) } }],
  ['an id that is a number', { status: 201, body: { id: 5 } }],
  ['a list', { status: 200, body: [] }],
  ['null', { status: 200, headers: json, body: 'null' }],
];
const OWING: readonly Owing[] = ['BUN', 'SN', 'KS', 'SBN'];

for (const half of [oddAnswers.slice(0, 4), oddAnswers.slice(4)]) {
  describe(`prompts that Teams takes with ${half.map(([what]) => what).join(', ')} in answer`, function () {
    this.timeout(60_000);

    let town: Municipality;
    const people = new Map<string, TeamsUser>();

    before(async () => {
      town = await openMunicipality();
      await town.start();
      for (const [at, [what, reaction]] of half.entries()) {
        const person = town.person(`rapportor.${OWING[at]}@styrmodell.example`.toLowerCase(), 'Eva Ek');
        people.set(what, person);
        town.connector.script(isPromptTo(person), { ...reaction, delivered: true });
      }
      await Promise.all([...people.values()].map((person) => person.install()));
      await until('all prompts', () => [...people.values()].every((person) => formsOf(person).length > 0));
      await delay(LONG_ENOUGH_MS);
    });
    after(() => town?.close());

    for (const [at, [what]] of half.entries()) {
      it(`bad-187 are never sent again after ${what}, and can be answered`, async () => {
        const committee = OWING[at] ?? 'BUN';
        const person = people.get(what) ?? assert.fail();
        const [form, ...more] = formsOf(person);
        assert(form);
        assert.deepEqual(more, []);
        assert.equal(town.connector.calls.filter(isPromptTo(person)).length, 1);
        assert.match(String((await deliveryTo(person, committee)).state), /^(sent|ambiguous)$/);

        const reply = await person.press(form, { verb: 'saveOutcome', inputs: octoberOf(committee) });

        assert.match(textOf(reply.card ?? {}), new RegExp(`^Kvitto ${committee}-2026-10-1`));
        await until('a receipt in its place', () => formsOf(person).length === 0);
        assert.equal(town.service.logged().filter(({ level }) => Number(level) >= 50).length, 0);
      });
    }

    async function deliveryTo(person: TeamsUser, committee: string): Promise<Record<string, unknown>> {
      const rows = await town.rows('Periods', `PartitionKey eq '${committee}|2026-10'`);
      return rows.find(({ rowKey }) => rowKey === `delivery|prompt|${person.upn}`) ?? assert.fail('No delivery');
    }
  });
}

describe('prompts that must not arrive', function () {
  this.timeout(60_000);

  let town: Municipality;

  before(async () => {
    town = await openMunicipality();
  });
  after(() => town?.close());

  it('bad-114 are not repeated when they are too large for Teams (413): a short message leads to the form', async () => {
    const eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    const tooLarge = { status: 413, body: { error: { code: 'MessageSizeTooBig', message: 'Too big' } } };
    town.connector.script(isPromptTo(eva), tooLarge);
    await town.start();
    await eva.install();
    const short = await until('the short one', () =>
      eva.sees().find(({ card }) => card && hasButton(card, 'openForm')),
    );
    await delay(LONG_ENOUGH_MS);

    assert(short.card);
    assert.equal(town.connector.calls.filter(isPromptTo(eva)).length, 1);
    const opened = await eva.press({ activityId: short.activityId, card: short.card }, { verb: 'openForm' });
    assert(opened.card && hasButton(opened.card, 'saveOutcome'));
  });

  it('PR-03 are not sent when the rows of two people have been mixed up', async () => {
    const karin = town.person('rapportor.ks@styrmodell.example', 'Karin Kant');
    const sven = town.person('rapportor.sbn@styrmodell.example', 'Sven Sand');
    const { people, conversations } = await openStores({ connectionString: town.storage }, { now: () => town.now() });
    for (const [owner, other] of [
      [karin, sven],
      [sven, karin],
    ] as const) {
      await conversations.remember({
        id: other.chat.conversation.id,
        kind: 'personal',
        key: owner.oid,
        reference: {
          channelId: 'msteams',
          serviceUrl: town.connector.url,
          user: { id: other.id, aadObjectId: other.oid },
          conversation: other.chat.conversation,
        },
      });
      await people.bind(owner.oid, owner.upn);
    }

    const notSent = await until('both refusals', () => {
      const lines = town.service
        .logged('message not sent')
        .filter(({ reason }) => reason === 'CONVERSATION_OF_ANOTHER');
      return lines.length > 1 && lines;
    });

    assert.deepEqual(
      notSent.map(({ outcome }) => outcome),
      ['refused', 'refused'],
    );
    assert.deepEqual([...karin.sees(), ...sven.sees()], []);
  });
});

describe('a sender whom Teams does not know well', function () {
  this.timeout(60_000);

  let town: Municipality;

  before(async () => {
    town = await openMunicipality();
    await town.start();
  });
  after(() => town?.close());

  const upn = 'rapportor.bun@styrmodell.example';
  const oddMembers: readonly (readonly [string, (her: TeamsUser) => Reaction])[] = [
    [
      'that there is no such member',
      () => ({ status: 404, body: { error: { code: 'MemberNotFoundInConversation' } } }),
    ],
    ['empty', () => ({ status: 200 })],
    ['null', () => ({ status: 200, headers: json, body: 'null' })],
    ['a guest without an object id', () => ({ status: 200, body: { id: '29:x', userPrincipalName: upn } })],
    ['about somebody else', () => ({ status: 200, body: { aadObjectId: 'another', userPrincipalName: upn } })],
    ['without a user principal name', ({ oid }) => ({ status: 200, body: { aadObjectId: oid, name: 'Eva' } })],
    [
      'with an odd user principal name',
      ({ oid }) => ({ status: 200, body: { aadObjectId: oid, userPrincipalName: [upn] } }),
    ],
    ['a page of HTML', () => ({ status: 200, body: '<html></html>' })],
  ];
  for (const [what, reaction] of oddMembers) {
    it(`bad-191 is no contact when Teams’ answer about her is ${what}`, async () => {
      const her = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
      const answer = reaction(her);
      town.connector.script(
        ({ operation, activityId }) => operation === 'member' && activityId === her.id,
        ...times(5, answer),
      );

      const reply = await her.say('visa formuläret');

      assert.equal(reply.status, 200);
      assert.match(her.sees().at(-1)?.text ?? '', /^Du har inget formulär att svara på/);
      assert.deepEqual(await town.rows('People'), []);
      town.connector.clearScripts();
    });
  }
});

/** A message to somebody's own chat with fields to fill in. */
function isPromptTo(person: TeamsUser): (call: Call) => boolean {
  return ({ operation, conversationId, body }) =>
    operation === 'post' &&
    conversationId === person.chat.conversation.id &&
    JSON.stringify(body).includes('saveOutcome');
}

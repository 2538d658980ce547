import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { CrashStep } from '../../src/ports.ts';
import { hasButton, textOf } from '../support/card-view.ts';
import type { Call, Card, Shown } from '../support/fake-connector.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { firstOutcomeKr, type Owing, octoberOf } from '../support/october-answers.ts';
import type { OnScreen, Reply, TeamsUser } from '../support/teams-user.ts';

/** A claim is given up after a minute; so long, at least, does everybody wait for a service that has died. */
const LONGER_THAN_A_CLAIM_S = 61;
const TWO_ROUNDS_MS = 2_200;
const RANDOM_KILLS = 20;
const SEED = 20261105;

/** What the table at the end tells of one kill. */
interface Told {
  readonly step: string;
  readonly answer: string;
  readonly acknowledged: boolean;
  readonly stored: boolean;
}
const told: Told[] = [];

/** Where the process is killed, how often, and what that moment is. The steps are explained in docs/testing.md. */
const steps: readonly (readonly [Exclude<CrashStep, 'S8'>, number, string])[] = [
  ['S1', 2, 'the request has been read'],
  ['S2', 2, 'the sender has been proved'],
  ['S3', 2, 'the answer has been found good'],
  ['S4', 5, 'the answer is on its way to storage'],
  ['S5', 3, 'storage has said that it has the answer'],
  ['S6', 3, 'the receipt has left'],
  ['S7', 3, "the form's update has been sent"],
  ['S9', 3, 'the first effect is carried out'],
];

describe('a service that is killed while it takes an answer', function () {
  this.timeout(180_000);

  let town: Municipality;
  let eva: TeamsUser;

  beforeEach(async () => {
    town = await openMunicipality();
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    await eva.install();
    await until('the prompt', () => eva.sees().some(isForm));
  });
  afterEach(() => town?.close());
  after(printTable);

  for (const [step, kills, moment] of steps) {
    it(`loses nothing and says nothing twice when ${moment} (${step}, ${kills} times)`, async () => {
      await eva.install(town.channel);
      await until('the summary', () => summaries(town).length === 1);
      let screen = screenOf(eva);

      for (let revision = 1; revision <= kills; revision++) {
        const opened =
          revision === 1 ? screen : { ...screen, card: cardOf(await eva.press(screen, { verb: 'changeOutcome' })) };
        await town.restart({ CRASH_AT: step });
        const press = eva.pressed(opened, { verb: 'saveOutcome', inputs: octoberOf('BUN', revision * 1000) });
        const reply = await eva.send(press);
        assert.equal((await town.service.exited).signal, 'SIGKILL');
        const before = await revisionsOf(town, 'BUN');
        await bringBack();

        note(step, revision, reply, before.length === revision);
        if (isReceipt(reply)) assert.deepEqual(before.at(-1), storedAs(revision));
        const again = [await eva.send(press), await eva.send(press)];
        for (const { card } of again) assert.deepEqual(card, cardOf(isReceipt(reply) ? reply : again[0]));
        assert.match(textOf(cardOf(again[0])), new RegExp(`^Kvitto BUN-2026-10-${revision}\n`));
        assert.deepEqual(
          await revisionsOf(town, 'BUN'),
          Array.from({ length: revision }, (_, at) => storedAs(at + 1)),
        );
        await everythingShows(revision);
        screen = screenOf(eva);
      }
      assert.equal(postsTo(town, eva.chat.conversation.id).length, 1);
      assert.equal(postsTo(town, town.channel.conversation.id).length, 1);
    });
  }

  for (const attempt of [1, 2, 3]) {
    it(`does not post a summary of unknown fate twice, and says so in the next (S8, time ${attempt})`, async () => {
      const opened = screenOf(eva);
      await town.restart({ CRASH_AT: 'S8' });
      const press = eva.pressed(opened, { verb: 'saveOutcome', inputs: octoberOf('BUN', 1000) });
      const reply = await eva.send(press);
      await eva.install(town.channel);
      assert.equal((await town.service.exited).signal, 'SIGKILL');
      const before = await revisionsOf(town, 'BUN');
      await bringBack();

      note('S8', 1, reply, before.length === 1);
      assert.deepEqual(before, [storedAs(1)]);
      assert.deepEqual((await eva.send(press)).card, cardOf(reply));
      await until('a receipt', () => textOf(screenOf(eva).card).startsWith('Kvitto BUN-2026-10-1'));
      await until('the doubt', async () => (await summaryState(town)) === 'ambiguous');
      await delay(TWO_ROUNDS_MS);
      assert.equal(postsTo(town, town.channel.conversation.id).length, 0);

      const change = { ...screenOf(eva), card: cardOf(await eva.press(screenOf(eva), { verb: 'changeOutcome' })) };
      assert(isReceipt(await eva.press(change, { verb: 'saveOutcome', inputs: octoberOf('BUN', 2000) })));
      await until('the next summary', () => textOf(summaries(town)[0]?.card ?? {}).includes('kvitto BUN-2026-10-2'));
      assert.match(textOf(summaries(town)[0]?.card ?? {}), /ersätter ett tidigare kort/);
      await everythingShows(2);
      assert.equal(postsTo(town, town.channel.conversation.id).length, 1);
    });
  }

  it('does not post the summary twice when it dies waiting for the answer of Teams, and says so in the next', async () => {
    town.connector.script(isSummary, { fate: 'hang', delivered: true });
    await eva.install(town.channel);
    await until('the post', () => town.connector.calls.some(isSummary));
    await town.service.kill();
    await bringBack();

    const press = eva.pressed(screenOf(eva), { verb: 'saveOutcome', inputs: octoberOf('BUN', 1000) });
    assert(isReceipt(await eva.send(press)));
    await until('the receipt', () => textOf(screenOf(eva).card).startsWith('Kvitto'));
    await until('the next', () => summaries(town).length === 2);

    assert.match(textOf(summaries(town)[1]?.card ?? {}), /ersätter ett tidigare kort/);
    await delay(TWO_ROUNDS_MS);
    assert.equal(postsTo(town, town.channel.conversation.id).length, 2);
  });

  it('does not send a prompt twice when it dies waiting for the answer of Teams, and knows the card by its press', async () => {
    const stina = town.person('rapportor.sn@styrmodell.example', 'Stina Ström');
    town.connector.script((call) => isPromptTo(call, stina.chat.conversation.id), { fate: 'hang', delivered: true });
    await stina.install();
    await until('the prompt', () => stina.sees().some(isForm));
    await town.service.kill();
    await bringBack();
    await delay(TWO_ROUNDS_MS);

    assert.equal(postsTo(town, stina.chat.conversation.id).length, 1);
    const reply = await stina.press(screenOf(stina), { verb: 'saveOutcome', inputs: octoberOf('SN') });
    assert(isReceipt(reply));
    await until('its card a receipt', () => textOf(screenOf(stina).card).startsWith('Kvitto SN-2026-10-1'));
  });

  /** Starts a service after so long that nothing of the dead one counts any more. */
  async function bringBack(): Promise<void> {
    town.pass(LONGER_THAN_A_CLAIM_S);
    await town.start();
  }

  async function everythingShows(revision: number): Promise<void> {
    const receipt = `BUN-2026-10-${revision}`;
    await until(`${receipt} on the form's card`, () => textOf(screenOf(eva).card).startsWith(`Kvitto ${receipt}\n`));
    await until(`${receipt} in the channel`, () =>
      textOf(summaries(town)[0]?.card ?? {}).includes(`kvitto ${receipt}.`),
    );
    await until('no effects left', async () => (await effectsOf(town)) === 0);
  }

  function note(step: CrashStep, revision: number, reply: Reply, stored: boolean): void {
    told.push({ step, answer: revision === 1 ? 'first' : 'correction', acknowledged: isReceipt(reply), stored });
  }
});

describe(`a service that is killed ${RANDOM_KILLS} times at random while two committees answer and correct`, function () {
  this.timeout(300_000);

  let town: Municipality;
  const histories: History[] = [];

  before(async () => {
    town = await openMunicipality();
    await town.start();
    const eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    const stina = town.person('rapportor.sn@styrmodell.example', 'Stina Ström');
    await Promise.all([eva.install(), stina.install()]);
    await until('the prompts', () => [eva, stina].every((person) => person.sees().some(isForm)));
    await eva.install(town.channel);

    const random = randomFrom(SEED);
    let over = false;
    histories.push(historyOf(eva, 'BUN'), historyOf(stina, 'SN'));
    const answering = histories.map((history) => answerOnAndOn(history, () => over));
    for (let kill = 0; kill < RANDOM_KILLS; kill++) {
      const before = histories.map(({ acknowledged }) => acknowledged.size);
      await delay(50 + random() * 700);
      // A busy machine may need longer for an answer: in every second life both get one.
      const bothAnswered = () => histories.every(({ acknowledged }, at) => acknowledged.size > (before[at] ?? 0));
      if (kill % 2 === 1) await until('an answer to both', bothAnswered);
      await town.service.kill();
      await town.start();
    }
    await delay(500);
    over = true;
    await Promise.all(answering);
    await town.service.kill();
    town.pass(LONGER_THAN_A_CLAIM_S);
    await town.start();
    await until('no effects left', async () => (await effectsOf(town)) === 0, 30_000);
  });
  after(async () => {
    await town?.close();
    for (const { committee, sent, acknowledged, lost } of histories) {
      const stored = (await revisionsOf(town, committee).catch(() => [])).length;
      process.stdout.write(
        `    ${committee}: ${sent.size} answers pressed, ${stored} stored, ${acknowledged.size} acknowledged, ${lost} connections lost\n`,
      );
    }
  });

  it('has every acknowledged answer, as it was acknowledged', async () => {
    for (const { committee, acknowledged } of histories) {
      assert(acknowledged.size > RANDOM_KILLS / 2, `only ${acknowledged.size} answers got through`);
      const stored = await revisionsOf(town, committee);
      for (const [receipt, amountKr] of acknowledged) {
        const [, revision] = /-(\d+)$/.exec(receipt) ?? [];
        assert.deepEqual(stored[Number(revision) - 1], { revision: Number(revision), amountKr }, receipt);
      }
    }
  });

  it('has no answer that nobody gave, none twice, and no gap in the history', async () => {
    for (const { committee, sent } of histories) {
      const stored = await revisionsOf(town, committee);
      assert.deepEqual(
        stored.map(({ revision }) => revision),
        stored.map((_, at) => at + 1),
      );
      assert.equal(new Set(stored.map(({ amountKr }) => amountKr)).size, stored.length);
      for (const { amountKr } of stored) assert(sent.has(amountKr), `${committee} ${amountKr}`);
    }
  });

  it('has asked each of them once, and shows the last answer everywhere', async () => {
    for (const { committee, person } of histories) {
      const last = (await revisionsOf(town, committee)).length;
      assert.equal(postsTo(town, person.chat.conversation.id).length, 1);
      assert.match(textOf(screenOf(person).card), new RegExp(`^Kvitto ${committee}-2026-10-${last}\n`));
      const newest = textOf(summaries(town).at(-1)?.card ?? {});
      assert(newest.includes(`kvitto ${committee}-2026-10-${last}.`), newest);
    }
  });

  it('has posted no second summary that does not say that it stands in for the first', () => {
    const posts = postsTo(town, town.channel.conversation.id);
    const plain = posts.filter(({ body }) => !JSON.stringify(body).includes('ersätter ett tidigare kort'));
    assert(plain.length <= 1, `${plain.length} of ${posts.length}`);
  });
});

/** What one person did, by what she pressed and what she was told. */
interface History {
  readonly person: TeamsUser;
  readonly committee: Owing;
  /** First outcomes of all presses that left her machine. */
  readonly sent: Set<number>;
  /** First outcome by receipt number. */
  readonly acknowledged: Map<string, number>;
  lost: number;
}

function historyOf(person: TeamsUser, committee: Owing): History {
  return { person, committee, sent: new Set(), acknowledged: new Map(), lost: 0 };
}

/** Answers, corrects, and presses again whenever nothing comes back, as people do. */
async function answerOnAndOn(history: History, over: () => boolean): Promise<void> {
  const { person, committee } = history;
  const untilAnswered = async (activity: Record<string, unknown>): Promise<Reply> => {
    for (;;) {
      const reply = await person.send(activity);
      if (!reply.lost) return reply;
      history.lost += 1;
      await delay(150);
    }
  };
  let screen = screenOf(person);
  for (let turn = 1; !over(); turn++) {
    const opened =
      turn === 1 ? screen.card : cardOf(await untilAnswered(person.pressed(screen, { verb: 'changeOutcome' })));
    const amountKr = firstOutcomeKr(committee, turn * 1000);
    history.sent.add(amountKr);
    const press = person.pressed(
      { ...screen, card: opened },
      { verb: 'saveOutcome', inputs: octoberOf(committee, turn * 1000) },
    );
    const first = await person.send(press);
    // Every third time that nothing comes back she gives up, and starts again from what is stored.
    if (first.lost && turn > 1 && turn % 3 === 0) continue;
    const receipt = cardOf(first.lost ? await untilAnswered(press) : first);
    const [, number] = /^Kvitto (\S+)/.exec(textOf(receipt)) ?? [];
    assert(number, textOf(receipt));
    history.acknowledged.set(number, amountKr);
    screen = { ...screen, card: receipt };
  }
}

interface Revision {
  readonly revision: number;
  readonly amountKr: number;
}

function storedAs(revision: number): Revision {
  return { revision, amountKr: firstOutcomeKr('BUN', revision * 1000) };
}

/** The committee's history for October, as it lies in the table. The newest answer's own row must say the same as its last. */
async function revisionsOf(town: Municipality, committee: Owing): Promise<Revision[]> {
  const partition = `PartitionKey eq '${committee}|2026-10'`;
  const log = await town.rows('Periods', `${partition} and RowKey ge 'log|' and RowKey lt 'log}'`);
  const head = await town.rows('Periods', `${partition} and RowKey eq 'answer'`);
  const revisions = log.map(readRevision);
  assert.deepEqual(head.map(readRevision), revisions.slice(-1));
  return revisions;
}

function readRevision({ revision, figures }: Record<string, unknown>): Revision {
  const { areas } = JSON.parse(String(figures)) as { areas: { outcome: { amountKr: number } }[] };
  return { revision: Number(revision), amountKr: areas[0]?.outcome.amountKr ?? Number.NaN };
}

async function effectsOf(town: Municipality): Promise<number> {
  return (await town.rows('Periods', "RowKey ge 'effect|' and RowKey lt 'effect}'")).length;
}

async function summaryState(town: Municipality): Promise<unknown> {
  const [row] = await town.rows('Periods', "RowKey ge 'delivery|summary|' and RowKey lt 'delivery|summary}'");
  return row?.state;
}

/** Messages that the service sent of its own accord: answers to a person's message name it. */
function postsTo(town: Municipality, conversationId: string): Call[] {
  return town.connector.callsOf('post', conversationId).filter(({ activityId }) => activityId === undefined);
}

function isSummary({ operation, conversationId, activityId }: Call): boolean {
  return operation === 'post' && activityId === undefined && conversationId.startsWith('19:');
}

function isPromptTo({ operation, conversationId, activityId }: Call, chat: string): boolean {
  return operation === 'post' && activityId === undefined && conversationId === chat;
}

function summaries(town: Municipality): Shown[] {
  return town.channelShows().filter(({ card }) => card !== undefined && textOf(card).startsWith('Månadsuppföljning'));
}

function isForm({ card }: Shown): boolean {
  return card !== undefined && hasButton(card, 'saveOutcome');
}

/** The form that she was sent, or the receipt that stands in its place. */
function screenOf(person: TeamsUser): OnScreen {
  const shown = person
    .sees()
    .findLast(({ card }) => card && (hasButton(card, 'saveOutcome') || hasButton(card, 'changeOutcome')));
  assert(shown?.card, `${person.upn} sees neither form nor receipt`);
  return { activityId: shown.activityId, card: shown.card };
}

function isReceipt({ card }: Reply): boolean {
  return card !== undefined && hasButton(card, 'changeOutcome');
}

function cardOf(reply: Reply | undefined): Card {
  assert(reply?.card, `No card: ${reply?.status} ${reply?.text}`);
  return reply.card;
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function printTable(): void {
  const rows = Map.groupBy(told, ({ step }) => step);
  process.stdout.write('    step  kills  first  corrections  acknowledged  stored at the kill\n');
  for (const [step, kills] of [...rows].sort(([one], [other]) => one.localeCompare(other))) {
    const count = (is: (kill: Told) => boolean): string => String(kills.filter(is).length);
    const cells = [
      String(kills.length).padStart(5),
      count(({ answer }) => answer === 'first').padStart(5),
      count(({ answer }) => answer !== 'first').padStart(11),
      count(({ acknowledged }) => acknowledged).padStart(12),
      count(({ stored }) => stored).padStart(18),
    ];
    process.stdout.write(`    ${step.padEnd(4)}  ${cells.join('  ')}\n`);
  }
}

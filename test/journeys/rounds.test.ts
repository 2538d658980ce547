import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { hasButton, inputOf, textOf } from '../support/card-view.ts';
import type { Card } from '../support/fake-connector.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { cardOf, formsOf } from '../support/owed-october.ts';
import type { OnScreen, Reply, TeamsUser } from '../support/teams-user.ts';

/** What would have gone out by then has gone out: a nudge is seen to at once, and others' orders every five seconds. */
const LONG_ENOUGH_MS = 400;

describe('a controller who leads the round', function () {
  this.timeout(60_000);

  let town: Municipality;
  let carin: TeamsUser;
  let eva: TeamsUser;
  let stina: TeamsUser;
  let karin: TeamsUser;

  before(async () => {
    town = await openMunicipality();
    carin = town.person('controller@styrmodell.example', 'Carin Control');
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    stina = town.person('rapportor.sn@styrmodell.example', 'Stina Ström');
    karin = town.person('rapportor.ks@styrmodell.example', 'Karin Kant');
    // Both answers are lost; only one of the forms has arrived.
    town.connector.script(isFormTo(stina), { status: 502 });
    town.connector.script(isFormTo(karin), { status: 502, delivered: true });
    await town.start({ TEAMS_CATALOG_APP_ID: 'b7d5a1f0-6a3f-4e55-9d1c-000000000001' });
    await Promise.all([carin, eva, stina, karin].map((person) => person.install()));
    await until('three attempts', () => [eva, stina, karin].every((one) => town.connector.calls.some(isFormTo(one))));
    await until('Eva’s form', () => formsOf(eva)[0]);
  });
  after(() => town?.close());

  it('sees where it is: days, ladder, who is asked, what is unclear, and who has to install', async () => {
    const text = await until('both to be unclear', async () => {
      await carin.say('Läget i rundan?');
      const shown = textOf(carin.newestCard().card);
      return shown.includes('oklara 2') && shown;
    });

    assert.match(text, /^Rundan januari–oktober 2026\nÖppen sedan 4 november 2026\. Sista svarsdag 13 november 2026\./);
    assert.match(text, /2 av 6 nämnder har svarat\. .* Avgör de oklara i liggaren\./);
    assert.match(text, /Barn- och utbildningsnämnden\nFrågad 5 november: rapportor\.bun@styrmodell\.example\./);
    assert.match(text, /Socialnämnden\nUtskick: 1 oklart\./);
    assert.match(text, /Kultur- och fritidsnämnden\nUppgifterna kom med planen\./);
    assert.match(text, /11 november: de som frågats påminns/);
    assert.match(text, /Samhällsbyggnadsnämnden: rapportor\.sbn@styrmodell\.example \(har inte appen\)/);
    assert.match(text, /Behöver installera appen\n.*https:\/\/teams\.microsoft\.com\/l\/app\/b7d5a1f0/s);
  });

  it('settles that one form did not arrive: it goes out again, and says so', async () => {
    const ledger = await ledgerCard();
    const { choices } = inputOf(ledger.card, 'line');
    const line = choices.find(({ title }) => title.includes('rapportor.sn'))?.value ?? '';

    const answer = await carin.press(ledger, { verb: 'settleUnsent', inputs: { line } });

    assert.match(shown(answer), /Avgjort: det kom inte fram\. Det går ut inom en minut eller så\./);
    const form = await until('the form once more', () => formsOf(stina)[0]);
    assert.match(textOf(form.card), /ersätter ett tidigare/);
    const pressedAgain = await carin.press(ledger, { verb: 'settleUnsent', inputs: { line } });
    assert.match(shown(pressedAgain), /Välj ett oklart utskick\. Är det borta ur listan har det redan avgjorts\./);
  });

  it('settles that the other one did: nothing more goes out', async () => {
    const ledger = await ledgerCard();
    const [only, ...others] = inputOf(ledger.card, 'line').choices;
    assert.deepEqual(others, []);

    const answer = await carin.press(ledger, { verb: 'settleSent', inputs: { line: only?.value ?? '' } });

    assert.match(shown(answer), /Avgjort: det kom fram, och skickas inte igen\./);
    assert.match(shown(answer), /KS: rapportor\.ks@styrmodell\.example\nFormulär: skickat/);
    await delay(LONG_ENOUGH_MS);
    assert.equal(formsOf(karin).length, 1);
  });

  it('sees on any day who would get what, and sends nothing by that', async () => {
    const before = messages();
    await carin.say('provkör rundan 13 november');
    const run = carin.newestCard();
    assert.match(textOf(run.card), /^Provkörning 13 november 2026\n/);
    assert.match(textOf(run.card), /rapportor\.bun@styrmodell\.example\nBUN: påminnelse, på sista svarsdagen/);

    const past = await carin.press(run, { verb: 'dryRunRound', inputs: { day: '2026-11-04' } });
    assert.match(shown(past), /4 november 2026 har varit\./);
    const onScreen = { ...run, card: cardOf(past) };
    const none = await carin.press(onScreen, { verb: 'dryRunRound', inputs: { day: '2026-11-06' } });
    assert.match(shown(none), /Inget skulle skickas den dagen\./);
    await carin.say('provkör rundan någon gång');
    assert.match(textOf(carin.newestCard().card), /Vilken dag\? Välj den här nedanför\./);
    assert.equal(messages(), before);
  });

  it('pauses it: what is sent again waits until it is resumed, and then goes out', async () => {
    const round = await roundCard();
    const paused = await carin.press(round, { verb: 'pauseRound' });
    assert.match(shown(paused), /Pausad: inget skickas förrän du trycker Återuppta\./);
    assert.deepEqual(carin.newestCard().card, cardOf(paused));

    const before = formsOf(eva).length;
    const resent = await carin.press(await ledgerCard(), { verb: 'resendItem', inputs: { person: eva.upn } });
    assert.match(shown(resent), /Skickas om till rapportor\.bun@styrmodell\.example\. Rundan är pausad/);
    await delay(LONG_ENOUGH_MS);
    assert.equal(formsOf(eva).length, before);

    const resumed = await carin.press({ ...round, card: cardOf(paused) }, { verb: 'resumeRound' });
    assert.match(shown(resumed), /Återupptagen\./);
    assert.match(shown(resumed), /controller@styrmodell\.example återupptog rundan/);
    const form = await until('her form once more', () => formsOf(eva)[before]);
    assert.match(textOf(form.card), /ersätter ett tidigare/);
    const again = withVerb(carin.pressed(round, { verb: 'pauseRound' }), 'resumeRound');
    assert.match(shown(await carin.send(again)), /är inte pausad\./);
  });

  it('rehearses it: everything comes to the controller, and counts for nothing', async () => {
    const before = [eva, stina, karin].map((person) => person.sees().length);
    const round = await roundCard();
    const rehearsed = await carin.press(round, { verb: 'rehearseRound' });
    assert.match(shown(rehearsed), /Repetition: allt går till controller@styrmodell\.example och räknas inte\./);

    await until('Eva’s form with the controller', () => repeatedFor('rapportor.bun'));
    await until('Stina’s form with the controller', () => repeatedFor('rapportor.sn'));

    const ended = await carin.press({ ...round, card: cardOf(rehearsed) }, { verb: 'endRehearsal' });
    assert.match(shown(ended), /Repetitionen är slut\./);
    await delay(LONG_ENOUGH_MS);
    assert.deepEqual(
      [eva, stina, karin].map((person) => person.sees().length),
      before,
    );
  });

  it('can’t start the next one before its month has ended, nor a month that somebody made up', async () => {
    const round = await roundCard();
    const start = (p: unknown) =>
      carin.send(withVerb(carin.pressed(round, { verb: 'pauseRound', data: { p } }), 'startRound'));

    assert.match(shown(await start('2026-11')), /November 2026 är inte slut\. .* tidigast 1 december 2026\./);
    assert.match(shown(await start('2026-10')), /är redan öppen, sedan 4 november 2026\./);
    assert.match((await start('2031-01')).text, /^Planen följer inte upp januari 2031\./);
    for (const made of ['', '2026-13', "' or 1 eq 1", 'x'.repeat(500), 5, null, { a: 1 }]) {
      assert.match((await start(made)).text, /^Kortet är inaktuellt\./);
    }
  });

  it('settles and sends again nothing but what the ledger has', async () => {
    const before = await rows();
    const ledger = await ledgerCard();

    for (const value of ['', 'SN|prompt||rapportor.sn@styrmodell.example', '__proto__', '|||', 'x'.repeat(5_000)]) {
      const press = carin.pressed(ledger, { verb: 'resendItem', data: { i_1_line: value, i_1_person: value } });
      for (const verb of ['settleSent', 'settleUnsent', 'resendItem']) {
        assert.match(
          shown(await carin.send(withVerb(press, verb))),
          /Välj (ett oklart utskick|vem som ska få det igen)\./,
        );
      }
    }
    assert.deepEqual(await rows(), before);
  });

  it('is alone in it: nobody else sees or steers the round, whatever card they got hold of', async () => {
    const before = await rows();
    for (const text of ['rundan', 'provkör rundan', 'liggaren']) {
      await eva.say(text);
      assert.match(eva.sees().at(-1)?.text ?? '', /^Bara controllern och administratören leder rundorna\./);
      await carin.say(text, town.channel);
      assert.match(town.channelShows().at(-1)?.text ?? '', /^Rundan visar jag bara i vår egen chatt\./);
    }
    const press = carin.pressed(await roundCard(), { verb: 'pauseRound' });
    for (const verb of [
      'showRound',
      'showLedger',
      'dryRunRound',
      'startRound',
      'pauseRound',
      'rehearseRound',
      'resendItem',
    ]) {
      assert.match((await eva.send(withVerb(press, verb))).text, /^Bara controllern och administratören/);
      assert.match((await carin.send(withVerb(press, verb), town.channel)).text, /^Rundan visar jag bara i vår egen/);
    }
    assert.deepEqual(await rows(), before);
  });

  it('still gets an answer from an older client, in place of the card', async () => {
    const round = await roundCard();

    await carin.press(round, { verb: 'showLedger', via: 'submit' });

    const message = carin.sees().find(({ activityId }) => activityId === round.activityId);
    assert.match(textOf(message?.card as Card), /^Liggaren\n/);
  });

  async function roundCard(): Promise<OnScreen> {
    await carin.say('rundan');
    return carin.newestCard();
  }

  async function ledgerCard(): Promise<OnScreen> {
    await carin.say('liggaren');
    return carin.newestCard();
  }

  /** What the controller sees in somebody's place. */
  function repeatedFor(upn: string): string | undefined {
    return carin
      .sees()
      .flatMap(({ card }) => (card && hasButton(card, 'saveOutcome') ? [textOf(card)] : []))
      .find((text) => text.includes('Repetition') && text.includes(upn));
  }

  /** How many messages there are to others than the controller. */
  function messages(): number {
    return [eva, stina, karin].flatMap((person) => person.sees()).length;
  }

  /**
   * What is stored of the round when nothing is on its way any more, without storage's marks. The channel's card is no part of it:
   * it comes at its own time after the channel is known.
   */
  function rows(): Promise<unknown[]> {
    return until('nothing on its way', async () => {
      const all = await town.rows('Periods', "RowKey ge 'delivery|' and RowKey lt 'delivery}'");
      const found = all.filter(({ rowKey }) => !String(rowKey).startsWith('delivery|summary|'));
      const isQuiet = found.every(({ state }) => state !== 'sending');
      return isQuiet && found.map(({ partitionKey, rowKey, state, reason }) => [partitionKey, rowKey, state, reason]);
    });
  }
});

function shown(reply: Reply): string {
  return textOf(cardOf(reply));
}

function isFormTo(person: TeamsUser): (call: { operation: string; conversationId: string; body: unknown }) => boolean {
  return ({ operation, conversationId, body }) =>
    operation === 'post' &&
    conversationId === person.chat.conversation.id &&
    JSON.stringify(body).includes('saveOutcome');
}

/** The same press with another verb than its card's. */
function withVerb(press: Record<string, unknown>, verb: string): Record<string, unknown> {
  const { action } = press.value as { action: object };
  return { ...press, value: { action: { ...action, verb }, trigger: 'manual' } };
}

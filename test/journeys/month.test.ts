import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { hasButton, inputOf, textOf } from '../support/card-view.ts';
import type { Card, Shown } from '../support/fake-connector.ts';
import { type FlakyStorage, startFlakyStorage } from '../support/flaky-storage.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import type { OnScreen, Place, Reply, TeamsUser } from '../support/teams-user.ts';

/** Long enough for the service to do twice what it should do once: it looks for work every second. */
const TWO_ROUNDS_MS = 2_200;

describe('the month of October in a municipality', function () {
  this.timeout(60_000);

  let town: Municipality;
  let eva: TeamsUser;
  let dag: TeamsUser;
  let stina: TeamsUser;
  let receipt: Card;

  before(async () => {
    town = await openMunicipality();
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    dag = town.person('ersattare.bun@styrmodell.example', 'Dag Dal');
    stina = town.person('Rapportor.SN@styrmodell.example', 'Stina Ström');
  });
  after(() => town?.close());

  it('welcomes the reporter of the school committee once, and asks her for October once', async () => {
    await eva.install();

    await until('the prompt', () => forms(eva).length > 0);
    await delay(TWO_ROUNDS_MS);
    assert.equal(eva.sees().length, 2, eva.sees().map(textOnScreen).join('\n---\n'));
    assert.match(textOnScreen(eva.sees()[0]), /^Hej! Jag är Styrmodellen\./);
    const prompt = textOnScreen(eva.sees()[1]);
    assert.match(prompt, /Månadsuppföljning januari–oktober 2026/);
    assert.match(prompt, /Barn- och utbildningsnämnden\. Svara senast 13 november 2026\./);
    assert.match(prompt, /Exempeldata/);
    assert.match(prompt, /Klockan är ställd till 5 november 2026\./);
  });

  it('puts one summary in the channel Uppföljning, with the committees that have answered already', async () => {
    await eva.install(town.channel);

    await until('the summary', () => summaries(town).length > 0);
    await delay(TWO_ROUNDS_MS);
    assert.equal(town.channelShows().length, 2);
    assert.match(textOnScreen(town.channelShows()[0]), /Här lägger jag månadens sammanställning/);
    assert.match(textOnScreen(summaries(town)[0]), /2 av 6 nämnder har svarat\./);
    assert.match(textOnScreen(summaries(town)[0]), /Saknas: .*Barn- och utbildningsnämnden/);
  });

  it('keeps a draft for her alone, and brings it back when she asks for the form', async () => {
    const saved = await eva.press(form(eva), { verb: 'saveDraft', inputs: { 'Förskola: utfall': '165 900' } });
    assert.match(textOf(cardOf(saved)), /Utkastet är sparat\. Bara du ser det\./);

    await eva.say('visa formuläret');
    await dag.say('Visa formuläret!');

    assert.equal(forms(eva).length, 2);
    assert.equal(inputOf(form(eva).card, 'Förskola: utfall').value, '165 900');
    assert.equal(inputOf(form(dag).card, 'Förskola: utfall').value, '');
  });

  it('stores nothing of a form with something unclear in it, and gives back all that was typed', async () => {
    const reply = await eva.press(form(eva), {
      verb: 'saveOutcome',
      inputs: { ...october, 'Förskola: utfall': '1.234', 'Övrigt: utfall': 'vet inte riktigt' },
    });

    const text = textOf(cardOf(reply));
    assert.match(text, /inte sparat ännu\. 2 uppgifter/);
    assert.match(text, /Menar du 1 234 tkr eller/);
    assert.match(text, /Övrigt: utfall .*\[vet inte riktigt\]/);
    assert.match(text, /Grundskola och fritidshem: utfall .*\[369,5 mnkr\]/);
    assert.deepEqual(await answersOf(town, 'BUN'), []);
  });

  it('answers figures written in Swedish with a receipt that repeats every one of them', async () => {
    const pressed = form(eva);

    const reply = await eva.press(pressed, { verb: 'saveOutcome', inputs: october });

    receipt = cardOf(reply);
    const text = textOf(receipt);
    for (const line of [
      'Kvitto BUN-2026-10-1',
      'Mottaget 5 november 2026 kl. 08.0',
      'av Eva Ek. Preliminärt.',
      'jan–okt: 165 900 tkr',
      'jan–okt: 369 500 tkr',
      'jan–okt: 22 150 tkr',
      'Prognos helår: 204 991 tkr',
      'Värde: 7,2 % av ordinarie arbetstid',
      'Fler barn i förskolan än väntat.',
    ]) {
      assert(text.includes(line), `${line} is missing in:\n${text}`);
    }
    const [stored, ...others] = await answersOf(town, 'BUN');
    assert.deepEqual(others, []);
    assert.deepEqual(stored?.outcomesKr, [165_900_000, 369_500_000, 22_150_000]);
    assert.equal(stored?.name, 'Eva Ek');
  });

  it('takes the same press five times more, and ten times at once, as the one answer that it is', async () => {
    const again = eva.pressed(form(eva), { verb: 'saveOutcome', inputs: october });

    const replies: Reply[] = [];
    for (let time = 0; time < 5; time++) replies.push(await eva.send(again));
    replies.push(...(await Promise.all(Array.from({ length: 10 }, () => eva.send(again)))));

    for (const reply of replies) assert.deepEqual(cardOf(reply), receipt);
    assert.equal((await answersOf(town, 'BUN')).length, 1);
  });

  it("turns both of her forms, and the deputy's, into receipts", async () => {
    await until('receipts', () => forms(eva).length + forms(dag).length === 0);

    const receipts = [...eva.sees(), ...dag.sees()].filter((shown) =>
      textOnScreen(shown).startsWith('Kvitto BUN-2026-10-1'),
    );
    assert.equal(receipts.length, 3);
  });

  it("brings the channel's card up to date where it stands, and posts no other", async () => {
    const summary = await until('BUN in the channel', () =>
      summaries(town).find((shown) => /3 av 6/.test(textOnScreen(shown))),
    );

    assert.match(textOnScreen(summary), /Utfall jan–okt: 557,6 mnkr/);
    assert.match(textOnScreen(summary), /Eva Ek,? 5 november 2026 kl\. 08\.0\d, kvitto BUN-2026-10-1\./);
    assert.equal(summaries(town).length, 1);
    const updates = town.connector.callsOf('update', town.channel.conversation.id);
    assert.deepEqual([...new Set(updates.map(({ activityId }) => activityId))], [summary.activityId]);
  });

  it('takes ten first presses at once from the social committee as one answer', async () => {
    await stina.install();
    await until('the prompt', () => forms(stina).length > 0);
    const press = stina.pressed(form(stina), { verb: 'saveOutcome', inputs: socialCommittee });

    const replies = await Promise.all(Array.from({ length: 10 }, () => stina.send(press)));

    for (const reply of replies) assert.deepEqual(cardOf(reply), cardOf(replies[0]));
    assert.match(textOf(cardOf(replies[0])), /^Kvitto SN-2026-10-1/);
    assert.equal((await answersOf(town, 'SN')).length, 1);
    await until(
      'SN in the same card',
      () => summaries(town).length === 1 && /4 av 6/.test(textOnScreen(summaries(town)[0])),
    );
  });

  it('corrects an answer through Ändra, and keeps the one before', async () => {
    const shown = newestReceipt(eva);
    const opened = cardOf(await eva.press(shown, { verb: 'changeOutcome' }));
    assert.equal(inputOf(opened, 'Övrigt: utfall').value.replace(/\s/g, ' '), '22 150');
    assert.match(textOf(opened), /kvitto BUN-2026-10-1\)\. Det tidigare svaret finns kvar i historiken\./);

    const reply = await eva.press(
      { activityId: shown.activityId, card: opened },
      { verb: 'saveOutcome', inputs: { 'Övrigt: utfall': '22 175,5' } },
    );

    assert.match(textOf(cardOf(reply)), /^Kvitto BUN-2026-10-2\n.*\nRättat [\s\S]*22 175,5 tkr/);
    const history = await answersOf(town, 'BUN');
    assert.deepEqual(
      history.map(({ revision, outcomesKr }) => [revision, outcomesKr]),
      [
        [1, [165_900_000, 369_500_000, 22_150_000]],
        [2, [165_900_000, 369_500_000, 22_175_500]],
      ],
    );
    await until('the correction in the channel', () =>
      /Rättad 5 november 2026 kl\. 08\.\d\d av Eva Ek, kvitto BUN-2026-10-2\./.test(textOnScreen(summaries(town)[0])),
    );
    assert.equal(summaries(town).length, 1);
  });

  it('gives the first receipt again to who presses the first form again, also after the correction', async () => {
    const old = eva.sees().flatMap(({ activityId, versions }) =>
      versions.flatMap((version) => {
        const card = (version.attachments as { content: Card }[])[0]?.content;
        return card && hasButton(card, 'saveOutcome') ? [{ activityId, card }] : [];
      }),
    );
    const [first] = old;
    assert(first);

    const reply = await eva.press(first, { verb: 'saveOutcome', inputs: october });

    assert.deepEqual(cardOf(reply), receipt);
    assert.equal((await answersOf(town, 'BUN')).length, 2);
  });

  it('updates the card itself for an older client that can only send a message', async () => {
    const shown = newestReceipt(eva);
    const before = eva.sees().length;

    const reply = await eva.press(shown, { verb: 'changeOutcome', via: 'submit' });

    assert.equal(reply.status, 200);
    const opened = form(eva);
    assert.equal(opened.activityId, shown.activityId);
    await eva.press(opened, { verb: 'saveOutcome', via: 'submit', inputs: { 'Övrigt: utfall': '22 180' } });
    assert.equal(eva.sees().length, before);
    const now = eva.sees().find(({ activityId }) => activityId === shown.activityId);
    assert.match(textOnScreen(now), /^Kvitto BUN-2026-10-3[\s\S]*22 180 tkr/);
  });
});

describe('two people who answer for the same committee', function () {
  this.timeout(60_000);

  let town: Municipality;
  let reporter: TeamsUser;
  let deputy: TeamsUser;
  let theirs: OnScreen;
  let view: OnScreen;

  before(async () => {
    town = await openMunicipality();
    await town.start();
    reporter = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    deputy = town.person('ersattare.bun@styrmodell.example', 'Dag Dal');
    await reporter.install();
    await until('the prompt', () => forms(reporter).length > 0);
    await deputy.install();
  });
  after(() => town?.close());

  it('gives the deputy the form when he asks, and does not ask him by itself', async () => {
    await delay(TWO_ROUNDS_MS);
    assert.equal(forms(deputy).length, 0);

    await deputy.say('visa formuläret');

    theirs = form(deputy);
  });

  it('shows the deputy what the reporter stored in the meantime, beside what he typed, and stores nothing', async () => {
    await reporter.press(form(reporter), { verb: 'saveOutcome', inputs: october });

    const reply = await deputy.press(theirs, {
      verb: 'saveOutcome',
      inputs: { ...october, 'Övrigt: utfall': '22 300' },
    });

    view = { activityId: theirs.activityId, card: cardOf(reply) };
    const text = textOf(view.card);
    assert.match(text, /Eva Ek svarade 5 november 2026 kl\. 08\.0\d \(kvitto BUN-2026-10-1\)/);
    assert.match(text, /Övrigt: utfall .*\[22 300\]\nSparat: 22 150/);
    assert.equal((await answersOf(town, 'BUN')).length, 1);
  });

  it('keeps what is stored when he chooses so', async () => {
    const reply = await deputy.press(view, { verb: 'keepStored' });

    assert.match(textOf(cardOf(reply)), /^Kvitto BUN-2026-10-1\n[\s\S]*av Eva Ek/);
    assert.equal((await answersOf(town, 'BUN')).length, 1);
  });

  it('does not bring back the figures that he turned down when he presses Ändra', async () => {
    const kept = cardOf(await deputy.press(view, { verb: 'keepStored' }));

    const opened = cardOf(await deputy.press({ ...view, card: kept }, { verb: 'changeOutcome' }));

    assert.equal(inputOf(opened, 'Övrigt: utfall').value.replace(/\s/g, ' '), '22 150');
  });

  it('replaces it when he chooses so, and keeps both in the history', async () => {
    const reply = await deputy.press(view, { verb: 'saveOutcome' });

    assert.match(textOf(cardOf(reply)), /^Kvitto BUN-2026-10-2\n[\s\S]*av Dag Dal/);
    const history = await answersOf(town, 'BUN');
    assert.deepEqual(
      history.map(({ name, outcomesKr }) => [name, outcomesKr[2]]),
      [
        ['Eva Ek', 22_150_000],
        ['Dag Dal', 22_300_000],
      ],
    );
  });

  it('lets exactly one of two different answers through when both press at the same moment', async () => {
    const opened = await Promise.all(
      [reporter, deputy].map(async (person) => {
        await person.say('visa formuläret');
        return form(person);
      }),
    );
    const [one, other] = opened;
    assert(one && other);

    const replies = await Promise.all([
      reporter.press(one, { verb: 'saveOutcome', inputs: { 'Övrigt: utfall': '22 401' } }),
      deputy.press(other, { verb: 'saveOutcome', inputs: { 'Övrigt: utfall': '22 402' } }),
    ]);

    const receipts = replies.filter((reply) => textOf(cardOf(reply)).startsWith('Kvitto BUN-2026-10-3'));
    const conflicts = replies.filter((reply) => hasButton(cardOf(reply), 'keepStored'));
    assert.deepEqual([receipts.length, conflicts.length], [1, 1]);
    assert.equal((await answersOf(town, 'BUN')).length, 3);
  });
});

describe('what people write to the bot', function () {
  this.timeout(60_000);

  let town: Municipality;
  let eva: TeamsUser;
  let nils: TeamsUser;

  before(async () => {
    town = await openMunicipality();
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    nils = town.person('nils.nyfiken@styrmodell.example', 'Nils Nyfiken');
    await eva.install();
    await until('the prompt', () => forms(eva).length > 0);
  });
  after(() => town?.close());

  it('"status SN" tells where the social committee stands', async () => {
    await eva.say('Status SN');

    assert.match(
      lastOf(eva),
      /^Socialnämnden\n[\s\S]*januari–september 2026\.[\s\S]*januari–oktober 2026 har inte kommit ännu\.[\s\S]*498,0 mnkr/,
    );
  });

  it('the council’s five million to the social committee are in its budget since June, and said not to be divided', async () => {
    await eva.say('status SN');

    // 318 581 + 223 685 + 135 566 tkr on areas, and 5 000 tkr that are on none.
    const status = lastOf(eva);
    assert.match(status, /Prognos helår.*\(budget 682,8\)/);
    assert.match(
      status,
      /I budgeten ingår tilläggsanslag 5\s000 tkr \(KF 2026-06-10 § 87 \(exempel\)\), ej fördelat på verksamhet\./,
    );
  });

  it('"hjälp" tells what it can do', async () => {
    await eva.say('hjälp');

    assert.match(lastOf(eva), /^Det här kan jag\n/);
  });

  it('something else is answered with three things that work', async () => {
    await eva.say('vad blir det för mat på fredag?');

    assert.match(lastOf(eva), /^Det förstod jag inte\nTre saker som fungerar:/);
  });

  it('a committee that does not exist is asked back about', async () => {
    await eva.say('status rymdnämnden');

    assert.match(lastOf(eva), /^Vilken nämnd menar du\?/);
  });

  it('in a channel neither the form nor unapproved figures are shown', async () => {
    await eva.say('<at>Styrmodellen</at> visa formuläret', town.channel);
    await eva.say('<at>Styrmodellen</at> status SN', town.channel);

    const texts = town.channelShows().map(({ text }) => text);
    assert(
      texts.some((text) => text.startsWith('Formuläret visar jag bara i vår egen chatt.')),
      texts.join('\n'),
    );
    assert(
      texts.some((text) => text.startsWith('I en kanal visar jag bara det som är godkänt')),
      texts.join('\n'),
    );
  });

  it('who is not in the roster gets neither form nor figures', async () => {
    await nils.install();
    await nils.say('visa formuläret');
    await nils.say('status SN');

    assert.equal(forms(nils).length, 0);
    const texts = nils.sees().map(({ text }) => text);
    assert(
      texts.some((text) => text.startsWith('Du har inget formulär att svara på.')),
      texts.join('\n'),
    );
    assert(
      texts.some((text) => text.startsWith('Du finns inte bland kommunens kontakter')),
      texts.join('\n'),
    );
  });

  it("who gets hold of somebody else's card can't answer it, whatever it is made to say", async () => {
    const stolen = form(eva);

    const replies = [
      await nils.press(stolen, { verb: 'saveOutcome', inputs: october }),
      await nils.press(stolen, {
        verb: 'saveOutcome',
        inputs: october,
        activity: { conversation: eva.chat.conversation },
      }),
      await nils.press(stolen, { verb: 'saveOutcome', inputs: october, data: { p: 'x', upn: eva.upn } }),
    ];

    for (const reply of replies) assert.match(reply.text, /^Kortet gäller inte dig eller finns inte\./);
    assert.deepEqual(await answersOf(town, 'BUN'), []);
  });

  it('who takes the app away and installs it again is welcomed again, and shown the form that is open', async () => {
    await eva.uninstall();
    town.pass(3600);
    await town.restart();
    const before = eva.sees().length;

    await eva.install();
    await delay(TWO_ROUNDS_MS);

    const fresh = eva.sees().slice(before).map(textOnScreen);
    assert.equal(fresh.length, 2, fresh.join('\n---\n'));
    assert.match(fresh[0] ?? '', /^Hej! Jag är Styrmodellen\./);
    assert.match(fresh[1] ?? '', /^Månadsuppföljning januari–oktober 2026/);
  });
});

describe('a second team with the same name, and a channel with the same name in it', function () {
  this.timeout(60_000);

  const TEAM = '19:annan@thread.tacv2';
  const CHANNEL = '19:annan-uppfoljning@thread.tacv2';
  let town: Municipality;
  let eva: TeamsUser;
  let nils: TeamsUser;
  let copy: Place;

  before(async () => {
    town = await openMunicipality();
    await town.start();
    town.connector.addTeam(TEAM, {
      name: 'Ekonomi och styrning',
      channels: [{ id: TEAM }, { id: CHANNEL, name: 'Uppföljning' }],
    });
    copy = {
      conversation: { ...town.channel.conversation, id: CHANNEL },
      channelData: {
        ...town.channel.channelData,
        team: { id: TEAM, name: 'Ekonomi och styrning' },
        channel: { id: CHANNEL },
      },
    };
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    nils = town.person('nils.nyfiken@styrmodell.example', 'Nils Nyfiken');
    await eva.install();
    await eva.install(town.channel);
    await until('both', () => forms(eva).length > 0 && summaries(town).length > 0);
  });
  after(() => town?.close());

  it('does not draw the figures there', async () => {
    await nils.install(copy);
    await nils.say('<at>Styrmodellen</at> hjälp', copy);
    await eva.press(form(eva), { verb: 'saveOutcome', inputs: october });

    await until('BUN in the first channel', () => /3 av 6/.test(textOnScreen(summaries(town)[0])));
    await delay(TWO_ROUNDS_MS);
    assert.deepEqual(summaries(town, CHANNEL), []);
    assert(town.service.logged('channel not remembered').length > 0);
  });

  it('is the channel that the plan means once the app has left the first team', async () => {
    await eva.send({ type: 'installationUpdate', action: 'remove' }, town.channel);
    await nils.say('<at>Styrmodellen</at> hjälp', copy);
    const opened = cardOf(await eva.press(newestReceipt(eva), { verb: 'changeOutcome' }));
    await eva.press(
      { ...newestReceipt(eva), card: opened },
      { verb: 'saveOutcome', inputs: { 'Övrigt: utfall': '22 175' } },
    );

    const summary = await until('the summary in the second', () => summaries(town, CHANNEL)[0]);

    assert.match(textOnScreen(summary), /kvitto BUN-2026-10-2/);
    assert.doesNotMatch(textOnScreen(summaries(town)[0]), /BUN-2026-10-2/);
  });
});

describe('a storage that is gone', function () {
  this.timeout(60_000);

  let town: Municipality;
  let line: FlakyStorage;
  let eva: TeamsUser;

  before(async () => {
    town = await openMunicipality();
    line = await startFlakyStorage(town.storage);
    await town.start({ STORAGE_CONNECTION_STRING: line.connectionString });
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    await eva.install();
    await until('the prompt', () => forms(eva).length > 0);
    line.always = 'lose-call';
  });
  after(async () => {
    await town?.close();
    await line?.close();
  });

  it('is told to who asks, who has nothing to lose', async () => {
    await eva.say('status SN');

    assert.equal(lastOf(eva), 'Jag kommer inte åt lagret just nu. Försök igen om en stund.');
  });

  for (const via of ['execute', 'submit'] as const) {
    it(`is told to who presses (${via}), with what becomes of what she typed`, async () => {
      const reply = await eva.press(form(eva), { verb: 'saveOutcome', inputs: october, via });

      const text = via === 'execute' ? reply.text : lastOf(eva);
      assert.match(text, /^Jag kommer inte åt lagret just nu, så jag vet inte om svaret är sparat\./);
      assert.match(text, /Det du skrev står kvar: vänta en stund och tryck igen\./);
    });
  }

  it('keeps nobody from answering when it is back: the same press is taken', async () => {
    line.always = undefined;

    const reply = await eva.press(form(eva), { verb: 'saveOutcome', inputs: october });

    assert.match(textOf(cardOf(reply)), /^Kvitto BUN-2026-10-1\n/);
  });
});

describe('two services on the same storage', function () {
  this.timeout(60_000);

  let town: Municipality;
  before(async () => {
    town = await openMunicipality();
  });
  after(() => town?.close());

  it('send each prompt and the summary once between them', async () => {
    await town.start();
    const people = ['bun', 'sn', 'ks', 'sbn'].map((id) =>
      town.person(`rapportor.${id}@styrmodell.example`, `Rapportör ${id}`),
    );
    // The first attempt of all four is put off to the same moment, when both services are there to make the second.
    for (const { chat } of people) {
      const isPrompt = ({
        operation,
        conversationId,
        body,
      }: {
        operation: string;
        conversationId: string;
        body: object;
      }): boolean =>
        operation === 'post' && conversationId === chat.conversation.id && JSON.stringify(body).includes('saveOutcome');
      town.connector.script(isPrompt, { status: 429, headers: { 'retry-after': '3' } });
    }
    await Promise.all(people.map((person) => person.install()));
    await until('four attempts', () => town.service.logged('message not sent').length === 4);
    await town.start();
    await people[0]?.install(town.channel);

    await until('four prompts', () => people.every((person) => forms(person).length > 0));
    await until('the summary', () => summaries(town).length > 0);
    await delay(2 * TWO_ROUNDS_MS);

    assert.deepEqual(
      people.map((person) => forms(person).length),
      [1, 1, 1, 1],
    );
    assert.equal(summaries(town).length, 1);
  });
});

/** October as the school committee answers it. */
const october = {
  'Förskola: utfall': '165 900',
  'Grundskola och fritidshem: utfall': '369,5 mnkr',
  'Övrigt: utfall': '22 150 000 kr',
  'Sjukfrånvaro totalt: nytt värde': '7,2 %',
  Kommentar: 'Fler barn i förskolan än väntat.',
};

const socialCommittee = {
  'Äldreomsorg: utfall': '262 000',
  'Funktionshinder: utfall': '184 000',
  'Individ- och familjeomsorg: utfall': '111 500',
  'Sjukfrånvaro totalt: finns det': 'no-new-value',
  Kommentar: 'Enligt plan.',
};

function cardOf(reply: Reply | undefined): Card {
  assert(reply?.card, `No card: ${reply?.status} ${reply?.text}`);
  return reply.card;
}

function textOnScreen(shown: Shown | undefined): string {
  return shown?.card ? textOf(shown.card) : (shown?.text ?? '');
}

function lastOf(person: TeamsUser): string {
  return textOnScreen(person.sees().at(-1));
}

/** The messages that show a form to answer. */
function forms(person: TeamsUser): OnScreen[] {
  return person
    .sees()
    .flatMap(({ activityId, card }) => (card && hasButton(card, 'saveOutcome') ? [{ activityId, card }] : []));
}

function form(person: TeamsUser): OnScreen {
  const newest = forms(person).at(-1);
  assert(newest, `${person.upn} sees no form`);
  return newest;
}

function newestReceipt(person: TeamsUser): OnScreen {
  const newest = person.sees().findLast(({ card }) => card && hasButton(card, 'changeOutcome'));
  assert(newest?.card);
  return { activityId: newest.activityId, card: newest.card };
}

/** The summaries in the channel that the plan names, or in another. */
function summaries(town: Municipality, channel = town.channel.conversation.id): Shown[] {
  return town.connector.shows(channel).filter((shown) => textOnScreen(shown).startsWith('Månadsuppföljning'));
}

interface StoredRevision {
  readonly revision: number;
  readonly outcomesKr: readonly number[];
  readonly name: unknown;
}

/** The committee's history for October, as it lies in the table. */
async function answersOf(town: Municipality, committeeId: string): Promise<StoredRevision[]> {
  const rows = await town.rows(
    'Periods',
    `PartitionKey eq '${committeeId}|2026-10' and RowKey ge 'log|' and RowKey lt 'log}'`,
  );
  return rows.map(({ revision, figures, name }) => {
    const { areas } = JSON.parse(String(figures)) as { areas: { outcome: { amountKr: number } }[] };
    return { revision: Number(revision), outcomesKr: areas.map(({ outcome }) => outcome.amountKr), name };
  });
}

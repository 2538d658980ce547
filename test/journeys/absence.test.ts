import assert from 'node:assert/strict';
import { buttonOf, hasButton, inputOf, textOf } from '../support/card-view.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { calm, cardOf, formsOf } from '../support/owed-october.ts';
import type { OnScreen, TeamsUser } from '../support/teams-user.ts';

describe('a reporter who is away', function () {
  this.timeout(60_000);

  let town: Municipality;
  let eva: TeamsUser;
  let dag: TeamsUser;
  let stina: TeamsUser;
  let carin: TeamsUser;
  let herForm: OnScreen;

  before(async () => {
    town = await openMunicipality();
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    dag = town.person('ersattare.bun@styrmodell.example', 'Dag Dal');
    stina = town.person('rapportor.sn@styrmodell.example', 'Stina Ström');
    carin = town.person('controller@styrmodell.example', 'Carin Control');
    await Promise.all([eva, dag, stina, carin].map((person) => person.install()));
    herForm = await until('her form', () => formsOf(eva)[0]);
    await until('the other form', () => formsOf(stina)[0]);
  });
  after(() => town?.close());

  it('is asked for the days by the button on her form, which stays as it is', async () => {
    const answer = await eva.press(herForm, { verb: 'askAbsence', inputs: { outcome_FORSKOLA: '168 905' } });

    assert.equal(answer.text, 'Svaret står i nästa meddelande.');
    const asked = textOf(eva.newestCard().card);
    assert.match(asked, /^När är du borta\?\n/);
    assert.match(asked, /Barn- och utbildningsnämnden: under tiden frågas ersattare\.bun@styrmodell\.example\./);
    const messages = eva.sees().length;
    await eva.press(herForm, { verb: 'askAbsence', via: 'submit' }); // an older client

    assert.equal(eva.sees().length, messages + 1);
    assert.deepEqual(formsOf(eva)[0]?.card, herForm.card);
  });

  it('is told what is wrong with the days, and keeps what she typed', async () => {
    const again = await eva.press(eva.newestCard(), {
      verb: 'saveAbsence',
      inputs: { from: '2026-11-13', to: '2026-11-09' },
    });

    const card = cardOf(again);
    assert.match(textOf(card), /Sista dagen ligger före den första\./);
    assert.deepEqual([inputOf(card, 'from').value, inputOf(card, 'to').value], ['2026-11-13', '2026-11-09']);
    assert.deepEqual(await absences(), []);
  });

  it('is asked whether these are the days when they can be meant in two ways', async () => {
    await eva.say('jag är borta till fredag');

    const { card } = eva.newestCard();
    assert.match(textOf(card), /Är det de här dagarna\?/);
    assert.deepEqual([inputOf(card, 'from').value, inputOf(card, 'to').value], ['2026-11-05', '2026-11-06']);
  });

  it('is told of a week that does not exist', async () => {
    await eva.say('jag är borta v. 54');

    assert.match(textOf(eva.newestCard().card), /Den veckan finns inte\./);
    assert.deepEqual(await absences(), []);
  });

  it('says it in a message, and hears who is asked meanwhile', async () => {
    await eva.say('Jag är borta 5–13 november.');

    const { card } = eva.newestCard();
    assert.match(textOf(card), /^Du är borta 5–13 november 2026\n/);
    assert.match(textOf(card), /under tiden frågas ersattare\.bun@styrmodell\.example\./);
    assert.deepEqual(await absences(), [['rapportor.bun@styrmodell.example', '2026-11-05', '2026-11-13']]);
  });

  it('has her deputy asked at once, with her name', async () => {
    const form = await until('the deputy’s form', () => formsOf(dag)[0]);

    assert.match(textOf(form.card), /ersättare för rapportor\.bun@styrmodell\.example/);
  });

  it('sees on her own form that her deputy has answered', async () => {
    const [form] = formsOf(dag);
    assert(form);
    const answer = await dag.press(form, { verb: 'saveOutcome', inputs: calm });
    assert.match(textOf(cardOf(answer)), /Kvitto BUN-2026-10-1/);

    const shown = await until('her card brought up to date', () => {
      const message = eva.sees().find(({ activityId }) => activityId === herForm.activityId);
      return message?.card && !hasButton(message.card, 'saveOutcome') && textOf(message.card);
    });
    assert.match(shown, /Dag Dal/);
  });

  it('changes the days on the card, and it shows when the chat is opened again', async () => {
    const saved = eva.newestCard();
    const form = cardOf(await eva.press(saved, { verb: 'askAbsence' }));
    assert.match(textOf(form), /Du har sagt att du är borta 5–13 november 2026\./);

    const inputs = { to: '2026-11-20' };
    const answer = await eva.press({ activityId: saved.activityId, card: form }, { verb: 'saveAbsence', inputs });

    assert.match(textOf(cardOf(answer)), /^Du är borta 5–20 november 2026\n/);
    assert.deepEqual(eva.newestCard().card, cardOf(answer));
  });

  it('is there again when she says so', async () => {
    await eva.say('jag är tillbaka');

    assert.match(textOf(eva.newestCard().card), /^Välkommen tillbaka\n/);
    assert.deepEqual(await absences(), []);
    await eva.say('jag är tillbaka');
    assert.match(textOf(eva.newestCard().card), /^Du är inte anmäld som borta\n/);
  });

  it('hears that nobody is left when her deputy lacks the app, and the controller is told why', async () => {
    await stina.say('jag är borta resten av veckan');

    assert.match(textOf(stina.newestCard().card), /Socialnämnden: ingen är kvar att fråga\. Controllern får veta det/);
    const told = await until('word to the controller', () => {
      const { card } = carin.newestCard();
      return /rapportor\.sn/.test(textOf(card)) && textOf(card);
    });
    assert.match(told, /rapportor\.sn@styrmodell\.example \(är borta till och med 8 november 2026\)/);
    assert.match(told, /ersattare\.sn@styrmodell\.example \(har inte appen\)/);
  });

  it('says it to the bot alone', async () => {
    await eva.say('jag är borta idag', town.channel);
    assert.match(town.channelShows().at(-1)?.text ?? '', /^Säg det i vår egen chatt/);

    const press = eva.pressed(herForm, { verb: 'askAbsence' });
    assert.match((await eva.send(press, town.channel)).text, /^Säg det i vår egen chatt/);
  });

  it('is only who reports: nobody else is asked anything', async () => {
    await carin.say('jag är borta idag');

    assert.match(carin.sees().at(-1)?.text ?? '', /^Det är bara nämndernas rapportörer och ersättare/);
    assert.equal((await absences()).length, 1);
  });

  it('is never somebody else: whose absence it is comes from who presses', async () => {
    const data = { upn: dag.upn, p: dag.upn, i_1_from: '2026-11-09', i_1_to: '2026-11-10' };
    await stina.send(withData(stina.pressed(herForm, { verb: 'askAbsence' }), 'saveAbsence', data));

    const days = (await absences()).find(([upn]) => upn === stina.upn);
    assert.deepEqual(days, [stina.upn, '2026-11-09', '2026-11-10']);
    assert.equal((await absences()).length, 1);
    assert.deepEqual(Object.keys(buttonOf(herForm.card, 'askAbsence').data).sort(), ['p', 'r', 'v']);
  });

  async function absences(): Promise<unknown[][]> {
    const rows = await town.rows('People', "PartitionKey eq 'absence'");
    return rows.map(({ upn, from, to }) => [upn, from, to]);
  }
});

/** The press with another verb and data than its card's. */
function withData(press: Record<string, unknown>, verb: string, data: Record<string, unknown>) {
  return {
    ...press,
    value: { action: { type: 'Action.Execute', verb, data: { v: 1, r: 0, ...data } }, trigger: 'manual' },
  };
}

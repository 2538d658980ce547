import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { EXAMPLE_PLAN_FILE } from '../../src/local/example-plan.ts';
import { hasButton, inputOf, inputsOf, textOf } from '../support/card-view.ts';
import type { Card } from '../support/fake-connector.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import type { OnScreen, Reply, TeamsUser } from '../support/teams-user.ts';

const SEPTEMBER = new Date('2026-09-04T09:00:00+02:00');

/** The example plan before anybody had reported August. */
function planBeforeAugust(): string {
  const file = JSON.parse(readFileSync(EXAMPLE_PLAN_FILE, 'utf8')) as {
    current: { outcomes: readonly { readonly period: string }[] };
  };
  const outcomes = file.current.outcomes.filter(({ period }) => period < '2026-08');
  return JSON.stringify({ ...file, current: { ...file.current, outcomes } });
}

const economy = {
  'Förskola: utfall': '132 700',
  'Grundskola och fritidshem: utfall': '292,9 mnkr',
  'Övrigt: utfall': '17 590',
  Kommentar: 'Fler barn i förskolan än väntat.',
};
const indicators = {
  'Sjukfrånvaro totalt: nytt värde': '7,2',
  'Ekologiska livsmedel i kommunens verksamhet: nytt värde': '41',
};
const firstGoals = {
  motivation_UTBILDAR: 'Betygen vänder uppåt.',
  motivation_ARBETSGIVARE_NAMND: 'Sjukfrånvaron är för hög.',
  motivation_HUSHALLNING: 'Prognosen är nära budget.',
  grade_MILJO_NAMND: 'PARTLY',
  motivation_MILJO_NAMND: 'Ekologisk mat ökar långsamt.',
};

describe('the interim report of the school committee', function () {
  this.timeout(60_000);

  let town: Municipality;
  let eva: TeamsUser;
  let on: OnScreen;
  /** The form that was stored. */
  let form: OnScreen;

  before(async () => {
    town = await openMunicipality({ clockStarts: SEPTEMBER, plan: planBeforeAugust() });
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    await eva.install();
    on = await until('the form', () => formOf(eva));
  });
  after(() => town?.close());

  /** Presses a button of the form as it stands, and sees what comes in its place. */
  async function press(verb: string, inputs: Readonly<Record<string, string>> = {}, data = {}): Promise<string> {
    on = { ...on, card: cardOf(await eva.press(on, { verb, inputs, data })) };
    return textOf(on.card);
  }

  it('comes as pages, the first about finance', () => {
    assert.match(textOf(on.card), /Delårsuppföljning januari–augusti 2026/);
    assert.match(textOf(on.card), /Sida 1 av 5: Ekonomi/);
    assert.equal(hasButton(on.card, 'saveOutcome'), false);
  });

  it('leads on to the indicators and the goals, with a computed grade and its reason beside each', async () => {
    assert.match(await press('showPage', economy), /Sida 2 av 5: Indikatorer\nIfyllt: Ekonomi\./);
    const goals = await press('showPage', indicators);

    assert.match(goals, /Sida 3 av 5: Mål \(1 av 2\)/);
    assert.match(goals, /Beräknat förslag: Ej uppfyllt – 0 av 3 indikatorer når målet/);
    assert.equal(inputOf(on.card, 'grade_ARBETSGIVARE_NAMND').value, 'NOT');
  });

  it('survives a service that is stopped in the middle: she goes on where she was', async () => {
    await press('showPage', firstGoals);
    assert.deepEqual(formOf(eva), on, 'What she sees when she opens the chat again');
    await town.restart();

    await eva.say('visa formuläret');
    on = await until('the form again', () => newestForm(eva, on));

    assert.match(textOf(on.card), /Sida 4 av 5: Mål \(2 av 2\)\nIfyllt: Ekonomi, Indikatorer, Mål \(1 av 2\)\./);
    await press('showPage', {}, { s: 0 });
    assert.equal(inputOf(on.card, 'Förskola: utfall').value, '132 700');
    assert.equal(inputOf(on.card, 'Kommentar').value, economy.Kommentar);
    await press('showPage', {}, { s: 4 });
  });

  it('is not stored with a goal that has no motivation: the form goes there and says so', async () => {
    const text = await press('saveOutcome');

    assert.match(text, /Sida 4 av 5: Mål \(2 av 2\)/);
    assert.match(text, /Svaret är inte sparat ännu\. En uppgift behöver ses över/);
    assert.match(text, /Motivering saknas\. Skriv varför målet får den graden\./);
    assert.deepEqual(await revisions(town), []);
  });

  it('asks about a figure on the first page that looks wrong, from the last one too', async () => {
    await press('showPage', { motivation_SKOLDAG: 'Läsningen går framåt.' }, { s: 0 });
    const doubted = await press('saveOutcome', { 'Övrigt: utfall': '17' });
    assert.match(doubted, /Sida 1 av 5: Ekonomi/);
    assert.match(doubted, /ungefär 1 000 gånger mindre än väntat/);
  });

  it('is stored with a receipt that repeats figures, grades, motivations and work', async () => {
    form = on;
    const text = await press('saveOutcome', { 'Övrigt: utfall': '17 590' });

    for (const line of [
      'Kvitto BUN-2026-08-1',
      'Utfall jan–aug: 132 700 tkr',
      'Utfall jan–aug: 292 900 tkr',
      'Värde: 7,2 % av ordinarie arbetstid',
      'Betygen vänder uppåt.',
      'Läsningen går framåt.',
      'Gemensam vikariepool: klar',
      'Ny skola i Sunnerby: förstudie: försenad',
    ]) {
      assert(text.includes(line), `${line} is missing in:\n${text}`);
    }
    // What was proposed counts the value that stood on the page before.
    assert.match(text, /Delvis uppfyllt \(beräknat förslag: Helt uppfyllt\)\nEkologisk mat ökar långsamt\./);
    assert.deepEqual(await revisions(town), [1]);
  });

  it('is one answer however often the press is repeated', async () => {
    const again = eva.pressed(form, { verb: 'saveOutcome', inputs: { 'Övrigt: utfall': '17 590' } });
    const replies = await Promise.all([eva.send(again), eva.send(again)]);

    for (const reply of replies) assert.deepEqual(cardOf(reply), on.card);
    assert.deepEqual(await revisions(town), [1]);
  });

  it('is in the channel’s summary like any month', async () => {
    await eva.install(town.channel);

    const summary = await until('the summary', () =>
      town.channelShows().find(({ card }) => card && /1 av 6/.test(textOf(card))),
    );

    assert.match(textOf(summary.card as Card), /kvitto BUN-2026-08-1/);
  });

  it('is corrected on one page, the others standing as they are stored', async () => {
    assert.match(await press('changeOutcome'), /Du ändrar det som är sparat \(kvitto BUN-2026-08-1\)/);
    await press('showPage', {}, { s: 4 });
    const text = await press('saveOutcome', { 'Aktivitet: Ny skola i Sunnerby': 'done' });

    assert.match(text, /^Kvitto BUN-2026-08-2\n.*\nRättat /);
    assert.match(text, /Ny skola i Sunnerby: förstudie: klar/);
    assert.match(text, /Läsningen går framåt\./);
    assert.match(text, /Utfall jan–aug: 132 700 tkr/);
    assert.deepEqual(await revisions(town), [1, 2]);
  });
});

function cardOf(reply: Reply): Card {
  assert(reply.card, `No card: ${reply.status} ${reply.text}`);
  return reply.card;
}

function formOf(person: TeamsUser): OnScreen | undefined {
  const shown = person.sees().findLast(({ card }) => card && inputsOf(card).length > 0);
  return shown?.card ? { activityId: shown.activityId, card: shown.card } : undefined;
}

/** A form in another message than this one. */
function newestForm(person: TeamsUser, { activityId }: OnScreen): OnScreen | undefined {
  const newest = formOf(person);
  return newest?.activityId === activityId ? undefined : newest;
}

async function revisions(town: Municipality): Promise<number[]> {
  const rows = await town.rows('Periods', "PartitionKey eq 'BUN|2026-08' and RowKey ge 'log|' and RowKey lt 'log}'");
  return rows.map(({ revision }) => Number(revision));
}

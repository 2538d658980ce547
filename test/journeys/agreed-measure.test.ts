import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openStores } from '../../src/compose-stores.ts';
import { EXAMPLE_PLAN_FILE } from '../../src/local/example-plan.ts';
import { anAgreedMeasure } from '../support/builders.ts';
import { hasButton, inputOf, inputsOf, textOf } from '../support/card-view.ts';
import type { Card } from '../support/fake-connector.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { putInForce } from '../support/put-in-force.ts';
import type { OnScreen, TeamsUser } from '../support/teams-user.ts';

const SEPTEMBER = new Date('2026-09-04T09:00:00+02:00');
const DAY = 86_400;

/** What the review of the tertial report agreed on with the builders. */
const measure = anAgreedMeasure('mq4Vt0w9xYbZkR1sLmN8pQ', {
  committeeId: 'SBN',
  text: 'Upphandla vinterväghållningen på nytt',
  owner: 'Siv Ek, gatuchef',
  dueOn: '2026-09-15',
});

/** The example plan before anybody had reported August. */
function planBeforeAugust(): string {
  const file = JSON.parse(readFileSync(EXAMPLE_PLAN_FILE, 'utf8')) as {
    current: { outcomes: readonly { readonly period: string }[] };
  };
  const outcomes = file.current.outcomes.filter(({ period }) => period < '2026-08');
  return JSON.stringify({ ...file, current: { ...file.current, outcomes } });
}

describe('a project, an assignment and an agreed measure in the builders’ forms', function () {
  this.timeout(120_000);

  let town: Municipality;
  let ulf: TeamsUser;
  let on: OnScreen;

  before(async () => {
    town = await openMunicipality({
      clockStarts: SEPTEMBER,
      putPlanInForce: async (storage) => {
        const clock = { now: () => SEPTEMBER };
        const stores = await openStores({ connectionString: storage }, clock);
        await putInForce(stores, clock, planBeforeAugust());
        await stores.reports.agree(measure);
      },
    });
    await town.start();
    ulf = town.person('rapportor.sbn@styrmodell.example', 'Ulf Ulfsson');
    await ulf.install();
    on = await until('the form', () => formOf(ulf));
  });
  after(() => town?.close());

  async function press(verb: string, inputs: Readonly<Record<string, string>> = {}): Promise<string> {
    const { card, status, text } = await ulf.press(on, { verb, inputs });
    assert(card, `No card: ${status} ${text}`);
    on = { ...on, card };
    return textOf(card);
  }

  /** The form of the month that is open a while later. */
  async function monthLater(seconds: number, period: RegExp): Promise<string> {
    town.pass(seconds);
    await town.restart();
    await ulf.say('visa formuläret');
    on = await until('the next form', () => formOf(ulf, period));
    return textOf(on.card);
  }

  it('comes with the project’s figures filled in as they were last known, on a page of their own', async () => {
    assert.match(textOf(on.card), /Delårsuppföljning januari–augusti 2026/);

    const projects = await press('showPage', onBudget(on.card));

    assert.match(projects, /Sida 2 av 6: Investeringar\nIfyllt: Ekonomi\./);
    assert.match(projects, /Gångstråk och belysning\nBudget för projektet: 6 500 tkr/);
    assert.match(inputOf(on.card, 'Gångstråk och belysning: utfall').value, /^1\s200$/);
    assert.match(projects, /Från början står det senast kända: 6 500 tkr, enligt budget \(augusti 2026\)\./);
  });

  it('asks for the council’s assignment and the agreed measure with the work', async () => {
    const figures = { 'Gångstråk och belysning: utfall': '2,1 mnkr', 'Gångstråk och belysning: prognos': '6,7 mnkr' };
    await press('showPage', figures);
    while (!hasButton(on.card, 'saveOutcome')) await press('showPage', filledIn(on.card));

    const text = textOf(on.card);
    assert.match(text, /Sida 6 av 6: Åtaganden, uppdrag och åtgärder/);
    assert.match(
      text,
      /Uppdrag: Återkom med åtgärder för god måluppfyllelse \(2026-06-10, KF § 88 \(exempel\)\) \[ongoing\]/,
    );
    assert.match(text, /Åtgärd: Upphandla vinterväghållningen på nytt \[notStarted\]/);
    assert.match(text, /Ansvarig: Siv Ek, gatuchef\. Ska vara klar 15 september 2026\./);
  });

  it('wants a word for the project that has become dearer than its budget', async () => {
    const statuses = { 'Uppdrag: Återkom': 'done', 'Åtgärd: Upphandla': 'ongoing' };
    const text = await press('saveOutcome', statuses);

    assert.match(text, /Sida 1 av 6: Ekonomi/);
    assert.match(text, /Kommentera avvikelsen: Gångstråk och belysning \(underskott 200 tkr\)\./);
  });

  it('is stored with a receipt that repeats all three', async () => {
    const text = await press('saveOutcome', { Kommentar: 'Stolparna blev dyrare.' });

    for (const line of [
      'Kvitto SBN-2026-08-1',
      'Gångstråk och belysning: utfall från start 2 100 tkr, prognos för hela projektet 6 700 tkr (underskott 200 tkr)',
      'Återkom med åtgärder för god måluppfyllelse (2026-06-10, KF § 88 (exempel)): klar',
      'Upphandla vinterväghållningen på nytt: pågår',
    ]) {
      assert(text.includes(line), `${line} is missing in:\n${text}`);
    }
    const [row] = await town.rows('Periods', "PartitionKey eq 'SBN|2026-08' and RowKey eq 'answer'");
    assert.deepEqual(JSON.parse(String(row?.investments)), [
      {
        project: 'Gångstråk och belysning',
        outcome: { kind: 'value', amountKr: 2_100_000 },
        forecast: { kind: 'value', amountKr: 6_700_000 },
      },
    ]);
  });

  it('can be changed from the receipt, and the other pages stand as they were', async () => {
    assert.match(await press('changeOutcome'), /Du ändrar det som är sparat \(kvitto SBN-2026-08-1\)/);
    await press('showPage');

    const text = await press('saveOutcome', { 'Gångstråk och belysning: utfall': '2 150' });

    assert.match(text, /^Kvitto SBN-2026-08-2\n/);
    assert.match(text, /utfall från start 2 150 tkr, prognos för hela projektet 6 700 tkr/);
    assert.match(text, /Upphandla vinterväghållningen på nytt: pågår/);
  });

  it('leaves the measure alone to come back in the next month, as it was last said', async () => {
    const month = await monthLater(31 * DAY, /januari–september 2026/);

    assert.match(month, /^Månadsuppföljning januari–september 2026\n/);
    assert.doesNotMatch(month, /Sida|Gångstråk|Uppdrag/);
    assert.match(
      month,
      /Åtgärder från gemensam genomgång\n.*\nÅtgärd: Upphandla vinterväghållningen på nytt \[ongoing\]/,
    );
    assert.match(month, /Försenad: skulle ha varit klar 15 september 2026, för 15 dagar sedan\./);

    const text = await press('saveOutcome', { ...onBudget(on.card), 'Åtgärd: Upphandla': 'done' });
    assert.match(text, /^Kvitto SBN-2026-09-1\n[\s\S]*Upphandla vinterväghållningen på nytt: klar/);
  });

  it('asks no more once it is done', async () => {
    const month = await monthLater(31 * DAY, /januari–oktober 2026/);

    assert.match(month, /^Månadsuppföljning januari–oktober 2026\n/);
    assert.doesNotMatch(month, /vinterväghållningen/);
  });
});

/** The areas' fields, each as its own budget to date has it, and no new value of any indicator. */
function onBudget(card: Card): Record<string, string> {
  const budgets = [...textOf(card).matchAll(/^Budget jan–\w+: ([\d ]+) tkr/gm)].map(([, tkr = '']) => tkr);
  const outcomes = inputsOf(card).filter(({ id }) => /^i_\d+_outcome_/.test(id));
  assert.equal(outcomes.length, budgets.length);
  return { ...Object.fromEntries(outcomes.map(({ label }, at) => [label, budgets[at] ?? ''])), ...filledIn(card) };
}

/** What stands on a page for itself: no new values, and a word to each goal. */
function filledIn(card: Card): Record<string, string> {
  return Object.fromEntries(
    inputsOf(card).flatMap(({ id, label }) => {
      if (/_kind_/.test(id)) return [[label, 'no-new-value']];
      return /_motivation_/.test(id) ? [[label, 'Så är det.']] : [];
    }),
  );
}

function formOf(person: TeamsUser, period = /./): OnScreen | undefined {
  const shown = person.sees().findLast(({ card }) => card && inputsOf(card).length > 0 && period.test(textOf(card)));
  return shown?.card ? { activityId: shown.activityId, card: shown.card } : undefined;
}

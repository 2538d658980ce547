import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openStores } from '../../src/compose-stores.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { EXAMPLE_PLAN_FILE } from '../../src/local/example-plan.ts';
import { hasButton, inputOf, inputsOf, textOf } from '../support/card-view.ts';
import type { Card } from '../support/fake-connector.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import type { OnScreen, PressOptions, TeamsUser } from '../support/teams-user.ts';

const SEPTEMBER = new Date('2026-09-04T09:00:00+02:00');

describe('the municipality’s interim report, from the review to the council’s decision', function () {
  this.timeout(60_000);

  let town: Municipality;
  let carin: TeamsUser;
  let siv: TeamsUser;
  let mia: TeamsUser;
  /** What the controller has in front of her. */
  let on: OnScreen;
  /** The clerk's form for the first version. */
  let form: OnScreen;

  before(async () => {
    town = await openMunicipality({ clockStarts: SEPTEMBER, plan: planOfTheYear() });
    await town.start();
    carin = town.person('controller@styrmodell.example', 'Carin Ohlsson');
    siv = town.person('kommunsekreterare@styrmodell.example', 'Siv Åberg');
    mia = town.person('kommundirektor@styrmodell.example', 'Mia Lund');
    await Promise.all([carin, siv, mia].map((person) => person.install()));
  });
  after(() => town?.close());

  async function press(verb: string, options: Omit<PressOptions, 'verb'> = {}): Promise<string> {
    on = await pressed(carin, on, { verb, ...options });
    return textOf(on.card);
  }

  it('is shown in the controller’s chat: nobody has answered, and that is said', async () => {
    on = await reportOf(carin);

    const text = textOf(on.card);
    assert.match(text, /^Kommunens delårsrapport januari–augusti 2026\n/);
    assert.match(text, /Nästa steg: bestäm dag för genomgången\./);
    assert.match(text, /senast 31 oktober 2026: 57 dagar kvar\./);
    assert.match(text, /Barn- och utbildningsnämnden\nHar inte svarat\./);
    assert.match(text, /Prognos helår: saknas/);
  });

  it('has its joint review planned, with a meeting that opens in Teams', async () => {
    await press('showReview');
    assert.match(textOf(on.card), /Saknas\nKommunstyrelsen: svar på formuläret\./);

    const text = await press('saveReview', { inputs: { date: '2026-09-04', startsAt: '08:30' } });

    assert.match(text, /Anteckningarna är sparade\./);
    assert.match(text, /\(Öppna möte i Teams 4 september kl\. 08\.30\)/);
    const link = JSON.stringify(on.card).match(/https:\/\/teams\.microsoft\.com\/l\/meeting\/new[^"]*/)?.[0] ?? '';
    assert.match(link, /startTime=2026-09-04T08%3A30%3A00%2B02%3A00&endTime=2026-09-04T10%3A00%3A00%2B02%3A00/);
    assert.match(decodeURIComponent(link), /attendees=rapportor\.ks@styrmodell\.example,forvaltningschef\.ks@/);
  });

  it('agrees on a measure in the review, and has it held', async () => {
    await press('agreeMeasure', {
      inputs: {
        ...{ committee: 'BUN', measure: 'Plan för budget i balans', owner: 'Eva Ek', effect: '1,5 mnkr' },
        ...{ dueOn: '2026-11-30', notes: 'Förskolans underskott.' },
      },
    });
    assert.match(textOf(on.card), /Plan för budget i balans \(Eva Ek, senast 30 november 2026, effekt 1 500 tkr\)/);
    assert.equal(inputOf(on.card, 'notes').value, 'Förskolans underskott.');

    const text = await press('holdReview', { inputs: { participants: 'KS presidium och nämnderna' } });

    assert.match(text, /Genomgången är hållen\. Nu kan rapporten sammanställas\./);
    assert.deepEqual(await states(town), ['open', 'open', 'reviewed']);
  });

  it('has the council’s goals graded page by page, through a service that stops in between', async () => {
    await press('showMunicipalReport');
    const first = await press('showGrades');
    assert.match(first, /Sida 1 av 3\n0 av 9 mål och delmål är bedömda\./);
    assert.match(first, /Beräknat förslag: /);
    const [grade, motivation] = inputsOf(on.card);
    const name = grade?.id.replace(/^i_\d+_grade_/, '') ?? '';

    const faulty = await press('saveGrades', { inputs: { [`motivation_${name}`]: 'Betygen vänder uppåt.' } });
    assert.match(faulty, /Sida 1 av 3[\s\S]*Välj en grad för målet\./);
    await town.restart();
    const next = await press('saveGrades', { inputs: { [`grade_${name}`]: 'HIGH' } });

    assert.match(next, /Bedömningarna är sparade\.\nSida 2 av 3\n1 av 9/);
    await press('saveGrades', { data: { s: 0 } });
    assert.equal(inputOf(on.card, `motivation_${name}`).value, 'Betygen vänder uppåt.');
    assert.ok(motivation);
    assert.match(
      await press('saveGrades', { data: { s: 3 } }),
      /Fullmäktiges mål\nHelt uppfyllt: 0 av 8\nI hög grad uppfyllt: 1 av 8/,
    );
  });

  it('is compiled with what is missing in it, and not by a manager', async () => {
    const forMia = await reportOf(mia);
    assert.equal(hasButton(forMia.card, 'askCompile'), false);
    const asked = await press('askCompile');
    assert.match(
      asked,
      /Det här saknas, och kommer att stå så\n[\s\S]*Barn- och utbildningsnämnden: har inte svarat\./,
    );
    const tried = await mia.press(
      { ...forMia, card: on.card },
      { verb: 'compileReport', inputs: { Diarienummer: 'KS 1' } },
    );
    assert.match(tried.text, /^Den rapporten finns inte, eller så får du inte göra det med den\./);
    assert.match(await press('compileReport'), /Skriv rapportens diarienummer\./);

    const text = await press('compileReport', { inputs: { Diarienummer: 'KS 2026/123' } });

    assert.match(text, /Rapporten är sammanställd som version 1\./);
    assert.match(text, /Sammanställd 4 september 2026, i tid\./);
    assert.equal(hasButton(on.card, 'askDecision'), false, 'Who compiled does not register the decision');
    assert.match(textOf((await reportOf(carin)).card), /Sammanställd, version 1\./, 'It is there for good');
  });

  it('waits for the clerk, whose form is about the newest version alone', async () => {
    form = await pressed(siv, await reportOf(siv), { verb: 'askDecision' });
    assert.match(textOf(form.card), /Beslutet gäller version 1, [\s\S]*Diarienummer \[KS 2026\/123\]/);
    await press('writeMunicipalText');
    await press('saveMunicipalText', { inputs: { summary: 'Året går i stort som väntat.' }, data: { s: 4 } });
    await press('askCompile');
    assert.match(
      await press('compileReport', { inputs: { Diarienummer: 'KS 2026/123' } }),
      /sammanställd som version 2\./,
    );

    const decision = { date: '4 september 2026', paragraph: 'KF § 88', outcome: 'approved' };
    form = await pressed(siv, form, { verb: 'registerDecision', inputs: decision });

    assert.match(textOf(form.card), /Det finns en nyare sammanställning, version 2\. Inget är registrerat\./);
    assert.match(textOf(form.card), /Beslutet gäller version 2, [\s\S]*Beslutsdag \[4 september 2026\]/);
  });

  it('is approved with money and an order, which come into the plan', async () => {
    form = await pressed(siv, form, { verb: 'askDecision', data: { s: 1 } });
    form = await pressed(siv, form, { verb: 'askDecision', data: { s: 2 } });
    const money = { target_0: 'BUN|FORSKOLA', amount_0: '5 mnkr', validFrom_0: '1 oktober 2026' };
    const order = { committee_0: 'BUN', order_0: 'Återkom med en plan', dueOn_0: '2026-12-15' };
    const press_ = { verb: 'registerDecision', inputs: { ...money, ...order } };

    const [one, two] = await Promise.all([siv.press(form, press_), siv.press(form, press_)]);

    for (const { card } of [one, two]) {
      assert.ok(card);
      assert.match(textOf(card), /^Fullmäktiges beslut är registrerat\n/);
      assert.match(
        textOf(card),
        /Tilläggsanslag: 5 000 000 kr till Barn- och utbildningsnämnden, Förskola, från 1 oktober 2026\./,
      );
      assert.match(textOf(card), /Sigill: [0-9a-f]{16}\./);
    }
    const { supplementaryAppropriations: given, councilAssignments: orders } = await until('the plan', () =>
      planWith(town),
    );
    assert.equal(given.at(-1)?.amountKr, 5_000_000);
    assert.match(given.at(-1)?.decision ?? '', /KF .*§ 88/);
    assert.equal(orders.at(-1)?.text, 'Återkom med en plan');
  });

  it('is decided on once: another decision is refused, and the registered one shown', async () => {
    const inputs = { paragraph: 'KF § 99' };

    const again = await pressed(siv, form, { verb: 'registerDecision', inputs });

    assert.match(textOf(again.card), /Fullmäktiges beslut är redan registrerat: 4 september 2026, KF § 88\./);
    assert.match(
      textOf((await reportOf(carin)).card),
      /Godkänd av fullmäktige 4 september 2026, KF § 88 \(KS 2026\/123\)\./,
    );
  });

  it('is read by everybody once it is approved, in a channel too', async () => {
    await carin.install(town.channel);
    const before = town.channelShows().length;

    await carin.say('<at>Styrmodellen</at> kommunens rapport', town.channel);

    const shown = await until('the report in the channel', () =>
      town
        .channelShows()
        .slice(before)
        .find(({ card }) => card && /^Kommunens delårsrapport/.test(textOf(card))),
    );
    assert.ok(shown.card);
    assert.match(textOf(shown.card), /Godkänd av fullmäktige\.\nDen är klar och ändras inte mer\./);
    assert.equal(hasButton(shown.card, 'showReview'), false);
  });
});

/** The example plan before anybody had reported or graded August. */
function planOfTheYear(): string {
  type Dated = readonly { readonly period: string }[];
  const file = JSON.parse(readFileSync(EXAMPLE_PLAN_FILE, 'utf8')) as {
    current: { outcomes: Dated; goalGrades: Dated };
  };
  const [outcomes, goalGrades] = [file.current.outcomes, file.current.goalGrades].map((all) =>
    all.filter(({ period }) => period < '2026-08'),
  );
  return JSON.stringify({ ...file, current: { ...file.current, outcomes, goalGrades } });
}

/** The municipality's report, as it is shown to somebody who asks for it. Words that the service sends meanwhile are others. */
async function reportOf(person: TeamsUser): Promise<OnScreen> {
  const before = person.sees().length;
  await person.say('kommunens rapport');
  return until('the report', () => {
    const shown = person.sees().slice(before);
    const found = shown.find(({ card }) => card !== undefined && textOf(card).startsWith('Kommunens '));
    return found?.card && { activityId: found.activityId, card: found.card };
  });
}

/** What stands in the pressed card's place. */
async function pressed(person: TeamsUser, on: OnScreen, options: PressOptions): Promise<OnScreen> {
  const reply = await person.press(on, options);
  assert(reply.card, `${options.verb}: ${reply.status} ${reply.text}`);
  return { ...on, card: reply.card as Card };
}

/** The plan once the decision has come into it. */
async function planWith(town: Municipality): Promise<PlanDocument | undefined> {
  const { plans } = await openStores({ connectionString: town.storage }, { now: town.now });
  const document = (await plans.file())?.current;
  return document?.councilAssignments.some(({ paragraph }) => paragraph === 'KF § 88') ? document : undefined;
}

/** The states that the report has gone through. */
async function states(town: Municipality): Promise<string[]> {
  const stores = await openStores({ connectionString: town.storage }, { now: town.now });
  return (await stores.reports.history('municipality', '2026-08')).map(({ to }) => to);
}

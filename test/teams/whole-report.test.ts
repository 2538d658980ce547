import assert from 'node:assert/strict';
import { investmentForecastOf, investmentOutcomeOf } from '../../cards/monthly-prompt/fields.ts';
import type { Month } from '../../src/domain/period.ts';
import { findPrompt } from '../../src/features/outcomes/find-prompt.ts';
import { tkrInput } from '../../src/words/swedish.ts';
import { anAgreedMeasure, exampleFile, kronor } from '../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../support/fakes.ts';
import { AUGUST, reader } from '../support/form-reader.ts';

const ulf = 'rapportor.sbn@styrmodell.example';
const siv = 'ersattare.sbn@styrmodell.example';
const controller = 'controller@styrmodell.example';
const PATH = 'Gångstråk och belysning';
const [outcome, forecast] = [investmentOutcomeOf(PATH), investmentForecastOf(PATH)];
const measure = anAgreedMeasure('VINTER', {
  committeeId: 'SBN',
  text: 'Upphandla vinterväghållningen på nytt',
  owner: 'Siv Ek <chef>',
  dueOn: '2026-10-31',
});

/** What the builders' report needs, by the beginning of a field's name: an outcome on budget, and a word to each goal. */
const filledIn: Readonly<Record<string, string>> = {
  indicator_: '50',
  comment: 'Som väntat.',
  motivation_: 'Så är det.',
};

/** On the second day of the interim report, when the spring’s review has agreed on a measure with the builders. */
async function aMunicipality({ agreed = [measure] } = {}): Promise<FakePorts> {
  const { current } = exampleFile();
  const ports = inMemoryPorts({ now: '2026-09-04T09:00:00+02:00' });
  ports.plans.use({ ...current, outcomes: current.outcomes.filter(({ period }) => period < AUGUST) });
  for (const one of agreed) await ports.reports.agree(one);
  return ports;
}

async function his(ports: FakePorts, upn = ulf, period: Month = AUGUST) {
  return reader(ports, upn, 'SBN', period);
}

/** What is expected of every area, as it stands in a field. */
async function economy(ports: FakePorts, period: Month = AUGUST): Promise<Record<string, string>> {
  await his(ports, ulf, period);
  const found = await findPrompt(
    ports,
    `form of SBN ${period} to ${ulf}`,
    { oid: `oid of ${ulf}`, upn: ulf },
    `chat of ${ulf}`,
  );
  assert(found.ok);
  return Object.fromEntries(
    found.value.prompt.areas.map(({ area, expectedOutcomeKr }) => [`outcome_${area.id}`, tkrInput(expectedOutcomeKr)]),
  );
}

async function answered(ports: FakePorts, typed: Readonly<Record<string, string>> = {}) {
  const form = await his(ports);
  await form.fillIn({ ...(await economy(ports)), ...filledIn, ...typed });
  return form;
}

describe('The builders’ interim report', () => {
  it('asks for the project, the council’s assignment and the agreed measure, and repeats them in the receipt', async () => {
    const ports = await aMunicipality();

    const form = await answered(ports, { [outcome]: '2,1 mnkr' });
    const receipt = await form.press('saveOutcome', { 'status_UPPDRAG-1': 'done', status_VINTER: 'ongoing' });

    assert.match(receipt, /^Kvitto SBN-2026-08-1/);
    assert.match(
      receipt,
      /Investeringar\nGångstråk och belysning: utfall från start 2 100 tkr, prognos för hela projektet 6 500 tkr \(enligt budget\)/,
    );
    assert.match(
      receipt,
      /Uppdrag från fullmäktige\nÅterkom med åtgärder för god måluppfyllelse \(.*KF § 88.*\): klar/,
    );
    assert.match(receipt, /Åtgärder från gemensam genomgång\nUpphandla vinterväghållningen på nytt: pågår/);
    const { answer } = (await ports.answers.find('SBN', AUGUST)) ?? assert.fail();
    assert.deepEqual(answer.investments, [{ project: PATH, outcome: kronor(2_100_000), forecast: kronor(6_500_000) }]);
    assert.deepEqual(answer.work.slice(-2), [
      { workId: 'UPPDRAG-1', status: 'done' },
      { workId: 'VINTER', status: 'ongoing' },
    ]);
  });

  it('costs one question about measures, however many pages are turned', async () => {
    const ports = await aMunicipality();
    const { agreedMeasures } = ports.reports;
    let asked = 0;
    ports.reports.agreedMeasures = () => {
      asked += 1;
      return agreedMeasures.call(ports.reports);
    };

    await (await answered(ports)).press('saveOutcome');

    assert.equal(asked, 1);
  });

  it('opens the projects’ page when one was typed in kronor, and takes what was meant', async () => {
    const ports = await aMunicipality();
    const form = await answered(ports, { [forecast]: '6 500 000' });

    const doubted = await form.press('saveOutcome');
    assert.match(doubted, /Sida 2 av \d: Investeringar/);
    assert.match(doubted, /6 500 000 tkr är ungefär 1 000 gånger mer än väntat\. Är enheten rätt\?/);

    const meant = form.choice(`question_${forecast}`, /det ska vara 6.500.tkr/);
    assert.match(await form.press('saveOutcome', { [`question_${forecast}`]: meant }), /^Kvitto SBN-2026-08-1/);
    assert.deepEqual((await ports.answers.find('SBN', AUGUST))?.answer.investments[0]?.forecast, kronor(6_500_000));
  });

  it('wants a comment for a project that exceeds its budget, and says which', async () => {
    const ports = await aMunicipality();
    const form = await answered(ports, { [forecast]: '7 100', comment: '' });

    const lacking = await form.press('saveOutcome');

    assert.match(lacking, /Sida 1 av \d: Ekonomi/);
    assert.match(lacking, /Kommentera avvikelsen: .*Gångstråk och belysning \(underskott 600 tkr\)\./);
    assert.match(await form.press('saveOutcome', { comment: 'Dyrare stolpar.' }), /^Kvitto SBN-2026-08-1/);
  });

  it('asks for the reason when a figure is taken away, and never makes it 0', async () => {
    const ports = await aMunicipality();
    const form = await answered(ports, { [outcome]: '' });

    assert.match(await form.press('saveOutcome'), /Sida 2 av \d: Investeringar/);
    assert.equal(await ports.answers.find('SBN', AUGUST), undefined);

    await form.press('saveOutcome', { [outcome]: 'saknas' });
    const missing = form.choice(`question_${outcome}`, /saknas/i);
    const receipt = await form.press('saveOutcome', { [`question_${outcome}`]: missing });
    assert.match(receipt, /Gångstråk och belysning: utfall från start saknas, prognos/);
  });

  it('is a draft until it is stored: what was typed of a project is there again', async () => {
    const ports = await aMunicipality();
    const form = await his(ports);
    await form.fillIn({ ...(await economy(ports)), ...filledIn, [outcome]: '1 950' });

    const again = await his(ports);
    await again.press('openForm');

    assert.match(await again.press('showPage', {}, { s: 1 }), /utfall från projektets start, tkr \[1 950\]/);
    assert.match(await again.press('showPage', {}, { s: 9 }), /Sida 1 av/);
  });

  it('shows two answers against each other on the projects’ page too, and replaces by choice', async () => {
    const ports = await aMunicipality();
    const [hers, form] = [await his(ports, siv), await answered(ports, { [outcome]: '2 000' })];
    await hers.fillIn({ ...(await economy(ports)), ...filledIn, [outcome]: '2 200' });
    await form.press('saveOutcome');

    assert.match(await hers.press('saveOutcome'), /Sida 2 av \d: Investeringar[\s\S]*Sparat: 2 000/);
    assert.match(await hers.press('saveOutcome'), /^Kvitto SBN-2026-08-2[\s\S]*utfall från start 2 200 tkr/);
  });

  it('is corrected after the lock by a controller, with a reason, and nothing else of it is changed', async () => {
    const ports = await aMunicipality();
    await (await answered(ports)).press('saveOutcome');
    const before = (await ports.answers.find('SBN', AUGUST))?.answer;
    ports.clock.pass(60 * 86_400);
    const form = await his(ports, controller);
    await form.press('changeOutcome');
    await form.press('showPage', {}, { s: 1 });

    assert.match(await form.press('saveOutcome', { [outcome]: '1 900' }), /Skriv varför uppgiften rättas/);
    const receipt = await form.press('saveOutcome', { [outcome]: '1 900', reason: 'Fel projektkonto.' });

    assert.match(receipt, /^Kvitto SBN-2026-08-2\n.*\nRättat .*\nSkäl: Fel projektkonto\.\n/);
    const after = (await ports.answers.find('SBN', AUGUST))?.answer;
    assert.deepEqual({ ...after, investments: before?.investments }, { ...before, investments: before?.investments });
    assert.deepEqual(after?.investments[0]?.outcome, kronor(1_900_000));
  });

  it('keeps no figure of another’s project, and no status of what it was not asked', async () => {
    const ports = await aMunicipality({ agreed: [measure, anAgreedMeasure('SKOLANS')] });
    const form = await answered(ports);

    await form.press(
      'saveOutcome',
      {},
      {
        [`i_1_${investmentOutcomeOf('Ny skola i Sunnerby')}`]: '1',
        i_1_investoutcome_0_0: '1',
        i_1_status_SKOLANS: 'done',
        'i_1_status_UPPDRAG-2': 'done',
      },
    );

    const { answer } = (await ports.answers.find('SBN', AUGUST)) ?? assert.fail();
    assert.deepEqual(
      answer.investments.map(({ project }) => project),
      [PATH],
    );
    assert.ok(answer.work.every(({ workId }) => workId !== 'SKOLANS' && workId !== 'UPPDRAG-2'));
  });
});

describe('An agreed measure in the months that follow', () => {
  it('is asked for in the usual month’s one card until it is said to be done', async () => {
    const ports = await aMunicipality();
    await (await answered(ports)).press('saveOutcome', { status_VINTER: 'ongoing' });
    ports.clock.moveTo('2026-10-06T09:00:00+02:00');
    const form = await his(ports, ulf, '2026-09');

    const month = await form.press('openForm');
    assert.match(month, /^Månadsuppföljning januari–september 2026/);
    assert.doesNotMatch(month, /Sida|Investering|Uppdrag från/);
    assert.match(
      month,
      /Åtgärder från gemensam genomgång\n.*\nÅtgärd: Upphandla vinterväghållningen på nytt \[ongoing\]/,
    );
    assert.match(month, /Ansvarig: Siv Ek \\<chef\\>\. Ska vara klar 31 oktober 2026\./);

    const typed = { ...(await economy(ports, '2026-09')), ...filledIn, status_VINTER: 'done' };
    assert.match(await form.press('saveOutcome', typed), /Upphandla vinterväghållningen på nytt: klar/);
    ports.clock.moveTo('2026-11-05T09:00:00+01:00');
    const next = await his(ports, ulf, '2026-10');
    assert.doesNotMatch(await next.press('openForm'), /vinterväghållningen/);
  });

  it('that is agreed while the form is on the screen is asked for before it is stored, and nothing typed is lost', async () => {
    const ports = await aMunicipality({ agreed: [] });
    ports.clock.moveTo('2026-10-06T09:00:00+02:00');
    const form = await his(ports, ulf, '2026-09');
    assert.doesNotMatch(await form.press('openForm'), /vinterväghållningen/);
    await ports.reports.agree(measure);
    ports.clock.pass(60);

    const typed = { ...(await economy(ports, '2026-09')), ...filledIn };
    const asked = await form.press('saveOutcome', typed);

    assert.match(asked, /Svaret är inte sparat ännu\. En uppgift behöver ses över[\s\S]*Välj en status\./);
    assert.match(asked, /Kommentar till utfall och prognos \[Som väntat\.\]/);
    assert.match(await form.press('saveOutcome', { status_VINTER: 'ongoing' }), /^Kvitto SBN-2026-09-1/);
  });
});

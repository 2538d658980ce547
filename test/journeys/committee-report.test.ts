import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openStores, type Stores } from '../../src/compose-stores.ts';
import type { ReportEvent } from '../../src/domain/report-record.ts';
import { EXAMPLE_PLAN_FILE } from '../../src/local/example-plan.ts';
import { buttonOf, hasButton, inputOf, textOf } from '../support/card-view.ts';
import type { Card, Message } from '../support/fake-connector.ts';
import { type FileServer, startFileServer } from '../support/file-server.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { putInForce } from '../support/put-in-force.ts';
import { answerForm, typedFor } from '../support/reporting-year.ts';
import type { OnScreen, PressOptions, TeamsUser } from '../support/teams-user.ts';

const SEPTEMBER = new Date('2026-09-04T09:00:00+02:00');
const SUMMARY = 'Vi håller **inte** budgeten. <b>Se</b> =SUMMA(A1:A9)\n- fler barn än väntat';
const WHY = 'Skriv vad vi gör åt underskottet, och när det ger effekt.';

/** The example plan before anybody had reported August. */
function planBeforeAugust(): string {
  const file = JSON.parse(readFileSync(EXAMPLE_PLAN_FILE, 'utf8')) as {
    current: { outcomes: readonly { readonly period: string }[] };
  };
  const outcomes = file.current.outcomes.filter(({ period }) => period < '2026-08');
  return JSON.stringify({ ...file, current: { ...file.current, outcomes } });
}

describe('the interim report of the school committee, on its way to a signature', function () {
  this.timeout(90_000);

  let town: Municipality;
  let sharePoint: FileServer;
  let stores: Stores;
  let eva: TeamsUser;
  let per: TeamsUser;
  /** The report as Eva and as Per have it on their screens. */
  let evas: OnScreen;
  let pers: OnScreen;
  /** Per's card from before Eva changed a text. */
  let stale: OnScreen;
  /** The file that Per was offered. */
  let offer: Message;

  before(async () => {
    const clock = { now: () => SEPTEMBER };
    sharePoint = await startFileServer();
    town = await openMunicipality({
      clockStarts: SEPTEMBER,
      putPlanInForce: async (storage) => {
        stores = await openStores({ connectionString: storage }, clock);
        await putInForce(stores, clock, planBeforeAugust());
      },
    });
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    per = town.person('forvaltningschef.bun@styrmodell.example', 'Per Holm');
    await Promise.all([eva.install(), per.install()]);
  });
  after(async () => {
    await Promise.all([town?.close(), sharePoint?.close()]);
  });

  /** The report that a person gets for something that she writes; word of a next step may come in between. */
  async function ask(person: TeamsUser, words: string): Promise<OnScreen> {
    const before = person.sees().length;
    await person.say(words);
    return until(`an answer to ${words}`, () => {
      const shown = person.sees().slice(before);
      const report = shown.find(({ card }) => card && textOf(card).startsWith('Delårsrapport'));
      return report?.card && { activityId: report.activityId, card: report.card };
    });
  }

  async function press(person: TeamsUser, on: OnScreen, options: PressOptions): Promise<OnScreen> {
    const reply = await person.press(on, options);
    assert(reply.card, `No card: ${reply.status} ${reply.text}`);
    return { ...on, card: reply.card };
  }

  function says(card: Card, ...lines: readonly string[]): void {
    const text = textOf(card);
    for (const line of lines) assert.ok(text.includes(line), `${line} is missing in:\n${text}`);
  }

  async function events(): Promise<readonly ReportEvent[]> {
    return stores.reports.history('BUN', '2026-08');
  }

  it('says that nothing is reported, and how to do it', async () => {
    evas = await ask(eva, 'rapporten');

    says(evas.card, 'Delårsrapport januari–augusti 2026, Barn- och utbildningsnämnden', 'Formuläret är inte besvarat.');
    says(evas.card, 'Nämnden har inte rapporterat ännu.', '(Öppna formuläret)', 'Exempeldata:');
    assert.equal(hasButton(evas.card, 'handInReport'), false);
  });

  it('has the form’s figures, grades and work when the reporter has answered, and a button to hand it in', async () => {
    const typed = await typedFor(stores, 'BUN', '2026-08', { spent: 1.02, believed: 1.02 });
    await answerForm(eva, '2026-08', typed);

    evas = await press(eva, evas, { verb: 'showReport', data: { s: 0 } });

    says(evas.card, 'Prognos för helåret: underskott', 'av Eva Ek.', '(Lämna in)', '(Skriv text)', '(Ändra siffror)');
    const goals = await press(eva, evas, { verb: 'showReport', data: { s: 1 } });
    says(goals.card, 'Bedöms målen nås?', 'Så går det med');
  });

  it('keeps a text that is far too long as far as the card can carry it, and says so at the field', async () => {
    const form = await press(eva, evas, { verb: 'writeReport' });
    says(form.card, 'Sammanfattning', 'Text 1 av 4.');

    const again = await press(eva, form, {
      verb: 'saveReportText',
      inputs: { summary: 'Orden räcker. '.repeat(15_000) },
    });

    says(again.card, 'Högst 4 000 tecken (nu 210 000)', 'Texten var för lång: bara början står kvar här.');
    assert.match(inputOf(again.card, 'summary').value, /^Orden räcker\. Orden räcker\. /);
    assert.deepEqual(await events(), []);
  });

  it('asks about what looks like a personal number, and takes the answer', async () => {
    const form = await press(eva, evas, { verb: 'writeReport', data: { s: 3 } });
    const staff = 'Rektorn (19811218-9876) har slutat.';

    const asked = await press(eva, form, { verb: 'saveReportText', inputs: { staff } });

    says(asked.card, 'Ser ut som ett personnummer eller kortnummer. Ta bort det ur texten.');
    assert.equal(inputOf(asked.card, 'staff').value, staff);
    assert.deepEqual(await events(), []);
  });

  it('stores a text as it is written, shows it as such, and goes on to the next', async () => {
    const form = await press(eva, evas, { verb: 'writeReport' });
    const next = await press(eva, form, { verb: 'saveReportText', inputs: { summary: SUMMARY } });
    says(next.card, 'Texten ”Sammanfattning” är sparad.', 'Händelser av väsentlig betydelse', 'Text 2 av 4.');

    const inputs = { events: 'Två förskolor har öppnat.' };
    evas = await press(eva, next, { verb: 'saveReportText', inputs, data: { s: 4 } });

    says(evas.card, 'Texten ”Händelser av väsentlig betydelse” är sparad.', 'Inte skrivet: Förväntad utveckling');
    says(evas.card, String.raw`Vi håller \*\*inte\*\* budgeten. \<b\>Se\</b\> =SUMMA(A1:A9)`);
    const record = await stores.reports.find('BUN', '2026-08');
    assert.equal(record?.texts.summary, SUMMARY);
  });

  it('is not shown to another committee’s people before it is handed in', async () => {
    const sanna = town.person('rapportor.sn@styrmodell.example', 'Sanna Sol');
    await sanna.install();

    const read = await sanna.press(evas, { verb: 'showReport' });
    const written = await sanna.press(evas, { verb: 'handInReport' });

    for (const reply of [read, written]) assert.match(reply.text, /finns inte, eller så får du inte göra det med den/);
  });

  it('is handed in by its reporter, once however often she presses', async () => {
    const pressed = eva.pressed(evas, { verb: 'handInReport' });

    const replies = [await eva.send(pressed), await eva.send(pressed)];

    for (const { card } of replies) says(card as Card, 'Inlämnad 4 september 2026', 'Väntar på attest');
    assert.deepEqual(
      (await events()).map(({ deed }) => deed),
      ['write', 'write', 'hand-in'],
    );
    assert.ok(!hasButton(replies[0]?.card as Card, 'signReport'), 'She does not sign her own');
    evas = { ...evas, card: replies[1]?.card as Card };
  });

  it('can be signed by nobody who is not its approver, whatever buttons they have', async () => {
    pers = await ask(per, 'vår delårsrapport');
    says(pers.card, 'Inlämnad 4 september 2026', 'av Eva Ek', '(Attestera)', '(Sänd tillbaka …)');
    const director = town.person('kommundirektor@styrmodell.example', 'Dan Dahl');
    await director.install();

    const managers = await director.press(pers, { verb: 'signReport' });
    const reporters = await eva.press(pers, { verb: 'signReport' });

    for (const reply of [managers, reporters]) assert.match(reply.text, /får du inte göra det med den/);
    says((await ask(director, 'rapport BUN augusti')).card, 'Väntar på attest');
    assert.equal((await events()).at(-1)?.deed, 'hand-in');
  });

  it('is not signed as it was before somebody changed a text: the card is shown anew', async () => {
    stale = pers;
    const form = await press(eva, evas, { verb: 'writeReport', data: { s: 2 } });
    const outlook = 'Antalet barn väntas öka.';
    evas = await press(eva, form, { verb: 'saveReportText', inputs: { outlook }, data: { s: 4 } });

    pers = await press(per, stale, { verb: 'signReport' });

    says(pers.card, 'Rapporten har ändrats sedan du öppnade kortet. Inget är gjort.');
    assert.equal((await events()).at(-1)?.deed, 'write');
  });

  it('is handed in again after the change, and sent back with a reason, not without', async () => {
    evas = await press(eva, evas, { verb: 'handInReport' });
    pers = await press(per, pers, { verb: 'showReport', data: { s: 0 } });
    const form = await press(per, pers, { verb: 'askSendBack' });

    const again = await press(per, form, { verb: 'sendBackReport', inputs: { why: ' . ' } });
    says(again.card, 'Skriv vad som behöver ändras');
    pers = await press(per, again, { verb: 'sendBackReport', inputs: { why: WHY } });

    says(pers.card, 'Rapporten är återsänd.', 'Återsänd 4 september 2026', `Skäl: ”${WHY}”`);
    assert.equal((await events()).at(-1)?.why, WHY);
    assert.equal(hasButton(pers.card, 'signReport'), false);
  });

  it('tells the reporter why, who changes the text and hands it in again', async () => {
    evas = await ask(eva, 'rapporten');
    says(evas.card, 'Återsänd 4 september 2026', `Skäl: ”${WHY}”`, '(Lämna in igen)');
    const form = await press(eva, evas, { verb: 'writeReport', data: { s: 0 } });
    assert.equal(inputOf(form.card, 'summary').value, SUMMARY);

    const summary = `${SUMMARY}\nVi samordnar vikarierna från oktober.`;
    evas = await press(eva, form, { verb: 'saveReportText', inputs: { summary }, data: { s: 4 } });
    evas = await press(eva, evas, { verb: 'handInReport' });

    says(evas.card, 'Rapporten är inlämnad.');
  });

  it('keeps what is typed when the report has changed under the form', async () => {
    const old = await press(per, await ask(per, 'rapporten'), { verb: 'writeReport', data: { s: 1 } });
    const form = await press(eva, evas, { verb: 'writeReport', data: { s: 1 } });
    evas = await press(eva, form, {
      verb: 'saveReportText',
      inputs: { events: 'Tre förskolor har öppnat.' },
      data: { s: 4 },
    });

    const again = await press(per, old, { verb: 'saveReportText', inputs: { events: 'En förskola har öppnat.' } });

    says(again.card, 'Rapporten har ändrats sedan du öppnade kortet.', 'Sparat: Tre förskolor har öppnat.');
    assert.equal(inputOf(again.card, 'events').value, 'En förskola har öppnat.');
    evas = await press(eva, evas, { verb: 'handInReport' });
  });

  it('is signed by the approver as it was shown, once', async () => {
    pers = await ask(per, 'rapporten');
    const pressed = per.pressed(pers, { verb: 'signReport' });

    const replies = await Promise.all([per.send(pressed), per.send(pressed)]);

    for (const { card } of replies) says(card as Card, 'Attesterad 4 september 2026', 'av Per Holm.');
    assert.deepEqual((await events()).filter(({ deed }) => deed === 'sign').length, 1);
    const shown = per.sees().findLast(({ card }) => card && textOf(card).includes('Attesterad'));
    assert.ok(shown, 'It stands there when the chat is opened again');
  });

  it('has to be signed again when a figure is changed afterwards', async () => {
    const typed = await typedFor(stores, 'BUN', '2026-08', { spent: 1.02, believed: 1.03 });
    await eva.say('rätta augusti för BUN');
    await answerForm(eva, '2026-08', typed);

    says((await ask(per, 'rapporten')).card, 'men ändrad sedan dess. Den behöver attesteras igen.');
  });

  it('is a document for those who may read it, made anew when they accept it', async () => {
    const { text } = await per.press(pers, { verb: 'getReport', data: { s: 1 } });
    assert.equal(text, 'Svaret står i nästa meddelande.');
    offer = await until('an offered file', () => offerTo(per));
    const [{ name }] = offer.attachments as [{ name: string }];
    assert.equal(name, 'Delårsrapport januari–augusti 2026 BUN.pdf');

    await per.answerOffer(offer, 'accept', sharePoint.link({ bytes: Buffer.from('{}'), status: 201 }));

    const put = await until('the file', () => sharePoint.calls.find(({ method }) => method === 'PUT'));
    assert.equal(put.body.subarray(0, 5).toString('latin1'), '%PDF-');
  });

  it('is no document for a stranger who takes over somebody else’s offer', async () => {
    const puts = sharePoint.calls.length;
    const stranger = town.person('okand@styrmodell.example', 'Okänd');
    await stranger.install();

    await stranger.answerOffer(offer, 'accept', sharePoint.link({ bytes: Buffer.from('{}'), status: 201 }));

    assert.match(stranger.sees().at(-1)?.text ?? '', /finns inte, eller så får du inte/);
    assert.equal(sharePoint.calls.length, puts);
  });

  it('is in a channel only spoken of: what is not approved is asked for in one’s own chat', async () => {
    await eva.install(town.channel);
    await eva.say('<at>Styrmodellen</at> rapport BUN', town.channel);

    const reply = await until('an answer in the channel', () =>
      town.channelShows().find(({ text }) => text?.includes('godkänt')),
    );

    assert.match(reply.text ?? '', /bara rapporter som fullmäktige har godkänt/);
    const copied = await eva.send(eva.pressed(evas, { verb: 'showReport' }), town.channel);
    assert.match(copied.text, /visar jag bara i vår egen chatt/);
  });

  it('carries nothing but the report’s name, its revision and its mark on a button', () => {
    assert.deepEqual(Object.keys(buttonOf(evas.card, 'showReport').data), ['v', 'p', 'r', 's', 'm']);
    assert.equal(buttonOf(evas.card, 'showReport').data.p, 'BUN 2026-08');
  });
});

/** The newest message, when it offers a file. */
function offerTo(person: TeamsUser): Message | undefined {
  const newest = person.sees().at(-1)?.versions.at(-1);
  const [attachment] = (newest?.attachments ?? []) as { contentType?: string }[];
  return attachment?.contentType?.endsWith('file.consent') ? newest : undefined;
}

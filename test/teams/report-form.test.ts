import assert from 'node:assert/strict';
import { typedFields } from '../../cards/input-ids.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { aStoredAnswer, exampleFile } from '../support/builders.ts';
import { inputsOf } from '../support/card-view.ts';
import type { Card } from '../support/fake-connector.ts';
import { type FakePorts, inMemoryPorts } from '../support/fakes.ts';
import { AUGUST, reader } from '../support/form-reader.ts';

const eva = 'rapportor.bun@styrmodell.example';
const dag = 'ersattare.bun@styrmodell.example';
const controller = 'controller@styrmodell.example';

/** A report of the school committee that nothing is strange about, by the beginning of a field's name. */
const filledIn: Readonly<Record<string, string>> = {
  outcome_FORSKOLA: '131 210',
  outcome_GRUNDSKOLA: '288 668',
  outcome_OVRIGT: '17 493',
  indicator_: '50',
  comment: 'Som väntat.',
  motivation_: 'Så är det.',
};

/** The example municipality on the second day of its interim report, before anybody has answered. */
function aMunicipality(change: (document: PlanDocument) => Partial<PlanDocument> = () => ({})) {
  const { current } = exampleFile();
  const document = { ...current, outcomes: current.outcomes.filter(({ period }) => period < AUGUST) };
  const ports = inMemoryPorts({ now: '2026-09-04T09:00:00+02:00' });
  ports.plans.use({ ...document, ...change(document) });
  return ports;
}

async function motivations(ports: FakePorts): Promise<string[]> {
  const stored = await ports.answers.find('BUN', AUGUST);
  return stored?.answer.goals.map(({ motivation }) => motivation) ?? [];
}

describe('A report that two people fill in at once', () => {
  it('is shown with both answers, and replaced only by choice, with all pages as the second had them', async () => {
    const ports = aMunicipality();
    const [hers, his] = [await reader(ports, eva), await reader(ports, dag)];
    await hers.fillIn({ ...filledIn, motivation_: 'Evas skäl.', outcome_OVRIGT: '17 600' });
    await his.fillIn({ ...filledIn, motivation_: 'Dags skäl.' });
    assert.match(await his.press('saveOutcome'), /^Kvitto BUN-2026-08-1/);

    const first = await hers.press('saveOutcome');
    assert.match(first, /Sida 1 av 5: Ekonomi/);
    assert.match(first, /Det som skiljer finns på sida 1, 3 och 4\./);
    assert.match(first, /Sparat: 17 493/);
    const second = await hers.press('showPage', {}, { s: 2 });
    assert.match(second, /Sparat: Dags skäl\./);
    assert.deepEqual(new Set(await motivations(ports)), new Set(['Dags skäl.']));

    assert.match(await hers.press('saveOutcome'), /^Kvitto BUN-2026-08-2/);
    assert.deepEqual(new Set(await motivations(ports)), new Set(['Evas skäl.']));
    assert.deepEqual((await ports.answers.findRevision('BUN', AUGUST, 1))?.reporter.upn, dag);
  });

  it('is the first one’s where the second had typed nothing', async () => {
    const ports = aMunicipality();
    const [hers, his] = [await reader(ports, eva), await reader(ports, dag)];
    await hers.press('openForm');
    await his.fillIn(filledIn);
    await his.press('saveOutcome');

    await hers.press('showPage', { ...filledIn, outcome_OVRIGT: '17 600' });
    assert.match(await hers.press('saveOutcome'), /^Kvitto BUN-2026-08-2/);

    assert.deepEqual(new Set(await motivations(ports)), new Set(['Så är det.']));
  });

  it('is left as it is stored when the second keeps that, and nothing of hers comes back', async () => {
    const ports = aMunicipality();
    const [hers, his] = [await reader(ports, eva), await reader(ports, dag)];
    await hers.fillIn({ ...filledIn, motivation_: 'Evas skäl.' });
    await his.fillIn(filledIn);
    await his.press('saveOutcome');
    await hers.press('saveOutcome');

    assert.match(await hers.press('keepStored'), /^Kvitto BUN-2026-08-1/);

    await hers.press('changeOutcome');
    assert.match(await hers.press('showPage', {}, { s: 2 }), /motivering \[Så är det\.\]/);
  });
});

describe('A correction that is stored from the page that it was opened on', () => {
  it('gives its receipt however often the press comes, and not a conflict with itself', async () => {
    const ports = aMunicipality();
    const his = await reader(ports, dag);
    await his.fillIn(filledIn);
    await his.press('saveOutcome');
    await his.press('changeOutcome');
    const { card } = his;
    await his.press('saveOutcome', { outcome_OVRIGT: '17 600' });

    his.card = card;
    assert.match(await his.press('saveOutcome', { outcome_OVRIGT: '17 600' }), /^Kvitto BUN-2026-08-2\n/);
    his.card = card;
    assert.match(await his.press('saveOutcome', { outcome_OVRIGT: '17 700' }), /\(kvitto BUN-2026-08-2\)/);

    ports.clock.pass(60 * 86_400);
    his.card = card;
    assert.match(await his.press('saveOutcome', { outcome_OVRIGT: '17 600' }), /^Kvitto BUN-2026-08-2\n/);
    his.card = card;
    assert.match(await his.press('saveOutcome', { outcome_OVRIGT: '17 700' }), /är låst/);
    assert.equal((await ports.answers.find('BUN', AUGUST))?.revision, 2);
  });
});

describe('What was typed in a form', () => {
  const plainMonth = () =>
    aMunicipality(({ followUpPlan }) => ({
      followUpPlan: followUpPlan.map((followUp) => ({ ...followUp, asks: ['finance', 'indicators'] })),
    }));

  it('stands in the chat when it is opened again, once it is saved as a draft', async () => {
    const his = await reader(plainMonth(), dag);
    await his.press('openForm');
    assert.equal(his.lasting, false);

    assert.match(await his.press('saveDraft', { outcome_OVRIGT: '17 493' }), /Utkastet är sparat/);

    assert.equal(his.lasting, true);
  });

  it('is kept when its reader says that she is away instead', async () => {
    const ports = plainMonth();
    const hers = await reader(ports, eva);
    await hers.press('openForm');

    assert.match(await hers.press('askAbsence', { outcome_OVRIGT: '17 493' }), /^När är du borta\?/);

    const again = await reader(ports, eva);
    assert.match(await again.press('openForm'), /Övrigt: utfall jan–aug, tkr \[17 493\]/);
  });

  it('is laid over her draft then, and empties nothing in it', async () => {
    const ports = plainMonth();
    const [hers, older] = [await reader(ports, eva), await reader(ports, eva)];
    await hers.press('openForm');
    await older.press('openForm');
    await hers.press('saveDraft', { outcome_FORSKOLA: '131 210', forecast_FORSKOLA: '200 000' });

    await older.press('askAbsence', { outcome_OVRIGT: '17 493' });

    const { typed } = (await ports.answers.findDraft('BUN', AUGUST, `oid of ${eva}`)) ?? {};
    assert.deepEqual(
      [typed?.outcome_FORSKOLA, typed?.forecast_FORSKOLA, typed?.outcome_OVRIGT],
      ['131 210', '200 000', '17 493'],
    );
  });

  it('is nothing in a form that nobody has touched: no draft is made of what stands there by itself', async () => {
    const ports = plainMonth();
    const hers = await reader(ports, eva);
    await hers.press('openForm');

    await hers.press('askAbsence');

    assert.equal(await ports.answers.findDraft('BUN', AUGUST, `oid of ${eva}`), undefined);
  });

  it('is kept in nobody’s form but her own', async () => {
    const ports = plainMonth();
    const [hers, his] = [await reader(ports, eva), await reader(ports, dag)];
    await his.press('openForm');
    hers.card = his.card;

    await hers.press('askAbsence', { outcome_OVRIGT: '17 493' });

    for (const upn of [eva, dag])
      assert.equal(await ports.answers.findDraft('BUN', AUGUST, `oid of ${upn}`), undefined);
  });
});

describe('A report form in the hands of a client that can’t be trusted', () => {
  it('shows its first page for a page that it does not have', async () => {
    const his = await reader(aMunicipality(), dag);
    await his.press('openForm');

    for (const s of [99, -1, 1.5, '2', null, {}])
      assert.match(await his.press('showPage', {}, { s }), /Sida 1 av 5: Ekonomi/);
  });

  it('keeps nothing but its own fields', async () => {
    const ports = aMunicipality();
    const his = await reader(ports, dag);
    await his.press('openForm');

    await his.press('showPage', filledIn, { i_1_grade_OMSORG: 'FULL', i_1_status_toString: 'done', i_1_namnd: 'SN' });

    const { typed = {} } = (await ports.answers.findDraft('BUN', AUGUST, `oid of ${dag}`)) ?? {};
    assert.equal(typed.outcome_OVRIGT, '17 493');
    assert.deepEqual(
      Object.keys(typed).filter((name) => /OMSORG|toString|namnd/.test(name)),
      [],
    );
  });

  it('stores nothing of a card of another version, and keeps what was typed on all pages', async () => {
    const ports = aMunicipality();
    const his = await reader(ports, dag);
    await his.fillIn(filledIn);

    const text = await his.press('saveOutcome', {}, { v: 0 });

    assert.match(text, /Kortet var från en äldre version/);
    assert.equal(await ports.answers.find('BUN', AUGUST), undefined);
    assert.match(await his.press('showPage', {}, { s: 0 }), /Förskola: utfall jan–aug, tkr \[131 210\]/);
  });

  it('says so when what is typed is more than can be kept, and leaves the card as it is', async () => {
    const ports = aMunicipality();
    ports.answers.saveDraft = async () => false;
    const his = await reader(ports, dag);
    await his.press('openForm');
    const { card } = his;

    assert.match(await his.press('showPage', filledIn), /för långt för att sparas/);
    assert.equal(his.card, card);
  });
});

describe('A form that is opened from a list', () => {
  it('is the receipt once somebody has answered, unless its reader has begun to correct it', async () => {
    const ports = aMunicipality();
    const [hers, his] = [await reader(ports, eva), await reader(ports, dag)];
    await his.fillIn(filledIn);
    await his.press('saveOutcome');

    assert.match(await hers.press('openForm'), /^Kvitto BUN-2026-08-1/);

    await hers.press('changeOutcome');
    await hers.press('saveDraft', { comment: 'På väg.' });
    assert.match(await hers.press('openForm'), /Du ändrar det som är sparat[^(]*\(kvitto BUN-2026-08-1\)/);
  });

  it('has fields that no form in the same message had before', async () => {
    const ports = aMunicipality();
    const opened = async (): Promise<string[]> => {
      const hers = await reader(ports, dag);
      await hers.press('openForm');
      return inputsOf(hers.card as Card).map(({ id }) => id);
    };
    const before = await opened();
    ports.clock.pass(45);

    const after = await opened();

    assert.equal(after.length, before.length);
    assert.deepEqual(
      after.filter((id) => before.includes(id)),
      [],
    );
  });

  it('leads from the receipt to the next committee that its reader has been asked for', async () => {
    const ports = aMunicipality(({ contacts }) => ({
      contacts: [...contacts, { committee: 'SN', role: 'reporter', order: 3, upn: eva }],
    }));
    const asked = await ports.deliveries.ensure({ committeeId: 'SN', period: AUGUST, recipient: eva, kind: 'prompt' });
    await ports.deliveries.change(asked, { state: 'sent' });
    const place = { committeeId: 'SN', period: AUGUST, upn: eva, conversationId: `chat of ${eva}` };
    await ports.tickets.save({ promptId: asked.id, ...place });
    const hers = await reader(ports, eva);
    await hers.fillIn(filledIn);

    assert.match(await hers.press('saveOutcome'), /\(Öppna nästa: Socialnämnden\)/);
    assert.match(await hers.press('openForm'), /^Delårsuppföljning.*\nSocialnämnden\. Svara senast/);

    await ports.answers.save(aStoredAnswer({ committeeId: 'SN', period: AUGUST }), []);
    hers.card = undefined;
    assert.doesNotMatch(await hers.press('openForm'), /Öppna nästa/);
  });
});

describe('A report that a controller corrects', () => {
  it('is stored with the reason that is asked for on every page, and the receipt says it', async () => {
    const ports = aMunicipality();
    const [his, theirs] = [await reader(ports, dag), await reader(ports, controller)];
    await his.fillIn(filledIn);
    await his.press('saveOutcome');
    await theirs.press('changeOutcome');
    await theirs.press('showPage', { outcome_OVRIGT: '17 600' }, { s: 4 });

    assert.match(await theirs.press('saveOutcome'), /Skriv varför uppgiften rättas/);
    const receipt = await theirs.press('saveOutcome', { reason: 'Fel belopp från ekonomisystemet.' });

    assert.match(receipt, /^Kvitto BUN-2026-08-2\n.*\nRättat .*\nSkäl: Fel belopp från ekonomisystemet\.\n/);
    const stored = await ports.answers.find('BUN', AUGUST);
    assert.deepEqual(
      [stored?.correctionReason, stored?.answer.goals.length, stored?.reporter.upn],
      ['Fel belopp från ekonomisystemet.', 5, controller],
    );
  });

  it('says so when nothing but the reason is new: it has not been kept', async () => {
    const ports = aMunicipality();
    const [his, theirs] = [await reader(ports, dag), await reader(ports, controller)];
    await his.fillIn(filledIn);
    await his.press('saveOutcome');
    await theirs.press('changeOutcome');

    const receipt = await theirs.press('saveOutcome', { reason: 'Fel belopp från ekonomisystemet.' });

    assert.match(
      receipt,
      /^Kvitto BUN-2026-08-1\n[\s\S]*\nInget var ändrat, så varken svaret eller skälet är sparat\./,
    );
    assert.equal((await ports.answers.find('BUN', AUGUST))?.revision, 1);
  });

  it('asks its reporters for no reason', async () => {
    const ports = aMunicipality();
    const his = await reader(ports, dag);
    await his.press('openForm');

    const names = Object.keys(
      typedFields(Object.fromEntries(inputsOf(his.card as Card).map(({ id }) => [id, '']))).typed,
    );

    assert.ok(names.includes('comment'));
    assert.ok(!names.includes('reason'));
  });
});

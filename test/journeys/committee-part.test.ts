import assert from 'node:assert/strict';
import { openStores } from '../../src/compose-stores.ts';
import { planFiles } from '../../src/documents/plan-files.ts';
import { type CommitteePart, mergePart, partOf } from '../../src/domain/committee-part.ts';
import type { PlanFile } from '../../src/domain/plan-document.ts';
import { adoptProblems } from '../../src/texts.ts';
import { hasButton, textOf } from '../support/card-view.ts';
import { type FileServer, startFileServer } from '../support/file-server.ts';
import { type Municipality, openMunicipality } from '../support/municipality.ts';
import { cardOf } from '../support/owed-october.ts';
import type { Reply, TeamsUser } from '../support/teams-user.ts';

const NAME = 'BUN verksamhetsplan.xlsx';

describe('a committee that works out its own part of the plan', function () {
  this.timeout(60_000);

  let town: Municipality;
  let sharePoint: FileServer;
  let controller: TeamsUser;
  let eva: TeamsUser;
  let chief: TeamsUser;
  let handInPress: Record<string, unknown>;

  before(async () => {
    [town, sharePoint] = await Promise.all([openMunicipality(), startFileServer()]);
    await town.start();
    controller = town.person('controller@styrmodell.example', 'Carin Control');
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    chief = town.person('forvaltningschef.bun@styrmodell.example', 'Bo Berg');
    await Promise.all([controller, eva, chief].map((person) => person.install()));
  });
  after(async () => {
    await Promise.all([town?.close(), sharePoint?.close()]);
  });

  it('gets it as a workbook that holds what the plan has of it', async () => {
    const reading = await planFiles.read(await planFiles.writePart(await plan(), 'BUN'), NAME);

    assert.deepEqual(reading.problems, []);
    assert.deepEqual(reading.content, { kind: 'part', part: partOf((await plan()).current, 'BUN') });
  });

  it('is told what is missing, with sheet and row, and nothing is kept', async () => {
    const text = await shownFor(await workbookOf((part) => part));

    assert.match(text, /3 fel\. Rätta i filen och skicka den igen:/);
    assert.match(text, /Aktiviteter, rad 2, kolumn Ansvarig: Aktiviteten Rekrytera .* saknar ansvarig/);
    assert.equal(hasButton(eva.newestCard().card, 'handInPart'), false);
    assert.equal((await town.rows('Plans', "RowKey eq 'upload'")).length, 0);
  });

  it('is told in words when its budget is one krona off the frame', async () => {
    const text = await shownFor(await workbookOf((part) => withBudgets(withOwners(part), 1)));

    assert.match(text, /1 fel\./);
    assert.match(text, /Internbudget 2026: 676 002 001 kr, 1 kr över ramen 676 002 000 kr\./);
    assert.equal(hasButton(eva.newestCard().card, 'handInPart'), false);
  });

  it('sees what it holds and how it contributes before it is handed in', async () => {
    const text = await shownFor(await workbookOf(workedOut));

    assert.match(text, /^Verksamhetsplan för Barn- och utbildningsnämnden\n/);
    assert.match(text, /Internbudget 2026: 676 002 000 kr, lika med ramen\./);
    assert.match(text, /Alla barn och ungdomar växer upp .*: 2 nämndmål, 2 åtaganden, 1 indikator/);
    assert.match(text, /Nämnden bidrar inte till målet Nynäshamn växer som kommun\./);
    assert.equal(text.match(/bidrar inte till/g)?.length, text.match(/: inget ännu/g)?.length);
    assert.equal((await parts()).length, 0);
  });

  it('can’t be put in force as if it were the whole plan', async () => {
    const refused = await eva.send(withVerb(eva.pressed(eva.newestCard(), { verb: 'handInPart' }), 'importPlan'));

    assert.match(refused.text, /^Kortet gäller inte dig/);
    assert.equal((await (await stores()).plans.versions()).length, 1);
  });

  it('is handed in once, however often the button is pressed', async () => {
    const press = eva.pressed(eva.newestCard(), { verb: 'handInPart' });
    handInPress = press;

    const replies = await Promise.all(Array.from({ length: 5 }, () => eva.send(press)));

    const [first] = replies;
    for (const reply of replies) assert.deepEqual(cardOf(reply), first && cardOf(first));
    assert.match(
      shown(first),
      /^Verksamhetsplanen är inlämnad\nBarn- och utbildningsnämnden\nInlämnad 5 november 2026/,
    );
    assert.doesNotMatch(shown(first), /Registrera nämndens beslut/);
    assert.equal((await town.rows('Plans', "PartitionKey eq 'part|2026-2029' and RowKey ge 'log'")).length, 1);
    assert.equal((await parts())[0]?.handedInBy, eva.upn);
  });

  it('is handed in anew with another file, and the old card then shows what came last', async () => {
    const old = eva.newestCard();
    await shownFor(await workbookOf(renamed));
    assert.match(
      textOf(eva.newestCard().card),
      /Tar platsen för det som rapportor\.bun@styrmodell\.example lämnade in/,
    );
    await eva.press(eva.newestCard(), { verb: 'handInPart' });
    const [newest] = await parts();

    const pressed = await eva.press(old, { verb: 'handInPart' });

    assert.match(shown(pressed), /^Verksamhetsplanen är inlämnad/);
    assert.deepEqual(await parts(), [newest]);
    assert.equal(newest?.part.commitments[0]?.name, 'Läsa och skriva');
  });

  it('changes nothing of the plan before the committee has decided', async () => {
    assert.equal((await (await stores()).plans.versions()).length, 1);
  });

  it('shows the controller who is missing', async () => {
    await controller.say('Vilka har lämnat in?');

    const text = textOf(controller.newestCard().card);
    assert.match(text, /1 av 6 nämnder har lämnat in\. 0 av 6 är antagna\./);
    assert.match(text, /Saknas: Kommunstyrelsen, Socialnämnden, Kultur- och fritidsnämnden/);
    assert.match(text, /Väntar på nämndens beslut\. Inlämnad 5 november 2026 .* av rapportor\.bun@styrmodell\.example/);
  });

  it('is no other committee’s to hand in, and another committee’s people see only their own', async () => {
    const sara = town.person('rapportor.sn@styrmodell.example', 'Sara Sund');
    await sara.sendFiles([{ name: NAME, link: sharePoint.link({ bytes: await workbookOf(workedOut) }) }]);
    assert.match(sara.sees().at(-1)?.text ?? '', /^Nämndens del lämnas in av nämndens rapportör/);

    await sara.say('vilka har lämnat in');
    assert.doesNotMatch(textOf(sara.newestCard().card), /Barn- och utbildningsnämnden/);
    const manager = town.person('kommundirektor@styrmodell.example', 'Kim Kall');
    for (const outsider of [manager, town.person('annan@styrmodell.example', 'Ann Annan')]) {
      await outsider.say('vilka har lämnat in');
      assert.match(outsider.sees().at(-1)?.text ?? '', /^Det visar jag för controllern, administratören och nämndens/);
    }
    await sara.say('vilka har lämnat in', town.channel);
    assert.match(town.channelShows().at(-1)?.text ?? '', /^Fråga i vår egen chatt/);
  });

  it('is adopted by nobody but its approver and the controller', async () => {
    await chief.say('vilka har lämnat in');
    const ask = chief.pressed(chief.newestCard(), { verb: 'askAdoption' });

    for (const action of ['askAdoption', 'adoptPart']) {
      const refused = await eva.send(withVerb(ask, action));
      assert.match(refused.text, /^Kortet gäller inte dig/);
    }
    assert.equal((await (await stores()).plans.versions()).length, 1);
  });

  it('bad-097 is found by no id that somebody made up', async () => {
    await chief.say('vilka har lämnat in');

    for (const p of ['finns-inte', "' or PartitionKey ne '", '../current', 'BUN', 'x'.repeat(10_240), '', 5, null]) {
      const refused = await chief.press(chief.newestCard(), { verb: 'askAdoption', data: { p } });
      assert.equal(refused.text, adoptProblems.NOT_YOUR_PART);
    }
  });

  it('bad-107 is not adopted from a card that was forwarded to where others read', async () => {
    await chief.say('vilka har lämnat in');
    const ask = chief.pressed(chief.newestCard(), { verb: 'askAdoption' });

    for (const action of ['askAdoption', 'adoptPart']) {
      const refused = await chief.send(withVerb(ask, action), town.channel);
      assert.match(refused.text, /^Öppna kortet i din egen chatt med mig\. Skriv "vilka har lämnat in" där/);
    }
    const eavesdropped = await eva.send(ask, town.channel);
    assert.match(eavesdropped.text, /^Kortet gäller inte dig/);
    assert.equal((await (await stores()).plans.versions()).length, 1);
  });

  it('asks for the day and the paragraph, and keeps what was typed when the day has not been', async () => {
    const asked = await chief.press(chief.newestCard(), { verb: 'askAdoption' });
    const form = { activityId: chief.newestCard().activityId, card: cardOf(asked) };
    const inputs = { date: '2026-12-09', paragraph: '§ 112' };

    const again = await chief.press(form, { verb: 'adoptPart', inputs });

    assert.match(shown(again), /Dagen ligger framåt i tiden/);
    assert.match(shown(again), /Nämndens beslutsdag \[2026-12-09\]\nParagraf \[§ 112\]/);
    const old = await chief.press(form, {
      verb: 'adoptPart',
      inputs: { date: '2026-11-04', paragraph: '§ 112' },
      data: { v: 0 },
    });
    assert.match(shown(old), /^Registrera nämndens beslut\n/);
    const second = { activityId: form.activityId, card: cardOf(again) };
    const adopted = await chief.press(second, { verb: 'adoptPart', inputs: { date: '2026-11-04' } });
    assert.match(shown(adopted), /^Antagen 4 november 2026, § 112\n/);
    assert.deepEqual(
      cardOf(await chief.press(second, { verb: 'adoptPart', inputs: { date: '2026-11-04' } })),
      cardOf(adopted),
    );
  });

  it('is then the plan that everything reads', async () => {
    const { plans } = await stores();

    const [, version] = await plans.versions();
    assert.equal(version?.reason, 'Verksamhetsplan BUN antagen 2026-11-04, § 112');
    assert.equal(version?.validFrom, '2026-10');
    assert.equal((await plans.versions()).length, 2);
    const { current } = await plan();
    assert.deepEqual(current.operationalPlans, [{ committee: 'BUN', date: '2026-11-04', paragraph: '§ 112' }]);
    assert.equal(current.commitments.find(({ id }) => id === 'BUN-A1')?.activities[0]?.owner, 'Skolchefen');
  });

  it('and the monthly prompt asks about its new internal budget', async () => {
    await eva.say('visa formuläret');

    assert.match(textOf(eva.newestCard().card), /Förskola\nBudget helår: 202 802 tkr/);
  });

  it('shows as adopted to the controller', async () => {
    await controller.say('vilka har lämnat in');

    const text = textOf(controller.newestCard().card);
    assert.match(text, /1 av 6 nämnder har lämnat in\. 1 av 6 är antagna\./);
    assert.match(text, /Antagen 4 november 2026, § 112\./);
  });

  it('shows nothing more to a reporter who has left the roster, and presses the old card', async () => {
    const { plans } = await stores();
    const file = await plan();
    const contacts = file.current.contacts.filter(({ upn }) => upn !== eva.upn);
    const how = { validFrom: '2026-10', publishedBy: 'styr', reason: 'Eva slutar' } as const;
    await plans.publish({ ...file, current: { ...file.current, contacts } }, how, (await plans.versions()).length);
    await new Promise((resolve) => setTimeout(resolve, 6_000)); // the service reads the plan anew after five seconds

    const pressed = await eva.send(handInPress);

    assert.match(pressed.text, /^Nämndens del lämnas in av nämndens rapportör/);
    assert.equal(pressed.card, undefined);
  });

  it('leaves no words of the part in the log', () => {
    assert.doesNotMatch(town.service.output(), /Skolchefen|Rekrytera|§ 112/);
  });

  /** What the card says that answers Eva's file. */
  async function shownFor(bytes: Uint8Array): Promise<string> {
    await eva.sendFiles([{ name: NAME, link: sharePoint.link({ bytes }) }]);
    return textOf(eva.newestCard().card);
  }

  /** BUN's part as its people would send it back. */
  async function workbookOf(change: (part: CommitteePart) => CommitteePart): Promise<Uint8Array> {
    const { current, archive } = await plan();
    const changed = mergePart(current, change(partOf(current, 'BUN')));
    return planFiles.writePart({ current: changed, archive }, 'BUN');
  }

  async function plan(): Promise<PlanFile> {
    return (await (await stores()).plans.file()) ?? assert.fail();
  }

  async function parts(): ReturnType<Awaited<ReturnType<typeof openStores>>['parts']['list']> {
    return (await stores()).parts.list('2026-2029');
  }

  function stores(): ReturnType<typeof openStores> {
    return openStores({ connectionString: town.storage }, { now: () => town.now() });
  }
});

function shown(reply: Reply | undefined): string {
  return reply ? textOf(cardOf(reply)) : '';
}

function withVerb(activity: Record<string, unknown>, verb: string): Record<string, unknown> {
  const value = activity.value as { readonly action: object };
  return { ...activity, value: { ...value, action: { ...value.action, verb } } };
}

function withOwners(part: CommitteePart): CommitteePart {
  return {
    ...part,
    commitments: part.commitments.map((commitment) => ({
      ...commitment,
      activities: commitment.activities.map((activity) => ({ ...activity, owner: 'Skolchefen' })),
    })),
  };
}

/** A thousand kronor more to preschool, and so much less to the rest that it is off the frame by `offKr`. */
function withBudgets(part: CommitteePart, offKr: number): CommitteePart {
  const changes: Readonly<Record<string, number>> = { FORSKOLA: 1_000, OVRIGT: offKr - 1_000 };
  return {
    ...part,
    budgets: part.budgets.map(({ monthlyKr: _, ...budget }) => ({
      ...budget,
      netBudgetKr: budget.netBudgetKr + (changes[budget.businessArea] ?? 0),
    })),
  };
}

function renamed(part: CommitteePart): CommitteePart {
  const [first, ...others] = workedOut(part).commitments;
  return { ...workedOut(part), commitments: first ? [{ ...first, name: 'Läsa och skriva' }, ...others] : [] };
}

function workedOut(part: CommitteePart): CommitteePart {
  return withBudgets(withOwners(part), 0);
}

import assert from 'node:assert/strict';
import { findMunicipalReport } from '../../src/features/reporting/find-report.ts';
import type { FakePorts } from '../support/fakes.ts';
import { ReportUser, saidIn } from '../support/municipal-presses.ts';
import {
  clerk,
  controller,
  INTERIM,
  inReportPeriod,
  manager,
  otherController,
  reporter,
  signed,
  stranger,
  theReview,
  value,
} from '../support/report-period.ts';

const NOT_ALLOWED = /^Den rapporten finns inte, eller så får du inte göra det med den\./;
const held = { date: theReview.date, startsAt: '08:30', participants: 'KS', notes: 'Vi gick igenom allt.' };
const aMeasure = {
  ...{ committee: 'BUN', measure: 'Plan för budget i balans', owner: 'Eva Ek', dueOn: '2026-11-30', effect: '2 mnkr' },
};
const KEY = `municipality|${INTERIM}`;

/** Somebody with the report's card open. */
async function reportOf(ports: FakePorts, doer = controller): Promise<ReportUser> {
  const user = new ReportUser(ports, doer);
  await user.open();
  return user;
}

/** The controller has held the review. */
async function afterReview(ports = inReportPeriod()): Promise<{ ports: FakePorts; user: ReportUser }> {
  const user = await reportOf(ports);
  await user.press('showReview');
  await user.press('holdReview', { inputs: held });
  return { ports, user };
}

/** And has compiled the report. */
async function compiled(ports = inReportPeriod()): Promise<FakePorts> {
  const { user } = await afterReview(ports);
  await user.press('showMunicipalReport');
  await user.press('askCompile');
  await user.press('compileReport', { inputs: { registrationNumber: 'KS 2026/123' } });
  ports.clock.moveTo('2026-10-30T08:00:00+01:00');
  return ports;
}

describe('The municipality’s report in chat', () => {
  it('says where each committee is, what is missing and how many days are left, before anybody has answered', async () => {
    const user = await reportOf(inReportPeriod(), manager);

    assert.match(user.text, /^Kommunens delårsrapport januari–augusti 2026\n/);
    assert.match(user.text, /Under arbete\.\nNästa steg: bestäm dag för genomgången\.\n/);
    assert.match(user.text, /senast 31 oktober 2026: 51 dagar kvar\./);
    assert.match(user.text, /Barn- och utbildningsnämnden\nHar inte svarat\.\nSocialnämnden\nHar inte svarat\./);
    assert.match(user.text, /Summa nämndernas driftbudget \(inte kommunens resultat\)\nUtfall jan–aug: saknas/);
    assert.match(user.text, /Fullmäktiges mål\nNås: 0 av 1\n/);
  });

  it('has buttons for what its reader may do, and for nothing else', async () => {
    const ports = inReportPeriod();
    await signed(ports);

    assert.match((await reportOf(ports)).text, /\(Genomgången\)\n\(Bedöm målen\)\n\(Skriv texter\)\n\(Uppdatera\)$/);
    for (const reader of [manager, reporter, clerk]) {
      assert.match((await reportOf(ports, reader)).text, /\(Excel\)\n\(Uppdatera\)$/, reader.name);
    }
  });

  it('is not shown to people outside the roster, nor in other chats than one’s own', async () => {
    const ports = inReportPeriod();
    const user = await reportOf(ports);

    assert.match(saidIn(await new ReportUser(ports, stranger).open()), NOT_ALLOWED);
    assert.match(saidIn(await user.press('showReview', { personal: false })), /arbetar vi med i vår egen chatt/);
    assert.match(saidIn(await user.open('2026-13')), /^Kortet är inaktuellt\./);
    assert.match(saidIn(await user.open('2026-10')), /^Planen följer inte upp oktober 2026\.$/);
  });

  it('lets nobody do what is not theirs, whatever their client sends', async () => {
    const ports = inReportPeriod();
    const user = await reportOf(ports);
    const about = { v: 1, p: `municipality ${INTERIM}`, r: 0, m: (await markOf(ports)).slice(0, 16) };
    const forms = {
      saveReview: { i_1_date: '2026-09-09', i_1_participants: 'KS', i_1_notes: '' },
      holdReview: { i_1_date: '2026-09-09', i_1_participants: 'KS', i_1_notes: '' },
      agreeMeasure: { i_1_committee: 'BUN', i_1_measure: 'x1', i_1_owner: 'Eva', i_1_dueOn: '2026-11-30' },
      saveGrades: { s: 9, i_1_grade_SKOLA: 'NAS', i_1_motivation_SKOLA: 'Bra' },
      saveMunicipalText: { s: 4, i_1_summary: 'Bra' },
      compileReport: { i_1_registrationNumber: 'KS 1' },
      registerDecision: { i_1_date: '2026-09-09', i_1_paragraph: 'KF § 1' },
    } as const;

    for (const [verb, inputs] of Object.entries(forms)) {
      for (const doer of [manager, reporter, stranger]) {
        const answer = await new ReportUser(ports, doer).sendRaw(verb as keyof typeof forms, { ...about, ...inputs });
        assert.match(saidIn(answer), NOT_ALLOWED, `${verb} ${doer.name}`);
        const faulty = await new ReportUser(ports, doer).sendRaw(verb as keyof typeof forms, {
          ...about,
          i_1_summary: '',
        });
        assert.match(saidIn(faulty), NOT_ALLOWED, `${verb} ${doer.name}, empty`);
      }
    }
    for (const verb of ['showGrades', 'writeMunicipalText', 'askCompile', 'askDecision'] as const) {
      assert.match(saidIn(await new ReportUser(ports, manager).sendRaw(verb, about)), NOT_ALLOWED, verb);
    }
    assert.equal(ports.reports.records.size, 0);
    assert.ok(user.text.includes('Under arbete'));
  });

  it('answers a card of another version with the report as it is', async () => {
    const user = await reportOf(inReportPeriod());
    await user.press('showReview');

    await user.press('holdReview', { inputs: held, data: { v: 0 } });

    assert.match(user.text, /Under arbete\./);
  });

  it('comes as a file, of the version that the button names', async () => {
    const ports = await compiled();
    const user = await reportOf(ports, manager);

    const answer = await user.press('getMunicipalReport', { data: { s: 1 } });

    assert.equal(answer.kind, 'file');
    assert.deepEqual(answer.kind === 'file' && answer.offer.content.acceptContext, {
      ...{ kind: 'report', scope: 'municipality', period: INTERIM, format: 'pdf', version: 1 },
    });
    assert.match(saidIn(await user.press('getMunicipalReport', { data: { s: 77 } })), /^Kortet är inaktuellt\./);
  });
});

describe('The joint review in chat', () => {
  it('is planned, noted and held, and its meeting opens in Teams', async () => {
    const ports = inReportPeriod();
    const user = await reportOf(ports);
    await user.press('showReview');
    assert.match(user.text, /Välj dag och tid och tryck Spara anteckningar/);

    await user.press('saveReview', { inputs: { date: '2026-09-10', startsAt: '08:30' } });
    assert.match(user.text, /Anteckningarna är sparade\.\n[\s\S]*\(Öppna möte i Teams 10 september kl\. 08\.30\)/);
    await user.press('holdReview', { inputs: held });

    assert.match(user.text, /Genomgången är hållen\. Nu kan rapporten sammanställas\./);
    assert.doesNotMatch(user.text, /Öppna möte/);
    const record = ports.reports.records.get(KEY);
    assert.equal(record?.state, 'reviewed');
    assert.deepEqual(record?.review, { ...held, participants: 'KS' });
  });

  it('that is said to be held has a day that has come and people, and what was typed stands there', async () => {
    const user = await reportOf(inReportPeriod());
    await user.press('showReview');

    await user.press('holdReview', { inputs: { date: '2026-09-24', notes: 'Mycket att säga.' } });

    assert.match(user.text, /Inget är sparat ännu\. Rätta det som är markerat\./);
    assert.match(user.text, /Dag \[2026-09-24\]\nDagen ligger framåt i tiden\./);
    assert.match(user.text, /Deltagare \[\]\nSkriv vilka som var med\.\nAnteckningar \[Mycket att säga\.\]/);
  });

  it('agrees on measures with amounts as people write them, without saving the notes', async () => {
    const ports = inReportPeriod();
    const user = await reportOf(ports);
    await user.press('showReview');

    await user.press('agreeMeasure', { inputs: { ...aMeasure, notes: 'Halva mötet' } });

    assert.match(user.text, /Åtgärden är tillagd\. .*Det du har skrivit om genomgången är inte sparat ännu\./);
    assert.match(user.text, /Plan för budget i balans \(Eva Ek, senast 30 november 2026, effekt 2 000 tkr\)/);
    assert.match(user.text, /Anteckningar \[Halva mötet\]/);
    assert.match(user.text, /Vad ska nämnden göra\? \[\]/);
    assert.deepEqual(
      [...ports.reports.measures.values()].map(({ effectKr }) => effectKr),
      [2_000_000],
    );
    assert.equal(ports.reports.records.get(KEY)?.review, undefined);
  });

  it('says at each field what is wrong with a measure, and keeps all that was typed', async () => {
    const ports = inReportPeriod();
    const user = await reportOf(ports);
    await user.press('showReview');

    const inputs = { committee: 'BORTA', measure: 'Plan', owner: ' ', dueOn: '2026-13-40', effect: 'mycket' };
    await user.press('agreeMeasure', { inputs: { ...inputs, notes: 'Anteckning' } });

    assert.match(user.text, /Åtgärden är inte tillagd\. Rätta det som är markerat\./);
    assert.match(user.text, /Nämnd \[\]\nVälj en nämnd ur listan\.\n/);
    assert.match(user.text, /Vad ska nämnden göra\? \[Plan\]\nVem ser till det\? \[ \]\nSkriv vem som ser till/);
    assert.match(user.text, /Klart senast \[\]\nDatumet finns inte\./);
    assert.match(user.text, /Effekt i år, tkr \[mycket\]\nAnge ett tal i tkr/);
    assert.match(user.text, /Anteckningar \[Anteckning\]/);
    assert.equal(ports.reports.measures.size, 0);
  });

  it('stays where it is, with all that is typed and not saved, when the report is looked at', async () => {
    const user = await reportOf(inReportPeriod());
    await user.press('showReview');
    await user.press('saveReview', { inputs: { notes: 'Sparat' } });
    const review = user.card;

    const unsaved = await user.press('showMunicipalReport', { inputs: { notes: 'Inte sparat' } });
    user.look(review);
    const saved = await user.press('showMunicipalReport');

    assert.deepEqual(
      [unsaved, saved].map((answer) => answer.kind === 'card' && answer.apart),
      [true, undefined],
    );
  });

  it('shows what somebody else has stored meanwhile beside what was typed, and stores nothing over it unseen', async () => {
    const ports = inReportPeriod();
    const [one, other] = [await reportOf(ports), await reportOf(ports, otherController)];
    await one.press('showReview');
    await other.press('showReview');
    await other.press('saveReview', { inputs: { participants: 'KS och nämnderna' } });

    await one.press('saveReview', { inputs: { participants: 'Bara KS' } });
    assert.match(one.text, /Rapporten har ändrats sedan du öppnade kortet\. Inget är gjort\./);
    assert.match(one.text, /Deltagare \[Bara KS\]\nSparat: KS och nämnderna/);
    await one.press('saveReview');

    assert.equal(ports.reports.records.get(KEY)?.review?.participants, 'Bara KS');
  });

  it('takes texts as they are written, and shows them as they are', async () => {
    const ports = inReportPeriod();
    const user = await reportOf(ports);
    const notes = ['=1+1 <script>alert(1)</script> **fet** [länk](https://evil.example) $', '{x}\n# Rubrik'].join('');
    await user.press('showReview');

    await user.press('saveReview', { inputs: { notes } });
    const reader = await reportOf(ports, manager);
    await reader.sendRaw('showReview', { v: 1, p: `municipality ${INTERIM}`, r: 0 });

    assert.equal(ports.reports.records.get(KEY)?.review?.notes, notes);
    assert.equal(user.value('notes'), notes);
    const shown = reader.text.replaceAll('\u2060', '');
    assert.match(shown, /Anteckningar: \\=1\+1 \\<script\\>alert\(1\)\\<\/script\\> \\\*\\\*fet\\\*\\\*/);
  });

  it('says of far too long a text that it is, keeping the beginning, and asks about a personal number', async () => {
    const ports = inReportPeriod();
    const user = await reportOf(ports);
    await user.press('showReview');

    await user.press('saveReview', { inputs: { notes: 'å'.repeat(200_000) } });
    assert.match(user.text, /Högst 4 000 tecken \(nu 200 000\)/);
    assert.match(user.text, /Texten var för lång: bara början står kvar här\./);
    assert.ok(JSON.stringify(user.card).length * 2 < 60 * 1024);
    await user.press('saveReview', { inputs: { notes: 'Ring 19121212-1212' } });
    assert.match(user.text, /Ser ut som ett personnummer/);

    assert.equal(ports.reports.records.size, 0);
    assert.match(saidIn(await user.press('saveReview', { inputs: { notes: '\ud800' } })), /går inte att läsa/);
  });
});

describe('The council’s goals in chat', () => {
  /** Seven goals: two pages. */
  async function manyGoals(): Promise<FakePorts> {
    const ports = inReportPeriod();
    const file = await ports.plans.file();
    assert(file);
    const [first] = file.current.councilGoals;
    assert(first);
    const more = ['A', 'B', 'C', 'D'].map((id) => ({ ...first, id, name: `Mål ${id}` }));
    ports.plans.use({ ...file.current, councilGoals: [first, ...more] });
    return ports;
  }

  it('are graded a page at a time; each page is kept when it is left', async () => {
    const ports = await manyGoals();
    const user = await reportOf(ports);
    await user.press('showGrades');
    assert.match(user.text, /Sida 1 av 2\n0 av 7 mål och delmål är bedömda\./);
    assert.match(user.text, /Beräknat förslag: Nås inte – 0 av 1 indikator når målet\./);

    await user.press('saveGrades', { inputs: { grade_SKOLA: 'DELVIS', motivation_SKOLA: 'Läsningen går framåt.' } });

    assert.match(user.text, /Bedömningarna är sparade\.\nSida 2 av 2\n1 av 7/);
    const [stored] = ports.reports.records.get(KEY)?.grades ?? [];
    assert.deepEqual([stored?.gradeId, stored?.proposedGradeId], ['DELVIS', 'INTE']);
    await user.press('saveGrades', { data: { s: 0 } });
    assert.equal(user.value('motivation_SKOLA'), 'Läsningen går framåt.');
  });

  it('are not left with a grade that nobody has motivated, and nothing typed is lost', async () => {
    const ports = await manyGoals();
    const user = await reportOf(ports);
    await user.press('showGrades');

    const inputs = { grade_SKOLA: 'DELVIS', motivation_A: 'Utan grad', grade_TIDIG: 'NAS', motivation_TIDIG: 'Bra' };
    await user.press('saveGrades', { inputs });

    assert.match(user.text, /Inget är sparat ännu\.[\s\S]*Sida 1 av 2/);
    assert.match(user.text, /Motivering saknas\. Skriv varför målet får den graden\./);
    assert.match(user.text, /Välj en grad för målet\./);
    const typed = user.typed();
    for (const [name, text] of Object.entries(inputs)) assert.equal(typed[name], text);
    assert.equal(ports.reports.records.size, 0);
  });

  it('take no grade that the plan does not have, and no goal', async () => {
    const ports = await manyGoals();
    const user = await reportOf(ports);
    await user.press('showGrades');

    await user.press('saveGrades', { inputs: { grade_SKOLA: 'SUPER', motivation_SKOLA: 'Bäst' } });
    assert.match(user.text, /Graden finns inte i planens skala\. Välj en ur listan\./);
    await user.press('saveGrades', { data: { i_9_grade_BORTA: 'NAS', i_9_motivation_BORTA: 'Hej' } });
    assert.match(user.text, /Målet finns inte i planen\./);

    assert.equal(ports.reports.records.size, 0);
  });

  it('that are left empty are left for later, without anything being stored', async () => {
    const ports = await manyGoals();
    const user = await reportOf(ports);
    await user.press('showGrades');

    await user.press('saveGrades');
    assert.match(user.text, /Sida 2 av 2/);
    await user.press('saveGrades', { data: { s: 2 } });

    assert.match(user.text, /^Kommunens delårsrapport/);
    assert.equal(ports.reports.records.size, 0);
  });

  it('show what somebody else has stored meanwhile beside what was typed', async () => {
    const ports = await manyGoals();
    const [one, other] = [await reportOf(ports), await reportOf(ports, otherController)];
    await one.press('showGrades');
    await other.press('showGrades');
    await other.press('saveGrades', { inputs: { grade_SKOLA: 'NAS', motivation_SKOLA: 'Det går bra.' } });

    await one.press('saveGrades', { inputs: { grade_SKOLA: 'INTE', motivation_SKOLA: 'Det går dåligt.' } });

    assert.match(one.text, /Rapporten har ändrats[\s\S]*Sida 1 av 2/);
    assert.match(one.text, /Sparat: Nås\n/);
    assert.match(one.text, /motivering \[Det går dåligt\.\]\nSparat: Det går bra\./);
  });
});

describe('Compiling in chat', () => {
  it('says what will be missing, and needs a registration number', async () => {
    const { ports, user } = await afterReview();
    await user.press('showMunicipalReport');
    await user.press('askCompile');
    assert.match(user.text, /Det här saknas, och kommer att stå så\nBarn- och utbildningsnämnden: har inte svarat\./);

    await user.press('compileReport');
    assert.match(user.text, /Diarienummer \[\]\nSkriv rapportens diarienummer\./);
    await user.press('compileReport', { inputs: { registrationNumber: ' KS 2026/123 ' } });

    assert.match(user.text, /Rapporten är sammanställd som version 1\./);
    assert.match(user.text, /Version 1: 10 september 2026 kl\. 08\.00 av Anna Controller, sigill [0-9a-f]{16}\./);
    assert.equal((await ports.reports.versions(INTERIM))[0]?.number, 1);
  });

  it('is not possible before the review is held', async () => {
    const ports = inReportPeriod();
    const user = await reportOf(ports);

    await user.sendRaw('askCompile', { v: 1, p: `municipality ${INTERIM}`, r: 0 });

    assert.match(user.text, /Håll och anteckna den gemensamma genomgången först\./);
  });

  it('keeps the number that was typed when the report has changed meanwhile', async () => {
    const { ports, user } = await afterReview();
    await user.press('showMunicipalReport');
    await user.press('askCompile');
    await signed(ports);

    await user.press('compileReport', { inputs: { registrationNumber: 'KS 2026/123' } });

    assert.match(user.text, /Rapporten har ändrats sedan du öppnade kortet\./);
    assert.equal(user.value('registrationNumber'), 'KS 2026/123');
    assert.deepEqual(await ports.reports.versions(INTERIM), []);
  });
});

describe('The council’s decision in chat', () => {
  const decision = { date: '28 oktober 2026', paragraph: 'KF § 88', outcome: 'approved' };

  it('is registered with money and orders, and gets a receipt with the seal', async () => {
    const ports = await compiled();
    const user = await reportOf(ports, clerk);
    await user.press('askDecision');
    assert.doesNotMatch(user.text, /@/, 'People are named, not their accounts');
    assert.equal(user.value('registrationNumber'), 'KS 2026/123');
    await user.press('askDecision', { inputs: decision, data: { s: 1 } });
    await user.press('askDecision', { inputs: { target_0: 'BUN|FORSKOLA', amount_0: '5 mnkr' }, data: { s: 2 } });
    assert.equal(user.value('date'), '28 oktober 2026');

    await user.press('registerDecision', {
      inputs: { validFrom_0: '2026-11-01', committee_0: 'SN', order_0: 'Plan för balans', dueOn_0: '15 december 2026' },
    });

    assert.match(user.text, /^Fullmäktiges beslut är registrerat\n/);
    assert.match(
      user.text,
      /Tilläggsanslag: 5 000 000 kr till Barn- och utbildningsnämnden, .*, från 1 november 2026\./,
    );
    assert.match(user.text, /Uppdrag till Socialnämnden: Plan för balans\. Senast 15 december 2026\./);
    const [version] = await ports.reports.versions(INTERIM);
    assert.ok(user.text.includes(`Sigill: ${version?.seal.slice(0, 16)}.`));
    assert.deepEqual(
      [version?.decision?.date, version?.decision?.appropriations, version?.decision?.orders],
      [
        '2026-10-28',
        [{ committeeId: 'BUN', businessAreaId: 'FORSKOLA', amountKr: 5_000_000, validFrom: '2026-11-01' }],
        [{ committeeId: 'SN', text: 'Plan för balans', dueOn: '2026-12-15' }],
      ],
    );
  });

  it('that can’t be read is said at each field, with everything that was typed', async () => {
    const ports = await compiled();
    const user = await reportOf(ports, clerk);
    await user.press('askDecision');
    await user.press('askDecision', { data: { s: 1 } });
    await user.press('askDecision', { data: { s: 2 } });
    const inputs = {
      ...{ date: '9 september 2026', paragraph: '', registrationNumber: 'KS 2026/9', outcome: 'sent-back', why: '' },
      ...{ target_0: 'BUN|BORTA', amount_0: '1.234', validFrom_0: '1/11/2026' },
      ...{ committee_0: 'BORTA', order_0: 'Plan', dueOn_0: '2026-02-30' },
    };

    await user.press('registerDecision', { inputs });

    assert.match(user.text, /Inget är registrerat ännu\. Rätta det som är markerat\./);
    for (const fault of [
      /Dagen ligger före sammanställningen 10 september 2026/,
      /Skriv beslutets paragraf, till exempel KF § 88\./,
      /Skriv varför rapporten återsändes\./,
      /Välj nämnd eller verksamhet ur listan\./,
      /Menar du 1 234 tkr eller 1,234 tkr\?/,
      /Menar du 1 november 2026 eller 11 januari 2026\?/,
      /Välj en nämnd ur listan\./,
      /Datumet finns inte\./,
    ]) {
      assert.match(user.text, fault);
    }
    const typed = user.typed();
    const { target_0: _, committee_0: __, ...kept } = inputs;
    for (const [name, text] of Object.entries(kept)) assert.equal(typed[name], text, name);
    assert.equal((await ports.reports.versions(INTERIM))[0]?.decision, undefined);
  });

  it('that can be read in two ways is asked about once, and registered as it was answered', async () => {
    const ports = await compiled();
    const user = await reportOf(ports, clerk);
    await user.press('askDecision');
    await user.press('askDecision', { data: { s: 1 } });
    const money = { target_0: 'SN|', amount_0: '1.234', validFrom_0: '1/11/2026' };
    await user.press('registerDecision', { inputs: { ...decision, ...money } });
    const [amount, day] = ['question_amount_0', 'question_validFrom_0'].map((field) => user.choices(field)[0]?.value);

    await user.press('registerDecision', {
      inputs: { question_amount_0: amount ?? '', question_validFrom_0: day ?? '' },
    });

    assert.match(user.text, /Tilläggsanslag: 1 234 000 kr till Socialnämnden, fördelas senare, från 1 november 2026\./);
  });

  it('is one decision however often it is pressed; another is refused and the registered one shown', async () => {
    const ports = await compiled();
    const [one, other] = [await reportOf(ports, clerk), await reportOf(ports, clerk)];
    await one.press('askDecision');
    await other.press('askDecision');
    const first = { inputs: { ...decision, date: '2026-10-28' } };
    const again = new ReportUser(ports, clerk);
    await again.open();
    await again.press('askDecision');

    await one.press('registerDecision', first);
    await again.press('registerDecision', first);
    await other.press('registerDecision', { inputs: { ...decision, paragraph: 'KF § 99' } });

    assert.match(again.text, /^Fullmäktiges beslut är registrerat\nDelårs/);
    assert.match(other.text, /Fullmäktiges beslut är redan registrerat: 28 oktober 2026, KF § 88\./);
    assert.match(other.text, /Paragraf: KF § 88\./);
    assert.deepEqual(
      (await ports.reports.versions(INTERIM)).map(({ decision: of }) => of?.paragraph),
      ['KF § 88'],
    );
  });

  it('on an older version is not registered: the newer is shown, with what was typed', async () => {
    const ports = await compiled();
    const user = await reportOf(ports, clerk);
    await user.press('askDecision');
    await signed(ports).catch(() => undefined);
    const colleague = await reportOf(ports, otherController);
    await colleague.press('askCompile');
    await colleague.press('compileReport', { inputs: { registrationNumber: 'KS 2026/124' } });

    await user.press('registerDecision', { inputs: decision });

    assert.match(user.text, /Det finns en nyare sammanställning, version 2\. Inget är registrerat\./);
    assert.match(user.text, /Beslutet gäller version 2,/);
    assert.equal(user.value('date'), '28 oktober 2026');
    assert.deepEqual(
      (await ports.reports.versions(INTERIM)).map(({ decision: of }) => of),
      [undefined, undefined],
    );
  });
});

async function markOf(ports: FakePorts): Promise<string> {
  return value(await findMunicipalReport(ports, INTERIM, controller)).mark;
}

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADD } from '../../cards/council-decision/form-groups.ts';
import { typedFields } from '../../cards/input-ids.ts';
import { openStores, type Stores } from '../../src/compose-stores.ts';
import type { Month } from '../../src/domain/period.ts';
import { EXAMPLE_PLAN_FILE } from '../../src/local/example-plan.ts';
import { hasButton, inputsOf, textOf } from '../support/card-view.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { answerForm, type Course, openFormOf, saveForm, typedFor } from '../support/reporting-year.ts';
import { type Ended, styrHere } from '../support/styr.ts';
import type { OnScreen, PressOptions, TeamsUser } from '../support/teams-user.ts';

const BEGINS = new Date('2026-03-02T09:00:00+01:00');

/** The example plan at the beginning of its year: nobody has reported or graded anything. */
function planOfTheNewYear(): string {
  const file = JSON.parse(readFileSync(EXAMPLE_PLAN_FILE, 'utf8')) as { current: object };
  return JSON.stringify({ ...file, current: { ...file.current, outcomes: [], goalGrades: [] } });
}

/** The school committee runs a deficit, the social committee a larger one; the others keep to their budgets. */
const courses: Readonly<Record<string, Course>> = {
  KS: { spent: 0.99, believed: 1 },
  SBN: { spent: 1, believed: 1 },
  KFN: { spent: 0.98, believed: 0.995 },
  BUN: { spent: 1.01, believed: 1.008 },
  SN: { spent: 1.03, believed: 1.025 },
  NAN: { spent: 1, believed: 1 },
};

describe('a year of Nynäshamn, from February’s figures to next year’s plan', function () {
  this.timeout(240_000);
  // A chapter that fails leaves nothing for the next to go on from.
  this.bail(true);

  let town: Municipality;
  let stores: Stores;
  const reporters = new Map<string, TeamsUser>();
  const approvers = new Map<string, TeamsUser>();
  let controller: TeamsUser;
  let clerk: TeamsUser;
  /** The approved tertial report's fingerprint. */
  let approved: string;
  const folder = mkdtempSync(join(tmpdir(), 'helt-ar-'));

  before(async () => {
    town = await openMunicipality({ clockStarts: BEGINS, plan: planOfTheNewYear() });
    stores = await openStores({ connectionString: town.storage }, { now: () => town.now() });
    await town.start();
    for (const id of Object.keys(courses)) {
      reporters.set(id, town.person(`rapportor.${id.toLowerCase()}@styrmodell.example`, `Rapportör ${id}`));
      approvers.set(id, town.person(`forvaltningschef.${id.toLowerCase()}@styrmodell.example`, `Chef ${id}`));
    }
    controller = town.person('controller@styrmodell.example', 'Cia Controller');
    clerk = town.person('kommunsekreterare@styrmodell.example', 'Karl Klerk');
    for (const person of [...reporters.values(), ...approvers.values(), controller, clerk]) await person.install();
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    return town?.close();
  });

  /** Nights and weekends pass; the service is started anew in the morning of a day. */
  async function goTo(instant: string): Promise<void> {
    town.pass((new Date(instant).getTime() - town.now().getTime()) / 1000);
    await town.restart();
  }

  async function everybodyReports(period: Month, except: readonly string[] = []): Promise<void> {
    for (const [id, person] of reporters) {
      if (except.includes(id)) continue;
      const typed = await typedFor(stores, id, period, courseOf(id));
      const receipt = await answerForm(person, period, typed);
      assert.match(textOf(receipt.card), new RegExp(`Kvitto ${id}-${period}-1`));
    }
  }

  /** The command line, on the municipality's day. */
  const styr = (...args: string[]): Promise<Ended> =>
    styrHere(args, { cwd: folder, storage: town.storage, clock: town.now().toISOString() });

  /** Fingerprint of a compiled version as PDF. */
  async function documentOf(period: Month, version: number): Promise<string> {
    const out = join(folder, `${period} ${version}.pdf`);
    const { exitCode, err } = await styr(
      ...['report', period, '--format', 'pdf', '--version', String(version), '--out', out, '--force'],
    );
    assert.equal(exitCode, 0, err);
    return createHash('sha256').update(readFileSync(out)).digest('hex');
  }

  /** Every council goal gets the grade that is proposed for it, page by page. */
  async function gradeCouncilGoals(): Promise<void> {
    let page = await press(controller, await ask(controller, 'kommunens rapport', 'showGrades'), {
      verb: 'showGrades',
    });
    for (let step = 0; step < 10 && hasButton(page.card, 'saveGrades'); step += 1) {
      page = await press(controller, page, { verb: 'saveGrades', inputs: gradesFor(page) });
    }
  }

  const reporter = (id: string): TeamsUser => personOf(reporters, id);
  const approver = (id: string): TeamsUser => personOf(approvers, id);

  /** The card with a button that a person gets for something that she writes; other messages may come in between. */
  async function ask(person: TeamsUser, words: string, button: string): Promise<OnScreen> {
    const before = person.sees().length;
    await person.say(words);
    return until(`${button} for ${words}`, () => {
      const shown = person.sees().slice(before);
      const answer = shown.findLast(({ card }) => card && hasButton(card, button));
      return answer?.card && { activityId: answer.activityId, card: answer.card };
    });
  }

  async function press(person: TeamsUser, on: OnScreen, options: PressOptions): Promise<OnScreen> {
    const reply = await person.press(on, options);
    assert(reply.card, `${person.upn} ${options.verb}: ${reply.status} ${reply.text}`);
    return { ...on, card: reply.card };
  }

  async function handIn(id: string, words: string): Promise<void> {
    const on = await ask(reporter(id), words, 'handInReport');
    says(await press(reporter(id), on, { verb: 'handInReport' }), 'Inlämnad');
  }

  async function sign(id: string, words: string): Promise<void> {
    const on = await ask(approver(id), words, 'signReport');
    says(await press(approver(id), on, { verb: 'signReport' }), 'Attesterad');
  }

  async function compile(registrationNumber: string, reason?: string, words = 'kommunens rapport'): Promise<void> {
    const asked = await press(controller, await ask(controller, words, 'askCompile'), { verb: 'askCompile' });
    const inputs = {
      Diarienummer: registrationNumber,
      ...(reason === undefined ? {} : { 'Varför sammanställs': reason }),
    };
    says(await press(controller, asked, { verb: 'compileReport', inputs }), 'Version');
  }

  /** The clerk adds as many rows as the decision has money and orders, and registers it. */
  async function decide(inputs: Readonly<Record<string, string>>): Promise<void> {
    let form = await press(clerk, await ask(clerk, 'kommunens rapport', 'askDecision'), { verb: 'askDecision' });
    if (inputs.amount_0) form = await press(clerk, form, { verb: 'askDecision', data: { s: ADD.appropriation } });
    if (inputs.order_0) form = await press(clerk, form, { verb: 'askDecision', data: { s: ADD.order } });
    const receipt = await press(clerk, form, { verb: 'registerDecision', inputs: { outcome: 'approved', ...inputs } });
    says(receipt, 'Fullmäktiges beslut är registrerat', inputs.paragraph ?? '');
  }

  /** Reported, handed in and signed by every committee but some. */
  async function everybodySigns(period: Month, except: readonly string[] = []): Promise<void> {
    await everybodyReports(period, except);
    const committees = [...reporters.keys()].filter((id) => !except.includes(id));
    for (const id of committees) await handIn(id, 'rapporten');
    for (const id of committees) await sign(id, 'rapporten');
  }

  async function review(date: string): Promise<void> {
    const inputs = { date, startsAt: '08:30', participants: 'KS presidium och nämndernas ordförande' };
    const held = await press(controller, await ask(controller, 'genomgång', 'holdReview'), {
      verb: 'holdReview',
      inputs,
    });
    says(held, 'hållen');
  }

  describe('the first months', () => {
    it('asks all six committees for February, and gets their figures', async () => {
      await goTo('2026-03-05T09:00:00+01:00');

      await everybodyReports('2026-02');
    });

    it('asks for March', async () => {
      await goTo('2026-04-08T09:00:00+02:00');

      await everybodyReports('2026-03');
    });

    it('asks for the first four months, with goals and work', async () => {
      await goTo('2026-05-07T09:00:00+02:00');

      await everybodyReports('2026-04');
    });
  });

  describe('the tertial report', () => {
    it('is handed in by each committee’s reporter', async () => {
      for (const id of reporters.keys()) await handIn(id, 'rapporten');
    });

    it('is sent back to the social committee, with a reason, and handed in again', async () => {
      const why = 'Skriv vad ni gör åt underskottet.';
      const asked = await press(approver('SN'), await ask(approver('SN'), 'rapporten', 'askSendBack'), {
        verb: 'askSendBack',
      });
      says(await press(approver('SN'), asked, { verb: 'sendBackReport', inputs: { why } }), 'Återsänd');

      const sanna = reporter('SN');
      const report = await ask(sanna, 'rapporten', 'writeReport');
      says(report, why);
      const form = await press(sanna, report, { verb: 'writeReport' });
      await press(sanna, form, {
        verb: 'saveReportText',
        inputs: { summary: 'Vi tillsätter inga vikarier i sommar.' },
      });
      await handIn('SN', 'rapporten');
    });

    it('is signed by all six approvers', async () => {
      for (const id of reporters.keys()) await sign(id, 'rapporten');
    });

    it('is gone through with the committees, who agree on a measure', async () => {
      let review = await ask(controller, 'genomgång', 'agreeMeasure');
      says(review, 'Socialnämnden: underskott');
      review = await press(controller, review, {
        verb: 'agreeMeasure',
        inputs: {
          committee: 'SN',
          measure: 'Gemensam bemanning av korttidsplatser',
          owner: 'Förvaltningschefen',
          dueOn: '2026-10-31',
          effect: '3 000 tkr',
        },
      });
      says(review, 'Gemensam bemanning av korttidsplatser');
      const inputs = { date: '2026-05-07', startsAt: '08:30', participants: 'KS presidium och nämndernas ordförande' };
      says(await press(controller, review, { verb: 'holdReview', inputs }), 'hållen');
    });

    it('is compiled, and approved by the council with money for the schools and an order to the builders', async () => {
      await compile('KS 2026/101');
      await goTo('2026-06-11T09:00:00+02:00');
      await decide({
        date: '2026-06-10',
        paragraph: 'KF § 61',
        target_0: 'BUN|FORSKOLA',
        amount_0: '4 mnkr',
        validFrom_0: '2026-06-01',
        committee_0: 'SBN',
        order_0: 'Återkom med en plan för bygglovens handläggningstid',
        dueOn_0: '2026-10-15',
      });
    });

    it('has brought the council’s money and order into the plan', async () => {
      const file = await until('a plan with the decision', async () => {
        const found = await stores.plans.file();
        return found?.current.councilAssignments.some(({ text }) => /bygglovens/.test(text)) && found;
      });

      const added = file.current.supplementaryAppropriations.find(({ decision }) => decision.includes('§ 61'));
      assert.deepEqual([added?.committee, added?.businessArea, added?.amountKr], ['BUN', 'FORSKOLA', 4_000_000]);
      const august = (await stores.plans.forMonth('2026-08'))?.plan.businessAreas.find(({ id }) => id === 'FORSKOLA');
      const april = (await stores.plans.forMonth('2026-04'))?.plan.businessAreas.find(({ id }) => id === 'FORSKOLA');
      assert.equal((august?.netBudgetKr ?? 0) - (april?.netBudgetKr ?? 0), 4_000_000);
    });

    it('is found whole by styr, and stays the same file', async () => {
      assert.match((await styr('report', 'verify')).out, /^Allt är som det skrevs: 1 version/);
      approved = await documentOf('2026-04', 1);
      assert.deepEqual(await documentOf('2026-04', 1), approved);
    });
  });

  describe('May', () => {
    it('asks the social committee in May’s form about what was agreed', async () => {
      const form = await until('the form', () => openFormOf(reporter('SN'), '2026-05'));
      says(form, 'Gemensam bemanning av korttidsplatser');

      await everybodyReports('2026-05');
    });
  });

  describe('a figure of April that was wrong', () => {
    it('is corrected by the controller, with a reason, beside what the council approved', async () => {
      const form = await ask(controller, 'rätta april för SN', 'saveOutcome');
      const inputs = { outcome_ALDRE: '120 000 tkr', reason: 'En faktura var bokförd två gånger.' };
      await saveForm(controller, form, inputs);

      const status = await ask(controller, 'kommunens rapport T1', 'askCompile');
      says(status, 'godkänd');
      assert.deepEqual(await documentOf('2026-04', 1), approved, 'What the council approved is the same file');
    });

    it('is compiled as a second version with that reason, and the first one stays', async () => {
      await compile('KS 2026/101', 'Socialnämndens utfall är rättat.', 'kommunens rapport T1');

      const versions = await stores.reports.versions('2026-04');
      assert.deepEqual(
        versions.map(({ number, decision }) => [number, decision?.outcome]),
        [
          [1, 'approved'],
          [2, undefined],
        ],
      );
      assert.deepEqual(await documentOf('2026-04', 1), approved);
      assert.match((await styr('report', 'verify')).out, /^Allt är som det skrevs: 2 versioner/);
    });
  });

  describe('the interim report', () => {
    it('is compiled with one committee missing, because the law’s day does not wait', async () => {
      await goTo('2026-09-04T09:00:00+02:00');
      await everybodySigns('2026-08', ['KFN']);
      await review('2026-09-04');
      await compile('KS 2026/202');

      const version = await stores.reports.findVersion('2026-08');
      const missing = version?.content.standings.find(({ committeeId }) => committeeId === 'KFN')?.missing ?? [];
      assert.deepEqual(missing[0]?.what, 'answer');
      assert.equal(version?.content.committeesSum.forecastKr, undefined, 'A sum with a part missing is missing');
    });

    it('is sent back by the council, completed, and approved in its second version', async () => {
      await goTo('2026-09-29T09:00:00+02:00');
      const why = 'Kultur- och fritidsnämnden saknas.';
      await decide({ date: '2026-09-28', paragraph: 'KF § 90', outcome: 'sent-back', why });

      await answerForm(reporter('KFN'), '2026-08', await typedFor(stores, 'KFN', '2026-08', courseOf('KFN')));
      await handIn('KFN', 'rapporten');
      await sign('KFN', 'rapporten');
      await compile('KS 2026/202');
      await goTo('2026-10-01T09:00:00+02:00');
      await decide({ date: '2026-09-30', paragraph: 'KF § 95' });

      const outcomes = (await stores.reports.versions('2026-08')).map(({ decision }) => decision?.outcome);
      assert.deepEqual(outcomes, ['sent-back', 'approved']);
    });
  });

  describe('the autumn', () => {
    it('asks for September, October and November', async () => {
      for (const [period, day] of [
        ['2026-09', '2026-10-06'],
        ['2026-10', '2026-11-05'],
        ['2026-11', '2026-12-04'],
      ] as const) {
        await goTo(`${day}T09:00:00+02:00`);
        await everybodyReports(period);
      }
    });
  });

  describe('the annual report', () => {
    it('asks whether the goals were reached, is gone through, compiled and approved', async () => {
      await goTo('2027-01-11T09:00:00+01:00');
      await everybodySigns('2026-12');
      await review('2027-01-11');
      await gradeCouncilGoals();
      await compile('KS 2027/15');
      await goTo('2027-03-30T09:00:00+02:00');
      await decide({ date: '2027-03-29', paragraph: 'KF § 31' });

      const version = await stores.reports.findVersion('2026-12');
      assert.equal(version?.decision?.outcome, 'approved');
      assert.equal(version?.content.councilGoalCounts.ungraded, 0);
      assert.equal(version?.content.councilGoalCounts.of, 8);
    });

    it('is found to be changed when somebody changes one letter in the storage, and the row is named', async () => {
      const [row] = (await town.rows('Reports')).filter(({ name }) => name === 'committee-BUN');
      assert(row);
      const { content } = row as { content: string };
      const changed = { ...row, content: content.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)) };
      await town.table('Reports').updateEntity(changed as never, 'Replace');

      const { out, exitCode } = await styr('report', 'verify');

      assert.equal(exitCode, 1);
      assert.match(out, /committee-BUN.*: ändrad/);
      await town.table('Reports').updateEntity(row as never, 'Replace');
      assert.equal((await styr('report', 'verify')).exitCode, 0);
    });
  });

  describe('next year’s plan', () => {
    it('is offered to the controller when the council has approved the annual report', async () => {
      await until('word of it', () =>
        controller.sees().some(({ card }) => card && /nästa års plan/i.test(textOf(card))),
      );
      const before = controller.sees().length;

      await controller.say('hämta nästa års underlag');

      const offer = await until('the file', () => controller.sees()[before]);
      assert.match(JSON.stringify(offer.versions), /plan 2027\.xlsx/);
    });

    it('is a workbook prefilled from the year behind, and becomes the plan in force', async () => {
      const path = join(folder, 'plan 2027.xlsx');

      const made = await styr('plan', 'next-year', path);
      assert.match(made.out, /Årsredovisningen 2026 godkändes 29 mars 2027, KF § 31\./);
      const imported = await styr('plan', 'import', path);

      assert.equal(imported.exitCode, 0, imported.err);
      const next = await stores.plans.file();
      assert.equal(next?.current.id, '2027-2030');
      const carried = next?.current.councilAssignments.map(({ text }) => text) ?? [];
      assert.ok(
        carried.some((text) => /bygglovens/.test(text)),
        'The order is not done',
      );
    });

    it('asks for March 2027 against it', async () => {
      await goTo('2027-04-07T09:00:00+02:00');

      await everybodyReports('2027-03');
    });
  });
});

function courseOf(id: string): Course {
  return courses[id] ?? { spent: 1, believed: 1 };
}

/** A grade where none is proposed, and a motivation for each goal of the page. */
function gradesFor({ card }: OnScreen): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { id, value, choices } of inputsOf(card)) {
    const [field = ''] = Object.keys(typedFields({ [id]: '' }).typed);
    if (field.startsWith('motivation_')) found[field] = 'Kommunstyrelsen bedömer målet efter årets utfall.';
    if (field.startsWith('grade_')) found[field] = value || (choices.at(-1)?.value ?? '');
  }
  return found;
}

function personOf(people: ReadonlyMap<string, TeamsUser>, id: string): TeamsUser {
  const person = people.get(id);
  assert(person, `${id} has nobody`);
  return person;
}

function says({ card }: OnScreen, ...lines: readonly string[]): void {
  const text = textOf(card);
  for (const line of lines) assert.ok(text.includes(line), `${line} is missing in:\n${text}`);
}

import assert from 'node:assert/strict';
import { findReport } from '../../../src/features/reporting/find-report.ts';
import { handInReport } from '../../../src/features/reporting/hand-in-report.ts';
import { saveCommitteeText, saveReportText } from '../../../src/features/reporting/save-report-text.ts';
import { sendBackReport } from '../../../src/features/reporting/send-back-report.ts';
import { signReport } from '../../../src/features/reporting/sign-report.ts';
import type { FakePorts } from '../../support/fakes.ts';
import {
  answers,
  approver,
  controller,
  deputy,
  handedIn,
  INTERIM,
  inReportPeriod,
  manager,
  othersApprover,
  problem,
  reporter,
  rosterWith,
  shown,
  signed,
  value,
} from '../../support/report-period.ts';

const BUN = { scope: 'BUN', period: INTERIM };
const MEANWHILE = { code: 'CHANGED_MEANWHILE' };

async function stateOf(ports: FakePorts): Promise<string | undefined> {
  return (await ports.reports.find('BUN', INTERIM))?.state;
}

describe("A committee's report", () => {
  it('is written, handed in and signed, each step with who and when', async () => {
    const ports = inReportPeriod();
    await answers(ports);

    value(await saveReportText(ports, await shown(ports), 'summary', ' Året går bra. ', deputy));
    value(await handInReport(ports, await shown(ports), reporter));
    const view = value(await signReport(ports, await shown(ports), approver));

    assert.equal(view.state, 'signed');
    assert.equal(view.content.texts.summary, 'Året går bra.');
    assert.deepEqual(
      view.history.map(({ revision, deed, from, to, by }) => [revision, deed, from, to, by.upn]),
      [
        [1, 'write', 'open', 'open', deputy.upn],
        [2, 'hand-in', 'open', 'handed-in', reporter.upn],
        [3, 'sign', 'handed-in', 'signed', approver.upn],
      ],
    );
    assert.deepEqual(view.record?.signed, { ...approver, at: ports.clock.now() });
    assert.equal(view.record?.mark, view.mark);
    assert.equal(view.changedSinceSigned, false);
  });

  it('is sent back with a reason, handed in again and signed again', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);

    const back = value(await sendBackReport(ports, await shown(ports), 'Prognosen saknar vikarier.', approver));
    value(await handInReport(ports, await shown(ports), deputy));
    const again = value(await signReport(ports, await shown(ports), approver));

    assert.equal(back.state, 'sent-back');
    assert.equal(back.record?.why, 'Prognosen saknar vikarier.');
    assert.deepEqual(back.deeds, ['write']);
    assert.equal(again.state, 'signed');
    assert.equal(again.record?.handedIn?.upn, deputy.upn);
    assert.deepEqual(
      again.history.map(({ why }) => why),
      [undefined, 'Prognosen saknar vikarier.', undefined, undefined],
    );
  });

  it('that is signed loses its signature when a controller sends it back', async () => {
    const ports = inReportPeriod();
    await signed(ports);

    const view = value(await sendBackReport(ports, await shown(ports), 'Fel konto.', controller));

    assert.equal(view.state, 'sent-back');
    assert.equal(view.record?.signed, undefined);
  });

  it('is not sent back without a reason, or with a novel', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);
    const about = await shown(ports);

    const refusals = [
      await sendBackReport(ports, about, '  \n', approver),
      await sendBackReport(ports, about, '...', approver),
      await sendBackReport(ports, about, 'x'.repeat(1_001), approver),
    ].map(problem);

    assert.deepEqual(refusals, [
      { code: 'REASON_NEEDED' },
      { code: 'REASON_NEEDED' },
      { code: 'TEXT_TOO_LONG', field: 'why', most: 1_000 },
    ]);
    assert.equal(await stateOf(ports), 'handed-in');
  });

  it('is not handed in before the committee has answered, nor on the strength of what came with the plan', async () => {
    const ports = inReportPeriod();
    const unanswered = await handInReport(ports, await shown(ports), reporter);
    await answers(ports, 'BUN', { by: { upn: 'import', name: 'Planens import' } });
    const [stored] = ports.answers.history.splice(0);
    assert(stored);
    ports.answers.history.push({ ...stored, reporter: { ...stored.reporter, oid: 'import' } });

    const imported = await handInReport(ports, await shown(ports), reporter);

    assert.deepEqual([unanswered, imported].map(problem), [{ code: 'NOT_ANSWERED' }, { code: 'NOT_ANSWERED' }]);
  });

  it('is not signed by who handed it in or answered, whatever roles they have', async () => {
    const isBoth = { committee: 'BUN', role: 'committeeApprover', order: 2, upn: reporter.upn } as const;
    const ports = inReportPeriod({ roster: rosterWith(isBoth) });
    await answers(ports, 'BUN', { by: deputy });
    value(await handInReport(ports, await shown(ports), reporter));
    const handedInSelf = await signReport(ports, await shown(ports), reporter);
    await answers(ports, 'BUN', { by: reporter, forecastKr: 1_300_000 });
    value(await handInReport(ports, await shown(ports), deputy));

    const answeredSelf = await signReport(ports, await shown(ports), reporter);

    assert.deepEqual([handedInSelf, answeredSelf].map(problem), [{ code: 'OWN_REPORT' }, { code: 'OWN_REPORT' }]);
    assert.equal(await stateOf(ports), 'handed-in');
  });

  it('is not signed by who answered it first, though somebody has corrected a figure in it since', async () => {
    const isBoth = { committee: 'BUN', role: 'committeeApprover', order: 2, upn: deputy.upn } as const;
    const ports = inReportPeriod({ roster: rosterWith(isBoth) });
    await answers(ports, 'BUN', { by: deputy });
    await answers(ports, 'BUN', { by: controller, forecastKr: 1_200_001 });
    value(await handInReport(ports, await shown(ports), reporter));

    const own = await signReport(ports, await shown(ports), deputy);

    assert.deepEqual(problem(own), { code: 'OWN_REPORT' });
    assert.equal(value(await signReport(ports, await shown(ports), approver)).state, 'signed');
  });

  it('tells whoever may not touch it nothing but that', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);
    const about = await shown(ports);

    const refusals = [
      await signReport(ports, about, othersApprover),
      await signReport(ports, about, manager),
      await signReport(ports, { ...about, revision: 17 }, othersApprover),
      await handInReport(ports, { ...about, scope: 'KEJSAREN' }, reporter),
      await saveCommitteeText(ports, { ...about, scope: 'municipality' }, 'summary', 'Hej', reporter),
      await saveCommitteeText(ports, about, 'summary', 'Hej', controller),
    ].map(problem);

    assert.deepEqual(
      refusals,
      Array.from({ length: 6 }, () => ({ code: 'NOT_ALLOWED' })),
    );
  });

  it('of a month is shown and has no deeds', async () => {
    const ports = inReportPeriod();
    const july = { scope: 'BUN', period: '2026-07' } as const;

    const view = value(await findReport(ports, july, reporter));
    const handIn = await handInReport(ports, { ...july, revision: 0, mark: view.mark }, reporter);

    assert.deepEqual(view.deeds, []);
    assert.deepEqual(problem(handIn), { code: 'NOT_A_REPORT_PERIOD', period: '2026-07' });
  });

  it('is worked on from the day that it opens, and weeks after the next month has', async () => {
    const early = await findReport(inReportPeriod({ now: '2026-09-02T23:59:00+02:00' }), BUN, reporter);
    const late = inReportPeriod({ now: '2026-11-20T08:00:00+01:00' });
    await answers(late);

    const handIn = await handInReport(late, await shown(late), reporter);

    assert.deepEqual(problem(early), { code: 'NOT_OPEN_YET', period: INTERIM, opensOn: '2026-09-03' });
    assert.equal(problem(handIn), 'done');
  });
});

describe("What has changed since a committee's card was shown", () => {
  it('is not signed unseen: a corrected figure', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);
    const before = await shown(ports);
    await answers(ports, 'BUN', { forecastKr: 1_900_000 });

    const refusal = await signReport(ports, before, approver);

    assert.deepEqual(problem(refusal), MEANWHILE);
    assert.equal(await stateOf(ports), 'handed-in');
  });

  it('is not signed unseen: a text', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);
    const before = await shown(ports);
    value(await saveCommitteeText(ports, before, 'events', 'En skola brann.', deputy));

    assert.deepEqual(problem(await signReport(ports, before, approver)), MEANWHILE);
  });

  it('makes a signed report one to sign again', async () => {
    const ports = inReportPeriod();
    await signed(ports);
    value(await saveCommitteeText(ports, await shown(ports), 'events', 'En skola brann.', deputy));

    const changed = value(await findReport(ports, BUN, approver));
    const signedAgain = value(await signReport(ports, await shown(ports), approver));

    assert.equal(changed.state, 'signed');
    assert.equal(changed.changedSinceSigned, true);
    assert.deepEqual(changed.deeds, ['write', 'sign', 'send-back']);
    assert.equal(signedAgain.changedSinceSigned, false);
    assert.deepEqual(signedAgain.deeds, ['write']);
  });

  it('can be handed in again, and then the signature is gone', async () => {
    const ports = inReportPeriod();
    await signed(ports);
    await answers(ports, 'BUN', { forecastKr: 1_900_000 });

    const view = value(await handInReport(ports, await shown(ports), reporter));

    assert.equal(view.state, 'handed-in');
    assert.equal(view.record?.signed, undefined);
  });

  it('is not guessed with an empty or a short fingerprint', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);
    const about = await shown(ports);

    const refusals = ['', about.mark.slice(0, 15), `${about.mark}x`].map(async (mark) =>
      problem(await signReport(ports, { ...about, mark }, approver)),
    );

    assert.deepEqual(await Promise.all(refusals), [MEANWHILE, MEANWHILE, MEANWHILE]);
  });

  it('is no matter for the same press twice', async () => {
    const ports = inReportPeriod();
    await answers(ports);
    const about = await shown(ports);

    const presses = [await handInReport(ports, about, reporter), await handInReport(ports, about, reporter)];

    assert.deepEqual(presses.map(problem), ['done', 'done']);
    assert.equal(ports.reports.events.get(`BUN|${INTERIM}`)?.length, 1);
  });

  it('is no matter for the same press twice at the same moment', async () => {
    const ports = inReportPeriod();
    await handedIn(ports);
    const about = await shown(ports);

    const presses = await Promise.all([signReport(ports, about, approver), signReport(ports, about, approver)]);

    assert.deepEqual(presses.map(problem), ['done', 'done']);
    assert.equal(ports.reports.events.get(`BUN|${INTERIM}`)?.length, 2);
  });

  it('keeps the second of two texts out that are written at the same moment', async () => {
    const ports = inReportPeriod();
    const about = await shown(ports);

    const presses = await Promise.all([
      saveCommitteeText(ports, about, 'summary', 'Mitt.', reporter),
      saveCommitteeText(ports, about, 'summary', 'Ditt.', deputy),
      saveCommitteeText(ports, about, 'summary', 'Mitt i ett annat fönster.', reporter),
    ]);

    assert.deepEqual(presses.map(problem), ['done', MEANWHILE, MEANWHILE]);
    assert.equal((await ports.reports.find('BUN', INTERIM))?.texts.summary, 'Mitt.');
  });

  it('is not a text that is saved as it stands', async () => {
    const ports = inReportPeriod();
    value(await saveCommitteeText(ports, await shown(ports), 'summary', 'Läget är gott.', reporter));

    const again = value(await saveCommitteeText(ports, await shown(ports), 'summary', 'Läget är gott. ', deputy));

    assert.equal(again.record?.revision, 1);
  });
});

describe('Texts of a report', () => {
  it('are at most 4 000 characters as people count them, each section for itself', async () => {
    const ports = inReportPeriod();
    const family = '👨‍👩‍👧‍👦';

    const longest = await saveCommitteeText(
      ports,
      await shown(ports),
      'summary',
      `${family.repeat(2_000)}${'å'.repeat(2_000)}`,
      reporter,
    );
    const longer = await saveCommitteeText(ports, await shown(ports), 'events', 'å'.repeat(4_001), reporter);
    const accents = await saveCommitteeText(
      ports,
      await shown(ports),
      'events',
      `a${'\u0301'.repeat(200_000)}`,
      reporter,
    );

    assert.deepEqual([longest, longer, accents].map(problem), [
      'done',
      { code: 'TEXT_TOO_LONG', field: 'text', most: 4_000 },
      { code: 'TEXT_TOO_LONG', field: 'text', most: 4_000 },
    ]);
  });

  it('are taken away by saving nothing, and the others stay', async () => {
    const ports = inReportPeriod();
    value(await saveCommitteeText(ports, await shown(ports), 'summary', 'A', reporter));
    value(await saveCommitteeText(ports, await shown(ports), 'staff', 'B', reporter));

    const view = value(await saveCommitteeText(ports, await shown(ports), 'summary', ' ', reporter));

    assert.deepEqual(view.content.texts, { summary: '', events: '', outlook: '', staff: 'B' });
  });

  it('never come into the log', async () => {
    const ports = inReportPeriod();
    value(await saveCommitteeText(ports, await shown(ports), 'summary', 'Hemligt ord', { ...reporter, oid: 'oid-1' }));

    assert.deepEqual(ports.log.entries.at(-1), {
      level: 'info',
      message: 'report changed',
      facts: {
        event: 'audit',
        deed: 'write',
        scope: 'BUN',
        period: INTERIM,
        revision: 1,
        from: 'open',
        to: 'open',
        oid: 'oid-1',
      },
    });
  });
});

import assert from 'node:assert/strict';
import type { MeasureGiven } from '../../../src/domain/report-writing.ts';
import { agreeMeasure } from '../../../src/features/reporting/agree-measure.ts';
import { findMunicipalReport, findReport } from '../../../src/features/reporting/find-report.ts';
import { holdReview, saveReview } from '../../../src/features/reporting/review.ts';
import { saveMunicipalText } from '../../../src/features/reporting/save-report-text.ts';
import {
  controller,
  handedIn,
  INTERIM,
  inReportPeriod,
  manager,
  otherController,
  problem,
  reviewed,
  shown,
  shownMunicipal,
  signed,
  theReview,
  value,
} from '../../support/report-period.ts';

const MUNICIPALITY_KEY = `municipality|${INTERIM}`;

const measure: MeasureGiven = {
  ...{ committeeId: 'BUN', text: 'Se över vikarier', owner: 'Rektor Ek', dueOn: '2026-11-30', effectKr: 500_000 },
};

describe('A joint review', () => {
  it('is planned and noted before it is held', async () => {
    const ports = inReportPeriod();
    const planned = { date: '2026-09-24', startsAt: '08:30', participants: ' KS och nämnderna ', notes: '' };

    const view = value(await saveReview(ports, await shownMunicipal(ports), planned, controller));
    const again = value(await saveReview(ports, await shownMunicipal(ports), planned, otherController));

    assert.deepEqual(view.content.review, { ...planned, participants: 'KS och nämnderna' });
    assert.equal(view.state, 'open');
    assert.equal(again.record?.revision, 1);
  });

  it('that has been held lets the report be compiled, and its notes can still be completed', async () => {
    const ports = inReportPeriod();

    const held = await reviewed(ports);
    const noted = value(
      await saveReview(ports, await shownMunicipal(ports), { ...theReview, notes: 'Mer.' }, otherController),
    );

    assert.equal(held.state, 'reviewed');
    assert(held.deeds.includes('compile'));
    assert.equal(noted.state, 'reviewed');
    assert.equal(noted.content.review?.notes, 'Mer.');
  });

  it('has a day that has come and people who were there', async () => {
    const ports = inReportPeriod();
    const about = await shownMunicipal(ports);
    const { date: _, ...undated } = theReview;

    const refusals = [
      await holdReview(ports, about, undated, controller),
      await holdReview(ports, about, { ...theReview, date: '2026-09-11' }, controller),
      await holdReview(ports, about, { ...theReview, participants: ' - ' }, controller),
      await saveReview(ports, about, { ...theReview, date: '2026-02-30' }, controller),
      await saveReview(ports, about, { ...theReview, startsAt: '24:00' }, controller),
      await saveReview(ports, about, { ...theReview, notes: 'x'.repeat(4_001) }, controller),
      await saveReview(ports, about, theReview, manager),
    ].map(problem);

    assert.deepEqual(refusals, [
      { code: 'BAD_DAY', field: 'date' },
      { code: 'BAD_DAY', field: 'date' },
      { code: 'TEXT_MISSING', field: 'participants' },
      { code: 'BAD_DAY', field: 'date' },
      { code: 'BAD_TIME' },
      { code: 'TEXT_TOO_LONG', field: 'notes', most: 4_000 },
      { code: 'NOT_ALLOWED' },
    ]);
    assert.equal(ports.reports.records.size, 0);
  });

  it('is held once: the same press twice is one, and another is too late', async () => {
    const ports = inReportPeriod();
    const about = await shownMunicipal(ports);

    const presses = [
      await holdReview(ports, about, theReview, controller),
      await holdReview(ports, about, theReview, controller),
      await holdReview(ports, about, theReview, otherController),
      await holdReview(ports, await shownMunicipal(ports), theReview, otherController),
    ];

    assert.deepEqual(presses.map(problem), [
      'done',
      'done',
      { code: 'CHANGED_MEANWHILE' },
      { code: 'WRONG_STATE', state: 'reviewed' },
    ]);
  });

  it('notes nothing over what another has written meanwhile', async () => {
    const ports = inReportPeriod();
    const about = await shownMunicipal(ports);
    value(await saveMunicipalText(ports, about, 'summary', 'Kommunen går bra.', otherController));

    const refusal = await saveReview(ports, about, theReview, controller);

    assert.deepEqual(problem(refusal), { code: 'CHANGED_MEANWHILE' });
  });
});

describe('A measure that a joint review agrees on', () => {
  it('is kept with who agreed it, and is in the history', async () => {
    const ports = inReportPeriod();

    const view = value(await agreeMeasure(ports, await shownMunicipal(ports), measure, controller));

    const [kept] = view.measures;
    const agreedAt = ports.clock.now().toISOString();
    assert.deepEqual(kept, { id: kept?.id, period: INTERIM, ...measure, agreedAt, by: controller });
    assert.match(kept?.id ?? '', /^_measure-[0-9a-f]{24}$/);
    assert.deepEqual(
      view.history.map(({ deed, measureId }) => [deed, measureId]),
      [['note-review', kept?.id]],
    );
  });

  it('is one measure however often it is agreed, and others are others', async () => {
    const ports = inReportPeriod();
    const about = await shownMunicipal(ports);

    const presses = [
      await agreeMeasure(ports, about, measure, controller),
      await agreeMeasure(ports, about, measure, controller),
      await agreeMeasure(ports, about, { ...measure, text: ` ${measure.text} ` }, controller),
      await agreeMeasure(ports, await shownMunicipal(ports), measure, otherController),
      await agreeMeasure(ports, await shownMunicipal(ports), { ...measure, dueOn: '2026-12-01' }, controller),
      await agreeMeasure(ports, await shownMunicipal(ports), { ...measure, committeeId: 'SN' }, controller),
    ];

    assert.deepEqual(
      presses.map(problem),
      Array.from({ length: 6 }, () => 'done'),
    );
    assert.equal(ports.reports.measures.size, 3);
    assert.equal(ports.reports.events.get(MUNICIPALITY_KEY)?.length, 3);
  });

  it('that was kept when the service was killed gets into the history at the next press', async () => {
    const ports = inReportPeriod();
    const about = await shownMunicipal(ports);
    ports.reports.beforeNextChange = async () => {
      throw new Error('killed');
    };
    await assert.rejects(agreeMeasure(ports, about, measure, controller), /killed/);

    const view = value(await agreeMeasure(ports, about, measure, controller));

    assert.equal(ports.reports.measures.size, 1);
    assert.equal(view.history.length, 1);
  });

  it('is kept also when somebody else writes at the same moment', async () => {
    const ports = inReportPeriod();
    const about = await shownMunicipal(ports);
    ports.reports.beforeNextChange = async () =>
      saveMunicipalText(ports, await shownMunicipal(ports), 'summary', 'Text', otherController);

    const view = value(await agreeMeasure(ports, about, measure, controller));

    assert.equal(view.content.texts.summary, 'Text');
    assert.deepEqual(
      view.history.map(({ deed }) => deed),
      ['write', 'note-review'],
    );
  });

  it('is complete, for a committee in the report', async () => {
    const ports = inReportPeriod();
    const about = await shownMunicipal(ports);
    const given = (changes: Partial<MeasureGiven>) =>
      agreeMeasure(ports, about, { ...measure, ...changes }, controller);

    const refusals = [
      await given({ committeeId: 'GAMLA' }),
      await given({ text: '' }),
      await given({ text: 'x'.repeat(501) }),
      await given({ owner: '?' }),
      await given({ owner: 'x'.repeat(121) }),
      await given({ dueOn: '2026-02-30' }),
      await given({ effectKr: 0.5 }),
      await agreeMeasure(ports, { ...about, revision: 9 }, measure, controller),
      await agreeMeasure(ports, about, measure, manager),
    ].map(problem);

    assert.deepEqual(refusals, [
      { code: 'NO_SUCH_COMMITTEE', committeeId: 'GAMLA' },
      { code: 'TEXT_MISSING', field: 'text' },
      { code: 'TEXT_TOO_LONG', field: 'text', most: 500 },
      { code: 'TEXT_MISSING', field: 'owner' },
      { code: 'TEXT_TOO_LONG', field: 'owner', most: 120 },
      { code: 'BAD_DAY', field: 'dueOn' },
      { code: 'BAD_AMOUNT' },
      { code: 'CHANGED_MEANWHILE' },
      { code: 'NOT_ALLOWED' },
    ]);
    assert.deepEqual([ports.reports.measures.size, ports.reports.records.size], [0, 0]);
  });

  it("takes nobody's signature away", async () => {
    const ports = inReportPeriod();
    await signed(ports);
    await handedIn(ports, 'SN');

    value(await agreeMeasure(ports, await shownMunicipal(ports), measure, controller));

    const view = value(await findReport(ports, { scope: 'BUN', period: INTERIM }, controller));
    const whole = value(await findMunicipalReport(ports, INTERIM, controller));
    assert.equal(view.changedSinceSigned, false);
    assert.deepEqual(
      whole.content.standings.map(({ state }) => state),
      ['signed', 'handed-in'],
    );
    assert.equal((await shown(ports)).revision, 2);
  });
});

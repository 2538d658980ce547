import assert from 'node:assert/strict';
import type { DecisionGiven } from '../../../src/domain/read-decision.ts';
import type { ReportSummary } from '../../../src/domain/report-summary.ts';
import { carryOutEffects } from '../../../src/features/delivery/carry-out-effects.ts';
import { compileReport } from '../../../src/features/reporting/compile-report.ts';
import { keepReportSummary } from '../../../src/features/reporting/keep-report-summaries.ts';
import { postSummary, recheckSummary } from '../../../src/features/reporting/post-summary.ts';
import { registerDecision } from '../../../src/features/reporting/register-decision.ts';
import { anAnswer, aStoredAnswer, figures } from '../../support/builders.ts';
import { anotherInstance, type FakePorts } from '../../support/fakes.ts';
import { INTERIM, known, told, withChannels } from '../../support/report-channels.ts';
import {
  answers,
  clerk,
  controller,
  handedIn,
  manager,
  reviewed,
  shownMunicipal,
  signed,
  value,
} from '../../support/report-period.ts';

function keep(ports: FakePorts): Promise<'done' | 'later'> {
  return keepReportSummary(ports, INTERIM);
}

/** The newest picture in a place. */
function shownIn(ports: FakePorts, place: string): ReportSummary {
  const notice = ports.messenger.messages.findLast(({ conversation }) => conversation.id === place)?.notice;
  assert.ok(notice?.kind === 'report-summary', `no summary in ${place}`);
  return notice.summary;
}

const BOTH = ['report-summary municipality in the channel', 'report-summary BUN in the channel of BUN'];

/** BUN has reported, and both cards stand. */
async function withCards(...setting: Parameters<typeof withChannels>): Promise<FakePorts> {
  const ports = await withChannels(...setting);
  await answers(ports);
  ports.messenger
    .willSend({ kind: 'sent', activityId: 'the card' })
    .willSend({ kind: 'sent', activityId: 'the card of BUN' });
  assert.equal(await keep(ports), 'done');
  return ports;
}

async function compiled(ports: FakePorts): Promise<void> {
  await reviewed(ports);
  value(await compileReport(ports, await shownMunicipal(ports), { registrationNumber: 'KS 2026/123' }, controller));
}

async function approved(ports: FakePorts): Promise<void> {
  ports.clock.moveTo('2026-10-20T08:00:00+02:00');
  const given: DecisionGiven = {
    ...{ date: '2026-10-19', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved' },
    ...{ why: '', appropriations: [], orders: [] },
  };
  value(await registerDecision(ports, { ...(await shownMunicipal(ports)), version: 1 }, given, clerk));
}

describe("A report's summaries", () => {
  it('come with the first answer, in the channels of the municipality and of the committee that gave it', async () => {
    const ports = await withCards();

    assert.deepEqual(told(ports), BOTH);
    assert.equal(shownIn(ports, 'the channel').committees.filter(({ answered }) => answered).length, 1);
    assert.deepEqual(
      shownIn(ports, 'the channel of BUN').committees.map(({ committeeId }) => committeeId),
      ['BUN'],
    );
  });

  it('come on the due day though nobody has answered, but not before eight', async () => {
    const ports = await withChannels({ now: '2026-09-09T12:00:00+02:00' });
    await keep(ports);
    ports.clock.moveTo('2026-09-10T07:59:00+02:00');
    await keep(ports);
    assert.deepEqual([told(ports), ports.deliveries.rows], [[], []]);
    ports.clock.moveTo('2026-09-10T08:00:00+02:00');
    ports.messenger.willSend().willSend();

    await keep(ports);

    assert.deepEqual(told(ports), BOTH);
  });

  it('take the place of the month’s card, whoever asks for it', async () => {
    const ports = await withChannels();
    await ports.answers.save(aStoredAnswer({ period: INTERIM }), [{ kind: 'summary' }]);
    ports.messenger.willSend().willSend();

    await carryOutEffects(ports);

    assert.deepEqual(told(ports), BOTH);
    assert.equal(await postSummary(ports, INTERIM), 'done');
    assert.equal(ports.effects.rows.size, 0);
  });

  it('leave other months with the card that they have', async () => {
    const ports = await withChannels({ now: '2026-10-06T08:00:00+02:00' });
    await ports.answers.save(aStoredAnswer({ period: '2026-09' }), []);
    ports.messenger.willSend();

    await postSummary(ports, '2026-09');

    assert.deepEqual(told(ports), ['month-summary in the channel']);
  });

  it('are changed in place at each step, and left alone when there is nothing new', async () => {
    const ports = await withCards();
    const steps: [string, (now: FakePorts) => Promise<unknown>][] = [
      ['signed', signed],
      ['compiled', compiled],
      ['approved', approved],
    ];
    for (const [step, take] of steps) {
      await take(ports);
      ports.messenger.willUpdate().willUpdate();
      assert.equal(await keep(ports), 'done', step);
      assert.equal(await keep(ports), 'done', step);
    }

    assert.equal(ports.messenger.messages.length, 2 + 2 * steps.length);
    assert.deepEqual(
      [...new Set(ports.messenger.messages.slice(2).map(({ updated }) => updated))],
      ['the card', 'the card of BUN'],
    );
    const { stage } = shownIn(ports, 'the channel of BUN');
    assert.deepEqual([stage.compiled?.version, stage.decided?.paragraph, stage.changedAfter], [1, 'KF § 88', []]);
  });

  it('show what was compiled from then on, and name whose figures have been changed since', async () => {
    const ports = await withCards();
    await signed(ports);
    await compiled(ports);
    await answers(ports, 'BUN', { forecastKr: 1_500_000 });
    ports.messenger.willUpdate().willUpdate();

    await keep(ports);

    const { committees, stage } = shownIn(ports, 'the channel of BUN');
    assert.equal(committees[0]?.forecastKr, 1_200_000);
    assert.deepEqual(stage.changedAfter, ['Barn- och utbildningsnämnden']);
  });

  it('keep people’s own texts to those who work with the report until it is compiled', async () => {
    const ports = await withCards();
    await signed(ports);
    const record = await ports.reports.find('BUN', INTERIM);
    assert.ok(record);
    ports.reports.records.set(`BUN|${INTERIM}`, { ...record, texts: { ...record.texts, summary: 'Förskolan växer.' } });
    ports.messenger.willUpdate().willUpdate();
    await keep(ports);
    assert.equal(shownIn(ports, 'the channel of BUN').text, undefined);
    await compiled(ports);
    ports.messenger.willUpdate().willUpdate();

    await keep(ports);

    assert.equal(shownIn(ports, 'the channel of BUN').text, 'Förskolan växer.');
  });

  it('say what has changed since the card of the report before, as it was shown then', async () => {
    const ports = await withChannels({ now: '2026-05-06T08:00:00+02:00' });
    const inSpring = anAnswer({ areas: [figures('FORSKOLA', 400_000, 1_300_000)] });
    await ports.answers.save(aStoredAnswer({ period: '2026-04', answer: inSpring }), []);
    ports.messenger.willSend().willSend();
    await keepReportSummary(ports, '2026-04');
    const corrected = anAnswer({ areas: [figures('FORSKOLA', 400_000, 1_200_000)] });
    await ports.answers.save(aStoredAnswer({ period: '2026-04', revision: 2, answer: corrected }), []);
    ports.clock.moveTo('2026-09-10T08:00:00+02:00');
    await answers(ports, 'BUN', { forecastKr: 1_500_000 });
    ports.messenger.willSend().willSend();

    await keep(ports);

    for (const place of ['the channel', 'the channel of BUN']) {
      assert.deepEqual(shownIn(ports, place).changes, {
        since: { period: '2026-04', kind: 'tertial' },
        deviations: [{ name: 'Barn- och utbildningsnämnden', fromKr: -100_000, toKr: -300_000 }],
        ...{ compared: 1, grades: [] },
      });
    }
  });

  it('are held against the year’s follow-up before where no card was posted', async () => {
    const ports = await withChannels();
    const inJuly = anAnswer({ areas: [figures('FORSKOLA', 700_000, 1_250_000)] });
    await ports.answers.save(aStoredAnswer({ period: '2026-07', answer: inJuly }), []);
    await answers(ports, 'BUN', { forecastKr: 1_500_000 });
    ports.messenger.willSend().willSend();

    await keep(ports);

    assert.deepEqual(shownIn(ports, 'the channel of BUN').changes?.since, { period: '2026-07', kind: 'month' });
  });

  it('are kept as they were posted, with the fingerprint of what they showed', async () => {
    const ports = await withCards();

    const posted = await ports.reports.lastPosted('BUN', INTERIM);
    const row = ports.deliveries.rows.find(({ recipient }) => recipient === 'bun');

    assert.equal(posted?.mark, row?.shown);
    assert.deepEqual(JSON.parse(posted?.content ?? ''), { v: 1, summary: shownIn(ports, 'the channel of BUN') });
    await keep(ports);
    assert.equal(ports.reports.posts.length, 2);
  });

  it('are kept by the next process when one was killed after posting', async () => {
    const ports = await withChannels();
    await answers(ports);
    ports.messenger.willSend().willSend();
    const keepPosted = ports.reports.keepPosted.bind(ports.reports);
    ports.reports.keepPosted = () => Promise.reject(new Error('killed'));
    assert.equal(await keep(ports), 'later');
    ports.reports.keepPosted = keepPosted;

    assert.equal(await keep(ports), 'done');

    assert.deepEqual(ports.reports.posts.map(({ scope }) => scope).sort(), ['BUN', 'municipality']);
  });

  it('are one card each when two instances post at once', async () => {
    const ports = await withChannels();
    await answers(ports);
    ports.messenger.willSend().willSend();

    await Promise.all([keep(ports), keep(anotherInstance(ports))]);

    assert.equal(ports.messenger.messages.length, 2);
  });

  it('are posted anew where somebody has taken the card away', async () => {
    const ports = await withCards();
    await answers(ports, 'BUN', { forecastKr: 1_300_000 });
    ports.messenger.willUpdate({ kind: 'refused', reason: 'ActivityNotFoundInConversation' }).willUpdate();
    ports.messenger.willSend({ kind: 'sent', activityId: 'the new card' });

    assert.equal(await keep(ports), 'done');

    assert.ok(ports.deliveries.rows.some(({ activityIds }) => activityIds.includes('the new card')));
  });

  it('are shown once more when the app comes back to a team', async () => {
    const ports = await withCards();
    await recheckSummary(ports);
    ports.messenger.willUpdate().willUpdate();

    await keep(ports);

    assert.equal(ports.messenger.messages.length, 4);
  });

  it('that may have arrived are followed by a new one that says so, when there is something new', async () => {
    const ports = await withChannels();
    await answers(ports);
    ports.messenger.willSend({ kind: 'ambiguous', reason: 'TIMEOUT' }).willSend();
    await keep(ports);
    assert.equal(await keep(ports), 'done');
    await answers(ports, 'BUN', { forecastKr: 1_300_000 });
    ports.messenger.willSend().willUpdate();

    await keep(ports);

    const again = ports.messenger.messages.at(2)?.notice;
    assert.ok(again?.kind === 'report-summary' && again.replaces);
  });

  it('do not keep one another waiting: a channel that refuses is tried again when there is something new', async () => {
    const ports = await withChannels();
    await answers(ports);
    ports.messenger.willSend({ kind: 'refused', reason: 'BotNotInConversationRoster' }).willSend();

    assert.equal(await keep(ports), 'done');
    assert.equal(await keep(ports), 'done');

    assert.equal(ports.messenger.messages.length, 2);
  });
});

describe('Figures that came with the plan to a service that is new', () => {
  it('post no card of a report period that is over', async () => {
    const ports = await withChannels({ now: '2026-10-06T08:00:00+02:00' });
    await answers(ports);

    assert.equal(await keep(ports), 'done');

    assert.deepEqual([told(ports), ports.deliveries.rows], [[], []]);
  });

  it('do post one when somebody does something to the report', async () => {
    const ports = await withChannels({ now: '2026-10-06T08:00:00+02:00' });
    await handedIn(ports);
    ports.messenger.willSend().willSend();

    await keep(ports);

    assert.deepEqual(told(ports), BOTH);
  });
});

describe('A manager', () => {
  it('gets the municipality’s summary once all have answered, and sees it change after that', async () => {
    const ports = await withCards({ now: '2026-09-09T12:00:00+02:00' });
    await known(ports, manager);
    await keep(ports);
    assert.equal(ports.messenger.messages.length, 2);
    await answers(ports, 'SN');
    ports.messenger.willUpdate().willSend({ kind: 'sent', activityId: 'theirs' });
    await keep(ports);
    assert.equal(told(ports).at(-1), `report-summary municipality in conversation of ${manager.upn}`);
    await handedIn(ports, 'BUN');
    ports.messenger.willUpdate().willUpdate().willUpdate();

    await keep(ports);

    assert.ok(told(ports).includes(`changed report-summary municipality in conversation of ${manager.upn}`));
    assert.equal((await ports.reports.lastPosted(manager.upn, INTERIM))?.scope, manager.upn);
  });

  it('gets it the day after the last day when somebody has not answered', async () => {
    const ports = await withCards();
    await known(ports, manager);
    await keep(ports);
    assert.equal(ports.messenger.messages.length, 2);
    ports.clock.moveTo('2026-09-11T08:00:00+02:00');
    ports.messenger.willSend();

    await keep(ports);

    assert.equal(ports.messenger.messages.length, 3);
  });

  it('is not written to at night, nor while the round is paused', async () => {
    const ports = await withCards();
    await known(ports, manager);
    ports.clock.moveTo('2026-09-11T07:59:00+02:00');
    await keep(ports);
    ports.clock.moveTo('2026-09-11T09:00:00+02:00');
    const event = { at: ports.clock.now(), by: controller.upn, what: 'pause' };
    await ports.rounds.change(INTERIM, { paused: true }, event);

    await keep(ports);

    assert.equal(ports.messenger.messages.length, 2);
  });

  it('whose conversation Teams has lost gets it in a new one', async () => {
    const ports = await withCards();
    await known(ports, manager);
    ports.clock.moveTo('2026-09-11T09:00:00+02:00');
    const oid = `oid of ${manager.upn}`;
    ports.messenger.willSend({ kind: 'refused', reason: 'CONVERSATION_GONE' }).willSend();
    ports.messenger.willOpen(oid, { id: 'a new chat', kind: 'personal', key: oid, reference: {} });

    await keep(ports);

    assert.equal(told(ports).at(-1), 'report-summary municipality in a new chat');
  });
});

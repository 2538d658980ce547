import assert from 'node:assert/strict';
import type { DecisionGiven } from '../../../src/domain/read-decision.ts';
import type { WordAbout } from '../../../src/domain/report-word.ts';
import { compileReport } from '../../../src/features/reporting/compile-report.ts';
import { keepReports } from '../../../src/features/reporting/keep-reports.ts';
import { registerDecision } from '../../../src/features/reporting/register-decision.ts';
import { sendBackReport } from '../../../src/features/reporting/send-back-report.ts';
import { signReport } from '../../../src/features/reporting/sign-report.ts';
import { type Delivery, MUNICIPALITY } from '../../../src/ports.ts';
import { anotherInstance, type FakePorts } from '../../support/fakes.ts';
import { INTERIM, known } from '../../support/report-channels.ts';
import {
  answers,
  approver,
  clerk,
  controller,
  deputy,
  handedIn,
  inReportPeriod,
  otherController,
  othersApprover,
  othersReporter,
  reporter,
  reviewed,
  rosterWith,
  shown,
  shownMunicipal,
  signed,
  value,
} from '../../support/report-period.ts';

/** What people have been told: who, what, and whether an earlier message was changed. */
function words(ports: FakePorts): string[] {
  return ports.messenger.messages.flatMap(({ notice, conversation, updated }) =>
    notice.kind === 'report-word'
      ? [`${updated === undefined ? '' : 'changed '}${notice.about.word.kind} to ${personIn(conversation.id)}`]
      : [],
  );
}

function personIn(conversationId: string): string {
  return conversationId.replace(/^conversation of (.+)@styrmodell\.example$/, '$1');
}

function lastWord(ports: FakePorts): WordAbout['word'] {
  const notice = ports.messenger.messages.at(-1)?.notice;
  assert.ok(notice?.kind === 'report-word');
  return notice.about.word;
}

/** BUN's report is handed in; these people have written to the bot. */
async function withHandedIn(...people: readonly { readonly upn: string }[]): Promise<FakePorts> {
  const ports = inReportPeriod();
  await known(ports, ...people);
  await handedIn(ports);
  return ports;
}

async function sendBack(ports: FakePorts, why = 'Prognosen behöver förklaras.'): Promise<void> {
  value(await sendBackReport(ports, await shown(ports), why, approver));
}

async function compile(ports: FakePorts): Promise<void> {
  await reviewed(ports);
  value(await compileReport(ports, await shownMunicipal(ports), { registrationNumber: 'KS 2026/123' }, controller));
}

async function decide(ports: FakePorts, given: Partial<DecisionGiven> = {}): Promise<void> {
  ports.clock.moveTo('2026-10-20T08:00:00+02:00');
  const decision: DecisionGiven = {
    ...{ date: '2026-10-19', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved' },
    ...{ why: '', appropriations: [], orders: [] },
    ...given,
  };
  value(await registerDecision(ports, { ...(await shownMunicipal(ports)), version: 1 }, decision, clerk));
}

describe('A report that is handed in', () => {
  it('is told to the committee’s approver, once', async () => {
    const ports = await withHandedIn(approver, othersApprover, reporter);
    ports.messenger.willSend();

    await keepReports(ports);
    await keepReports(ports);

    assert.deepEqual(words(ports), ['sign to chef.bun']);
    const word = lastWord(ports);
    assert.deepEqual(word.kind === 'sign' && [word.committee.id, word.by], ['BUN', reporter.name]);
  });

  it('leaves the ledgers of the committees’ rounds alone', async () => {
    const ports = await withHandedIn(approver);
    ports.messenger.willSend();
    await keepReports(ports);

    const ledger = await ports.deliveries.ledger('BUN', INTERIM);

    assert.deepEqual(ledger.deliveries, []);
    assert.deepEqual(
      ports.deliveries.rows.map(({ committeeId, kind, state }) => [committeeId, kind, state]),
      [[MUNICIPALITY, 'report', 'sent']],
    );
    assert.equal((await ports.deliveries.ledger(MUNICIPALITY, INTERIM)).owedMark, undefined);
  });

  it('is not told at night, and is told in the morning', async () => {
    const ports = await withHandedIn(approver);
    ports.clock.moveTo('2026-09-11T00:30:00+02:00');
    await keepReports(ports);
    assert.deepEqual(words(ports), []);
    ports.clock.moveTo('2026-09-11T08:00:00+02:00');
    ports.messenger.willSend();

    await keepReports(ports);

    assert.deepEqual(words(ports), ['sign to chef.bun']);
  });

  it('is told to an approver who can be reached at last, if it still waits', async () => {
    const ports = await withHandedIn();
    await keepReports(ports);
    await known(ports, approver);
    ports.messenger.willSend();

    await keepReports(ports);

    assert.deepEqual(words(ports), ['sign to chef.bun']);
  });

  it('and signed before anybody could be told is not told of', async () => {
    const ports = await withHandedIn();
    await keepReports(ports);
    value(await signReport(ports, await shown(ports), approver));
    await known(ports, approver);

    await keepReports(ports);

    assert.deepEqual(words(ports), []);
  });

  it('and signed while the word waits for its turn is not told of', async () => {
    const ports = await withHandedIn(approver);
    const ensure = ports.deliveries.ensure.bind(ports.deliveries);
    ports.deliveries.ensure = async (wanted) => {
      value(await signReport(ports, await shown(ports), approver));
      return ensure(wanted);
    };

    await keepReports(ports);

    assert.deepEqual(words(ports), []);
  });

  it('says on the approver’s message who has signed it', async () => {
    const ports = await withHandedIn(approver);
    ports.messenger.willSend({ kind: 'sent', activityId: 'the word' });
    await keepReports(ports);
    value(await signReport(ports, await shown(ports), approver));
    ports.messenger.willUpdate();

    await keepReports(ports);
    await keepReports(ports);

    assert.deepEqual(words(ports), ['sign to chef.bun', 'changed settled to chef.bun']);
    const word = lastWord(ports);
    assert.deepEqual(word.kind === 'settled' && [word.how, word.by], ['signed', approver.name]);
  });

  it('is told to another approver when the one is away, and to the one when all are', async () => {
    const second = { upn: 'ordforande.bun@styrmodell.example' };
    const ports = inReportPeriod({
      roster: rosterWith({ committee: 'BUN', role: 'committeeApprover', order: 2, upn: second.upn }),
    });
    await known(ports, approver, second);
    await handedIn(ports);
    const away = { from: '2026-09-10', to: '2026-09-10', saidAt: ports.clock.now() };
    await ports.absences.save({ upn: approver.upn, ...away });
    ports.messenger.willSend();
    await keepReports(ports);
    assert.deepEqual(words(ports), ['sign to ordforande.bun']);
    await ports.absences.save({ upn: second.upn, ...away });
    ports.messenger.willSend();

    await keepReports(ports);

    assert.deepEqual(words(ports), ['sign to ordforande.bun', 'sign to chef.bun']);
  });

  it('again after it was sent back is told again', async () => {
    const ports = await withHandedIn(approver);
    ports.messenger.willSend();
    await keepReports(ports);
    await sendBack(ports);
    ports.messenger.willUpdate();
    await keepReports(ports);
    await handedIn(ports);
    ports.messenger.willSend();

    await keepReports(ports);

    assert.deepEqual(words(ports), ['sign to chef.bun', 'changed settled to chef.bun', 'sign to chef.bun']);
  });

  it('is told once when two instances tell at the same time', async () => {
    const ports = await withHandedIn(approver);
    ports.messenger.willSend();

    await Promise.all([keepReports(ports), keepReports(anotherInstance(ports))]);

    assert.deepEqual(words(ports), ['sign to chef.bun']);
  });

  it('is not told again when the word may have arrived', async () => {
    const ports = await withHandedIn(approver);
    ports.messenger.willSend({ kind: 'ambiguous', reason: 'TIMEOUT' });

    await keepReports(ports);
    await keepReports(ports);

    assert.deepEqual(states(ports), ['ambiguous']);
  });

  it('is told later when Teams can’t take it now', async () => {
    const ports = await withHandedIn(approver);
    ports.messenger.willSend({ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 60_000 });
    await keepReports(ports);
    await keepReports(ports);
    ports.clock.pass(60);
    ports.messenger.willSend();

    await keepReports(ports);

    assert.deepEqual(states(ports), ['sent']);
  });

  it('is told to nobody while the round is paused', async () => {
    const ports = await withHandedIn(approver);
    const event = { at: ports.clock.now(), by: controller.upn, what: 'pause' };
    await ports.rounds.change(INTERIM, { paused: true }, event);

    await keepReports(ports);

    assert.deepEqual(words(ports), []);
  });
});

function states(ports: FakePorts): Delivery['state'][] {
  return ports.deliveries.rows.map(({ state }) => state);
}

describe('A report that is sent back', () => {
  it('is told to the reporter, with the reason', async () => {
    const ports = await withHandedIn(reporter, deputy);
    await sendBack(ports, 'Förklara *vikarierna*.');
    ports.messenger.willSend();

    await keepReports(ports);

    assert.deepEqual(words(ports), ['sent-back to rapportor.bun']);
    const word = lastWord(ports);
    assert.deepEqual(word.kind === 'sent-back' && [word.why, word.by], ['Förklara *vikarierna*.', approver.name]);
  });

  it('is told to the deputy when the reporter can’t be reached', async () => {
    const ports = await withHandedIn(reporter, deputy);
    await sendBack(ports);
    ports.messenger.willSend({ kind: 'refused', reason: 'ConversationBlockedByUser' });
    await keepReports(ports);
    ports.messenger.willSend();

    await keepReports(ports);

    assert.deepEqual(words(ports), ['sent-back to rapportor.bun', 'sent-back to ersattare.bun']);
  });
});

describe('Controllers', () => {
  it('are told when all committees have signed, and not before', async () => {
    const ports = inReportPeriod();
    await known(ports, controller);
    await signed(ports);
    await keepReports(ports);
    assert.deepEqual(words(ports), []);
    await signed(ports, 'SN');
    ports.messenger.willSend();

    await keepReports(ports);
    await keepReports(ports);

    assert.deepEqual(words(ports), ['all-signed to controller']);
  });

  it('are told when a signed report has been changed', async () => {
    const ports = inReportPeriod();
    await known(ports, controller, otherController);
    await signed(ports);
    await answers(ports, 'BUN', { forecastKr: 1_400_000 });
    ports.messenger.willSend().willSend();

    await keepReports(ports);
    await keepReports(ports);

    assert.deepEqual(words(ports), ['changed to controller', 'changed to controller2']);
  });

  it('are reminded 20 and 5 days before the law’s last day, and told the day after, each once', async () => {
    const ports = inReportPeriod();
    await known(ports, controller);
    await signed(ports);
    const days: string[] = [];
    for (let day = 1; day <= 33; day++) {
      ports.clock.moveTo(new Date(Date.parse('2026-10-01T09:00:00+02:00') + (day - 1) * 86_400_000).toISOString());
      const before = words(ports).length;
      if (['2026-10-11', '2026-10-26', '2026-11-01'].includes(ports.clock.now().toISOString().slice(0, 10))) {
        ports.messenger.willSend();
      }
      await keepReports(ports);
      if (words(ports).length > before) days.push(ports.clock.now().toISOString().slice(0, 10));
    }

    assert.deepEqual(days, ['2026-10-11', '2026-10-26', '2026-11-01']);
    assert.deepEqual(new Set(words(ports)), new Set(['statutory to controller']));
  });

  it('are not reminded of a report that is compiled', async () => {
    const ports = inReportPeriod();
    await known(ports, controller);
    await signed(ports);
    await compile(ports);
    ports.clock.moveTo('2026-10-27T09:00:00+01:00');

    await keepReports(ports);

    assert.deepEqual(words(ports), []);
  });

  it('are reminded of a round that was sent out here though nobody has done anything', async () => {
    const ports = inReportPeriod({ now: '2026-10-27T09:00:00+01:00' });
    await known(ports, controller);
    await keepReports(ports);
    assert.deepEqual(words(ports), [], 'a service that is new here');
    const asked = inReportPeriod({ now: '2026-10-27T09:00:00+01:00' });
    await known(asked, controller);
    await asked.deliveries.ensure({ committeeId: 'BUN', period: INTERIM, recipient: reporter.upn, kind: 'prompt' });
    asked.messenger.willSend();

    await keepReports(asked);

    assert.deepEqual(words(asked), ['statutory to controller']);
  });
});

describe('A compiled report', () => {
  it('is told to the clerk, who sees on it when the decision is registered', async () => {
    const ports = inReportPeriod();
    await known(ports, clerk);
    await signed(ports);
    await compile(ports);
    ports.messenger.willSend();
    await keepReports(ports);
    const word = lastWord(ports);
    assert.deepEqual(word.kind === 'decide' && [word.version, word.by], [1, controller.name]);
    await decide(ports);
    ports.messenger.willUpdate();

    await keepReports(ports);

    assert.deepEqual(words(ports), ['decide to sekreterare', 'changed settled to sekreterare']);
  });

  it('that the council sends back is told to controllers and to everybody’s reporter and approver, each once', async () => {
    const ports = inReportPeriod();
    await signed(ports);
    await compile(ports);
    await decide(ports, { outcome: 'sent-back', why: 'Komplettera.' });
    await known(ports, controller, reporter, deputy, approver, othersReporter);
    ports.messenger.willSend().willSend().willSend().willSend();

    await keepReports(ports);
    await keepReports(ports);

    assert.deepEqual(words(ports), [
      'council-sent-back to controller',
      'council-sent-back to rapportor.bun',
      'council-sent-back to chef.bun',
      'council-sent-back to rapportor.sn',
    ]);
  });

  it('with orders to a committee is told to its reporter and approver', async () => {
    const ports = inReportPeriod();
    await signed(ports);
    await compile(ports);
    const orders = [{ committeeId: 'SN', text: 'Återkom med åtgärder', dueOn: '2026-12-15' }];
    await decide(ports, { orders });
    await known(ports, controller, reporter, approver, othersReporter, othersApprover);
    ports.messenger.willSend().willSend();

    await keepReports(ports);

    assert.deepEqual(words(ports), ['order to rapportor.sn', 'order to chef.sn']);
    const word = lastWord(ports);
    assert.deepEqual(word.kind === 'order' && word.committees[0]?.orders, [
      { text: 'Återkom med åtgärder', dueOn: '2026-12-15' },
    ]);
  });

  it('that is approved and said to all is not read again until somebody does something', async () => {
    const ports = inReportPeriod();
    await signed(ports);
    await compile(ports);
    await decide(ports);
    await keepReports(ports);
    let reads = 0;
    const { findYear } = ports.answers;
    ports.answers.findYear = (...given) => {
      reads += 1;
      return findYear.apply(ports.answers, given);
    };

    await keepReports(ports);

    assert.equal(reads, 0);
  });
});

import assert from 'node:assert/strict';
import { findPrompt } from '../../../src/features/outcomes/find-prompt.ts';
import { openCorrection, type WantedCorrection } from '../../../src/features/outcomes/open-correction.ts';
import type { KnownConversation } from '../../../src/ports.ts';
import { aCommittee, aFollowUp, aPlan, aReporterContact, aStoredAnswer, upnOf } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

const reporter = { oid: 'oid-bun', upn: upnOf('BUN') };
const controller = { oid: 'oid-controller', upn: 'controller@styrmodell.example' };
const stranger = { oid: 'oid-nils', upn: 'nils@styrmodell.example' };
const chat: KnownConversation = { id: 'chat', kind: 'personal', key: 'oid', reference: {} };
const plan = aPlan({
  followUps: [
    aFollowUp('2025-10'),
    aFollowUp('2026-04', { kind: 'tertial' }),
    aFollowUp('2026-09'),
    aFollowUp('2026-10'),
    aFollowUp('2026-11'),
    aFollowUp('2027-02'),
  ],
});
const october = { number: 10 };

/** In the middle of December 2026: November is open. */
function inDecember(plans = plan): FakePorts {
  return inMemoryPorts({ plan: plans, now: '2026-12-15T09:00:00+01:00' });
}

async function form(ports: FakePorts, wanted: WantedCorrection, person = controller) {
  const opened = await openCorrection(ports, person, chat, wanted);
  assert.ok(opened.ok && opened.value.kind === 'form', JSON.stringify(opened));
  return opened.value.form;
}

async function problem(ports: FakePorts, wanted: WantedCorrection, person = controller) {
  const opened = await openCorrection(ports, person, chat, wanted);
  assert.ok(!opened.ok, JSON.stringify(opened));
  return opened.problem;
}

describe('A controller who asks to correct a committee’s month', () => {
  it('gets the form with what is stored, to be stored with a reason', async () => {
    const ports = inDecember();
    const stored = aStoredAnswer();
    await ports.answers.save(stored, []);

    const opened = await form(ports, { committeeId: 'BUN', month: october });

    assert.equal(opened.prompt.committee.id, 'BUN');
    assert.equal(opened.prompt.followUp.period, '2026-10');
    assert.deepEqual([opened.revision, opened.stored, opened.reasonRequired], [1, stored, true]);
  });

  it('may press it, and is asked for nothing: no line in the ledger says that it was sent', async () => {
    const ports = inDecember();

    const { promptId } = await form(ports, { committeeId: 'BUN', month: october });

    assert.match(promptId, /^202610/);
    const found = await findPrompt(ports, promptId, controller, 'chat');
    assert.ok(found.ok);
    assert.equal(found.value.reasonRequired, true);
    assert.deepEqual(ports.deliveries.rows, []);
  });

  it('gets a card of its own each time: two windows are two cards', async () => {
    const ports = inDecember();

    const [one, other] = [
      await form(ports, { committeeId: 'BUN', month: october }),
      await form(ports, { committeeId: 'BUN', month: october }),
    ];

    assert.notEqual(one.promptId, other.promptId);
  });

  it('gets the first form of a month that the committee never answered', async () => {
    const opened = await form(inDecember(), { committeeId: 'BUN', month: october });

    assert.deepEqual([opened.revision, opened.stored], [0, undefined]);
  });

  it('sees nobody else’s draft', async () => {
    const ports = inDecember();
    await ports.answers.saveDraft('BUN', '2026-10', reporter.oid, { revision: 0, typed: { comment: 'Mitt utkast' } });

    assert.deepEqual((await form(ports, { committeeId: 'BUN', month: october })).typed, {});
  });

  it('means the open month when none is named', async () => {
    assert.equal((await form(inDecember(), { committeeId: 'SN' })).prompt.followUp.period, '2026-11');
  });

  it('means the latest month of that name which has opened, or the one of the year that is named', async () => {
    const ports = inDecember();
    const period = async (month: WantedCorrection['month']) =>
      (await form(ports, { committeeId: 'BUN', ...(month && { month }) })).prompt.followUp.period;

    assert.equal(await period(october), '2026-10');
    assert.equal(await period({ number: 9, year: 2026 }), '2026-09');
    assert.equal(await period({ number: 4 }), '2026-04');
    assert.equal(
      (await problem(ports, { committeeId: 'BUN', month: { number: 10, year: 2025 } })).code,
      'COMMITTEE_NOT_ASKED',
    );
  });

  it('has to say which committee', async () => {
    assert.deepEqual(await problem(inDecember(), { month: october }), { code: 'WHICH_COMMITTEE' });
  });

  it('corrects the committee that they report for themselves, when none is named', async () => {
    const contacts = [{ ...aReporterContact('SN'), upn: controller.upn }, ...plan.contacts];

    const opened = await form(inDecember({ ...plan, contacts }), { month: october });

    assert.equal(opened.prompt.committee.id, 'SN');
  });

  it('is told of a month that has not opened when it does, and which one is open', async () => {
    assert.deepEqual(await problem(inDecember(), { committeeId: 'BUN', month: { number: 2 } }), {
      code: 'OPENS_LATER',
      period: '2027-02',
      opensOn: '2027-03-03',
      open: '2026-11',
    });
  });

  for (const [what, month, code] of [
    ['is not followed up', { number: 7 }, 'NOT_FOLLOWED_UP'],
    ['is of a year outside the plan', { number: 10, year: 1999 }, 'NOT_FOLLOWED_UP'],
    ['nobody understands', 'unknown', 'UNKNOWN_MONTH'],
  ] as const) {
    it(`is told which month is open when the one they name ${what}`, async () => {
      assert.deepEqual(await problem(inDecember(), { committeeId: 'BUN', month }), { code, open: '2026-11' });
    });
  }

  it('is told that a committee did not report in that month', async () => {
    const committees = [...plan.committees, aCommittee('NY', { validFrom: '2026-11-01' })];

    assert.deepEqual(await problem(inDecember({ ...plan, committees }), { committeeId: 'NY', month: october }), {
      code: 'COMMITTEE_NOT_ASKED',
      period: '2026-10',
    });
  });

  it('is told that nothing has opened yet, or that there is no plan', async () => {
    const early = inMemoryPorts({ plan, now: '2025-06-01T09:00:00+02:00' });
    assert.deepEqual(await problem(early, { committeeId: 'BUN' }), { code: 'NOTHING_OPEN' });

    const empty = inDecember();
    empty.plans.current = async () => undefined;
    assert.deepEqual(await problem(empty, { committeeId: 'BUN' }), { code: 'NO_PLAN' });
  });
});

describe('A reporter who asks to correct', () => {
  it('the open month is shown the usual form', async () => {
    const ports = inDecember();

    for (const wanted of [{}, { month: { number: 11 } }, { committeeId: 'BUN' }]) {
      assert.deepEqual(await openCorrection(ports, reporter, chat, wanted), { ok: true, value: { kind: 'own' } });
    }
  });

  it('a locked month is told since when it is, who corrects it and which is open', async () => {
    const locked = await problem(inDecember(), { month: october }, reporter);

    assert.deepEqual(locked, {
      code: 'LOCKED',
      period: '2026-10',
      since: '2026-12-03',
      controllers: [controller.upn],
      open: '2026-11',
      kept: [],
    });
  });

  it('a locked month gets back what they had typed and never stored', async () => {
    const ports = inDecember();
    await ports.answers.save(aStoredAnswer(), []);
    await ports.answers.saveDraft('BUN', '2026-10', reporter.oid, { revision: 1, typed: { comment: 'För sent' } });

    const locked = await problem(ports, { month: october }, reporter);

    assert.ok(locked.code === 'LOCKED');
    assert.deepEqual(
      locked.kept.map(({ prompt, typed }) => [prompt.committee.id, typed]),
      [['BUN', { comment: 'För sent' }]],
    );
  });

  it('a locked month does not get back what was typed before an answer that came after it', async () => {
    const ports = inDecember();
    await ports.answers.saveDraft('BUN', '2026-10', reporter.oid, { revision: 0, typed: { comment: 'Utkast' } });
    await ports.answers.save(aStoredAnswer(), []);

    const locked = await problem(ports, { month: october }, reporter);

    assert.ok(locked.code === 'LOCKED');
    assert.deepEqual(locked.kept, []);
  });

  it('another committee’s month may not', async () => {
    const ports = inDecember();

    for (const month of [october, { number: 11 }, 'unknown'] as const) {
      assert.deepEqual(await problem(ports, { committeeId: 'SN', month }, reporter), { code: 'NOT_ALLOWED' });
    }
  });
});

describe('Somebody who neither reports nor is a controller', () => {
  it('corrects nothing, and learns nothing of the calendar', async () => {
    const ports = inDecember();

    for (const wanted of [{}, { committeeId: 'BUN', month: october }, { month: 'unknown' }] as const) {
      assert.deepEqual(await problem(ports, wanted, stranger), { code: 'NOT_ALLOWED' });
    }
  });
});

import assert from 'node:assert/strict';
import type { Month } from '../../../src/domain/period.ts';
import type { Contact, Plan } from '../../../src/domain/plan.ts';
import { findPrompt, REHEARSED_PROMPT } from '../../../src/features/outcomes/find-prompt.ts';
import { StartedPlans } from '../../../src/features/rounds/started-plans.ts';
import type { PromptTicket } from '../../../src/ports.ts';
import { aFollowUp, aPlan, aReporterContact, upnOf } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

const reporter = { oid: 'oid-bun', upn: upnOf('BUN') };
const deputy = { oid: 'oid-deputy', upn: upnOf('BUN', 2) };

async function withTicket(ports: FakePorts, change: Partial<PromptTicket> = {}): Promise<FakePorts> {
  await ports.tickets.save({
    promptId: 'prompt-1',
    committeeId: 'BUN',
    period: '2026-10',
    upn: reporter.upn,
    conversationId: 'chat',
    ...change,
  });
  return ports;
}

async function problem(...given: Parameters<typeof findPrompt>) {
  const found = await findPrompt(...given);
  assert.ok(!found.ok);
  return found.problem;
}

describe('A press on the month’s card', () => {
  it('is the reporter’s to make, and says which committee and month it is about', async () => {
    const ports = await withTicket(inMemoryPorts());

    const found = await findPrompt(ports, 'prompt-1', reporter, 'chat');

    assert.ok(found.ok);
    assert.equal(found.value.prompt.committee.id, 'BUN');
    assert.equal(found.value.prompt.followUp.period, '2026-10');
  });

  it('knows the reporter by name whatever the case of its letters', async () => {
    const ports = await withTicket(inMemoryPorts());

    const found = await findPrompt(ports, 'prompt-1', { ...reporter, upn: reporter.upn.toUpperCase() }, 'chat');

    assert.equal(found.ok, true);
  });

  it('still works after the due day, to the end of the day before the next month opens', async () => {
    const ports = await withTicket(inMemoryPorts({ now: '2026-11-02T23:59:59+01:00' }), { period: '2026-09' });

    assert.equal((await findPrompt(ports, 'prompt-1', reporter, 'chat')).ok, true);
  });

  it('is refused when nobody knows the card', async () => {
    assert.deepEqual(await problem(inMemoryPorts(), 'prompt-1', reporter, 'chat'), { code: 'NOT_YOURS' });
  });

  it('is refused on the cards of a rehearsal, as what it is', async () => {
    assert.deepEqual(await problem(inMemoryPorts(), REHEARSED_PROMPT, reporter, 'chat'), { code: 'REHEARSAL' });
  });

  it('is refused when the card is somebody else’s, in the same words', async () => {
    const ports = await withTicket(inMemoryPorts());

    assert.deepEqual(await problem(ports, 'prompt-1', deputy, 'chat'), { code: 'NOT_YOURS' });
  });

  it('is refused when nobody knows the person', async () => {
    const ports = await withTicket(inMemoryPorts());

    assert.deepEqual(await problem(ports, 'prompt-1', undefined, 'chat'), { code: 'NOT_YOURS' });
  });

  it('is refused when the person has been taken off the roster since the card was sent', async () => {
    const ports = await withTicket(inMemoryPorts());
    ports.plans.use(aPlan({ contacts: [aReporterContact('BUN', 2), aReporterContact('SN')] }));

    assert.deepEqual(await problem(ports, 'prompt-1', reporter, 'chat'), { code: 'NOT_YOURS' });
  });

  it('is refused when the person reports for another committee now', async () => {
    const ports = await withTicket(inMemoryPorts());
    ports.plans.use(aPlan({ contacts: [{ ...aReporterContact('BUN'), committeeId: 'SN' }] }));

    assert.deepEqual(await problem(ports, 'prompt-1', reporter, 'chat'), { code: 'NOT_YOURS' });
  });

  it('is refused when the person keeps a role, but not the reporter’s', async () => {
    const ports = await withTicket(inMemoryPorts());
    ports.plans.use(aPlan({ contacts: [{ ...aReporterContact('BUN'), role: 'committeeApprover' }] }));

    assert.deepEqual(await problem(ports, 'prompt-1', reporter, 'chat'), { code: 'NOT_YOURS' });
  });

  it('is refused in another conversation: a forwarded card answers nothing', async () => {
    const ports = await withTicket(inMemoryPorts());

    assert.deepEqual(await problem(ports, 'prompt-1', reporter, 'another chat'), { code: 'OTHER_CONVERSATION' });
  });

  it('says no more to a stranger in another conversation than that the card is not theirs', async () => {
    const ports = await withTicket(inMemoryPorts());

    assert.deepEqual(await problem(ports, 'prompt-1', deputy, 'another chat'), { code: 'NOT_YOURS' });
  });

  it('is refused before the month has opened, with the month that is open', async () => {
    const ports = await withTicket(inMemoryPorts({ now: '2026-11-02T23:59:59+01:00' }));

    assert.deepEqual(await problem(ports, 'prompt-1', reporter, 'chat'), { code: 'NOT_OPEN_YET', open: '2026-09' });
  });

  it('is taken from the first minute of the day that it opens, Swedish time', async () => {
    const ports = await withTicket(inMemoryPorts({ now: '2026-11-03T00:00:00+01:00' }));

    assert.equal((await findPrompt(ports, 'prompt-1', reporter, 'chat')).ok, true);
  });

  it('is refused when the plan no longer follows up the month', async () => {
    const ports = await withTicket(inMemoryPorts());
    ports.plans.use(aPlan({ followUps: [] }));

    assert.deepEqual(await problem(ports, 'prompt-1', reporter, 'chat'), { code: 'NOT_YOURS' });
  });

  it('is refused when the plan no longer has the committee', async () => {
    const ports = await withTicket(inMemoryPorts());
    ports.plans.use(aPlan({ committees: [] }));

    assert.deepEqual(await problem(ports, 'prompt-1', reporter, 'chat'), { code: 'NOT_YOURS' });
  });
});

const controller = { oid: 'oid-controller', upn: 'controller@styrmodell.example' };
const untilNovember = aPlan({ followUps: [aFollowUp('2026-10'), aFollowUp('2026-11')] });
const LAST_SECOND = '2026-12-02T23:59:59+01:00';
const FIRST_SECOND = '2026-12-03T00:00:00+01:00';

/** October's cards of the reporter, the deputy and the controller, each in a chat of their own. */
async function octoberAt(now: string, plan: Plan = untilNovember): Promise<FakePorts> {
  const ports = inMemoryPorts({ plan, now });
  await withTicket(ports);
  await withTicket(ports, { promptId: 'prompt-2', upn: deputy.upn, conversationId: 'chat 2' });
  return withTicket(ports, { promptId: 'prompt-3', upn: controller.upn, conversationId: 'chat 3' });
}

async function isReasonRequired(...given: Parameters<typeof findPrompt>): Promise<boolean> {
  const found = await findPrompt(...given);
  assert.ok(found.ok, JSON.stringify(found));
  return found.value.reasonRequired;
}

describe('A month that the next one has followed', () => {
  it('is the reporter’s and the deputy’s until midnight, and needs no reason', async () => {
    const ports = await octoberAt(LAST_SECOND);

    assert.equal(await isReasonRequired(ports, 'prompt-1', reporter, 'chat'), false);
    assert.equal(await isReasonRequired(ports, 'prompt-2', deputy, 'chat 2'), false);
  });

  it('is locked from the first second of the day that the next one opens, and says who can correct it', async () => {
    const ports = await octoberAt(FIRST_SECOND);

    for (const [promptId, person, chat] of [
      ['prompt-1', reporter, 'chat'],
      ['prompt-2', deputy, 'chat 2'],
    ] as const) {
      const locked = await problem(ports, promptId, person, chat);

      assert.ok(locked.code === 'LOCKED');
      const { since, controllers, open, period } = locked;
      assert.deepEqual(
        { since, controllers, open, period },
        {
          since: '2026-12-03',
          controllers: [controller.upn],
          open: '2026-11',
          period: '2026-10',
        },
      );
      assert.equal(locked.ticket.committeeId, 'BUN');
      assert.equal(locked.person, person);
    }
  });

  it('is locked earlier when a controller opens the next one ahead of the calendar', async () => {
    const ports = await octoberAt('2026-12-01T09:00:00+01:00');
    const started = async () => new Map<Month, string>([['2026-11', '2026-12-01']]);
    const plans = new StartedPlans(ports.plans, { started });

    const locked = await problem({ ...ports, plans }, 'prompt-1', reporter, 'chat');

    assert.ok(locked.code === 'LOCKED');
    assert.equal(locked.since, '2026-12-01');
  });

  it('is the controller’s before and after, each time with a reason', async () => {
    assert.equal(await isReasonRequired(await octoberAt(LAST_SECOND), 'prompt-3', controller, 'chat 3'), true);
    assert.equal(await isReasonRequired(await octoberAt(FIRST_SECOND), 'prompt-3', controller, 'chat 3'), true);
  });

  it('needs no reason of a controller who reports for the committee, until it is locked', async () => {
    const both: Contact = { upn: reporter.upn, role: 'controller', order: 2 };
    const plan = { ...untilNovember, contacts: [...untilNovember.contacts, both] };

    assert.equal(await isReasonRequired(await octoberAt(LAST_SECOND, plan), 'prompt-1', reporter, 'chat'), false);
    assert.equal(await isReasonRequired(await octoberAt(FIRST_SECOND, plan), 'prompt-1', reporter, 'chat'), true);
  });

  it('is nobody’s but the controller’s of today: who was one is refused as a stranger is', async () => {
    const plan = { ...untilNovember, contacts: untilNovember.contacts.filter(({ role }) => role !== 'controller') };

    for (const now of [LAST_SECOND, FIRST_SECOND]) {
      assert.deepEqual(await problem(await octoberAt(now, plan), 'prompt-3', controller, 'chat 3'), {
        code: 'NOT_YOURS',
      });
    }
  });

  for (const role of ['administrator', 'manager', 'councilClerk', 'committeeApprover'] as const) {
    it(`is not opened by a card of somebody who is ${role}`, async () => {
      const other = { oid: 'oid-other', upn: 'annan@styrmodell.example' };
      const plan = aPlan({ ...untilNovember, contacts: [{ upn: other.upn, role, order: 1, committeeId: 'BUN' }] });
      const ports = inMemoryPorts({ plan, now: FIRST_SECOND });
      await withTicket(ports, { upn: other.upn });

      assert.deepEqual(await problem(ports, 'prompt-1', other, 'chat'), { code: 'NOT_YOURS' });
    });
  }

  it('tells a stranger no more than an unknown card does', async () => {
    const ports = await octoberAt(FIRST_SECOND);

    assert.deepEqual(await problem(ports, 'prompt-1', deputy, 'chat'), { code: 'NOT_YOURS' });
    assert.deepEqual(await problem(ports, 'prompt-3', reporter, 'chat 3'), { code: 'NOT_YOURS' });
    assert.deepEqual(await problem(ports, 'prompt-1', controller, 'chat'), { code: 'NOT_YOURS' });
  });
});

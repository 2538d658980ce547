import assert from 'node:assert/strict';
import { findPrompt } from '../../../src/features/outcomes/find-prompt.ts';
import type { PromptTicket } from '../../../src/ports.ts';
import { aPlan, aReporterContact, upnOf } from '../../support/builders.ts';
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

  it('still works for a month that closed before the next one opened', async () => {
    const ports = await withTicket(inMemoryPorts({ now: '2026-11-30T08:00:00+01:00' }), { period: '2026-09' });

    assert.equal((await findPrompt(ports, 'prompt-1', reporter, 'chat')).ok, true);
  });

  it('is refused when nobody knows the card', async () => {
    assert.deepEqual(await problem(inMemoryPorts(), 'prompt-1', reporter, 'chat'), { code: 'NOT_YOURS' });
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

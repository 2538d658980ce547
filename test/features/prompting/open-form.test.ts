import assert from 'node:assert/strict';
import { noteFormShown, openForms } from '../../../src/features/prompting/open-form.ts';
import { planRound } from '../../../src/features/prompting/plan-round.ts';
import type { RoundChange } from '../../../src/ports.ts';
import { aPlan, aReporterContact, aStoredAnswer, upnOf } from '../../support/builders.ts';
import { aKnownPerson, inMemoryPorts } from '../../support/fakes.ts';
import { orderedIn } from '../../support/rounds.ts';

const reporter = { oid: `oid of ${upnOf('BUN')}`, upn: upnOf('BUN') };

describe('Somebody who asks for the form', () => {
  it('gets the open month of the committee they report for', async () => {
    const ports = inMemoryPorts();
    const conversation = await aKnownPerson(ports, reporter.upn);

    const opened = await openForms(ports, reporter, conversation);

    assert.deepEqual(
      opened.map(({ form }) => [form.prompt.committee.id, form.prompt.followUp.period, form.revision]),
      [['BUN', '2026-10', 0]],
    );
  });

  it('gets one for each committee when they report for two', async () => {
    const both = aPlan({ contacts: [aReporterContact('BUN'), { ...aReporterContact('BUN'), committeeId: 'SN' }] });
    const ports = inMemoryPorts({ plan: both });
    const conversation = await aKnownPerson(ports, reporter.upn);

    const opened = await openForms(ports, reporter, conversation);

    assert.deepEqual(
      opened.map(({ form }) => form.prompt.committee.id),
      ['BUN', 'SN'],
    );
  });

  it('gets none when they report for nobody', async () => {
    const ports = inMemoryPorts();
    const controller = { oid: 'oid', upn: 'controller@styrmodell.example' };

    assert.deepEqual(await openForms(ports, controller, await aKnownPerson(ports, controller.upn)), []);
  });

  it('gets it with what is stored, and with what they had typed since', async () => {
    const ports = inMemoryPorts();
    const conversation = await aKnownPerson(ports, reporter.upn);
    await ports.answers.save(aStoredAnswer(), []);
    await ports.answers.saveDraft('BUN', '2026-10', reporter.oid, { revision: 1, typed: { i_comment: 'Ny' } });

    const [opened] = await openForms(ports, reporter, conversation);

    assert.equal(opened?.form.revision, 1);
    assert.equal(opened?.form.stored?.receiptNumber, 'BUN-2026-10-1');
    assert.deepEqual(opened?.form.typed, { i_comment: 'Ny' });
  });

  it('gets it without what they typed before somebody answered', async () => {
    const ports = inMemoryPorts();
    const conversation = await aKnownPerson(ports, reporter.upn);
    await ports.answers.saveDraft('BUN', '2026-10', reporter.oid, { revision: 0, typed: { i_comment: 'Gammal' } });
    await ports.answers.save(aStoredAnswer(), []);

    const [opened] = await openForms(ports, reporter, conversation);

    assert.deepEqual(opened?.form.typed, {});
  });

  it('is not sent it again by the round', async () => {
    const ports = inMemoryPorts();
    const conversation = await aKnownPerson(ports, reporter.upn);
    const [opened] = await openForms(ports, reporter, conversation);
    assert.ok(opened);

    await noteFormShown(ports, opened.delivery, 'shown-1');

    assert.deepEqual(orderedIn(await planRound(ports)), []);
    const mine = ports.deliveries.rows.filter(({ recipient }) => recipient === reporter.upn);
    assert.deepEqual(
      mine.map(({ state, activityIds, id }) => [state, activityIds, id]),
      [['sent', ['shown-1'], opened.form.promptId]],
    );
  });

  it('has it as a message that waits for nothing, although Teams had wanted the round to wait', async () => {
    const ports = inMemoryPorts();
    const conversation = await aKnownPerson(ports, reporter.upn);
    const [opened] = await openForms(ports, reporter, conversation);
    assert.ok(opened);
    const notBefore = new Date(ports.clock.now().getTime() + 1_800_000);
    const delivery = await ports.deliveries.change(opened.delivery, { notBefore });
    assert.ok(delivery);

    await noteFormShown(ports, delivery, 'shown-1');

    const shown = ports.deliveries.rows.find(({ id }) => id === delivery.id);
    assert.deepEqual([shown?.state, shown?.notBefore], ['sent', ports.clock.now()]);
  });

  it('who is newly installed gets only what has been sent: the rest comes by itself', async () => {
    const ports = inMemoryPorts();
    const conversation = await aKnownPerson(ports, reporter.upn);
    const before = await openForms(ports, reporter, conversation, { onlySent: true });
    await planRound(ports);
    const [row] = ports.deliveries.rows;
    assert.ok(row);
    await ports.deliveries.change(row, { state: 'ambiguous' });

    const after = await openForms(ports, reporter, conversation, { onlySent: true });

    assert.deepEqual([before.length, after.length], [0, 1]);
  });

  it('who is newly installed at night gets it at once, but not while the round is paused or rehearsed', async () => {
    const opened = async (change: RoundChange): Promise<number> => {
      const ports = inMemoryPorts({ now: '2026-11-05T07:00:00+01:00' });
      const conversation = await aKnownPerson(ports, reporter.upn);
      await ports.rounds.change('2026-10', change, { at: ports.clock.now(), by: 'styr', what: 'changed' });
      return (await openForms(ports, reporter, conversation, { onlySent: true })).length;
    };
    const rehearsal = { number: 1, to: 'controller@styrmodell.example', on: true };

    assert.deepEqual(await Promise.all([{}, { paused: true }, { rehearsal }].map(opened)), [1, 0, 0]);
  });

  it('who is newly installed gets nothing because of what a rehearsal has sent in their name', async () => {
    const ports = inMemoryPorts({ now: '2026-11-05T10:00:00+01:00' });
    const conversation = await aKnownPerson(ports, reporter.upn);
    const line = {
      committeeId: 'BUN',
      period: '2026-10',
      recipient: reporter.upn,
      kind: 'prompt',
      variant: 'r1',
    } as const;
    const row = await ports.deliveries.ensure(line);
    await ports.deliveries.change(row, { state: 'sent', claimedAt: new Date('2026-11-05T08:00:00+01:00') });

    assert.deepEqual(await openForms(ports, reporter, conversation, { onlySent: true }), []);
  });

  it('has it on the screen also when the round was busy with it at that moment', async () => {
    const ports = inMemoryPorts();
    const conversation = await aKnownPerson(ports, reporter.upn);
    const [opened] = await openForms(ports, reporter, conversation);
    assert.ok(opened);
    await ports.deliveries.change(opened.delivery, { state: 'sending', owner: 'instance-2' });

    await noteFormShown(ports, opened.delivery, 'shown-1');

    assert.deepEqual(
      ports.deliveries.rows.map(({ state, activityIds }) => [state, activityIds]),
      [['sent', ['shown-1']]],
    );
  });

  it('gets none before the year’s first month has opened', async () => {
    const ports = inMemoryPorts({ now: '2026-02-01T08:00:00+01:00' });

    assert.deepEqual(await openForms(ports, reporter, await aKnownPerson(ports, reporter.upn)), []);
  });
});

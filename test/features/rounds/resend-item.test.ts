import assert from 'node:assert/strict';
import { resendItem } from '../../../src/features/rounds/resend-item.ts';
import { aStoredAnswer } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';
import { APPROVER, aLine, aRound, CONTROLLER, DEPUTY, OF_SN, REPORTER } from './round-scene.ts';

const form = { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt' } as const;

async function resend(ports: FakePorts, upn: string, committeeId?: string, by = CONTROLLER) {
  return resendItem(ports, '2026-10', { upn, ...(committeeId && { committeeId }) }, by);
}

describe('One person’s message again', () => {
  it('is the same form, saying that it stands in for an earlier one', async () => {
    const ports = await aRound();
    const before = await aLine(ports, form);
    await aLine(ports, { ...form, kind: 'reminder', variant: '-2' });

    const resent = await resend(ports, REPORTER.toUpperCase());

    assert.ok(resent.ok);
    assert.deepEqual(
      resent.value.lines.map(({ kind, state, replaces }) => [kind, state, replaces]),
      [['prompt', 'ready', true]],
    );
    assert.deepEqual(
      ports.deliveries.rows.map(({ kind, id, state }) => [kind, id === before.id, state]),
      [
        ['prompt', true, 'ready'],
        ['reminder', false, 'sent'],
      ],
    );
    assert.deepEqual(await ports.rounds.history('2026-10'), [
      { at: ports.clock.now(), by: CONTROLLER, what: `resent ${REPORTER} BUN` },
    ]);
  });

  it('goes to somebody who was refused and has installed the app since', async () => {
    const ports = await aRound();
    await aLine(ports, form, { state: 'refused', reason: 'ConversationBlockedByUser' });

    const resent = await resend(ports, REPORTER, 'BUN');

    assert.ok(resent.ok);
    assert.equal(ports.deliveries.rows[0]?.state, 'ready');
  });

  it('is word of what is late for an approver, who has no form', async () => {
    const ports = await aRound('2026-11-14T09:00:00+01:00');
    await aLine(ports, form);
    await aLine(ports, { committeeId: 'BUN', recipient: APPROVER, kind: 'late', variant: '4' });

    const resent = await resend(ports, APPROVER);

    assert.ok(resent.ok);
    assert.deepEqual(
      resent.value.lines.map(({ kind, step }) => [kind, step]),
      [['late', '4']],
    );
  });

  it('is refused for an approver who has no app, also before it has been tried', async () => {
    const ports = await aRound('2026-11-14T09:00:00+01:00');
    await aLine(ports, { committeeId: 'BUN', recipient: APPROVER, kind: 'late', variant: '4' }, { state: 'ready' });

    const resent = await resend({ ...ports, conversations: inMemoryPorts().conversations }, APPROVER);

    assert.deepEqual(resent, {
      ok: false,
      problem: { code: 'NOT_REACHABLE', upn: APPROVER, reason: 'NOT_INSTALLED' },
    });
  });

  it('is refused when the committee has answered: nobody is asked again', async () => {
    const ports = await aRound();
    await aLine(ports, form);
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN' }), []);

    const resent = await resend(ports, REPORTER);

    assert.deepEqual(resent, { ok: false, problem: { code: 'ANSWERED', committeeIds: ['BUN'] } });
    assert.equal(ports.deliveries.rows[0]?.state, 'sent');
  });

  it('is refused for somebody who has been sent nothing, or in a rehearsal alone, or whose message is on its way', async () => {
    const ports = await aRound();
    await aLine(ports, form, { state: 'sending' });

    const never = await resend(ports, OF_SN);
    const moving = await resend(ports, REPORTER);
    const elsewhere = await resend(ports, REPORTER, 'KS');
    await aLine(ports, { ...form, recipient: APPROVER, variant: 'r1' });
    const rehearsed = await resend(ports, APPROVER);

    assert.deepEqual(never, { ok: false, problem: { code: 'NOT_ASKED', upn: OF_SN } });
    assert.deepEqual(rehearsed, { ok: false, problem: { code: 'NOT_ASKED', upn: APPROVER } });
    assert.deepEqual(moving, { ok: false, problem: { code: 'GOES_OUT_ANYWAY', upn: REPORTER } });
    assert.deepEqual(elsewhere, { ok: false, problem: { code: 'NO_SUCH_COMMITTEE', committeeId: 'KS' } });
  });

  it('is refused for somebody who can’t be reached, with why', async () => {
    const ports = await aRound();
    await aLine(ports, form);
    await aLine(ports, { ...form, recipient: DEPUTY }, { state: 'ready' });
    await ports.absences.save({ upn: REPORTER, from: '2026-11-05', to: '2026-11-13', saidAt: ports.clock.now() });

    const away = await resend(ports, REPORTER);
    const withoutApp = await resend(ports, DEPUTY);

    assert.deepEqual(away, {
      ok: false,
      problem: { code: 'NOT_REACHABLE', upn: REPORTER, reason: 'AWAY', until: '2026-11-13' },
    });
    assert.deepEqual(withoutApp, {
      ok: false,
      problem: { code: 'NOT_REACHABLE', upn: DEPUTY, reason: 'NOT_INSTALLED' },
    });
    assert.deepEqual(
      ports.deliveries.rows.map(({ state }) => state),
      ['sent', 'ready'],
    );
  });

  it('is refused to a controller when the committee has somebody to ask again', async () => {
    for (const state of ['sent', 'ready'] as const) {
      const ports = await aRound();
      await aLine(ports, { committeeId: 'BUN', recipient: CONTROLLER, kind: 'unreachable' }, { state });

      const resent = await resend(ports, CONTROLLER);

      assert.deepEqual(resent, { ok: false, problem: { code: 'NOT_NEEDED', upn: CONTROLLER } });
    }
  });

  it('is for the open round, and for those who lead it', async () => {
    const ports = await aRound();
    await aLine(ports, form);

    const coming = await resendItem(ports, '2026-11', { upn: REPORTER }, CONTROLLER);
    const over = await resendItem(ports, '2026-09', { upn: REPORTER }, CONTROLLER);
    const byReporter = await resend(ports, REPORTER, 'BUN', REPORTER);

    assert.deepEqual(coming, {
      ok: false,
      problem: { code: 'ROUND_NOT_OPEN', period: '2026-11', opensOn: '2026-12-03' },
    });
    assert.deepEqual(over, { ok: false, problem: { code: 'ROUND_OVER', period: '2026-09', open: '2026-10' } });
    assert.deepEqual(byReporter, { ok: false, problem: { code: 'NOT_ALLOWED' } });
  });
});

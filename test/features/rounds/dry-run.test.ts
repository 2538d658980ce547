import assert from 'node:assert/strict';
import { type DryRun, dryRun } from '../../../src/features/rounds/dry-run.ts';
import { aStoredAnswer } from '../../support/builders.ts';
import type { FakePorts } from '../../support/fakes.ts';
import { APPROVER, aKnownDeputy, aLine, aRound, CONTROLLER, DEPUTY, OF_SN, REPORTER } from './round-scene.ts';

async function runOf(ports: FakePorts, date: string, hour?: number): Promise<DryRun> {
  const run = await dryRun(ports, date, hour);
  assert.ok(run.ok);
  return run.value;
}

/** Who gets what and why, without the times. */
function said({ messages }: DryRun) {
  return messages.flatMap(({ recipient, items }) =>
    items.map(({ committeeId, kind, why }) => [recipient, committeeId, kind, why.code]),
  );
}

describe('A dry run', () => {
  it('of the opening day asks the first reporter of each committee, at eight', async () => {
    const ports = await aRound('2026-11-01T12:00:00+01:00');

    const run = await runOf(ports, '2026-11-03');

    assert.equal(run.period, '2026-10');
    assert.deepEqual(
      run.messages.map(({ at, recipient, as }) => [at, recipient, as]),
      [
        ['2026-11-03 08:00', REPORTER, 'form'],
        ['2026-11-03 08:00', OF_SN, 'form'],
      ],
    );
    assert.deepEqual(said(run), [
      [REPORTER, 'BUN', 'prompt', 'OPENED'],
      [OF_SN, 'SN', 'prompt', 'OPENED'],
    ]);
  });

  it('of a later day takes it that everything before it has gone out and nobody more has answered', async () => {
    const ports = await aRound('2026-11-01T12:00:00+01:00');
    await aKnownDeputy(ports);

    const days = ['2026-11-04', '2026-11-08', '2026-11-12', '2026-11-14'];
    const runs = await Promise.all(days.map((day) => runOf(ports, day)));

    assert.deepEqual(runs.map(said), [
      [],
      [
        [REPORTER, 'BUN', 'reminder', 'STEP'],
        [OF_SN, 'SN', 'reminder', 'STEP'],
      ],
      [[DEPUTY, 'BUN', 'prompt', 'DEPUTY_STEP']],
      [[APPROVER, 'BUN', 'late', 'STEP']],
    ]);
  });

  it('starts from what has been answered and sent', async () => {
    const ports = await aRound('2026-11-05T12:00:00+01:00');
    await aLine(ports, { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt' });
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), []);

    assert.deepEqual(said(await runOf(ports, '2026-11-05')), []);
    assert.deepEqual(said(await runOf(ports, '2026-11-10')), [[REPORTER, 'BUN', 'reminder', 'STEP']]);
  });

  it('says for whom a deputy is asked, and that nobody can be when that is so', async () => {
    const ports = await aRound('2026-11-01T12:00:00+01:00');
    await aKnownDeputy(ports);
    const saidAt = ports.clock.now();
    for (const upn of [REPORTER, OF_SN]) {
      await ports.absences.save({ upn, from: '2026-11-03', to: '2026-11-06', saidAt });
    }

    const { messages } = await runOf(ports, '2026-11-03');

    assert.deepEqual(
      messages.map(({ at, recipient, items }) => [at, recipient, items[0]?.why]),
      [
        ['2026-11-03 08:00', DEPUTY, { code: 'INSTEAD', of: REPORTER, reason: 'AWAY' }],
        ['2026-11-03 09:00', CONTROLLER, { code: 'NOBODY_REACHABLE' }],
      ],
    );
  });

  it('leaves out what comes after the hour that is asked about', async () => {
    const ports = await aRound('2026-11-01T12:00:00+01:00');
    await ports.absences.save({ upn: OF_SN, from: '2026-11-03', to: '2026-11-06', saidAt: ports.clock.now() });

    const { messages } = await runOf(ports, '2026-11-03', 8);

    assert.deepEqual(
      messages.map(({ recipient }) => recipient),
      [REPORTER],
    );
  });

  it('shows what goes out once more', async () => {
    const ports = await aRound();
    await aLine(ports, { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt' }, { state: 'ready', replaces: true });

    const run = await runOf(ports, '2026-11-05');

    assert.deepEqual(said(run), [
      [REPORTER, 'BUN', 'prompt', 'AGAIN'],
      [OF_SN, 'SN', 'prompt', 'OPENED'],
    ]);
  });

  it('says that the round is paused or rehearsed, and changes nothing', async () => {
    const ports = await aRound();
    const event = { at: ports.clock.now(), by: CONTROLLER, what: 'paused' };
    const rehearsal = { number: 1, to: CONTROLLER, on: true };
    await ports.rounds.change('2026-10', { paused: true, rehearsal }, event);

    const run = await runOf(ports, '2026-11-14');

    assert.deepEqual([run.paused, run.rehearsalTo], [true, CONTROLLER]);
    assert.deepEqual(ports.deliveries.rows, []);
    assert.deepEqual(await ports.rounds.history('2026-10'), [event]);
  });

  it('of next month’s opening day is of next month', async () => {
    const run = await runOf(await aRound(), '2026-12-03');

    assert.equal(run.period, '2026-11');
    assert.deepEqual(said(run), [
      [REPORTER, 'BUN', 'prompt', 'OPENED'],
      [OF_SN, 'SN', 'prompt', 'OPENED'],
    ]);
  });

  it('is refused for a day that has been, and one long after the plan', async () => {
    const ports = await aRound();

    const passed = await dryRun(ports, '2026-11-04');
    const far = await dryRun(ports, '9999-12-31');

    assert.deepEqual(passed, {
      ok: false,
      problem: { code: 'DAY_PASSED', date: '2026-11-04', today: '2026-11-05' },
    });
    assert.deepEqual(far, { ok: false, problem: { code: 'DAY_OUTSIDE_PLAN', date: '9999-12-31', to: 2029 } });
  });
});

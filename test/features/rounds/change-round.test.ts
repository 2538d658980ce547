import assert from 'node:assert/strict';
import { findOpenFollowUp } from '../../../src/features/prompting/find-open-follow-up.ts';
import {
  endRehearsal,
  pauseRound,
  rehearse,
  resumeRound,
  startRound,
} from '../../../src/features/rounds/change-round.ts';
import { startableRound } from '../../../src/features/rounds/startable-round.ts';
import { aRound, CONTROLLER, DEPUTY, REPORTER, withStarts } from './round-scene.ts';

describe('Starting a follow-up ahead of the calendar', () => {
  it('is refused on the last day of the month, and opens it the day after', async () => {
    const fakes = await aRound('2026-10-31T20:00:00+01:00');
    const ports = withStarts(fakes);

    const tooEarly = await startRound(ports, '2026-10', CONTROLLER);
    fakes.clock.moveTo('2026-11-01T00:00:00+01:00');
    const started = await startRound(ports, '2026-10', CONTROLLER);

    assert.deepEqual(tooEarly, {
      ok: false,
      problem: { code: 'MONTH_NOT_OVER', period: '2026-10', earliest: '2026-11-01' },
    });
    assert.ok(started.ok);
    assert.deepEqual([started.value.standing, started.value.opensOn], ['open', '2026-11-01']);
    assert.equal((await findOpenFollowUp(ports))?.followUp.period, '2026-10');
  });

  it('is offered when the month has ended, and not before', async () => {
    const ports = await aRound('2026-11-30T23:59:00+01:00');

    const onTheLastDay = await startableRound(ports);
    ports.clock.moveTo('2026-12-01T00:00:00+01:00');

    assert.equal(onTheLastDay, undefined);
    assert.equal(await startableRound(ports), '2026-11');
  });

  it('is refused when it is open already, by the calendar or by hand', async () => {
    const byCalendar = await startRound(withStarts(await aRound()), '2026-10', CONTROLLER);
    const early = withStarts(await aRound('2026-11-01T10:00:00+01:00'));
    await startRound(early, '2026-10', CONTROLLER);
    const byHand = await startRound(early, '2026-10', CONTROLLER);

    const problem = { code: 'ALREADY_OPEN', period: '2026-10' };
    assert.deepEqual(byCalendar, { ok: false, problem: { ...problem, since: '2026-11-03' } });
    assert.deepEqual(byHand, { ok: false, problem: { ...problem, since: '2026-11-01' } });
  });

  it('is refused for a month that a later one has followed, and for one that the plan does not follow up', async () => {
    const ports = await aRound();

    const over = await startRound(ports, '2026-09', CONTROLLER);
    const unknown = await startRound(ports, '2026-07', CONTROLLER);

    assert.deepEqual(over, { ok: false, problem: { code: 'ROUND_OVER', period: '2026-09', open: '2026-10' } });
    assert.deepEqual(unknown, { ok: false, problem: { code: 'NO_SUCH_ROUND', period: '2026-07', open: '2026-10' } });
  });
});

describe('Pausing a follow-up', () => {
  it('holds until it is resumed, and keeps who did it and when', async () => {
    const ports = await aRound();

    const paused = await pauseRound(ports, '2026-10', CONTROLLER);
    const settings = await ports.rounds.find('2026-10');
    ports.clock.pass(60);
    const resumed = await resumeRound(ports, '2026-10', 'styr');

    assert.ok(paused.ok && resumed.ok);
    assert.equal(settings?.paused, true);
    assert.equal((await ports.rounds.find('2026-10'))?.paused, false);
    assert.deepEqual(await ports.rounds.history('2026-10'), [
      { at: new Date('2026-11-05T07:00:00Z'), by: CONTROLLER, what: 'paused' },
      { at: new Date('2026-11-05T07:01:00Z'), by: 'styr', what: 'resumed' },
    ]);
  });

  it('says so when it is paused already, or is not paused', async () => {
    const ports = await aRound();

    const notPaused = await resumeRound(ports, '2026-10', CONTROLLER);
    await pauseRound(ports, '2026-10', CONTROLLER);
    const twice = await pauseRound(ports, '2026-10', CONTROLLER);

    assert.deepEqual(notPaused, { ok: false, problem: { code: 'NOT_PAUSED', period: '2026-10' } });
    assert.deepEqual(twice, { ok: false, problem: { code: 'ALREADY_PAUSED', period: '2026-10' } });
  });

  it('can be done before it opens, so that nothing goes out on its first morning', async () => {
    const ports = await aRound();

    const paused = await pauseRound(ports, '2026-11', CONTROLLER);

    assert.ok(paused.ok);
    assert.deepEqual([paused.value.standing, paused.value.opensOn], ['coming', '2026-12-03']);
  });

  it('changes nothing for whoever was second', async () => {
    const ports = await aRound();
    ports.rounds.beforeNextChange = () =>
      ports.rounds.change('2026-10', { paused: true }, { at: ports.clock.now(), by: 'styr', what: 'paused' });

    const second = await pauseRound(ports, '2026-10', CONTROLLER);

    assert.deepEqual(second, { ok: false, problem: { code: 'CHANGED_MEANWHILE' } });
    assert.equal((await ports.rounds.history('2026-10')).length, 1);
  });
});

describe('Rehearsing a follow-up', () => {
  it('sends everything to one person, under a new number each time', async () => {
    const ports = await aRound();

    const first = await rehearse(ports, '2026-10', CONTROLLER.toUpperCase(), CONTROLLER);
    const twice = await rehearse(ports, '2026-10', CONTROLLER, CONTROLLER);
    await endRehearsal(ports, '2026-10', CONTROLLER);
    const second = await rehearse(ports, '2026-10', REPORTER, CONTROLLER);

    assert.ok(first.ok && second.ok);
    assert.deepEqual(first.value.rehearsal, { number: 1, to: CONTROLLER });
    assert.deepEqual(twice, {
      ok: false,
      problem: { code: 'ALREADY_REHEARSING', period: '2026-10', to: CONTROLLER },
    });
    assert.deepEqual((await ports.rounds.find('2026-10'))?.rehearsal, { number: 2, to: REPORTER, on: true });
    assert.deepEqual(
      (await ports.rounds.history('2026-10')).map(({ what }) => what),
      [`rehearsal 1 ${CONTROLLER}`, 'rehearsal-ended 1', `rehearsal 2 ${REPORTER}`],
    );
  });

  it('needs somebody of the roster who can be written to', async () => {
    const ports = await aRound();

    const stranger = await rehearse(ports, '2026-10', 'nagon@annan.example', CONTROLLER);
    const withoutApp = await rehearse(ports, '2026-10', DEPUTY, CONTROLLER);
    const ended = await endRehearsal(ports, '2026-10', CONTROLLER);

    assert.deepEqual(stranger, { ok: false, problem: { code: 'NOT_IN_ROSTER', upn: 'nagon@annan.example' } });
    assert.deepEqual(withoutApp, {
      ok: false,
      problem: { code: 'NOT_REACHABLE', upn: DEPUTY, reason: 'NOT_INSTALLED' },
    });
    assert.deepEqual(ended, { ok: false, problem: { code: 'NOT_REHEARSING', period: '2026-10' } });
  });
});

describe('Leading a follow-up', () => {
  it('is for controllers and administrators: a reporter or a manager changes nothing', async () => {
    const ports = await aRound('2026-11-01T10:00:00+01:00');
    const deeds = [startRound, pauseRound, resumeRound, endRehearsal] as const;

    for (const by of [REPORTER, 'kommundirektor@styrmodell.example', 'nagon@annan.example']) {
      for (const deed of deeds) {
        assert.deepEqual(await deed(ports, '2026-10', by), { ok: false, problem: { code: 'NOT_ALLOWED' } });
      }
      assert.equal((await rehearse(ports, '2026-10', CONTROLLER, by)).ok, false);
    }

    assert.equal(await ports.rounds.find('2026-10'), undefined);
    assert.deepEqual(await ports.rounds.history('2026-10'), []);
  });
});

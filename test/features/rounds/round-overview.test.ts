import assert from 'node:assert/strict';
import type { Month } from '../../../src/domain/period.ts';
import type { RoundOverview } from '../../../src/domain/round-overview.ts';
import { roundOverview } from '../../../src/features/rounds/round-overview.ts';
import { aPlan, aReporter, aStoredAnswer } from '../../support/builders.ts';
import { aKnownPerson, type FakePorts, inMemoryPorts } from '../../support/fakes.ts';
import { APPROVER, aLine, aRound, CONTROLLER, DEPUTY, OF_SN, REPORTER } from './round-scene.ts';

async function overviewOf(ports: FakePorts, period?: Month): Promise<RoundOverview> {
  const overview = await roundOverview({ ...ports, installLink: 'https://teams.microsoft.com/l/app/1' }, period);
  assert.ok(overview.ok);
  return overview.value;
}

describe('The overview of a round', () => {
  it('is of the open follow-up, with its days and its ladder', async () => {
    const { period, standing, dates, locksOn, paused, counts } = await overviewOf(await aRound());

    assert.deepEqual([period, standing, dates.opensOn, dates.dueOn], ['2026-10', 'open', '2026-11-03', '2026-11-10']);
    assert.deepEqual(
      dates.steps.map(({ kind, on }) => [kind, on]),
      [
        ['reminder', '2026-11-08'],
        ['reminder', '2026-11-10'],
        ['deputy', '2026-11-12'],
        ['approver', '2026-11-14'],
      ],
    );
    assert.deepEqual([locksOn, paused], ['2026-12-03', false]);
    assert.deepEqual(counts, { committees: 2, answered: 0, sent: 0, waiting: 0, ambiguous: 0, refused: 0 });
  });

  it('says who has answered, when, and in which revision', async () => {
    const ports = await aRound();
    const reporter = aReporter({ upn: REPORTER, name: 'Rut Rapportör' });
    await ports.answers.save(aStoredAnswer({ reporter }), []);
    await ports.answers.save(
      aStoredAnswer({ reporter, revision: 2, reportedAt: new Date('2026-11-05T07:30:00Z') }),
      [],
    );

    const { committees, counts } = await overviewOf(ports);

    assert.deepEqual(
      committees.map(({ committeeId, answer }) => [committeeId, answer]),
      [
        ['BUN', { upn: REPORTER, name: 'Rut Rapportör', at: new Date('2026-11-05T07:30:00Z'), revision: 2 }],
        ['SN', undefined],
      ],
    );
    assert.equal(counts.answered, 1);
  });

  it('lists who has been asked and reminded, with what became of it, and what a person has to look at', async () => {
    const ports = await aRound();
    const at = new Date('2026-11-04T08:00:00+01:00');
    await aLine(ports, { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt' });
    await aLine(
      ports,
      { committeeId: 'BUN', recipient: REPORTER, kind: 'reminder', variant: '-2' },
      { state: 'ambiguous', reason: 'NO_ANSWER' },
    );
    await aLine(
      ports,
      { committeeId: 'SN', recipient: OF_SN, kind: 'prompt' },
      { state: 'refused', reason: 'ConversationBlockedByUser' },
    );

    const { committees, counts, ambiguous, refused } = await overviewOf(ports);

    const [ofBun] = committees;
    assert.deepEqual(ofBun?.lines, [
      { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt', state: 'sent', at, replaces: false },
      {
        ...{ committeeId: 'BUN', recipient: REPORTER, kind: 'reminder', step: '-2', state: 'ambiguous' },
        ...{ reason: 'NO_ANSWER', at, replaces: false },
      },
    ]);
    assert.deepEqual(
      [ambiguous, refused].map((lines) => lines.map(({ recipient }) => recipient)),
      [[REPORTER], [OF_SN]],
    );
    assert.deepEqual(counts, { committees: 2, answered: 0, sent: 1, waiting: 0, ambiguous: 1, refused: 1 });
  });

  it('says of a committee that nobody can be asked who was tried, and why', async () => {
    const ports = await aRound();
    await aLine(
      ports,
      { committeeId: 'SN', recipient: OF_SN, kind: 'prompt' },
      { state: 'refused', reason: 'ConversationBlockedByUser' },
    );
    const saidAt = ports.clock.now();
    await ports.absences.save({ upn: REPORTER, from: '2026-11-05', to: '2026-11-13', saidAt });

    const { unreachable } = await overviewOf(ports);

    assert.deepEqual(
      unreachable.map(({ committeeId, tried }) => [committeeId, tried]),
      [
        [
          'BUN',
          [
            { upn: REPORTER, reason: 'AWAY', until: '2026-11-13' },
            { upn: DEPUTY, reason: 'NOT_INSTALLED' },
          ],
        ],
        ['SN', [{ upn: OF_SN, reason: 'ConversationBlockedByUser' }]],
      ],
    );
  });

  it('names those who have to install the app, and where they do that', async () => {
    const { mustInstall, installLink } = await overviewOf(await aRound());

    assert.deepEqual(mustInstall, [{ upn: DEPUTY, committeeIds: ['BUN'] }]);
    assert.equal(installLink, 'https://teams.microsoft.com/l/app/1');
  });

  it('keeps rehearsals apart: they count for nothing', async () => {
    const ports = await aRound();
    await aLine(ports, { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt', variant: 'r1' });
    await aLine(
      ports,
      { committeeId: 'BUN', recipient: REPORTER, kind: 'reminder', variant: 'r1:-2' },
      { state: 'ambiguous' },
    );
    const event = { at: ports.clock.now(), by: CONTROLLER, what: `rehearsal 1 ${CONTROLLER}` };
    await ports.rounds.change('2026-10', { rehearsal: { number: 1, to: CONTROLLER, on: true } }, event);

    const { committees, counts, ambiguous, rehearsal, history } = await overviewOf(ports);

    assert.deepEqual(
      committees[0]?.lines.map((line) => [line.kind, line.rehearsal, line.step]),
      [
        ['prompt', 1, undefined],
        ['reminder', 1, '-2'],
      ],
    );
    assert.deepEqual([counts.sent, ambiguous], [0, []]);
    assert.deepEqual(rehearsal, { number: 1, to: CONTROLLER });
    assert.deepEqual(history, [event]);
  });

  it('leaves out what waited when the answer came: nobody needs it', async () => {
    const ports = await aRound();
    await aLine(ports, { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt' });
    await aLine(ports, { committeeId: 'BUN', recipient: APPROVER, kind: 'late', variant: '4' }, { state: 'ready' });
    await ports.answers.save(aStoredAnswer({ committeeId: 'BUN' }), []);

    const { committees, counts } = await overviewOf(ports);

    assert.deepEqual(
      committees[0]?.lines.map(({ kind }) => kind),
      ['prompt'],
    );
    assert.equal(counts.waiting, 0);
  });

  it('shows as waiting only what is still to go out, and that it waits for somebody without the app', async () => {
    const ports = await aRound('2026-11-14T09:00:00+01:00');
    const waits = { state: 'ready' } as const;
    const deputy = { committeeId: 'BUN', recipient: DEPUTY, kind: 'prompt' } as const;
    await aLine(ports, { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt' });
    await aLine(ports, { committeeId: 'BUN', recipient: REPORTER, kind: 'reminder', variant: '-2' }, waits);
    await aLine(ports, { committeeId: 'BUN', recipient: CONTROLLER, kind: 'unreachable' }, waits);
    await aLine(ports, { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt', variant: 'r1' }, waits);
    await aLine(ports, { committeeId: 'BUN', recipient: APPROVER, kind: 'late', variant: '4' }, waits);
    await aLine(ports, deputy, waits);
    const withoutApprover = { ...ports, conversations: inMemoryPorts().conversations };
    await aKnownPerson(withoutApprover, REPORTER);

    const { committees, counts } = await overviewOf(withoutApprover);

    assert.deepEqual(
      committees[0]?.lines.map(({ recipient, kind, state, reason }) => [recipient, kind, state, reason]),
      [
        [REPORTER, 'prompt', 'sent', undefined],
        [APPROVER, 'late', 'ready', 'NOT_INSTALLED'],
      ],
    );
    assert.equal(counts.waiting, 1);
    const { committees: later } = await overviewOf(ports, '2026-10');
    assert.equal(later[0]?.lines.find(({ kind }) => kind === 'late')?.reason, undefined);
  });

  it('shows nothing as waiting of a round that is over', async () => {
    const ports = await aRound('2026-12-03T09:00:00+01:00');
    await aLine(ports, { committeeId: 'BUN', recipient: APPROVER, kind: 'late', variant: '4' }, { state: 'ready' });

    const { committees, counts } = await overviewOf(ports, '2026-10');

    assert.deepEqual([committees[0]?.lines, counts.waiting], [[], 0]);
  });

  it('says who is away of those who owe an answer', async () => {
    const ports = await aRound();
    const saidAt = ports.clock.now();
    for (const upn of [REPORTER, OF_SN, APPROVER])
      await ports.absences.save({ upn, from: '2026-11-05', to: '2026-11-13', saidAt });
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), []);

    const { away } = await overviewOf(ports);

    assert.deepEqual(away, [{ upn: REPORTER, until: '2026-11-13' }]);
  });

  it('says that sending is halted, and until when', async () => {
    const ports = await aRound();
    const until = new Date('2026-11-05T08:05:00+01:00');
    await ports.crew.halt('BotDisabledByAdmin', until);

    const { halted } = await overviewOf(ports);

    assert.deepEqual(halted, { reason: 'BotDisabledByAdmin', until });
  });

  it('can be of a month that is coming, or over', async () => {
    const ports = await aRound();

    const standings = await Promise.all((['2026-09', '2026-11'] as const).map((month) => overviewOf(ports, month)));

    assert.deepEqual(
      standings.map(({ standing }) => standing),
      ['over', 'coming'],
    );
  });

  it('says what opens next when nothing is open, and that there is no plan when there is none', async () => {
    const early = await roundOverview(await aRound('2026-10-01T08:00:00+02:00'));
    const ports = await aRound();
    ports.plans.use(aPlan({ followUps: [] }));
    const nothing = await roundOverview(ports);

    assert.deepEqual(early, {
      ok: false,
      problem: { code: 'NOTHING_OPEN', next: { period: '2026-09', opensOn: '2026-10-03' } },
    });
    assert.deepEqual(nothing, { ok: false, problem: { code: 'NOTHING_OPEN' } });
  });
});

import assert from 'node:assert/strict';
import { settleLine } from '../../../src/features/rounds/settle-line.ts';
import { aStoredAnswer } from '../../support/builders.ts';
import { aLine, aRound, CONTROLLER, OF_SN, REPORTER } from './round-scene.ts';

const form = { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt' } as const;
const unclear = { state: 'ambiguous', reason: 'NO_ANSWER' } as const;

describe('A message of unknown fate', () => {
  it('that arrived is settled as sent, and stays so', async () => {
    const ports = await aRound();
    await aLine(ports, form, unclear);

    const settled = await settleLine(
      ports,
      '2026-10',
      { ...form, recipient: REPORTER.toUpperCase() },
      'sent',
      CONTROLLER,
    );

    assert.ok(settled.ok);
    assert.equal(settled.value.goesOutAgain, false);
    assert.deepEqual(
      settled.value.lines.map(({ state, reason }) => [state, reason]),
      [['sent', undefined]],
    );
    assert.deepEqual(
      ports.deliveries.rows.map(({ state }) => state),
      ['sent'],
    );
    assert.deepEqual(await ports.rounds.history('2026-10'), [
      { at: ports.clock.now(), by: CONTROLLER, what: `settled-sent prompt ${REPORTER} BUN` },
    ]);
  });

  it('that did not arrive goes out again under the same id, saying that it stands in for an earlier one', async () => {
    const ports = await aRound();
    const before = await aLine(ports, form, unclear);

    const settled = await settleLine(ports, '2026-10', form, 'unsent', CONTROLLER);

    assert.ok(settled.ok);
    assert.equal(settled.value.goesOutAgain, true);
    assert.deepEqual(
      settled.value.lines.map(({ state, reason, notBefore, replaces }) => ({ state, reason, notBefore, replaces })),
      [{ state: 'ready', reason: undefined, notBefore: undefined, replaces: true }],
    );
    const [row] = ports.deliveries.rows;
    assert.deepEqual([row?.id, row?.state, row?.replaces, row?.attempts], [before.id, 'ready', true, 0]);
  });

  it('is settled whole: what was in the same message shares its fate', async () => {
    const ports = await aRound();
    const other = { committeeId: 'SN', recipient: REPORTER, kind: 'prompt' } as const;
    const bundle = [
      { committeeId: 'BUN', kind: 'prompt' },
      { committeeId: 'SN', kind: 'prompt' },
    ] as const;
    await aLine(ports, form, { ...unclear, bundle });
    await aLine(ports, other, { ...unclear, bundle });
    await aLine(ports, { ...other, recipient: OF_SN }, unclear);

    const settled = await settleLine(ports, '2026-10', form, 'sent', CONTROLLER);

    assert.ok(settled.ok);
    assert.deepEqual(
      settled.value.lines.map(({ committeeId }) => committeeId),
      ['BUN', 'SN'],
    );
    assert.deepEqual(
      ports.deliveries.rows.map(({ state }) => state),
      ['sent', 'sent', 'ambiguous'],
    );
  });

  it('goes out no more when the committee has answered, or a later reminder has gone out', async () => {
    const ports = await aRound('2026-11-11T09:00:00+01:00');
    const reminder = { ...form, kind: 'reminder' } as const;
    await aLine(ports, form);
    await aLine(ports, { ...reminder, variant: '-2' }, unclear);
    await aLine(ports, { ...reminder, variant: '0' });
    await aLine(ports, { committeeId: 'SN', recipient: OF_SN, kind: 'prompt' }, unclear);
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), []);

    const late = await settleLine(ports, '2026-10', { ...reminder, step: '-2' }, 'unsent', CONTROLLER);
    const answered = await settleLine(
      ...([ports, '2026-10', { committeeId: 'SN', recipient: OF_SN, kind: 'prompt' }, 'unsent', CONTROLLER] as const),
    );

    assert.ok(late.ok && answered.ok);
    assert.deepEqual([late.value.goesOutAgain, answered.value.goesOutAgain], [false, false]);
  });

  it('says that it waits for the pause to end', async () => {
    const ports = await aRound();
    await aLine(ports, form, unclear);
    await ports.rounds.change('2026-10', { paused: true }, { at: ports.clock.now(), by: 'styr', what: 'paused' });

    const settled = await settleLine(ports, '2026-10', form, 'unsent', CONTROLLER);

    assert.ok(settled.ok);
    assert.deepEqual([settled.value.goesOutAgain, settled.value.held], [true, 'paused']);
  });

  it('says that it waits for Teams to take anything at all', async () => {
    const ports = await aRound();
    await aLine(ports, form, unclear);
    await ports.crew.halt('BotDisabledByAdmin', new Date('2026-11-05T08:05:00+01:00'));

    const settled = await settleLine(ports, '2026-10', form, 'unsent', CONTROLLER);

    assert.ok(settled.ok);
    assert.deepEqual([settled.value.goesOutAgain, settled.value.held], [true, 'halted']);
  });

  it('is a real one: what became of a rehearsal’s message is settled by nobody', async () => {
    const ports = await aRound();
    await aLine(ports, { ...form, variant: 'r1' }, unclear);

    const settled = await settleLine(ports, '2026-10', form, 'unsent', CONTROLLER);

    assert.deepEqual(settled, {
      ok: false,
      problem: { code: 'NO_SUCH_LINE', recipient: REPORTER, committeeId: 'BUN' },
    });
  });

  it('has to be there, be of unknown fate, and be settled by somebody who leads rounds', async () => {
    const ports = await aRound();
    await aLine(ports, form);
    const settle = async (name: Parameters<typeof settleLine>[2], by = CONTROLLER) => {
      const settled = await settleLine(ports, '2026-10', name, 'unsent', by);
      return settled.ok ? 'settled' : settled.problem.code;
    };

    assert.equal(await settle(form), 'NOT_AMBIGUOUS');
    assert.equal(await settle({ ...form, recipient: OF_SN }), 'NO_SUCH_LINE');
    assert.equal(await settle({ ...form, committeeId: 'KS' }), 'NO_SUCH_COMMITTEE');
    assert.equal(await settle(form, REPORTER), 'NOT_ALLOWED');
    assert.deepEqual(
      ports.deliveries.rows.map(({ state }) => state),
      ['sent'],
    );
  });
});

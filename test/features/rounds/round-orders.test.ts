import assert from 'node:assert/strict';
import { planRound } from '../../../src/features/prompting/plan-round.ts';
import { endRehearsal, pauseRound, rehearse, startRound } from '../../../src/features/rounds/change-round.ts';
import { dryRun } from '../../../src/features/rounds/dry-run.ts';
import { resendItem } from '../../../src/features/rounds/resend-item.ts';
import { settleLine } from '../../../src/features/rounds/settle-line.ts';
import type { Ports } from '../../../src/ports.ts';
import { aLine, aRound, CONTROLLER, OF_SN, REPORTER, withStarts } from './round-scene.ts';

const form = { committeeId: 'BUN', recipient: REPORTER, kind: 'prompt' } as const;

/** Who gets what at the service's next turn. */
async function orderedBy(ports: Ports) {
  const orders = await planRound(ports);
  return orders.flatMap(({ messages }) =>
    messages.flatMap(({ recipient, items }) =>
      items.map(({ committeeId, kind, variant }) => [recipient, committeeId, kind, variant]),
    ),
  );
}

describe('What a controller has done to a round', () => {
  it('is carried out at the next turn: what is started goes out ahead of the calendar', async () => {
    const ports = withStarts(await aRound('2026-11-01T10:00:00+01:00'));

    const before = await planRound(ports);
    await startRound(ports, '2026-10', CONTROLLER);
    const after = await planRound(ports);

    assert.deepEqual(
      [before, after].map((orders) => orders.map(({ period }) => period)),
      [['2026-09'], ['2026-10']],
    );
    assert.deepEqual(await orderedBy(ports), [
      [REPORTER, 'BUN', 'prompt', undefined],
      [OF_SN, 'SN', 'prompt', undefined],
    ]);
  });

  it('is carried out at the next turn: nothing goes out of what is paused', async () => {
    const ports = await aRound();
    await pauseRound(ports, '2026-10', CONTROLLER);

    assert.deepEqual(await orderedBy(ports), []);
  });

  it('is carried out at the next turn: a rehearsal has lines of its own, and the real ones wait for its end', async () => {
    const ports = await aRound();
    await rehearse(ports, '2026-10', CONTROLLER, CONTROLLER);

    const rehearsed = await orderedBy(ports);
    await endRehearsal(ports, '2026-10', CONTROLLER);

    assert.deepEqual(rehearsed, [
      [REPORTER, 'BUN', 'prompt', 'r1'],
      [OF_SN, 'SN', 'prompt', 'r1'],
    ]);
    assert.deepEqual(await orderedBy(ports), [
      [REPORTER, 'BUN', 'prompt', undefined],
      [OF_SN, 'SN', 'prompt', undefined],
    ]);
  });

  it('is carried out at the next turn: what is sent again, or did not arrive, goes out once more and nothing else', async () => {
    const ports = await aRound();
    await aLine(ports, form, { state: 'ambiguous', reason: 'NO_ANSWER' });
    await aLine(ports, { committeeId: 'SN', recipient: OF_SN, kind: 'prompt' });

    const before = await orderedBy(ports);
    await settleLine(ports, '2026-10', form, 'unsent', CONTROLLER);
    const settled = await orderedBy(ports);
    await resendItem(ports, '2026-10', { upn: OF_SN }, CONTROLLER);

    assert.deepEqual([before, settled], [[], [[REPORTER, 'BUN', 'prompt', undefined]]]);
    assert.deepEqual(await orderedBy(ports), [
      [REPORTER, 'BUN', 'prompt', undefined],
      [OF_SN, 'SN', 'prompt', undefined],
    ]);
  });
});

describe('A dry run of this moment', () => {
  it('shows exactly what the service does at its next turn', async () => {
    for (const day of ['2026-11-03', '2026-11-08', '2026-11-12', '2026-11-14']) {
      const ports = await aRound(`${day}T09:30:00+01:00`);
      await aLine(ports, form);

      const run = await dryRun(ports, day);

      assert.ok(run.ok);
      const foreseen = run.value.messages.flatMap(({ recipient, items }) =>
        items.map(({ committeeId, kind, variant }) => [recipient, committeeId, kind, variant]),
      );
      assert.ok(foreseen.length > 0);
      assert.deepEqual(foreseen, await orderedBy(ports));
    }
  });
});

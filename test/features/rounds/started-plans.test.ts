import assert from 'node:assert/strict';
import { aRound, CONTROLLER, withStarts } from './round-scene.ts';

describe('Plans with follow-ups started by hand', () => {
  it('have the day on the started month alone, whichever month is asked for', async () => {
    const fakes = await aRound('2026-11-02T08:00:00+01:00');
    await fakes.rounds.change(
      '2026-10',
      { startedOn: '2026-11-02' },
      { at: fakes.clock.now(), by: CONTROLLER, what: 'started' },
    );
    const { plans } = withStarts(fakes);

    for (const inForce of [await plans.current(), await plans.forMonth('2026-09')]) {
      const days = inForce?.plan.followUps.map(({ period, startedOn }) => [period, startedOn]);
      assert.deepEqual(days, [
        ['2026-09', undefined],
        ['2026-10', '2026-11-02'],
        ['2026-11', undefined],
      ]);
    }
  });

  it('are the same versions and files as before', async () => {
    const fakes = await aRound();
    await fakes.rounds.change(
      '2026-11',
      { startedOn: '2026-12-01' },
      { at: fakes.clock.now(), by: CONTROLLER, what: 'started' },
    );
    const { plans } = withStarts(fakes);

    assert.deepEqual(await plans.versions(), await fakes.plans.versions());
    assert.deepEqual(await plans.file(1), await fakes.plans.file(1));
    assert.equal((await plans.current())?.version, (await fakes.plans.current())?.version);
    const file = await fakes.plans.file();
    assert.ok(file);
    assert.equal(await plans.publish(file, { validFrom: '2026-01', publishedBy: 'styr', reason: '' }), 'unchanged');
  });
});

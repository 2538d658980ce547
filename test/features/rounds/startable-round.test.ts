import assert from 'node:assert/strict';
import { startableRound } from '../../../src/features/rounds/startable-round.ts';
import { inMemoryPorts } from '../../support/fakes.ts';

/** October opens on 3 November there, as every day is a working day. */
const town = (now: string) => inMemoryPorts({ now });

describe('The follow-up that can be started ahead of the calendar', () => {
  it('is the next one, from the day after its month has ended until it opens', async () => {
    assert.equal(await startableRound(town('2026-11-01T00:30:00+01:00')), '2026-10');
    assert.equal(await startableRound(town('2026-11-02T23:30:00+01:00')), '2026-10');
  });

  it('is none while its month lasts, when it has opened, and when no later one is planned', async () => {
    for (const now of ['2026-10-31T23:30:00+01:00', '2026-11-03T08:00:00+01:00', '2026-12-01T08:00:00+01:00'])
      assert.equal(await startableRound(town(now)), undefined, now);
  });
});

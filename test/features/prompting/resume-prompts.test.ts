import assert from 'node:assert/strict';
import { resumePrompts } from '../../../src/features/prompting/resume-prompts.ts';
import type { DeliveryState } from '../../../src/ports.ts';
import { upnOf } from '../../support/builders.ts';
import type { FakePorts } from '../../support/fakes.ts';
import { everybodyKnown, oneRound, statesIn } from '../../support/rounds.ts';

const reporter = { oid: 'oid-bun', upn: upnOf('BUN') };

/** Both committees' forms, in that state. */
async function formsIn(state: DeliveryState): Promise<FakePorts> {
  const ports = await everybodyKnown();
  for (const committeeId of ['BUN', 'SN']) {
    const [row] = await ports.deliveries.ensureAll([
      { committeeId, period: '2026-10', kind: 'prompt', recipient: upnOf(committeeId) },
    ]);
    assert.ok(row);
    await ports.deliveries.change(row, { state });
  }
  return ports;
}

describe('Somebody who has the app again', () => {
  it('gets the form that had been refused, and nobody else does', async () => {
    const ports = await formsIn('refused');

    await resumePrompts(ports, reporter);

    assert.deepEqual(statesIn(ports), ['ready', 'refused']);
  });

  it('gets also what else had been refused: word to an approver of what is late', async () => {
    const ports = await formsIn('sent');
    const chef = 'chef@styrmodell.example';
    const wanted = { committeeId: 'SN', period: '2026-10', kind: 'late', variant: '4', recipient: chef } as const;
    await ports.deliveries.change(await ports.deliveries.ensure(wanted), { state: 'refused' });

    await resumePrompts(ports, { oid: 'oid-chef', upn: chef });

    assert.deepEqual(statesIn(ports), ['sent', 'sent', 'ready']);
  });

  it('is sent it once, and not again when it is refused again', async () => {
    const ports = await formsIn('refused');
    // The controller is told meanwhile that nobody of the other committee can be reached.
    ports.messenger.willSend({ kind: 'refused', reason: 'MessageWritesBlocked' }).willSend().willSend();
    await resumePrompts(ports, reporter);
    await oneRound(ports);
    assert.equal(statesIn(ports)[0], 'refused');

    await resumePrompts(ports, reporter);
    await resumePrompts(ports, reporter);
    await oneRound(ports);
    await oneRound(ports);

    assert.equal(statesIn(ports)[0], 'sent');
  });

  it('does not get again what was sent, or may have arrived', async () => {
    for (const state of ['sent', 'sending', 'ambiguous'] as const) {
      const ports = await formsIn(state);

      await resumePrompts(ports, reporter);

      assert.deepEqual(statesIn(ports), [state, state]);
    }
  });
});

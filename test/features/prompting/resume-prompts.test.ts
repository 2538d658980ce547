import assert from 'node:assert/strict';
import { deliverPrompts } from '../../../src/features/delivery/deliver-prompts.ts';
import { planPrompts } from '../../../src/features/prompting/plan-prompts.ts';
import { resumePrompts } from '../../../src/features/prompting/resume-prompts.ts';
import type { DeliveryState } from '../../../src/ports.ts';
import { upnOf } from '../../support/builders.ts';
import { aKnownPerson, type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

const reporter = { oid: 'oid-bun', upn: upnOf('BUN') };

/** Both committees' prompts, in that state. */
async function promptsIn(state: DeliveryState): Promise<FakePorts> {
  const ports = inMemoryPorts();
  for (const row of await planPrompts(ports)) await ports.deliveries.change(row, { state });
  return ports;
}

function states(ports: FakePorts): DeliveryState[] {
  return ports.deliveries.rows.map(({ state }) => state);
}

describe('Somebody who has the app again', () => {
  it('gets the prompt that had been refused, and nobody else does', async () => {
    const ports = await promptsIn('refused');

    assert.equal(await resumePrompts(ports, reporter), true);
    assert.deepEqual(states(ports), ['ready', 'refused']);
  });

  it('is sent it once, and not again when it is refused again', async () => {
    const ports = await promptsIn('refused');
    await aKnownPerson(ports, reporter.upn);
    const round = async (): Promise<void> => deliverPrompts(ports, await planPrompts(ports));
    ports.messenger.willSend({ kind: 'refused', reason: 'MessageWritesBlocked' });
    await resumePrompts(ports, reporter);
    await round();
    ports.clock.pass(86_400);
    await round();
    assert.deepEqual(states(ports), ['refused', 'refused']);

    ports.messenger.willSend();
    await resumePrompts(ports, reporter);
    await resumePrompts(ports, reporter);
    await round();
    await round();

    assert.deepEqual(states(ports), ['sent', 'refused']);
  });

  it('does not get again what was sent, or may have arrived', async () => {
    for (const state of ['sent', 'sending', 'ambiguous'] as const) {
      const ports = await promptsIn(state);

      assert.equal(await resumePrompts(ports, reporter), false);
      assert.deepEqual(states(ports), [state, state]);
    }
  });

  it('gets nothing when they report for nobody', async () => {
    const ports = await promptsIn('refused');

    assert.equal(await resumePrompts(ports, { oid: 'oid', upn: 'controller@styrmodell.example' }), false);
  });
});

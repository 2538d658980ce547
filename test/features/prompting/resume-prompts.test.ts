import assert from 'node:assert/strict';
import { planPrompts } from '../../../src/features/prompting/plan-prompts.ts';
import { resumePrompts } from '../../../src/features/prompting/resume-prompts.ts';
import type { DeliveryState } from '../../../src/ports.ts';
import { upnOf } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

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

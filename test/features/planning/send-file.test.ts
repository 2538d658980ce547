import assert from 'node:assert/strict';
import { makeFile } from '../../../src/features/planning/send-file.ts';
import { exampleFile } from '../../support/builders.ts';
import { inMemoryPorts } from '../../support/fakes.ts';

describe('the files that the bot hands out', () => {
  it('hold a part for a committee of the plan period, and none for one that ended before the plan began', async () => {
    const ports = inMemoryPorts();
    await ports.plans.publish(exampleFile(), { validFrom: '2026-01', publishedBy: 'styr', reason: '' });

    const made = await makeFile(ports, { kind: 'part', committeeId: 'MSN' }, 'controller@styrmodell.example');
    const ofSn = await makeFile(ports, { kind: 'part', committeeId: 'SN' }, 'controller@styrmodell.example');

    assert(ofSn.ok);
    assert.deepEqual(made, { ok: false, problem: { code: 'NOT_ALLOWED' } });
  });
});

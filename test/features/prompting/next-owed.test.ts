import assert from 'node:assert/strict';
import { findNextOwed } from '../../../src/features/prompting/next-owed.ts';
import { aPlan, aReporterContact, aStoredAnswer, upnOf } from '../../support/builders.ts';
import { inMemoryPorts } from '../../support/fakes.ts';

const upn = upnOf('BUN');
/** One person reports for both committees. */
const plan = aPlan({ contacts: [aReporterContact('BUN'), { ...aReporterContact('BUN'), committeeId: 'SN' }] });

async function asked(committees: readonly string[], of = upn) {
  const ports = inMemoryPorts({ plan });
  for (const committeeId of committees) {
    const row = await ports.deliveries.ensure({ committeeId, period: '2026-10', recipient: of, kind: 'prompt' });
    await ports.deliveries.change(row, { state: 'sent' });
  }
  return ports;
}

describe('Somebody who has answered for one committee', () => {
  it('is led on to the next that they have been asked for', async () => {
    const ports = await asked(['BUN', 'SN']);
    await ports.answers.save(aStoredAnswer(), []);

    const next = await findNextOwed(ports, plan, '2026-10', upn);

    const [row] = await ports.deliveries.find('SN', '2026-10', 'prompt');
    assert.deepEqual(next, { committeeName: 'Socialnämnden', promptId: row?.id, revision: 0 });
  });

  it('is led nowhere when the other is answered too, or has not come to them', async () => {
    const both = await asked(['BUN', 'SN']);
    await both.answers.save(aStoredAnswer(), []);
    await both.answers.save(aStoredAnswer({ committeeId: 'SN' }), []);
    const notYet = await asked(['BUN']);
    await notYet.answers.save(aStoredAnswer(), []);
    await notYet.deliveries.ensure({ committeeId: 'SN', period: '2026-10', recipient: upn, kind: 'prompt' });
    const others = await asked(['SN'], upnOf('SN', 2));
    await others.answers.save(aStoredAnswer(), []);

    for (const ports of [both, notYet, others])
      assert.equal(await findNextOwed(ports, plan, '2026-10', upn), undefined);
  });

  it('is not led to a rehearsal’s form', async () => {
    const ports = await asked([]);
    await ports.answers.save(aStoredAnswer(), []);
    const row = await ports.deliveries.ensure({
      ...{ committeeId: 'SN', period: '2026-10', recipient: upn, kind: 'prompt', variant: 'r1' },
    });
    await ports.deliveries.change(row, { state: 'sent' });

    assert.equal(await findNextOwed(ports, plan, '2026-10', upn), undefined);
  });
});

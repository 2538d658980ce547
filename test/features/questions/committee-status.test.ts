import assert from 'node:assert/strict';
import { committeeStatus } from '../../../src/features/questions/committee-status.ts';
import { aCommittee, anArea, aPlan, aStoredAnswer } from '../../support/builders.ts';
import { inMemoryPorts } from '../../support/fakes.ts';

const committee = aCommittee('BUN');

describe('A committee’s status', () => {
  it('is the open month’s answer when there is one', async () => {
    const ports = inMemoryPorts();
    await ports.answers.save(aStoredAnswer({ period: '2026-09' }), []);
    await ports.answers.save(aStoredAnswer({ period: '2026-10' }), []);

    const status = await committeeStatus(ports, committee);

    assert.equal(status?.latest?.stored?.period, '2026-10');
    assert.equal(status?.open.period, '2026-10');
  });

  it('is the last month that was answered, and says which month is open', async () => {
    const ports = inMemoryPorts();
    await ports.answers.save(aStoredAnswer({ period: '2026-09' }), []);

    const status = await committeeStatus(ports, committee);

    assert.deepEqual([status?.latest?.stored?.period, status?.open.period], ['2026-09', '2026-10']);
    assert.equal(status?.latest?.budgetToDateKr, 900_000);
  });

  it('is empty, not zero, before the first answer of the year', async () => {
    const status = await committeeStatus(inMemoryPorts(), committee);

    assert.equal(status?.latest, undefined);
  });

  it('says that its figures are examples', async () => {
    const invented = aPlan({ businessAreas: [anArea('FORSKOLA', { example: true })] });

    assert.equal((await committeeStatus(inMemoryPorts(), committee))?.example, false);
    assert.equal((await committeeStatus(inMemoryPorts({ plan: invented }), committee))?.example, true);
  });

  it('is nothing before the year’s first month has opened', async () => {
    const ports = inMemoryPorts({ now: '2026-02-01T08:00:00+01:00' });

    assert.equal(await committeeStatus(ports, committee), undefined);
  });
});

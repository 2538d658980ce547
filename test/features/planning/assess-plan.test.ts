import assert from 'node:assert/strict';
import type { Answer } from '../../../src/domain/answer.ts';
import type { Month } from '../../../src/domain/period.ts';
import { assessPlan, findReportedValues } from '../../../src/features/planning/assess-plan.ts';
import { anAnswer, aStoredAnswer } from '../../support/builders.ts';
import { inMemoryPorts } from '../../support/fakes.ts';
import { anIndicatorEntry, aPlanDocument } from '../../support/plan-document.ts';

const document = aPlanDocument({
  indicators: [
    anIndicatorEntry('SJUK', {
      ...{ committees: ['BUN', 'SN'], totalReportedBy: 'SN', frequency: 'month', good: 'down' },
      ...{ target: { atMost: 7 }, values: [{ period: '2026-09', value: 7.4 }] },
    }),
    anIndicatorEntry('HME', { committees: ['SN'], frequency: 'year', target: { atLeast: 80 }, values: [] }),
  ],
});

function said(id: string, value: number, scope?: 'municipality'): Answer['indicators'][number] {
  return { indicatorId: id, ...(scope ? { scope } : {}), report: { kind: 'value', value } };
}

describe('The plan’s indicators, judged by what has been reported', () => {
  let ports: ReturnType<typeof inMemoryPorts>;

  beforeEach(() => {
    ports = inMemoryPorts();
  });

  async function report(committeeId: string, period: Month, revision: number, indicators: Answer['indicators']) {
    await ports.answers.save(aStoredAnswer({ committeeId, period, revision, answer: anAnswer({ indicators }) }), []);
  }

  async function judged(id: string, period: Month, committeeId?: string) {
    const { indicators } = assessPlan(document, period, await findReportedValues(ports, document, period), committeeId);
    const found = indicators.find(({ indicatorId }) => indicatorId === id);
    return [found?.periodsEnd.verdict, found?.value?.period, found?.value?.value];
  }

  it('stand for the municipality on the total that its owner reports, never on the committees’ values', async () => {
    await report('BUN', '2026-10', 1, [said('SJUK', 6.5)]);
    assert.deepEqual(await judged('SJUK', '2026-10'), ['behind', '2026-09', 7.4]);

    await report('SN', '2026-10', 1, [said('SJUK', 9.9), said('SJUK', 6.8, 'municipality')]);

    assert.deepEqual(await judged('SJUK', '2026-10'), ['reached', '2026-10', 6.8]);
    assert.deepEqual(await judged('SJUK', '2026-10', 'SN'), ['behind', '2026-10', 9.9]);
    assert.deepEqual(await judged('SJUK', '2026-10', 'BUN'), ['reached', '2026-10', 6.5]);
  });

  it('stand on the newest revision of an answer', async () => {
    await report('SN', '2026-10', 1, [said('SJUK', 7.8, 'municipality')]);
    await report('SN', '2026-10', 2, [said('SJUK', 6.9, 'municipality')]);

    assert.deepEqual(await judged('SJUK', '2026-10'), ['reached', '2026-10', 6.9]);
  });

  it('stand on the year for what is measured once a year', async () => {
    await report('SN', '2026-12', 1, [said('HME', 81)]);

    assert.deepEqual(await judged('HME', '2026-12'), ['reached', '2026', 81]);
  });
});

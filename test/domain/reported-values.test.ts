import assert from 'node:assert/strict';
import type { Answer } from '../../src/domain/answer.ts';
import { reportedValues } from '../../src/domain/reported-values.ts';
import { anAnswer, aStoredAnswer } from '../support/builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../support/plan-document.ts';

const document = aPlanDocument({
  indicators: [
    anIndicatorEntry('SJUK', { committees: ['BUN', 'SN'], totalReportedBy: 'SN', frequency: 'month' }),
    anIndicatorEntry('HME', { committees: ['BUN', 'SN'], frequency: 'year' }),
  ],
});

function valuesOf(id: string, period: '2026-10' | '2026-12', indicators: Answer['indicators']) {
  const stored = aStoredAnswer({ committeeId: 'SN', period, answer: anAnswer({ indicators }) });
  return reportedValues(document, [stored]).get(id);
}

describe('What has been reported of an indicator', () => {
  it('is a committee’s own value, or the municipality’s total, which is nobody’s own', () => {
    const values = valuesOf('SJUK', '2026-10', [
      { indicatorId: 'SJUK', report: { kind: 'value', value: 5.3 } },
      { indicatorId: 'SJUK', scope: 'municipality', report: { kind: 'value', value: 7.2 } },
    ]);

    assert.deepEqual(values, [
      { period: '2026-10', value: 5.3, committeeId: 'SN', example: false },
      { period: '2026-10', value: 7.2, example: false },
    ]);
  });

  it('belongs to the year when it is measured once a year', () => {
    const values = valuesOf('HME', '2026-12', [{ indicatorId: 'HME', report: { kind: 'value', value: 78 } }]);

    assert.deepEqual(values, [{ period: '2026', value: 78, committeeId: 'SN', example: false }]);
  });

  it('is nothing when there was no value to give', () => {
    for (const kind of ['no-new-value', 'not-applicable', 'too-few'] as const) {
      assert.equal(valuesOf('SJUK', '2026-10', [{ indicatorId: 'SJUK', report: { kind } }]), undefined);
    }
  });

  it('is nothing of an indicator that the plan no longer has', () => {
    assert.equal(
      valuesOf('BORTA', '2026-10', [{ indicatorId: 'BORTA', report: { kind: 'value', value: 1 } }]),
      undefined,
    );
  });

  it('is said to be an example when the answer is', () => {
    const indicators = [{ indicatorId: 'SJUK', report: { kind: 'value', value: 5.3 } }] as const;
    const stored = aStoredAnswer({ example: true, answer: anAnswer({ indicators }) });

    assert.equal(reportedValues(document, [stored]).get('SJUK')?.[0]?.example, true);
  });
});

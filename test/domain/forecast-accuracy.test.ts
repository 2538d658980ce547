import assert from 'node:assert/strict';
import { forecastAccuracy } from '../../src/domain/forecast-accuracy.ts';
import type { Month } from '../../src/domain/period.ts';
import { anAnswer, aStoredAnswer, figures, missing } from '../support/builders.ts';
import { aPlanDocument } from '../support/plan-document.ts';
import { aCommitteeReport, anOccasion } from '../support/report-facts.ts';

const plan = aPlanDocument({
  followUpPlan: [anOccasion('2026-04', 'tertial'), anOccasion('2026-08', 'interim'), anOccasion('2026-12', 'annual')],
});

function answered(period: Month, outcome: Parameters<typeof figures>[1], forecastKr: number) {
  return aStoredAnswer({ period, answer: anAnswer({ areas: [figures('FORSKOLA', outcome, forecastKr)] }) });
}

describe('How near a committee’s forecasts came', () => {
  const spring = answered('2026-04', 400_000, 1_150_000);

  it('is the forecast minus the year’s outcome: minus when it cost more than was forecast', () => {
    const annual = aCommitteeReport(plan, 'BUN', '2026-12', [spring, answered('2026-12', 1_250_000, 1_250_000)]);

    assert.deepEqual(forecastAccuracy({ committees: [annual] }), [
      {
        ...{ committeeId: 'BUN', committeeName: 'Barn- och utbildningsnämnden' },
        ...{ budgetKr: 1_200_000, outcomeKr: 1_250_000 },
        points: [
          { period: '2026-04', kind: 'tertial', forecastKr: 1_150_000, missKr: -100_000 },
          { period: '2026-08', kind: 'interim' },
        ],
      },
    ]);
  });

  it('is not known without the year’s outcome, and not before the year is over', () => {
    const without = aCommitteeReport(plan, 'BUN', '2026-12', [spring, answered('2026-12', missing(), 1_250_000)]);
    const early = aCommitteeReport(plan, 'BUN', '2026-08', [spring, answered('2026-08', 800_000, 1_250_000)]);

    for (const report of [without, early]) {
      const [accuracy] = forecastAccuracy({ committees: [report] });

      assert.equal('outcomeKr' in (accuracy ?? {}), false);
      assert.deepEqual(accuracy?.points[0], { period: '2026-04', kind: 'tertial', forecastKr: 1_150_000 });
    }
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addFigures, withoutFees } from '../../src/domain/add-figures.ts';
import type { Amount, StoredAnswer } from '../../src/domain/answer.ts';
import type { CommitteeFinance, FinanceFigures } from '../../src/domain/report-content.ts';
import { countGrades } from '../../src/domain/report-grades.ts';
import { anAnswer, aStoredAnswer } from '../support/builders.ts';
import { aBudget } from '../support/part-builders.ts';
import { aPlanDocument } from '../support/plan-document.ts';
import { aCommitteeReport, anOccasion } from '../support/report-facts.ts';

const kr = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 });
const amount: fc.Arbitrary<Amount> = fc.oneof(
  kr.map((amountKr): Amount => ({ kind: 'value', amountKr })),
  fc.constant<Amount>({ kind: 'missing', reason: 'Vet inte' }),
);
const area = fc.record({
  ...{ budgetKr: kr, feeFinanced: fc.boolean(), answered: fc.boolean(), outcome: amount, forecast: amount },
});

/** Some areas of the school committee with what it has said of each, and money that it has not divided. */
const finance: fc.Arbitrary<CommitteeFinance> = fc
  .tuple(fc.array(area, { maxLength: 6 }), fc.array(kr, { maxLength: 2 }))
  .map(([areas, added]) => {
    const document = aPlanDocument({
      followUpPlan: [anOccasion('2026-08', 'interim')],
      budgets: [
        ...areas.map(({ budgetKr: netBudgetKr, feeFinanced }, at) =>
          aBudget('BUN', `O${at}`, { netBudgetKr, feeFinanced }),
        ),
      ],
      supplementaryAppropriations: added.map((amountKr) => ({
        ...{ committee: 'BUN', amountKr, validFrom: '2026-03-01', decision: 'KF § 1' },
      })),
    });
    const answered = areas.flatMap(({ answered: isAnswered, outcome, forecast }, at) =>
      isAnswered ? [{ areaId: `O${at}`, outcome, forecast }] : [],
    );
    const stored: StoredAnswer = aStoredAnswer({ period: '2026-08', answer: anAnswer({ areas: answered }) });
    return aCommitteeReport(document, 'BUN', '2026-08', [stored]).finance;
  });

const KEYS = ['budgetKr', 'budgetToDateKr', 'outcomeKr', 'forecastKr', 'deviationKr'] as const;

describe('A report’s sums, whatever its figures are', () => {
  it('without fees and the fees together are the whole, wherever both are known', () => {
    fc.assert(
      fc.property(finance, (one) => {
        const without = withoutFees(one);
        const fees: FinanceFigures = one.feeFinanced ?? addFigures([]);
        for (const key of KEYS) {
          const [part, other, whole] = [without[key], fees[key], one[key]];
          const expected = part === undefined || other === undefined ? undefined : part + other;
          assert.equal(whole, expected, key);
        }
      }),
    );
  });

  it('are missing as soon as a part is, and otherwise all of the parts', () => {
    fc.assert(
      fc.property(fc.array(finance, { maxLength: 4 }), (parts) => {
        const sum = addFigures(parts);

        for (const key of KEYS) {
          const known = parts.flatMap((part) => part[key] ?? []);
          const expected = known.length < parts.length ? undefined : known.reduce((total, one) => total + one, 0);
          assert.equal(sum[key], expected, key);
        }
      }),
    );
  });

  it('have a deviation exactly when there is a forecast: budget minus forecast', () => {
    fc.assert(
      fc.property(finance, (one) => {
        for (const { budgetKr, forecastKr, deviationKr } of [one, ...one.areas, withoutFees(one)]) {
          assert.equal(deviationKr, forecastKr === undefined ? undefined : budgetKr - forecastKr);
        }
      }),
    );
  });
});

describe('Counted goals', () => {
  const scale = ['NAS', 'DELVIS', 'INTE'].map((id) => ({ id, label: `Grad ${id}`, colour: null }));
  const gradeId = fc.option(fc.constantFrom('NAS', 'DELVIS', 'INTE', 'UTANFOR'));

  it('add up: every goal has one grade, or none', () => {
    fc.assert(
      fc.property(fc.array(gradeId), (grades) => {
        const goals = grades.map((id, at) => ({
          ...{ goalId: `M${at}`, name: 'Mål', contributesTo: [] },
          proposal: { reason: { kind: 'nothing-to-judge-by', missing: 0 } } as const,
          ...(id === null ? {} : { graded: { gradeId: id, motivation: 'Så' } }),
        }));

        const counts = countGrades(goals, scale);

        assert.equal(counts.of, grades.length);
        assert.equal(counts.ungraded + counts.grades.reduce((sum, { count }) => sum + count, 0), grades.length);
        for (const { gradeId: id, count } of counts.grades) {
          assert.equal(count, grades.filter((one) => one === id).length);
        }
      }),
    );
  });
});

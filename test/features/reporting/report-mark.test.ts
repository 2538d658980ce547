import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Amount, Answer } from '../../../src/domain/answer.ts';
import type { MunicipalReportContent } from '../../../src/domain/report-content.ts';
import type { CouncilDecision } from '../../../src/domain/report-record.ts';
import { markOf } from '../../../src/features/reporting/report-mark.ts';
import { anAnswer, aStoredAnswer, figures, kronor, missing } from '../../support/builders.ts';
import { aBudget } from '../../support/part-builders.ts';
import { aPlanDocument } from '../../support/plan-document.ts';
import { aCommitteeReport, anOccasion } from '../../support/report-facts.ts';

const plan = aPlanDocument({ followUpPlan: [anOccasion('2026-08', 'interim')] });

function aReport(answer: Partial<Answer> = {}, revision = 1, document = plan) {
  const stored = aStoredAnswer({ period: '2026-08', revision, answer: anAnswer(answer) });
  return aCommitteeReport(document, 'BUN', '2026-08', [stored]);
}

describe('The fingerprint of a committee’s report', () => {
  it('is 64 hexadecimal digits, the same for the same content whatever its order', () => {
    const { texts, comment, ...rest } = aReport();

    assert.match(markOf(aReport()), /^[0-9a-f]{64}$/);
    assert.equal(markOf({ comment, ...rest, texts }), markOf(aReport()));
    assert.equal(markOf(JSON.parse(JSON.stringify(aReport()))), markOf(aReport()));
  });

  it('is another as soon as a figure is', () => {
    const amount: fc.Arbitrary<Amount> = fc.oneof(
      fc.maxSafeInteger().map(kronor),
      fc.string().map((reason) => missing(reason)),
    );
    fc.assert(
      fc.property(amount, amount, amount, (outcome, forecast, other) => {
        fc.pre(JSON.stringify(outcome) !== JSON.stringify(other));
        const mark = markOf(aReport({ areas: [figures('FORSKOLA', outcome, forecast)] }));

        assert.notEqual(markOf(aReport({ areas: [figures('FORSKOLA', other, forecast)] })), mark);
      }),
    );
  });

  it('is another for another grade, status, measure, comment, text, budget, investment or revision', () => {
    const grade = { goalId: 'LASA', gradeId: 'NAS', motivation: 'Ja' };
    const richer = aPlanDocument({ ...plan, budgets: [aBudget('BUN', 'FORSKOLA', { netBudgetKr: 1_200_001 })] });
    const changed = [
      aReport(),
      aReport({ goals: [grade] }),
      aReport({ goals: [{ ...grade, motivation: 'Nja' }] }),
      aReport({ work: [{ workId: 'BUN-1', status: 'done' }] }),
      aReport({ measures: [{ text: 'Spara' }] }),
      aReport({ measures: [{ text: 'Spara', effectKr: 1 }] }),
      aReport({ comment: 'Så' }),
      aReport({ indicators: [{ indicatorId: 'LASNING', report: { kind: 'no-new-value' } }] }),
      { ...aReport(), texts: { ...aReport().texts, events: 'Något hände' } },
      aReport({}, 2),
      aReport({}, 1, richer),
    ];

    assert.equal(new Set(changed.map(markOf)).size, changed.length);
  });
});

describe('The fingerprint of the municipality’s report', () => {
  const standing = { committeeId: 'BUN', committeeName: 'BUN', changedSinceSigned: false, missing: [] };
  const content: MunicipalReportContent = {
    ...{ period: '2026-08', kind: 'interim', planId: '2026-2029', planTitle: 'Plan', registrationNumber: '' },
    ...{ committees: [aReport()], standings: [{ ...standing, state: 'open' }] },
    ...{ committeesSum: aReport().finance, committeesSumWithoutFees: aReport().finance },
    ...{ councilGoals: [], indicators: [], gradeScale: [], decisions: [], example: false },
    councilGoalCounts: { of: 0, grades: [], ungraded: 0 },
    committeeGoalCounts: { of: 0, grades: [], ungraded: 0 },
    texts: { summary: '', events: '', outlook: '', staff: '' },
  };

  it('is another when a committee’s report or state, a text, the review or a measure is', () => {
    const changed: MunicipalReportContent[] = [
      content,
      { ...content, committees: [aReport({ comment: 'Så' })] },
      { ...content, standings: [{ ...standing, state: 'signed' }] },
      { ...content, texts: { ...content.texts, summary: 'Gott' } },
      { ...content, review: { participants: 'Alla', notes: '' } },
      { ...content, agreedMeasures: [] },
    ];

    assert.equal(new Set(changed.map(markOf)).size, changed.length);
  });

  it('is the same when it has been compiled and decided on: that changes nothing that it says', () => {
    const decision: CouncilDecision = {
      ...{ date: '2026-11-11', paragraph: 'KF § 1', registrationNumber: 'KS/2026/1', outcome: 'approved', why: '' },
      ...{ version: 1, seal: 'seal', appropriations: [], orders: [], at: '2026-11-12T08:00:00.000Z' },
      by: { upn: 'kommunsekreterare@styrmodell.example', name: 'Kim' },
    };

    assert.equal(markOf({ ...content, registrationNumber: 'KS/2026/1', decisions: [decision] }), markOf(content));
  });
});

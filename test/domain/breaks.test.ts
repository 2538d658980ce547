import assert from 'node:assert/strict';
import { type Break, breaks, breaksOf, type PlanAt } from '../../src/domain/breaks.ts';
import type { Month } from '../../src/domain/period.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { aCommittee, aDocument, anArea, anIndicator, aPlan, documentOf } from '../support/builders.ts';

/** One plan over two months, or a plan and its next version. */
function between(from: Month, to: Month, document: PlanDocument, next: PlanDocument = document): readonly Break[] {
  const [earlier, later]: [PlanAt, PlanAt] = [
    { document, month: from },
    { document: next, month: to },
  ];
  return breaks(earlier, later);
}

const move = { businessArea: 'FORSKOLA', from: 'BUN', to: 'SN', validFrom: '2026-07-01' };
const names = { name: 'Område FORSKOLA', from: 'Barn- och utbildningsnämnden', to: 'Socialnämnden' };

describe('Between two months of a plan', () => {
  it('nothing is broken when nothing has happened', () => {
    assert.deepEqual(between('2026-05', '2026-10', aDocument()), []);
  });

  it('a business area may have moved, for both committees', () => {
    const found = between('2026-06', '2026-07', aDocument({ areaMoves: [move] }));

    assert.deepEqual(found, [{ kind: 'area-moved', ...names, at: '2026-07', committeeIds: ['BUN', 'SN'] }]);
    assert.deepEqual([breaksOf(found, 'SN').length, breaksOf(found, 'KS').length], [1, 0]);
  });

  it('what happened before or after both is nothing to them', () => {
    const document = aDocument({ areaMoves: [move] });

    assert.deepEqual(between('2026-07', '2026-08', document), []);
    assert.deepEqual(between('2026-05', '2026-06', document), []);
  });

  it('the council may have added money', () => {
    const added = { committee: 'SN', amountKr: 5_000_000, validFrom: '2026-06-01', decision: 'KF § 87' };
    const document = aDocument({ supplementaryAppropriations: [added] });

    assert.deepEqual(between('2026-05', '2026-06', document), [
      { kind: 'appropriation', at: '2026-06', amountKr: 5_000_000, decision: 'KF § 87', committeeIds: ['SN'] },
    ]);
    assert.deepEqual(between('2026-06', '2026-07', document), []);
    assert.deepEqual(between('2026-05', '2027-02', document), []);
  });

  it('a series may be broken, in a month or at the turn of a year', () => {
    const [indicator] = documentOf(aPlan({ indicators: [anIndicator('SJUK')] })).indicators;
    assert.ok(indicator);
    const seriesBreaks = [
      { from: '2026-09', note: 'ny mätning' },
      { from: '2027', note: 'ny enkät' },
    ];
    const document = aDocument({ indicators: [{ ...indicator, seriesBreaks }] });
    const series = { kind: 'series-break', name: 'Indikator SJUK', committeeIds: ['BUN'] } as const;

    assert.deepEqual(between('2026-08', '2026-09', document), [{ ...series, at: '2026-09', note: 'ny mätning' }]);
    assert.deepEqual(between('2026-12', '2027-01', document), [{ ...series, at: '2027', note: 'ny enkät' }]);
  });

  it('a committee may have ended, and another taken over from it', () => {
    const document = aDocument({
      committees: [
        aCommittee('MSN', { name: 'Miljönämnden', validTo: '2026-06-30' }),
        aCommittee('SBN', { name: 'Byggnadsnämnden', validFrom: '2026-07-01', succeeds: 'MSN' }),
      ],
    });

    assert.deepEqual(between('2026-06', '2026-07', document), [
      { kind: 'committee-ended', name: 'Miljönämnden', at: '2026-07', committeeIds: ['MSN'] },
      {
        kind: 'committee-new',
        name: 'Byggnadsnämnden',
        at: '2026-07',
        succeeds: 'Miljönämnden',
        committeeIds: ['SBN'],
      },
    ]);
    assert.deepEqual(between('2026-07', '2026-08', document), []);
  });
});

describe('Between two versions of a plan', () => {
  it('a committee may have got another name', () => {
    const committees = [aCommittee('BUN', { name: 'Utbildningsnämnden' }), aCommittee('SN', { name: 'Socialnämnden' })];

    assert.deepEqual(between('2026-09', '2026-10', aDocument(), aDocument({ committees })), [
      {
        ...{ kind: 'committee-renamed', name: 'Utbildningsnämnden', formerName: 'Barn- och utbildningsnämnden' },
        committeeIds: ['BUN'],
      },
    ]);
  });

  it('a budget may have been corrected, in the same year', () => {
    const budgets = documentOf(
      aPlan({
        businessAreas: [anArea('FORSKOLA', { netBudgetKr: 1_300_000 }), anArea('ALDRE', { committeeId: 'SN' })],
      }),
    ).budgets;

    assert.deepEqual(between('2026-09', '2026-10', aDocument(), aDocument({ budgets })), [
      {
        ...{ kind: 'budget-changed', name: 'Område FORSKOLA', beforeKr: 1_200_000, afterKr: 1_300_000 },
        committeeIds: ['BUN'],
      },
    ]);
    const nextYear = budgets.map((budget) => ({ ...budget, year: 2027 }));
    assert.deepEqual(between('2026-09', '2027-02', aDocument(), aDocument({ budgets: nextYear })), []);
  });

  it('an area may simply stand under another committee', () => {
    const budgets = aDocument().budgets.map((budget) => ({ ...budget, committee: 'SN' }));

    assert.deepEqual(between('2026-09', '2026-10', aDocument(), aDocument({ budgets })), [
      { kind: 'area-moved', ...names, at: '2026-10', committeeIds: ['BUN', 'SN'] },
    ]);
  });

  it('committees may have come and gone without a date', () => {
    const committees = [...aDocument().committees.slice(1), aCommittee('NY', { name: 'Nya nämnden' })];

    const kinds = between('2026-09', '2026-10', aDocument(), aDocument({ committees })).map(
      ({ kind, committeeIds }) => [kind, ...committeeIds],
    );

    assert.deepEqual(kinds, [
      ['committee-new', 'NY'],
      ['committee-ended', 'BUN'],
    ]);
  });
});

import assert from 'node:assert/strict';
import { summariseCommittee, summariseMonth } from '../../src/domain/summarise.ts';
import {
  aCommittee,
  anAnswer,
  anArea,
  aPlan,
  aStoredAnswer,
  examplePlan,
  figures,
  missing,
  openingAnswersOf,
} from '../support/builders.ts';

const technical = aCommittee('SBN', { name: 'Samhällsbyggnadsnämnden' });
const plan = aPlan({
  committees: [technical],
  businessAreas: [
    anArea('GATA', { committeeId: 'SBN', netBudgetKr: 12_000_000 }),
    anArea('VA', { committeeId: 'SBN', netBudgetKr: 2_400_000, name: 'Vatten och avlopp', feeFinanced: true }),
  ],
});

function answered(...areas: ReturnType<typeof figures>[]) {
  return aStoredAnswer({ committeeId: 'SBN', answer: anAnswer({ areas }) });
}

describe('A committee’s month', () => {
  it('is the sum of its areas, with the deviation from the whole budget', () => {
    const stored = answered(figures('GATA', 10_100_000, 12_300_000), figures('VA', 2_000_000, 2_200_000));

    const sum = summariseCommittee(plan, technical, '2026-10', stored);

    assert.equal(sum.budgetKr, 14_400_000);
    assert.equal(sum.budgetToDateKr, 12_000_000);
    assert.equal(sum.outcomeKr, 12_100_000);
    assert.equal(sum.forecastKr, 14_500_000);
    assert.equal(sum.deviationKr, -100_000);
  });

  it('shows the fee-financed part apart', () => {
    const stored = answered(figures('GATA', 10_100_000, 12_300_000), figures('VA', 2_000_000, 2_200_000));

    const { feeFinanced } = summariseCommittee(plan, technical, '2026-10', stored);

    assert.deepEqual(feeFinanced, {
      names: ['Vatten och avlopp'],
      budgetKr: 2_400_000,
      budgetToDateKr: 2_000_000,
      outcomeKr: 2_000_000,
      forecastKr: 2_200_000,
      deviationKr: 200_000,
    });
  });

  it('has no fee-financed part when it has no such area', () => {
    assert.equal(summariseCommittee(aPlan(), aCommittee('BUN'), '2026-10', aStoredAnswer()).feeFinanced, undefined);
  });

  it('has no outcome when one area’s is missing: a smaller sum would be wrong', () => {
    const stored = answered(figures('GATA', 10_100_000, 12_300_000), figures('VA', missing(), 2_200_000));

    const sum = summariseCommittee(plan, technical, '2026-10', stored);

    assert.equal(sum.outcomeKr, undefined);
    assert.equal(sum.forecastKr, 14_500_000);
    assert.equal(sum.deviationKr, -100_000);
  });

  it('has neither forecast nor deviation when one area’s forecast is missing', () => {
    const stored = answered(figures('GATA', 10_100_000, missing()), figures('VA', 2_000_000, 2_200_000));

    const sum = summariseCommittee(plan, technical, '2026-10', stored);

    assert.deepEqual([sum.outcomeKr, sum.forecastKr, sum.deviationKr], [12_100_000, undefined, undefined]);
    assert.equal(sum.feeFinanced?.deviationKr, 200_000);
  });

  it('has no sums when an area is not in the answer at all', () => {
    const sum = summariseCommittee(plan, technical, '2026-10', answered(figures('GATA', 10_100_000, 12_300_000)));

    assert.deepEqual([sum.outcomeKr, sum.forecastKr, sum.deviationKr], [undefined, undefined, undefined]);
  });

  it('has its budget but no figures before it has answered', () => {
    const sum = summariseCommittee(plan, technical, '2026-10', undefined);

    assert.equal(sum.budgetKr, 14_400_000);
    assert.deepEqual([sum.outcomeKr, sum.forecastKr, sum.deviationKr], [undefined, undefined, undefined]);
  });

  it('adds zeros as zeros', () => {
    const sum = summariseCommittee(plan, technical, '2026-10', answered(figures('GATA', 0, 0), figures('VA', 0, 0)));

    assert.deepEqual([sum.outcomeKr, sum.forecastKr, sum.deviationKr], [0, 0, 14_400_000]);
  });
});

describe('A committee’s month after the council has added money', () => {
  const added = { amountKr: 700_000, from: '2026-06', decision: 'KF § 87', example: false } as const;
  const raised = aPlan({
    committees: [technical],
    businessAreas: [
      anArea('GATA', { committeeId: 'SBN', netBudgetKr: 12_700_000, added: [added] }),
      anArea('VA', { committeeId: 'SBN', netBudgetKr: 2_400_000, feeFinanced: true }),
    ],
    undivided: [{ ...added, amountKr: 1_400_000, committeeId: 'SBN' }],
  });

  it('has it in its budget from that month, divided or not', () => {
    const { budgetKr, budgetToDateKr } = summariseCommittee(raised, technical, '2026-06', undefined);

    assert.equal(budgetKr, 12_000_000 + 2_400_000 + 700_000 + 1_400_000);
    assert.equal(budgetToDateKr, 6_000_000 + 1_200_000 + 100_000 + 200_000);
  });

  it('says what is divided where, and what is not', () => {
    const sum = summariseCommittee(raised, technical, '2026-06', undefined);

    assert.deepEqual(
      sum.added.map(({ amountKr, areaName }) => [amountKr, areaName]),
      [
        [700_000, 'Område GATA'],
        [1_400_000, undefined],
      ],
    );
    assert.equal(sum.feeFinanced?.budgetKr, 2_400_000);
  });

  it('holds the forecast against all of it', () => {
    const stored = answered(figures('GATA', 0, 12_700_000), figures('VA', 0, 2_400_000));

    assert.equal(summariseCommittee(raised, technical, '2026-10', stored).deviationKr, 1_400_000);
  });

  it('has nothing of another committee’s or another year’s', () => {
    const undivided = [
      { ...added, committeeId: 'SN' },
      { ...added, committeeId: 'SBN', from: '2025-06' as const },
    ];

    const sum = summariseCommittee({ ...plan, undivided }, technical, '2026-06', undefined);

    assert.equal(sum.budgetKr, 14_400_000);
    assert.deepEqual(sum.added, []);
  });

  it('is five million kronor more for the example plan’s social services from June: 677 832 000 before', () => {
    const budgetOf = (month: '2026-05' | '2026-06' | '2026-10') =>
      summariseMonth(examplePlan(month), month, []).committees.find(({ committee }) => committee.id === 'SN');

    const decidedKr = 318_581_000 + 223_685_000 + 135_566_000;
    assert.equal(budgetOf('2026-05')?.budgetKr, decidedKr);
    assert.equal(budgetOf('2026-06')?.budgetKr, decidedKr + 5_000_000);
    assert.equal(budgetOf('2026-10')?.budgetKr, decidedKr + 5_000_000);
    assert.deepEqual(
      budgetOf('2026-10')?.added.map(({ amountKr, areaName, decision }) => [amountKr, areaName, decision]),
      [[5_000_000, undefined, 'KF 2026-06-10 § 87 (exempel)']],
    );
  });
});

describe('The municipality’s month', () => {
  it('lists the committees that owe an answer, and names those who have not given it', () => {
    const summary = summariseMonth(aPlan(), '2026-10', [aStoredAnswer()]);

    assert.deepEqual(
      summary.committees.map(({ committee, stored }) => [committee.id, stored !== undefined]),
      [
        ['BUN', true],
        ['SN', false],
      ],
    );
    assert.deepEqual(
      summary.missing.map(({ id }) => id),
      ['SN'],
    );
  });

  it('does not take another month’s answer for this one’s', () => {
    const summary = summariseMonth(aPlan(), '2026-10', [aStoredAnswer({ period: '2026-09' })]);

    assert.deepEqual(
      summary.missing.map(({ id }) => id),
      ['BUN', 'SN'],
    );
  });

  it('has no sum over the committees: theirs is not the municipality’s result', () => {
    const summary = summariseMonth(aPlan(), '2026-10', [aStoredAnswer()]);

    assert.deepEqual(Object.keys(summary).sort(), ['committees', 'example', 'missing', 'period']);
  });

  it('says when a figure in it is invented for demonstration', () => {
    assert.equal(summariseMonth(aPlan(), '2026-10', [aStoredAnswer()]).example, false);
    assert.equal(summariseMonth(aPlan(), '2026-10', [aStoredAnswer({ example: true })]).example, true);
    assert.equal(summariseMonth(examplePlan(), '2026-10', []).example, true);
  });

  it('shows the water and sewage of the example plan apart, in September', () => {
    const plan = examplePlan();

    const summary = summariseMonth(plan, '2026-09', openingAnswersOf(plan, 'SBN'));

    const sbn = summary.committees.find(({ committee }) => committee.id === 'SBN');
    assert.equal(sbn?.feeFinanced?.outcomeKr, 3_321_000);
    assert.equal(sbn?.feeFinanced?.deviationKr, 499_000);
    assert.equal(sbn?.outcomeKr, 19_145_000 + 35_740_000 + 3_321_000);
    assert.equal(summary.missing.length, 5);
  });
});

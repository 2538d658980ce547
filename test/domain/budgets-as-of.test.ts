import assert from 'node:assert/strict';
import fc from 'fast-check';
import { budgetsAsOf, changesInForce } from '../../src/domain/budgets-as-of.ts';
import { addedToDateKr, budgetToDateKr } from '../../src/domain/finance.ts';
import { committeesThatReport } from '../../src/domain/follow-up.ts';
import { holderAt, holdersOf } from '../../src/domain/holders.ts';
import { type Month, monthNumber, monthOf } from '../../src/domain/period.ts';
import type { BusinessArea } from '../../src/domain/plan.ts';
import type { Appropriation, AreaMove, BudgetEntry } from '../../src/domain/plan-document.ts';
import { spreadOver } from '../../src/domain/spread.ts';
import { toPlan } from '../../src/domain/to-plan.ts';
import { aCommittee, aDocument, aFollowUp } from '../support/builders.ts';

const DECISION = 'KF 2026-06-10 § 87';

function aBudget(businessArea: string, overrides: Partial<BudgetEntry> = {}): BudgetEntry {
  const monthlyKr = Array.from({ length: 12 }, () => 100_000);
  const budget = { year: 2026, netBudgetKr: 1_200_000, monthlyKr };
  return { committee: 'BUN', businessArea, businessAreaName: `Område ${businessArea}`, ...budget, ...overrides };
}

function anAppropriation(overrides: Partial<Appropriation> = {}): Appropriation {
  return { committee: 'BUN', amountKr: 700_000, validFrom: '2026-06-01', decision: DECISION, ...overrides };
}

function aMove(overrides: Partial<AreaMove> = {}): AreaMove {
  return { businessArea: 'GYMN', from: 'BUN', to: 'SN', validFrom: '2026-07-01', ...overrides };
}

const preschool = anAppropriation({ businessArea: 'FORSKOLA' });

function areaOf(document: Parameters<typeof budgetsAsOf>[0], month: Month | undefined, id = 'FORSKOLA'): BusinessArea {
  const area = budgetsAsOf(document, month).areas.find((one) => one.id === id && one.year === 2026);
  assert.ok(area);
  return area;
}

describe('A supplementary appropriation to a business area', () => {
  const document = aDocument({ budgets: [aBudget('FORSKOLA')], supplementaryAppropriations: [preschool] });

  it('is not there before its month', () => {
    const area = areaOf(document, '2026-05');

    assert.equal(area.netBudgetKr, 1_200_000);
    assert.equal(area.added, undefined);
  });

  it('raises the year’s budget from its month on, by the months that are left', () => {
    const area = areaOf(document, '2026-06');

    assert.equal(area.netBudgetKr, 1_900_000);
    assert.deepEqual(area.monthlyKr, [...Array<number>(5).fill(100_000), ...Array<number>(7).fill(200_000)]);
    assert.equal(budgetToDateKr(area, '2026-05'), 500_000);
    assert.equal(budgetToDateKr(area, '2026-06'), 700_000);
  });

  it('says which decision it is', () => {
    assert.deepEqual(areaOf(document, '2026-06').added, [
      { amountKr: 700_000, from: '2026-06', decision: DECISION, example: false },
    ]);
  });

  it('leaves the rest of a budget without months spread evenly over the whole year', () => {
    const { monthlyKr: _, ...total } = aBudget('FORSKOLA');
    const area = areaOf({ ...document, budgets: [total] }, '2026-12');

    assert.equal(area.monthlyKr, undefined);
    assert.equal(budgetToDateKr(area, '2026-05'), 500_000);
    assert.equal(budgetToDateKr(area, '2026-06'), 700_000);
    assert.equal(budgetToDateKr(area, '2026-12'), 1_900_000);
  });

  it('belongs to its own year, committee and area', () => {
    const others = [
      aBudget('FORSKOLA', { year: 2027 }),
      aBudget('FORSKOLA', { committee: 'SN' }),
      aBudget('GRUNDSKOLA'),
    ];
    const { areas } = budgetsAsOf({ ...document, budgets: others }, '2027-06');

    assert.ok(areas.every(({ netBudgetKr, added }) => netBudgetKr === 1_200_000 && added === undefined));
  });

  it('that takes money back lowers the budget', () => {
    const less = { ...document, supplementaryAppropriations: [{ ...preschool, amountKr: -700_000 }] };

    assert.equal(areaOf(less, '2026-12').netBudgetKr, 500_000);
    assert.equal(budgetToDateKr(areaOf(less, '2026-12'), '2026-06'), 500_000);
  });

  it('makes an area an example when the money is invented', () => {
    const invented = { ...document, supplementaryAppropriations: [{ ...preschool, example: true }] };

    assert.equal(areaOf(invented, '2026-05').example, false);
    assert.equal(areaOf(invented, '2026-06').example, true);
  });

  it('has taken effect when no month is asked for', () => {
    assert.equal(areaOf(document, undefined).netBudgetKr, 1_900_000);
  });
});

describe('A supplementary appropriation that is not divided', () => {
  const document = aDocument({
    budgets: [aBudget('FORSKOLA')],
    supplementaryAppropriations: [anAppropriation({ committee: 'SN' })],
  });

  it('stands by itself from its month on, and is in no area', () => {
    assert.deepEqual(budgetsAsOf(document, '2026-05').undivided, []);
    assert.deepEqual(budgetsAsOf(document, '2026-06').undivided, [
      { committeeId: 'SN', amountKr: 700_000, from: '2026-06', decision: DECISION, example: false },
    ]);
    assert.equal(areaOf(document, '2026-06').netBudgetKr, 1_200_000);
  });

  it('is part of the budget to date month by month', () => {
    const [added] = budgetsAsOf(document, '2026-12').undivided;
    assert.ok(added);

    const toDate = (['2026-05', '2026-06', '2026-07', '2026-12'] as const).map((month) => addedToDateKr(added, month));

    assert.deepEqual(toDate, [0, 100_000, 200_000, 700_000]);
  });
});

describe('A business area that moves', () => {
  const document = aDocument({ budgets: [aBudget('GYMN')], areaMoves: [aMove()] });

  it('is the old committee’s until its month, and the new one’s with the whole year’s budget from then on', () => {
    assert.equal(areaOf(document, '2026-06', 'GYMN').committeeId, 'BUN');
    assert.equal(areaOf(document, '2026-07', 'GYMN').committeeId, 'SN');
    assert.equal(areaOf(document, '2026-07', 'GYMN').netBudgetKr, 1_200_000);
  });

  it('remembers who had it before', () => {
    assert.equal(areaOf(document, '2026-06', 'GYMN').heldBefore, undefined);
    assert.deepEqual(areaOf(document, '2026-07', 'GYMN').heldBefore, [{ committeeId: 'BUN', until: '2026-07' }]);
  });

  it('takes the following years along, and leaves the earlier ones where they were', () => {
    const years = [2025, 2026, 2027].map((year) => aBudget('GYMN', { year }));

    const { areas } = budgetsAsOf({ ...document, budgets: years }, '2027-01');

    assert.deepEqual(
      areas.map(({ year, committeeId }) => [year, committeeId]),
      [
        [2025, 'BUN'],
        [2026, 'SN'],
        [2027, 'SN'],
      ],
    );
  });

  it('leaves another committee’s area of the same name where it is', () => {
    const both = { ...document, budgets: [aBudget('GYMN', { committee: 'KFN' })] };

    assert.equal(areaOf(both, '2026-12', 'GYMN').committeeId, 'KFN');
  });

  it('may move on, whatever order the moves stand in', () => {
    const moves = [aMove({ from: 'SN', to: 'KFN', validFrom: '2026-10-01' }), aMove()];
    const area = areaOf({ ...document, areaMoves: moves }, '2026-10', 'GYMN');

    assert.equal(area.committeeId, 'KFN');
    assert.deepEqual(area.heldBefore, [
      { committeeId: 'BUN', until: '2026-07' },
      { committeeId: 'SN', until: '2026-10' },
    ]);
  });

  it('takes the money with it that its old or its new committee got for it', () => {
    const supplementaryAppropriations = [
      anAppropriation({ businessArea: 'GYMN', amountKr: 100_000, validFrom: '2026-03-01' }),
      anAppropriation({ businessArea: 'GYMN', amountKr: 20_000, validFrom: '2026-09-01', committee: 'SN' }),
    ];

    const area = areaOf({ ...document, supplementaryAppropriations }, '2026-12', 'GYMN');

    assert.equal(area.netBudgetKr, 1_320_000);
  });

  it('takes the money with it to the last of several committees, whatever order the moves stand in', () => {
    const areaMoves = [aMove({ from: 'SN', to: 'KFN', validFrom: '2026-10-01' }), aMove()];
    const late = { businessArea: 'GYMN', amountKr: 3_000, validFrom: '2026-11-01', committee: 'KFN' };

    const plan = { ...document, areaMoves, supplementaryAppropriations: [anAppropriation(late)] };

    assert.equal(areaOf(plan, '2026-12', 'GYMN').netBudgetKr, 1_203_000);
  });
});

describe('A committee that ends', () => {
  const committees = [
    aCommittee('BUN', { validTo: '2026-06-30' }),
    aCommittee('LÄR', { validFrom: '2026-07-01', succeeds: 'BUN' }),
    aCommittee('SN'),
  ];
  const document = aDocument({ committees, budgets: [aBudget('FORSKOLA')] });

  it('leaves its areas to its only successor from the successor’s first month, with the whole year’s budget', () => {
    assert.equal(areaOf(document, '2026-06').committeeId, 'BUN');

    const { committeeId, netBudgetKr, heldBefore } = areaOf(document, '2026-07');

    assert.equal(committeeId, 'LÄR');
    assert.equal(netBudgetKr, 1_200_000);
    assert.deepEqual(heldBefore, [{ committeeId: 'BUN', until: '2026-07' }]);
  });

  it('has its successor asked in the successor’s first follow-up, with what it reported itself', () => {
    const plan = { ...toPlan(document, '2026-09'), followUps: [aFollowUp('2026-09')] };
    const [asked, ...others] = committeesThatReport(plan, '2026-09');
    assert.ok(asked);

    const holders = holdersOf(plan, asked, plan.businessAreas[0]);

    assert.deepEqual([asked.id, others], ['LÄR', []]);
    assert.deepEqual(holderAt(holders, 'BUN', '2026-06'), { reportedBy: 'BUN-nämnden' });
  });

  it('leaves the areas of earlier years where they were', () => {
    const years = { ...document, budgets: [aBudget('FORSKOLA', { year: 2025 }), aBudget('FORSKOLA')] };

    assert.deepEqual(
      budgetsAsOf(years, '2026-12').areas.map(({ committeeId }) => committeeId),
      ['BUN', 'LÄR'],
    );
  });

  it('leaves the money that came to its area under either name, and what it had not divided', () => {
    const supplementaryAppropriations = [
      preschool,
      anAppropriation({ businessArea: 'FORSKOLA', committee: 'LÄR', amountKr: 20_000, validFrom: '2026-09-01' }),
      anAppropriation({ amountKr: 5_000, validFrom: '2026-03-01' }),
    ];
    const plan = { ...document, supplementaryAppropriations };

    assert.equal(areaOf(plan, '2026-12').netBudgetKr, 1_920_000);
    assert.deepEqual(
      (['2026-06', '2026-07'] as const).map((month) => budgetsAsOf(plan, month).undivided[0]?.committeeId),
      ['BUN', 'LÄR'],
    );
  });

  for (const validFrom of ['2026-07-01', '2026-10-01'])
    it(`does not leave its successor what the plan moves to another from ${validFrom}`, () => {
      const areaMoves = [aMove({ businessArea: 'FORSKOLA', validFrom })];

      const area = areaOf({ ...document, areaMoves }, '2026-10');

      assert.equal(area.committeeId, 'SN');
      assert.equal(area.heldBefore?.at(-1)?.until, validFrom.slice(0, 7));
    });

  for (const validFrom of ['2026-07-01', '2026-07-15'])
    it(`gives its area once when the plan moves it to the successor too, from ${validFrom}`, () => {
      const areaMoves = [aMove({ businessArea: 'FORSKOLA', to: 'LÄR', validFrom })];

      assert.deepEqual(areaOf({ ...document, areaMoves }, '2026-12'), areaOf(document, '2026-12'));
    });

  it('keeps its budget when its successor has one of its own for the area', () => {
    const budgets = [aBudget('FORSKOLA'), aBudget('FORSKOLA', { committee: 'LÄR' })];

    assert.deepEqual(
      budgetsAsOf({ ...document, budgets }, '2026-12').areas.map(({ committeeId }) => committeeId),
      ['BUN', 'LÄR'],
    );
  });

  it('keeps its areas when several succeed it, for nobody can know who gets what', () => {
    const split = [...committees, aCommittee('GYN', { validFrom: '2026-07-01', succeeds: 'BUN' })];

    assert.equal(areaOf({ ...document, committees: split }, '2026-12').committeeId, 'BUN');
  });

  it('keeps its areas as long as it has no last day', () => {
    const partly = committees.map(({ validTo: _, ...committee }) => committee);

    assert.equal(areaOf({ ...document, committees: partly }, '2026-12').committeeId, 'BUN');
  });

  it('makes the month of the change another one than those before', () => {
    assert.deepEqual(
      (['2026-06', '2026-07'] as const).map((month) => changesInForce(document, month)),
      [0, 1],
    );
  });
});

describe('An amount that is spread over the rest of the year', () => {
  it('falls evenly, and what is left over in December', () => {
    assert.deepEqual(spreadOver(5_000_000, '2026-06'), [
      ...Array<number>(5).fill(0),
      ...Array<number>(6).fill(714_285),
      714_290,
    ]);
  });

  it('from December is December’s', () => {
    assert.deepEqual(spreadOver(-1, '2026-12'), [...Array<number>(11).fill(0), -1]);
  });
});

/** Any plan with up to five changes of its budgets during the year. */
const anyMonth = fc.integer({ min: 1, max: 12 }).map((number) => monthOf(2026, number));
const anyKr = fc.integer({ min: -50_000_000, max: 50_000_000 });
const anyDocument = fc
  .record({
    monthlyKr: fc.array(anyKr, { minLength: 12, maxLength: 12 }),
    hasMonths: fc.boolean(),
    added: fc.array(fc.record({ amountKr: anyKr, month: anyMonth, divided: fc.boolean(), toNew: fc.boolean() }), {
      maxLength: 5,
    }),
    moves: fc.array(anyMonth, { maxLength: 2 }),
  })
  .map(({ monthlyKr, hasMonths, added, moves }) => {
    const netBudgetKr = monthlyKr.reduce((sum, kr) => sum + kr, 0);
    const { monthlyKr: _, ...total } = aBudget('FORSKOLA', { netBudgetKr });
    return aDocument({
      budgets: [hasMonths ? { ...total, monthlyKr } : total],
      supplementaryAppropriations: added.map(({ amountKr, month, divided, toNew }) =>
        anAppropriation({
          committee: toNew && moves.length > 0 ? 'SN' : 'BUN',
          amountKr,
          validFrom: `${month}-15`,
          ...(divided ? { businessArea: 'FORSKOLA' } : {}),
        }),
      ),
      areaMoves: moves.map((month) => aMove({ businessArea: 'FORSKOLA', validFrom: `${month}-01` })),
    });
  });

describe('The budgets of any plan', () => {
  it('have months that sum to the year’s total, whatever was added when', () => {
    fc.assert(
      fc.property(anyDocument, anyMonth, (document, month) => {
        const area = areaOf(document, month);

        assert.equal(budgetToDateKr(area, '2026-12'), area.netBudgetKr);
        if (area.monthlyKr)
          assert.equal(
            area.monthlyKr.reduce((sum, kr) => sum + kr, 0),
            area.netBudgetKr,
          );
      }),
    );
  });

  it('hold every krona that is decided by then, once: in an area or undivided', () => {
    fc.assert(
      fc.property(anyDocument, anyMonth, (document, month) => {
        const decided = document.supplementaryAppropriations.filter(({ validFrom }) => validFrom.slice(0, 7) <= month);
        const decidedKr = decided.reduce((sum, { amountKr }) => sum + amountKr, document.budgets[0]?.netBudgetKr ?? 0);

        const { areas, undivided } = budgetsAsOf(document, month);

        const areasKr = areas.reduce((sum, { netBudgetKr }) => sum + netBudgetKr, 0);
        assert.equal(
          undivided.reduce((sum, { amountKr }) => sum + amountKr, areasKr),
          decidedKr,
        );
      }),
    );
  });

  it('never change what an earlier month saw', () => {
    fc.assert(
      fc.property(anyDocument, anyMonth, anyMonth, (document, month, later) => {
        const known = document.supplementaryAppropriations.filter(({ validFrom }) => validFrom.slice(0, 7) <= month);
        const after = anAppropriation({ businessArea: 'FORSKOLA', validFrom: `${later}-01` });
        const more = { ...document, supplementaryAppropriations: [...document.supplementaryAppropriations, after] };
        fc.pre(monthNumber(later) > monthNumber(month));

        assert.deepEqual(budgetsAsOf(more, month), budgetsAsOf(document, month));
        assert.equal(
          areaOf(document, month).added?.length ?? 0,
          known.filter(({ businessArea }) => businessArea).length,
        );
      }),
    );
  });
});

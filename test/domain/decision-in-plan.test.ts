import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlanJson } from '../../src/documents/plan-json.ts';
import { planText } from '../../src/documents/plan-text.ts';
import { budgetsAsOf } from '../../src/domain/budgets-as-of.ts';
import { checkPlan } from '../../src/domain/check-plan.ts';
import {
  type DecidedChanges,
  decisionInPlan,
  decisionProblems,
  decisionText,
} from '../../src/domain/decision-in-plan.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { readDecision } from '../../src/domain/read-decision.ts';
import { exampleFile } from '../support/builders.ts';
import { aSoundPlanFile } from '../support/plan-document.ts';

function decision(overrides: Partial<DecidedChanges> = {}): DecidedChanges {
  return { date: '2026-06-10', paragraph: 'KF § 88', version: 1, appropriations: [], orders: [], ...overrides };
}

const money = { committeeId: 'BUN', businessAreaId: 'FORSKOLA', amountKr: 5_000_000, validFrom: '2026-07-01' };
const order = { committeeId: 'SN', text: 'Återkom med en plan', dueOn: '2026-12-01' };
const file = exampleFile();

function codesOf(changes: Partial<DecidedChanges>, overrides?: Partial<PlanDocument>): string[] {
  const plan = overrides ? { ...file, current: { ...file.current, ...overrides } } : file;
  return decisionProblems(plan, '2026-04', decision(changes)).map(({ code }) => code);
}

describe('A decision of the council, in the plan', () => {
  it('is a supplementary appropriation and an assignment, beside all that was there', () => {
    const { current } = decisionInPlan(file, '2026-04', decision({ appropriations: [money], orders: [order] }));

    assert.deepEqual(current.supplementaryAppropriations, [
      ...file.current.supplementaryAppropriations,
      {
        ...{ committee: 'BUN', businessArea: 'FORSKOLA', amountKr: 5_000_000, validFrom: '2026-07-01' },
        decision: 'KF 2026-06-10 § 88',
      },
    ]);
    assert.deepEqual(current.councilAssignments, [
      ...file.current.councilAssignments,
      {
        ...{ id: 'KF-2026-04-1-1', committee: 'SN', text: 'Återkom med en plan', dueOn: '2026-12-01' },
        ...{ decidedAt: '2026-06-10', paragraph: 'KF § 88', status: 'notStarted' },
      },
    ]);
    const { supplementaryAppropriations: _, councilAssignments: __, ...others } = current;
    const { supplementaryAppropriations: ___, councilAssignments: ____, ...before } = file.current;
    assert.deepEqual(others, before);
  });

  it('is named as the plan names decisions, however the clerk wrote the paragraph', () => {
    for (const paragraph of ['KF § 88', '§ 88', 'kf § 88', 'KF  § 88'])
      assert.equal(decisionText({ date: '2026-06-10', paragraph }), 'KF 2026-06-10 § 88');
    assert.equal(decisionText({ date: '2026-06-10', paragraph: 'KFS § 1' }), 'KF 2026-06-10 KFS § 1');
  });

  it('comes in once: done again nothing is added, and nothing without money and orders', () => {
    const both = decision({ appropriations: [money, { ...money, amountKr: -1 }], orders: [order, order] });
    const once = decisionInPlan(file, '2026-04', both);

    assert.equal(decisionInPlan(once, '2026-04', both), once);
    assert.equal(decisionInPlan(file, '2026-04', decision()), file);
    assert.equal(
      once.current.councilAssignments.length - file.current.councilAssignments.length,
      2,
      'two orders that say the same are two',
    );
  });

  it('ends what was half done: what is there is left, what is not is added', () => {
    const whole = decision({ appropriations: [money, { ...money, amountKr: 7 }], orders: [order] });
    const half = decisionInPlan(file, '2026-04', decision({ appropriations: [money] }));

    assert.deepEqual(decisionInPlan(half, '2026-04', whole), decisionInPlan(file, '2026-04', whole));
  });

  it('leaves alone an assignment of somebody else’s that has its name', () => {
    const stranger = {
      ...{ id: 'kf-2026-04-1-1', committee: 'BUN', text: 'Något annat', status: 'ongoing' as const },
      ...{ decidedAt: '2025-01-01', paragraph: 'KF § 1', dueOn: '2026-12-31' },
    };
    const taken = { ...file, current: { ...file.current, councilAssignments: [stranger] } };

    const once = decisionInPlan(taken, '2026-04', decision({ orders: [order] }));

    assert.deepEqual(
      once.current.councilAssignments.map(({ id, text }) => [id, text]),
      [
        ['kf-2026-04-1-1', 'Något annat'],
        ['KF-2026-04-1-1b', 'Återkom med en plan'],
      ],
    );
    assert.equal(decisionInPlan(once, '2026-04', decision({ orders: [order] })), once);
  });

  it('is left as somebody has changed it in the plan since', () => {
    const orders = [order];
    const once = decisionInPlan(file, '2026-04', decision({ orders }));
    const councilAssignments = once.current.councilAssignments.map((one) => ({ ...one, status: 'done' as const }));
    const changed = { ...once, current: { ...once.current, councilAssignments } };

    assert.equal(decisionInPlan(changed, '2026-04', decision({ orders })), changed);
  });

  it('changes the budget of the area from its month on, and no frame', () => {
    const { current } = decisionInPlan(file, '2026-04', decision({ appropriations: [money] }));
    const budget = (document: PlanDocument, month: '2026-06' | '2026-07') =>
      budgetsAsOf(document, month).areas.find(({ id, year }) => id === 'FORSKOLA' && year === 2026)?.netBudgetKr ?? 0;

    assert.equal(budget(current, '2026-06'), budget(file.current, '2026-06'));
    assert.equal(budget(current, '2026-07'), budget(file.current, '2026-07') + 5_000_000);
    assert.deepEqual(
      checkPlan(current).filter(({ code }) => code === 'FRAME_NOT_KEPT'),
      checkPlan(file.current).filter(({ code }) => code === 'FRAME_NOT_KEPT'),
    );
  });

  it('does not fit when it names what is not there, or money outside the plan’s years', () => {
    assert.deepEqual(codesOf({ appropriations: [money], orders: [order] }), []);
    assert.deepEqual(codesOf({ appropriations: [{ ...money, businessAreaId: 'FINNSEJ' }] }), ['AREA_WITHOUT_BUDGET']);
    assert.deepEqual(codesOf({ appropriations: [{ ...money, businessAreaId: 'forskola' }] }), ['MISSPELT_REFERENCE']);
    assert.deepEqual(codesOf({ orders: [{ ...order, committeeId: 'XX' }] }), ['UNKNOWN_REFERENCE']);
    assert.deepEqual(codesOf({ appropriations: [{ committeeId: 'BUN', amountKr: 1, validFrom: '2030-01-01' }] }), [
      'OUTSIDE_PLAN_PERIOD',
    ]);
    assert.deepEqual(codesOf({ orders: [{ ...order, dueOn: '2026-06-09' }] }), ['DATES_REVERSED']);
  });

  it('does not fit when it has the same money twice, which would become the same row', () => {
    assert.deepEqual(codesOf({ appropriations: [money, money] }), ['DUPLICATE_ROW']);
    assert.deepEqual(codesOf({ appropriations: [money, { ...money, amountKr: 5_000_001 }] }), []);
  });

  it('is not kept out by what was wrong with the plan before', () => {
    const [first] = file.current.commitments;
    assert.ok(first);
    const broken = { commitments: [...file.current.commitments, first] };

    assert.ok(checkPlan({ ...file.current, ...broken }).some(({ severity }) => severity === 'error'));
    assert.deepEqual(codesOf({ appropriations: [money] }, broken), []);
  });

  it('leaves a plan that can be stored, read and taken out again, whatever the clerk wrote', () => {
    const plan = aSoundPlanFile();
    const facts = { period: '2026-04', compiledOn: '2026-05-20', today: '2026-06-10' } as const;
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ unit: 'grapheme', maxLength: 600 })),
        fc.integer(),
        (paragraph, text, amountKr) => {
          const read = readDecision(
            {
              ...{ date: '2026-06-10', paragraph: `§ 8${paragraph}`, registrationNumber: 'KS 1', outcome: 'approved' },
              why: '',
              appropriations: [{ committeeId: 'BUN', amountKr, validFrom: '2026-07-01' }],
              orders: [{ committeeId: 'BUN', text: `a${text}`, dueOn: '2026-12-01' }],
            },
            facts,
          );
          if (!read.ok) return;
          accepted += 1;
          const after = decisionInPlan(plan, '2026-04', { ...read.value, version: 1 });
          assert.deepEqual(planText.read(planText.write(after)), after);
          assert.deepEqual(
            readPlanJson(planText.write(after)).problems.filter((one) => one.severity === 'error'),
            [],
          );
        },
      ),
      { numRuns: 200 },
    );
    assert.ok(accepted > 20, `only ${accepted} were accepted`);
  });
});

import assert from 'node:assert/strict';
import { checkPlan } from '../../src/domain/check-plan.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { aCommittee } from '../support/builders.ts';
import { aBudget } from '../support/part-builders.ts';
import { aPlanDocument } from '../support/plan-document.ts';
import { saidOf } from '../support/plan-problems.ts';

const ends = { ...aPlanDocument().committees[0], ...aCommittee('BUN', { name: 'Bildningsnämnden' }) };
const old = { ...ends, validTo: '2026-06-30' };
const schools = aCommittee('GR', { name: 'Grundskolenämnden', validFrom: '2026-07-01', succeeds: 'BUN' });
const colleges = aCommittee('GY', { name: 'Gymnasienämnden', validFrom: '2026-07-01', succeeds: 'BUN' });
const sn = aCommittee('SN', { name: 'Socialnämnden' });

/** What is said of hand-overs when the school committee ends. */
function saidOfHandover(overrides: Partial<PlanDocument>): string[] {
  return saidOf(overrides).filter((line) => /upphör|följa upp|ramen|flyttar/.test(line));
}

describe('A plan where a committee ends in the middle of a year', () => {
  it('is sound when one committee succeeds it, with the frame under either name or divided between them', () => {
    for (const frames of [
      [{ committee: 'BUN', year: 2026, amountKr: 1_200_000 }],
      [{ committee: 'GR', year: 2026, amountKr: 1_200_000 }],
      [
        { committee: 'BUN', year: 2026, amountKr: 700_000 },
        { committee: 'GR', year: 2026, amountKr: 500_000 },
      ],
    ])
      assert.deepEqual(saidOfHandover({ committees: [old, schools, sn], frames }), []);
  });

  it('is sound when the frame of a later year is divided between them', () => {
    const committees = [{ ...old, validTo: '2027-06-30' }, { ...schools, validFrom: '2027-07-01' }, sn];
    const frames = [
      { committee: 'BUN', year: 2027, amountKr: 700_000 },
      { committee: 'GR', year: 2027, amountKr: 500_000 },
    ];
    const budgets = [...aPlanDocument().budgets, aBudget('BUN', 'FORSKOLA', { year: 2027 })];

    assert.deepEqual(saidOfHandover({ committees, frames, budgets }), []);
  });

  it('is told when the internal budget is not the frame of both, once', () => {
    const frames = [
      { committee: 'BUN', year: 2026, amountKr: 700_000 },
      { committee: 'GR', year: 2026, amountKr: 700_000 },
    ];

    const said = saidOfHandover({ committees: [old, schools, sn], frames });

    assert.equal(said.length, 1);
    assert.match(
      said[0] ?? '',
      /^warning current\.frames\.0\.amountKr: BUN, GR 2026: .*1\s200\s000 kr och ramen 1\s400\s000 kr/,
    );
  });

  it('holds each committee to its own frame in the years after', () => {
    const frames = [
      { committee: 'BUN', year: 2026, amountKr: 1_200_000 },
      { committee: 'GR', year: 2027, amountKr: 2_000_000 },
    ];
    const budgets = [...aPlanDocument().budgets, aBudget('GR', 'FORSKOLA', { year: 2027 })];

    const said = saidOfHandover({ committees: [old, schools, sn], frames, budgets });

    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /: GR 2027: internbudgeten är 1\s200\s000 kr och ramen 2\s000\s000 kr/);
  });

  it('may tell outcomes and money of an area that its successor has got', () => {
    const ofArea = { committee: 'GR', businessArea: 'FORSKOLA' };
    const problems = checkPlan(
      aPlanDocument({
        committees: [old, schools, sn],
        outcomes: [{ ...ofArea, period: '2026-09', accumulatedOutcomeKr: 1, fullYearForecastKr: 2 }],
        supplementaryAppropriations: [{ ...ofArea, amountKr: 1, validFrom: '2026-09-01', decision: 'KF § 1' }],
      }),
    );

    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('is refused when several succeed it and an area goes to nobody', () => {
    const committees = [old, schools, colleges, sn];
    const budgets = [...aPlanDocument().budgets, aBudget('BUN', 'GYMNASIET')];
    const moved = { businessArea: 'GYMNASIET', from: 'BUN', to: 'GY', validFrom: '2026-07-01' };

    assert.deepEqual(saidOfHandover({ committees, budgets, frames: [], areaMoves: [moved], followUpPlan: [] }), [
      'error current.committees.0.validTo: Bildningsnämnden upphör 2026-06-30 och har flera efterträdare. Skriv i Flyttade verksamheter vart Område FORSKOLA går.',
    ]);
  });

  it('lets several successors have budgets of their own for its areas', () => {
    const committees = [old, schools, colleges, sn];
    const budgets = [...aPlanDocument().budgets, aBudget('GR', 'FORSKOLA')];

    assert.deepEqual(saidOfHandover({ committees, budgets, frames: [], followUpPlan: [] }), []);
  });

  it('is warned when nobody succeeds it and areas are left', () => {
    assert.deepEqual(saidOfHandover({ committees: [old, sn], frames: [] }), [
      'warning current.committees.0.validTo: Bildningsnämnden upphör 2026-06-30 utan efterträdare, men Område FORSKOLA har budget året ut. Ange en efterträdare, eller skriv i Flyttade verksamheter vart Område FORSKOLA går.',
    ]);
  });

  it('leaves nothing when the last day is the year’s', () => {
    assert.deepEqual(saidOfHandover({ committees: [{ ...old, validTo: '2026-12-31' }, sn], frames: [] }), []);
  });
});

describe('A plan that is to ask a committee without business areas', () => {
  const committees = [ends, sn, aCommittee('VN', { name: 'Valnämnden', validFrom: '2026-10-15' })];

  it('is warned once, with the first such month', () => {
    const { followUpPlan } = aPlanDocument();
    const november = followUpPlan.slice(0, 1).map((one) => ({ ...one, period: '2026-11' }));

    assert.deepEqual(saidOfHandover({ committees, followUpPlan: [...november, ...followUpPlan] }), [
      'warning current.committees.2: Valnämnden ska följa upp ekonomin i 2026-10 men har ingen verksamhet med budget då, så nämnden får inga frågor. Lägg till budgeten eller flytten, eller välj vilka nämnder uppföljningen gäller.',
    ]);
  });

  it('is not when the follow-ups are for others, ask for no finance, or are in a year that nobody has budgeted', () => {
    const { followUpPlan } = aPlanDocument();
    const plans = [
      followUpPlan.map((one) => ({ ...one, committees: ['BUN', 'SN'] })),
      followUpPlan.map((one) => ({ ...one, asks: ['indicators' as const] })),
      followUpPlan.map((one) => ({ ...one, year: 2027, period: one.period.replace('2026', '2027') })),
    ];

    for (const followUps of plans) assert.deepEqual(saidOfHandover({ committees, followUpPlan: followUps }), []);
  });
});

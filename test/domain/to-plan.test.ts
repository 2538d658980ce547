import assert from 'node:assert/strict';
import { seriesOf, withReported } from '../../src/domain/indicator-series.ts';
import { businessAreasOf, reportersOf } from '../../src/domain/plan.ts';
import type { CommitteeEntry } from '../../src/domain/plan-document.ts';
import { toPlan } from '../../src/domain/to-plan.ts';
import { readLocalPlan } from '../../src/local/example-plan.ts';
import { exampleFile } from '../support/builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../support/plan-document.ts';

describe('The example plan, as monthly follow-up uses it', () => {
  const plan = toPlan(exampleFile().current);

  it('has its committees, occasions and limits', () => {
    assert.equal(plan.title, 'Mål och budget 2026–2029 (exempel)');
    assert.equal(plan.committees.length, 7);
    assert.equal(plan.followUps.length, 9);
    assert.deepEqual(plan.followUps[0], {
      ...{ period: '2026-02', kind: 'month', asks: ['finance', 'indicators'] },
      ...{ opensOnWorkingDay: 3, dueOnWorkingDay: 10 },
      ladder: [
        { kind: 'reminder', workingDays: -2 },
        { kind: 'reminder', workingDays: 0 },
        { kind: 'deputy', workingDays: 2 },
        { kind: 'approver', workingDays: 4 },
      ],
    });
    assert.deepEqual(plan.commentLimit, { percentOfBudget: 1, amountKr: 500_000 });
  });

  it('keeps kronor as they stand in the file', () => {
    const [, compulsorySchool] = businessAreasOf(plan, 'BUN', 2026);

    assert.equal(compulsorySchool?.netBudgetKr, 446_161_000);
    assert.equal(compulsorySchool?.monthlyKr?.[11], 40_153_000);
    assert.equal(compulsorySchool?.example, true);
  });

  it('knows which area is fee-financed', () => {
    assert.deepEqual(
      plan.businessAreas.filter(({ feeFinanced }) => feeFinanced).map(({ id }) => id),
      ['VA'],
    );
  });

  it('knows who reports, and in which order', () => {
    assert.deepEqual(
      reportersOf(plan, 'BUN').map(({ upn }) => upn),
      ['rapportor.bun@styrmodell.example', 'ersattare.bun@styrmodell.example'],
    );
  });

  it('knows the kinds of targets', () => {
    const target = (id: string) => plan.indicators.find((indicator) => indicator.id === id)?.target;

    assert.deepEqual(target('INSIKT'), { kind: 'at-least', value: 74 });
    assert.deepEqual(target('SJUKFRANVARO'), { kind: 'at-most', value: 7 });
    assert.deepEqual(target('RESULTATANDEL'), { kind: 'between', from: 2, to: 4 });
    assert.deepEqual(target('BYGGLOV'), { kind: 'direction', direction: 'increase', text: 'Öka' });
    assert.deepEqual(target('BEMOTANDE'), { kind: 'better-than', group: 'country', text: 'Bättre än riket' });
    assert.equal(target('HME_SVARSFREKVENS'), undefined);
  });

  it('keeps the committees’ values apart from the municipality’s', () => {
    const values = plan.indicators.find(({ id }) => id === 'HME')?.values ?? [];

    assert.equal(values.find(({ committeeId }) => committeeId === 'SN')?.value, 77);
    assert.deepEqual(
      values.filter(({ committeeId }) => !committeeId).map(({ value }) => value),
      [78, 79],
    );
  });

  it('says which day the demonstration begins', async () => {
    const { demoClock } = await readLocalPlan();

    assert.deepEqual(new Date(demoClock), new Date('2026-11-05T07:00:00Z'));
  });
});

describe('An indicator, as monthly follow-up uses it', () => {
  it('brings everything that it is judged by, and nothing that only the file needs', () => {
    const entry = anIndicatorEntry('HME', {
      ...{ committees: ['BUN', 'SN'], target: { atLeast: 80 }, nearLimit: 75, scale: { min: 0, max: 100 } },
      yearlyTargets: [{ year: 2027, target: { text: 'Öka' } }],
      baseline: { period: '2024', value: 70, source: 'Enkäten' },
      seriesBreaks: [{ from: '2025', note: 'Nya frågor' }],
      comparisons: [{ group: 'county', period: '2025', value: 77, example: true }],
      ...{ breakdown: ['kvinnor', 'män'], totalReportedBy: 'SN', koladaId: 'U00200', aliases: ['medarbetarindex'] },
      index: { method: 'mean', components: ['Ledarskap'], minimumRespondents: 5 },
      values: [{ period: '2025', value: 78, group: 'kvinnor', respondents: 41, source: 'Enkäten', example: true }],
      committeeValues: [{ committee: 'BUN', period: '2025', value: 79 }],
    });

    const [indicator] = toPlan(aPlanDocument({ indicators: [entry] })).indicators;

    assert.deepEqual(indicator, {
      ...{ id: 'HME', name: 'Indikator HME', unit: '%', good: 'up', frequency: 'month', goalId: 'SKOLA' },
      ...{ committeeIds: ['BUN', 'SN'], nearLimit: 75, scale: { min: 0, max: 100 }, totalReportedBy: 'SN' },
      target: { kind: 'at-least', value: 80 },
      yearlyTargets: [{ year: 2027, target: { kind: 'direction', direction: 'increase', text: 'Öka' } }],
      baseline: { period: '2024', value: 70, source: 'Enkäten' },
      seriesBreaks: [{ from: '2025', note: 'Nya frågor' }],
      comparisons: [{ group: 'county', period: '2025', value: 77, example: true }],
      breakdown: ['kvinnor', 'män'],
      index: { method: 'mean', components: ['Ledarskap'], minimumRespondents: 5 },
      values: [
        { period: '2025', value: 78, group: 'kvinnor', respondents: 41, example: true },
        { period: '2025', value: 79, committeeId: 'BUN', example: false },
      ],
    });
  });

  it('shows the way to the lowest goal that it hangs on', () => {
    const goalOf = (...[goal]: Parameters<typeof anIndicatorEntry>[1][]) =>
      toPlan(aPlanDocument({ indicators: [anIndicatorEntry('X', goal)] })).indicators[0]?.goalId;

    assert.equal(goalOf({ goal: 'SKOLA', subGoal: 'TIDIG', committeeGoal: 'LASA' }), 'LASA');
    assert.equal(goalOf({ goal: 'SKOLA', subGoal: 'TIDIG' }), 'TIDIG');
    assert.equal(goalOf({ goal: 'SKOLA' }), 'SKOLA');
  });
});

describe('An indicator of committees that succeed each other', () => {
  const values = [
    { period: '2026-04', value: 81, committee: 'BUN' },
    { period: '2026-08', value: 83, committee: 'SN' },
  ];
  const entry = anIndicatorEntry('LASNING', { committees: ['BUN', 'SN'], committeeValues: values });
  const [bun, sn] = aPlanDocument().committees;
  assert.ok(bun && sn);
  const inTurn = [
    { ...bun, validTo: '2026-06-30' },
    { ...sn, validFrom: '2026-07-01' },
  ];

  function totals(committees: readonly CommitteeEntry[]): readonly (readonly [string, number])[] {
    const [indicator] = toPlan(aPlanDocument({ committees, indicators: [entry] })).indicators;
    assert.ok(indicator);
    const series = seriesOf(indicator, { period: '2026-10', values: withReported(indicator, []) });
    return series.values.map(({ period, value }) => [period, value]);
  }

  it('has as its total what the one responsible at the time has reported', () => {
    assert.deepEqual(totals(inTurn), [
      ['2026-08', 83],
      ['2026-04', 81],
    ]);
  });

  it('has no total of its own while both exist', () => {
    assert.deepEqual(totals([bun, sn]), []);
  });
});

describe('A follow-up for some committees', () => {
  it('says which', () => {
    const [october] = aPlanDocument().followUpPlan;
    assert.ok(october);

    const plan = toPlan(aPlanDocument({ followUpPlan: [{ ...october, committees: ['SN'] }] }));

    assert.deepEqual(plan.followUps[0]?.committeeIds, ['SN']);
  });
});

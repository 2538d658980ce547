import assert from 'node:assert/strict';
import type { IndicatorEntry, PlanDocument } from '../../src/domain/plan-document.ts';
import { aCouncilGoal } from '../support/part-builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../support/plan-document.ts';
import { saidOf, saidOfIndicator } from '../support/plan-problems.ts';

const sound = aPlanDocument();

describe('A plan with an indicator that can’t be judged as it is written', () => {
  const weighted = (...weights: number[]) =>
    saidOfIndicator({ index: { method: 'weighted', components: weights.map((_, at) => `Del ${at}`), weights } });
  const place = 'error current.indicators.0.index.weights';

  for (const weight of [-1, 0, 1.1]) {
    it(`bad-156 is refused for the weight ${weight}`, () => {
      const said = String(weight).replace('.', ',').replace('-', '−');

      assert.equal(
        weighted(weight, 1)[0],
        `${place}.0: Indikator LASNING: vikten ${said} ska vara större än 0 och högst 1. Skriv den som en andel, till exempel 0,25.`,
      );
    });
  }

  for (const [sum, shown] of [
    [0.99, '0,99'],
    [1.01, '1,01'],
    [0.9989, '0,9989'],
    [1.0011, '1,0011'],
  ] as const) {
    it(`bad-156 is refused when the weights sum to ${sum}, with the tolerance said`, () => {
      assert.deepEqual(weighted(0.5, sum - 0.5), [
        `${place}: Indikator LASNING: vikterna blir tillsammans ${shown}. De ska bli 1; det får skilja högst 0,001.`,
      ]);
    });
  }

  it('bad-156 takes weights that sum to 1, give or take 0.001', () => {
    for (const weights of [[1], [0.5, 0.5], [0.333, 0.333, 0.333], [0.501, 0.5], [0.1, 0.2, 0.7]])
      assert.deepEqual(weighted(...weights), [], weights.join());
  });

  it('is refused when an index has not a weight for each part, or weights that nothing uses', () => {
    const count = (index: NonNullable<IndicatorEntry['index']>) => saidOfIndicator({ index })[0];

    assert.equal(
      count({ method: 'weighted', components: ['A', 'B'], weights: [1] }),
      `${place}: Indikator LASNING: indexet har 2 delar och 1 vikter. Ett vägt index ska ha en vikt för varje del och ett medelvärde inga; delarna ska vara minst en.`,
    );
    assert.match(count({ method: 'weighted', components: ['A'] }) ?? '', /1 delar och 0 vikter/);
    assert.match(count({ method: 'mean', components: ['A'], weights: [1] }) ?? '', /1 delar och 1 vikter/);
    assert.match(count({ method: 'mean', components: [] }) ?? '', /0 delar och 0 vikter/);
    assert.equal(count({ method: 'mean', components: ['A'] }), undefined);
  });

  it('bad-159 is refused when the target or a value lies outside the indicator’s own scale', () => {
    const problems = saidOfIndicator({
      ...{ scale: { min: 0, max: 100 }, target: { atLeast: 101 }, nearLimit: -1 },
      yearlyTargets: [{ year: 2027, target: { between: [-5, 50] } }],
      baseline: { period: '2024', value: 100.5 },
      values: [
        { period: '2024', value: 100 },
        { period: '2025', value: -0.1 },
      ],
      committeeValues: [{ committee: 'BUN', period: '2025', value: 200 }],
    });

    assert.deepEqual(
      problems.map((line) => line.replace('error current.indicators.0.', '').replace('Indikator LASNING: ', '')),
      [
        'target: målvärdet 101 ligger utanför skalan 0–100. Rätta målet eller skalan.',
        'yearlyTargets.0.target: målvärdet −5 ligger utanför skalan 0–100. Rätta målet eller skalan.',
        'nearLimit: värdet −1 ligger utanför skalan 0–100. Rätta värdet eller skalan.',
        'baseline.value: värdet 100,5 ligger utanför skalan 0–100. Rätta värdet eller skalan.',
        'values.1.value: värdet −0,1 ligger utanför skalan 0–100. Rätta värdet eller skalan.',
        'committeeValues.0.value: värdet 200 ligger utanför skalan 0–100. Rätta värdet eller skalan.',
      ],
    );
  });

  it('is refused for a value that is neither yes nor no, or no real day, where the target is one', () => {
    const values = [1, 0, 2, 0.5].map((value, at) => ({ period: `202${at}`, value }));
    assert.deepEqual(saidOfIndicator({ target: { yesNo: true }, values }), [
      'error current.indicators.0.values.2.value: Indikator LASNING: värdet 2 (2022) är varken ja eller nej. Skriv 1 för ja och 0 för nej; i arbetsboken ja eller nej.',
      'error current.indicators.0.values.3.value: Indikator LASNING: värdet 0,5 (2023) är varken ja eller nej. Skriv 1 för ja och 0 för nej; i arbetsboken ja eller nej.',
    ]);

    const days = [20261130, 20260231, 2026].map((value, at) => ({ committee: 'BUN', period: `202${at}`, value }));
    assert.deepEqual(saidOfIndicator({ target: { onDate: '2026-12-31' }, committeeValues: days }), [
      'error current.indicators.0.committeeValues.1.value: Indikator LASNING: värdet 20260231 (2021) är ingen dag. Skriv år, månad och dag i åtta siffror, till exempel 20261130; i arbetsboken 2026-11-30.',
      'error current.indicators.0.committeeValues.2.value: Indikator LASNING: värdet 2026 (2022) är ingen dag. Skriv år, månad och dag i åtta siffror, till exempel 20261130; i arbetsboken 2026-11-30.',
    ]);
  });

  it('points out a sub-goal that lies under another goal than the indicator’s, at any depth', () => {
    const councilGoals = [...sound.councilGoals, { ...aCouncilGoal('VARD'), name: 'Vård' }];
    const said = (goal: string, subGoal: string): string[] =>
      saidOf({ councilGoals, indicators: [anIndicatorEntry('LASNING', { goal, subGoal })] }).filter((line) =>
        line.includes('subGoal'),
      );

    assert.deepEqual(said('SKOLA', 'TIDIG'), []);
    assert.deepEqual(said('VARD', 'TIDIG'), [
      'warning current.indicators.0.subGoal: Indikator LASNING: delmålet TIDIG ligger under målet SKOLA men indikatorn under VARD. Välj mål och delmål som hör ihop.',
    ]);
  });

  it('is refused when the scale or an interval is written backwards', () => {
    assert.deepEqual(saidOfIndicator({ target: null, scale: { min: 5, max: 1 } }), [
      'error current.indicators.0.scale: Indikator LASNING: skalan går från 5 till 1. Skriv det lägsta värdet först.',
    ]);
    assert.deepEqual(saidOfIndicator({ target: { between: [4, 2] } }), [
      'error current.indicators.0.target: Indikator LASNING: målet går från 4 till 2. Skriv det lägsta värdet först.',
    ]);
  });

  for (const [what, indicator, isRight] of [
    ['at the target', { target: { atLeast: 80 }, nearLimit: 80 }, false],
    ['above the target', { target: { atLeast: 80 }, nearLimit: 81 }, false],
    ['below the target', { target: { atLeast: 80 }, nearLimit: 79 }, true],
    ['below a ceiling', { target: { atMost: 7 }, good: 'down', nearLimit: 6 }, false],
    ['above a ceiling', { target: { atMost: 7 }, good: 'down', nearLimit: 8 }, true],
    ['inside an interval', { target: { between: [2, 4] }, nearLimit: 3 }, false],
    ['below an interval', { target: { between: [2, 4] }, nearLimit: 1 }, true],
  ] as const) {
    it(`bad-159 ${isRight ? 'takes' : 'is refused for'} a limit for "near" that lies ${what}`, () => {
      const problems = saidOfIndicator(indicator);

      assert.equal(problems.length, isRight ? 0 : 1);
      if (!isRight) assert.match(problems[0] ?? '', /nearLimit: .* når redan målet .* Sätt gränsen på den sida/);
    });
  }

  it('bad-159 is refused for a limit for "near" without a target to be near', () => {
    assert.deepEqual(saidOfIndicator({ target: null, nearLimit: 70 }), [
      'error current.indicators.0.nearLimit: Indikator LASNING: gränsen för nära målet gäller inget, för indikatorn har inget målvärde. Ta bort gränsen eller ange ett mål.',
    ]);
  });

  it('points out a target that goes against the good direction, words that can’t be judged, and no baseline', () => {
    assert.deepEqual(
      [
        { target: { atMost: 7 } },
        { target: { text: 'Minska' }, baseline: { period: '2025', value: 9 } },
        { target: { text: 'Öka rejält' } },
        { target: { text: 'Öka' } },
        { target: { text: 'Bättre än riket' } },
      ].map((indicator) =>
        saidOfIndicator(indicator)[0]?.replace('warning current.indicators.0.target: Indikator LASNING: ', ''),
      ),
      [
        'målet 7 går åt andra hållet än det som sägs vara bra. Kontrollera mål och riktning.',
        'målet Minska går åt andra hållet än det som sägs vara bra. Kontrollera mål och riktning.',
        'målet "Öka rejält" går inte att bedöma mot ett värde. Skriv det som ett tal, eller som öka, minska, bibehålla, bättre än riket eller bland de 25 % bästa.',
        'målet "Öka" saknar startvärde och kan inte bedömas. Lägg till startvärdet och dess period.',
        undefined,
      ],
    );
  });

  it('points out an indicator that nobody is asked for', () => {
    const nobody =
      'warning current.indicators.0: Indikator LASNING (LASNING) frågas ingen om. Ange en ansvarig nämnd, eller en uppföljning som frågar efter indikatorer så ofta.';
    const [october] = sound.followUpPlan;
    assert.ok(october);
    const asked = (followUp: Partial<typeof october>, indicator: Partial<IndicatorEntry>) =>
      saidOf({
        followUpPlan: [{ ...october, ...followUp }],
        indicators: [anIndicatorEntry('LASNING', indicator)],
      });

    assert.deepEqual(asked({}, { committees: [] }), [nobody]);
    assert.deepEqual(asked({ asks: ['finance'] }, {}), [nobody]);
    assert.deepEqual(asked({ committees: ['SN'] }, {}), [nobody]);
    assert.deepEqual(asked({ committees: ['SN'] }, { committees: ['BUN', 'SN'], totalReportedBy: 'SN' }), []);
    assert.deepEqual(asked({ period: '2026-10' }, { frequency: 'year' }), []);
    assert.deepEqual(asked({ period: '2026-10', asks: ['finance'] }, { frequency: 'year' }), [nobody]);
    assert.deepEqual(asked({ period: '2026-10' }, { frequency: 'tertial' }), [nobody]);
    assert.deepEqual(asked({ period: '2026-08' }, { frequency: 'tertial' }), []);
    assert.deepEqual(asked({ period: '2026-10', kind: 'interim' }, { frequency: 'tertial' }), []);
    assert.deepEqual(asked({ period: '2026-10' }, { frequency: 'everyFollowUp' }), []);
  });

  it('points out an indicator of several committees at once whose total nobody reports', () => {
    const [bun, sn] = sound.committees;
    assert.ok(bun && sn);
    const both = anIndicatorEntry('LASNING', { committees: ['BUN', 'SN'] });
    const nobody =
      'warning current.indicators.0.totalReportedBy: Indikator LASNING (LASNING) har flera nämnder samtidigt. Ange vem som rapporterar totalen för hela kommunen.';
    const totals = (committees: PlanDocument['committees'], indicator = both) =>
      saidOf({ committees, indicators: [indicator] }).filter((line) => line.includes('totalReportedBy'));

    assert.deepEqual(totals([bun, sn]), [nobody]);
    assert.deepEqual(
      totals([
        { ...bun, validTo: '2026-07-01' },
        { ...sn, validFrom: '2026-07-01' },
      ]),
      [nobody],
    );
    assert.deepEqual(
      totals([
        { ...bun, validTo: '2026-06-30' },
        { ...sn, validFrom: '2026-07-01' },
      ]),
      [],
    );
    assert.deepEqual(totals([bun, sn], { ...both, totalReportedBy: 'SN' }), []);
  });
});

import assert from 'node:assert/strict';
import { forCard } from '../../cards/peoples-words.ts';
import { assessIndicator } from '../../src/domain/assess-indicator.ts';
import type { Indicator, IndicatorValue } from '../../src/domain/indicator.ts';
import type { Judgement } from '../../src/domain/judgement.ts';
import { judgementText, trendText, verdictText } from '../../src/words/assessment-text.ts';
import { anIndicator, examplePlan } from '../support/builders.ts';

const percent = '% av ordinarie arbetstid';
const NB = '\u00A0';

/** The sentence in October 2026. */
function said(
  indicator: Partial<Indicator>,
  ...values: readonly (readonly [string, number, Partial<IndicatorValue>?])[]
) {
  const known = values.map(([period, value, more]) => ({ period, value, example: false, ...more }));
  const { periodsEnd } = assessIndicator(anIndicator('A', indicator), { period: '2026-10', values: known });
  return judgementText(periodsEnd, indicator.unit ?? percent, forCard);
}

describe('Why an indicator is judged as it is', () => {
  const sickLeave: Partial<Indicator> = { good: 'down', target: { kind: 'at-most', value: 7 }, nearLimit: 7.5 };

  it('is the target, the newest value and what follows', () => {
    assert.equal(
      said(sickLeave, ['2026-10', 7.7]),
      'Målet är högst 7 % av ordinarie arbetstid. Senaste värdet är 7,7 (oktober 2026), så målet nås inte än.',
    );
    assert.equal(
      said(sickLeave, ['2026-10', 7.2]),
      'Målet är högst 7 % av ordinarie arbetstid. Senaste värdet är 7,2 (oktober 2026), så målet är nära men nås inte än.',
    );
    assert.equal(
      said(sickLeave, ['2025', 6.9]),
      'Målet är högst 7 % av ordinarie arbetstid. Senaste värdet är 6,9 (2025), så målet nås.',
    );
  });

  it('has the unit beside the target, in brackets when it is not a share', () => {
    assert.equal(
      said({ unit: 'index 0–100', target: { kind: 'at-least', value: 74 } }, ['2025', 72]),
      'Målet är minst 74 (index 0–100). Senaste värdet är 72 (2025), så målet nås inte än.',
    );
    assert.equal(
      said({ unit: '%', target: { kind: 'between', from: 2, to: 4 } }, ['2026-08', 2.6]),
      'Målet är 2–4 %. Senaste värdet är 2,6 (augusti 2026), så målet nås.',
    );
  });

  it('is said in days and in yes and no for such targets', () => {
    assert.equal(
      said({ target: { kind: 'on-date', date: '2026-11-30' } }, ['2026-10', 20261215]),
      'Målet är senast 30 november 2026. Senaste värdet är 15 december 2026 (oktober 2026), så målet nås inte än.',
    );
    assert.equal(
      said({ target: { kind: 'yes-no', value: true } }, ['2026-10', 1]),
      'Målet är ja. Senaste värdet är ja (oktober 2026), så målet nås.',
    );
    assert.equal(
      said({ target: { kind: 'on-date', date: '2026-11-30' } }, ['2026-10', 7]),
      'Kan inte bedömas: målet är en dag, men värdet är 7.',
    );
  });

  it('is said from the baseline for a direction', () => {
    const baseline = { period: '2024', value: 18.4 };
    const values = ['2025', 19.1] as const;

    assert.equal(
      said(
        { unit: '%', baseline, target: { kind: 'direction', direction: 'increase', longTermAtLeast: 20, text: 'Öka' } },
        values,
      ),
      'Målet är att öka från 18,4 % år 2024, på sikt till minst 20. Senaste helårsvärdet är 19,1 (2025), så målet nås.',
    );
    assert.equal(
      said({ unit: '%', baseline, target: { kind: 'direction', direction: 'decrease', text: 'Minska' } }, values),
      'Målet är att minska från 18,4 % år 2024. Senaste helårsvärdet är 19,1 (2025), så målet nås inte än.',
    );
    assert.equal(
      said(
        { unit: '%', baseline, target: { kind: 'direction', direction: 'keep', tolerance: 1, text: 'Bibehålla' } },
        values,
      ),
      'Målet är att behålla 18,4 % år 2024, med högst 1 i skillnad. Senaste helårsvärdet är 19,1 (2025), så målet nås.',
    );
    assert.equal(
      said(
        {
          unit: '%',
          baseline: { period: '2025-10', value: 5 },
          target: { kind: 'direction', direction: 'keep', text: 'Bibehålla' },
        },
        ['2026-10', 5],
      ),
      'Målet är att behålla 5 % i oktober 2025. Senaste värdet är 5 (oktober 2026), så målet nås.',
    );
  });

  it('names others and their value for a comparison', () => {
    const country = { kind: 'better-than', group: 'country', text: 'Bättre än riket' } as const;
    const quarter = { kind: 'best-quarter', text: 'Bland de 25 % bästa' } as const;
    const comparisons = [
      { group: 'country', period: '2025', value: 74.1 },
      { group: 'bestQuarter', period: '2025', value: 2.1 },
    ] as const;

    assert.equal(
      said({ target: country, comparisons }, ['2025', 73]),
      'Målet är bättre än riket; riket har 74,1 (2025). Senaste värdet som går att jämföra är 73 (2025), så målet nås inte än.',
    );
    assert.equal(
      said({ target: quarter, comparisons, good: 'down' }, ['2025', 2]),
      'Målet är bland de 25 % bästa; gränsen är 2,1 (2025). Senaste värdet som går att jämföra är 2 (2025), så målet nås.',
    );
  });

  it('says what is missing when it cannot be judged', () => {
    const increase = { kind: 'direction', direction: 'increase', text: 'Öka' } as const;
    const baseline = { period: '2015', value: 7.3 };
    const seriesBreaks = [{ from: '2024', note: 'Ny definition' }];
    const county = { kind: 'better-than', group: 'county', text: 'Bättre än länet' } as const;

    assert.equal(
      said({ target: increase }, ['2025', 1]),
      'Kan inte bedömas: planen säger öka men inte från vilket värde.',
    );
    assert.equal(
      said({ target: increase, baseline, seriesBreaks }, ['2025', 1]),
      'Kan inte bedömas: måttet ändrades 2024, så värdet kan inte jämföras med utgångsvärdet (2015). Ny definition.',
    );
    assert.equal(
      said({ target: increase, baseline }, ['2026-10', 1]),
      'Kan inte bedömas: utgångsvärdet gäller ett helt år (2015) och inget helt år är rapporterat sedan dess.',
    );
    assert.equal(
      said({ target: increase, baseline: { period: '2024-10', value: 1 } }, ['2025', 1]),
      'Kan inte bedömas: utgångsvärdet gäller en månad (oktober 2024) och ingen månad är rapporterad sedan dess.',
    );
    assert.equal(said({ target: county }, ['2025', 1]), 'Kan inte bedömas: planen saknar värdet för länet 2025.');
    assert.equal(
      said({ target: { kind: 'best-quarter', text: 'Bland de 25 % bästa' } }, ['2025', 1]),
      'Kan inte bedömas: planen saknar gränsen för de 25 % bästa 2025.',
    );
    assert.equal(
      said({ target: { kind: 'words', text: 'God kvalitet' } }, ['2025', 1]),
      'Kan inte bedömas: målet är skrivet i ord som inte går att mäta mot (God kvalitet).',
    );
  });

  it('says why there is no result', () => {
    const target = { kind: 'at-least', value: 80 } as const;
    const index = {
      method: 'mean',
      components: ['Motivation', 'Ledarskap', 'Styrning'],
      minimumRespondents: 1_000,
    } as const;
    const increase = { kind: 'direction', direction: 'increase', text: 'Öka' } as const;

    assert.equal(said({ target }), 'Inget värde är rapporterat.');
    assert.equal(
      said({ target, committeeIds: ['BUN', 'SN'] }, ['2025', 81, { committeeId: 'BUN' }]),
      'Kommunens värde saknas. Nämnder har rapporterat, men kommunens värde räknas inte ut ur deras.',
    );
    assert.equal(
      said({ target: increase, baseline: { period: '2025', value: 81 } }, ['2025', 81]),
      'Inget nytt värde sedan utgångsvärdet (2025).',
    );
    assert.equal(
      said({ target, index }, ['2025', 81, { group: 'Ledarskap', respondents: 2_000 }]),
      'Indexet kan inte räknas: värde saknas för Motivation och Styrning.',
    );
    assert.equal(
      said({ target, index }, ['2025', 81, { respondents: 999 }]),
      `För litet underlag för att visas: färre än 1${NB}000 svar.`,
    );
    assert.equal(
      said({ target, index }, ['2025', 81, { group: 'Ledarskap' }]),
      `Indexet visas inte: antalet svar saknas, och minst 1${NB}000 krävs.`,
    );
  });

  it('says that a key figure is followed and not judged', () => {
    assert.equal(said({}, ['2025', 81]), 'Nyckeltal utan målvärde: följs upp men bedöms inte.');
  });

  it('shows the plan’s own words as they were written, whatever they hold', () => {
    assert.match(said({ target: { kind: 'words', text: '[klicka](http://x)' } }, ['2025', 1]), /\\\[klicka\\\]/u);
    assert.match(said({ unit: '*stora*', target: { kind: 'at-least', value: 1 } }, ['2025', 1]), /\\\*stora\\\*/u);
  });

  it('is a whole sentence for every indicator of the example plan, with a trend beside it', () => {
    for (const indicator of examplePlan().indicators) {
      const assessment = assessIndicator(indicator, { period: '2026-10', values: indicator.values });

      for (const text of [
        judgementText(assessment.periodsEnd, indicator.unit, forCard),
        trendText(assessment.trend, forCard),
      ]) {
        assert.match(text, /^[A-ZÅÄÖ].*\.$/u);
        assert.doesNotMatch(text, /undefined|NaN|\.\./u);
      }
    }
  });
});

describe('A verdict in a word or two', () => {
  it('is one for each, told apart without colour', () => {
    const verdicts: Judgement['verdict'][] = [
      'reached',
      'near',
      'behind',
      'not-measured',
      'not-assessable',
      'key-figure',
    ];

    assert.equal(new Set(verdicts.map(verdictText)).size, verdicts.length);
    assert.equal(verdictText('behind'), 'når inte målet');
    assert.equal(verdictText('not-measured'), 'inget resultat');
  });
});

describe('A trend in words', () => {
  const value = (period: string, figure: number) => ({ period, value: figure, example: false });

  it('is better, worse or the same, since when and by how much', () => {
    assert.equal(
      trendText({ kind: 'worse', from: value('2026-09', 7.4), to: value('2026-10', 7.7) }, forCard),
      'Sämre än september 2026: från 7,4 till 7,7.',
    );
    assert.equal(
      trendText({ kind: 'improving', from: value('2024', 70), to: value('2025', 72) }, forCard),
      'Bättre än 2024: från 70 till 72.',
    );
    assert.equal(
      trendText({ kind: 'unchanged', from: value('2024', 70), to: value('2025', 70) }, forCard),
      'Oförändrat sedan 2024: 70.',
    );
  });

  it('says why there is none', () => {
    assert.equal(trendText({ kind: 'no-earlier-value' }, forCard), 'Inget tidigare värde att jämföra med.');
    assert.equal(
      trendText({ kind: 'series-broken', seriesBreak: { from: '2024', note: 'Äldre serie U07451.' } }, forCard),
      'Kan inte jämföras med tidigare: måttet ändrades 2024. Äldre serie U07451.',
    );
  });
});

import assert from 'node:assert/strict';
import { draftLines } from '../../cards/draft-text.ts';
import { lockedText } from '../../cards/lock-text.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { anIndicator, aPlan, aPrompt } from '../support/builders.ts';

describe('The sentence that a month is locked', () => {
  const lock = {
    period: '2026-10',
    since: '2026-12-03',
    controllers: ['kim@styrmodell.example'],
    open: '2026-11',
  } as const;

  it('says since when, who can correct it and which one is open', () => {
    assert.equal(
      lockedText(lock),
      'Rapporten för januari–oktober 2026 är låst sedan 3 december 2026, då nästa månad öppnade. Nu rättas den bara av controllern (kim@styrmodell.example), som anger varför. Den som är öppen nu är januari–november 2026.',
    );
  });

  it('leaves out what there is none of', () => {
    assert.match(lockedText({ ...lock, controllers: [], open: undefined }), /av controllern, som anger varför\.$/);
  });
});

describe('What a reporter typed for a month that was locked', () => {
  const plan = aPlan({ indicators: [anIndicator('SJUK', { name: 'Sjukfrånvaro' })] });
  const prompt: MonthlyPrompt = {
    ...aPrompt(plan, 'BUN', '2026-10'),
    gradeScale: [{ id: 'helt', label: 'Helt uppfyllt', colour: 'green' }],
    goals: [
      {
        goal: { id: 'MAL', name: 'Alla lär' },
        proposal: { reason: { kind: 'nothing-to-judge-by', missing: 0 } },
        last: undefined,
      },
    ],
    work: [{ id: 'AKT', kind: 'activity', name: 'Läslyft', status: 'ongoing', lateness: { kind: 'no-dates' } }],
  };

  it('is given back line by line, as it was written', () => {
    const lines = draftLines(prompt, {
      outcome_FORSKOLA: '1 234,5',
      forecast_FORSKOLA: ' ',
      indicator_SJUK: '7,4',
      comment: 'Hyran *rättas*',
      measure_0: 'Vakansprövning',
      effect_0: '500',
      outcome_ANNAT: 'hör inte hit',
      grade_MAL: 'helt',
      motivation_MAL: 'Alla mått är nådda.',
      status_AKT: 'done',
    });

    assert.deepEqual(lines, [
      'Område FORSKOLA, utfall: 1 234,5',
      'Sjukfrånvaro: 7,4',
      'Kommentar: Hyran \\*rättas\\*',
      'Åtgärd 1: Vakansprövning',
      'Åtgärd 1, effekt: 500',
      'Alla lär, bedömning: Helt uppfyllt',
      'Alla lär, motivering: Alla mått är nådda.',
      'Läslyft, status: Klar',
    ]);
  });

  it('is cut, and said to be, when it does not fit in a message', () => {
    const lines = draftLines(prompt, { outcome_FORSKOLA: '12', comment: 'å'.repeat(16_000), measure_0: 'Mer' });

    assert.deepEqual(lines, ['Område FORSKOLA, utfall: 12', 'Resten får inte plats här.']);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agrees, fold } from '../../src/features/questions/understanding/swedish/fold.ts';
import { distance, speller } from '../../src/features/questions/understanding/swedish/spelling.ts';
import { stem } from '../../src/features/questions/understanding/swedish/stem.ts';

describe('A Swedish stem', () => {
  const families = [
    'nämnd nämnden nämnder nämnderna nämndens nämndernas',
    'skola skolan skolor skolorna skolans',
    'mål målet målen målens målets',
    'prognos prognosen prognoser prognoserna prognosens',
    'avvikelse avvikelsen avvikelser avvikelserna',
    'underskott underskottet underskotten',
    'budget budgeten budgetens',
    'indikator indikatorn indikatorer indikatorerna',
    'aktivitet aktiviteten aktiviteter aktiviteterna',
    'kostnad kostnaden kostnader kostnaderna',
    'månad månaden månader månaderna månadens',
    'åtagande åtagandet åtaganden åtagandena',
    'område området områden områdena',
    'sjukfrånvaro sjukfrånvaron',
    'ekonomi ekonomin ekonomins',
    'trygg trygga tryggt trygghet tryggheten',
    'social socialt sociala',
    'klar klart klara',
    'insats insatsen insatser insatserna',
    'lån lånet lånen lånens',
    'plan planen planer planerna',
  ];
  for (const family of families)
    it(`is one for ${family}`, () => {
      assert.deepEqual([...new Set(family.split(' ').map(stem))].length, 1, family.split(' ').map(stem).join(' '));
    });

  it('is not one for words that only begin alike', () => {
    for (const pair of ['mål måltid', 'lån län', 'värde vård', 'prognos program'])
      assert.equal(new Set(pair.split(' ').map((word) => word.slice(0, stem(word).length))).size, 2, pair);
  });
});

describe('A misspelled word', () => {
  const known = speller(['socialnamnd', 'prognos', 'avvikels', 'budget', 'kultur', 'sjukfranvaro']);

  it('is the known word it is nearest to', () => {
    for (const [typed, meant] of Object.entries({
      scoialnamnd: 'socialnamnd',
      prognso: 'prognos',
      sjukfrnvaro: 'sjukfranvaro',
      budgett: 'budget',
    }))
      assert.equal(known.nearest(typed), meant);
  });

  it('is itself when it is short or far from all', () => {
    for (const typed of ['bun', 'kul', 'programmera', 'xyzzy']) assert.equal(known.nearest(typed), undefined);
  });

  it('is as far from another as the other from it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        assert.equal(distance(one, other), distance(other, one));
        assert.equal(distance(one, one), 0);
      }),
    );
  });

  it('is found after any single slip in the middle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.constantFrom('drop', 'double', 'swap'), (at, slip) => {
        const word = 'sjukfranvaro';
        const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
        const typed = {
          drop: before + after,
          double: before + letter + letter + after,
          swap: before + (after[0] ?? '') + letter + after.slice(1),
        };

        assert.equal(known.nearest(typed[slip as keyof typeof typed]), word);
      }),
    );
  });
});

describe('Dots over å, ä and ö', () => {
  it('may be left out, but make another word when they are there', () => {
    assert.equal(fold('Åtgärder för ÄLDRE'), 'atgarder for aldre');
    assert.ok(agrees('lanet', 'länet'));
    assert.ok(!agrees('länet', 'lånet'));
    assert.ok(!agrees('mår', 'mars'));
  });
});

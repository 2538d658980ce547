import assert from 'node:assert/strict';
import type { Target } from '../../src/domain/indicator.ts';
import { readTarget } from '../../src/domain/read-target.ts';

function kindsOf(texts: readonly string[], good: 'up' | 'down' = 'up'): Target['kind'][] {
  return texts.map((text) => readTarget({ text }, good).kind);
}

describe('A target that the plan writes as a number', () => {
  it('is read as it stands', () => {
    assert.deepEqual(readTarget({ atLeast: 82.5 }, 'up'), { kind: 'at-least', value: 82.5 });
    assert.deepEqual(readTarget({ atMost: 7 }, 'down'), { kind: 'at-most', value: 7 });
    assert.deepEqual(readTarget({ between: [2, 4] }, 'up'), { kind: 'between', from: 2, to: 4 });
    assert.deepEqual(readTarget({ onDate: '2026-11-30' }, 'up'), { kind: 'on-date', date: '2026-11-30' });
    assert.deepEqual(readTarget({ yesNo: false }, 'up'), { kind: 'yes-no', value: false });
  });
});

describe('A target that the plan writes in words', () => {
  it('is a direction, with what else the plan says of it', () => {
    assert.deepEqual(readTarget({ text: 'Öka', atLeastLongTerm: 20 }, 'up'), {
      kind: 'direction',
      direction: 'increase',
      longTermAtLeast: 20,
      text: 'Öka',
    });
    assert.deepEqual(readTarget({ text: 'Bibehålla', tolerance: 0.5 }, 'up'), {
      kind: 'direction',
      direction: 'keep',
      tolerance: 0.5,
      text: 'Bibehålla',
    });
  });

  it('is a direction in every form of the word, also written with a separate ring over å', () => {
    const directions = [
      'öka',
      'Ska öka',
      'minska.',
      ' Minskar ',
      'oförändrad',
      'Oförändrat',
      'behålla',
      'bibeha\u030Alla',
    ];

    assert.deepEqual([...new Set(kindsOf(directions))], ['direction']);
    assert.equal(kindsOf(['bli fler']).at(0), 'words');
  });

  it('stays words when the direction has a size, because any increase would reach a mere "öka"', () => {
    assert.deepEqual(kindsOf(['Öka med 5 %', 'Öka till 90', 'Minska kraftigt']), ['words', 'words', 'words']);
  });

  it('is a comparison with the county or the country', () => {
    const county = ['bättre än länet', 'Bättre än länssnittet', 'över länets snitt', 'bättre än genomsnittet i länet'];
    const country = [
      'Bättre än riket',
      'över riket',
      'bättre än rikssnittet',
      'högre än rikets',
      'över snittet i riket',
    ];

    for (const text of county) {
      assert.deepEqual(readTarget({ text }, 'up'), { kind: 'better-than', group: 'county', text });
    }
    for (const text of country) {
      assert.deepEqual(readTarget({ text }, 'up'), { kind: 'better-than', group: 'country', text });
    }
  });

  it('is over the country only where more is better, and under it only where less is', () => {
    assert.deepEqual(kindsOf(['över riket', 'högre än länet', 'under riket', 'bättre än riket']), [
      'better-than',
      'better-than',
      'words',
      'better-than',
    ]);
    assert.deepEqual(kindsOf(['över riket', 'under riket', 'lägre än länet', 'bättre än riket'], 'down'), [
      'words',
      'better-than',
      'better-than',
      'better-than',
    ]);
  });

  it('is among the best quarter, and no other share', () => {
    assert.deepEqual(kindsOf(['Bland de 25 % bästa', 'bland de 25 procent bästa', 'bland de 25% bästa']), [
      'best-quarter',
      'best-quarter',
      'best-quarter',
    ]);
    assert.deepEqual(kindsOf(['bland de 10 % bästa', 'bland de bästa']), ['words', 'words']);
  });

  it('is a limit, in Swedish figures', () => {
    for (const text of ['minst 82,5', 'Lägst 82,5 %', '>= 82,5', 'över 82,5 procent', 'minst 82.5']) {
      assert.deepEqual(readTarget({ text }, 'up'), { kind: 'at-least', value: 82.5 }, text);
    }
    for (const text of ['högst 7', 'max 7 %', '<=7', 'under 7 procent']) {
      assert.deepEqual(readTarget({ text }, 'up'), { kind: 'at-most', value: 7 }, text);
    }
    for (const text of ['2–4', '2-4 procent', '2 till 4 %', 'mellan 2 och 4']) {
      assert.deepEqual(readTarget({ text }, 'up'), { kind: 'between', from: 2, to: 4 }, text);
    }
    assert.deepEqual(readTarget({ text: 'minst 12 500' }, 'up'), { kind: 'at-least', value: 12_500 });
    assert.deepEqual(readTarget({ text: 'minst −1,5' }, 'up'), { kind: 'at-least', value: -1.5 });
  });

  it('stays words when it could mean two things, or more than it seems', () => {
    const unclear = ['minst 1.234', '4–2', 'minst 3 av 4 nämnder', 'minst 5 mnkr', 'god kvalitet', 'minst', ''];

    assert.deepEqual([...new Set(kindsOf(unclear))], ['words']);
    assert.deepEqual(readTarget({ text: 'Minst 1.234' }, 'up'), { kind: 'words', text: 'Minst 1.234' });
  });
});

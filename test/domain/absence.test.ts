import assert from 'node:assert/strict';
import { awayOn } from '../../src/domain/absence.ts';

const rut = { upn: 'Rut@k.se', from: '2026-11-09', to: '2026-11-13', saidAt: new Date('2026-11-01T09:00:00Z') };

describe('An absence', () => {
  it('lasts from the morning of its first day to the end of its last', () => {
    const days = ['2026-11-08', '2026-11-09', '2026-11-13', '2026-11-14'];

    assert.deepEqual(
      days.map((day) => [...awayOn([rut], day)]),
      [[], [['rut@k.se', '2026-11-13']], [['rut@k.se', '2026-11-13']], []],
    );
  });

  it('that overlaps another lasts as long as the longer one', () => {
    const longer = { ...rut, upn: 'rut@K.se', from: '2026-11-10', to: '2026-11-20' };

    assert.deepEqual([...awayOn([longer, rut], '2026-11-12')], [['rut@k.se', '2026-11-20']]);
    assert.deepEqual([...awayOn([rut, longer], '2026-11-12')], [['rut@k.se', '2026-11-20']]);
  });
});

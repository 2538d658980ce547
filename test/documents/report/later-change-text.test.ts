import assert from 'node:assert/strict';
import { laterChangeText } from '../../../src/documents/report/later-change-text.ts';

describe('What was changed after the council had approved a report', () => {
  const at = '2026-11-03T22:30:00.000Z';
  const about = { committeeName: 'Socialnämnden', period: '2026-08', at } as const;

  it('is said with the day in Sweden and the reason', () => {
    assert.equal(
      laterChangeText({ kind: 'corrected', ...about, reason: 'fel belopp' }),
      'Socialnämnden: augusti 2026 rättades 3 november 2026. Skäl: fel belopp.',
    );
  });

  it('says that there is no reason where there is none', () => {
    assert.match(laterChangeText({ kind: 'corrected', ...about }), /Inget skäl är angivet\.$/);
  });

  it('is no correction when the committee had not answered before', () => {
    assert.match(
      laterChangeText({ kind: 'answered', ...about }),
      /besvarades 3 november 2026, efter fullmäktiges beslut\.$/,
    );
  });
});

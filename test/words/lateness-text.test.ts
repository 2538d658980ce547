import assert from 'node:assert/strict';
import { latenessText } from '../../src/words/lateness-text.ts';

describe('What an activity’s dates say, in words', () => {
  it('is how late it is, with the day that was set', () => {
    assert.equal(
      latenessText({ kind: 'late', endsOn: '2026-10-31', days: 13 }),
      'Försenad: skulle ha varit klar 31 oktober 2026, för 13 dagar sedan.',
    );
    assert.equal(
      latenessText({ kind: 'should-have-started', startsOn: '2026-11-12', days: 1 }),
      'Skulle ha börjat 12 november 2026, för 1 dag sedan.',
    );
  });

  it('is where it stands when it is not late', () => {
    assert.equal(latenessText({ kind: 'not-started-yet', startsOn: '2027-01-01' }), 'Börjar 1 januari 2027.');
    assert.equal(latenessText({ kind: 'on-time', endsOn: '2026-12-31' }), 'Ska vara klar 31 december 2026.');
    assert.equal(latenessText({ kind: 'no-dates' }), 'Saknar slutdatum.');
    assert.equal(latenessText({ kind: 'done' }), 'Klar.');
    assert.equal(latenessText({ kind: 'cancelled' }), 'Avbruten.');
  });
});

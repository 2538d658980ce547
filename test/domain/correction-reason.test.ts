import assert from 'node:assert/strict';
import { MOST_REASON_CHARACTERS, readReason } from '../../src/domain/correction-reason.ts';

describe('The reason for a correction', () => {
  it('is kept trimmed and composed', () => {
    assert.equal(readReason('  Fo\u0308r hög hyra\n'), 'För hög hyra');
  });

  for (const nothing of [undefined, '', '  \n', '---', '\u200b\u200b\u200b', '…?!']) {
    it(`is none when it is ${JSON.stringify(nothing)}`, () => {
      assert.equal(readReason(nothing), '');
    });
  }

  it('is too short to say anything below three characters', () => {
    assert.equal(readReason('ok'), undefined);
    assert.equal(readReason('fel'), 'fel');
  });

  it('is as long as five hundred characters as people count them, and no longer', () => {
    const flags = '🇸🇪'.repeat(MOST_REASON_CHARACTERS - 1);

    assert.equal(readReason(`${flags}a`), `${flags}a`);
    assert.equal(readReason(`${flags}ab`), undefined);
  });

  it('is too long when one character carries thousands of accents', () => {
    assert.equal(readReason(`Hyra${'\u0301'.repeat(4_000)}`), undefined);
  });
});

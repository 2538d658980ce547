import assert from 'node:assert/strict';
import { receiptNumber } from '../../src/domain/answer.ts';

describe('A receipt’s number', () => {
  it('says committee, month and how many times the answer was given', () => {
    assert.equal(receiptNumber('BUN', '2026-10', 1), 'BUN-2026-10-1');
  });

  it('is another one after a correction', () => {
    assert.notEqual(receiptNumber('BUN', '2026-10', 2), receiptNumber('BUN', '2026-10', 1));
  });
});

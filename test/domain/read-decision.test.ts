import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DecisionGiven, readDecision } from '../../src/domain/read-decision.ts';
import type { ReportProblem } from '../../src/domain/report-problem.ts';

const facts = { period: '2026-08', compiledOn: '2026-09-20', today: '2026-10-01' } as const;

function given(overrides: Partial<DecisionGiven> = {}): DecisionGiven {
  return {
    ...{ date: '2026-09-30', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved', why: '' },
    ...{ appropriations: [], orders: [] },
    ...overrides,
  };
}

function money(overrides: Partial<DecisionGiven['appropriations'][number]> = {}): Partial<DecisionGiven> {
  return { appropriations: [{ committeeId: 'BUN', amountKr: 5_000_000, validFrom: '2026-10-01', ...overrides }] };
}

function order(overrides: Partial<DecisionGiven['orders'][number]> = {}): Partial<DecisionGiven> {
  return { orders: [{ committeeId: 'BUN', text: 'Återkom', dueOn: '2026-12-01', ...overrides }] };
}

function problemOf(overrides: Partial<DecisionGiven>): ReportProblem | undefined {
  const read = readDecision(given(overrides), facts);
  return read.ok ? undefined : read.problem;
}

function readOf(overrides: Partial<DecisionGiven>): DecisionGiven {
  const read = readDecision(given(overrides), facts);
  assert.ok(read.ok);
  return read.value;
}

describe('A decision that the clerk gives', () => {
  it('was made on a real day, not before the report was compiled and not ahead', () => {
    const bad = { code: 'BAD_DAY', field: 'date' };

    for (const date of ['', '30/9', '2026-09-31', '2026-10-02', '2026-09-19', ' 2026-09-30'])
      assert.deepEqual(problemOf({ date }), bad, date);
    for (const date of ['2026-09-20', '2026-10-01']) assert.equal(problemOf({ date }), undefined, date);
  });

  it('has a paragraph and a registration number that can be read, on one line', () => {
    for (const field of ['paragraph', 'registrationNumber'] as const) {
      for (const text of ['', '  ', '\u200b\u00ad', '§', '\u0007'])
        assert.deepEqual(problemOf({ [field]: text }), { code: 'TEXT_MISSING', field }, JSON.stringify(text));
      for (const text of ['a'.repeat(61), `a${'\u0301'.repeat(1_000)}`])
        assert.deepEqual(problemOf({ [field]: text }), { code: 'TEXT_TOO_LONG', field, most: 60 });
      assert.equal(readOf({ [field]: ' KF\r\n§\u2028 88\t\u202e\u0000 ' })[field], 'KF § 88');
      assert.equal(readOf({ [field]: 'A\u030a 1' })[field], 'Å 1');
      assert.equal(readOf({ [field]: '8'.repeat(60) })[field].length, 60);
    }
  });

  it('says why it was sent back, and nothing of that when it was approved', () => {
    assert.deepEqual(problemOf({ outcome: 'sent-back' }), { code: 'REASON_NEEDED' });
    assert.deepEqual(problemOf({ outcome: 'sent-back', why: '...' }), { code: 'REASON_NEEDED' });
    assert.equal(problemOf({ outcome: 'sent-back', why: 'x'.repeat(1_001) })?.code, 'TEXT_TOO_LONG');
    assert.equal(readOf({ outcome: 'sent-back', why: ' Komplettera med personal ' }).why, 'Komplettera med personal');
    assert.equal(readOf({ why: 'kvar från förut' }).why, '');
  });

  it('gives whole kronor, some, and no more than there can be', () => {
    for (const amountKr of [0, -0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000_000_001, -10_000_000_001])
      assert.deepEqual(problemOf(money({ amountKr })), { code: 'BAD_AMOUNT' }, String(amountKr));
    for (const amountKr of [1, -1, 10_000_000_000, -10_000_000_000])
      assert.equal(readOf(money({ amountKr })).appropriations[0]?.amountKr, amountKr);
  });

  it('gives money from a day of the report’s year or the next', () => {
    const bad = { code: 'BAD_DAY', field: 'validFrom' };

    for (const validFrom of ['2025-12-31', '2028-01-01', '2026-02-30', '2026', ''])
      assert.deepEqual(problemOf(money({ validFrom })), bad, validFrom);
    for (const validFrom of ['2026-01-01', '2027-12-31']) assert.equal(problemOf(money({ validFrom })), undefined);
  });

  it('gives an order a text and a day after the decision', () => {
    assert.deepEqual(problemOf(order({ text: ' ' })), { code: 'TEXT_MISSING', field: 'text' });
    assert.deepEqual(problemOf(order({ text: 'x'.repeat(501) })), { code: 'TEXT_TOO_LONG', field: 'text', most: 500 });
    for (const dueOn of ['2026-09-30', '2026-09-01', '2026-11-31', 'snart'])
      assert.deepEqual(problemOf(order({ dueOn })), { code: 'BAD_DAY', field: 'dueOn' }, dueOn);
    assert.equal(problemOf(order({ dueOn: '2026-10-01' })), undefined);
    assert.equal(readOf(order({ text: 'Två\r\nrader\u2028till\u0000' })).orders[0]?.text, 'Två\nrader\ntill');
  });

  it('is the same read twice, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (paragraph, text) => {
        const read = readDecision(given({ paragraph, ...order({ text }) }), facts);
        if (read.ok) assert.deepEqual(readDecision(read.value, facts), read);
      }),
    );
  });
});

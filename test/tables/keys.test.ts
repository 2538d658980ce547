import assert from 'node:assert/strict';
import fc from 'fast-check';
import { key, keyPart, keysUnder } from '../../src/tables/keys.ts';
import { aTable } from './open-stores.ts';

/** Any text at all: halves of signs, control characters, what Azure refuses, and what we escape with. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      '/',
      '\\',
      '#',
      '?',
      '%',
      '|',
      "'",
      ' ',
      '+',
      '.',
      '\u0000',
      '\u007F',
      '\u0085',
      'å',
      'a\u030A',
      '😀',
      '\uD83D',
      '\uDE00',
      '2',
      '5',
      'f',
    ),
    maxLength: 12,
  }),
  fc.string({ unit: 'binary', minLength: 100, maxLength: 700 }),
);

/** Texts that need care, from the list of bad inputs. */
const careful = [
  'Barn/utb',
  'a\\b',
  'a#b',
  'a?b',
  '',
  ' ',
  ' a ',
  '.',
  '..',
  'a%2Fb',
  'a/b',
  'a+b',
  'a b',
  "O'Brien",
  '😀',
  'nämnd',
  'NÄMND',
  '%',
  '%%',
  '|',
  '\uD83D',
  '\uFFFD',
  '\uD800',
  '__proto__',
  'x'.repeat(127),
  'x'.repeat(128),
  'x'.repeat(129),
  'x'.repeat(513),
  `${'x'.repeat(39)}😀${'x'.repeat(200)}`,
  `${'%'.repeat(200)}`,
];

describe('A key', () => {
  it('bad-117 bad-120 is another one for every other text', () => {
    const keys = careful.map(keyPart);

    assert.equal(new Set(keys).size, careful.length);
  });

  it('bad-121 is the same for the same word, however its letters are put together', () => {
    assert.equal(keyPart('nämnden'.normalize('NFD')), keyPart('nämnden'.normalize('NFC')));
  });

  it('ST-02 is another one for any other text, and has nothing that Azure refuses', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [first, second] = [keyPart(one), keyPart(other)];

        assert.equal(first === second, one.normalize('NFC') === other.normalize('NFC'));
        for (const part of [first, second]) {
          assert.doesNotMatch(part, /[/\\#?%+|\p{Cc}\p{Cs}]/u);
          assert.ok(part.length > 0 && part.length <= 200);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('ST-02 of several parts is another one when a sign moves from one part to the next', () => {
    const parts = fc.array(anyText, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same =
          JSON.stringify(one.map((part) => part.normalize('NFC'))) ===
          JSON.stringify(other.map((part) => part.normalize('NFC')));

        assert.equal(key(...one) === key(...other), same);
      }),
      { numRuns: 1_000 },
    );
    assert.notEqual(key('a|b', 'c'), key('a', 'b|c'));
  });

  it('bad-119 is never longer than Azure takes: parts are shortened, and too many are refused', () => {
    const long = 'å'.repeat(5_000);

    assert.ok(key(long, long, long).length <= 512);
    assert.throws(() => key(long, long, long, long, long), /longer than 512/);
  });

  it('ST-02 of any text is taken by Azurite, and finds its own row again', async function () {
    this.timeout(60_000);
    const table = await aTable();
    const written = new Set<string>();

    const texts = [...careful, ...fc.sample(anyText, { numRuns: 200, seed: 2026 })];

    for (const text of texts) {
      const rowKey = keyPart(text);
      const outcome = await table.create({ partitionKey: rowKey, rowKey, text: text.toWellFormed() });
      assert.equal(outcome, written.has(rowKey) ? 'exists' : 'created', JSON.stringify(text));
      written.add(rowKey);
      assert.equal((await table.find(rowKey, rowKey))?.rowKey, rowKey, JSON.stringify(text));
    }
  });

  it('never holds a percent or plus sign, which Azure decodes twice, and keeps such texts apart', () => {
    const texts = ['100%', '100%25', '100%2525', '100!25', 'a+b', 'a b', 'a%20b', 'a%2Bb', 'a!2bb'];

    const keys = texts.map(keyPart);

    for (const made of keys) assert.doesNotMatch(made, /[%+]/);
    assert.equal(new Set(keys).size, texts.length);
  });

  it('lies in the range of what it begins with, and its neighbours do not', () => {
    const { from, to } = keysUnder(key('delivery', 'prompt'));
    const inside = (rowKey: string): boolean => rowKey >= from && rowKey < to;

    assert.ok(inside(key('delivery', 'prompt', 'anna@styrmodell.example')));
    assert.ok(inside(key('delivery', 'prompt', '😀')));
    assert.ok(!inside(key('delivery', 'promptly', 'a')));
    assert.ok(!inside(key('delivery', 'summary', 'a')));
    assert.ok(!inside(key('delivery', 'prompt')));
  });
});

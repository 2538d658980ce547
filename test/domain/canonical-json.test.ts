import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson } from '../../src/domain/canonical-json.ts';

describe('Content as the text that fingerprints are made of', () => {
  it('is the same in whatever order it was put together, and without what is undefined', () => {
    const one = canonicalJson({ b: [{ y: 1, x: 2 }], a: 'å', c: undefined });
    const other = canonicalJson({ a: 'å', b: [{ x: 2, y: 1 }] });

    assert.equal(one, other);
    assert.equal(one, '{"a":"å","b":[{"x":2,"y":1}]}');
  });

  it('is another when anything in it is: a figure, the order of a list, a text for a number', () => {
    const texts = [{ a: [1, 2] }, { a: [2, 1] }, { a: [1, '2'] }, { a: [1, 2], b: null }, { a: [1, 3] }].map(
      canonicalJson,
    );

    assert.equal(new Set(texts).size, texts.length);
  });

  it('gives the content back, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        assert.deepEqual(JSON.parse(canonicalJson(content)), JSON.parse(JSON.stringify(content)));
      }),
    );
  });

  it('is none for what is no number: it would become a missing figure unseen', () => {
    assert.throws(() => canonicalJson({ forecastKr: Number.NaN }), /forecastKr is no number/);
    assert.throws(() => canonicalJson([Number.POSITIVE_INFINITY]), /is no number/);
    assert.throws(() => canonicalJson(undefined), /nothing to write/);
  });
});

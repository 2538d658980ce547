import assert from 'node:assert/strict';
import * as swedish from '../../src/words/swedish.ts';

/** No-break spaces made visible as `_`, so that the expected text can be read. */
const seen = (text: string) => text.replaceAll('\u00A0', '_');

describe('Swedish as the bot writes it', () => {
  it('shows kronor as thousands, half a thousand away from zero, without minus zero', () => {
    const expected: [number, string][] = [
      [7_500_000, '7_500 tkr'],
      [-7_500_000, '−7_500 tkr'],
      [1_234_567_890, '1_234_568 tkr'],
      [500, '1 tkr'],
      [499, '0 tkr'],
      [1_500, '2 tkr'],
      [2_500, '3 tkr'],
      [-500, '−1 tkr'],
      [-499, '0 tkr'],
      [0, '0 tkr'],
      [-0, '0 tkr'],
      [9_007_199_254_740_991, '9_007_199_254_741 tkr'],
    ];

    for (const [kr, text] of expected) assert.equal(seen(swedish.tkr(kr)), text);
  });

  it('shows kronor in full', () => {
    assert.equal(seen(swedish.kronorInFull(7_500_000)), '7_500_000 kr');
    assert.equal(seen(swedish.kronorInFull(-1)), '−1 kr');
    assert.equal(seen(swedish.kronorInFull(-0)), '0 kr');
  });

  it('shows millions with one decimal, rounded as on paper', () => {
    const expected: [number, string][] = [
      [7_500_000, '7,5 mnkr'],
      [7_000_000, '7,0 mnkr'],
      [150_000, '0,2 mnkr'],
      [49_999, '0,0 mnkr'],
      [-49_999, '0,0 mnkr'],
      [-1_250_000, '−1,3 mnkr'],
      [1_234_567_890, '1_234,6 mnkr'],
    ];

    for (const [kr, text] of expected) assert.equal(seen(swedish.mnkr(kr)), text);
  });

  it('says in words whether a deviation is good or bad', () => {
    const expected: [number, string][] = [
      [-7_500_000, 'underskott 7,5 mnkr'],
      [7_500_000, 'överskott 7,5 mnkr'],
      [400_000, 'överskott 400 tkr'],
      [-400_000, 'underskott 400 tkr'],
      [999_499, 'överskott 999 tkr'],
      [-999_500, 'underskott 1,0 mnkr'],
      [1_000_000, 'överskott 1,0 mnkr'],
      [-500, 'underskott 1 tkr'],
      [499, 'enligt budget'],
      [-499, 'enligt budget'],
      [0, 'enligt budget'],
    ];

    for (const [kr, text] of expected) assert.equal(seen(swedish.deviationInWords(kr)), text);
  });

  it('says how large an amount is without saying which way', () => {
    const sizes = [-7_500_000, 400_000, 999_499, 499, 0].map((kr) => seen(swedish.sizeInWords(kr)));

    assert.deepEqual(sizes, ['7,5 mnkr', '400 tkr', '999 tkr', '0 tkr', '0 tkr']);
  });

  it('calls a deficit what the words call one', () => {
    const kronor = [-500, -499, 0, 499, 500, undefined];

    assert.deepEqual(kronor.map(swedish.isDeficit), [true, false, false, false, false, false]);
  });

  it('knows the day of an instant on Swedish clocks', () => {
    assert.equal(swedish.swedishDay('2026-11-03T23:30:00Z'), '4 november 2026');
    assert.equal(swedish.swedishDay(new Date('2026-07-31T21:59:59Z')), '31 juli 2026');
  });

  it('writes kronor into an input in tkr, and in kronor when tkr could be misread', () => {
    const expected: [number, string][] = [
      [12_345_678, '12_345,678'],
      [7_500_000, '7_500'],
      [1_234_500, '1_234,5'],
      [1_234, '1_234 kr'],
      [-999_999, '−999_999 kr'],
      [1_230, '1,23'],
      [125, '0,125'],
      [-5, '−0,005'],
      [0, '0'],
      [-0, '0'],
    ];

    for (const [kr, text] of expected) assert.equal(seen(swedish.tkrInput(kr)), text);
  });

  it('writes an indicator value into an input so that it can be read in one way', () => {
    const expected: [number, string][] = [
      [78.5, '78,5'],
      [1.234, '1,2340'],
      [-12.345, '−12,3450'],
      [0.125, '0,125'],
      [1234.567, '1_234,567'],
      [78.12345, '78,12345'],
      [-0, '0'],
    ];

    for (const [value, text] of expected) assert.equal(seen(swedish.numberInput(value)), text);
  });

  it('shows a number with the decimals that are asked for', () => {
    assert.equal(seen(swedish.swedishNumber(1234.5)), '1_234,5');
    assert.equal(seen(swedish.swedishNumber(1.23456)), '1,235');
    assert.equal(seen(swedish.swedishNumber(-1234.5, 2)), '−1_234,50');
    assert.equal(seen(swedish.swedishNumber(12, 0)), '12');
    assert.equal(seen(swedish.swedishNumber(-0.04, 1)), '0,0');
    assert.equal(seen(swedish.swedishNumber(7.25, 1)), '7,3');
  });

  it('names months, and the year so far as accumulated figures are named', () => {
    assert.equal(swedish.swedishMonth('2026-10'), 'oktober 2026');
    assert.equal(swedish.cumulativePeriod('2026-10'), 'januari–oktober 2026');
    assert.equal(swedish.cumulativePeriod('2026-02'), 'januari–februari 2026');
    assert.equal(swedish.cumulativePeriod('2026-01'), 'januari 2026');
    assert.throws(() => swedish.swedishMonth('2026-13'), RangeError);
  });

  it('names dates, and instants as Swedish clocks have them in winter and summer', () => {
    assert.equal(swedish.swedishDate('2026-11-13'), '13 november 2026');
    assert.equal(swedish.swedishDateTime(new Date('2026-11-05T07:03:00Z')), '5 november 2026 kl. 08.03');
    assert.equal(swedish.swedishDateTime(new Date('2026-07-01T22:30:00Z')), '2 juli 2026 kl. 00.30');
    assert.equal(swedish.swedishDateTime(new Date('2026-12-31T23:30:00Z')), '1 januari 2027 kl. 00.30');
  });
});

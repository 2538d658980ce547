import assert from 'node:assert/strict';
import { type NumberField, readSwedishNumber } from '../../cards/swedish-number.ts';

const money: NumberField = { kind: 'money' };
const percent: NumberField = { kind: 'percent' };
const count: NumberField = { kind: 'count' };
const index: NumberField = { kind: 'index' };
const ratio: NumberField = { kind: 'ratio' };
const everyField = [money, percent, count, index, ratio];

const NBSP = '\u00A0';
const spaced = (text: string) => text.replaceAll(' ', NBSP);

function reads(field: NumberField, value: number, ...texts: string[]): void {
  for (const text of texts) {
    assert.deepEqual(readSwedishNumber(text, field), { kind: 'value', value }, JSON.stringify(text));
  }
}

function refuses(field: NumberField, message: RegExp, ...texts: string[]): void {
  for (const text of texts) {
    const reading = readSwedishNumber(text, field);
    assert.equal(reading.kind, 'problem', JSON.stringify(text));
    assert.match('message' in reading ? reading.message : '', message, JSON.stringify(text));
  }
}

function asks(field: NumberField, text: string, message: string, choices: (number | 'missing')[]): void {
  const reading = readSwedishNumber(text, field);

  assert.equal(reading.kind, 'question', JSON.stringify(text));
  if (reading.kind !== 'question') return;
  assert.equal(reading.message.replaceAll(NBSP, ' '), message, JSON.stringify(text));
  assert.deepEqual(
    reading.choices.map((choice) => choice.value),
    choices,
    JSON.stringify(text),
  );
}

describe('A number that a person writes', () => {
  it('bad-001 is tkr with spaces and a decimal comma, kept as whole kronor', () => {
    reads(money, 1_234_500, '1 234,5', '1234,5', '1234,50', ' 1 234,5 ');
    reads(money, 12_345_678_000, '12 345 678', '12345678');
  });

  it('bad-002 may have any of the spaces that programs put between groups', () => {
    for (const space of ['\u00A0', '\u202F', '\u2009', '\u2007']) reads(money, 1_234_500, `1${space}234,5`);
    reads(money, 1_234_567_000, '1\u00A0234\u2009567');
  });

  it('bad-004 may have dots between groups when a decimal comma or a second dot shows what they are', () => {
    reads(money, 1_234_500, '1.234,5');
    reads(money, 1_234_567_800, '1.234.567,8');
    reads(money, 1_234_567_000, '1.234.567');
    reads(money, 1_234_567, '1.234,567');
    refuses(money, /Skriv tal som 1 234,5/u, '1234.567,8', '12.34,5', '1.2.3', '0.123,5', '1.23.456');
  });

  it('bad-005 is asked about when a dot and three digits can be thousands or decimals', () => {
    asks(money, '1.234', 'Menar du 1 234 tkr eller 1,234 tkr?', [1_234_000, 1_234]);
    asks(money, '-12.500', 'Menar du −12 500 tkr eller −12,5 tkr?', [-12_500_000, -12_500]);
    asks(money, '999.999 tkr', 'Menar du 999 999 tkr eller 999,999 tkr?', [999_999_000, 999_999]);
    asks(ratio, '1.234', 'Menar du 1 234 eller 1,234?', [1234, 1.234]);
    asks(count, '1.234', 'Menar du 1 234?', [1234]);
  });

  it('bad-006 is asked about when a comma and three digits can be thousands or decimals', () => {
    asks(money, '1,234', 'Menar du 1 234 tkr eller 1,234 tkr?', [1_234_000, 1_234]);
    asks(money, '1,234 mnkr', 'Menar du 1 234 mnkr eller 1,234 mnkr?', [1_234_000_000, 1_234_000]);
    asks(ratio, '−7,125', 'Menar du −7 125 eller −7,125?', [-7125, -7.125]);
  });

  it('is not asked about when three decimals can be nothing else', () => {
    reads(money, 125, '0,125', '0.125', ',125', '.125', '00,125');
    reads(money, 1_234_567, '1234,567', '1234.567', '1 234,567', '1 234.567');
    reads(money, 12_345_678, '12 345,678', '12345,678');
    reads(money, 1_234, '1,2340', '1,234000', '1 234 kr');
  });

  it('bad-007 may have a dot before one or two decimals, as on a phone', () => {
    reads(money, 1_500, '1.5', '1.50');
    reads(money, 1_234_500, '1234.5', '1 234.5');
    reads(ratio, 12.34, '12.34', '12,34');
  });

  it('bad-009 in English form is answered with how it is written in Swedish', () => {
    refuses(money, /Skriv tal som 1 234,5/u, '1,234.5', '1,234,567', '1,234,567.89', '12,345.678', '1,2,3');
  });

  it('bad-010 with apostrophes between groups is answered with how it is written in Swedish', () => {
    refuses(money, /Skriv tal som 1 234,5/u, "'12", "1'234,5", '1’234,5', "1'234", '1´234');
  });

  it('bad-011 with spaces in odd places is not put together', () => {
    const message = /Mellanslagen delar talet konstigt/u;

    refuses(money, message, '12 34,5', '1234 567', '1 23', '1  234', '1 2345', '0 125', '1 234,5 6', '5 ,5', '1 234 5');
  });

  it('bad-012 may have any minus sign that keyboards and programs write', () => {
    reads(money, -12_000, '-12', '−12', '–12', '‐12', '‑12');
    reads(money, -7_500, '−7,5', '–7.5');
    reads(ratio, -0.5, '-,5');
  });

  it('bad-014 with the minus last or in brackets is answered with how a minus is written', () => {
    refuses(money, /Skriv minus först: -12$/u, '12-', '12 -', '12−', '(12)', '12–', '12- tkr', '(12) tkr', '(12 tkr)');
    refuses(money, /Skriv minus först: -1 234,5$/u, '1 234,5-', '(1 234,5)');
  });

  it('bad-015 with two signs is refused', () => {
    refuses(money, /minustecken/u, '--12', '+-12', '-+12', '−−12', '++12');
  });

  it('with a minus far from the digits is asked about, because it may begin a list', () => {
    asks(money, '- 12', 'Menar du −12 tkr eller 12 tkr?', [-12_000, 12_000]);
    asks(money, '– 1 234,5', 'Menar du −1 234,5 tkr eller 1 234,5 tkr?', [-1_234_500, 1_234_500]);
    reads(money, 0, '- 0');
  });

  it('bad-016 may have a plus first', () => {
    reads(money, 12_000, '+12', '+ 12', '+12,0');
  });

  it('bad-017 may have its unit typed, close or apart, and the unit counts', () => {
    reads(money, 12_000, '12 tkr', '12tkr', '12 TKR', '12 tkr.', '12 ksek', '12 KSEK', '12 tsek', `12${NBSP}tkr`);
    reads(money, 12_000, '12 tusen', '12 tusen kr', '12 tusen kronor');
    reads(money, 12, '12 kr', '12kr', '12 kr.', '12 SEK', '12 kronor', '12:-');
    reads(money, 12_300_000, '12 300 tkr', '12 300 000 kr');
  });

  it('bad-019 in millions is taken as millions, however the unit is spelt', () => {
    const spellings = 'mnkr mkr Mkr MKR MSEK msek milj milj. miljon miljoner mnkr.'.split(' ');

    for (const unit of [...spellings, 'milj kr', 'milj. kr', 'miljoner kr', 'miljoner kronor']) {
      reads(money, 12_000_000, `12 ${unit}`, `12${unit}`, `12,0${NBSP}${unit}`);
    }
    reads(money, -7_500_000, '-7,5 mnkr', '−7.5 mkr');
    reads(money, 1_234_567, '1,234567 mnkr');
    reads(money, 2_500_000_000, '2,5 miljarder', '2,5 mdkr');
  });

  it('bad-020 in percent is refused where money is asked for', () => {
    refuses(money, /Fältet är i tkr/u, '12 %', '12%', '12 procent', '12 euro', '12 st', '12 tkr kr');
  });

  it('bad-021 may have a percent sign where percent is asked for', () => {
    reads(percent, 12, '12 %', '12%', '12', '12 procent', `12${NBSP}%`);
    reads(percent, 7.8, '7,8 %', '7,8', '7.8%');
    refuses(percent, /Fältet är i procent/u, '12 tkr', '12 st', '12 procentenheter');
    refuses(count, /Fältet är ett antal/u, '12 %', '12 tkr', '2 miljoner');
    refuses(index, /Fältet är ett index/u, '12 %');
    refuses(ratio, /utan enhet/u, '12 %', '12 kr');
  });

  it('bad-022 stays between 0 and 100 where the field does', () => {
    for (const field of [percent, index]) {
      reads(field, 0, '0', '-0', '0,00');
      reads(field, 100, '100', '100,00');
      refuses(field, /Mellan 0 och 100/u, '101', '100,01', '100,004', '-101', '1 000', '99999999999999999999');
    }
    refuses(index, /Mellan 0 och 100/u, '-1', '−0,001');
  });

  it('bad-022 asks about a negative share: a year’s result may be below zero, sick leave never', () => {
    for (const [typed, value] of [
      ['-1,2 %', -1.2],
      ['−7', -7],
      ['-100', -100],
    ] as const) {
      const reading = readSwedishNumber(typed, percent);

      assert.equal(reading.kind, 'question', typed);
      assert.deepEqual(reading.kind === 'question' && reading.choices.map((choice) => choice.value), [value]);
    }
  });

  it('bad-024 bad-025 bad-026 in a programmer’s form is refused', () => {
    const message = /Ange ett/u;

    for (const field of everyField) {
      refuses(field, message, '1e9', '1E9', '1,5e3', 'NaN', 'Infinity', '-Infinity', 'null', 'undefined', 'true');
      refuses(field, message, '0x10', '0b1', '0o7', '1_000', '{"v":12}', '[12]');
    }
  });

  it('bad-027 may have full-width digits, but superscripts are not digits', () => {
    reads(money, 12_000, '１２');
    reads(money, 1_234_567_890_500, '１ ２３４ ５６７ ８９０,５');
    refuses(money, /Ange ett tal/u, '12²', '½', '١٢', '①', 'Ⅻ', '1²,5');
  });

  it('bad-029 that is empty to the eye is missing, never 0', () => {
    for (const field of everyField) {
      refuses(field, /^Värde saknas/u, '', ' ', '\t\n', '\u200B', '\uFEFF \u200E', '\u00A0\u2060', ' '.repeat(5000));
    }
  });

  it('bad-030 may begin with its decimal sign but not end with it', () => {
    reads(money, 500, ',5', '.5', '0,5');
    refuses(money, /slutar med komma eller punkt/u, '5,', '5.', '1 234,', '5, tkr');
    refuses(money, /Ange ett tal/u, '.', ',', '-,', '+', 'tkr', '-tkr');
  });

  it('bad-031 that is zero has no minus', () => {
    for (const text of ['0', '-0', '0,0', '−0,00', '+0', '-0,000 tkr']) {
      const reading = readSwedishNumber(text, money);

      assert.ok(reading.kind === 'value' && Object.is(reading.value, 0), text);
    }
    asks(money, '-0,0004', 'Avrundas till 0 tkr?', [0]);
  });

  it('bad-032 may have zeros first', () => {
    reads(money, 12_000, '000012', '0012,0');
    reads(count, 7, '007');
  });

  it('bad-034 is exact: 0,1 and 0,2 tkr are 300 kr together', () => {
    const sum = ['0,1', '0,2'].map((text) => readSwedishNumber(text, money));

    assert.equal(
      sum.reduce((total, reading) => total + (reading.kind === 'value' ? reading.value : Number.NaN), 0),
      300,
    );
    reads(money, 1_001, '1,0010');
    reads(money, 1_005_000, '1,005000 mnkr');
    reads(money, 9_007_199_254_740_991, '9007199254740,991', '9 007 199 254 740 991 kr', '9007199254,740991 mnkr');
    reads(money, -9_007_199_254_740_991, '-9007199254740,991');
  });

  it('bad-035 too large to be kept exactly is refused', () => {
    const message = /för stort/u;

    refuses(money, message, '9007199254740993', '9007199254740,992', '-9007199254740,992', '9007199254740992 kr');
    refuses(money, message, '9007199255 mnkr', '1'.repeat(400));
    refuses(count, message, '9007199254740992');
    refuses(ratio, message, '1000000000000', '-1000000000000');
    reads(count, 9_007_199_254_740_991, '9007199254740991');
    reads(ratio, 999_999_999_999.999, '999999999999,999');
  });

  it('bad-036 with more decimals than are kept is asked about with the rounded value', () => {
    asks(money, '12,34567', 'Avrundas till 12,346 tkr?', [12_346]);
    asks(money, '12,3445', 'Avrundas till 12,345 tkr?', [12_345]);
    asks(money, '-12,3445', 'Avrundas till −12,345 tkr?', [-12_345]);
    asks(money, '12,34449', 'Avrundas till 12,344 tkr?', [12_344]);
    asks(money, '12,50 kr', 'Avrundas till 13 kr?', [13]);
    asks(money, '1,2345678 mnkr', 'Avrundas till 1,234568 mnkr?', [1_234_568]);
    asks(percent, '7,125', 'Avrundas till 7,13 %?', [7.13]);
    asks(percent, '7.125', 'Avrundas till 7,13 %?', [7.13]);
    asks(index, '78,9999', 'Avrundas till 79?', [79]);
    asks(ratio, '1,23456', 'Avrundas till 1,235?', [1.235]);
    asks(money, '- 12,34567', 'Menar du −12,346 tkr eller 12,346 tkr?', [-12_346, 12_346]);
    asks(money, '1.234 kr', 'Menar du 1 234 kr eller 1 kr?', [1_234, 1]);
  });

  it('bad-039 that is not sure of itself is refused', () => {
    refuses(
      money,
      /Ange ett tal/u,
      'ca 12',
      '12?',
      '12-13',
      '12–13',
      '<12',
      '>12',
      '~12',
      '12+13',
      '12 och 13',
      '12 (prel)',
    );
  });

  it('bad-040 in words is asked about as missing, and is never 0', () => {
    const missing =
      'ingen|Inga|saknas|Saknas.|SAKNAS|uppgift saknas|uppgifter saknas|värde saknas|ej klart|okänt|vet ej|n/a|-|–|—|−|---';

    for (const field of everyField) {
      for (const text of missing.split('|')) asks(field, text, 'Markera som saknas?', ['missing']);
    }
    for (const text of ['tolv', 'Tjugofem', 'ett hundra', 'tre miljoner', 'fyra komma fem', 'minus femtio']) {
      asks(money, text, 'Skriv talet med siffror. Markera som saknas?', ['missing']);
    }
    asks(percent, 'noll', 'Menar du 0 %? Markera som saknas?', [0, 'missing']);
    asks(money, 'Noll', 'Menar du 0 tkr? Markera som saknas?', [0, 'missing']);
  });

  it('bad-041 as a formula is refused', () => {
    refuses(money, /Ange ett tal/u, '=1+1', '=12', '@12', '*12', '12*2');
  });

  it('bad-042 over several lines or cells is refused, but a line break at the end is not', () => {
    refuses(money, /Ange ett tal/u, '12\n13', '12\t13', '12\r\n13', '12\n tkr', '1\u2028234');
    reads(money, 12_000, '12\n', '\t12', '\u200E12', '\uFEFF12');
  });

  it('bad-045 is whole where a number of things is asked for', () => {
    reads(count, 12, '12', '12,0', '12 st', '12 stycken');
    reads(count, 12_500, '12 500');
    refuses(count, /Heltal/u, '12,5', '12.5', '0,1', '12,0001');
  });

  it('bad-046 is not negative where a number of things is asked for', () => {
    refuses(count, /inte vara negativt/u, '-1', '−1 000', '-0,5');
    reads(count, 0, '-0');
  });

  it('bad-047 that was never finished is refused', () => {
    refuses(index, /slutar med komma eller punkt/u, '78.', '78,');
    reads(index, 78.25, '78,25', '78.25');
  });

  it('is offered back with its unit, so that a button can be chosen by reading it', () => {
    const reading = readSwedishNumber('1.234', money);

    assert.deepEqual(reading.kind === 'question' && reading.choices, [
      { value: 1_234_000, label: spaced('1 234 tkr').replace(`${NBSP}tkr`, ' tkr') },
      { value: 1_234, label: '1,234 tkr' },
    ]);
  });
});

describe('A number whose scale the plan gives', () => {
  const grades: NumberField = { kind: 'ratio', range: { min: 1, max: 5 } };
  const balance: NumberField = { kind: 'index', range: { min: -100, max: 200 } };
  const share: NumberField = { kind: 'percent', range: { min: 0, max: 12.5 } };

  it('is taken within it, the limits too', () => {
    reads(grades, 1, '1');
    reads(grades, 5, '5');
    reads(grades, 3.5, '3,5');
    reads(balance, 150, '150');
    reads(balance, -40, '-40');
    reads(share, 12.5, '12,5 %');
  });

  it('bad-022 is refused outside it, in its own words', () => {
    refuses(grades, /^Mellan 1 och 5\. Kontrollera talet\.$/, '0,9', '5,001', '0', '-1');
    refuses(balance, /^Mellan \u2212100 och 200\. Kontrollera talet\.$/, '-101', '201');
    refuses(share, /^Mellan 0 och 12,5\. Kontrollera talet\.$/, '12,51', '-1');
    refuses(grades, /^Ange ett tal mellan 1 och 5\.$/, 'bra');
  });
});

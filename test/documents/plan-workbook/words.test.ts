import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTextNumber } from '../../../src/documents/plan-workbook/exact-number.ts';
import {
  joinTexts,
  reminderFromSwedish,
  reminderInSwedish,
  splitTexts,
} from '../../../src/documents/plan-workbook/words.ts';
import { writeCell } from '../../../src/documents/plan-workbook/write-cell.ts';

const TEXT = { kind: { is: 'text' }, heading: 'Namn' } as const;

describe('Words and numbers in cells', () => {
  for (const [reminder, words] of [
    ['2 working days before', '2 arbetsdagar före'],
    ['1 working day before', '1 arbetsdag före'],
    ['on the due day', 'på sista dagen'],
    ['2 working days after: deputy too', '2 arbetsdagar efter: även ersättare'],
    ['4 working days after: committee approver is told', '4 arbetsdagar efter: godkännaren får veta'],
  ] as const) {
    it(`says ”${words}” of a reminder`, () => {
      assert.equal(reminderInSwedish(reminder), words);
      assert.equal(reminderFromSwedish(words), reminder);
    });
  }

  it('takes several texts out of a cell as they were put in', () => {
    const text = fc
      .string({ minLength: 1 })
      .map((one) => one.trim())
      .filter((one) => one !== '');

    fc.assert(fc.property(fc.array(text), (texts) => assert.deepEqual(splitTexts(joinTexts(texts)), texts)));
  });

  it('takes what people write between texts: spaces or none, and a semicolon too many', () => {
    assert.deepEqual(splitTexts('BUN;UVN ;  SN;'), ['BUN', 'UVN', 'SN']);
    assert.deepEqual(splitTexts('"öppet citat; två'), ['"öppet citat', 'två']);
  });

  it('reads every Swedish number as the nearest there is', () => {
    const numbers = fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
      .map((one) => one.toFixed(3));

    fc.assert(
      fc.property(numbers, (digits) => {
        const reading = readTextNumber(digits.replace('.', ','));

        if (/^-?\d{1,3}\.\d{3}$/.test(digits)) assert.deepEqual(reading, { slip: 'ambiguous' });
        else assert.deepEqual(reading, { value: JSON.parse(digits) + 0 });
      }),
    );
  });

  it('reads ”1 234,5” and ”1.234,5” as the same, and ”12 34”, ”1,234.5” and ”12-” as nothing', () => {
    assert.deepEqual(readTextNumber('1 234,5'), { value: 1234.5 });
    assert.deepEqual(readTextNumber('1.234,5'), { value: 1234.5 });
    assert.deepEqual(readTextNumber('1.5'), { value: 1.5 });
    for (const text of ['12 34', '1,234.5', '12-', '(12)', '--12', '1e9', '0x10', 'NaN', '12?', '1_000', '']) {
      assert.deepEqual(readTextNumber(text), { slip: 'notANumber' }, text);
    }
    assert.deepEqual(readTextNumber('9007199254740993'), { slip: 'tooLarge' });
  });

  it('writes no sign that a workbook can’t hold, and no text that a cell can’t', () => {
    assert.equal(writeCell(TEXT, 'a\u0000b\u001b\ud800c\uffff\n👩'), 'abc\n👩');
    assert.throws(() => writeCell(TEXT, 'å'.repeat(32_768)), {
      message: 'Texten i kolumnen Namn är för lång för Excel: högst 32 767 tecken i en cell.',
    });
    assert.equal(writeCell(TEXT, 'å'.repeat(32_767)), 'å'.repeat(32_767));
  });

  it('writes texts that look like formulas as they stand', () => {
    for (const text of ['=1+1', '+1', '-1', '@a', '\t=1']) assert.equal(writeCell(TEXT, text), text);
  });
});

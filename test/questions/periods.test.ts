import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPeriods } from '../../src/features/questions/understanding/periods/read-periods.ts';
import { readWords } from '../../src/features/questions/understanding/swedish/read-words.ts';

const periodsIn = (text: string) => readPeriods(readWords(text), 2026).map(({ code }) => code);

describe('Periods as people say them', () => {
  const table: readonly (readonly [text: string, ...codes: string[]])[] = [
    ['hur gick det 2021', '2021'],
    ['2021 års utfall', '2021'],
    ['i mars', 'M03'],
    ['feb', 'M02'],
    ['per augusti', 'YTD-M08'],
    ['efter augusti', 'YTD-M08'],
    ['per den 31 augusti', 'YTD-M08'],
    ['t.o.m. september', 'YTD-M09'],
    ['till och med sept', 'YTD-M09'],
    ['jan–mars', 'YTD-M03'],
    ['januari till augusti', 'YTD-M08'],
    ['mars 2025', '2025-M03'],
    ['mars 2026', 'M03'],
    ['2026-03', 'M03'],
    ['2025-12-31', '2025-M12'],
    ['T1', 'T1'],
    ['t2 2021', '2021-T2'],
    ['2021 T1', '2021-T1'],
    ['första tertialet', 'T1'],
    ['tertial 2', 'T2'],
    ['sista tertialet', 'last_tertial'],
    ['det här tertialet', 'this_tertial'],
    ['delåret', 'INTERIM'],
    ['delårsrapporten 2021', '2021-INTERIM'],
    ['helår', 'ANNUAL'],
    ['bokslutet 2025', '2025'],
    ['förra månaden', 'last_month'],
    ['forra manaden', 'last_month'],
    ['den här månaden', 'this_month'],
    ['i år', 'this_year'],
    ['i ar', 'this_year'],
    ['i fjol', 'last_year'],
    ['augusti förra året', '2025-M08'],
    ['nästa år', 'next_year'],
    ['sedan 2019', '2019-'],
    ['2019–2021', '2019-'],
    ['senaste tre åren', 'last_3_years'],
    ['de senaste 5 åren', '2021-'],
    ['denna period', 'open'],
    ['över tid', 'all'],
    ['Q2', 'YTD-M06'],
    ['tredje kvartalet', 'YTD-M09'],
    ['2021 mot 2018', '2021', '2018'],
    ['t1 mot t2', 'T1', 'T2'],
    ['hur mår kommunen'],
    ['vision 2040'],
    ['mål 4 och 5'],
    ['may I ask'],
  ];
  for (const [text, ...codes] of table)
    it(`${text}: ${codes.join(' and ') || 'none'}`, () => {
      assert.deepEqual(periodsIn(text), codes);
    });

  it('are found whatever stands around them, and take no word twice', () => {
    const word = fc.constantFrom('hur', 'går', 'det', 'bun', 'prognos', 'mål', '4', 'sjukfrånvaron', 'mot', 'och');
    const said = fc.constantFrom('i fjol', 'T1', 'per augusti', 'sedan 2019', 'förra månaden', 'delåret');

    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), said, fc.array(word, { maxLength: 6 }), (before, period, after) => {
        const found = readPeriods(readWords([...before, period, ...after].join(' ')), 2026);

        assert.deepEqual(
          found.map(({ code }) => code),
          periodsIn(period),
        );
        for (const { from, to } of found) assert.ok(from < to);
      }),
    );
  });

  it('of any month and year are that month of that year', () => {
    const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');

    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1995, max: 2025 }), (month, year) => {
        const code = `${year}-M${String(month + 1).padStart(2, '0')}`;

        assert.deepEqual(periodsIn(`${months[month]} ${year}`), [code]);
        assert.deepEqual(periodsIn(`${year}-${code.slice(-2)}`), [code]);
      }),
    );
  });
});

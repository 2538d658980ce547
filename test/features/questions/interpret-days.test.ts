import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/days.ts';
import { interpretDays } from '../../../src/features/questions/interpret-days.ts';

const TODAY = '2026-11-05'; // a Thursday in week 45

/** The days, `?` before what has to be asked about, or the problem's code. */
function read(text: string, today = TODAY): string {
  const reading = interpretDays(text, today);
  if (reading.kind === 'problem') return reading.code;
  const { from = '', to = '' } = reading.days;
  return `${reading.kind === 'unsure' ? '? ' : ''}${from}–${to}`;
}

describe('The weeks that somebody is away', () => {
  const weeks: Readonly<Record<string, string>> = {
    'v. 28–31': '2027-07-12–2027-08-08',
    'v 28-31': '2027-07-12–2027-08-08',
    'vecka 28 – 31': '2027-07-12–2027-08-08',
    'veckorna 28 till v 31': '2027-07-12–2027-08-08',
    v28: '2027-07-12–2027-07-18',
    'vecka 28 2027': '2027-07-12–2027-07-18',
    'v. 45': '2026-11-02–2026-11-08',
    'v. 52–2': '2026-12-21–2027-01-17',
    'v. 1': '2027-01-04–2027-01-10',
  };
  for (const [text, days] of Object.entries(weeks)) {
    it(`are ${days} by “${text}”`, () => assert.equal(read(text), days));
  }

  it('can be the 53rd in 2026, which ends in the next year, and never in 2027', () => {
    assert.equal(read('v. 53'), '2026-12-28–2027-01-03');
    assert.equal(read('v. 53 2027'), 'NO_SUCH_WEEK');
    assert.equal(read('v. 53', '2027-02-01'), 'NO_SUCH_WEEK');
  });

  it('are none by a number that no year has', () => {
    for (const text of ['v. 54', 'v. 0', 'v. 50–54', 'vecka 99']) assert.equal(read(text), 'NO_SUCH_WEEK');
  });

  it('are asked about when the week has just gone: who means the year after?', () => {
    assert.equal(read('v. 44'), '? 2027-11-01–2027-11-07');
  });

  it('are not read backwards', () => {
    assert.equal(read('v. 31–28'), 'DAYS_REVERSED');
  });
});

describe('The days that somebody is away', () => {
  const days: Readonly<Record<string, string>> = {
    '3–14 november': '2026-11-03–2026-11-14',
    '9:e till 13:e november': '2026-11-09–2026-11-13',
    '9-13/11': '2026-11-09–2026-11-13',
    'mellan 9 och 13 november': '2026-11-09–2026-11-13',
    'från 9 november till 4 december': '2026-11-09–2026-12-04',
    '2026-11-09 till 2026-11-13': '2026-11-09–2026-11-13',
    '2026-11-09–2026-11-13': '2026-11-09–2026-11-13',
    '20261109': '2026-11-09–2026-11-09',
    '28 december till 3 januari': '2026-12-28–2027-01-03',
    '28 dec–3 jan 2027': '2026-12-28–2027-01-03',
    '1 februari till 30 september': '2027-02-01–2027-09-30',
    '28/7–31/7': '2027-07-28–2027-07-31',
    idag: '2026-11-05–2026-11-05',
    'i morgon': '2026-11-06–2026-11-06',
    'på fredag': '2026-11-06–2026-11-06',
    'måndag till onsdag': '2026-11-09–2026-11-11',
    'till och med fredag': '2026-11-05–2026-11-06',
    't.o.m. 14 november': '2026-11-05–2026-11-14',
    'resten av veckan': '2026-11-05–2026-11-08',
    'nästa vecka': '2026-11-09–2026-11-15',
  };
  for (const [text, wanted] of Object.entries(days)) {
    it(`are ${wanted} by “${text}”`, () => assert.equal(read(text), wanted));
  }

  const asked: Readonly<Record<string, string>> = {
    '28/7–3/8': '? 2027-07-28–2027-08-03',
    '3/8': '? 2027-08-03–2027-08-03',
    'till fredag': '? 2026-11-05–2026-11-06',
    torsdag: '? 2026-11-05–2026-11-05',
    'från 9 november': '? 2026-11-09–',
    '3 november': '? 2027-11-03–2027-11-03',
    '26-11-09': '? 2026-11-09–2026-11-09',
    'hela sommaren': '? –',
    'med vinden': '? –',
    '': '? –',
  };
  for (const [text, wanted] of Object.entries(asked)) {
    it(`are asked about by “${text}”`, () => assert.equal(read(text), wanted));
  }

  for (const text of ['31 november', '30–31 februari', '29 februari', '2026-02-29', '2026-13-01 till 2026-13-05']) {
    it(`are none by “${text}”`, () => assert.equal(read(text), 'NO_SUCH_DAY'));
  }

  for (const text of ['14–3 november', '2026-11-13 till 2026-11-09', '14 november till 3 november']) {
    it(`are not read backwards: “${text}”`, () => assert.equal(read(text), 'DAYS_REVERSED'));
  }

  it('are under way when they began last year', () => {
    assert.equal(read('28 december till 8 januari', '2027-01-02'), '2026-12-28–2027-01-08');
  });

  it('are read from anything at all without a fault, and never end before they begin', () => {
    const word = fc.constantFrom(
      'v',
      '28',
      '-',
      '31',
      'till',
      'november',
      '3/8',
      'från',
      'fredag',
      '2026',
      '.',
      'idag',
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
      fc.string(),
    );

    fc.assert(
      fc.property(text, fc.nat(2_000), (written, later) => {
        const reading = interpretDays(written, addDays(TODAY, later));

        assert.ok(reading.kind !== 'days' || reading.days.from <= reading.days.to);
      }),
      { numRuns: 1_000 },
    );
  });
});

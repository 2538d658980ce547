import assert from 'node:assert/strict';
import fc from 'fast-check';
import { interpretMessage } from '../../../src/features/questions/interpret-message.ts';
import { examplePlan } from '../../support/builders.ts';

const plan = examplePlan();

/** What a message is understood to correct: `BUN 10 2026`, `- 10`, `SN unknown`. */
function correctionIn(text: string): string {
  const question = interpretMessage(text, plan);
  if (question.kind !== 'correct') return question.kind;
  const { committee, month } = question;
  const when = month === undefined || month === 'unknown' ? month : [month.number, month.year].join(' ').trim();
  return [committee?.id ?? '-', when ?? '-'].join(' ');
}

describe('A question to correct a month', () => {
  const questions: Readonly<Record<string, string>> = {
    rätta: '- -',
    'Rätta!': '- -',
    'rätta oktober': '- 10',
    'ratta okt': '- 10',
    'korrigera sept.': '- 9',
    'ändra april': '- 4',
    'Rätta OKTOBER 2026': '- 10 2026',
    'rätta 2026-10': '- 10 2026',
    'rätta 202610': '- 10 2026',
    'rätta BUN': 'BUN -',
    'rätta för skolan': 'BUN -',
    'rätta BUN oktober': 'BUN 10',
    'rätta oktober för BUN': 'BUN 10',
    'rätta oktober 2026 för barn- och utbildningsnämnden': 'BUN 10 2026',
    'rätta barn och utbildningsnämnden okt 2026': 'BUN 10 2026',
    'rätta för socialnämnden i maj': 'SN 5',
    'rätta 2026-02 hos kultur- och fritidsnämnden': 'KFN 2 2026',
  };
  for (const [text, wanted] of Object.entries(questions)) {
    it(`is “${text}”`, () => assert.equal(correctionIn(text), wanted));
  }

  for (const month of [
    '2026M13',
    'T4',
    'Q5',
    '2026-13',
    '2026-00',
    '2026-1-5',
    '31 februari',
    'T1 2026',
    'oktober 26',
  ]) {
    it(`bad-176 names no month with “${month}”, and is asked back about`, () => {
      assert.equal(correctionIn(`rätta ${month}`), '- unknown');
      assert.equal(correctionIn(`rätta ${month} för BUN`), 'BUN unknown');
      assert.equal(correctionIn(`rätta BUN ${month}`), 'BUN unknown');
    });
  }

  it('about a committee that does not exist is asked back about', () => {
    for (const text of ['rätta rymdnämnden', 'rätta oktober för rymdnämnden', 'rätta rymdnämnden 2026-10'])
      assert.equal(correctionIn(text), 'unknown-committee', text);
  });

  it('is not what begins like it', () => {
    for (const text of ['rättad', 'rättar oktober', 'ändras oktober'])
      assert.equal(correctionIn(text), 'not-understood', text);
  });

  it('is understood before there is a plan, to be told so', () => {
    for (const text of ['rätta', 'rätta oktober', 'rätta oktober för BUN'])
      assert.equal(interpretMessage(text, undefined).kind, 'correct', text);
  });

  it('meets an answer whatever it is about', () => {
    const kinds = new Set(['correct', 'unknown-committee']);

    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) =>
        kinds.has(interpretMessage(`rätta ${text}x`, plan).kind),
      ),
    );
  });

  it('is read at once though it is two thousand characters of small words', () => {
    const started = performance.now();

    assert.equal(correctionIn(`rätta ${'i maj för '.repeat(200)}`), '- unknown');

    assert.ok(performance.now() - started < 200);
  });
});

import assert from 'node:assert/strict';
import { absenceCard, readAbsenceForm } from '../../cards/absence/card.ts';
import { absenceSamples } from '../../cards/absence/sample.ts';
import { daysText, shortDay } from '../../cards/days-text.ts';
import { hasButton, inputsOf, textOf } from '../support/card-view.ts';

function card(situation: string) {
  const facts = absenceSamples[situation];
  assert(facts);
  return absenceCard.build(facts);
}

describe('The card for an absence', () => {
  it('asks for two days, with who is asked meanwhile', () => {
    const empty = card('empty');

    assert.deepEqual(
      inputsOf(empty).map(({ id, label, value }) => [id, label, value]),
      [
        ['i_1_from', 'Första dagen', ''],
        ['i_1_to', 'Sista dagen', ''],
      ],
    );
    assert.match(
      textOf(empty),
      /Barn- och utbildningsnämnden: under tiden frågas ersattare\.bun@styrmodell\.example\./,
    );
    assert.equal(hasButton(empty, 'endAbsence'), false);
  });

  it('can end the days that were said before', () => {
    assert.match(textOf(card('with earlier days')), /Du har sagt att du är borta 21 december 2026 – 8 januari 2027\./);
    assert.ok(hasButton(card('with earlier days'), 'endAbsence'));
  });

  it('says that nobody is left, at once or from some day on', () => {
    const text = textOf(card('saved and nobody left'));

    assert.match(text, /till och med 1 december 2026 frågas ersattare\.bun@styrmodell\.example\. Sedan är ingen kvar/);
    assert.match(text, /Kultur- och fritidsnämnden: ingen är kvar att fråga\. Controllern får veta det/);
  });

  it('reads days, and takes what is no day for nothing', () => {
    assert.deepEqual(readAbsenceForm({ i_2_from: '2026-11-09', i_2_to: ' 2026-11-13 ' }), {
      typed: { from: '2026-11-09', to: '2026-11-13' },
      attempt: 2,
    });
    for (const junk of ['imorgon', '9/11', '2026-11-9', 'x'.repeat(5_000), "' or 1 eq 1"]) {
      assert.deepEqual(readAbsenceForm({ i_1_from: junk }).typed, { from: '', to: '' });
    }
  });
});

describe('Days from one to another', () => {
  const texts: readonly (readonly [string, string, string])[] = [
    ['2026-11-09', '2026-11-09', '9 november 2026'],
    ['2026-11-09', '2026-11-13', '9–13 november 2026'],
    ['2026-11-28', '2026-12-03', '28 november–3 december 2026'],
    ['2026-12-21', '2027-01-08', '21 december 2026 – 8 januari 2027'],
  ];
  for (const [from, to, text] of texts) it(`are ${text}`, () => assert.equal(daysText(from, to), text));

  it('are short where the year is known', () => {
    assert.equal(shortDay('2026-11-04'), '4 november');
  });
});

import assert from 'node:assert/strict';
import { readSendBackForm } from '../../cards/report-send-back/card.ts';
import { reportTextCard } from '../../cards/report-text/card.ts';
import { readTextForm, readTextPage, textThatFits } from '../../cards/report-text/read-text.ts';
import { reportTextSamples } from '../../cards/report-text/sample.ts';
import { inputOf, inputsOf, textOf } from '../support/card-view.ts';
import { utf16Bytes } from '../support/card-walk.ts';
import type { Card } from '../support/fake-connector.ts';

type Facts = Parameters<typeof reportTextCard.build>[0];

const usual = reportTextSamples['nothing written yet'] as Facts;

/** The form as it comes back after this was typed in its summary. */
function formAfter(summary: string): Card {
  const reading = readTextForm({ i_1_summary: summary });
  assert(reading);
  return reportTextCard.build({ ...usual, typed: reading.typed, notes: reading.notes, attempt: 2 }) as Card;
}

describe('The form for a report’s text', () => {
  it('takes a text as it is written, with markup, formulas and line breaks', () => {
    const written = '=SUMMA(A1)\n**fet** <script>alert(1)</script> [länk](https://evil.se)';

    const reading = readTextForm({ v: 1, p: 'BUN 2026-08', r: 2, i_3_summary: written });

    assert.deepEqual([reading?.section, reading?.text, reading?.attempt], ['summary', written, 3]);
  });

  it('takes 4 000 emojis, and says at the field that one more is too many', () => {
    const emojis = '🎒'.repeat(4_000);

    assert.equal(readTextForm({ i_1_staff: emojis })?.text, emojis);
    const tooLong = readTextForm({ i_1_staff: `${emojis}!` });
    assert.equal(tooLong?.text, undefined);
    assert.match(tooLong?.notes.get('staff')?.text ?? '', /^Högst 4.000 tecken \(nu 4.001\)$/);
  });

  it('carries back as much of 200 000 characters as there is room for, and says so', () => {
    for (const text of [
      'Orden räcker. '.repeat(15_000),
      '"'.repeat(200_000),
      '\n'.repeat(200_000),
      '👨‍👩‍👧‍👦'.repeat(20_000),
    ]) {
      const card = formAfter(`Början. ${text}`);

      assert.match(inputOf(card, 'summary').value, /^Början\. /);
      assert.ok(inputOf(card, 'summary').value.length > 3_900);
      assert.match(textOf(card), /Högst 4 000 tecken|tar för stor plats/);
      assert.match(textOf(card), /bara början står kvar här/);
      assert.ok(utf16Bytes(card) <= 24 * 1024, `${utf16Bytes(card)} bytes`);
    }
  });

  it('gives back a text whole that has been stored, whatever it is made of', () => {
    for (const stored of ['🎒'.repeat(4_000), '"'.repeat(4_000), 'a\n'.repeat(2_000)]) {
      assert.equal(textThatFits(stored), stored);
      const card = reportTextCard.build({ ...usual, texts: { ...usual.texts, summary: stored } }) as Card;
      assert.equal(inputOf(card, 'summary').value, stored);
      assert.ok(utf16Bytes(card) <= 24 * 1024);
    }
  });

  it('asks once about what looks like a personal number, and takes yes for this text alone', () => {
    const about = 'Rektorn (19811218-9876) har slutat.';
    const [, question] = inputsOf(formAfter(about));
    const [choice] = question?.choices ?? [];
    assert.equal(choice?.title, 'Det är inget personnummer, spara som det är');

    const answered = { i_2_summary: about, i_2_question_summary: choice?.value };

    assert.equal(readTextForm(answered)?.text, about);
    assert.equal(readTextForm({ ...answered, i_2_summary: `${about} 19811218-9876` })?.text, undefined);
  });

  it('is no form of ours without a field of ours, or with what is no text', () => {
    assert.equal(readTextForm({}), undefined);
    assert.equal(readTextForm({ i_1_comment: 'x' }), undefined);
    assert.equal(readTextForm({ i_1_summary: '\uD800' }), undefined);
  });

  it('knows the text or the report that a button leads to', () => {
    assert.deepEqual(
      [0, 3, 4, 5, -1, 1.5, '1'].map((s) => readTextPage({ s })),
      ['summary', 'staff', 'report', undefined, undefined, undefined, undefined],
    );
  });
});

describe('The form for why a report is sent back', () => {
  it('reads the reason as it is written', () => {
    assert.equal(
      readSendBackForm({ i_1_why: ' Beskriv åtgärderna.\nOch effekten. ' })?.why,
      'Beskriv åtgärderna.\nOch effekten.',
    );
  });

  it('says at the field that there is none, or that it is too long', () => {
    assert.match(readSendBackForm({ i_1_why: ' ' })?.notes.get('why')?.text ?? '', /^Skriv vad som behöver ändras/);
    assert.match(readSendBackForm({ i_1_why: 'a'.repeat(1_001) })?.notes.get('why')?.text ?? '', /^Högst 1.000 tecken/);
  });
});

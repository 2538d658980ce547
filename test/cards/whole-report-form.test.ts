import assert from 'node:assert/strict';
import { draftLines } from '../../cards/draft-text.ts';
import { typedFields } from '../../cards/input-ids.ts';
import { type MonthlyPromptCard, monthlyPromptCard } from '../../cards/monthly-prompt/card.ts';
import { investmentForecastOf, investmentOutcomeOf, outcomeOf } from '../../cards/monthly-prompt/fields.ts';
import { commentNote } from '../../cards/monthly-prompt/notes.ts';
import { mergeTyped, pagesOf, type Typed, writtenIn } from '../../cards/monthly-prompt/pages.ts';
import { readForm } from '../../cards/monthly-prompt/read-form.ts';
import { outcomeReceiptCard } from '../../cards/outcome-receipt/card.ts';
import * as sample from '../../cards/sample-facts.ts';
import * as whole from '../../cards/whole-report-samples.ts';
import type { Amount } from '../../src/domain/answer.ts';
import { decideAnswer } from '../../src/domain/decide-answer.ts';
import type { InvestmentAsked, MonthlyPrompt, WorkAsked } from '../../src/domain/monthly-prompt.ts';
import { allObjects, inputValues, plainText, utf16Bytes } from '../support/card-walk.ts';

const prompt = whole.wholeReportPrompt;
const typed = whole.wholeReportTyped;
const stored = sample.storedAs(whole.wholeReportAnswer, 'BUN', '2026-08', 1);
const blank = { promptId: sample.samplePromptId, revision: 0, prompt, typed: {}, context: {} };
const [school, yard] = prompt.investments.map(({ project }) => project) as [string, string];
const MESSAGE = 24 * 1024;

function build(view: Partial<MonthlyPromptCard>): unknown {
  return monthlyPromptCard.build({ ...blank, ...view });
}

function inputsOf(card: unknown): Record<string, string> {
  return typedFields(inputValues(card)).typed;
}

function labelsOf(card: unknown): string[] {
  return allObjects(card).flatMap(({ label }) => (typeof label === 'string' ? [label] : []));
}

function pageOf(name: string, asked = prompt): number {
  return pagesOf(asked).findIndex((page) => page.name.startsWith(name));
}

/** The form as it stands after each page has been sent once, untouched. */
function turnAllPages(view: Partial<MonthlyPromptCard>, asked = prompt): Typed {
  return pagesOf(asked).reduce<Typed>(
    (known, _, page) => mergeTyped(asked, known, inputsOf(build({ ...view, prompt: asked, typed: known, page }))),
    view.typed ?? {},
  );
}

function projects(count: number, name = (at: number) => `Projekt ${at}`): InvestmentAsked[] {
  const known = { amountKr: 123_456_789, period: '2026-04' };
  return Array.from({ length: count }, (_, at) => ({
    ...{ project: name(at), budgetKr: 987_654_321, outcome: known, forecast: known, example: true },
  }));
}

function works(count: number, kind: WorkAsked['kind'], name: string): WorkAsked[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ id: `W${at}`, kind, name, status: 'ongoing', owner: name, source: '2026-04', endsOn: '2026-06-30' },
    lateness: { kind: 'late', endsOn: '2026-06-30', days: 62 },
  }));
}

describe('A report with investments, assignments and agreed measures', () => {
  it('has investments on a page of their own, and the others with the work under headings of their own', () => {
    assert.deepEqual(
      pagesOf(prompt).map(({ name }) => name),
      ['Ekonomi', 'Investeringar', 'Indikatorer', 'Mål', 'Åtaganden, uppdrag och åtgärder'],
    );
    const card = build({ page: pageOf('Åtaganden') });

    assert.match(
      plainText(card),
      /\nÅtaganden och aktiviteter\n.*\n[\s\S]*\nUppdrag från fullmäktige\n[\s\S]*\nÅtgärder från gemensam genomgång\n/,
    );
    assert.ok(
      labelsOf(card).includes('Uppdrag: Redovisa åtgärder för budget i balans (2026-06-10, KF § 89 (exempel))'),
    );
    assert.match(
      plainText(card),
      /Ansvarig: Eva Ek, verksamhetschef\. Försenad: skulle ha varit klar 20 augusti 2026, .*Från genomgången av januari–april 2026\./,
    );
  });

  it('is complete when every page is', () => {
    const { answer, notes } = readForm(prompt, typed);

    assert.deepEqual([...notes], []);
    assert.deepEqual(answer, whole.wholeReportAnswer);
  });

  it('is given back unchanged when its correction is sent untouched, page by page', () => {
    const card = { stored, revision: 1 };

    assert.deepEqual(readForm(prompt, turnAllPages(card)).answer, whole.wholeReportAnswer);
  });

  it('is given back unchanged whatever the amounts are, missing ones with their reasons', () => {
    const amounts: readonly Amount[] = [
      { kind: 'missing', reason: 'saknas' },
      { kind: 'missing', reason: 'okänt' },
      ...[0, -1, 1, 999, 1_234, 1_234_567, -7_500_000, Number.MAX_SAFE_INTEGER].map((amountKr) => ({
        ...{ kind: 'value' as const, amountKr },
      })),
    ];
    for (const amount of amounts) {
      const investments = [school, yard].map((project) => ({ project, outcome: amount, forecast: amount }));
      const answer = { ...whole.wholeReportAnswer, investments };
      const card = { stored: { ...stored, answer }, revision: 1 };

      assert.deepEqual(readForm(prompt, turnAllPages(card)).answer, answer);
    }
  });

  it('says in the receipt all that was understood', () => {
    const text = plainText(outcomeReceiptCard.build({ promptId: 'p', prompt, stored, context: {} }));

    for (const line of [
      'Investeringar\nNy skola i Sunnerby: utfall från start 12 400 tkr, prognos för hela projektet 43 900 tkr (underskott 1,9 mnkr)',
      'Utemiljö vid Vikskolan: utfall från start 310 tkr, prognos för hela projektet 2 400 tkr (enligt budget)',
      'Uppdrag från fullmäktige\nRedovisa åtgärder för budget i balans (2026-06-10, KF § 89 (exempel)): klar',
      'Åtgärder från gemensam genomgång\nTa fram en plan för att minska vikarier i förskolan: pågår',
    ]) {
      assert.ok(text.includes(line), `${line} is missing in:\n${text}`);
    }
  });

  it('names what was typed when it can be answered no more', () => {
    const lines = draftLines(prompt, typed);

    assert.ok(lines.includes('Ny skola i Sunnerby, utfall från projektets start: 12,4 mnkr'));
    assert.ok(lines.includes('Redovisa åtgärder för budget i balans (2026-06-10, KF § 89 (exempel)), status: Klar'));
  });

  it('shows both answers where two people differ, the status in words', () => {
    const others = { ...typed, [investmentOutcomeOf(school)]: '13 000', status_VIKARIER: 'done' };
    const view = { stored, revision: 1, typed: others, conflict: true };

    assert.match(plainText(build({ ...view, page: 0 })), /Det som skiljer finns på sida 2 och 5\./);
    assert.match(plainText(build({ ...view, page: 1 })), /Sparat: 12 400/);
    assert.match(plainText(build({ ...view, page: 4 })), /Sparat: Pågår/);
  });
});

describe('An investment in the form', () => {
  const page = pageOf('Investeringar');

  it('has what was last known in its fields, with its month, and says that it is apart from operations', () => {
    const card = build({ page });

    assert.equal(inputsOf(card)[investmentOutcomeOf(school)]?.replace(/\u00a0/g, ' '), '9 800');
    assert.equal(inputsOf(card)[investmentForecastOf(yard)], '');
    assert.match(plainText(card), /Från början står det senast kända: 38 000 tkr, överskott 4,0 mnkr \(april 2026\)\./);
    assert.match(plainText(card), /Beloppen räknas inte in i driften\./);
  });

  it('is understood as an area’s amounts are: tkr without a unit, else the unit that is typed', () => {
    const said = (text: string) =>
      readForm(prompt, { ...typed, [investmentOutcomeOf(yard)]: text }).answer?.investments[1]?.outcome;

    for (const [text, amountKr] of Object.entries({ '1 234,5': 1_234_500, '1,2 mnkr': 1_200_000, '0': 0 }))
      assert.deepEqual(said(text), { kind: 'value', amountKr }, text);
  });

  it('asks about an empty field and about a missing figure just as for an area: missing is never 0', () => {
    const noteAt = (field: string, text: string) => {
      const { answer, notes } = readForm(prompt, { ...typed, [field]: text });
      return [answer, notes.get(field)?.text, notes.get(field)?.choices.map(({ title }) => title)];
    };

    for (const text of ['', 'saknas', 'vet inte', 'cirka 300', '1,234', '- 5']) {
      assert.deepEqual(noteAt(investmentForecastOf(yard), text), noteAt(outcomeOf('FORSKOLA'), text), text);
      assert.equal(noteAt(investmentForecastOf(yard), text)[0], undefined);
    }
  });

  it('is stored as missing, with the reason, once that is said', () => {
    const field = investmentForecastOf(yard);
    const choice = readForm(prompt, { ...typed, [field]: 'saknas' }).notes.get(field)?.choices[0]?.value ?? '';
    const { answer } = readForm(prompt, { ...typed, [field]: 'saknas', [`question_${field}`]: choice });

    assert.deepEqual(answer?.investments[1]?.forecast, { kind: 'missing', reason: 'saknas' });
  });

  it('that exceeds its budget is named at the comment, in words', () => {
    const { answer } = readForm(prompt, { ...typed, comment: '', forecast_FORSKOLA: '202 800' });
    assert.ok(answer);
    const decided = decideAnswer(prompt, sample.samplePlan.commentLimit, answer, new Set());
    assert.ok(!decided.ok && decided.problem.code === 'COMMENT_REQUIRED');

    const text = commentNote(prompt, decided.problem, answer)
      .get('comment')
      ?.text.replace(/\u00a0/g, ' ');

    assert.equal(text, 'Kommentera avvikelsen: Ny skola i Sunnerby (underskott 1,9 mnkr).');
  });

  it('has fields of its own however long its name is, and whatever stands in it', () => {
    const names = ['å'.repeat(500), `${'å'.repeat(499)}ä`, 'A|B_question_', '<b>1</b>', '😀', 'constructor'];
    const asked: MonthlyPrompt = { ...prompt, investments: projects(names.length, (at) => names[at] ?? '') };
    const ids = names.flatMap((name) => [investmentOutcomeOf(name), investmentForecastOf(name)]);

    assert.equal(new Set(ids).size, ids.length);
    const shown = inputsOf(build({ prompt: asked, page: pageOf('Investeringar') }));
    assert.deepEqual(Object.keys(shown).sort(), ids.sort());
    assert.equal(readForm(asked, { ...typed, ...shown }).answer?.investments.length, names.length);
  });

  it('that nobody has touched is nothing that somebody has written', () => {
    assert.deepEqual(writtenIn(inputsOf(build({ page }))), {});
  });

  it('is missing in an answer from before it was asked for: its correction asks', () => {
    const old = { ...stored, answer: { ...stored.answer, investments: [] } };

    assert.match(plainText(build({ stored: old, revision: 1, page: 0 })), /Kvar: Investeringar\./);
  });
});

describe('A month with agreed measures', () => {
  const month = whole.monthWithMeasurePrompt;
  const [area] = month.areas;
  const [indicator] = month.indicators;
  assert.ok(area && indicator);
  const withFigures = (areas: number, measures: number): MonthlyPrompt => ({
    ...month,
    areas: Array.from({ length: areas }, () => area),
    work: works(measures, 'measure', 'Ta fram en plan för att minska antalet vikarier i förskolan'),
  });

  it('is still one card, with the measure after the comment', () => {
    const card = build({ prompt: month });

    assert.equal(pagesOf(month).length, 1);
    const labels = labelsOf(card);
    assert.equal(labels.at(-1), 'Åtgärd: Ta fram en plan för att minska vikarier i förskolan');
    assert.equal(inputsOf(card).status_VIKARIER, 'ongoing');
  });

  it('skips no measure silently', () => {
    const { answer, notes } = readForm(month, { ...inputsOf(build({ prompt: month })), status_VIKARIER: '' });

    assert.equal(answer, undefined);
    assert.equal(notes.get('status_VIKARIER')?.text, 'Välj en status.');
  });

  it('gets a page for them when one card can’t hold all, and fits in a message either way', () => {
    for (const asked of [withFigures(6, 1), withFigures(5, 2), withFigures(2, 5), withFigures(8, 1), withFigures(2, 9)])
      for (const page of pagesOf(asked).keys())
        assert.ok(utf16Bytes(build({ prompt: asked, page })) <= MESSAGE, `${asked.areas.length} ${page}`);

    assert.deepEqual(
      [withFigures(6, 1), withFigures(8, 1), withFigures(2, 9)].map((asked) => pagesOf(asked).map(({ name }) => name)),
      [
        ['Ekonomi'],
        ['Ekonomi', 'Indikatorer', 'Överenskomna åtgärder'],
        ['Ekonomi', 'Indikatorer', 'Överenskomna åtgärder'],
      ],
    );
  });
});

describe('A form with more than one card holds', () => {
  it('shares many projects out over pages that fit in a message', () => {
    const asked = { ...prompt, investments: projects(17, (at) => `${at} ${'Ombyggnad av skola '.repeat(6)}`) };

    assert.deepEqual(
      pagesOf(asked).flatMap(({ name, investments }) => (investments.length > 0 ? [[name, investments.length]] : [])),
      [
        ['Investeringar (1 av 3)', 6],
        ['Investeringar (2 av 3)', 6],
        ['Investeringar (3 av 3)', 5],
      ],
    );
    for (const page of [1, 2, 3]) assert.ok(utf16Bytes(build({ prompt: asked, page })) <= MESSAGE);
  });

  it('shows the beginning of texts as long as the council can write them', () => {
    for (const kind of ['assignment', 'measure'] as const) {
      const asked: MonthlyPrompt = {
        ...prompt,
        work: works(10, kind, `**Återkom** <b>nu</b>\n${'å😀 '.repeat(1_000)}`),
      };
      const card = build({ prompt: asked, page: pageOf(kind === 'measure' ? 'Överens' : 'Uppdrag', asked) });
      const labels = labelsOf(card).filter((label) => /^(Uppdrag|Åtgärd): \*\*Återkom\*\* <b>nu<\/b> å😀/u.test(label));

      assert.equal(labels.length, 10);
      for (const label of labels) assert.ok(label.length < 300 && !label.includes('\n') && label.isWellFormed());
      assert.doesNotMatch(plainText(card), /Ansvarig: \*\*/);
      assert.ok(utf16Bytes(card) <= MESSAGE, `${kind}: ${utf16Bytes(card)}`);
    }
  });

  it('has a receipt that fits in a message with forty projects', () => {
    const investments = projects(40, (at) => `Projekt ${at} ${'x'.repeat(40)}`);
    const amount: Amount = { kind: 'value', amountKr: 1_234_567 };
    const figures = investments.map(({ project }) => ({ project, outcome: amount, forecast: amount }));
    const asked = { ...prompt, investments };
    const answer = { ...whole.wholeReportAnswer, investments: figures };

    const card = outcomeReceiptCard.build({ promptId: 'p', prompt: asked, stored: { ...stored, answer }, context: {} });

    assert.ok(utf16Bytes(card) <= 40 * 1024, String(utf16Bytes(card)));
    assert.match(plainText(card), /Projekt 39 x{40}: utfall från start 1 234,567 tkr/);
  });
});

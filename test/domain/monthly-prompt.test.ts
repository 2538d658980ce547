import assert from 'node:assert/strict';
import type { Answer, StoredAnswer } from '../../src/domain/answer.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import {
  aCommittee,
  anAnswer,
  anArea,
  anIndicator,
  aPlan,
  aPrompt,
  aStoredAnswer,
  examplePlan,
  figures,
  missing,
  openingAnswersOf,
} from '../support/builders.ts';

function reported(period: '2025-12' | '2026-08' | '2026-09' | '2026-10' | '2026-11', outcomeKr: number) {
  return aStoredAnswer({ period, answer: anAnswer({ areas: [figures('FORSKOLA', outcomeKr, 1_200_000)] }) });
}

function areaOf(prompt: MonthlyPrompt) {
  const [area] = prompt.areas;
  assert.ok(area);
  return area;
}

describe('The month’s questions to a committee', () => {
  it('are about every area of its own budget, and nobody else’s', () => {
    const prompt = aPrompt(examplePlan(), 'BUN', '2026-10');

    assert.deepEqual(
      prompt.areas.map(({ area }) => area.id),
      ['FORSKOLA', 'GRUNDSKOLA', 'OVRIGT'],
    );
  });

  it('show the last outcome of the year and a forecast that starts from it', () => {
    const prompt = aPrompt(aPlan(), 'BUN', '2026-10', [reported('2026-08', 810_000), reported('2026-09', 950_000)]);

    assert.deepEqual(areaOf(prompt).earlier, { period: '2026-09', outcomeKr: 950_000 });
    assert.deepEqual(areaOf(prompt).proposal, { forecastKr: 1_250_000, from: '2026-09' });
    assert.equal(areaOf(prompt).expectedOutcomeKr, 1_050_000);
    assert.equal(areaOf(prompt).budgetToDateKr, 1_000_000);
  });

  it('leave aside what was reported for the same month, or a later one', () => {
    const prompt = aPrompt(aPlan(), 'BUN', '2026-09', [
      reported('2026-08', 800_000),
      reported('2026-09', 900_000),
      reported('2026-11', 1_100_000),
    ]);

    assert.deepEqual(areaOf(prompt).earlier, { period: '2026-08', outcomeKr: 800_000 });
  });

  it('leave last year aside', () => {
    const prompt = aPrompt(aPlan(), 'BUN', '2026-10', [reported('2025-12', 1_150_000)]);

    assert.equal(areaOf(prompt).earlier, undefined);
    assert.deepEqual(areaOf(prompt).proposal, { forecastKr: 1_200_000 });
  });

  it('reach past a month whose figure was missing: missing is not 0', () => {
    const answer = anAnswer({ areas: [figures('FORSKOLA', missing(), missing())] });

    const prompt = aPrompt(aPlan(), 'BUN', '2026-10', [
      reported('2026-08', 810_000),
      aStoredAnswer({ period: '2026-09', answer }),
    ]);

    assert.deepEqual(areaOf(prompt).earlier, { period: '2026-08', outcomeKr: 810_000 });
  });

  it('keep a reported zero apart from a missing figure', () => {
    const prompt = aPrompt(aPlan(), 'BUN', '2026-10', [reported('2026-09', 0)]);

    assert.deepEqual(areaOf(prompt).earlier, { period: '2026-09', outcomeKr: 0 });
  });

  it('show an indicator’s last value as the committee reported it', () => {
    const plan = aPlan({
      indicators: [
        anIndicator('SJUK', {
          values: [
            { period: '2026-08', value: 7.2, example: false },
            { period: '2025', value: 8, example: false },
          ],
        }),
      ],
    });
    const answer = anAnswer({ indicators: [{ indicatorId: 'SJUK', report: { kind: 'value', value: 7.4 } }] });

    const prompt = aPrompt(plan, 'BUN', '2026-10', [aStoredAnswer({ period: '2026-09', answer })]);

    assert.deepEqual(prompt.indicators[0]?.last, { period: '2026-09', value: 7.4 });
  });

  it('show the plan’s value when the committee had nothing new to say', () => {
    const values = [{ period: '2026-08', value: 7.2, example: false }];
    const plan = aPlan({ indicators: [anIndicator('SJUK', { values })] });
    const answer = anAnswer({ indicators: [{ indicatorId: 'SJUK', report: { kind: 'no-new-value' } }] });

    const prompt = aPrompt(plan, 'BUN', '2026-10', [aStoredAnswer({ period: '2026-09', answer })]);

    assert.equal(prompt.indicators[0]?.last?.value, 7.2);
  });

  it('never show the municipality’s total as the committee’s own value', () => {
    const values = [{ period: '2026-08', value: 7.2, example: false }];
    const plan = aPlan({ indicators: [anIndicator('SJUK', { committeeIds: ['BUN', 'SN'], values })] });

    assert.equal(aPrompt(plan, 'BUN', '2026-10').indicators[0]?.last, undefined);
  });

  it('say that figures are examples when the budget or an earlier answer is', () => {
    const invented = aPlan({ businessAreas: [anArea('FORSKOLA', { example: true })] });
    const imported = aStoredAnswer({ period: '2026-09', example: true });

    assert.equal(aPrompt(aPlan(), 'BUN', '2026-10').example, false);
    assert.equal(aPrompt(invented, 'BUN', '2026-10').example, true);
    assert.equal(aPrompt(aPlan(), 'BUN', '2026-10', [imported]).example, true);
  });

  it('tell of money that no area has in its budget, to the committee that got it', () => {
    const added = { amountKr: 700_000, from: '2026-06', decision: 'KF § 87', example: true } as const;
    const plan = aPlan({ undivided: [{ ...added, committeeId: 'BUN' }] });

    assert.deepEqual(aPrompt(plan, 'BUN', '2026-10').undivided, [{ ...added, committeeId: 'BUN' }]);
    assert.deepEqual(aPrompt(plan, 'SN', '2026-10').undivided, []);
    assert.deepEqual([aPrompt(plan, 'BUN', '2026-10').example, aPrompt(plan, 'SN', '2026-10').example], [true, false]);
  });

  it('say that a series was broken between its last value and the one that is asked for', () => {
    const brokenFrom = (from: string) =>
      aPlan({
        indicators: [
          anIndicator('SJUK', {
            values: [{ period: '2026-08', value: 7.2, example: false }],
            seriesBreaks: [{ from, note: 'ny mätning' }],
          }),
        ],
      });
    const last = (from: string) => aPrompt(brokenFrom(from), 'BUN', '2026-10').indicators[0]?.last;

    assert.deepEqual(last('2026-09')?.broken, { from: '2026-09', note: 'ny mätning' });
    assert.equal(last('2026-08')?.broken, undefined);
    assert.equal(last('2026-11')?.broken, undefined);
  });

  it('never show a group’s value as everybody’s', () => {
    const values = [{ period: '2026-08', value: 7.2, group: 'kvinnor', example: false }];

    assert.equal(
      aPrompt(aPlan({ indicators: [anIndicator('SJUK', { values })] }), 'BUN', '2026-10').indicators[0]?.last,
      undefined,
    );
  });

  it('have a last outcome for every area of the example plan, from the second follow-up on', () => {
    const plan = examplePlan();

    for (const { id } of plan.committees.filter(({ id }) => id !== 'MSN')) {
      const [first, ...later] = plan.followUps.filter(({ period }) => period <= '2026-10');
      assert.ok(first);
      const answers = openingAnswersOf(plan, id);
      assert.ok(aPrompt(plan, id, first.period, answers).areas.every(({ earlier }) => earlier === undefined));
      for (const { period } of later)
        assert.ok(
          aPrompt(plan, id, period, answers).areas.every(({ earlier }) => earlier !== undefined),
          `${id} ${period}`,
        );
    }
  });
});

describe('The month’s questions about an area that another committee had', () => {
  const heldBefore = [{ committeeId: 'BUN', until: '2026-09' }] as const;
  const moved = aPlan({
    businessAreas: [anArea('FORSKOLA', { committeeId: 'SN', heldBefore }), anArea('ALDRE', { committeeId: 'SN' })],
  });
  const theirs = (period: '2026-08' | '2026-09') =>
    aStoredAnswer({ committeeId: 'BUN', period, answer: anAnswer({ areas: [figures('FORSKOLA', 810_000, 0)] }) });

  it('go on from what that committee reported while it had it, and say whose it is', () => {
    const { earlier, proposal } = areaOf(aPrompt(moved, 'SN', '2026-10', [theirs('2026-08')]));

    assert.deepEqual(earlier, {
      ...{ period: '2026-08', outcomeKr: 810_000 },
      reportedBy: 'Barn- och utbildningsnämnden',
    });
    assert.deepEqual(proposal, { forecastKr: 810_000 + 400_000, from: '2026-08' });
  });

  it('take nothing that it reported after it had let go', () => {
    assert.equal(areaOf(aPrompt(moved, 'SN', '2026-10', [theirs('2026-09')])).earlier, undefined);
  });

  it('prefer what the committee itself has reported since', () => {
    const own = aStoredAnswer({
      ...{ committeeId: 'SN', period: '2026-09' },
      answer: anAnswer({ areas: [figures('FORSKOLA', 900_000, 0)] }),
    });

    const { earlier } = areaOf(aPrompt(moved, 'SN', '2026-10', [theirs('2026-08'), own]));

    assert.deepEqual(earlier, { period: '2026-09', outcomeKr: 900_000 });
  });

  it('leave its other areas to themselves', () => {
    const answer = anAnswer({ areas: [figures('ALDRE', 1, 1)] });
    const prompt = aPrompt(moved, 'SN', '2026-10', [aStoredAnswer({ committeeId: 'BUN', period: '2026-08', answer })]);

    assert.ok(prompt.areas.every(({ earlier }) => earlier === undefined));
  });
});

describe('The month’s questions to a committee that has taken over from another', () => {
  const [, social] = aPlan().committees;
  const plan = aPlan({
    committees: [
      aCommittee('GAMLA', { name: 'Gamla nämnden', validTo: '2026-08-31' }),
      { ...(social ?? aCommittee('SN')), succeeds: 'GAMLA', validFrom: '2026-09-01' },
    ],
    indicators: [anIndicator('SJUK', { committeeIds: ['GAMLA', 'SN'] })],
  });

  it('go on from the predecessor’s figures, by its name', () => {
    const answer = anAnswer({
      areas: [figures('ALDRE', 800_000, 0)],
      indicators: [{ indicatorId: 'SJUK', report: { kind: 'value', value: 7.1 } }],
    });

    const prompt = aPrompt(plan, 'SN', '2026-10', [aStoredAnswer({ committeeId: 'GAMLA', period: '2026-08', answer })]);

    assert.deepEqual(areaOf(prompt).earlier, { period: '2026-08', outcomeKr: 800_000, reportedBy: 'Gamla nämnden' });
    assert.deepEqual(prompt.indicators[0]?.last, { period: '2026-08', value: 7.1, reportedBy: 'Gamla nämnden' });
  });

  it('show the predecessor’s value out of the plan by its name too', () => {
    const values = [{ period: '2026-08', value: 7.2, committeeId: 'GAMLA', example: false }];
    const known = { ...plan, indicators: [anIndicator('SJUK', { committeeIds: ['GAMLA', 'SN'], values })] };

    const { last } = aPrompt(known, 'SN', '2026-10').indicators[0] ?? {};

    assert.deepEqual(last, { period: '2026-08', value: 7.2, reportedBy: 'Gamla nämnden' });
  });
});

describe('The month’s question about the municipality’s total', () => {
  const value = (value: number) => ({ kind: 'value', value }) as const;
  const planned = [
    { period: '2026-05', value: 7.2, example: false },
    { period: '2026-05', value: 5.1, committeeId: 'SN', example: false },
  ];
  const plan = aPlan({
    indicators: [anIndicator('SJUK', { committeeIds: ['BUN', 'SN'], totalReportedBy: 'SN', values: planned })],
  });
  const reportedIn = (period: '2026-08' | '2026-09', indicators: Answer['indicators']) =>
    aStoredAnswer({ committeeId: 'SN', period, answer: anAnswer({ areas: [], indicators }) });
  const lastOf = (...answers: StoredAnswer[]) =>
    aPrompt(plan, 'SN', '2026-10', answers).indicators.map(({ scope, last }) => [scope, last?.period, last?.value]);

  it('shows the plan’s total, and the committee’s own value at its own', () => {
    assert.deepEqual(lastOf(), [
      ['committee', '2026-05', 5.1],
      ['municipality', '2026-05', 7.2],
    ]);
  });

  it('shows what was reported as total since, and never takes one for the other', () => {
    const both = reportedIn('2026-08', [
      { indicatorId: 'SJUK', report: value(5.4) },
      { indicatorId: 'SJUK', scope: 'municipality', report: value(7.6) },
    ]);
    const onlyOwn = reportedIn('2026-09', [{ indicatorId: 'SJUK', report: value(5.5) }]);

    assert.deepEqual(lastOf(both, onlyOwn), [
      ['committee', '2026-09', 5.5],
      ['municipality', '2026-08', 7.6],
    ]);
  });
});

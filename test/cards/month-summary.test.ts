import assert from 'node:assert/strict';
import { committeeStatusCard } from '../../cards/committee-status/card.ts';
import { monthSummaryCard } from '../../cards/month-summary/card.ts';
import { sampleContext } from '../../cards/sample-facts.ts';
import type { Amount, StoredAnswer } from '../../src/domain/answer.ts';
import { findCommittee } from '../../src/domain/plan.ts';
import { summariseCommittee, summariseMonth } from '../../src/domain/summarise.ts';
import { anAnswer, anArea, aPlan, aReporter, aStoredAnswer, figures, missing } from '../support/builders.ts';
import { textOf } from '../support/card-view.ts';

/** Two committees with a budget of 1 200 000 kr each, and the year's forecast of those that have answered. */
function cardWith(forecasts: Readonly<Record<string, number | Amount>>): string {
  const areas: Readonly<Record<string, string>> = { BUN: 'FORSKOLA', SN: 'ALDRE' };
  const answers = Object.entries(forecasts).map(([committeeId, forecast]) =>
    aStoredAnswer({
      committeeId,
      answer: anAnswer({ areas: [figures(areas[committeeId] ?? '', 1_000_000, forecast)] }),
    }),
  );
  const summary = summariseMonth(aPlan(), '2026-10', answers);
  return textOf(monthSummaryCard.build({ summary, dueOn: '2026-11-13', replaces: false, context: sampleContext }));
}

describe('The headline of the month’s card', () => {
  it('counts who expects a deficit', () => {
    assert.match(cardWith({ BUN: 1_300_000, SN: 1_100_000 }), /Alla 2 nämnder har svarat\. 1 räknar med underskott\./);
  });

  it('says who is without a forecast: nobody knows that there is no deficit', () => {
    const card = cardWith({ BUN: 1_100_000, SN: missing() });

    assert.match(card, /Alla 2 nämnder har svarat\. Ingen prognos visar underskott, 1 saknar prognos\./);
  });

  it('says both when one expects a deficit and another has no forecast', () => {
    const card = cardWith({ BUN: 1_300_000, SN: missing() });

    assert.match(card, /1 räknar med underskott, 1 saknar prognos\./);
  });

  it('takes 300 kr over budget for no deficit, as the committee’s own line does', () => {
    const card = cardWith({ BUN: 1_200_300 });

    assert.match(card, /1 av 2 nämnder har svarat\. Ingen prognos visar underskott\./);
    assert.match(card, /Avvikelse helår: .*enligt budget/);
  });

  it('takes the first amount that the committee’s line calls a deficit for one', () => {
    const card = cardWith({ BUN: 1_200_500 });

    assert.match(card, /1 räknar med underskott\./);
    assert.doesNotMatch(card, /Avvikelse helår: .*enligt budget/);
  });
});

describe('A committee’s line on the month’s card', () => {
  it('says what the council has added to its budget, by which decision, and that it is not divided', () => {
    const added = { amountKr: 5_000_000, from: '2026-06', decision: 'KF 2026-06-10 § 87', example: false } as const;
    const plan = aPlan({
      businessAreas: [anArea('FORSKOLA', { name: 'Förskola', netBudgetKr: 6_200_000, added: [added] })],
      undivided: [{ ...added, amountKr: 2_000_000, committeeId: 'BUN' }],
    });
    const summary = summariseMonth(plan, '2026-10', [aStoredAnswer()]);

    const card = textOf(
      monthSummaryCard.build({ summary, dueOn: '2026-11-13', replaces: false, context: sampleContext }),
    );

    assert.match(card, /I budgeten ingår tilläggsanslag 5\s000 tkr \(KF 2026-06-10 § 87\), Förskola\./);
    assert.match(
      card,
      /I budgeten ingår tilläggsanslag 2\s000 tkr \(KF 2026-06-10 § 87\), ej fördelat på verksamhet\./,
    );
    assert.match(card, /Prognos helår.*\(budget 8,2\)/);
  });
});

describe('A committee’s figures that have been corrected', () => {
  const corrected = aStoredAnswer({
    revision: 2,
    reporter: aReporter({ name: 'Kim Karlsson' }),
    reportedAt: new Date('2026-12-07T08:12:00Z'),
    correctionReason: 'Hyran för Viaskolan var dubbelbokförd',
  });
  const inTheChannel = (stored: StoredAnswer): string => {
    const summary = summariseMonth(aPlan(), '2026-10', [stored]);
    return textOf(monthSummaryCard.build({ summary, dueOn: '2026-11-13', replaces: false, context: sampleContext }));
  };

  it('are said to be, when and by whom, and that there is a reason', () => {
    assert.match(
      inTheChannel(corrected),
      /Rättad 7 december 2026 kl\. 09\.12 av Kim Karlsson, kvitto BUN-2026-10-2, skäl angivet\./,
    );
  });

  it('do not tell the channel the reason', () => {
    assert.doesNotMatch(inTheChannel(corrected), /Viaskolan/);
  });

  it('promise no reason when none was given', () => {
    const { correctionReason: _, ...without } = corrected;

    assert.match(inTheChannel(without), /Rättad 7 december .* kvitto BUN-2026-10-2\./);
    assert.doesNotMatch(inTheChannel(without), /skäl/);
  });

  it('are not called corrected when a controller gives the first answer for a committee that was too late', () => {
    const first = inTheChannel({ ...corrected, revision: 1, receiptNumber: 'BUN-2026-10-1' });

    assert.match(first, /^Kim Karlsson, 7 december 2026 kl\. 09\.12, kvitto BUN-2026-10-1, skäl angivet\.$/m);
    assert.doesNotMatch(first, /Rättad/);
  });

  it('show the roster the reason in the committee’s status, as it was written', () => {
    const plan = aPlan();
    const committee = findCommittee(plan, 'BUN') ?? assert.fail();
    const open = plan.followUps[1] ?? assert.fail();
    const status = (stored: StoredAnswer): string =>
      textOf(
        committeeStatusCard.build({
          ...{ committee, open, breaks: [], example: false, context: sampleContext },
          latest: summariseCommittee(plan, committee, '2026-10', stored),
        }),
      );

    assert.match(status(corrected), /^Skäl till rättningen: Hyran för Viaskolan var dubbelbokförd$/m);
    assert.match(status(corrected), /Preliminärt\. Rättad 7 december 2026 kl\. 09\.12 av Kim Karlsson/);
    assert.match(status({ ...corrected, revision: 1 }), /^Skäl: Hyran/m);
    assert.match(status({ ...corrected, correctionReason: '**Fet** [x](y)' }), /rättningen: \\\*\\\*Fet/);
  });
});

import type { CardContext } from '../define-card.ts';
import { reportAnswer, reportPrompt } from '../report-samples.ts';
import * as sample from '../sample-facts.ts';
import { wholeReportAnswer, wholeReportPrompt } from '../whole-report-samples.ts';
import type { OutcomeReceiptCard } from './card.ts';

type Facts = OutcomeReceiptCard & { readonly context: CardContext };

const complete: Facts = {
  promptId: sample.samplePromptId,
  prompt: sample.schoolPrompt,
  stored: sample.schoolStored,
  context: sample.sampleContext,
};

/** Receipts as people get them. */
export const outcomeReceiptSamples: Readonly<Record<string, Facts>> = {
  'with measures': complete,
  'nothing strange': {
    ...complete,
    stored: sample.storedAs({ ...sample.schoolAnswer, comment: '', measures: [] }, 'BUN', '2026-10', 1),
  },
  'with all kinds of values': {
    ...complete,
    prompt: sample.totalPrompt,
    stored: sample.storedAs(sample.totalAnswer, 'KS', '2026-10', 1),
  },
  'with missing values': {
    ...complete,
    stored: sample.storedAs(
      {
        areas: [
          {
            areaId: 'FORSKOLA',
            outcome: { kind: 'missing', reason: 'uppgift saknas ännu' },
            forecast: { kind: 'missing', reason: 'saknas' },
          },
          sample.figures('GRUNDSKOLA', 369_500_000, 446_100_000),
        ],
        indicators: [{ indicatorId: 'SJUKFRANVARO', report: { kind: 'too-few' } }],
        comment: 'Förskolans siffror kommer på måndag.',
        measures: [],
        goals: [],
        work: [],
        investments: [],
      },
      'BUN',
      '2026-10',
      2,
    ),
    notices: ['Osynliga styrtecken togs bort ur texten.'],
  },
  'of a report with goals and work': {
    ...complete,
    prompt: reportPrompt,
    stored: sample.storedAs(reportAnswer, 'BUN', '2026-08', 1),
  },
  'of a report with everything': {
    ...complete,
    prompt: wholeReportPrompt,
    stored: sample.storedAs(wholeReportAnswer, 'BUN', '2026-08', 1),
  },
  'with another committee to answer for': {
    ...complete,
    next: { committeeName: 'Socialnämnden', promptId: 'u7Kt0w9xYbZkR1sLmN8pQB', revision: 0 },
  },
  'corrected after the lock': {
    ...complete,
    stored: {
      ...sample.storedAs(sample.schoolAnswer, 'BUN', '2026-10', 2),
      correctionReason: 'Fel belopp från ekonomisystemet.',
    },
  },
};

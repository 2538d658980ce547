import type { CardContext } from '../define-card.ts';
import { sampleMark as mark, reportSigned, reportUnderWork } from '../municipal-samples.ts';
import type { CompileReportCard } from './card.ts';

type Facts = CompileReportCard & { readonly context: CardContext };

const usual: Facts = {
  ...{ content: reportSigned, revision: 7, mark, number: 1, isApproved: false, typed: {}, attempt: 1, context: {} },
};

/** Before the report is compiled. */
export const compileReportSamples: Readonly<Record<string, Facts>> = {
  'nothing missing': usual,
  'much missing': {
    ...usual,
    content: { ...reportUnderWork, review: { date: '2026-10-06', participants: '', notes: '' } },
  },
  'again after approval': {
    ...{ ...usual, number: 2, isApproved: true, attempt: 2, typed: { registrationNumber: 'KS 2026/123', why: '' } },
    problem: 'Inget är gjort ännu. Rätta det som är markerat.',
    notes: new Map([['why', { text: 'Skriv varför, så att den som läser förstår.', choices: [] }]]),
  },
};

import type { CardContext } from '../define-card.ts';
import { sampleContext } from '../sample-facts.ts';
import { noReasonNotes, type ReportSendBackCard } from './card.ts';

type Facts = ReportSendBackCard & { readonly context: CardContext };

const usual: Facts = {
  about: { id: 'BUN 2026-08', revision: 3, mark: '9f86d081884c7d65' },
  ...{ reportTitle: 'Delårsrapport januari–augusti 2026', committeeName: 'Barn- och utbildningsnämnden' },
  ...{ typed: {}, attempt: 1 },
  context: sampleContext,
};

/** The form for why a report is sent back. */
export const reportSendBackSamples: Readonly<Record<string, Facts>> = {
  empty: usual,
  'without a reason': { ...usual, typed: { why: ' ' }, attempt: 2, notes: noReasonNotes() },
  'changed meanwhile': {
    ...usual,
    ...{ typed: { why: 'Beskriv åtgärderna för underskottet i förskolan.' }, attempt: 2 },
    problem:
      'Rapporten har ändrats sedan du öppnade kortet. Inget är gjort. Se igenom det som gäller nu och tryck igen.',
  },
};

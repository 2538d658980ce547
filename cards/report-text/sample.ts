import { NO_TEXTS } from '../../src/domain/report-record.ts';
import type { CardContext } from '../define-card.ts';
import { problemNote } from '../form-parts.ts';
import { sampleContext } from '../sample-facts.ts';
import type { ReportTextCard } from './card.ts';
import { readTextForm } from './read-text.ts';

type Facts = ReportTextCard & { readonly context: CardContext };

const SUMMARY = 'Verksamheten går till stor del som planerat.\nUnderskottet i förskolan beror på fler barn än väntat.';
const PERSONAL = 'Vi har tackat av rektorn (19811218-9876) efter tjugo år.';

const usual: Facts = {
  verbs: { save: 'saveReportText' },
  about: { id: 'BUN 2026-08', revision: 2, mark: '9f86d081884c7d65' },
  ...{ reportTitle: 'Delårsrapport januari–augusti 2026', whose: 'Barn- och utbildningsnämnden' },
  ...{ section: 'summary', texts: NO_TEXTS, typed: {}, attempt: 1 },
  context: sampleContext,
};

/** The form for one text as people see it. */
export const reportTextSamples: Readonly<Record<string, Facts>> = {
  'nothing written yet': usual,
  'the next one, after a text was saved': {
    ...usual,
    ...{ section: 'events', texts: { ...NO_TEXTS, summary: SUMMARY }, said: 'Texten ”Sammanfattning” är sparad.' },
  },
  'the last one': { ...usual, section: 'staff', texts: { ...NO_TEXTS, staff: 'Sjukfrånvaron är 7,2 procent.' } },
  'far too long': {
    ...usual,
    typed: { summary: `${SUMMARY}\n`.repeat(2_000) },
    attempt: 2,
    notes: new Map([['summary', problemNote('Högst 4 000 tecken (nu 206 000)')]]),
  },
  'only quotation marks': {
    ...usual,
    typed: { summary: '"'.repeat(200_000) },
    attempt: 2,
    notes: new Map([['summary', problemNote('Högst 4 000 tecken (nu 200 000)')]]),
  },
  'asked about a personal number': {
    ...usual,
    ...{ typed: { summary: PERSONAL }, attempt: 2 },
    notes: readTextForm({ i_1_summary: PERSONAL })?.notes ?? new Map(),
  },
  'changed by somebody else meanwhile': {
    ...usual,
    texts: { ...NO_TEXTS, summary: SUMMARY },
    typed: { summary: 'Året går bra.' },
    ...{ attempt: 2, conflict: true },
    problem:
      'Rapporten har ändrats sedan du öppnade kortet. Inget är gjort. Se igenom det som gäller nu och tryck igen.',
  },
};

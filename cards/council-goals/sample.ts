import type { CardContext } from '../define-card.ts';
import { sampleMark as mark, reportSigned, reportUnderWork } from '../municipal-samples.ts';
import type { CouncilGoalsCard } from './card.ts';

type Facts = CouncilGoalsCard & { readonly context: CardContext };

const first: Facts = { content: reportUnderWork, revision: 3, mark, page: 0, typed: {}, attempt: 1, context: {} };

/** The council's goals, a few on each page. */
export const councilGoalsSamples: Readonly<Record<string, Facts>> = {
  'first page': first,
  'without a motivation': {
    ...{ ...first, attempt: 2, problem: 'Inget är sparat ännu. Rätta det som är markerat.' },
    typed: { grade_ARBETSLIV: 'HIGH', motivation_ARBETSLIV: '', grade_UTBILDNING: 'PARTLY' },
    notes: new Map([
      ['motivation_ARBETSLIV', { text: 'Motivering saknas. Skriv varför målet får den graden.', choices: [] }],
      ['motivation_UTBILDNING', { text: 'Motivering saknas. Skriv varför målet får den graden.', choices: [] }],
    ]),
  },
  'last page, graded': { ...first, content: reportSigned, page: 1, said: 'Bedömningarna är sparade.' },
  'somebody else was faster': {
    ...{ ...first, content: reportSigned, attempt: 3, conflict: true },
    typed: { grade_ARBETSLIV: 'NOT', motivation_ARBETSLIV: 'Arbetslösheten har ökat.' },
    problem:
      'Rapporten har ändrats sedan du öppnade kortet. Inget är gjort. Se igenom det som gäller nu och tryck igen.',
  },
  'year-end': { ...first, content: { ...reportUnderWork, kind: 'annual', period: '2026-12' } },
};

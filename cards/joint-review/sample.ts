import type { AgendaItem } from '../../src/domain/report-agenda.ts';
import type { CardContext } from '../define-card.ts';
import {
  sampleMark as mark,
  sampleMeasures as measures,
  reportSigned,
  reportUnderWork,
  reportUntouched,
} from '../municipal-samples.ts';
import type { JointReviewCard } from './card.ts';

type Facts = JointReviewCard & { readonly context: CardContext };

const [schools, builders, culture, care] = [
  'Barn- och utbildningsnämnden',
  'Samhällsbyggnadsnämnden',
  'Kultur- och fritidsnämnden',
  'Socialnämnden',
] as const;
const agenda: readonly AgendaItem[] = [
  { kind: 'deviation', committeeId: 'BUN', committeeName: schools, deviationKr: -7_500_000 },
  { kind: 'deviation', committeeId: 'SBN', committeeName: builders, deviationKr: 1_200_000 },
  {
    ...{ kind: 'grade-differs', committeeName: schools, goalName: 'Varje barn har en trygg skoldag' },
    ...{ gradeLabel: 'I hög grad uppfyllt', proposedLabel: 'Delvis uppfyllt' },
  },
  { kind: 'missing', committeeName: care, what: [{ what: 'answer', names: [] }] },
  { kind: 'missing', committeeName: culture, what: [{ what: 'indicator', names: ['Biblioteksbesök'] }] },
  { kind: 'late', committeeName: schools, name: 'Rekrytera och behålla behöriga lärare', days: 62 },
  { kind: 'late', committeeName: builders, name: 'Ny detaljplan för hamnen', days: 0 },
];
const people = ['rapportor.bun@styrmodell.example', 'forvaltningschef.bun@styrmodell.example'];
const untouched: Facts = {
  ...{ content: reportUntouched, revision: 0, mark, agenda: [], measures: [], people, typed: {}, attempt: 1 },
  deeds: ['note-review', 'hold-review'],
  context: {},
};
const noted: Facts = {
  ...{ ...untouched, agenda, revision: 2, attempt: 2 },
  content: {
    ...reportUnderWork,
    review: { date: '2026-10-06', startsAt: '08:30', participants: 'Presidierna', notes: '' },
  },
};
const planned: Facts = { ...noted, said: 'Anteckningarna är sparade.' };

/** The joint review before, during and after. */
export const jointReviewSamples: Readonly<Record<string, Facts>> = {
  'nothing noted': untouched,
  planned,
  'with measures': {
    ...{ ...planned, measures, attempt: 3, said: 'Åtgärden är tillagd. Nämnden frågas om den tills den är klar.' },
    typed: { notes: 'Förskolans underskott gicks igenom.' },
  },
  'a measure that can’t be read': {
    ...{ ...noted, attempt: 3, problem: 'Åtgärden är inte tillagd. Rätta det som är markerat.' },
    typed: { committee: 'BUN', measure: '', owner: 'Eva Ek', dueOn: '2026-11-20', effect: '2 miljarder ungefär' },
    notes: new Map([
      ['measure', { text: 'Skriv vad nämnden ska göra.', choices: [] }],
      ['effect', { text: 'Ange ett tal i tkr, till exempel 1 234,5.', choices: [] }],
    ]),
  },
  'held, for a reader': { ...noted, content: reportSigned, measures, deeds: [] },
};

import type { CardContext } from '../define-card.ts';
import { sampleContext as context, culture, schools } from '../sample-facts.ts';
import type { AbsenceCard } from './card.ts';

type Facts = AbsenceCard & { readonly context: CardContext };

const days = { from: '2026-11-09', to: '2026-11-13' };
const asked = { committeeName: schools.name, upn: 'ersattare.bun@styrmodell.example' };
const nobody = { committeeName: culture.name };
const form: Facts = { view: 'form', typed: { from: '', to: '' }, attempt: 1, standIns: [asked], context };

/** What a reporter who will be away sees. */
export const absenceSamples: Readonly<Record<string, Facts>> = {
  empty: form,
  'asked back': {
    ...form,
    typed: { from: '2026-11-05', to: '2026-11-06' },
    problem: 'Är det de här dagarna? Rätta dem om det behövs och tryck Spara.',
  },
  'with earlier days': { ...form, said: { from: '2026-12-21', to: '2027-01-08' }, standIns: [asked, nobody] },
  'wrong way round': {
    ...form,
    typed: { from: '2026-11-13', to: '2026-11-09' },
    attempt: 2,
    problem: 'Sista dagen ligger före den första. Rätta en av dem.',
  },
  saved: { view: 'saved', said: days, standIns: [asked], context },
  'saved and nobody left': {
    view: 'saved',
    said: { from: '2026-11-28', to: '2026-12-03' },
    standIns: [{ ...asked, until: '2026-12-01' }, nobody],
    context,
  },
  back: { view: 'back', wasAway: true, context },
  'back from nowhere': { view: 'back', wasAway: false, context },
};

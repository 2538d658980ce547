import type { ReportWord, SettledWord } from '../../src/domain/report-word.ts';
import type { CardContext } from '../define-card.ts';
import { care, sampleContext as context, culture, schools } from '../sample-facts.ts';
import type { ReportWordCard } from './card.ts';

type Facts = ReportWordCard & { readonly context: CardContext };

const committee = { id: schools.id, name: schools.name };
const decision = { date: '2026-10-21', paragraph: 'KF § 112', registrationNumber: 'KS/2026:188' };

function about(word: ReportWord): Facts {
  return { period: '2026-08', kind: 'interim', word, context };
}

function settled(word: SettledWord): Facts {
  return { period: '2026-08', kind: 'interim', word: { kind: 'settled', ...word }, context };
}

/** Each word that somebody can get, and what becomes of it. */
export const reportWordSamples: Readonly<Record<string, Facts>> = {
  sign: about({ kind: 'sign', committee, by: 'Anna Berg', at: '2026-09-10T06:30:00Z' }),
  'sent back': about({
    ...{ kind: 'sent-back', committee, by: 'Mia Holm', at: '2026-09-11T12:40:00Z' },
    why: 'Förklara varför förskolan går minus. *Siffran* för vikarier saknas.',
  }),
  'all signed': about({ kind: 'all-signed', committees: 4, reviewed: false }),
  'changed after signing': about({ kind: 'changed', committee, compiled: true }),
  'twenty working days left': about({
    ...{ kind: 'statutory', rule: 'interim', lastDay: '2026-10-31', workingDays: 20, signed: 3, committees: 4 },
  }),
  'the last day has passed': {
    ...about({ kind: 'statutory', rule: 'annual', lastDay: '2027-04-15', signed: 4, committees: 4 }),
    ...{ period: '2026-12', kind: 'annual' },
  },
  decide: about({
    ...{ kind: 'decide', version: 1, registrationNumber: 'KS/2026:188' },
    ...{ by: 'Kim Karlsson', at: '2026-10-02T11:05:00Z' },
  }),
  'sent back by the council': about({
    ...{ kind: 'council-sent-back', decision },
    why: 'Fullmäktige vill se åtgärder för socialnämndens underskott.',
  }),
  orders: about({
    ...{ kind: 'order', decision },
    committees: [
      {
        ...{ id: care.id, name: care.name },
        orders: [{ text: 'Återkom med åtgärder för en budget i balans.', dueOn: '2026-12-15' }],
      },
      {
        ...{ id: culture.id, name: culture.name },
        orders: [{ text: 'Redovisa hur målen om bibliotek ska nås.', dueOn: '2027-02-01' }],
      },
    ],
  }),
  'next year': {
    ...about({ kind: 'next-year', decision: { ...decision, date: '2027-05-19', paragraph: 'KF § 41' } }),
    ...{ period: '2026-12', kind: 'annual' },
  },
  'signed meanwhile': settled({ of: 'sign', committee, how: 'signed', by: 'Mia Holm', at: '2026-09-11T12:40:00Z' }),
  'decided meanwhile': settled({ of: 'decide', how: 'decided', decision: { ...decision, outcome: 'approved' } }),
};

import type { CardContext } from '../define-card.ts';
import { sampleContext as context } from '../sample-facts.ts';
import type { FileAnswerCard } from './card.ts';

type Facts = FileAnswerCard & { readonly context: CardContext };

const fileName = 'mål-och-budget-2026.xlsx';
const problems = [
  { where: 'Indikatorer, rad 5, kolumn Enhet', what: 'Enheten saknas. Skriv till exempel procent eller antal.' },
  { where: 'Nämndmål, rad 12, kolumn Bidrar till', what: 'KF-9 finns inte bland målen. Skriv ett id som finns.' },
];
const imported: Facts = {
  kind: 'imported',
  fileName,
  title: 'Mål och budget 2026–2029',
  version: 2,
  validFrom: '2026-10',
  publishedAt: new Date('2026-11-05T07:03:00Z'),
  leftAside: [],
  context,
};

/** What a sent file ends in. */
export const fileAnswerSamples: Readonly<Record<string, Facts>> = {
  'with errors': { kind: 'problems', fileName, problems, context },
  'with more errors than a card holds': {
    kind: 'problems',
    fileName,
    problems: Array.from({ length: 23 }, (_, at) => ({
      where: `Indikatorer, rad ${at + 5}, kolumn Enhet`,
      what: 'Enheten saknas. Skriv till exempel procent eller antal.',
    })),
    context,
  },
  imported,
  'imported beside reported months': {
    ...imported,
    leftAside: [{ committeeId: 'BUN', period: '2026-09' }],
  },
  cancelled: { kind: 'cancelled', fileName, context },
  'confirmed too late': { kind: 'too-old', fileName, context },
  'confirmed after another import': { kind: 'plan-changed', fileName, context },
};

import type { CardContext } from '../define-card.ts';
import { sampleHandedIn } from '../part-samples.ts';
import { sampleContext as context, schools } from '../sample-facts.ts';
import type { PartAdoptionCard } from './card.ts';

type Facts = PartAdoptionCard & { readonly context: CardContext };

const { id: partId, ...handedIn } = sampleHandedIn;
const usual: Facts = {
  ...{ partId, ...handedIn, committeeName: schools.name },
  typed: { date: '', paragraph: '' },
  attempt: 1,
  context,
};

/** The form for the committee's decision. */
export const partAdoptionSamples: Readonly<Record<string, Facts>> = {
  empty: usual,
  'the day lies ahead': {
    ...usual,
    typed: { date: '2026-12-09', paragraph: '§ 112' },
    attempt: 2,
    problem: 'Dagen ligger framåt i tiden. Registrera beslutet när nämnden har fattat det.',
  },
};

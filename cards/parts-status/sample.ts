import type { CardContext } from '../define-card.ts';
import { carePart, culturePart, sampleDecision, sampleHandedIn, schoolsPart } from '../part-samples.ts';
import { builders, care, sampleContext as context, culture, schools } from '../sample-facts.ts';
import type { PartsStatusCard } from './card.ts';

type Facts = PartsStatusCard & { readonly context: CardContext };

const missing = { committee: builders, overview: culturePart, mayAdopt: true };
const waiting = { committee: schools, overview: schoolsPart, mayAdopt: true, waiting: sampleHandedIn };
const again = {
  ...{ committee: care, overview: carePart, mayAdopt: true, adopted: { date: '2025-12-10', paragraph: '§ 90' } },
  waiting: { ...sampleHandedIn, handedInBy: 'rapportor.sn@styrmodell.example' },
};
const adopted = { committee: culture, overview: culturePart, mayAdopt: true, adopted: sampleDecision };
const plan = { title: 'Mål och budget 2026–2029', context };

/** What "vilka har lämnat in" is answered with. */
export const partsStatusSamples: Readonly<Record<string, Facts>> = {
  'in all stages': { ...plan, committees: [missing, waiting, again, adopted] },
  'nobody has handed in': { ...plan, committees: [missing, { ...missing, committee: schools }] },
  'more committees than a card holds': {
    ...plan,
    committees: Array.from({ length: 20 }, (_, at) => ({
      ...again,
      committee: { id: `NAMND${at}`, name: `Nämnden för arbetsmarknad, vuxenutbildning och integration ${at}` },
      overview: {
        ...carePart,
        contributions: Array.from({ length: 30 }, () => ({
          ...{ committee: 'SN', councilGoal: 'KLIMAT', committeeGoals: [], commitments: [], indicators: [] },
          name: 'Kommunens verksamheter främjar utvecklingen av ett långsiktigt hållbart samhälle',
        })),
      },
    })),
  },
  'one committee’s own': { ...plan, committees: [{ ...waiting, mayAdopt: false }] },
};

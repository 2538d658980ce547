import type { CardContext } from '../define-card.ts';
import { sampleContext } from '../sample-facts.ts';
import type { CoverageCard } from './card.ts';
import type { CoveredGoal } from './goal-lines.ts';

type Facts = CoverageCard & { readonly context: CardContext };

const schools = { id: 'BUN', name: 'Barn- och utbildningsnämnden' };
const committees = [{ id: 'KS', name: 'Kommunstyrelsen' }, schools, { id: 'SN', name: 'Socialnämnden' }];

const ofSchools: readonly CoveredGoal[] = [
  {
    number: '1',
    name: 'Kommunen är en attraktiv arbetsgivare',
    contributions: [
      {
        committee: 'BUN',
        committeeGoals: ['Kommunen klarar kompetensförsörjningen'],
        commitments: ['Minska andelen vikarier i grundskolan'],
        indicators: ['Sjukfrånvaro totalt', 'Medarbetarengagemang', 'Personalomsättning', 'Andel heltid'],
      },
    ],
    gaps: [],
  },
  { number: '2', name: 'Kommunen växer', contributions: [], gaps: ['BUN'] },
];
const one: Facts = {
  planTitle: 'Mål och budget 2026–2029',
  levelNames: {},
  committees: [schools],
  goals: ofSchools,
  example: true,
  context: sampleContext,
};

/** A plan of 20 goals and 30 committees, nobody contributing to any. */
const large: Facts = {
  ...one,
  committees: Array.from({ length: 30 }, (_, at) => ({ id: `N${at + 1}`, name: `Nämnd ${at + 1}` })),
  goals: Array.from({ length: 20 }, (_, at) => ({
    number: `${at + 1}`,
    name: 'Ett mål med ett namn som är lika långt som de brukar vara i en kommun',
    contributions: [],
    gaps: Array.from({ length: 30 }, (_, committee) => `N${committee + 1}`),
  })),
};

/** How the committees contribute to the council's goals. */
export const coverageSamples: Readonly<Record<string, Facts>> = {
  'one committee': one,
  'one committee without a gap': { ...one, goals: ofSchools.slice(0, 1) },
  'all committees': {
    ...one,
    committees,
    goals: ofSchools.map((goal) => ({ ...goal, gaps: goal.contributions.length > 0 ? ['SN'] : ['KS', 'BUN', 'SN'] })),
  },
  'with the plan’s own words': { ...one, levelNames: { committeeGoal: 'Uppdragsmål', commitment: 'Insats' } },
  'too many for a message': large,
};

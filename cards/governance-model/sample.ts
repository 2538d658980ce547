import type { GovernanceModel } from '../../src/domain/governance-model.ts';
import type { CardContext } from '../define-card.ts';
import { sampleContext } from '../sample-facts.ts';
import type { GovernanceModelCard } from './card.ts';

type Facts = GovernanceModelCard & { readonly context: CardContext };

const model: GovernanceModel = {
  title: 'Mål och budget 2026–2029',
  periodFrom: 2026,
  periodTo: 2029,
  decision: { date: '2025-11-12', paragraph: 'KF § 214' },
  vision: { name: 'Vision 2040', focusAreas: ['Platsen för alla, hela livet', 'Vi lyckas tillsammans'] },
  levelNames: {},
  areas: [
    {
      name: 'Ett ekonomiskt hållbart samhälle',
      goals: [
        { number: '1', name: 'Kommunen växer', subGoals: 1, indicators: 2, keyFigures: 0 },
        { number: '2', name: 'Kommunen är en attraktiv arbetsgivare', subGoals: 0, indicators: 6, keyFigures: 2 },
      ],
    },
    {
      name: 'Ett ekologiskt hållbart samhälle',
      goals: [{ number: '3', name: 'Verksamheterna blir klimatneutrala', subGoals: 0, indicators: 0, keyFigures: 0 }],
    },
  ],
  committees: [
    { name: 'Barn- och utbildningsnämnden', goals: 5, commitments: 2, activities: 3 },
    { name: 'Socialnämnden', goals: 4, commitments: 1, activities: 1 },
  ],
  effects: 3,
  sharesGoals: true,
  reports: ['month', 'tertial', 'interim', 'annual'],
  example: true,
};
const version = 'a3'.repeat(32);

/** The answer to "hur fungerar styrmodellen?". */
export const governanceModelSamples: Readonly<Record<string, Facts>> = {
  'with its picture': { model, version, context: { ...sampleContext, publicUrl: 'https://styrmodell.example' } },
  'as text alone': { model, version, context: sampleContext },
  'with a plan’s own words': {
    model: {
      ...model,
      levelNames: { councilGoal: 'Strategi', committeeGoal: 'Delstrategi', commitment: 'Satsning', activity: 'Insats' },
      reports: [],
      example: false,
    },
    version,
    context: {},
  },
};

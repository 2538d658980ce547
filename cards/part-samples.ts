import type { PartOverview } from '../src/domain/part-overview.ts';
import { care, culture, samplePromptId, schools } from './sample-facts.ts';

/*
 * A committee's part for the cards' samples. All of it is invented.
 */
export const sampleHandedIn = {
  id: samplePromptId,
  handedInBy: 'rapportor.bun@styrmodell.example',
  handedInAt: new Date('2026-11-05T08:00:00+01:00'),
};
export const sampleDecision = { date: '2026-11-04', paragraph: '§ 112' };

export const schoolsPart: PartOverview = overviewOf(schools, ['N1', 'N2'], ['BUN-1', 'BUN-2']);
export const carePart: PartOverview = overviewOf(care, ['N3'], ['SN-1']);
export const culturePart: PartOverview = { ...overviewOf(culture, ['N4'], []), activities: 0 };

function overviewOf(
  { id, name }: { readonly id: string; readonly name: string },
  committeeGoals: readonly string[],
  commitments: readonly string[],
): PartOverview {
  const row = { committee: id, committeeGoals: [], commitments: [], indicators: [] };
  return {
    ...{ committeeId: id, committeeName: name, levelNames: {}, goals: committeeGoals.length, sharedGoals: 1 },
    ...{ commitments: commitments.length, activities: 5 },
    budgets: [{ year: 2026, dividedKr: 648_960_000, frameKr: 648_960_000 }],
    contributions: [
      { ...row, councilGoal: 'BARN', name: 'Alla barn växer upp med goda villkor', committeeGoals, commitments },
      { ...row, councilGoal: 'KLIMAT', name: 'Klimatneutralt till 2030', indicators: ['EKOMAT'] },
    ],
  };
}

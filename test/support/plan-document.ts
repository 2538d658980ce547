import type { IndicatorEntry, PlanDocument, PlanFile } from '../../src/domain/plan-document.ts';
import { aCouncilGoal, aDividedPlan } from './part-builders.ts';

/** Asked for at every follow-up, with a target; without values. */
export function anIndicatorEntry(id: string, overrides: Partial<IndicatorEntry> = {}): IndicatorEntry {
  return {
    ...{ id, name: `Indikator ${id}`, unit: '%', goal: 'SKOLA', committees: ['BUN'], good: 'up', frequency: 'month' },
    target: { atLeast: 80 },
    ...{ yearlyTargets: [], breakdown: [], seriesBreaks: [], values: [], committeeValues: [], comparisons: [] },
    aliases: [],
    ...overrides,
  };
}

/** A sound plan with something in most of its lists: nothing in it is wrong or odd. */
export function aPlanDocument(overrides: Partial<PlanDocument> = {}): PlanDocument {
  return aDividedPlan({
    gradeScale: [
      { id: 'NAS', label: 'Nås', colour: 'green' },
      { id: 'DELVIS', label: 'Nås delvis', colour: 'yellow' },
      { id: 'INTE', label: 'Nås inte', colour: 'red' },
    ],
    gradeRule: {
      steps: [
        { grade: 'NAS', fromPercent: 80 },
        { grade: 'DELVIS', fromPercent: 40 },
        { grade: 'INTE', fromPercent: 0 },
      ],
      activitiesWeighIn: true,
    },
    goalAreas: [{ id: 'BARN', name: 'Barn och unga' }],
    councilGoals: [aCouncilGoal('SKOLA', { goalArea: 'BARN', effect: { text: 'Alla lyckas.', by: 2029 } })],
    subGoals: [
      { id: 'LASNING_MAL', name: 'Läsning', parent: 'SKOLA', committeeEffects: [], aliases: [] },
      { id: 'TIDIG', name: 'Tidig läsning', parent: 'LASNING_MAL', committeeEffects: [], aliases: [] },
    ],
    indicators: [
      anIndicatorEntry('LASNING', {
        values: [
          { period: '2024', value: 71.5 },
          { period: '2025', value: 73 },
        ],
      }),
    ],
    ...overrides,
  });
}

export function aSoundPlanFile(overrides: Partial<PlanDocument> = {}): PlanFile {
  return { current: aPlanDocument(overrides), archive: [] };
}

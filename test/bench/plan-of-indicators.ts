import type { IndicatorEntry, PlanFile } from '../../src/domain/plan-document.ts';

/**
 * A plan of many indicators, of the size that they have in a large municipality: a target for each year, ten values, women
 * and men, a comparison. `edition` stands in every name, so that two editions have no indicator alike.
 */
export function planOfIndicators(base: PlanFile, count: number, edition: number): PlanFile {
  const committees = base.current.committees.filter(({ validTo }) => validTo === undefined).map(({ id }) => id);
  const goals = base.current.councilGoals.map(({ id }) => id);
  const indicators = Array.from({ length: count }, (_, index) =>
    anIndicator(index, edition, goals[index % goals.length] ?? '', committees[index % committees.length] ?? ''),
  );
  return { ...base, current: { ...base.current, indicators, goalGrades: [] } };
}

function anIndicator(index: number, edition: number, goal: string, committee: string): IndicatorEntry {
  const level = 50 + (index % 40);
  return {
    id: `IND_${String(index).padStart(5, '0')}`,
    name: `Andel invånare som är nöjda med service nummer ${index}, mätning ${edition}`,
    unit: '%',
    goal,
    committees: [committee],
    good: 'up',
    target: { atLeast: level + 5 },
    yearlyTargets: [2026, 2027].map((year, step) => ({ year, target: { atLeast: level + step + 1 } })),
    nearLimit: 2,
    baseline: { period: '2025', value: level, source: 'Medborgarundersökningen' },
    frequency: 'year',
    breakdown: ['kvinnor', 'män'],
    seriesBreaks: [],
    values: ['2024', '2025'].flatMap((period, step) => [
      { period, value: level - step, source: 'Medborgarundersökningen' },
      { period, value: level - step + 0.5, group: 'kvinnor' },
    ]),
    committeeValues: [],
    comparisons: [{ group: 'country', period: '2025', value: level + 1.5, source: 'Kolada' }],
    aliases: [],
  };
}

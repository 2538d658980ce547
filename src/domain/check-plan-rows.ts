import { folded } from './check-plan-ids.ts';
import type { Appropriation, PlanDocument } from './plan-document.ts';
import { itemNames, nestedNames } from './plan-items.ts';
import { type PlanProblem, planError } from './plan-problem.ts';

/** Rows without an id of their own that say the same thing twice: two budgets of one area and year, two values of one month. */
export function checkRows(plan: PlanDocument): PlanProblem[] {
  return [
    ...repeated('current.goalGrades', plan.goalGrades, itemNames.goalGrades),
    ...repeated('current.investments', plan.investments, itemNames.investments),
    ...repeated('current.frames', plan.frames, itemNames.frames),
    ...repeated('current.supplementaryAppropriations', plan.supplementaryAppropriations, wholeAppropriation),
    ...repeated('current.channels', plan.channels, itemNames.channels),
    ...repeated('current.budgets', plan.budgets, itemNames.budgets),
    ...repeated('current.outcomes', plan.outcomes, itemNames.outcomes),
    ...repeated('current.operationalPlans', plan.operationalPlans, itemNames.operationalPlans),
    ...effectsOf('councilGoals', plan.councilGoals),
    ...effectsOf('subGoals', plan.subGoals),
    ...plan.indicators.flatMap(ofIndicator),
  ];
}

/** The council may decide twice about one area and day; the same amount by the same decision is the same money. */
function wholeAppropriation(row: Appropriation): string {
  return `${itemNames.supplementaryAppropriations(row)} ${row.decision} ${row.amountKr} kr`;
}

function effectsOf(
  list: 'councilGoals' | 'subGoals',
  goals: PlanDocument['councilGoals'] | PlanDocument['subGoals'],
): PlanProblem[] {
  return goals.flatMap(({ id, committeeEffects }, at) =>
    repeated(`current.${list}.${at}.committeeEffects`, committeeEffects, nestedNames[list].committeeEffects, id),
  );
}

function ofIndicator(indicator: PlanDocument['indicators'][number], at: number): PlanProblem[] {
  const path = `current.indicators.${at}`;
  const { id, yearlyTargets, seriesBreaks, values, committeeValues, comparisons } = indicator;
  const named = nestedNames.indicators;
  return [
    ...repeated(`${path}.yearlyTargets`, yearlyTargets, named.yearlyTargets, id),
    ...repeated(`${path}.breakdown`, indicator.breakdown, (group) => group, id),
    ...repeated(`${path}.index.components`, indicator.index?.components ?? [], (component) => component, id),
    ...repeated(`${path}.seriesBreaks`, seriesBreaks, named.seriesBreaks, id),
    ...repeated(`${path}.values`, values, named.values, id),
    ...repeated(`${path}.committeeValues`, committeeValues, named.committeeValues, id),
    ...repeated(`${path}.comparisons`, comparisons, named.comparisons, id),
  ];
}

function repeated<Row>(
  path: string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  owner?: string,
): PlanProblem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    const name = nameOf(row);
    if (!seen.has(folded(name))) {
      seen.add(folded(name));
      return [];
    }
    return [planError('DUPLICATE_ROW', `${path}.${at}`, { item: owner === undefined ? name : `${owner} ${name}` })];
  });
}

import { budgetsAsOf } from './budgets-as-of.ts';
import { cyclesOf } from './goal-tree.ts';
import type { PlanDocument } from './plan-document.ts';
import { type PlanProblem, planError } from './plan-problem.ts';
import { type ReferredList, referencesOf } from './plan-references.ts';

/** What looks the same to people: letter case and ways to write å are no difference. */
export function folded(id: string): string {
  return id.normalize('NFC').toLowerCase();
}

/** Ids that are named but don't exist, that exist twice, or that lead back to themselves. */
export function checkIds(plan: PlanDocument): PlanProblem[] {
  return [...checkReferences(plan), ...checkAreas(plan), ...checkSameIds(plan), ...checkCycles(plan)];
}

function checkReferences(plan: PlanDocument): PlanProblem[] {
  const known = idsByList(plan);
  return referencesOf(plan).flatMap(({ list, id, path }) => {
    const { exact, likely } = known[list];
    if (exact.has(id)) return [];
    const meant = likely.get(folded(id));
    return [meant === undefined ? planError('UNKNOWN_REFERENCE', path, { list, id }) : misspelt(path, list, id, meant)];
  });
}

interface Ids {
  readonly exact: ReadonlySet<string>;
  /** By how it looks, for the one that was meant. */
  readonly likely: ReadonlyMap<string, string>;
}

function idsByList(plan: PlanDocument): Record<ReferredList, Ids> {
  const ids = (items: readonly { readonly id: string }[]): Ids => ({
    exact: new Set(items.map(({ id }) => id)),
    likely: new Map(items.map(({ id }) => [folded(id), id])),
  });
  const { councilGoals, subGoals, committeeGoals } = plan;
  return {
    committees: ids(plan.committees),
    councilGoals: ids(councilGoals),
    councilAndSubGoals: ids([...councilGoals, ...subGoals]),
    subGoals: ids(subGoals),
    committeeGoals: ids(committeeGoals),
    goals: ids([...councilGoals, ...subGoals, ...committeeGoals]),
    goalAreas: ids(plan.goalAreas),
    gradeScale: ids(plan.gradeScale),
  };
}

function misspelt(path: string, list: string, id: string, meant: string): PlanProblem {
  return planError('MISSPELT_REFERENCE', path, { list, id, meant });
}

/** A business area is known by its committee and year: by where it has a budget, or has moved to with its budget. */
function checkAreas(plan: PlanDocument): PlanProblem[] {
  const { budgets, outcomes, supplementaryAppropriations, areaMoves } = plan;
  const ever = new Map(budgets.map(({ committee, businessArea: id }) => [folded(`${committee}/${id}`), id]));
  const inYear = areasByYear(plan);
  const known = new Set(plan.committees.map(({ id }) => id));
  // Their committee is told already, and may well be the one that is asked for.
  const astray = new Set(budgets.flatMap((budget) => (known.has(budget.committee) ? [] : [budget.businessArea])));
  const checkArea = (committee: string, id: string, year: string, path: string): PlanProblem[] => {
    if (astray.has(id) || inYear.has(`${committee}/${id}/${year}`)) return [];
    const meant = ever.get(folded(`${committee}/${id}`));
    if (meant !== undefined && meant !== id) return [misspelt(path, 'budgets', id, meant)];
    return [planError('AREA_WITHOUT_BUDGET', path, { area: id, committee, year })];
  };
  return [
    ...supplementaryAppropriations.flatMap(({ committee, businessArea, validFrom }, at) =>
      businessArea === undefined
        ? []
        : checkArea(
            committee,
            businessArea,
            validFrom.slice(0, 4),
            `current.supplementaryAppropriations.${at}.businessArea`,
          ),
    ),
    ...areaMoves.flatMap(({ businessArea, from, validFrom }, at) =>
      checkArea(from, businessArea, validFrom.slice(0, 4), `current.areaMoves.${at}.businessArea`),
    ),
    ...outcomes.flatMap(({ committee, businessArea, period }, at) =>
      checkArea(committee, businessArea, period.slice(0, 4), `current.outcomes.${at}.businessArea`),
    ),
  ];
}

function areasByYear(plan: PlanDocument): ReadonlySet<string> {
  return new Set(
    budgetsAsOf(plan).areas.flatMap(({ id, year, committeeId, heldBefore = [] }) =>
      [committeeId, ...heldBefore.map((holder) => holder.committeeId)].map((holder) => `${holder}/${id}/${year}`),
    ),
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** Council goals, sub-goals and committee goals share one space: grades and contributions name them by id alone. */
function checkSameIds(plan: PlanDocument): PlanProblem[] {
  const named = (list: 'committees' | 'goalAreas' | 'councilGoals' | 'subGoals' | 'committeeGoals' | 'indicators') =>
    plan[list].map(({ id, name }, at) => ({ id, name, path: `current.${list}.${at}.id` }));
  const commitments = plan.commitments.map(({ id, name }, at) => ({ id, name, path: `current.commitments.${at}.id` }));
  const activities = plan.commitments.flatMap((commitment, at) =>
    commitment.activities.map(({ id, name }, index) => ({
      ...{ id, name },
      path: `current.commitments.${at}.activities.${index}.id`,
    })),
  );
  const spaces: Named[][] = [
    named('goalAreas'),
    [...named('councilGoals'), ...named('subGoals'), ...named('committeeGoals')],
    named('indicators'),
    named('committees'),
    plan.gradeScale.map(({ id, label }, at) => ({ id, name: label, path: `current.gradeScale.${at}.id` })),
    plan.councilAssignments.map(({ id, text }, at) => ({
      id,
      name: text,
      path: `current.councilAssignments.${at}.id`,
    })),
    commitments,
    activities,
  ];
  return spaces.flatMap(sameIds);
}

function sameIds(items: readonly Named[]): PlanProblem[] {
  const first = new Map<string, Named>();
  return items.flatMap((item) => {
    const earlier = first.get(folded(item.id));
    if (!earlier) first.set(folded(item.id), item);
    return earlier ? [planError('DUPLICATE_ID', item.path, { id: item.id, name: earlier.name })] : [];
  });
}

function checkCycles({ subGoals, committees }: PlanDocument): PlanProblem[] {
  const parents = new Map(subGoals.map(({ id, parent }) => [id, parent]));
  const succession = new Map(
    committees.flatMap(({ id, succeeds }) => (succeeds === undefined ? [] : [[id, succeeds] as const])),
  );
  const cycle = (list: string, field: string, way: readonly string[], at: number) =>
    planError('CYCLE', `current.${list}.${at}.${field}`, { list, way: [...way, way[0]].join(' → ') });
  return [
    ...cyclesOf(parents).map((way) => cycle('subGoals', 'parent', way, positionOf(subGoals, way[0]))),
    ...cyclesOf(succession).map((way) => cycle('committees', 'succeeds', way, positionOf(committees, way[0]))),
  ];
}

function positionOf(items: readonly { readonly id: string }[], id: string | undefined): number {
  return items.findIndex((item) => item.id === id);
}

import { isAskedIn } from './asked-in.ts';
import { checkTargets } from './check-plan-targets.ts';
import { existInTurn } from './committee-validity.ts';
import { councilGoalByGoal } from './goal-tree.ts';
import type { Month } from './period.ts';
import type { IndicatorEntry, PlanDocument } from './plan-document.ts';
import { type PlanProblem, planError, planWarning } from './plan-problem.ts';

/** Every indicator by itself, and that somebody is asked for it. */
export function checkIndicators(plan: PlanDocument): PlanProblem[] {
  const asked = askedByFrequency(plan);
  const topGoals = councilGoalByGoal(plan);
  return plan.indicators.flatMap((indicator, at) => {
    const path = `current.indicators.${at}`;
    return [
      ...checkTargets(indicator, path),
      ...checkIndex(indicator, path),
      ...checkGroups(indicator, path),
      ...checkSubGoal(indicator, topGoals, path),
      ...(indicator.committees.some((id) => asked[indicator.frequency].has(id))
        ? []
        : [planWarning('NOBODY_ASKED', path, { indicator: indicator.name, id: indicator.id })]),
      ...(hasTotal(indicator, plan)
        ? []
        : [planWarning('NOBODY_TOTALS', `${path}.totalReportedBy`, { indicator: indicator.name, id: indicator.id })]),
    ];
  });
}

/** One committee's value is the total; of several at once, somebody has to report it. */
function hasTotal({ committees: ids, totalReportedBy }: IndicatorEntry, { committees }: PlanDocument): boolean {
  return totalReportedBy !== undefined || existInTurn(committees.filter(({ id }) => ids.includes(id)));
}

type Frequency = IndicatorEntry['frequency'];

/** The committees that the follow-up plan asks for indicators of each frequency. */
function askedByFrequency({ followUpPlan, committees }: PlanDocument): Record<Frequency, ReadonlySet<string>> {
  const followUps = followUpPlan.map((one) => ({ ...one, period: one.period as Month }));
  const asking = followUps.filter(({ asks }) => asks.includes('indicators'));
  const askedFor = (frequency: Frequency): ReadonlySet<string> =>
    new Set(
      asking
        .filter((followUp) => isAskedIn({ frequency }, followUp, followUps))
        .flatMap((followUp) => followUp.committees ?? committees.map(({ id }) => id)),
    );
  return {
    month: askedFor('month'),
    tertial: askedFor('tertial'),
    year: askedFor('year'),
    everyFollowUp: askedFor('everyFollowUp'),
  };
}

/** Weights that come from a spreadsheet are rounded. */
const WEIGHT_TOLERANCE = 0.001;

function checkIndex({ name, index }: IndicatorEntry, path: string): PlanProblem[] {
  if (!index) return [];
  const { method, components, weights } = index;
  const needed = method === 'weighted' ? components.length : 0;
  const count = weights?.length ?? 0;
  if (count !== needed || components.length === 0) {
    const facts = { indicator: name, weights: count, components: components.length, needed };
    return [planError('WEIGHT_COUNT', `${path}.index.weights`, facts)];
  }
  const sum = (weights ?? []).reduce((total, weight) => total + weight, 0);
  // Rounded in the ninth decimal, which is where sums of binary fractions begin to err.
  const isOff = count > 0 && Math.abs(Math.round((sum - 1) * 1e9)) > WEIGHT_TOLERANCE * 1e9;
  return [
    ...(weights ?? []).flatMap((weight, at) =>
      weight > 0 && weight <= 1
        ? []
        : [planError('WEIGHT_OUTSIDE_LIMITS', `${path}.index.weights.${at}`, { indicator: name, weight })],
    ),
    ...(isOff
      ? [planError('WEIGHTS', `${path}.index.weights`, { indicator: name, sum: Math.round(sum * 10_000) / 10_000 })]
      : []),
  ];
}

/** A value is for all, for a group of the breakdown or for a component of the index. */
function checkGroups(indicator: IndicatorEntry, path: string): PlanProblem[] {
  const groups = new Set([...indicator.breakdown, ...(indicator.index?.components ?? [])]);
  return (['values', 'committeeValues'] as const).flatMap((list) =>
    indicator[list].flatMap(({ group, period }, at) =>
      group === undefined || groups.has(group)
        ? []
        : [planError('UNKNOWN_GROUP', `${path}.${list}.${at}.group`, { group, indicator: indicator.name, period })],
    ),
  );
}

/** Both may be named, and then the sub-goal is one of the goal's own, at any depth. */
function checkSubGoal(
  { name, goal, subGoal = '' }: IndicatorEntry,
  topGoals: ReadonlyMap<string, string | undefined>,
  path: string,
): PlanProblem[] {
  const other = topGoals.get(subGoal);
  if (goal === undefined || other === undefined || other === goal) return [];
  return [planWarning('SUB_GOAL_ELSEWHERE', `${path}.subGoal`, { indicator: name, goal, subGoal, other })];
}

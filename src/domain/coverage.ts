import { existsIn, existsOn, nearestDay } from './committee-validity.ts';
import { councilGoalByGoal } from './goal-tree.ts';
import type { PlanDocument } from './plan-document.ts';

/** Through what one committee contributes to one council goal; all three empty is a gap in the chain. Ids, in the plan's order. */
export interface CoverageRow {
  readonly committee: string;
  readonly councilGoal: string;
  /** Committee goals that contribute to the goal or to a sub-goal of it. */
  readonly committeeGoals: readonly string[];
  /** Indicators of the goal or of a sub-goal that the committee answers for. */
  readonly indicators: readonly string[];
  /** The committee's commitments under such a committee goal. */
  readonly commitments: readonly string[];
}

/**
 * Every committee that exists in the plan period, with every council goal.
 * @param day only those that exist on it, `2026-11-13`; a day outside the plan period counts as the period's nearest
 */
export function coverage(plan: PlanDocument, day?: string): CoverageRow[] {
  const ways = waysOf(plan);
  const committees = plan.committees.filter((committee) =>
    day === undefined ? existsIn(committee, plan) : existsOn(committee, nearestDay(plan, day)),
  );
  return committees.flatMap(({ id: committee }) =>
    plan.councilGoals.map(({ id: councilGoal }) => {
      const way = ways.get(pair(committee, councilGoal));
      return {
        committee,
        councilGoal,
        committeeGoals: [...(way?.committeeGoals ?? [])],
        indicators: [...(way?.indicators ?? [])],
        commitments: [...(way?.commitments ?? [])],
      };
    }),
  );
}

export function isGap({ committeeGoals, indicators, commitments }: CoverageRow): boolean {
  return committeeGoals.length + indicators.length + commitments.length === 0;
}

export interface CoverageCount {
  readonly committees: number;
  readonly councilGoals: number;
  /** Pairs of committee and council goal. */
  readonly pairs: number;
  readonly gaps: number;
}

export function countCoverage(rows: readonly CoverageRow[]): CoverageCount {
  return {
    committees: new Set(rows.map(({ committee }) => committee)).size,
    councilGoals: new Set(rows.map(({ councilGoal }) => councilGoal)).size,
    pairs: rows.length,
    gaps: rows.filter(isGap).length,
  };
}

interface Ways {
  readonly committeeGoals: Set<string>;
  readonly indicators: Set<string>;
  readonly commitments: Set<string>;
}

function waysOf(plan: PlanDocument): ReadonlyMap<string, Ways> {
  const tops = councilGoalByGoal(plan);
  const ways = new Map<string, Ways>();
  const add = (kind: keyof Ways, committee: string, goal: string | undefined, id: string): void => {
    const top = goal === undefined ? undefined : tops.get(goal);
    if (top === undefined) return;
    const key = pair(committee, top);
    const way = ways.get(key) ?? { committeeGoals: new Set(), indicators: new Set(), commitments: new Set() };
    ways.set(key, way);
    way[kind].add(id);
  };

  for (const { id, committees, contributesTo } of plan.committeeGoals)
    for (const committee of committees) for (const goal of contributesTo) add('committeeGoals', committee, goal, id);
  for (const { id, committees, goal, subGoal } of plan.indicators)
    for (const committee of committees) for (const top of [goal, subGoal]) add('indicators', committee, top, id);
  const contributions = new Map(plan.committeeGoals.map(({ id, contributesTo }) => [id, contributesTo]));
  for (const { id, committee, committeeGoal } of plan.commitments)
    for (const goal of contributions.get(committeeGoal) ?? []) add('commitments', committee, goal, id);
  return ways;
}

/** Ids hold no line breaks. */
function pair(committee: string, councilGoal: string): string {
  return `${committee}\n${councilGoal}`;
}

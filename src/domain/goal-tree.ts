import type { PlanDocument } from './plan-document.ts';

/** From every council goal and sub-goal to the council goal that it stands under, at any depth; itself for a council goal. */
export function councilGoalByGoal({
  councilGoals,
  subGoals,
}: Pick<PlanDocument, 'councilGoals' | 'subGoals'>): ReadonlyMap<string, string | undefined> {
  const top = new Map<string, string | undefined>(councilGoals.map(({ id }) => [id, id]));
  const parents = new Map(subGoals.map(({ id, parent }) => [id, parent]));
  for (const { id } of subGoals) {
    const way = wayUp(id, (goal) => (top.has(goal) ? undefined : parents.get(goal)));
    const reached = top.get(way.at(-1) ?? id);
    for (const goal of way) top.set(goal, reached);
  }
  return top;
}

/** The cycles of something that points upwards, each once, from where the plan mentions it first. */
export function cyclesOf(parents: ReadonlyMap<string, string>): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  for (const id of parents.keys()) {
    const way = wayUp(id, (one) => (done.has(one) ? undefined : parents.get(one)));
    const last = way.at(-1) ?? id;
    const next = done.has(last) ? undefined : parents.get(last);
    if (next !== undefined && way.includes(next)) cycles.push(way.slice(way.indexOf(next)));
    for (const one of way) done.add(one);
  }
  return cycles;
}

/** From an id upwards; a cycle is walked one lap. */
function wayUp(id: string, parentOf: (id: string) => string | undefined): string[] {
  const way = new Set([id]);
  for (let up = parentOf(id); up !== undefined && !way.has(up); up = parentOf(up)) way.add(up);
  return [...way];
}

import { type CommitteePart, isAnsweredBy, mergePart, othersOf } from './committee-part.ts';
import { type CoverageRow, coverage } from './coverage.ts';
import { type InternalBudget, internalBudgets } from './internal-budget.ts';
import type { PlanDocument } from './plan-document.ts';

/** What a committee does for one council goal, with the goal's name. */
export interface Contribution extends CoverageRow {
  readonly name: string;
}

/** A committee's part in counts, beside what the council wants of it. */
export interface PartOverview {
  readonly committeeId: string;
  readonly committeeName: string;
  readonly goals: number;
  /** Those of the goals that other committees answer for too. */
  readonly sharedGoals: number;
  readonly commitments: number;
  readonly activities: number;
  readonly budgets: readonly InternalBudget[];
  /** One for each council goal, in the plan's order. */
  readonly contributions: readonly Contribution[];
}

export function partOverview(document: PlanDocument, part: CommitteePart): PartOverview {
  const { committee, commitments } = part;
  const merged = mergePart(document, part);
  const goals = merged.committeeGoals.filter((goal) => isAnsweredBy(goal, committee));
  return {
    committeeId: committee,
    committeeName: document.committees.find(({ id }) => id === committee)?.name ?? committee,
    goals: goals.length,
    sharedGoals: goals.filter((goal) => othersOf(goal, committee).length > 0).length,
    commitments: commitments.length,
    activities: commitments.reduce((sum, { activities }) => sum + activities.length, 0),
    budgets: internalBudgets(document, part),
    contributions: contributionsOf(merged, committee),
  };
}

/** Through what a committee contributes to each council goal. */
export function contributionsOf(document: PlanDocument, committeeId: string): readonly Contribution[] {
  const names = new Map(document.councilGoals.map(({ id, name }) => [id, name]));
  return coverage(document)
    .filter(({ committee }) => committee === committeeId)
    .map((row) => ({ ...row, name: names.get(row.councilGoal) ?? row.councilGoal }));
}

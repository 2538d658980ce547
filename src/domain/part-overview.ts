import { type CommitteePart, isAnsweredBy, mergePart, othersOf } from './committee-part.ts';
import { existsOn, nearestDay } from './committee-validity.ts';
import { type CoverageRow, coverage } from './coverage.ts';
import { type InternalBudget, internalBudgets } from './internal-budget.ts';
import type { LevelNames, PlanDocument } from './plan-document.ts';

/** What a committee does for one council goal, with the goal's name. */
export interface Contribution extends CoverageRow {
  readonly name: string;
}

/** A committee's part in counts, beside what the council wants of it. */
export interface PartOverview {
  readonly committeeId: string;
  readonly committeeName: string;
  /** The plan's own words for its levels. */
  readonly levelNames: LevelNames;
  readonly goals: number;
  /** Those of the goals that other committees answer for too, which exist today. */
  readonly sharedGoals: number;
  readonly commitments: number;
  readonly activities: number;
  readonly budgets: readonly InternalBudget[];
  /** One for each council goal, in the plan's order. */
  readonly contributions: readonly Contribution[];
}

/** @param today the calendar day in Sweden */
export function partOverview(document: PlanDocument, part: CommitteePart, today: string): PartOverview {
  const { committee, commitments } = part;
  const merged = mergePart(document, part);
  const day = nearestDay(document, today);
  const now = new Set(document.committees.filter((one) => existsOn(one, day)).map(({ id }) => id));
  const goals = merged.committeeGoals.filter((goal) => isAnsweredBy(goal, committee));
  return {
    committeeId: committee,
    committeeName: document.committees.find(({ id }) => id === committee)?.name ?? committee,
    levelNames: document.levelNames ?? {},
    goals: goals.length,
    sharedGoals: goals.filter((goal) => othersOf(goal, committee).some((other) => now.has(other))).length,
    commitments: commitments.length,
    activities: commitments.reduce((sum, { activities }) => sum + activities.length, 0),
    budgets: internalBudgets(document, part),
    contributions: contributionsOf(merged, committee),
  };
}

/** What the plan calls what a committee can contribute with; the level itself where it has no word of its own. */
export function contributionLevels({ levelNames = {} }: PlanDocument) {
  const { committeeGoal = 'committeeGoal', commitment = 'commitment' } = levelNames;
  return { committeeGoalLevel: committeeGoal, commitmentLevel: commitment };
}

/** Through what a committee contributes to each council goal. */
export function contributionsOf(document: PlanDocument, committeeId: string): readonly Contribution[] {
  const names = new Map(document.councilGoals.map(({ id, name }) => [id, name]));
  return coverage(document)
    .filter(({ committee }) => committee === committeeId)
    .map((row) => ({ ...row, name: names.get(row.councilGoal) ?? row.councilGoal }));
}

import { type CoverageRow, coverage, isGap } from '../../domain/coverage.ts';
import type { LevelNames, PlanDocument } from '../../domain/plan-document.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';

/** How the committees contribute to the council's goals in the plan in force, by name. */
export interface CoverageOverview {
  readonly planTitle: string;
  readonly levelNames: LevelNames;
  /** The committees that it is about: one, or all that exist now. */
  readonly committees: readonly { readonly id: string; readonly name: string }[];
  /** Every council goal, in the plan's order. */
  readonly goals: readonly GoalCoverage[];
  readonly example: boolean;
}

export interface GoalCoverage {
  readonly number?: string;
  readonly name: string;
  /** One for each committee that contributes. */
  readonly contributions: readonly Contribution[];
  /** Ids of the committees that contribute with nothing: there the chain is broken. */
  readonly gaps: readonly string[];
}

/** Names of what connects a committee with a council goal. */
export interface Contribution {
  readonly committee: string;
  readonly committeeGoals: readonly string[];
  readonly commitments: readonly string[];
  readonly indicators: readonly string[];
}

/**
 * For one committee, or for all. It only says which links the decided plan has, and that is public; who may ask is the
 * asking place's rule. None before the first plan.
 */
export async function showCoverage(
  { plans, clock }: Pick<Ports, 'plans' | 'clock'>,
  committeeId?: string,
): Promise<CoverageOverview | undefined> {
  const inForce = await plans.current();
  return inForce && overviewOf(inForce.document, committeeId, stockholmDate(clock.now()));
}

function overviewOf(document: PlanDocument, committeeId: string | undefined, today: string): CoverageOverview {
  const rows =
    committeeId === undefined
      ? coverage(document, today)
      : coverage(document).filter(({ committee }) => committee === committeeId);
  const shown = new Set(rows.map(({ committee }) => committee));
  const names = namesIn(document);
  return {
    planTitle: document.title,
    levelNames: document.levelNames ?? {},
    committees: document.committees.filter(({ id }) => shown.has(id)).map(({ id, name }) => ({ id, name })),
    goals: document.councilGoals.map(({ id, number, name }) => {
      const own = rows.filter(({ councilGoal }) => councilGoal === id);
      return {
        ...(number === undefined ? {} : { number }),
        name,
        contributions: own.filter((row) => !isGap(row)).map((row) => contributionOf(row, names)),
        gaps: own.filter(isGap).map(({ committee }) => committee),
      };
    }),
    example: [document.committeeGoals, document.commitments, document.indicators].flat().some((part) => part.example),
  };
}

function contributionOf(row: CoverageRow, names: ReadonlyMap<string, string>): Contribution {
  const { committee, committeeGoals, commitments, indicators } = row;
  const named = (ids: readonly string[]): string[] => ids.map((id) => names.get(id) ?? id);
  return {
    committee,
    committeeGoals: named(committeeGoals),
    commitments: named(commitments),
    indicators: named(indicators),
  };
}

function namesIn({ committeeGoals, commitments, indicators }: PlanDocument): ReadonlyMap<string, string> {
  return new Map([committeeGoals, commitments, indicators].flat().map(({ id, name }) => [id, name]));
}

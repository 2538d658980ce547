import { existInTurn, existsIn } from './committee-validity.ts';
import { councilGoalByGoal } from './goal-tree.ts';
import type {
  CommitteeEntry,
  CouncilGoal,
  Decision,
  FollowUpEntry,
  LevelNames,
  PlanDocument,
  Vision,
} from './plan-document.ts';

/**
 * The governance model (styrmodell) as one plan fills it in: what the council has decided and what hangs on it, in counts.
 * No amounts and no outcomes, so it may be shown to anybody.
 */
export interface GovernanceModel {
  readonly title: string;
  readonly periodFrom: number;
  readonly periodTo: number;
  readonly decision?: Decision;
  readonly vision: Vision;
  readonly levelNames: LevelNames;
  /** In the plan's order; goals outside every area come last, in an area without a name. */
  readonly areas: readonly ModelArea[];
  /** Those that exist at some time in the plan period. */
  readonly committees: readonly ModelCommittee[];
  /** Goals with a state wished for at the end of the period. */
  readonly effects: number;
  /** Some committee goal is shared by several committees at once, and is then counted for each. */
  readonly sharesGoals: boolean;
  /** The kinds of follow-up that the plan has, each once, in the order of the year. */
  readonly reports: readonly ReportKind[];
  readonly example: boolean;
}

export interface ModelArea {
  readonly name?: string;
  readonly goals: readonly ModelGoal[];
}

export interface ModelGoal {
  readonly number?: string;
  readonly name: string;
  /** Sub-goals at any depth. */
  readonly subGoals: number;
  /** On the goal and its sub-goals. */
  readonly indicators: number;
  /** Those of them that have no target (nyckeltal). */
  readonly keyFigures: number;
}

/** What a committee's operational plan (verksamhetsplan) holds. */
export interface ModelCommittee {
  readonly name: string;
  readonly goals: number;
  readonly commitments: number;
  readonly activities: number;
}

export type ReportKind = FollowUpEntry['kind'];

const kindsInOrder = ['month', 'tertial', 'interim', 'annual'] as const;

export function governanceModel(document: PlanDocument): GovernanceModel {
  const { title, periodFrom, periodTo, decision, vision, levelNames = {} } = document;
  return {
    title,
    periodFrom,
    periodTo,
    ...(decision ? { decision } : {}),
    vision,
    levelNames,
    areas: areasOf(document),
    committees: document.committees
      .filter((committee) => existsIn(committee, document))
      .map((committee) => committeeOf(document, committee)),
    effects: document.councilGoals.filter(({ effect }) => effect).length,
    sharesGoals: document.committeeGoals.some(
      (goal) => !existInTurn(document.committees.filter(({ id }) => goal.committees.includes(id))),
    ),
    reports: kindsInOrder.filter((kind) => document.followUpPlan.some((entry) => entry.kind === kind)),
    example: [document.councilGoals, document.committeeGoals, document.commitments, document.indicators]
      .flat()
      .some((part) => part.example),
  };
}

function areasOf(document: PlanDocument): ModelArea[] {
  const known = new Set(document.goalAreas.map(({ id }) => id));
  const top = councilGoalByGoal(document);
  const goalsIn = (belongs: (area: string | undefined) => boolean): ModelGoal[] =>
    document.councilGoals.filter(({ goalArea }) => belongs(goalArea)).map((goal) => goalOf(document, goal, top));
  const areas = document.goalAreas.map(({ id, name }) => ({ name, goals: goalsIn((area) => area === id) }));
  const others = goalsIn((area) => area === undefined || !known.has(area));
  return others.length > 0 ? [...areas, { goals: others }] : areas;
}

function goalOf(
  { subGoals, indicators }: PlanDocument,
  { id, number, name }: CouncilGoal,
  top: ReadonlyMap<string, string | undefined>,
): ModelGoal {
  const own = indicators.filter(({ goal, subGoal }) => top.get(subGoal ?? goal ?? '') === id);
  return {
    ...(number === undefined ? {} : { number }),
    name,
    subGoals: subGoals.filter((subGoal) => top.get(subGoal.id) === id).length,
    indicators: own.length,
    keyFigures: own.filter(({ target }) => target === null).length,
  };
}

function committeeOf(document: PlanDocument, { id, name }: CommitteeEntry): ModelCommittee {
  const commitments = document.commitments.filter(({ committee }) => committee === id);
  return {
    name,
    goals: document.committeeGoals.filter(({ committees }) => committees.includes(id)).length,
    commitments: commitments.length,
    activities: commitments.flatMap(({ activities }) => activities).length,
  };
}

import { checkMerged } from './check-merged.ts';
import { type CommitteePart, isAnsweredBy, mergePart, othersOf } from './committee-part.ts';
import { existsIn } from './committee-validity.ts';
import { isGap } from './coverage.ts';
import { internalBudgets } from './internal-budget.ts';
import { contributionLevels, contributionsOf } from './part-overview.ts';
import type { BudgetEntry, CommitteeGoal, PlanDocument } from './plan-document.ts';
import { type PlanProblem, planError, planWarning } from './plan-problem.ts';
import { changesHandsIn } from './succession.ts';

/** A business area that the committee has reported outcomes of, in that year. */
export type ReportedArea = Pick<BudgetEntry, 'businessArea' | 'year'>;

const rules: readonly Rule[] = [checkRows, checkGoals, checkActivities, checkBudgets, checkContribution, checkMerged];

type Rule = (document: PlanDocument, part: CommitteePart) => readonly PlanProblem[];

/**
 * What is wrong with a committee's part beside the plan that it belongs to, with paths inside the part. An error keeps it
 * from being handed in. A part of another plan, or of no committee of this one, is not looked further into.
 */
export function checkPart(
  document: PlanDocument,
  part: CommitteePart,
  reported: readonly ReportedArea[],
): readonly PlanProblem[] {
  const whose = checkBelonging(document, part);
  if (whose.length > 0) return whose;
  return [...rules.flatMap((rule) => rule(document, part)), ...checkRemoved(document, part, reported)];
}

function checkBelonging(document: PlanDocument, part: CommitteePart): readonly PlanProblem[] {
  if (part.planId !== document.id) {
    return [planError('OTHER_PLAN', 'planId', { plan: part.planId, current: document.id, title: document.title })];
  }
  const committee = document.committees.find(({ id }) => id === part.committee);
  if (!committee) return [planError('UNKNOWN_REFERENCE', 'committee', { id: part.committee, list: 'committees' })];
  if (existsIn(committee, document)) return [];
  return [planError('COMMITTEE_NOT_VALID', 'committee', { committee: committee.name, plan: document.title })];
}

/** Every row is the committee's own. */
function checkRows(_document: PlanDocument, part: CommitteePart): readonly PlanProblem[] {
  const lists = { commitments: part.commitments, budgets: part.budgets };
  return Object.entries(lists).flatMap(([list, rows]) =>
    rows.flatMap(({ committee }, index) =>
      committee === part.committee
        ? []
        : [planError('OTHER_COMMITTEE', `${list}.${index}.committee`, { committee, own: part.committee })],
    ),
  );
}

/** Whether others share a goal, and what it says then, is not for one committee to decide. */
function checkGoals(document: PlanDocument, { committee, committeeGoals }: CommitteePart): readonly PlanProblem[] {
  return committeeGoals.flatMap((goal, index) => {
    const known = document.committeeGoals.find(({ id }) => id === goal.id);
    const others = othersOf(known, committee);
    if (others.length === 0 && othersOf(goal, committee).length === 0 && isAnsweredBy(goal, committee)) return [];
    if (known && others.length > 0 && saysTheSame(goal, known, committee)) return [];

    const path = `committeeGoals.${index}`;
    if (others.length === 0 && !isAnsweredBy(goal, committee)) {
      return [planError('GOAL_NOT_OWN', `${path}.committees`, { goal: goal.name, committee })];
    }
    if (known && others.length > 0 && !isAnsweredBy(known, committee)) {
      return [planError('DUPLICATE_ID', `${path}.id`, { id: goal.id, name: known.name })];
    }
    const shares = others.length > 0 ? others : othersOf(goal, committee);
    return [planError('SHARED_GOAL_CHANGED', path, { goal: known?.name ?? goal.name, committees: shares.join(', ') })];
  });
}

/** Alike in everything but whether this committee shares it. */
function saysTheSame(goal: CommitteeGoal, known: CommitteeGoal, committee: string): boolean {
  const content = (one: CommitteeGoal): string =>
    JSON.stringify([
      [one.number, one.name, one.source, one.example],
      [othersOf(one, committee), one.contributesTo, one.aliases].map((list) => [...list].sort()),
    ]);
  return content(goal) === content(known);
}

/** Somebody does it, in a known time: without that nobody can say that it is late. */
function checkActivities(_document: PlanDocument, { commitments }: CommitteePart): readonly PlanProblem[] {
  return commitments.flatMap((commitment, at) =>
    commitment.activities.flatMap(({ name, owner, startsOn, endsOn }, index) => {
      const path = `commitments.${at}.activities.${index}`;
      const facts = { activity: name, commitment: commitment.name };
      return [
        ...(owner === undefined ? [planError('ACTIVITY_WITHOUT_OWNER', `${path}.owner`, facts)] : []),
        ...(startsOn === undefined ? [planError('ACTIVITY_WITHOUT_DATES', `${path}.startsOn`, facts)] : []),
        ...(endsOn === undefined ? [planError('ACTIVITY_WITHOUT_DATES', `${path}.endsOn`, facts)] : []),
      ];
    }),
  );
}

/** To the krona: what the council has given is what is divided. */
function checkBudgets(document: PlanDocument, part: CommitteePart): readonly PlanProblem[] {
  return internalBudgets(document, part).flatMap(({ year, dividedKr, frameKr }) => {
    const facts = { committee: part.committee, year };
    // Then the frame is both committees', and the plan's own check holds them together against it.
    if (changesHandsIn(document, part.committee, year)) return [];
    if (frameKr === undefined) return [planWarning('FRAME_UNKNOWN', 'budgets', facts)];
    if (frameKr === dividedKr) return [];
    return [planError('FRAME_NOT_KEPT', 'budgets', { ...facts, frameKr, budgetKr: dividedKr })];
  });
}

/** The council's goals are everybody's. A gap is told and let through: the controller sees it, and takes it up. */
function checkContribution(document: PlanDocument, part: CommitteePart): readonly PlanProblem[] {
  const committee = document.committees.find(({ id }) => id === part.committee)?.name ?? part.committee;
  const levels = contributionLevels(document);
  return contributionsOf(mergePart(document, part), part.committee)
    .filter(isGap)
    .map(({ name }) => planWarning('NO_CONTRIBUTION', 'committeeGoals', { committee, goal: name, ...levels }));
}

function checkRemoved(
  document: PlanDocument,
  part: CommitteePart,
  reported: readonly ReportedArea[],
): readonly PlanProblem[] {
  const isIn = (areas: readonly ReportedArea[], { businessArea, year }: ReportedArea): boolean =>
    areas.some((area) => area.businessArea === businessArea && area.year === year);
  const own = <Row extends { readonly committee: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ committee }) => committee === part.committee);
  const brought = own(document.outcomes).map(({ businessArea, period }) => ({
    ...{ businessArea, year: Number(period.slice(0, 4)) },
  }));
  return own(document.budgets)
    .filter((area) => isIn([...reported, ...brought], area) && !isIn(part.budgets, area))
    .map(({ businessArea, businessAreaName, year }) =>
      planError('REMOVED_WITH_OUTCOMES', 'budgets', { id: businessArea, name: businessAreaName, year }),
    );
}

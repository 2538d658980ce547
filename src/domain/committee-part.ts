import type { Adoption, BudgetEntry, CommitteeGoal, PlanDocument } from './plan-document.ts';

/** A committee's own part of the plan, as it works it out itself (verksamhetsplan). */
export interface CommitteePart extends Pick<PlanDocument, 'committeeGoals' | 'commitments' | 'budgets'> {
  readonly planId: string;
  readonly committee: string;
}

/** What the plan has of a committee's own: goals that it answers for, alone or with others, commitments, internal budget. */
export function partOf(document: PlanDocument, committeeId: string): CommitteePart {
  return {
    planId: document.id,
    committee: committeeId,
    committeeGoals: document.committeeGoals.filter((goal) => isAnsweredBy(goal, committeeId)),
    commitments: document.commitments.filter(({ committee }) => committee === committeeId),
    budgets: document.budgets.filter((budget) => isOwnBudget(document, budget, committeeId)),
  };
}

/**
 * The plan with a committee's part in place of what it had. A goal shared with others stays as they know it: the part only
 * says whether this committee shares it. Everything that is not the committee's own stays, where it stands.
 */
export function mergePart(document: PlanDocument, part: CommitteePart): PlanDocument {
  const { committee } = part;
  return {
    ...document,
    committeeGoals: mergeGoals(document, part),
    commitments: fillPlaces(document.commitments, (one) => one.committee === committee, part.commitments),
    budgets: fillPlaces(document.budgets, (one) => isOwnBudget(document, one, committee), part.budgets),
  };
}

/** True when the committee has something else in the plan than it had before, and the part doesn't say the same. */
export function hasChangedSince(before: PlanDocument, document: PlanDocument, part: CommitteePart): boolean {
  const ownIn = (plan: PlanDocument): string => JSON.stringify(partOf(plan, part.committee));
  return ![before, mergePart(document, part)].some((plan) => ownIn(plan) === ownIn(document));
}

/** The plan with a part that its committee has adopted. A later decision takes the earlier one's place. */
export function adoptedPlan(document: PlanDocument, part: CommitteePart, decision: Adoption): PlanDocument {
  const isEarlier = ({ committee }: Adoption): boolean => committee === decision.committee;
  return {
    ...mergePart(document, part),
    operationalPlans: fillPlaces(document.operationalPlans, isEarlier, [decision]),
  };
}

export function isAnsweredBy({ committees }: CommitteeGoal, committeeId: string): boolean {
  return committees.includes(committeeId);
}

/** Only this committee answers for it. */
function isOwn(goal: CommitteeGoal, committeeId: string): boolean {
  return isAnsweredBy(goal, committeeId) && othersOf(goal, committeeId).length === 0;
}

/** The committees beside this one that answer for a goal. */
export function othersOf(goal: CommitteeGoal | undefined, committeeId: string): readonly string[] {
  return goal?.committees.filter((id) => id !== committeeId) ?? [];
}

function isOwnBudget(document: PlanDocument, { committee, year }: BudgetEntry, committeeId: string): boolean {
  return committee === committeeId && document.periodFrom <= year && year <= document.periodTo;
}

function mergeGoals(document: PlanDocument, { committee, committeeGoals }: CommitteePart): readonly CommitteeGoal[] {
  const ofOthers = new Set(document.committeeGoals.filter((goal) => !isOwn(goal, committee)).map(({ id }) => id));
  const shares = new Set(committeeGoals.filter((goal) => isAnsweredBy(goal, committee)).map(({ id }) => id));
  const goals = fillPlaces(
    document.committeeGoals,
    ({ id }) => !ofOthers.has(id),
    committeeGoals.filter(({ id }) => !ofOthers.has(id)),
  );
  return goals.map((goal) => (ofOthers.has(goal.id) ? shared(goal, committee, shares.has(goal.id)) : goal));
}

function shared(goal: CommitteeGoal, committeeId: string, shares: boolean): CommitteeGoal {
  if (isAnsweredBy(goal, committeeId) === shares) return goal;
  return { ...goal, committees: shares ? [...goal.committees, committeeId] : othersOf(goal, committeeId) };
}

/** Puts new items in the places of those that they replace; more of them follow the last one, or the whole list. */
function fillPlaces<Item>(
  items: readonly Item[],
  isReplaced: (item: Item) => boolean,
  replacement: readonly Item[],
): readonly Item[] {
  const last = items.findLastIndex(isReplaced);
  let next = 0;
  return [
    ...items.flatMap((item, index) => {
      if (!isReplaced(item)) return [item];
      const from = next;
      next = index === last ? replacement.length : next + 1;
      return replacement.slice(from, next);
    }),
    ...(last < 0 ? replacement : []),
  ];
}

import { checkPlan } from './check-plan.ts';
import { type CommitteePart, mergePart } from './committee-part.ts';
import type { PlanDocument } from './plan-document.ts';
import type { PlanProblem, PlanProblemCode } from './plan-problem.ts';

/**
 * What a part is judged by on its own: more strictly than the plan, or for its own committee only. So are the areas that it
 * drops though the plan brings outcomes of them.
 */
const JUDGED_ALONE: readonly PlanProblemCode[] = [
  'ACTIVITY_WITHOUT_OWNER',
  'ACTIVITY_WITHOUT_DATES',
  'FRAME_NOT_KEPT',
  'NOTHING_TO_FOLLOW',
  'NO_CONTRIBUTION',
];

const PLACE = /^current\.(committeeGoals|commitments|budgets)\.(\d+)(.*)$/;

/**
 * What the plan is told with the part in it: all that stands in the part, with its path there, and what the part newly breaks
 * elsewhere in the plan, with an empty path.
 */
export function checkMerged(document: PlanDocument, part: CommitteePart): readonly PlanProblem[] {
  const merged = mergePart(document, part);
  const known = new Set(checkPlan(document).map(contentOf));
  return checkPlan(merged)
    .filter(({ code, path }) => !JUDGED_ALONE.includes(code) && !path.startsWith('current.outcomes.'))
    .flatMap((problem) => {
      const path = pathInPart(merged, part, problem.path);
      if (path !== undefined) return [{ ...problem, path }];
      return known.has(contentOf(problem)) ? [] : [{ ...problem, path: '' }];
    });
}

/** Without its path: rows move when a part has more or fewer of them. */
function contentOf({ code, facts }: PlanProblem): string {
  return JSON.stringify([code, facts]);
}

function pathInPart(merged: PlanDocument, part: CommitteePart, path: string): string | undefined {
  const [, list, index, rest] = PLACE.exec(path) ?? [];
  if (list !== 'committeeGoals' && list !== 'commitments' && list !== 'budgets') return undefined;
  const item = merged[list][Number(index)];
  const at = part[list].findIndex(
    (one) => one === item || (list === 'committeeGoals' && item && 'id' in item && 'id' in one && one.id === item.id),
  );
  return at < 0 ? undefined : `${list}.${at}${rest}`;
}

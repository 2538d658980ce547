import { existsOn } from '../../domain/committee-validity.ts';
import { type DecidedChanges, decisionProblems } from '../../domain/decision-in-plan.ts';
import type { Month } from '../../domain/period.ts';
import type { PlanDocument } from '../../domain/plan-document.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import type { Ports } from '../../ports.ts';
import { type PlanOfPart, planOfPart } from '../planning/plan-of-part.ts';

/** The plan that a decision comes into: the newest version of the one that was in force when the council met. */
export async function planOfDecision(
  ports: Pick<Ports, 'plans'>,
  { date }: Pick<DecidedChanges, 'date'>,
): Promise<PlanOfPart | undefined> {
  const inForce = await ports.plans.forMonth(date.slice(0, 7) as Month);
  return inForce && planOfPart(ports, inForce.document.id);
}

/** Why the plan can't hold a decision. */
export function whyNotInPlan(
  { file, document }: PlanOfPart,
  period: Month,
  decision: DecidedChanges,
): ReportProblem | undefined {
  const committeeId = missingCommittee(document, decision);
  if (committeeId !== undefined) return { code: 'NO_SUCH_COMMITTEE', committeeId };
  const problems = decisionProblems(file, period, decision);
  if (problems.length === 0) return undefined;
  return { code: 'DOES_NOT_FIT_PLAN', what: [...new Set(problems.map(({ code }) => code))].join(', '), problems };
}

/** Money for an area follows the area to whoever holds it then; an order is for a committee that is there to take it. */
function missingCommittee(
  { committees }: PlanDocument,
  { date, appropriations, orders }: DecidedChanges,
): string | undefined {
  const there = new Map(committees.map((committee) => [committee.id, committee]));
  const unknown = [...appropriations, ...orders].find(({ committeeId }) => !there.has(committeeId));
  const gone = orders.find(({ committeeId }) => {
    const committee = there.get(committeeId);
    return committee && !existsOn(committee, date);
  });
  return (unknown ?? gone)?.committeeId;
}

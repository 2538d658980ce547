import { decisionInPlan, decisionText } from '../../domain/decision-in-plan.ts';
import { type Month, nextMonth } from '../../domain/period.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import type { CouncilDecision } from '../../domain/report-record.ts';
import type { Ports } from '../../ports.ts';
import type { PlanOfPart } from '../planning/plan-of-part.ts';
import { startAround } from '../planning/valid-from.ts';
import { planOfDecision, whyNotInPlan } from './plan-of-decision.ts';
import { settleDecision } from './settle-decision.ts';

export type CarryOutPorts = Pick<Ports, 'plans' | 'answers' | 'reports' | 'clock' | 'workingDays' | 'log'>;

/** A registered decision that has not come into the plan yet, and why not when the plan has no room for it. */
export interface WaitingDecision {
  readonly period: Month;
  readonly decision: CouncilDecision;
  readonly problem?: ReportProblem;
}

/** How often a plan that others change at the same moment is tried again. */
const TRIES = 5;

/**
 * Brings the council's decisions into the plan, as a new version of it: money as supplementary appropriations, orders as council
 * assignments. Each is done once whatever is interrupted: a version that says which decision it is about tells that it is in
 * the plan. One that fails, or that the plan has no room for any more, keeps no other waiting, and is tried again.
 */
export async function carryOutDecisions(ports: CarryOutPorts): Promise<void> {
  for (const { period, decision } of await ports.reports.decisionsToCarryOut()) {
    const facts = { event: 'decision', period, version: decision.version };
    try {
      await settleDecision(ports, period, decision);
      const problem = await carryOut(ports, period, decision);
      if (problem) ports.log.error({ ...facts, ...codesOf(problem) }, 'decision does not fit the plan');
    } catch (error) {
      ports.log.error({ ...facts, err: error }, 'decision could not be carried out');
    }
  }
}

/** What people are to be told: decisions that are registered and not in the plan, and what stands in their way. */
export async function decisionsWaiting(ports: Pick<Ports, 'plans' | 'reports'>): Promise<readonly WaitingDecision[]> {
  const waiting = await ports.reports.decisionsToCarryOut();
  return Promise.all(
    waiting.map(async ({ period, decision }) => {
      const plan = await planOfDecision(ports, decision);
      const problem: ReportProblem | undefined = plan ? whyNotInPlan(plan, period, decision) : { code: 'NO_PLAN' };
      return { period, decision, ...(problem && { problem }) };
    }),
  );
}

/** What stands in the way; none when it is in the plan. */
async function carryOut(
  ports: CarryOutPorts,
  period: Month,
  decision: CouncilDecision,
): Promise<ReportProblem | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const plan = await planOfDecision(ports, decision);
    if (!plan) return { code: 'NO_PLAN' };
    if (!(await isInPlan(ports, plan, period, decision))) {
      const problem = whyNotInPlan(plan, period, decision);
      if (problem) return problem;
      if ((await publish(ports, plan, period, decision)) === 'conflict') continue;
    }
    await ports.reports.carriedOut(period, decision.version);
    return undefined;
  }
  throw new Error(`The plan is changed by others all the time; the decision on ${period} waits`);
}

/** Also when somebody has changed or removed what came into the plan: that is theirs to do, and is not done over. */
async function isInPlan(
  { plans }: Pick<Ports, 'plans'>,
  { file }: PlanOfPart,
  period: Month,
  decision: CouncilDecision,
): Promise<boolean> {
  const reason = reasonOf(period, decision);
  if ((await plans.versions()).some((version) => version.reason === reason)) return true;
  return decisionInPlan(file, period, decision) === file;
}

async function publish(
  ports: CarryOutPorts,
  { file, document, basedOn }: PlanOfPart,
  period: Month,
  decision: CouncilDecision,
): Promise<'published' | 'unchanged' | 'conflict'> {
  const decided = decisionInPlan(file, period, decision);
  const receivers = [...new Set(decision.appropriations.map(({ committeeId }) => committeeId))];
  const open = await startAround(ports, document, decided.current, receivers);
  // What is decided on a report is not in it: the months that it is about stay as they were.
  const after = nextMonth(period);
  const validFrom = open > after ? open : after;
  const how = { validFrom, publishedBy: decision.by.upn, reason: reasonOf(period, decision) };
  const outcome = await ports.plans.publish(decided, how, basedOn);
  const facts = { event: 'audit', deed: 'carry-out-decision', period, version: decision.version, validFrom };
  if (outcome === 'published') ports.log.info(facts, 'plan changed');
  return outcome;
}

/** Says which decision a version of the plan is about: no other has the same. */
function reasonOf(period: Month, { registrationNumber, version, ...decision }: CouncilDecision): string {
  return `Fullmäktiges beslut ${decisionText(decision)}, ${registrationNumber}, om rapporten ${period}, version ${version}`;
}

function codesOf(problem: ReportProblem): object {
  return problem.code === 'DOES_NOT_FIT_PLAN' ? { code: problem.code, what: problem.what } : { code: problem.code };
}

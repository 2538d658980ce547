import { comparePlans } from '../../domain/compare-plans.ts';
import { committeesThatReport } from '../../domain/follow-up.ts';
import { type Month, monthOf, nextMonth } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlanChange } from '../../domain/plan-change.ts';
import type { PlanDocument } from '../../domain/plan-document.ts';
import { newestOf } from '../../domain/plan-versions.ts';
import { stockholmMonth } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';
import { findOpenFollowUp } from '../prompting/find-open-follow-up.ts';
import { cameWithPlan } from './store-opening-outcomes.ts';

/** The first month that a version is used for. `asks`: only a person can tell which of the two it is. */
export interface Start {
  readonly validFrom: Month;
  readonly asks?: { readonly open: Month; readonly next: Month };
}

/** What an answered month was reported against: a change of these must not slip in under it unseen. */
const REPORTED_AGAINST =
  /^(committees|budgets|frames|supplementaryAppropriations|areaMoves|(council|sub|committee)Goals|goalAreas|indicators|(grade(Scale|Rule)))\b/;
const PLAN_FIELDS_REPORTED_AGAINST = /^(gradeScale|gradeRule|deviationCommentLimit|period)/;

/**
 * When a version begins to apply, when nobody has said. A plan of a period to come: in its first month. Else in the month
 * that is open, unless people have answered it already and budgets, goals or indicators change. What the plan's newest
 * version holds back until a month to come waits with it: the new version has all of that in it.
 */
export async function startOf(
  ports: Pick<Ports, 'plans' | 'answers' | 'clock' | 'workingDays'>,
  document: PlanDocument,
  changes: readonly PlanChange[],
): Promise<Start> {
  const begins = monthOf(document.periodFrom, 1);
  const newest = newestOf(await ports.plans.versions(), document.id);
  const first = newest ? later(begins, newest.validFrom) : begins;
  const inForce = await ports.plans.current();
  if (!inForce) return { validFrom: first };

  const open = (await findOpenFollowUp(ports))?.followUp.period;
  if (open === undefined) return { validFrom: later(first, firstToCome(inForce.plan, ports.clock.now())) };
  if (open < first) return { validFrom: first };
  const committeeIds = committeesThatReport(inForce.plan, open).map(({ id }) => id);
  if (!changes.some(isReportedAgainst) || !(await isAnswered(ports, committeeIds, open))) return { validFrom: open };

  const next = nextMonth(open);
  return { validFrom: next, asks: { open, next } };
}

function isReportedAgainst({ list, field = '' }: PlanChange): boolean {
  return REPORTED_AGAINST.test(list) || (list === 'plan' && PLAN_FIELDS_REPORTED_AGAINST.test(field));
}

/** The same for a change that is about some committees alone: only their own answers stand in the way of the open month. */
export async function startAround(
  ports: Pick<Ports, 'plans' | 'answers' | 'clock' | 'workingDays'>,
  before: PlanDocument,
  after: PlanDocument,
  committeeIds: readonly string[],
): Promise<Month> {
  const { validFrom, asks } = await startOf(ports, after, comparePlans(before, after));
  if (!asks) return validFrom;
  return (await isAnswered(ports, committeeIds, asks.open)) ? asks.next : asks.open;
}

async function isAnswered(
  { answers }: Pick<Ports, 'answers'>,
  committeeIds: readonly string[],
  period: Month,
): Promise<boolean> {
  for (const id of committeeIds) {
    const stored = await answers.find(id, period);
    if (stored && !cameWithPlan(stored)) return true;
  }
  return false;
}

/** Before the first follow-up has opened, it is the first month that will be followed up; without any, this month. */
function firstToCome({ followUps }: Plan, now: Date): Month {
  const thisMonth = stockholmMonth(now);
  return followUps.map(({ period }) => period).reduce((one, other) => (other < one ? other : one), thisMonth);
}

function later(one: Month, other: Month): Month {
  return one > other ? one : other;
}

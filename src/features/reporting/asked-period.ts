import { followUpDates } from '../../domain/follow-up.ts';
import { type Month, monthNumber, monthOf, yearOf } from '../../domain/period.ts';
import type { FollowUp } from '../../domain/plan.ts';
import type { ReportKind } from '../../domain/report-content.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';
import type { PeriodAsked } from '../questions/interpret-report.ts';

export type PeriodProblem =
  | { readonly code: 'NO_PLAN' }
  | { readonly code: 'NO_SUCH_PERIOD'; readonly period: Month }
  | { readonly code: 'NOT_OPEN_YET'; readonly period: Month; readonly opensOn: string }
  /** The plan has no report of that kind, in that year when one was named. */
  | { readonly code: 'NO_SUCH_REPORT'; readonly kind?: ReportKind; readonly year?: number };

type PeriodPorts = Pick<Ports, 'plans' | 'workingDays' | 'clock'>;

/**
 * The follow-up that somebody means: the newest that has opened of those that the words fit. Of a report without further words
 * the newest report period, and a month's where the plan has had none.
 */
export async function findAskedPeriod(
  ports: PeriodPorts,
  asked: PeriodAsked,
): Promise<Result<FollowUp, PeriodProblem>> {
  const all = await followUpsAround(ports, asked.year);
  if (!all) return refused({ code: 'NO_PLAN' });
  const today = stockholmDate(ports.clock.now());
  const opensOn = (one: FollowUp): string => followUpDates(one, ports.workingDays).opensOn;
  const meant = all.filter((one) => fits(one, asked));
  const opened = meant.filter((one) => opensOn(one) <= today);
  const isOpenQuestion = asked.kind === undefined && asked.month === undefined;
  const found = (isOpenQuestion && opened.findLast(({ kind }) => kind !== 'month')) || opened.at(-1);
  if (found) return done(found);

  const [next] = meant;
  if (next) return refused({ code: 'NOT_OPEN_YET', period: next.period, opensOn: opensOn(next) });
  const { kind, month, year } = asked;
  if (month === undefined) {
    return refused({ code: 'NO_SUCH_REPORT', ...(kind && { kind }), ...(year !== undefined && { year }) });
  }
  return refused({ code: 'NO_SUCH_PERIOD', period: monthOf(year ?? Number(today.slice(0, 4)), month) });
}

/** A month that is named says more than what the report is called: T2 is an interim report to some. */
function fits({ period, kind }: FollowUp, asked: PeriodAsked): boolean {
  const isYear = asked.year === undefined || asked.year === yearOf(period);
  if (asked.month !== undefined) return isYear && asked.month === monthNumber(period);
  return isYear && (asked.kind === undefined || asked.kind === kind);
}

/** Those of the plan in force, and of an earlier year's plan when that year is named; oldest first. */
async function followUpsAround(
  { plans }: Pick<Ports, 'plans'>,
  year: number | undefined,
): Promise<readonly FollowUp[] | undefined> {
  const [current, then] = await Promise.all([
    plans.current(),
    year === undefined ? undefined : plans.forMonth(monthOf(year, 12)),
  ]);
  if (!current) return undefined;
  const known = [...current.plan.followUps, ...(then?.plan.followUps ?? [])];
  const byPeriod = new Map(known.toReversed().map((one) => [one.period, one]));
  return [...byPeriod.values()].toSorted((one, other) => one.period.localeCompare(other.period));
}

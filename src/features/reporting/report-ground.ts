import type { StoredAnswer } from '../../domain/answer.ts';
import type { CommitteeYear } from '../../domain/answers-behind.ts';
import { type Break, breaks } from '../../domain/breaks.ts';
import { committeesThatReport } from '../../domain/follow-up.ts';
import { isSameYear, type Month } from '../../domain/period.ts';
import type { Committee, FollowUp, Plan } from '../../domain/plan.ts';
import type { ReportRecord } from '../../domain/report-record.ts';
import { MUNICIPALITY, type PlanInForce, type Ports } from '../../ports.ts';

/** What is asked in a period, and of whom. */
export interface Asked {
  readonly inForce: PlanInForce;
  readonly followUp: FollowUp;
  readonly committees: readonly Committee[];
}

export async function findAsked({ plans }: Pick<Ports, 'plans'>, period: Month): Promise<Asked | undefined> {
  const inForce = await plans.forMonth(period);
  const followUp = inForce?.plan.followUps.find((one) => one.period === period);
  return inForce && followUp && { inForce, followUp, committees: committeesThatReport(inForce.plan, period) };
}

/** One query for each committee and year, each once. Read anew: what somebody signs or compiles is what is stored. */
export async function loadYears(
  { answers }: Pick<Ports, 'answers'>,
  years: readonly CommitteeYear[],
): Promise<StoredAnswer[]> {
  const once = new Map(years.map((one) => [`${one.committeeId}|${one.year}`, one]));
  const found = await Promise.all(
    [...once.values()].map(({ committeeId, year }) => answers.findYear(committeeId, year, 'fresh')),
  );
  return found.flat();
}

/** Plans of earlier months, as they stood then. */
export interface PlansThen {
  /** At each follow-up of the year, up to this one. */
  readonly plans: ReadonlyMap<Month, Plan>;
  /** What has changed since the follow-up before. */
  readonly breaks: readonly Break[];
}

export async function loadPlansThen(
  { plans }: Pick<Ports, 'plans'>,
  inForce: PlanInForce,
  period: Month,
): Promise<PlansThen> {
  const months = inForce.plan.followUps.map((one) => one.period).filter((month) => month < period);
  const before = months.toSorted().at(-1);
  const wanted = new Set(months.filter((month) => isSameYear(month, period) || month === before));
  const found = await Promise.all(
    [...wanted].map(async (month) => [month, (await plans.forMonth(month)) ?? inForce] as const),
  );
  const then = new Map(found);
  const last = before && then.get(before);
  const changed =
    before && last
      ? breaks({ document: last.document, month: before }, { document: inForce.document, month: period })
      : [];
  return { plans: new Map(found.map(([month, { plan }]) => [month, plan])), breaks: changed };
}

/** The municipality's own reports of the year's earlier periods that graded goals. */
export async function loadEarlier(
  { reports }: Pick<Ports, 'reports'>,
  { followUps }: Plan,
  period: Month,
): Promise<readonly ReportRecord[]> {
  const earlier = followUps.filter(
    (one) => one.asks.includes('goals') && one.period < period && isSameYear(one.period, period),
  );
  const found = await Promise.all(earlier.map((one) => reports.find(MUNICIPALITY, one.period)));
  return found.filter((record) => record !== undefined);
}

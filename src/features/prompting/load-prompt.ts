import type { StoredAnswer } from '../../domain/answer.ts';
import { type Break, breaks } from '../../domain/breaks.ts';
import { followUpDates } from '../../domain/follow-up.ts';
import { holdersOf } from '../../domain/holders.ts';
import { asksInvestments } from '../../domain/investment-questions.ts';
import { measuresOf } from '../../domain/measure-questions.ts';
import { type AlsoKnown, type MonthlyPrompt, monthlyPrompt } from '../../domain/monthly-prompt.ts';
import { type Month, yearOf } from '../../domain/period.ts';
import { businessAreasOf, type Committee, type FollowUp, findCommittee, type Plan } from '../../domain/plan.ts';
import type { AgreedMeasure } from '../../domain/report-record.ts';
import type { PlanInForce, Ports } from '../../ports.ts';
import { agreedMeasures } from './agreed-measures.ts';

/** A month's questions, with the plan that they are asked against. */
export interface LoadedPrompt extends Pick<PlanInForce, 'plan' | 'version'> {
  readonly prompt: MonthlyPrompt;
}

export type LoadPorts = Pick<Ports, 'plans' | 'answers' | 'reports' | 'workingDays' | 'clock'>;

/** The month's questions to a committee, with what is known; none when the plan has no such committee or follow-up. */
export async function loadPrompt(
  ports: LoadPorts,
  committeeId: string,
  period: Month,
): Promise<LoadedPrompt | undefined> {
  const inForce = await ports.plans.forMonth(period);
  const committee = inForce && findCommittee(inForce.plan, committeeId);
  const followUp = inForce?.plan.followUps.find((candidate) => candidate.period === period);
  if (!committee || !followUp) return undefined;

  const { plan, version } = inForce;
  const [answers, measures] = await Promise.all([
    loadAnswers(ports, plan, committee, period),
    loadMeasures(ports, plan, committee, period),
  ]);
  const dates = followUpDates(followUp, ports.workingDays);
  const breaks = await breaksSinceLast(ports.plans, inForce, period, answers);
  const also = await loadAlso(ports, inForce, { committee, followUp, measures, answers });
  return { plan, version, prompt: monthlyPrompt(plan, committee, followUp, dates, answers, { breaks, ...also }) };
}

/** What joint reviews have agreed with the committee, done or not. */
async function loadMeasures(
  ports: LoadPorts,
  plan: Plan,
  committee: Committee,
  period: Month,
): Promise<readonly AgreedMeasure[]> {
  return measuresOf(await agreedMeasures(ports), holdersOf(plan, committee), period);
}

interface KnownSoFar {
  readonly committee: Committee;
  readonly followUp: FollowUp;
  readonly measures: readonly AgreedMeasure[];
  /** Of the year, from before the month. */
  readonly answers: readonly StoredAnswer[];
}

/** For a report period, and where measures were agreed in an earlier year: also what has been answered since then. */
async function loadAlso(
  ports: LoadPorts,
  { plan, document }: PlanInForce,
  { committee, followUp, measures: agreed, answers }: KnownSoFar,
): Promise<Pick<AlsoKnown, 'report' | 'measures'>> {
  const { id: committeeId } = committee;
  const asksReport = isReport(followUp) || asksInvestments({ document, committeeId, followUp });
  const sinceYears = [...(asksReport ? [plan.periodFrom] : []), ...agreed.map(({ period }) => yearOf(period))];
  const before = await loadYearsBefore(ports, plan, committee, sinceYears, yearOf(followUp.period));
  const ofPlan = [...before.filter(({ period }) => yearOf(period) >= plan.periodFrom), ...answers];
  const { indicators } = plan;
  return {
    ...(asksReport ? { report: { document, indicators, committeeId, followUp, answers: ofPlan } } : {}),
    ...(agreed.length > 0 ? { measures: { agreed, answers: [...before, ...answers] } } : {}),
  };
}

function isReport({ asks }: FollowUp): boolean {
  return asks.includes('goals') || asks.includes('activities');
}

/** From the earliest of some years to the one before, of the committee and of the one it has taken over from. */
async function loadYearsBefore(
  { answers }: Pick<Ports, 'answers'>,
  plan: Plan,
  committee: Committee,
  since: readonly number[],
  year: number,
): Promise<readonly StoredAnswer[]> {
  const first = Math.min(year, ...since);
  const years = Array.from({ length: year - first }, (_, at) => first + at);
  const ids = holdersOf(plan, committee).map(({ id }) => id);
  const found = await Promise.all(ids.flatMap((id) => years.map((one) => answers.findYear(id, one))));
  return found.flat();
}

/** The year's answers from before the month: the committee's own, and those of committees that it has taken over from. */
async function loadAnswers(
  { answers }: Pick<Ports, 'answers'>,
  plan: Plan,
  committee: Committee,
  period: Month,
): Promise<StoredAnswer[]> {
  const year = yearOf(period);
  const holders = [undefined, ...businessAreasOf(plan, committee.id, year)].flatMap((area) =>
    holdersOf(plan, committee, area),
  );
  const ids = new Set(holders.filter(({ until }) => !until || yearOf(until) === year).map(({ id }) => id));
  const found = await Promise.all([...ids].map((id) => answers.findYear(id, year)));
  return found.flat().filter((stored) => stored.period < period);
}

async function breaksSinceLast(
  plans: Ports['plans'],
  { document }: PlanInForce,
  month: Month,
  answers: readonly StoredAnswer[],
): Promise<readonly Break[]> {
  const [last] = answers.map(({ period }) => period).toSorted((one, other) => other.localeCompare(one));
  const then = last && (await plans.forMonth(last));
  if (!then) return [];
  const known = breaksKnown.get(document) ?? new Map<string, readonly Break[]>();
  breaksKnown.set(document, known);
  const key = `${then.version}|${last}|${month}`;
  const found = known.get(key) ?? breaks({ document: then.document, month: last }, { document, month });
  known.set(key, found);
  return found;
}

/** Two plans are compared once, not at every press: by the later one, for as long as it is in use. */
const breaksKnown = new WeakMap<PlanInForce['document'], Map<string, readonly Break[]>>();

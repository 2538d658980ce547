import type { StoredAnswer } from '../../domain/answer.ts';
import { type Break, breaks } from '../../domain/breaks.ts';
import { followUpDates } from '../../domain/follow-up.ts';
import { holdersOf } from '../../domain/holders.ts';
import { type MonthlyPrompt, monthlyPrompt } from '../../domain/monthly-prompt.ts';
import { type Month, yearOf } from '../../domain/period.ts';
import { businessAreasOf, type Committee, type FollowUp, findCommittee, type Plan } from '../../domain/plan.ts';
import type { ReportBasis } from '../../domain/report-questions.ts';
import type { PlanInForce, Ports } from '../../ports.ts';

/** A month's questions, with the plan that they are asked against. */
export interface LoadedPrompt extends Pick<PlanInForce, 'plan' | 'version'> {
  readonly prompt: MonthlyPrompt;
}

type LoadPorts = Pick<Ports, 'plans' | 'answers' | 'workingDays'>;

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
  const answers = await loadAnswers(ports, plan, committee, period);
  const dates = followUpDates(followUp, ports.workingDays);
  const breaks = await breaksSinceLast(ports.plans, inForce, period, answers);
  const report = await loadReport(ports, inForce, committee, followUp, answers);
  return { plan, version, prompt: monthlyPrompt(plan, committee, followUp, dates, answers, { breaks, ...report }) };
}

/** For a report period only: also what has been answered in the plan's earlier years. */
async function loadReport(
  ports: Pick<Ports, 'answers'>,
  { plan, document }: PlanInForce,
  committee: Committee,
  followUp: FollowUp,
  ofYear: readonly StoredAnswer[],
): Promise<{ readonly report?: ReportBasis }> {
  if (!followUp.asks.includes('goals') && !followUp.asks.includes('activities')) return {};
  const year = yearOf(followUp.period);
  const before = Array.from({ length: Math.max(0, year - plan.periodFrom) }, (_, at) => plan.periodFrom + at);
  const ids = holdersOf(plan, committee).map(({ id }) => id);
  const found = await Promise.all(ids.flatMap((id) => before.map((one) => ports.answers.findYear(id, one))));
  const { indicators } = plan;
  const answers = [...found.flat(), ...ofYear];
  return { report: { document, indicators, committeeId: committee.id, followUp, answers } };
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

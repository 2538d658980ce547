import type { StoredAnswer } from './answer.ts';
import { assessIndicator } from './assess-indicator.ts';
import { budgetsAsOf } from './budgets-as-of.ts';
import { existsIn } from './committee-validity.ts';
import type { IndicatorValue } from './indicator.ts';
import { withReported } from './indicator-series.ts';
import { MUNICIPALITY } from './municipality.ts';
import { type Month, monthOf } from './period.ts';
import type {
  Activity,
  Commitment,
  CommitteeEntry,
  CouncilGoal,
  FollowUpEntry,
  IndicatorEntry,
  Investment,
  PlanDocument,
  PlanFile,
  SubGoal,
  ValueEntry,
  WorkStatus,
} from './plan-document.ts';
import { type ReportedValues, reportedValues } from './reported-values.ts';
import { toPlan } from './to-plan.ts';

/** What a coming year's plan is prefilled from. */
export interface YearBehind {
  readonly file: PlanFile;
  /** The year that has been reported. */
  readonly year: number;
  /** The newest answers of all committees since the plan began. */
  readonly answers: readonly StoredAnswer[];
}

/** Words that only people read, in the plan's language. */
export interface NextYearWords {
  readonly title: (from: number, to: number) => string;
  /** Where a baseline comes from. */
  readonly source: string;
  /** Beside a budget that the council has not decided yet. */
  readonly toDecide: string;
}

/**
 * The plan of the coming year as a proposal to work on: a period of the same length that begins a year later. Goals, indicators,
 * people and calendar are carried over; the last outcomes are the new baselines; what is done or cancelled is left out. Budgets stand
 * at what the year ended with, for the council to decide. Nothing in it is decided.
 */
export function nextYearsPlan({ file, year, answers }: YearBehind, words: NextYearWords): PlanFile {
  const { current } = file;
  const from = year + 1;
  const to = from + (current.periodTo - current.periodFrom);
  const { decision: _, ...kept } = current;
  const period = { periodFrom: from, periodTo: to };
  const committees = current.committees.filter((one) => existsIn(one, period));
  const there = new Set(committees.map(({ id }) => id));
  const statusOf = lastStatuses(answers);
  const reported = reportedValues(current, answers);
  const next: PlanDocument = {
    ...kept,
    ...period,
    id: `${from}-${to}`,
    title: words.title(from, to),
    committees: committees.map((one) => withoutGone(one, there)),
    councilGoals: current.councilGoals.map((goal) => withoutGoneEffects(goal, there)),
    subGoals: current.subGoals.map((goal) => withoutGoneEffects(goal, there)),
    committeeGoals: current.committeeGoals.map((goal) => ({ ...goal, committees: goal.committees.filter(in_(there)) })),
    indicators: indicatorsWith(current, reported, monthOf(year, 12), { ...words, year, there }),
    goalGrades: [],
    councilAssignments: current.councilAssignments
      .map((one) => ({ ...one, status: statusOf(one.id, one.status) }))
      .filter(({ committee, status }) => isLeft(status) && there.has(committee)),
    investments: current.investments.filter(({ committee }) => there.has(committee)).map(withFigures(answers)),
    frames: current.frames.filter((frame) => frame.year >= from && there.has(frame.committee)),
    supplementaryAppropriations: current.supplementaryAppropriations.filter(({ validFrom }) => isFrom(validFrom, from)),
    areaMoves: current.areaMoves.filter(({ validFrom }) => isFrom(validFrom, from)),
    channels: current.channels.filter(({ scope }) => scope === MUNICIPALITY || there.has(scope)),
    commitments: current.commitments
      .filter(({ committee }) => there.has(committee))
      .map((one) => withStatus(one, statusOf))
      .filter(({ status, activities }) => isLeft(status) || activities.length > 0),
    budgets: budgetsFor(current, year, there, words.toDecide),
    outcomes: [],
    contacts: current.contacts.filter(({ committee }) => committee === null || there.has(committee)),
    followUpPlan: calendarFor(current.followUpPlan, year),
    operationalPlans: [],
  };
  return { current: next, archive: file.archive };
}

function in_(ids: ReadonlySet<string>): (id: string) => boolean {
  return (id) => ids.has(id);
}

/** A committee that has ended is named no more. */
function withoutGone({ succeeds, ...committee }: CommitteeEntry, there: ReadonlySet<string>): CommitteeEntry {
  return succeeds !== undefined && there.has(succeeds) ? { ...committee, succeeds } : committee;
}

function withoutGoneEffects<Goal extends CouncilGoal | SubGoal>(goal: Goal, there: ReadonlySet<string>): Goal {
  return { ...goal, committeeEffects: goal.committeeEffects.filter(({ committee }) => there.has(committee)) };
}

function isFrom(day: string, year: number): boolean {
  return Number(day.slice(0, 4)) >= year;
}

function isLeft(status: WorkStatus): boolean {
  return status !== 'done' && status !== 'cancelled';
}

type StatusOf = (id: string, planned: WorkStatus) => WorkStatus;

/** As last said of each, else as the plan has it. */
function lastStatuses(answers: readonly StoredAnswer[]): StatusOf {
  const said = new Map<string, WorkStatus>();
  for (const { answer } of inOrder(answers)) for (const { workId, status } of answer.work) said.set(workId, status);
  return (id, planned) => said.get(id) ?? planned;
}

function inOrder(answers: readonly StoredAnswer[]): readonly StoredAnswer[] {
  return answers.toSorted((one, other) => one.period.localeCompare(other.period));
}

function withStatus(commitment: Commitment, statusOf: StatusOf): Commitment {
  const activities = commitment.activities
    .map((one): Activity => ({ ...one, status: statusOf(one.id, one.status) }))
    .filter(({ status }) => isLeft(status));
  return { ...commitment, status: statusOf(commitment.id, commitment.status), activities };
}

/** The figures that were reported last, with the month that they are of. */
function withFigures(answers: readonly StoredAnswer[]): (investment: Investment) => Investment {
  const ordered = inOrder(answers);
  return (investment) => {
    const found = ordered.findLast(
      ({ committeeId, answer }) =>
        committeeId === investment.committee &&
        answer.investments.some(({ project }) => project === investment.project),
    );
    const said = found?.answer.investments.find(({ project }) => project === investment.project);
    if (!found || said?.outcome.kind !== 'value' || said.forecast.kind !== 'value') return investment;
    const figures = { outcomeKr: said.outcome.amountKr, forecastKr: said.forecast.amountKr };
    return { ...investment, ...figures, period: found.period };
  };
}

interface IndicatorChange {
  readonly year: number;
  readonly source: string;
  readonly there: ReadonlySet<string>;
}

/** With what was reported among their values, and the last outcome as baseline. */
function indicatorsWith(
  document: PlanDocument,
  reported: ReportedValues,
  month: Month,
  { year, source, there }: IndicatorChange,
): readonly IndicatorEntry[] {
  const used = new Map(toPlan(document, month).indicators.map((indicator) => [indicator.id, indicator]));
  return document.indicators.map((entry) => {
    const said = reported.get(entry.id) ?? [];
    const indicator = used.get(entry.id);
    const value =
      indicator && assessIndicator(indicator, { period: month, values: withReported(indicator, said) }).value;
    const { totalReportedBy, ...kept } = entry;
    return {
      ...kept,
      ...(totalReportedBy !== undefined && there.has(totalReportedBy) && { totalReportedBy }),
      committees: entry.committees.filter(in_(there)),
      yearlyTargets: entry.yearlyTargets.filter((target) => target.year > year),
      ...(value && { baseline: { ...baselineOf(value), source } }),
      values: withValues(entry.values, said.filter(isTotal).map(toEntry(source))),
      committeeValues: withCommitteeValues(entry, said, source).filter(({ committee }) => there.has(committee)),
    };
  });
}

function isTotal({ committeeId }: IndicatorValue): boolean {
  return committeeId === undefined;
}

function baselineOf({ period, value, example }: IndicatorValue) {
  return { period, value, ...(example ? { example } : {}) };
}

function toEntry(source: string): (value: IndicatorValue) => ValueEntry {
  return ({ period, value, group, respondents, example }) => ({
    ...{ period, value, source },
    ...(group === undefined ? {} : { group }),
    ...(respondents === undefined ? {} : { respondents }),
    ...(example ? { example } : {}),
  });
}

/** What was reported for a period stands in the place of what the plan had. */
function withValues(planned: readonly ValueEntry[], said: readonly ValueEntry[]): readonly ValueEntry[] {
  const key = ({ period, group }: ValueEntry) => `${period}|${group ?? ''}`;
  return [...new Map([...planned, ...said].map((value) => [key(value), value])).values()];
}

function withCommitteeValues(
  entry: IndicatorEntry,
  said: readonly IndicatorValue[],
  source: string,
): IndicatorEntry['committeeValues'] {
  const own = said.flatMap((value) =>
    value.committeeId === undefined ? [] : [{ ...toEntry(source)(value), committee: value.committeeId }],
  );
  const key = ({ period, group, committee }: IndicatorEntry['committeeValues'][number]) =>
    `${period}|${group ?? ''}|${committee}`;
  return [...new Map([...entry.committeeValues, ...own].map((value) => [key(value), value])).values()];
}

/** What is decided for the coming years already; else the year's budget as it ended, with all that the council had added. */
function budgetsFor(
  document: PlanDocument,
  year: number,
  there: ReadonlySet<string>,
  toDecide: string,
): PlanDocument['budgets'] {
  const decided = document.budgets.filter((one) => one.year > year && there.has(one.committee));
  const known = new Set(decided.map((one) => `${one.businessArea}|${one.year}`));
  const ended = budgetsAsOf(document, monthOf(year, 12)).areas.filter(
    (area) => area.year === year && there.has(area.committeeId) && !known.has(`${area.id}|${year + 1}`),
  );
  return [
    ...decided,
    ...ended.map(({ id, committeeId, name, netBudgetKr, feeFinanced, example }) => ({
      ...{ committee: committeeId, businessArea: id, businessAreaName: name, year: year + 1, netBudgetKr },
      ...(feeFinanced ? { feeFinanced } : {}),
      note: toDecide,
      ...(example ? { example } : {}),
    })),
  ];
}

/** What the plan has for the coming years; else the year's occasions once more. */
function calendarFor(followUps: readonly FollowUpEntry[], year: number): readonly FollowUpEntry[] {
  const coming = followUps.filter((one) => one.year > year);
  if (coming.length > 0) return coming;
  return followUps
    .filter((one) => one.year === year)
    .map((one) => ({ ...one, year: year + 1, period: `${year + 1}${one.period.slice(4)}` }));
}

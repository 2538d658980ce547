import { readLadderStep } from './ladder.ts';
import type { PlanDocument } from './plan-document.ts';
import { type PlanProblem, planError, planWarning } from './plan-problem.ts';
import { workingDay } from './to-plan.ts';

/** Dates and years: in order, and within the plan period. History from before it is normal, and so is no problem. */
export function checkDates(plan: PlanDocument): PlanProblem[] {
  return [...checkOrder(plan), ...checkPeriod(plan), ...checkFollowUps(plan)];
}

function checkOrder(plan: PlanDocument): PlanProblem[] {
  return [
    ...ordered('current.periodTo', plan.title, String(plan.periodFrom), String(plan.periodTo)),
    ...plan.committees.flatMap(({ name, validFrom, validTo }, at) =>
      ordered(`current.committees.${at}.validTo`, name, validFrom, validTo),
    ),
    ...plan.councilAssignments.flatMap(({ id, decidedAt, dueOn }, at) =>
      ordered(`current.councilAssignments.${at}.dueOn`, id, decidedAt, dueOn),
    ),
    ...plan.commitments.flatMap((commitment, at) => [
      ...ordered(`current.commitments.${at}.endsOn`, commitment.name, commitment.startsOn, commitment.endsOn),
      ...commitment.activities.flatMap(({ name, startsOn, endsOn }, index) =>
        ordered(`current.commitments.${at}.activities.${index}.endsOn`, name, startsOn, endsOn),
      ),
    ]),
  ];
}

function ordered(path: string, item: string, from: string | undefined, to: string | undefined): PlanProblem[] {
  if (from === undefined || to === undefined || from <= to) return [];
  return [planError('DATES_REVERSED', path, { item, from, to })];
}

function checkPeriod(plan: PlanDocument): PlanProblem[] {
  const { periodFrom, periodTo } = plan;
  const isOutside = (date: string | number): boolean => yearIn(date) < periodFrom || yearIn(date) > periodTo;
  const facts = (date: string | number) => ({ date: String(date), from: periodFrom, to: periodTo });
  const outside = (path: string, date: string | number): PlanProblem[] =>
    isOutside(date) ? [planError('OUTSIDE_PLAN_PERIOD', path, facts(date))] : [];
  const after = (path: string, date: string | number): PlanProblem[] =>
    yearIn(date) > periodTo ? [planWarning('OUTSIDE_PLAN_PERIOD', path, facts(date))] : [];
  return [
    ...[...plan.councilGoals.map(effectsAt('councilGoals')), ...plan.subGoals.map(effectsAt('subGoals'))]
      .flat()
      .flatMap(({ path, by }) => (isOutside(by) ? [planWarning('OUTSIDE_PLAN_PERIOD', path, facts(by))] : [])),
    ...plan.indicators.flatMap(({ yearlyTargets, values, committeeValues }, at) => [
      ...yearlyTargets.flatMap(({ year }, index) =>
        outside(`current.indicators.${at}.yearlyTargets.${index}.year`, year),
      ),
      ...values.flatMap(({ period }, index) => after(`current.indicators.${at}.values.${index}.period`, period)),
      ...committeeValues.flatMap(({ period }, index) =>
        after(`current.indicators.${at}.committeeValues.${index}.period`, period),
      ),
    ]),
    ...plan.frames.flatMap(({ year }, at) => outside(`current.frames.${at}.year`, year)),
    ...plan.supplementaryAppropriations.flatMap(({ validFrom }, at) =>
      outside(`current.supplementaryAppropriations.${at}.validFrom`, validFrom),
    ),
    ...plan.budgets.flatMap(({ year }, at) => outside(`current.budgets.${at}.year`, year)),
    ...plan.followUpPlan.flatMap(({ period }, at) => outside(`current.followUpPlan.${at}.period`, period)),
    ...plan.councilAssignments.flatMap(({ dueOn }, at) => after(`current.councilAssignments.${at}.dueOn`, dueOn)),
    ...plan.commitments.flatMap(({ endsOn }, at) =>
      endsOn === undefined ? [] : after(`current.commitments.${at}.endsOn`, endsOn),
    ),
  ];
}

/** `2026`, `2026-10` and `2026-10-31` are all in 2026. */
function yearIn(date: string | number): number {
  return typeof date === 'number' ? date : Number(date.slice(0, 4));
}

type Goal = PlanDocument['councilGoals'][number] | PlanDocument['subGoals'][number];

function effectsAt(list: string) {
  return ({ effect, committeeEffects }: Goal, at: number): { path: string; by: number }[] => [
    ...(effect ? [{ path: `current.${list}.${at}.effect.by`, by: effect.by }] : []),
    ...committeeEffects.map(({ by }, index) => ({ path: `current.${list}.${at}.committeeEffects.${index}.by`, by })),
  ];
}

function checkFollowUps({ followUpPlan, committees }: PlanDocument): PlanProblem[] {
  const asked = new Map<string, Set<string>>();
  return followUpPlan.flatMap((followUp, at) => {
    const { year, period, opens, due } = followUp;
    const path = `current.followUpPlan.${at}`;
    const before = asked.get(period) ?? new Set();
    asked.set(period, before);
    const asks = followUp.committees ?? committees.map(({ id }) => id);
    const twice = asks.filter((id) => before.has(id));
    for (const id of asks) before.add(id);
    return [
      ...(yearIn(period) === year ? [] : [planError('OTHER_YEAR', `${path}.year`, { year, period })]),
      ...(workingDay(opens) <= workingDay(due)
        ? []
        : [planError('DUE_BEFORE_OPENING', `${path}.due`, { period, opens, due })]),
      ...(twice.length > 0 ? [planError('FOLLOW_UP_TWICE', path, { period, committees: twice.join(', ') })] : []),
      ...checkReminders(followUp, path),
    ];
  });
}

/** Only who got the form on an earlier day is reminded: a reminder that comes no later than the form goes to nobody. */
function checkReminders(
  { period, opens, due, reminders }: PlanDocument['followUpPlan'][number],
  path: string,
): PlanProblem[] {
  return reminders.flatMap((phrase, at) => {
    const { kind, workingDays } = readLadderStep(phrase);
    const isTooEarly = kind === 'reminder' && workingDay(due) + workingDays <= workingDay(opens);
    const facts = { period, opens, number: at + 1 };
    return isTooEarly ? [planWarning('REMINDER_BEFORE_FORM', `${path}.reminders.${at}`, facts)] : [];
  });
}

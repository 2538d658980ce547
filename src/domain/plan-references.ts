import { MUNICIPALITY } from './municipality.ts';
import type { PlanDocument } from './plan-document.ts';

/** The lists that ids are looked for in; `goals` are the three levels of goals together. */
export type ReferredList =
  | 'committees'
  | 'councilGoals'
  | 'councilAndSubGoals'
  | 'subGoals'
  | 'committeeGoals'
  | 'goals'
  | 'goalAreas'
  | 'gradeScale';

/** One place in a plan that names something else in it. */
export interface PlanReference {
  readonly list: ReferredList;
  readonly id: string;
  readonly path: string;
}

/** Everything in a plan that names something else in it by a single id, in the order of the file. */
export function referencesOf(plan: PlanDocument): PlanReference[] {
  return [
    ...(plan.gradeRule?.steps ?? []).flatMap(({ grade }, at) =>
      named('gradeScale', `current.gradeRule.steps.${at}.grade`, grade),
    ),
    ...ofGoals(plan),
    ...plan.indicators.flatMap(ofIndicator),
    ...plan.goalGrades.flatMap((graded, at) => [
      ...named('goals', `current.goalGrades.${at}.goal`, graded.goal),
      ...named('committees', `current.goalGrades.${at}.committee`, graded.committee),
      ...named('gradeScale', `current.goalGrades.${at}.grade`, graded.grade),
    ]),
    ...ofCommittees(plan),
  ];
}

function ofGoals({ councilGoals, subGoals, committeeGoals, commitments }: PlanDocument): PlanReference[] {
  return [
    ...councilGoals.flatMap(({ goalArea, committeeEffects }, at) => [
      ...named('goalAreas', `current.councilGoals.${at}.goalArea`, goalArea),
      ...ofRows(`current.councilGoals.${at}.committeeEffects`, committeeEffects),
    ]),
    ...subGoals.flatMap(({ parent, committeeEffects }, at) => [
      ...named('councilAndSubGoals', `current.subGoals.${at}.parent`, parent),
      ...ofRows(`current.subGoals.${at}.committeeEffects`, committeeEffects),
    ]),
    ...committeeGoals.flatMap(({ committees, contributesTo }, at) => [
      ...each('committees', `current.committeeGoals.${at}.committees`, committees),
      ...each('councilAndSubGoals', `current.committeeGoals.${at}.contributesTo`, contributesTo),
    ]),
    ...commitments.flatMap(({ committeeGoal }, at) =>
      named('committeeGoals', `current.commitments.${at}.committeeGoal`, committeeGoal),
    ),
  ];
}

function ofIndicator(indicator: PlanDocument['indicators'][number], at: number): PlanReference[] {
  const path = `current.indicators.${at}`;
  return [
    ...named('councilGoals', `${path}.goal`, indicator.goal),
    ...named('subGoals', `${path}.subGoal`, indicator.subGoal),
    ...named('committeeGoals', `${path}.committeeGoal`, indicator.committeeGoal),
    ...each('committees', `${path}.committees`, indicator.committees),
    ...ofRows(`${path}.committeeValues`, indicator.committeeValues),
    ...named('committees', `${path}.totalReportedBy`, indicator.totalReportedBy),
  ];
}

const listsOfCommittees = [
  'councilAssignments',
  'investments',
  'frames',
  'supplementaryAppropriations',
  'commitments',
  'budgets',
  'outcomes',
  'contacts',
  'operationalPlans',
] as const;

function ofCommittees(plan: PlanDocument): PlanReference[] {
  return [
    ...listsOfCommittees.flatMap((list) => ofRows(`current.${list}`, plan[list])),
    ...plan.areaMoves.flatMap(({ from, to }, at) => [
      ...named('committees', `current.areaMoves.${at}.from`, from),
      ...named('committees', `current.areaMoves.${at}.to`, to),
    ]),
    ...plan.channels.flatMap(({ scope }, at) =>
      scope === MUNICIPALITY ? [] : named('committees', `current.channels.${at}.scope`, scope),
    ),
    ...plan.committees.flatMap(({ succeeds }, at) =>
      named('committees', `current.committees.${at}.succeeds`, succeeds),
    ),
    ...plan.followUpPlan.flatMap(({ committees = [] }, at) =>
      each('committees', `current.followUpPlan.${at}.committees`, committees),
    ),
  ];
}

function ofRows(path: string, rows: readonly { readonly committee: string | null }[]): PlanReference[] {
  return rows.flatMap(({ committee }, at) => named('committees', `${path}.${at}.committee`, committee ?? undefined));
}

function each(list: ReferredList, path: string, ids: readonly string[]): PlanReference[] {
  return ids.flatMap((id, at) => named(list, `${path}.${at}`, id));
}

function named(list: ReferredList, path: string, id: string | undefined): PlanReference[] {
  return id === undefined ? [] : [{ list, id, path }];
}

import type { PlanDocument } from './plan-document.ts';

/** The lists of a plan, and what their rows are. */
type Rows<Whole> = {
  readonly [List in keyof Whole as Whole[List] extends readonly object[]
    ? List
    : never]: Whole[List] extends readonly (infer Row)[] ? Row : never;
};
type PlanRows = Rows<PlanDocument>;

/** What a row is called among the others of its list: its id, or what it is about. A new list without names does not compile. */
type Names<Lists> = { readonly [List in keyof Lists]: (row: Lists[List]) => string };

const byId = ({ id }: { readonly id: string }): string => id;

export const itemNames: Names<PlanRows> = {
  gradeScale: byId,
  goalAreas: byId,
  councilGoals: byId,
  subGoals: byId,
  committeeGoals: byId,
  indicators: byId,
  goalGrades: ({ goal, committee, period }) => words(goal, committee, period),
  councilAssignments: byId,
  investments: ({ committee, project }) => words(committee, project),
  frames: ({ committee, year }) => words(committee, year),
  supplementaryAppropriations: ({ committee, businessArea, validFrom }) => words(committee, businessArea, validFrom),
  areaMoves: ({ businessArea, from, to }) => words(businessArea, from, to),
  channels: ({ scope }) => scope,
  commitments: byId,
  committees: byId,
  budgets: ({ committee, businessArea, year }) => words(committee, businessArea, year),
  outcomes: ({ committee, businessArea, period }) => words(committee, businessArea, period),
  contacts: ({ committee, role, order }) => words(committee ?? undefined, role, order),
  followUpPlan: ({ period }) => period,
  operationalPlans: ({ committee }) => committee,
};

/** The lists inside rows. */
type NestedRows = {
  readonly [List in keyof PlanRows as keyof Rows<PlanRows[List]> extends never ? never : List]: Names<
    Rows<PlanRows[List]>
  >;
};

const effects = { committeeEffects: ({ committee }: { readonly committee: string }): string => committee };

export const nestedNames: NestedRows = {
  councilGoals: effects,
  subGoals: effects,
  indicators: {
    yearlyTargets: ({ year }) => String(year),
    seriesBreaks: ({ from }) => from,
    values: ({ period, group }) => words(period, group),
    committeeValues: ({ committee, period, group }) => words(committee, period, group),
    comparisons: ({ group, period }) => words(group, period),
  },
  commitments: { activities: byId },
};

function words(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
